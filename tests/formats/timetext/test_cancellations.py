import pytest

from planner.formats.timetext.cancellations import parted, says_cancelled, with_strikes
from planner.formats.timetext.timetable import Sort
from tests.formats.timetext.pasting import note_codes, paste, sorts


@pytest.mark.parametrize(
    "text",
    [
        "Interview (cancelled)",
        "Interview (cancelled by Eva)",
        "CANCELLED Interview",
        "Canceled: Interview",
        "Interview - cancelled",
        "Interview is cancelled",
        "entf\u00e4llt: Gespr\u00e4ch",
        "Gespr\u00e4ch (leider abgesagt)",
        "Gespr\u00e4ch f\u00e4llt leider aus",
        "called off",
    ],
)
def test_word_of_its_own_cancels(text: str) -> None:
    assert says_cancelled(text)


@pytest.mark.parametrize(
    "text",
    [
        "Talk on cancelled orders",
        "Interview, not cancelled",
        "Gespr\u00e4ch, nicht abgesagt",
        "Talk: cancelled orders",
        "Cancellation policy",
    ],
)
def test_other_words_do_not_cancel(text: str) -> None:
    assert not says_cancelled(text)


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("a ~~b~~ c", "a  c", "b"),
        ("~~b~~", "", "b"),
        ("~9:00 Talk~", "", "9:00 Talk"),
        ("~ 9:00 Talk", "~ 9:00 Talk", ""),
        ("a ~~ b", "a ~~ b", ""),
    ],
)
def test_tildes_strike_out(text: str, kept: str, gone: str) -> None:
    assert parted(with_strikes(text)) == (kept, gone)


def test_cancelled_row_neither_ends_nor_orders_the_others() -> None:
    timetable = paste("10:00 Talk\n14:00 Talk (cancelled)\n11:00 Tour\n12:00 Lunch")
    assert sorts(timetable) == [Sort.ROW, Sort.CANCELLED, Sort.ROW, Sort.ROW]
    assert note_codes(timetable) == ["assumed_end", "not_taken", "assumed_end", "no_end"]
