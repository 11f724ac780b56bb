"""A lock on a file while it is replaced, so that two windows cannot both check and then both save."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_PAUSE = 0.01
_TRIES = 500
_TAKEN = {errno.EWOULDBLOCK, errno.EACCES}


@contextmanager
def held(target: Path) -> Iterator[None]:
    """Hold the file that ``target`` names now; wait some seconds for another program's save.

    Raises:
        OSError: the file is gone, or somebody holds it for longer.
    """
    if sys.platform == "win32":  # no such locks there; the check before each save stays
        yield
        return
    descriptor = _locked(target)
    try:
        yield
    finally:
        os.close(descriptor)  # gives the lock back too


def _locked(target: Path) -> int:
    for _ in range(_TRIES):
        descriptor = os.open(target, os.O_RDONLY)
        if _lock(descriptor) and _is_same_file(descriptor, target):
            return descriptor
        os.close(descriptor)
        time.sleep(_PAUSE)
    raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN  # some network drives know no locks: go on without
    return True


def _is_same_file(descriptor: int, target: Path) -> bool:
    """Say whether nobody has replaced the file while we waited for the old one."""
    try:
        return os.path.samestat(os.fstat(descriptor), target.stat())
    except OSError:
        return False
