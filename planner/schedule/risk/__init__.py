"""Risk: how likely it is that the day goes wrong, from durations that nobody knows beforehand."""
