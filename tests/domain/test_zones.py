import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from planner.domain.zones import UnknownZone, known_zone, zone, zone_names

REFUSED = [
    "",
    " ",
    ".",
    "/",
    "..",
    "../../etc/passwd",
    "../zoneinfo/Europe/Berlin",
    "Europe/../Europe/Berlin",
    "/etc/passwd",
    "/usr/share/zoneinfo/Europe/Berlin",
    "Europe",
    "Europe/",
    "Europe/Berlin/",
    "Europe//Berlin",
    "Europe\\Berlin",
    "Europe/Berlin\n",
    "Europe/Berlin\0",
    "Europe/Berl\ud800n",
    "europe/berlin",
    "EUROPE/BERLIN",
    "Atlantis/Capital",
    "W. Europe Standard Time",
    "localtime",
    "posixrules",
    "posix/Europe/Berlin",
    "right/Europe/Berlin",
    "Factory",
    "zone.tab",
    "zone1970.tab",
    "tzdata.zi",
    "leapseconds",
    "__init__.py",
]

ASK = """
from zoneinfo import ZoneInfo
early = ZoneInfo("Europe/Berlin")
from datetime import UTC, datetime
from planner.domain.zones import zone
noon = datetime(2026, 1, 1, 12, tzinfo=UTC)
print(*(noon.astimezone(each).hour for each in (early, zone("Europe/Berlin"), zone("Asia/Tokyo"))))
"""


@pytest.mark.parametrize("name", REFUSED)
def test_zone_refuses_what_is_not_an_iana_name(name: str) -> None:
    assert not known_zone(name)
    with pytest.raises(UnknownZone) as refusal:
        zone(name)
    assert refusal.value.name == name


@pytest.mark.parametrize("name", ["Europe/Luxembourg", "America/Indiana/Knox", "UTC", "Etc/GMT+5"])
def test_zone_gives_the_same_zone_each_time(name: str) -> None:
    assert known_zone(name)
    assert zone(name).key == name
    assert zone(name) is zone(name)


def test_zone_names_are_those_of_the_tzdata_package() -> None:
    listed = files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    assert zone_names() == frozenset(listed) - {"Factory"}


def test_every_zone_name_can_be_loaded() -> None:
    assert {name for name in zone_names() if zone(name).key != name} == set()


def test_zone_ignores_the_zone_data_of_the_system(tmp_path: Path) -> None:
    wrong = tmp_path / "Europe" / "Berlin"
    wrong.parent.mkdir()
    wrong.write_bytes(files("tzdata").joinpath("zoneinfo", "America", "New_York").read_bytes())
    environment = {**os.environ, "PYTHONTZPATH": str(tmp_path)}
    answer = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == ["7", "13", "21"]


def test_zone_equals_what_others_get_by_that_name() -> None:
    assert zone("Europe/Berlin") is ZoneInfo("Europe/Berlin")
