"""Sentences: whatever a person reads is made here, in a language that is asked for."""
