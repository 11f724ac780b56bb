"""Which layout an audience's document has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from reportlab.platypus import Flowable

from planner.domain.audiences import AudienceKind
from planner.formats.itinerary.content import Itinerary
from planner.formats.pdf.candidate import candidate_story
from planner.formats.pdf.door import door_story
from planner.formats.pdf.interviewer import interviewer_story
from planner.formats.pdf.page import Sheet, printed
from planner.formats.pdf.paper import Paper
from planner.formats.pdf.run_sheet import run_sheet_story
from planner.formats.pdf.typesetter import Typesetter, typesetter
from planner.formats.wording import documents as words
from planner.formats.wording import pages
from planner.formats.wording.language import language as language_of


@dataclass(frozen=True, slots=True)
class _Layout:
    story: Callable[[Itinerary, Typesetter], list[Flowable]]
    is_landscape: bool = False
    has_head_on_first: bool = True


_LAYOUTS: Mapping[AudienceKind, _Layout] = {
    AudienceKind.CANDIDATE: _Layout(candidate_story, has_head_on_first=False),
    AudienceKind.INTERVIEWER: _Layout(interviewer_story),
    AudienceKind.HOST: _Layout(interviewer_story),
    AudienceKind.ROOM: _Layout(door_story, is_landscape=True, has_head_on_first=False),
    AudienceKind.COORDINATOR: _Layout(run_sheet_story, is_landscape=True, has_head_on_first=False),
}


def laid_out(
    content: Itinerary, prepared: datetime, paper: Paper
) -> tuple[bytes, Mapping[str, str]]:
    """Return the file of an itinerary and the characters that could not be printed."""
    layout = _LAYOUTS[content.audience.kind]
    sheet = _sheet(content, layout, prepared, paper)
    setting = typesetter(content, prepared, (sheet.width, sheet.height))
    story = layout.story(content, setting)
    return printed(story, sheet, setting.report), setting.report.found


def _sheet(content: Itinerary, layout: _Layout, prepared: datetime, paper: Paper) -> Sheet:
    language = language_of(content.language)
    kind = words.FILE_WORDS.get(content.audience.kind, "")
    return Sheet(
        paper=paper,
        language=content.language,
        prepared=prepared,
        title=content.title,
        subject=language.text(kind),
        page_of=language.text(pages.PAGE_OF),
        reader=content.reader,
        dates=content.subtitle,
        footer=" \u00b7 ".join(content.footer),
        is_landscape=layout.is_landscape,
        has_head_on_first=layout.has_head_on_first,
    )
