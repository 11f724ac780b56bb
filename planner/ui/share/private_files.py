"""Files handed to other programs: readable by this person alone, gone when the program ends."""

import atexit
import os
import tempfile
from functools import cache
from pathlib import Path


def private_file(name: str, data: bytes) -> Path:
    """Write a file that only its owner may read, in a folder that goes with the program."""
    path = Path(tempfile.mkdtemp(dir=_folder())) / name
    # The mode is given at once: a file that is narrowed afterwards was open to others before.
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return path


@cache
def _folder() -> str:
    folder = tempfile.TemporaryDirectory(prefix="interview-planner-")
    atexit.register(folder.cleanup)
    return folder.name
