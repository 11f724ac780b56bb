"""Where bundled files lie: beside the source, inside a wheel, or in a frozen program."""

import sys
from pathlib import Path


def bundled(*parts: str) -> Path:
    """Return the path of a bundled file, such as ``bundled("fonts", "Inter", "OFL.txt")``."""
    return _root().joinpath(*parts)


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"
