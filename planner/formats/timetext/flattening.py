"""HTML as plain text with the same reading: for people who correct it, tags would be in the way."""

from planner.formats.timetext.cells import SourceLine
from planner.formats.timetext.hypertext import html_lines, is_html

__all__ = ["html_as_text", "is_html"]


def html_as_text(text: str) -> str:
    """Return what a reader of HTML sees, tables as lines with a bar between their cells."""
    lines: list[str] = []
    table = 0
    for line in html_lines(text):
        if line.table != table:
            lines.append("")
            table = line.table
        lines += _written(line)
    return "\n".join(lines).strip("\n")


def _written(line: SourceLine) -> list[str]:
    cells = [cell.replace("|", "\\|").replace("\n", "<br>") for cell in line.cells]
    struck = f"~~{' '.join(line.struck.split())}~~" if line.struck else ""
    if len(cells) <= 1:
        mark = "# " if line.is_heading and cells else ""
        return [mark + " ".join(part for part in (*cells, struck) if part)]
    if struck:
        cells[-1] = f"{cells[-1]} {struck}".strip()
    row = f"| {' | '.join(cells)} |"
    return [row, "|" + " --- |" * len(cells)] if line.is_header else [row]
