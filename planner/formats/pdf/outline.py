"""Outlines: marks in a document that a reader can jump to."""

from reportlab.platypus import Flowable


class Landmark(Flowable):
    """Takes no room; puts its title into the outline, pointing to where it stands."""

    def __init__(self, title: str, level: int = 0) -> None:
        super().__init__()
        self._title = title
        self._level = level

    def wrap(self, *_: float) -> tuple[float, float]:
        """Take nothing."""
        return 0, 0

    def draw(self) -> None:
        """Mark the place and open the outline when the document is."""
        canvas = self.canv
        _, top = canvas.absolutePosition(0, 0)
        key = f"page {canvas.getPageNumber()} at {top:.2f}"
        canvas.bookmarkHorizontalAbsolute(key, top)
        canvas.addOutlineEntry(self._title, key, self._level)
        canvas.showOutline()
