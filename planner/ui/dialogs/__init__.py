"""Dialogs, by name. Each is imported when it is opened for the first time: the window starts faster."""

DIALOGS = {
    "new_plan": ("new_plan_dialog", "NewPlanDialog"),
    "paste": ("paste_dialog", "PasteDialog"),
    "share": ("share_dialog", "ShareDialog"),
    "settings": ("settings_dialog", "SettingsDialog"),
    "palette": ("command_palette", "CommandPalette"),
    "shortcuts": ("shortcuts_dialog", "ShortcutsDialog"),
    "import": ("import_dialog", "ImportDialog"),
    "merge": ("merge_dialog", "MergeDialog"),
    "ignore": ("ignore_dialog", "IgnoreDialog"),
    "buffers": ("buffer_dialog", "BufferDialog"),
}
"""Module beside this one and class of each dialog. All are made as ``Dialog(context, window, **given)``."""
