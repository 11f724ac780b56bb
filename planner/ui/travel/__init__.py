"""Travel as the window shows it: what stands along the line, and the forms behind it."""
