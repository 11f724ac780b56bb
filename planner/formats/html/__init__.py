"""Itineraries as web pages: one file, no scripts, nothing fetched from anywhere."""
