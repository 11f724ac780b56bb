"""Repairs: what could be done about a day that goes wrong, and what each proposal costs."""
