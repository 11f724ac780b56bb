"""Panels: the parts of the window, each made as ``Panel(context, parent)``."""
