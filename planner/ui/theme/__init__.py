"""How the window looks: colours by role, type, spacing, icons and the style sheet made of them."""
