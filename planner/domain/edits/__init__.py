"""Edits: small frozen values that turn one plan into the next, wholly or not at all.

They live in the domain because fixes of checks and repairs are edits too.
"""
