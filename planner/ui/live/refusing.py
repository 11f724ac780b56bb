"""Why a key does nothing at this moment, in words that say what would."""

from planner.formats.wording.language import Language
from planner.i18n import mark
from planner.ui.live.aims import Aims, Verb
from planner.ui.timeline.faces import title_of

_REASONS = {
    Verb.START: mark("Nothing is left to start."),
    Verb.END: mark("Nothing runs that could end."),
    Verb.EXTEND: mark("Nothing runs that could be extended."),
    Verb.CUT: mark("Nothing runs that could be cut."),
    Verb.DROPPED: mark("Nothing runs that could be interrupted."),
    Verb.BACK: mark("Nothing is interrupted."),
    Verb.NO_SHOW: mark("Nobody is awaited at this moment."),
    Verb.REPLACE: mark("Nobody has to be replaced at this moment."),
    Verb.SKIP: mark("Nothing is left to be skipped."),
}


def why_not(verb: Verb, aims: Aims | None, language: Language, *, is_today: bool) -> str:
    """Return why a verb means no block now."""
    if not is_today:
        return language.text("This day is not today.")
    if aims is None:
        return language.text("Choose a candidate first.")
    running = aims.running
    if verb is Verb.START and running is not None and not aims.gives_way:
        title = title_of(running.block, language)
        return language.text("{block} still runs: end it first.", block=title)
    return language.text(_REASONS[verb])
