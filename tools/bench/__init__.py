"""Benchmarks: how long the main job takes, and what it is compared with."""
