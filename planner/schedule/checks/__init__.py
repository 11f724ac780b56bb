"""Checks: one small function per rule; `rules` lists them, `examination` runs them all."""
