"""Start the program: ``interview-planner VERB ...`` or ``python -m planner VERB ...``."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    try:
        from planner.cli.application import run  # noqa: PLC0415 -- slow import

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while still starting
        return 130


if __name__ == "__main__":
    sys.exit(main())
