"""The live day on the window's side: what is shown of it, and what keys and buttons write down."""
