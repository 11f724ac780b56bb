"""The timeline: a day as a picture that is edited with mouse and keys."""
