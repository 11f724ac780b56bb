"""Collect all sentences into the catalogues of resources/locale, and compile these.

Run it after sentences changed, fill what is empty in the .po files, and run it again.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from planner.i18n import LANGUAGES
from planner.resources import bundled

ROOT = Path(__file__).resolve().parent.parent
# Sentences in tables are marked, the others stand where a `Language` is asked to say them.
_KEYWORDS = {"mark": None, "text": None, "count": (1, 2)}
_DOMAIN = "planner"


def main() -> int:
    """Update and compile every catalogue; the exit code says whether something is untranslated."""
    collected = collect()
    missing = 0
    for language in LANGUAGES[1:]:
        catalogue = updated(language, collected)
        po_file(language).parent.mkdir(parents=True, exist_ok=True)
        po_file(language).write_bytes(as_text(catalogue))
        po_file(language).with_suffix(".mo").write_bytes(compiled(catalogue))
        empty = untranslated(catalogue)
        missing += len(empty)
        print(f"{language}: {len(catalogue)} sentences, {len(empty)} to translate")
    return int(missing > 0)


def collect() -> Catalog:
    """Return a catalogue of every sentence in the source, without translations."""
    catalogue = Catalog(domain=_DOMAIN, project=_DOMAIN, charset="utf-8")
    found = extract_from_dir(
        str(ROOT / "planner"), method_map=[("**.py", "python")], keywords=_KEYWORDS
    )
    for name, line, message, comments, context in found:
        if message and message != ("",):
            place = [(f"planner/{name}", line)]
            catalogue.add(message, None, place, auto_comments=comments, context=context)
    return catalogue


def updated(language: str, collected: Catalog) -> Catalog:
    """Return a language's catalogue with exactly the sentences of the source."""
    known = Catalog(locale=language, domain=_DOMAIN)
    if po_file(language).exists():
        with po_file(language).open("rb") as file:
            known = read_po(file, locale=language, domain=_DOMAIN)
    known.update(collected, no_fuzzy_matching=True)
    known.obsolete.clear()
    known.header_comment = "# Sentences of the interview day planner."
    known.fuzzy = False
    return known


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the sentences that have no translation."""
    return [str(message.id) for message in catalogue if message.id and not _is_filled(message)]


def as_text(catalogue: Catalog) -> bytes:
    """Return the .po file; no dates or line numbers, so that it changes only with the sentences."""
    out = io.BytesIO()
    write_po(out, catalogue, omit_header=False, no_location=True, sort_output=True, width=100)
    lines = [
        line
        for line in out.getvalue().decode().splitlines()
        if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By'))
    ]
    return ("\n".join(lines) + "\n").encode()


def compiled(catalogue: Catalog) -> bytes:
    """Return the .mo file that gettext reads."""
    again = read_po(io.BytesIO(as_text(catalogue)), locale=catalogue.locale, domain=_DOMAIN)
    out = io.BytesIO()
    write_mo(out, again)
    return out.getvalue()


def po_file(language: str) -> Path:
    """Return the path of a language's catalogue."""
    return bundled("locale", language, "LC_MESSAGES", f"{_DOMAIN}.po")


def _is_filled(message: Message) -> bool:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms)


if __name__ == "__main__":
    sys.exit(main())
