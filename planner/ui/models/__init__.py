"""Item models: tables and lists for views; no widgets."""
