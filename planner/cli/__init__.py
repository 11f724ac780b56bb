"""The command line: one function for each verb; everything they do goes through `planner.app`."""
