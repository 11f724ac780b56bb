"""Records edited in place: rows along a line that open into forms."""
