"""Sentences for requests that cannot be met as they were asked."""

from collections.abc import Mapping

from planner.i18n import mark

REQUEST_SENTENCES: Mapping[str, str] = {
    "file_exists": mark(
        "{file} is there already and was left as it is. Choose another name, or ask for it to be "
        "replaced (--force)."
    ),
    "nothing_to_write": mark("There is no calendar entry for this reader, so no file was written."),
    "unknown_audience": mark(
        "Nobody in the plan is called {text}. These can be named: {known}, and all."
    ),
    "unknown_block.none": mark("The plan has no block {text}. These are its blocks: {known}."),
    "unknown_block.several": mark(
        "More than one block is called {text}. Name one of these: {known}."
    ),
    "unknown_zone": mark(
        "There is no time zone {name}. Write it as region and city, such as Europe/Berlin."
    ),
}
