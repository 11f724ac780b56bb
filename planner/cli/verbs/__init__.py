"""The verbs: each module adds its arguments and runs what they ask for."""
