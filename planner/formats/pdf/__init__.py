"""Printed documents: the text engine, and the documents made with it.

reportlab and uharfbuzz are imported below this package only, so that nobody else pays for them.
"""
