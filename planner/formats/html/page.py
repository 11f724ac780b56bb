"""The web page of an itinerary: head, days, cards, footer, and the style it carries with it."""

import base64
import hashlib
from xml.etree.ElementTree import Element

from planner.domain.audiences import Audience
from planner.domain.plan import Plan
from planner.formats.html.cards import card_sections
from planner.formats.html.days import day_section, first_line, strip_rules
from planner.formats.html.elements import document, element
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import ANY_EDITION, Edition, Itinerary
from planner.formats.wording.language import Language
from planner.formats.wording.language import language as language_of
from planner.resources import bundled


def html_file(
    plan: Plan, audience: Audience, language: Language, edition: Edition = ANY_EDITION
) -> bytes:
    """Return the page of one audience as the bytes of one file.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
    """
    return page(itinerary(plan, audience, language, edition)).encode()


def page(content: Itinerary) -> str:
    """Return an itinerary as a page that needs nothing but itself."""
    language = language_of(content.language)
    style = bundled("templates", "itinerary.css").read_text(encoding="utf-8")
    style += "".join(strip_rules(day, number) for number, day in enumerate(content.days))
    names = dict.fromkeys(name for name in (content.title, content.reader) if name)
    top = head(" \u00b7 ".join(names), style)
    root = element("html", top, _body(content, language), lang=content.language)
    return document(root)


def head(title: str, style: str) -> Element:
    """Return the head of a page that is shown alone: it may use this style and ask for nothing."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex"),
        element("meta", name="format-detection", content="telephone=no"),
        element("title", title),
        element("style", style),
    )


def _policy(style: str) -> str:
    """Return a policy that allows this one style and nothing else: no script, image or request."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _body(content: Itinerary, language: Language) -> Element:
    is_alone = len(content.days) == 1
    days = [
        day_section(day, number, language, is_alone=is_alone)
        for number, day in enumerate(content.days)
    ]
    return element(
        "body",
        _header(content, is_alone=is_alone),
        element("main", *days, element("div", *card_sections(content), class_="columns")),
        element("footer", element("p", " \u00b7 ".join(content.footer))),
    )


def _header(content: Itinerary, *, is_alone: bool) -> Element:
    subtitle = [content.subtitle]
    if content.reader and content.reader not in content.title:
        subtitle.insert(0, content.reader)
    first = first_line(content.days[0]) if is_alone and content.days[0].first else None
    shown = " \u00b7 ".join(part for part in subtitle if part)
    return element(
        "header",
        element("h1", content.title),
        element("p", shown, class_="subtitle") if shown else None,
        first,
    )
