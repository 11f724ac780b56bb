"""HTML elements built as a tree, so that text is escaped by the library that writes it."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

from planner.formats.itinerary.content import Link
from planner.formats.plaintext import safe_link

_DOT = (" \u00b7 ", "\u00a0\u00b7 ")  # a dot ends a line, it does not begin one
_IN_HTML = {"class_": "class"}


def element(name: str, /, *children: Element | str | None, **attributes: str) -> Element:
    """Return an element of texts and elements; None and empty attributes are left out.

    Underscores of attribute names become hyphens; ``class_`` is the attribute ``class``.
    """
    shown = {
        _IN_HTML.get(key, key.replace("_", "-")): value
        for key, value in attributes.items()
        if value
    }
    result = Element(name, shown)
    for child in children:
        append(result, child)
    return result


def append(parent: Element, child: Element | str | None) -> None:
    """Add a text or an element at the end of another element."""
    if isinstance(child, Element):
        parent.append(child)
    elif child:
        child = child.replace(*_DOT)
        last = parent[-1] if len(parent) else None
        if last is None:
            parent.text = (parent.text or "") + child
        else:
            last.tail = (last.tail or "") + child


def anchor(link: Link) -> Element:
    """Return a link as an element; only its text where the address is not a harmless one."""
    target = safe_link(link.target) if link.target else None
    if target is None:
        return element("span", link.text)
    return element("a", link.text, href=target)


def paragraphs(lines: Iterable[str], class_: str = "") -> list[Element]:
    """Return each line as a paragraph."""
    return [element("p", line, class_=class_) for line in lines if line]


def side_by_side(children: Iterable[Element]) -> list[Element | str]:
    """Return elements with a middle dot between them."""
    result: list[Element | str] = []
    for child in children:
        result += [" \u00b7 ", child] if result else [child]
    return result


def document(root: Element) -> str:
    """Return a whole page as text."""
    return "<!doctype html>\n" + tostring(root, encoding="unicode", method="html") + "\n"
