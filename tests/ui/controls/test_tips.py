from planner.ui.controls.tips import tip


def test_plain_words_stay() -> None:
    assert tip("Undo moving lunch") == "Undo moving lunch"


def test_markup_of_people_is_shown_not_obeyed() -> None:
    assert tip("R&D <b>") == "<span>R&amp;D &lt;b&gt;</span>"


def test_lines_stay_lines_also_beside_markup() -> None:
    assert tip("Lunch\nThere is no rest.") == "Lunch\nThere is no rest."
    assert tip("R&D\nthere") == "<span>R&amp;D<br>there</span>"


def test_long_text_is_broken() -> None:
    assert tip("word " * 20) == "<span>" + "word " * 20 + "</span>"
