"""The installer is run among fake programs, which write down how they were called."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "install_system_packages.sh"
PROGRAMS = ["gcc", "pkg-config", "node", "npm", "qpdf", "pdftotext"]
INSTALL = "apt-get install --yes --no-install-recommends"
KNOWN = 'echo "  Candidate: 1.0"'
EVERY_LIBRARY = f'while read -r line; do echo "$line"; done <"{SCRIPT}"'  # all that it looks for
DEBIAN = {
    "uname": "echo Linux",
    "ldconfig": EVERY_LIBRARY,
    "apt-get": "",
    "apt-cache": KNOWN,
    "dpkg-query": "echo installed",
    "id": "echo 0",
    "python3": "",
}

MakeMachine = Callable[[dict[str, str]], "Machine"]


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder that is the whole search path: each program is a line of shell, logged first."""

    folder: Path

    def run(self, *arguments: str, python: str = "python3") -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.folder), "PYTHON": python}
        shell = str(self.folder / "sh")
        return subprocess.run(
            [shell, str(SCRIPT), *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self, *programs: str) -> list[str]:
        log = self.folder / "log"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [line for line in lines if line.split()[0] in programs]


@pytest.fixture
def machine(tmp_path: Path) -> MakeMachine:
    def make(programs: dict[str, str]) -> Machine:
        for tool in ("sh", "grep", "env"):
            (tmp_path / tool).symlink_to(shutil.which(tool) or "")
        for name, line in programs.items():
            path = tmp_path / name
            path.write_text(f'#!/bin/sh\necho "{name} $*" >>"{tmp_path}/log"\n{line}\n')
            path.chmod(0o755)
        return Machine(tmp_path)

    return make


def present(*missing: str) -> dict[str, str]:
    return DEBIAN | {name: "" for name in PROGRAMS if name not in missing}


@pytest.mark.parametrize("group", ["run", "test"])
def test_nothing_is_said_or_done_when_all_is_there(machine: MakeMachine, group: str) -> None:
    here = machine(present())
    done = here.run(group)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert here.calls("apt-get", "apt-cache", "sudo") == []


def test_missing_programs_are_installed_in_one_go(machine: MakeMachine) -> None:
    here = machine(present("gcc", "qpdf", "pdftotext"))
    done = here.run("test")
    names = "gcc qpdf poppler-utils"
    assert done.stdout == (f"Installing {names}, to let other programs judge the exported files.\n")
    assert done.returncode == 0
    assert here.calls("apt-get", "sudo") == [f"{INSTALL} {names}"]


def test_headers_are_looked_for_among_packages(machine: MakeMachine) -> None:
    absent = {"pkg-config": "exit 1", "dpkg-query": "exit 1"}
    here = machine(present() | absent)
    here.run("test")
    assert here.calls("apt-get") == [f"{INSTALL} libc6-dev libical-dev"]


def test_bare_system_gets_everything(machine: MakeMachine) -> None:
    here = machine(DEBIAN | {"dpkg-query": "exit 1"})
    here.run("test")
    assert here.calls("apt-get") == [
        f"{INSTALL} gcc pkg-config libc6-dev libical-dev nodejs npm qpdf poppler-utils"
    ]


def test_sudo_is_used_by_who_is_not_root(machine: MakeMachine) -> None:
    here = machine(present("qpdf") | {"id": "echo 1000", "sudo": '"$@"'})
    assert here.run("test").returncode == 0
    assert here.calls("sudo") == [f"sudo env DEBIAN_FRONTEND=noninteractive {INSTALL} qpdf"]
    assert here.calls("apt-get") == [f"{INSTALL} qpdf"]


def test_command_is_told_when_there_is_no_way_to_be_root(machine: MakeMachine) -> None:
    here = machine(present("qpdf") | {"id": "echo 1000"})
    done = here.run("test")
    assert done.returncode == 1
    assert done.stderr.startswith("This needs root, and there is no sudo. Please run as root: ")
    assert here.calls("apt-get") == []


def test_lists_are_fetched_only_when_they_lack_a_name(machine: MakeMachine) -> None:
    here = machine(present("qpdf") | {"apt-cache": 'echo "  Candidate: (none)"'})
    assert here.run("test").returncode == 0
    assert here.calls("apt-get") == ["apt-get update", f"{INSTALL} qpdf"]


def test_lists_are_fetched_when_they_are_out_of_date(machine: MakeMachine) -> None:
    stale = 'case $1 in update) : >"$0.updated" ;; *) [ -e "$0.updated" ] ;; esac'
    here = machine(present("qpdf") | {"apt-get": stale})
    assert here.run("test").returncode == 0
    assert here.calls("apt-get") == [f"{INSTALL} qpdf", "apt-get update", f"{INSTALL} qpdf"]


def test_failure_of_apt_is_the_failure_of_the_script(machine: MakeMachine) -> None:
    here = machine(present("qpdf") | {"apt-get": "exit 100"})
    assert here.run("test").returncode == 100


def test_node_from_elsewhere_is_left_alone(machine: MakeMachine) -> None:
    here = machine(present() | {"dpkg-query": "case $* in *nodejs) exit 1;; esac; echo installed"})
    assert here.run("test").returncode == 0
    assert here.calls("apt-get") == []


def test_node_from_elsewhere_without_npm_is_told(machine: MakeMachine) -> None:
    here = machine(present("npm") | {"dpkg-query": "exit 1"})
    done = here.run("test")
    assert done.returncode == 1
    assert done.stderr == "There is a node but no npm. Please install npm where node came from.\n"
    assert here.calls("apt-get") == []


def test_npm_joins_the_node_of_the_distribution(machine: MakeMachine) -> None:
    here = machine(present("npm"))
    here.run("test")
    assert here.calls("apt-get") == [f"{INSTALL} npm"]


@pytest.mark.parametrize(
    ("python", "package"),
    [
        ("python3", "python3-venv"),
        ("python3.13", "python3.13-venv"),
        ("/usr/bin/python3.13", "python3.13-venv"),
        ("python", "python3-venv"),
    ],
)
def test_python_without_environments_gets_them(
    machine: MakeMachine, python: str, package: str
) -> None:
    here = machine(present() | {"python3": "exit 1", "python3.13": "exit 1"})
    done = here.run("run", python=python if "/" not in python else str(here.folder / "python3.13"))
    assert done.stdout == f"Installing {package}, to make a Python environment and open a window.\n"
    assert here.calls("apt-get") == [f"{INSTALL} {package}"]


@pytest.mark.parametrize(("group", "status"), [("run", 0), ("test", 1)])
def test_other_systems_are_told_what_is_needed(
    machine: MakeMachine, group: str, status: int
) -> None:
    here = machine(
        {"uname": "echo Darwin"} | {"python3": "exit 1", "gcc": "", "node": "", "npm": ""}
    )
    done = here.run(group)
    needed = {
        "run": "python3-venv, to make a Python environment and open a window",
        "test": "pkg-config libical-dev qpdf poppler-utils, "
        "to let other programs judge the exported files",
    }
    assert done.stderr == f"Please install what your system calls {needed[group]}.\n"
    assert done.returncode == status


def test_libraries_are_known_by_their_files(machine: MakeMachine) -> None:
    few = "echo 'libGL.so.1 (libc6,x86-64) => /lib/libGL.so.1'"
    here = machine(present() | {"ldconfig": few})
    here.run("run")
    [call] = here.calls("apt-get")
    names = call.removeprefix(f"{INSTALL} ").split()
    assert {"libegl1", "libxcb-cursor0", "libxkbcommon0"} < set(names)
    assert "libgl1" not in names


def test_packing_needs_a_reader_of_libraries_and_a_display(machine: MakeMachine) -> None:
    here = machine(present())
    done = here.run("dist")
    assert done.stdout == ("Installing binutils xvfb, to make the packaged program and try it.\n")
    assert here.calls("apt-get") == [f"{INSTALL} binutils xvfb"]


@pytest.mark.parametrize("arguments", [[], ["everything"]])
def test_groups_that_do_not_exist_are_refused(machine: MakeMachine, arguments: list[str]) -> None:
    done = machine(present()).run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: ")
