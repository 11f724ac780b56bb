"""Where the program keeps its own files: by the system's rules, or where the environment says."""

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path

HOME_VARIABLE = "INTERVIEW_PLANNER_HOME"
"""Names the folder to use instead of the system's: on a stick, for a test, for a second workspace."""

_NAME = "interview-planner"


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for the workspace; it need not exist."""
    chosen = environment.get(HOME_VARIABLE)
    return Path(chosen).absolute() if chosen else user_data_path(_NAME, appauthor=False)


def workspace_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the path of the workspace; neither file nor folder need exist."""
    return data_folder(environment) / "workspace.sqlite"
