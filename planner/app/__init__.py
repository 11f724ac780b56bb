"""What a user can do: the open plan, edits with undo, the library; for window and command line."""
