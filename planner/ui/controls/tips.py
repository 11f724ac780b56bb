"""Tooltips of texts that people wrote: Qt guesses whether a tooltip is HTML, and must not."""

from html import escape

_LONGEST_LINE = 60


def tip(text: str) -> str:
    """Return a tooltip that shows exactly this text with its lines; a long one is broken."""
    is_short = max(map(len, text.splitlines()), default=0) <= _LONGEST_LINE
    if is_short and not {"<", "&"} & set(text):
        return text
    return f"<span>{escape(text).replace(chr(10), '<br>')}</span>"
