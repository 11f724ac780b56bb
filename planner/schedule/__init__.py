"""Whether a day works: pure functions of a plan (and later a log and a given moment)."""
