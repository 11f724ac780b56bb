"""Make resources/fonts from the packages named here; needs fontTools, npm and apt.

    python tools/prepare_fonts.py WORK_FOLDER

The work folder keeps what was downloaded. Running the script again gives the same bytes.
"""

import subprocess
import sys
import tarfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
NPM_SCOPE = "expo-google-fonts"
APT_PACKAGE = "fonts-noto-core"
APT_VERSION = "20201225-1"
HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC))
SYMBOLS = ((0x2190, 0x21FF), (0x2300, 0x23FF), (0x2500, 0x27BF), (0x2B00, 0x2BFF))

INTER = (
    ("400Regular/Inter_400Regular.ttf", "Inter/InterTabular-Regular.ttf"),
    ("600SemiBold/Inter_600SemiBold.ttf", "Inter/InterTabular-SemiBold.ttf"),
    ("400Regular_Italic/Inter_400Regular_Italic.ttf", "Inter/InterTabular-Italic.ttf"),
)
COPIED = (
    ("noto-sans", "0.4.2", "NotoSans", ("400Regular",)),
    ("noto-sans-arabic", "0.4.3", "NotoSansArabic", ("400Regular", "600SemiBold")),
    ("noto-sans-hebrew", "0.4.1", "NotoSansHebrew", ("400Regular", "600SemiBold")),
    ("noto-sans-devanagari", "0.4.1", "NotoSansDevanagari", ("400Regular", "600SemiBold")),
    ("noto-emoji", "0.4.7", "NotoEmoji", ("400Regular",)),
)
SCRIPTS = (
    *("Armenian", "Bengali", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Kannada", "Khmer"),
    *("Lao", "Malayalam", "Myanmar", "Sinhala", "Tamil", "Telugu", "Thai"),
)


@dataclass(frozen=True, slots=True)
class Packages:
    """Packages, downloaded once into a work folder."""

    work: Path

    def npm(self, name: str, version: str) -> Path:
        """Return the unpacked folder of an npm package."""
        folder = self.work / f"{name}-{version}"
        if not folder.is_dir():
            package = f"@{NPM_SCOPE}/{name}@{version}"
            subprocess.run(["npm", "pack", "--ignore-scripts", package], cwd=self.work, check=True)
            with tarfile.open(self.work / f"{NPM_SCOPE}-{name}-{version}.tgz") as archive:
                archive.extractall(folder, filter="data")
        return folder / "package"

    def apt(self) -> Path:
        """Return the folder of the TrueType files of Debian's Noto package."""
        folder = self.work / APT_PACKAGE
        if not folder.is_dir():
            wanted = f"{APT_PACKAGE}={APT_VERSION}"
            subprocess.run(["apt-get", "download", wanted], cwd=self.work, check=True)
            archive = next(self.work.glob(f"{APT_PACKAGE}_*.deb"))
            subprocess.run(["dpkg-deb", "-x", str(archive), str(folder)], check=True)
        return folder / "usr/share/fonts/truetype/noto"


def main() -> None:
    """Write every bundled font and its licence."""
    packages = Packages(Path(sys.argv[1]).resolve())
    prepare_inter(packages)
    for name, version, family, weights in COPIED:
        copy(packages.npm(name, version), family, weights)
    prepare_east_asian(packages)
    prepare_scripts(packages.apt())
    total = sum(path.stat().st_size for path in FONTS.rglob("*.ttf"))
    print(f"{total / 1e6:.1f} MB in {FONTS.name}")


def prepare_inter(packages: Packages) -> None:
    """Make tabular figures the default figures of Inter, under a name of their own.

    A PDF library without OpenType features prints whatever the character map names, and times in
    columns need figures of one width. The family is renamed, so that it is never mistaken for an
    installed Inter.
    """
    package = packages.npm("inter", "0.4.2")
    for origin, target in INTER:
        font = TTFont(package / origin, recalcTimestamp=False)
        use_tabular_figures(font)
        rename(font, "Inter", "Inter Tabular")
        save(font, FONTS / target)
    keep_licence(package / "LICENSE_FONT", FONTS / "Inter")


def use_tabular_figures(font: TTFont) -> None:
    """Point the ten digits of the character map at their ``tnum`` glyphs."""
    tabular = tabular_glyphs(font)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                # Subtables may share one mapping, so a digit may have been seen before.
                table.cmap[code] = tabular.get(table.cmap[code], table.cmap[code])


def tabular_glyphs(font: TTFont) -> dict[str, str]:
    """Return the substitutions of the ``tnum`` feature."""
    table = font["GSUB"].table
    feature = next(f for f in table.FeatureList.FeatureRecord if f.FeatureTag == "tnum")
    found: dict[str, str] = {}
    for index in feature.Feature.LookupListIndex:
        for part in table.LookupList.Lookup[index].SubTable:
            found |= getattr(part, "ExtSubTable", part).mapping
    return found


def rename(font: TTFont, old: str, new: str) -> None:
    """Give a changed font a family name of its own."""
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 16, 21}:
            record.string = str(record).replace(old, new)
        if record.nameID in {6, 25}:
            record.string = str(record).replace(old.replace(" ", ""), new.replace(" ", ""))


def copy(package: Path, family: str, weights: Collection[str]) -> None:
    """Copy fonts as they are."""
    for weight in weights:
        origin = next((package / weight).glob("*.ttf"))
        target = FONTS / family / f"{family}-{weight.lstrip('0123456789')}.ttf"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(origin.read_bytes())
    keep_licence(package / "LICENSE_FONT", FONTS / family)


def prepare_east_asian(packages: Packages) -> None:
    """Keep Japanese whole, and of the others what Japanese does not have.

    Layout tables go, because East Asian text is printed upright and unshaped here.
    """
    japanese, seen = packages.npm("noto-sans-jp", "0.4.3"), characters(FONTS / INTER[0][1])
    for package, name, only in (
        (japanese, "NotoSansJP", ()),
        (packages.npm("noto-sans-kr", "0.4.3"), "NotoSansKR", HANGUL),
        (packages.npm("noto-sans-sc", "0.4.3"), "NotoSansSC", ()),
        (packages.npm("noto-sans-tc", "0.4.3"), "NotoSansTC", ()),
    ):
        origin = package / f"400Regular/{name}_400Regular.ttf"
        wanted = within(characters(origin) - seen, only)
        seen |= wanted
        font = reduce(origin, wanted, features=[])
        if package != japanese:
            rename(font, f"Noto Sans {name[-2:]}", f"Noto Sans {name[-2:]} Additions")
        save(font, FONTS / name / f"{name}-Regular.ttf")
        keep_licence(package / "LICENSE_FONT", FONTS / name)


def prepare_scripts(folder: Path) -> None:
    """Keep the fonts of further scripts without hinting, and the symbols nobody else has."""
    licence = FONTS / "NotoSans" / "OFL.txt"
    for script in SCRIPTS:
        name = f"NotoSans{script}"
        origin = folder / f"{name}-Regular.ttf"
        save(
            reduce(origin, characters(origin), features=["*"]), FONTS / name / f"{name}-Regular.ttf"
        )
        keep_licence(licence, FONTS / name, copyright_of(origin))
    others = [path for path in FONTS.rglob("*.ttf") if "Symbols" not in path.name]
    seen = set[int]().union(*map(characters, others))
    for name in ("NotoSansSymbols", "NotoSansSymbols2"):
        origin = folder / f"{name}-Regular.ttf"
        wanted = within(characters(origin) - seen, SYMBOLS)
        seen |= wanted
        save(reduce(origin, wanted, features=[]), FONTS / name / f"{name}-Regular.ttf")
        keep_licence(licence, FONTS / name, copyright_of(origin))


def characters(path: Path) -> set[int]:
    """Return the code points a font has a glyph for."""
    return set(TTFont(path).getBestCmap())


def within(codes: set[int], ranges: Collection[tuple[int, int]]) -> set[int]:
    """Return the codes inside any of the ranges; no ranges keep all."""
    if not ranges:
        return codes
    return {code for code in codes if any(first <= code <= last for first, last in ranges)}


def reduce(origin: Path, codes: set[int], *, features: list[str]) -> TTFont:
    """Return a font with these characters only, without hinting."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    if not features:
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"]
    font = subset.load_font(str(origin), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def save(font: TTFont, target: Path) -> None:
    """Write a font into its folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


def copyright_of(origin: Path) -> str:
    """Return the copyright line that a font carries."""
    return TTFont(origin)["name"].getDebugName(0) or ""


def keep_licence(origin: Path, folder: Path, holder: str = "") -> None:
    """Put the licence text beside the font, under its own copyright line if one is given."""
    first, _, rest = origin.read_text("utf-8").strip().partition("\n")
    (folder / "OFL.txt").write_text(f"{holder or first}\n{rest}\n", "utf-8")


if __name__ == "__main__":
    main()
