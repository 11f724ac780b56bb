"""Start the program: the window without a verb, else the command line."""

import sys
from pathlib import Path

WINDOW = "window"


def main() -> int:
    """Open the window, or run the verb that the first argument names; return the exit code."""
    arguments = sys.argv[1:]
    try:
        if opens_window(arguments):
            return window(arguments[1:] if arguments[:1] == [WINDOW] else arguments)
        from planner.cli.application import run  # noqa: PLC0415 -- slow import

        return run(arguments)
    except KeyboardInterrupt:  # while still starting
        return 130


def window(arguments: list[str] | None = None) -> int:
    """Open the window and return the exit code."""
    from planner.ui.start import start  # noqa: PLC0415 -- slow import

    return start(sys.argv[1:] if arguments is None else arguments)


def opens_window(arguments: list[str]) -> bool:
    """Say whether arguments ask for the window: none at all, ``window``, or a file alone.

    A file manager starts the program with the file to open; verbs have no dot in them.
    """
    if not arguments or arguments[0] == WINDOW:
        return True
    return len(arguments) == 1 and "." in arguments[0] and Path(arguments[0]).exists()


if __name__ == "__main__":
    sys.exit(main())
