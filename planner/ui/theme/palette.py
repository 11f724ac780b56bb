"""The palette for Fusion: what no style sheet reaches, such as selected text and disabled words."""

from PySide6.QtGui import QColor, QPalette

from planner.ui.theme.colours import Colours

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "raised",
    _Role.AlternateBase: "surface",
    _Role.Text: "text",
    _Role.Button: "raised",
    _Role.ButtonText: "text",
    _Role.BrightText: "error",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "text",
    _Role.PlaceholderText: "text_muted",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "link",
    _Role.LinkVisited: "link",
    _Role.Light: "hover",
    _Role.Midlight: "hover",
    _Role.Mid: "line_strong",
    _Role.Dark: "line_strong",
    _Role.Shadow: "line_strong",
}
_DISABLED = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText)


def palette_of(colours: Colours) -> QPalette:
    """Return the palette that says the same as the colours."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(str(getattr(colours, name))))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text_disabled))
    return palette
