"""The printed document of an audience. The libraries that print are loaded when one is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from planner.domain.audiences import Audience
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import ANY_EDITION, Edition, Itinerary
from planner.formats.pdf.paper import Paper
from planner.formats.wording.language import Language


@dataclass(frozen=True, slots=True)
class PdfDocument:
    """A PDF file, and what no font could print: each character with a text it occurred in."""

    content: bytes
    missing: Mapping[str, str]


def pdf_file(
    plan: Plan,
    audience: Audience,
    language: Language,
    edition: Edition = ANY_EDITION,
    paper: Paper = Paper.A4,
) -> PdfDocument:
    """Return the document of one audience.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
    """
    return pdf_document(itinerary(plan, audience, language, edition), edition.prepared, paper)


def pdf_document(
    content: Itinerary, prepared: datetime | None = None, paper: Paper = Paper.A4
) -> PdfDocument:
    """Return an itinerary as a document, dated ``prepared`` or else by the plan's last change."""
    from planner.formats.pdf.layout import laid_out  # noqa: PLC0415 -- slow import

    return PdfDocument(*laid_out(content, prepared or content.changed, paper))
