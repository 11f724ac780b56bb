"""What a closed row shows; without Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """What a closed row shows: ``beside`` stands left of the line, ``aside`` right of the title.

    ``is_quiet`` is for what is over or stands by, ``is_band`` gives it a ground of its own.
    """

    icon: str
    title: str
    line: str = ""
    aside: str = ""
    beside: str = ""
    remark: str = ""
    is_quiet: bool = False
    is_band: bool = False
