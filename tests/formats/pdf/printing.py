"""Documents to look at: the shipped sample, and plans that hold one awkward thing each."""

from datetime import UTC, date, datetime
from functools import cache

from planner.domain.audiences import Audience
from planner.domain.ids import CandidateId, PersonId
from planner.domain.plan import Plan
from planner.formats.itinerary.content import Edition
from planner.formats.pdf.documents import PdfDocument, pdf_file
from planner.formats.pdf.paper import Paper
from planner.formats.planfile.reading import read_plan
from planner.formats.wording.language import language
from planner.resources import bundled

ONSITE = date(2015, 9, 25)
BEFORE_ALL = datetime(2015, 8, 6, 9, 0, tzinfo=UTC)
THREE_DAYS_BEFORE = datetime(2015, 9, 22, 9, 0, tzinfo=UTC)

VISITOR = Audience.candidate(CandidateId("candidate"))
ADA = Audience.candidate(CandidateId("ada"))
ARCHITECT = Audience.interviewer(PersonId("partner-solutions-architect"))
COORDINATOR = Audience.coordinator()


@cache
def sample() -> Plan:
    """Return the plan that ships with the program."""
    return read_plan(bundled("samples", "luxembourg-2015.interviewplan").read_bytes())


def onsite(prepared: datetime = THREE_DAYS_BEFORE) -> Edition:
    """Return the edition of the onsite day alone."""
    changes = "2nd interview by phone"
    return Edition(version=3, changes=changes, prepared=prepared, days=frozenset({ONSITE}))


def all_days(prepared: datetime = BEFORE_ALL) -> Edition:
    return Edition(prepared=prepared)


def made(
    plan: Plan,
    audience: Audience,
    edition: Edition | None = None,
    *,
    paper: Paper = Paper.A4,
    tag: str = "en",
) -> PdfDocument:
    return pdf_file(plan, audience, language(tag), edition or all_days(), paper)


def printed(
    plan: Plan,
    audience: Audience,
    edition: Edition | None = None,
    *,
    paper: Paper = Paper.A4,
    tag: str = "en",
) -> bytes:
    return made(plan, audience, edition, paper=paper, tag=tag).content
