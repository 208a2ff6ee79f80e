"""Scores over the years, for screen and paper: total, instruments, indicators and levels with their changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.assessment import Assessment, display_score, format_score
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks, Instrument
from ita_desktop.domain.framework_map import indicator_through, items_before
from ita_desktop.domain.scoring import Outcome, outcome

MOST_YEARS = 10
TOTAL = "total"
"""Key of the series of totals."""


class Direction(StrEnum):
    """Which way a score went, in sign and word: never by colour alone."""

    UP = "up"
    DOWN = "down"
    SAME = "same"

    @property
    def words(self) -> str:
        """เพิ่มขึ้น, ลดลง or เท่าเดิม."""
        return {Direction.UP: "เพิ่มขึ้น", Direction.DOWN: "ลดลง", Direction.SAME: "เท่าเดิม"}[self]

    @property
    def sign(self) -> str:
        """The sign before the words."""
        return {Direction.UP: "▲", Direction.DOWN: "▼", Direction.SAME: "="}[self]


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a series: the score, unrounded, and its change against the year before; None where unknown."""

    year: FiscalYear
    score: Decimal | None = None
    change: Decimal | None = None
    """Of the two-decimal scores as they are shown, points."""
    name: str = ""
    """What it was called in that year; empty where it did not exist."""

    @property
    def direction(self) -> Direction | None:
        """Which way the score went; None where the change is not known."""
        return None if self.change is None else direction_of(self.change)


@dataclass(frozen=True, slots=True)
class Series:
    """One score through the years; `key` is `total`, an instrument or the newest year's indicator code."""

    key: str
    name: str
    points: tuple[Point, ...]

    @property
    def known(self) -> int:
        """In how many years the score is known."""
        return sum(point.score is not None for point in self.points)


@dataclass(frozen=True, slots=True)
class YearLevel:
    """The level of one year by that year's own system; `name` is empty when no level is certain."""

    year: FiscalYear
    name: str
    announced: bool
    """Whether it is the announced level, not one that follows from the scores."""
    new_system: bool
    """Whether its names differ from the year before: levels are not to be compared across."""


@dataclass(frozen=True, slots=True)
class Trend:
    """Up to ten years, oldest first."""

    years: tuple[FiscalYear, ...]
    total: Series
    instruments: tuple[Series, ...]
    indicators: tuple[Series, ...]
    levels: tuple[YearLevel, ...]
    notes: tuple[str, ...]
    """What a reader must know to compare: other names, another system of levels."""


def trend(
    frameworks: Frameworks, assessments: Iterable[Assessment], newest: FiscalYear, years: int = MOST_YEARS
) -> Trend:
    """The scores of the years up to `newest`, beginning with the first year that has any; indicators as of `newest`."""
    by_year = {a.year: a for a in assessments if 0 <= newest.be - a.year.be < years}
    first = min((year for year, a in by_year.items() if a.has_scores()), default=newest)
    shown = tuple(first + n for n in range(newest.be - first.be + 1))
    found = {year: outcome(frameworks.of(year), by_year.get(year, Assessment(year))) for year in shown}
    names = {
        indicator.code: indicator_through(frameworks, newest, indicator.code, len(shown) - 1)
        for indicator in frameworks.of(newest).indicators
    }
    indicators = []
    for code, through in names.items():
        scores = {year: by_year[year].indicators.get(i.code) for year, i in through.items() if year in by_year}
        called = {year: indicator.name for year, indicator in through.items()}
        indicators.append(_series(code, through[newest].label, shown, scores, called))
    totals = {year: each.total.value if each.total else None for year, each in found.items()}
    return Trend(
        years=shown,
        total=_series(TOTAL, "คะแนนรวม", shown, totals, dict.fromkeys(shown, "คะแนนรวม")),
        instruments=tuple(_of_instrument(instrument, found) for instrument in frameworks.of(newest).weights),
        indicators=tuple(indicators),
        levels=tuple(_levels(found)),
        notes=tuple(_notes(found, indicators)),
    )


def direction_of(change: Decimal) -> Direction:
    """Which way a change of shown scores goes."""
    return Direction.UP if change > 0 else Direction.DOWN if change < 0 else Direction.SAME


def change_between(score: Decimal | None, before: Decimal | None) -> Decimal | None:
    """The change of two scores as they are shown, points; None unless both are known."""
    if score is None or before is None:
        return None
    return display_score(score) - display_score(before)


def change_words(change: Decimal | None) -> str:
    """`▲ เพิ่มขึ้น 2.10`, `= เท่าเดิม`, or `–` when not known."""
    if change is None:
        return "–"
    direction = direction_of(change)
    amount = "" if direction is Direction.SAME else f" {format_score(abs(change))}"
    return f"{direction.sign} {direction.words}{amount}"


def detail_changes(frameworks: Frameworks, this: Assessment, before: Assessment) -> dict[str, Decimal]:
    """Changes of questions and items against the year before, by this year's code, where one continues exactly one.

    Questions are compared only while both years ask equally many: else their numbers mean other questions.
    """
    framework, older = frameworks.of(this.year), frameworks.of(before.year)
    found = {}
    for code, score in this.details.items():
        old = _detail_before(framework, older, code)
        change = change_between(score, before.details.get(old)) if old else None
        if change is not None:
            found[code] = change
    return found


def _detail_before(framework: Framework, older: Framework, code: str) -> str:
    if code.startswith(Instrument.OIT.detail_letter):
        items = items_before(framework, older, code)
        return items[0] if len(items) == 1 else ""
    instrument = next((i for i in framework.weights if code.startswith(i.detail_letter)), None)
    counts = [each.questions.get(instrument) for each in (framework, older)] if instrument else [None, None]
    return code if counts[0] is not None and counts[0] == counts[1] else ""


def _series(
    key: str,
    name: str,
    years: tuple[FiscalYear, ...],
    scores: Mapping[FiscalYear, Decimal | None],
    called: Mapping[FiscalYear, str],
) -> Series:
    known = [scores.get(year) for year in years]
    points = (
        Point(year, score, change_between(score, before), called.get(year, ""))
        for year, score, before in zip(years, known, (None, *known), strict=False)
    )
    return Series(key, name, tuple(points))


def _of_instrument(instrument: Instrument, found: Mapping[FiscalYear, Outcome]) -> Series:
    scores = {
        year: each.instruments[instrument].value for year, each in found.items() if instrument in each.instruments
    }
    return _series(instrument, instrument, tuple(found), scores, dict.fromkeys(found, instrument.value))


def _levels(found: Mapping[FiscalYear, Outcome]) -> Iterator[YearLevel]:
    before: tuple[str, ...] = ()
    for year, each in found.items():
        names = tuple(level.name for level in each.framework.levels)
        announced = bool(each.level_name) and each.level_name == each.announced_level
        yield YearLevel(year, each.level_name, announced, new_system=bool(before) and names != before)
        before = names


def _notes(found: Mapping[FiscalYear, Outcome], indicators: Iterable[Series]) -> Iterator[str]:
    for level in _levels(found):
        if level.new_system:
            yield f"ตั้งแต่ปี {level.year} ใช้ระดับผลแบบใหม่ จึงไม่ควรเทียบชื่อระดับกับปีก่อนหน้า"
    for series in indicators:
        for before, point in zip(series.points, series.points[1:], strict=False):
            if before.name and before.name != point.name:
                yield f"ตัวชี้วัดที่ {series.name} ถึงปี {before.year} ใช้ชื่อ {before.name}"
        first = next((point for point in series.points if point.name), None)
        if first and first is not series.points[0]:
            yield f"ตัวชี้วัดที่ {series.name} เริ่มมีในปี {first.year}"
