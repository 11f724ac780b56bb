"""Collect all sentences into the catalogues of resources/locale, and compile these.

Run it after sentences changed, fill what is empty in the .po files, and run it again.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from planner.i18n import LANGUAGES
from planner.resources import bundled

SOURCE = Path(__file__).resolve().parent.parent / "planner"
# Sentences in tables are marked, the others stand where a `Language` is asked to say them.
_SAYS_ONE = {"mark", "text", "_text"}
_SAYS_PAIR = "count"
# The window's memory keeps texts by keys, which are no sentences.
_NOT_SAYING = {"memory", "_memory"}
_DOMAIN = "planner"
# Pairs of marked sentences go to `Language.count`, which calls the number so.
_NUMBER = "{n}"


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


def collect(source: Path = SOURCE) -> Catalog:
    """Return a catalogue of every sentence in a folder of Python files, without translations."""
    catalogue = Catalog(domain=_DOMAIN, project=_DOMAIN, charset="utf-8")
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(source.rglob("*.py"))]
    for tree in trees:
        for message in (*_said(tree), *_named(tree)):
            catalogue.add(message)
    for tree in trees:
        for one, many in _marked_pairs(tree):
            catalogue.delete(many)
            catalogue.add((one, many))
    return catalogue


def updated(language: str, collected: Catalog) -> Catalog:
    """Return a language's catalogue with exactly the sentences of the source."""
    known = _known(language)
    catalogue = _Catalogue(locale=language, domain=_DOMAIN, charset="utf-8")
    catalogue.header_comment = "# Sentences of the interview day planner."
    catalogue.fuzzy = False
    for message in collected:
        if message.id:
            before = known.get(message.id)
            translated = before.string if before and before.id == message.id else None
            catalogue.add(message.id, translated)
    return catalogue


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the sentences that have no translation."""
    return [str(message.id) for message in catalogue if message.id and not _is_filled(message)]


def as_text(catalogue: Catalog) -> bytes:
    """Return the .po file; without places in the source, so that only sentences change it."""
    out = io.BytesIO()
    write_po(out, catalogue, no_location=True, sort_output=True, width=100)
    return out.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Return the .mo file that gettext reads."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def po_file(language: str) -> Path:
    """Return the path of a language's catalogue."""
    return bundled("locale", language, "LC_MESSAGES", f"{_DOMAIN}.po")


class _Catalogue(Catalog):
    """A catalogue with a short header: no dates or versions, which would change by themselves."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return what gettext reads of the header."""
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def _known(language: str) -> Catalog:
    if not po_file(language).exists():
        return Catalog(locale=language, domain=_DOMAIN)
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language, domain=_DOMAIN)


def _is_filled(message: Message) -> bool:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms) and not message.fuzzy


def _said(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    """Yield sentences that stand in a call of `mark`, `text` or `count`, or in its conditions."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = _called(call)
        if name in _SAYS_ONE and call.args:
            yield from filter(None, _sentences(call.args[0]))
        if name == _SAYS_PAIR:
            match call.args[:2]:
                case [ast.Constant(str(one)), ast.Constant(str(many))]:
                    yield one, many


def _called(call: ast.Call) -> str:
    """Return the name of what is called; empty where it is asked for something remembered."""
    match call.func:
        case ast.Attribute(ast.Attribute(attr=owner) | ast.Name(owner)) if owner in _NOT_SAYING:
            return ""
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _sentences(node: ast.expr) -> Iterator[str]:
    """Yield the sentences that an expression can be: one, or one for each condition."""
    match node:
        case ast.Constant(str(sentence)):
            yield sentence
        case ast.IfExp(body=one, orelse=other):
            yield from _sentences(one)
            yield from _sentences(other)


def _named(tree: ast.AST) -> Iterator[str]:
    """Yield sentences that a function says by a name that it has just given them."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            said = {_said_name(node) for node in ast.walk(function)}
            for node in ast.walk(function):
                match node:
                    case ast.Assign([ast.Name(id=name)], value) if name in said:
                        yield from _sentences(value)


def _said_name(node: ast.AST) -> str:
    match node:
        case ast.Call(ast.Attribute(attr="text"), [ast.Name(id=name), *_]):
            return name
        case _:
            return ""


def _marked_pairs(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield singular and plural where a table holds both: two marked sentences, the last counts."""
    for node in ast.walk(tree):
        match node:
            case ast.Tuple(elts=[first, second]):
                one, many = _marked(first), _marked(second)
                if one and _NUMBER in many:
                    yield one, many


def _marked(node: ast.expr) -> str:
    """Return the sentence of a call of `mark`; empty where the node is anything else."""
    match node:
        case ast.Call(func=ast.Name(id="mark"), args=[ast.Constant(value=str(sentence))]):
            return sentence
        case _:
            return ""


if __name__ == "__main__":
    sys.exit(main())
