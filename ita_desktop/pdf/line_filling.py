"""Text in lines: cut into bits at break chances and changes of look, then filled into a column."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from ita_desktop.pdf.flow import SLACK
from ita_desktop.pdf.shaping import Face
from ita_desktop.pdf.styles import Run
from ita_desktop.thai import line_rules, words

JOINED, CHANCE, LINE_END, POOR_CHANCE = 0, 1, 2, 3
"""What follows a bit of text: more of the same word, a break chance, a line break that was typed, or a
chance that is taken only when no better one is near."""

_LEAST_LAST, _LEAST_LAST_EM = 0.155, 2.5
"""A last line narrower than this share of the column, as wide as the indent of running text, or this many em
gets another word from the line above."""

_LEAST_FULL = 0.7
"""How much of its width the line above keeps."""

_MOST_BALANCED = 4
_BALANCING_STEPS = 40
"""Centred text of so many lines is balanced, in so many tries."""

Line = tuple[int, int, float]
"""The first bit of a line, the bit after its last, and its width without the gap at its end."""

_SHOWN_SPACES = line_rules.SPACES.replace("\u200b", "")
_UNEVEN_SPACE = re.compile(f"[{_SHOWN_SPACES}]{{2,}}|[{_SHOWN_SPACES[1:]}]")
_CLUSTER = re.compile("(?:[-([{“‘«] ?)*[เ-ไ]?.[ะ-ฺๅ็-๎ๆฯ.,;:!?)\\]}”’»…%]*", re.DOTALL)
_LETTER = re.compile(".[ัิ-ฺ็-๎]*", re.DOTALL)


class Bits:
    """The text in the pieces it is drawn in: bits of one look between two break chances, as columns."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.looks: list[int] = []
        self.widths: list[float] = []
        self.gaps: list[float] = []
        self.ends: list[int] = []

    def part(self, begin: int, end: int) -> "Bits":
        """The bits from one to before another."""
        part = Bits()
        part.texts, part.looks = self.texts[begin:end], self.looks[begin:end]
        part.widths, part.gaps, part.ends = self.widths[begin:end], self.gaps[begin:end], self.ends[begin:end]
        return part

    def width(self, begin: int, end: int) -> float:
        """How wide they are on one line, without the gap at its end."""
        return sum(self.widths[begin:end]) + sum(self.gaps[begin : end - 1])

    def add(self, text: str, look: int, width: float, gap: float, end: int) -> None:
        self.texts.append(text)
        self.looks.append(look)
        self.widths.append(width)
        self.gaps.append(gap)
        self.ends.append(end)


def bits_of(text_runs: Sequence[Run], faces: Sequence[Face], em: float) -> Bits:
    """The runs as bits; `em` is 1/1000 of the size in points."""
    bits = Bits()
    whole = "".join(run.text for run in text_runs)
    edges = list(accumulate((len(run.text) for run in text_runs), initial=0))
    start = 0
    for line in whole.split("\n"):
        if bits.ends:
            bits.ends[-1] = LINE_END
        _add_line(bits, line, start, edges, faces, em)
        start += len(line) + 1
    return bits


def _add_line(bits: Bits, line: str, start: int, edges: Sequence[int], faces: Sequence[Face], em: float) -> None:
    look = bisect_right(edges, start, hi=len(edges) - 1) - 1
    changes = {edge - start for edge in edges if start < edge < start + len(line)}
    chances, poor = words.chances(line)
    cuts = sorted({*chances, *changes}) if changes else chances
    joined = changes.difference(chances)
    uneven = _UNEVEN_SPACE.search(line) is not None
    widths = faces[look].widths
    for first, last in pairwise((0, *cuts, len(line))):
        if first in changes:
            look = bisect_right(edges, start + first, hi=len(edges) - 1) - 1
            widths = faces[look].widths
        body = chunk = line[first:last]
        gap = 0.0
        if last not in joined:
            body = chunk.rstrip(line_rules.SPACES)
            if body != chunk and chunk.strip("\u200b") != body:
                gap = widths[" "] * em
        if uneven:
            body = _UNEVEN_SPACE.sub(" ", body)
        bits.texts.append(body)
        bits.looks.append(look)
        bits.widths.append(widths[body] * em)
        bits.gaps.append(gap)
        bits.ends.append(JOINED if last in joined else POOR_CHANCE if last in poor else CHANCE)


def fitting(bits: Bits, faces: Sequence[Face], em: float, limit: float) -> Bits:
    """The same bits, those of words wider than the limit cut at inner words, else at letters."""
    wide: set[int] = set()
    begin, width = 0, 0.0
    for at, (bit, end) in enumerate(zip(bits.widths, bits.ends, strict=True)):
        width += bit
        if end != JOINED:
            if width > limit + SLACK:
                wide.update(range(begin, at + 1))
            begin, width = at + 1, 0.0
    if not wide:
        return bits
    cut = Bits()
    for at, (text, look, width) in enumerate(zip(bits.texts, bits.looks, bits.widths, strict=True)):
        if at in wide:
            _add_pieces(cut, bits, at, faces[look], em, limit)
        else:
            cut.add(text, look, width, bits.gaps[at], bits.ends[at])
    return cut


def _add_pieces(cut: Bits, bits: Bits, at: int, face: Face, em: float, limit: float) -> None:
    text, look, end = bits.texts[at], bits.looks[at], bits.ends[at]
    pieces = list(_pieces_that_fit(text, lambda part: face.width(part) * em <= limit))
    last = pieces.pop() if pieces else ""
    for piece in pieces:
        body = piece.rstrip(line_rules.SPACES)
        gap = face.width(" ") * em if body != piece else 0.0
        cut.add(body, look, face.width(body) * em, gap, CHANCE)
    if end == JOINED and line_rules.may_break((last or " ") + (bits.texts[at + 1] or " "), max(len(last), 1)):
        end = CHANCE
    cut.add(last, look, face.width(last) * em, bits.gaps[at], end)


def filled_lines(bits: Bits, first: float, rest: float, most_shorter: float) -> Iterator[Line]:
    """The lines of a column whose first line is so wide and the others so.

    A line that would end at a poor chance ends at the good one before it, if that makes it no shorter
    than the column less so much.
    """
    limit, next_limit = first + SLACK, rest + SLACK
    start = begin = good = 0
    used = gap = width = good_used = good_gap = 0.0
    at_poor = False
    for at, (bit, next_gap, end) in enumerate(zip(bits.widths, bits.gaps, bits.ends, strict=True), start=1):
        width += bit
        if end == JOINED:
            continue
        total = used + gap + width
        if total > limit and begin > start:
            carried = used - good_used - good_gap
            if at_poor and good > start and good_used >= limit - most_shorter and carried + gap + width <= next_limit:
                yield start, good, good_used
                start, total = good, carried + gap + width
            else:
                yield start, begin, used
                start, total = begin, width
            limit = next_limit
        used, gap, begin, width = total, next_gap, at, 0.0
        at_poor = end == POOR_CHANCE
        if end == CHANCE:
            good, good_used, good_gap = at, total, next_gap
        elif end == LINE_END:
            yield start, at, used
            start, limit, used, gap = at, next_limit, 0.0, 0.0
    if start < len(bits.texts):
        yield start, len(bits.texts), used


def without_short_end(bits: Bits, lines: list[Line], rest: float, em: float) -> list[Line]:
    """The lines, a word moved down where the last one would be a mere word or two; `em` is in points."""
    if len(lines) < 2:
        return lines
    (start, end, used), (_, last, alone) = lines[-2:]
    if bits.ends[end - 1] == LINE_END or alone > max(_LEAST_LAST * rest, _LEAST_LAST_EM * em):
        return lines
    for cut in range(end - 1, start, -1):
        above = bits.width(start, cut)
        if above < _LEAST_FULL * used:
            break
        below = bits.width(cut, last)
        if bits.ends[cut - 1] == CHANCE and below <= rest + SLACK:
            return [*lines[:-2], (start, cut, above), (cut, last, below)]
    return lines


def balanced_lines(bits: Bits, first: float, rest: float, most_shorter: float) -> Iterator[Line]:
    """As `filled_lines`, for centred text: lines that follow from one another are about equally long."""
    edges = [0, *(at for at, end in enumerate(bits.ends, start=1) if end == LINE_END), len(bits.ends)]
    for begin, end in pairwise(edges):
        part = bits.part(begin, end)
        width = first if begin == 0 else rest
        fullest = list(filled_lines(part, width, rest, most_shorter))
        tries = [fullest]
        if 1 < len(fullest) <= _MOST_BALANCED:
            shares = [1 - number / _BALANCING_STEPS for number in range(1, _BALANCING_STEPS * 2 // 3)]
            tries += [list(filled_lines(part, width * share, rest * share, rest * share / 2)) for share in shares]
        best = min((lines for lines in tries if len(lines) == len(fullest)), key=lambda lines: _unevenness(part, lines))
        yield from ((start + begin, stop + begin, used) for start, stop, used in best)


def _unevenness(bits: Bits, lines: Sequence[Line]) -> tuple[int, float]:
    widths = [used for _, _, used in lines]
    return sum(bits.ends[stop - 1] == POOR_CHANCE for _, stop, _ in lines[:-1]), max(widths) - min(widths)


def _pieces_that_fit(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    for first, last in pairwise((0, *words.loose_breaks(text), len(text))):
        part = text[first:last]
        if fits(part):
            yield part
            continue
        for cluster in _CLUSTER.findall(part):
            if fits(cluster):
                yield cluster
            else:
                yield from _LETTER.findall(cluster)
