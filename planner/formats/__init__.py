"""How an interview day travels: bytes to values and back; no Qt, no database."""
