"""Reading a list, whatever it is written in: CSV by its columns, vCards by their properties."""

from planner.formats.directory.cards import is_cards, read_cards
from planner.formats.directory.columns import guess_columns, guess_kind
from planner.formats.directory.content import ListKind, Reading, Table
from planner.formats.directory.encodings import decoded
from planner.formats.directory.rows import read_rows
from planner.formats.directory.tables import read_table


def read_directory(data: bytes, kind: ListKind | None = None) -> Reading:
    """Return what a file of people or rooms says; without a kind it is guessed.

    Raises:
        UnreadableDirectory: the file holds no such list, or more than anybody would import.
    """
    text, _ = decoded(data)
    if is_cards(text):
        return read_cards(text)
    table = read_table(data)
    return read_guessed(table, guess_kind(table) if kind is None else kind)


def read_guessed(table: Table, kind: ListKind) -> Reading:
    """Return what a table says if its columns hold what they seem to."""
    return read_rows(table, kind, guess_columns(table, kind))
