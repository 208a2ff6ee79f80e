"""Pieces that stand one below the other, and where a column of them is cut into pages."""

from collections.abc import Sequence
from itertools import pairwise

from ita_desktop.pdf.book import Pen

SLACK = 0.01
"""Lengths closer than this, in points, are the same."""


class Piece:
    """Something with a height that can be painted, and perhaps cut in two."""

    before = 0.0
    after = 0.0
    keep_with_next = False
    keep_with_previous = False

    def measure(self, width: float) -> float:
        """The height in points at this column width."""
        raise NotImplementedError

    def split(self, _width: float, _room: float, _full: float) -> "tuple[Piece, Piece] | None":
        """The part that fits the room and the rest, or None when it stays whole.

        The last argument is the height of an empty page: what is higher cannot stay whole for ever.
        """
        return None

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it with its top left corner here."""
        raise NotImplementedError


class Space(Piece):
    """Nothing, so many points high; not at the top of a page."""

    def __init__(self, height: float) -> None:
        self._height = height

    def measure(self, _width: float) -> float:
        """The height in points."""
        return self._height

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing to draw."""


class Stack(Piece):
    """Pieces one below the other."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = list(pieces)
        if self.pieces:
            self.before = self.pieces[0].before
            self.after = self.pieces[-1].after
            self.keep_with_next = self.pieces[-1].keep_with_next
            self.keep_with_previous = self.pieces[0].keep_with_previous

    def measure(self, width: float) -> float:
        """The heights and the gaps between them."""
        gaps = sum(max(above.after, below.before) for above, below in pairwise(self.pieces))
        return gaps + sum(piece.measure(width) for piece in self.pieces)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw all pieces."""
        after = None
        for piece in self.pieces:
            if after is not None:
                top += max(after, piece.before)
            piece.paint(pen, x, top, width)
            top += piece.measure(width)
            after = piece.after

    def split(self, width: float, room: float, full: float) -> "tuple[Stack, Stack] | None":
        """As many pieces as fit, the last one perhaps cut, without parting what belongs together."""
        left = room
        after = None
        for at, piece in enumerate(self.pieces):
            if after is not None:
                left -= max(after, piece.before)
            height = piece.measure(width)
            if height > left + SLACK:
                return self._cut(at, width, left, full)
            left -= height
            after = piece.after
        return self, Stack([])

    def _cut(self, at: int, width: float, left: float, full: float) -> "tuple[Stack, Stack] | None":
        parts = self.pieces[at].split(width, left, full)
        while isinstance(self.pieces[at], Space):
            at += 1  # what does not fit is the piece after the gap
            if at == len(self.pieces):
                return self, Stack([])
        if parts is not None:
            return Stack([*self.pieces[:at], parts[0]]), Stack([parts[1], *self.pieces[at + 1 :]])
        while at > 0:
            above = self._above(at)
            if self.pieces[at].keep_with_previous and above >= 0:
                end_of_previous = self._last_lines(above, width, full)
                if end_of_previous is not None:
                    first, last = end_of_previous
                    return Stack([*self.pieces[:above], first]), Stack([last, *self.pieces[above + 1 :]])
                at = above
            elif above >= 0 and self.pieces[above].keep_with_next:
                at = above
            else:
                return Stack(self.pieces[:at]), Stack(self.pieces[at:]).without_leading_space()
        return None

    def _above(self, at: int) -> int:
        """The piece before this one, gaps left out; -1 when there is none."""
        above = at - 1
        while above >= 0 and isinstance(self.pieces[above], Space):
            above -= 1
        return above

    def without_leading_space(self) -> "Stack":
        """The stack as it stands at the top of a page."""
        first = next((at for at, piece in enumerate(self.pieces) if not isinstance(piece, Space)), len(self.pieces))
        return Stack(self.pieces[first:])

    def _last_lines(self, at: int, width: float, full: float) -> tuple[Piece, Piece] | None:
        """A piece cut as low as it can be, so that its end goes along with what follows it."""
        piece = self.pieces[at]
        return piece.split(width, piece.measure(width) - 2 * SLACK, full)


class Together(Stack):
    """Pieces that stay on one page if a page can hold them."""

    def split(self, width: float, room: float, full: float) -> tuple[Stack, Stack] | None:
        """Cut only when higher than a page."""
        if self.measure(width) <= full + SLACK:
            return None
        return super().split(width, room, full)


def into_pages(body: Stack, width: float, height: float) -> list[Stack]:
    """The column cut into pages of this height; what no page can hold stands alone on one."""
    pages: list[Stack] = []
    body = body.without_leading_space()
    while body.pieces:
        parts = body.split(width, height, height)
        if parts is None or not parts[0].pieces:
            parts = _until_full(body, width, height)
        pages.append(parts[0])
        body = parts[1].without_leading_space()
    return pages or [Stack([])]


def _until_full(body: Stack, width: float, height: float) -> tuple[Stack, Stack]:
    """When keeping together asks for more than a page: as many pieces as fit, one at least."""
    used, count = 0.0, 0
    for piece in body.pieces:
        used += piece.measure(width)
        if used > height and count:
            break
        count += 1
    return Stack(body.pieces[:count]), Stack(body.pieces[count:])
