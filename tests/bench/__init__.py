"""Programs that judge what we write: readers of our formats that other people wrote."""
