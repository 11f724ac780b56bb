"""Paragraphs that break their lines once: tables ask for the height of each cell many times."""

from reportlab.platypus import Flowable


class Steady(Flowable):  # type: ignore[misc]
    """A paragraph that remembers how high it stands in a column of the width asked for last."""

    def __init__(self, paragraph: Flowable) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._room = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size in a column of this width."""
        if width != self._room:
            self.width, self.height = self._paragraph.wrap(width, height)
            self._room = width
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the lines that fit and the others."""
        return list(self._paragraph.split(width, height))

    def draw(self) -> None:
        """Draw the lines as they were broken."""
        self._paragraph.canv = self.canv
        self._paragraph.draw()
