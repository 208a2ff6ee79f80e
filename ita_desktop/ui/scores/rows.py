"""The rows of the grid: one line for what is the same thing in every year shown, in each year's own numbering."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ita_desktop.domain.details import Detail
from ita_desktop.domain.framework import Framework, Indicator, Instrument
from ita_desktop.domain.framework_map import indicator_before, items_before
from ita_desktop.ui.scores.parts import (
    ANNOUNCED_ON,
    LEVEL,
    SOURCE,
    TOTAL,
    Part,
    detail_part,
    eit_part,
    indicator_part,
    instrument_part,
)

_UNVERIFIED = "* ชื่อหรือตัวชี้วัดของข้อนี้ยังไม่ได้ตรวจสอบกับเอกสารของสำนักงาน ป.ป.ช."

T = TypeVar("T")
Line = list[T | None]
"""The same thing year by year, None where a year does not have it."""


@dataclass(frozen=True)
class GridRow:
    """One row: its fact in each year shown (newest first), None where the year has no such fact."""

    key: str
    label: str
    parts: tuple[Part[Any] | None, ...]
    depth: int = 0
    """0 for total, instruments and the announcement, 1 below an instrument, 2 below an indicator."""
    own_codes: tuple[str, ...] = ()
    """What a year calls it, where that is not what the row says."""
    below: str = ""
    """Key of the indicator's row that this one is unfolded from."""
    foldable: bool = False
    note: str = ""
    """What stands behind the label's short words."""


def grid_rows(frameworks: Sequence[Framework]) -> list[GridRow]:
    """The rows of consecutive result years, newest first; details come after their indicator."""
    newest = frameworks[0]
    rows = [GridRow(TOTAL.key, TOTAL.name, (TOTAL,) * len(frameworks))]
    for instrument in newest.weights:
        rows.append(_instrument_row(instrument, frameworks))
        if instrument is Instrument.EIT:
            rows += _eit_rows(frameworks)
        for line in _indicator_lines(instrument, frameworks):
            rows += _indicator_rows(line, frameworks)
    rows += [GridRow(part.key, part.name, (part,) * len(frameworks)) for part in (LEVEL, ANNOUNCED_ON, SOURCE)]
    return rows


def _instrument_row(instrument: Instrument, frameworks: Sequence[Framework]) -> GridRow:
    part = instrument_part(instrument)
    label = f"{instrument} ({frameworks[0].weights[instrument] * 100:.0f}%)"
    parts = tuple(part if instrument in framework.weights else None for framework in frameworks)
    return GridRow(part.key, label, parts, note=instrument.thai_name)


def _eit_rows(frameworks: Sequence[Framework]) -> Iterable[GridRow]:
    for number in range(1, max(framework.eit_parts for framework in frameworks) + 1):
        part = eit_part(number)
        parts = tuple(part if framework.eit_parts >= number else None for framework in frameworks)
        yield GridRow(part.key, f"EIT ส่วนที่ {number}", parts, depth=1)


def _indicator_lines(instrument: Instrument, frameworks: Sequence[Framework]) -> list[Line[Indicator]]:
    def continued(newer: Framework, older: Framework, indicator: Indicator) -> list[str]:
        found = indicator_before(newer, older, indicator.code)
        return [found.code] if found and found.instrument is instrument else []

    return _lines(frameworks, lambda framework: framework.indicators_of(instrument), continued)


def _lines(
    frameworks: Sequence[Framework],
    things: Callable[[Framework], Sequence[T]],
    continued: Callable[[Framework, Framework, T], Sequence[str]],
) -> list[Line[T]]:
    """Chain what continues one another, newest year first; what no newer year continues gets a line of its own."""
    lines: list[Line[T]] = []
    for column, framework in enumerate(frameworks):
        heirs: dict[str, Line[T]] = {}
        for line in lines:
            newer = line[-1]
            before = [] if newer is None else continued(frameworks[column - 1], framework, newer)
            if len(before) == 1:
                heirs.setdefault(before[0], line)
        for thing in things(framework):
            found = heirs.get(_code(thing))
            if found is None:
                lines.append([None] * column + [thing])
            else:
                found.append(thing)
        for line in lines:
            line += [None] * (column + 1 - len(line))
    return lines


def _code(thing: object) -> str:
    return str(getattr(thing, "code", ""))


def _indicator_rows(line: Line[Indicator], frameworks: Sequence[Framework]) -> Iterable[GridRow]:
    first = next(indicator for indicator in line if indicator is not None)
    key = indicator_part(first).key
    years = list(zip(frameworks, line, strict=True))
    below = [() if indicator is None else framework.details_of(indicator.code) for framework, indicator in years]
    # The name may have changed as well: what the year itself calls it is said where it differs.
    names = tuple("" if i is None or i.label == first.label else i.label for i in line)
    parts = tuple(None if indicator is None else indicator_part(indicator) for indicator in line)
    yield GridRow(key, first.label, parts, 1, names, foldable=any(below))
    for details in _detail_lines(first.instrument, below, frameworks):
        yield _detail_row(details, key)


def _detail_lines(
    instrument: Instrument, below: Sequence[Sequence[Detail]], frameworks: Sequence[Framework]
) -> list[Line[Detail]]:
    if instrument is not Instrument.OIT:
        # Questions have no names to know them by: the first stands beside the first.
        longest = max(map(len, below))
        return [[details[n] if n < len(details) else None for details in below] for n in range(longest)]
    of = dict(zip((framework.year for framework in frameworks), below, strict=True))
    return _lines(
        frameworks,
        lambda framework: of[framework.year],
        lambda newer, older, item: items_before(newer, older, item.code),
    )


def _detail_row(line: Line[Detail], key: str) -> GridRow:
    first = next(detail for detail in line if detail is not None)
    own = tuple("" if detail is None or detail.code == first.code else detail.code for detail in line)
    parts = tuple(None if detail is None else detail_part(detail) for detail in line)
    shown = f"{first.code} {first.name}".rstrip()
    # An item is named by a list; where that was never checked, the clerk should know it from the name.
    note = _UNVERIFIED if first.name and not first.verified else ""
    return GridRow(detail_part(first).key, f"{shown} *" if note else shown, parts, 2, own, below=key, note=note)
