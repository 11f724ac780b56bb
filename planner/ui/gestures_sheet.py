"""Gestures of the mouse and keys of small controls, as rows for the sheet of keys."""

from dataclasses import dataclass

from planner.i18n import mark


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a person does, part by part, and what comes of it; both are sentences to translate."""

    parts: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class GestureGroup:
    """Gestures under one heading."""

    title: str
    gestures: tuple[Gesture, ...]


_DRAG = mark("Drag")
_EDGE = mark("Drag an edge")
_CLICK, _DOUBLE_CLICK = mark("Click"), mark("Double-click")
_SHIFT, _CTRL, _ALT, _ESC = mark("Shift"), mark("Ctrl"), mark("Alt"), mark("Esc")
_WHEEL = mark("Wheel")

GESTURES: tuple[GestureGroup, ...] = (
    GestureGroup(
        mark("With the mouse, on a block"),
        (
            Gesture((_DRAG,), mark("Move it, in steps of five minutes and to the edges of others")),
            Gesture((_SHIFT, _DRAG), mark("Move it with all that follows; breaks give way first")),
            Gesture((_CTRL, _DRAG), mark("Copy it; the original stays")),
            Gesture((_ALT, _DRAG), mark("Move it minute by minute, past all edges")),
            Gesture((_EDGE,), mark("Change when it starts or ends")),
            Gesture((_SHIFT, _EDGE), mark("Change when it ends, and move all that follows")),
            Gesture((mark("Drag to the tray"),), mark("Take it off the day, for later")),
            Gesture((mark("Drag to another column"),), mark("Give it to another person or room")),
            Gesture((_DOUBLE_CLICK,), mark("Edit its title")),
            Gesture((mark("Right-click"),), mark("Show what can be done with it")),
            Gesture((_CTRL, _CLICK), mark("Select several; they move together")),
            Gesture((_ESC,), mark("Cancel what the mouse is doing")),
        ),
    ),
    GestureGroup(
        mark("With the mouse, on the day"),
        (
            Gesture((mark("Drag up or down"),), mark("Make a block of that length")),
            Gesture((_DOUBLE_CLICK,), mark("Make a block of the usual length")),
            Gesture((_SHIFT, _DRAG), mark("Select all that the frame touches")),
            Gesture((mark("Drag out of the tray"),), mark("Give a waiting block its time")),
            Gesture((_WHEEL,), mark("Scroll through the day")),
            Gesture((_CTRL, _WHEEL), mark("Make the hours longer or shorter, around the pointer")),
            Gesture((_SHIFT, _WHEEL), mark("Scroll through the columns")),
            Gesture(
                (mark("Drop a file or a text"),),
                mark("Open a plan, read a calendar, a timetable or a list of people"),
            ),
        ),
    ),
    GestureGroup(
        mark("In fields and lists"),
        (
            Gesture((mark("Enter"),), mark("Take what was typed")),
            Gesture((_ESC,), mark("Take back what was typed, or close what is open")),
            Gesture((mark("Arrow up or down"),), mark("Change a time by five minutes")),
            Gesture(
                (mark("+15"),), mark("Typed into a time or a length: a quarter of an hour more")
            ),
        ),
    ),
)
"""What can be done with the mouse, in the order of the sheet."""
