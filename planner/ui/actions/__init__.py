"""Actions: every menu entry, key and palette entry, as rows of data."""
