"""What one reader may see of a plan, as finished texts, before any format lays it out."""
