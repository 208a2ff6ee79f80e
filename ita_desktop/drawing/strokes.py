"""Strokes and markers made of straight lines, so that every painter draws them alike."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from ita_desktop.drawing.shapes import Line, Rect

Point = tuple[float, float]
SOLID: tuple[float, ...] = ()
PATTERNS: tuple[tuple[float, ...], ...] = (SOLID, (6, 3), (2, 2), (9, 3, 2, 3), (4, 5))
"""Lengths in points, on and off in turn: told apart where nothing has a colour."""


def stroke(
    points: Sequence[Point], colour: str, width: float = 1.0, pattern: Sequence[float] = SOLID
) -> list[Rect | Line]:
    """A line through the points; the pattern runs on around its corners."""
    if not pattern:
        return [Line(*start, *end, colour, width) for start, end in pairwise(points)]
    lines: list[Rect | Line] = []
    number, left = 0, pattern[0]
    for (x1, y1), (x2, y2) in pairwise(points):
        length, done = hypot(x2 - x1, y2 - y1), 0.0
        while length - done > 1e-6:
            reach = min(left, length - done)
            if number % 2 == 0:
                a, b = done / length, (done + reach) / length
                ends = (x1 + (x2 - x1) * a, y1 + (y2 - y1) * a, x1 + (x2 - x1) * b, y1 + (y2 - y1) * b)
                lines.append(Line(*ends, colour, width))
            done, left = done + reach, left - reach
            if left <= 1e-6:
                number += 1
                left = pattern[number % len(pattern)]
    return lines


MARKERS = 5
"""So many markers differ in shape."""


def marker(number: int, x: float, y: float, side: float, colour: str) -> list[Rect | Line]:
    """A small sign around a point: full square, diamond, hollow square, cross, triangle, then over again."""
    half = side / 2
    match number % MARKERS:
        case 0:
            return [Rect(x - half, y - half, side, side, colour)]
        case 1:
            reach = side * 0.7
            around = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y), (x, y - reach)]
            return [Rect(x - half / 2, y - half / 2, half, half, colour), *stroke(around, colour, 1.2)]
        case 2:
            return [Rect(x - half, y - half, side, side, "#ffffff", colour)]
        case 3:
            first = Line(x - half, y - half, x + half, y + half, colour, 1.4)
            return [first, Line(x - half, y + half, x + half, y - half, colour, 1.4)]
        case _:
            around = [(x, y - half), (x + half, y + half), (x - half, y + half), (x, y - half)]
            return stroke(around, colour, 1.2)


def runs(points: Sequence[Point | None], *, closed: bool = False) -> list[list[Point]]:
    """The points in unbroken runs, parted where one is missing; a closed ring without gaps ends where it began."""
    if closed and points and all(point is not None for point in points):
        points = [*points, points[0]]
    elif closed and None in points:
        gap = points.index(None)
        points = [*points[gap:], *points[:gap]]
    found: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            found[-1].append(point)
        elif found[-1]:
            found.append([])
    return [run for run in found if run]
