"""Exit codes, the same for every verb."""

FINE = 0
"""Done; ``check`` found no error."""

ERRORS_FOUND = 1
"""``check`` found at least one error."""

UNREADABLE = 2
"""Not done: something cannot be read, understood or written. A sentence says what."""

INTERRUPTED = 130
"""Stopped from the keyboard."""
