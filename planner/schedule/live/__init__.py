"""The live day: what the log says about each block, and what follows for the rest of the day."""
