"""Programs for developers; nothing here ships."""
