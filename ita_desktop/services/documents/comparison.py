"""The result beside earlier years, in words and arrows."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.paper import NumberedText
from ita_desktop.domain.score_documents import HistoryLine, ScoreHistory, TextPart
from ita_desktop.domain.scoring import Outcome
from ita_desktop.domain.trend import Direction, Series, Trend, change_words, direction_of, trend
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.source import PaperSource

_FEWEST_YEARS = 3
"""From so many years on the row of totals says more than the change from the year before."""


def comparison(source: PaperSource, found: Outcome, before: Outcome) -> TextPart:
    """What rose, fell and stayed since the year before; nothing where no score can be compared."""
    years = trend(source.frameworks, source.assessments, source.result_year)
    points = tuple(_points(years, found, before))
    if not points:
        return TextPart()
    notes = tuple(note for note in years.notes if str(source.result_year) in note or len(years.years) > 2)
    return TextPart(f"การเปรียบเทียบกับปี {source.result_year - 1}", notes, points)


def history(source: PaperSource) -> ScoreHistory | None:
    """Total and instruments through the years, where the totals of enough years are known."""
    years = trend(source.frameworks, source.assessments, source.result_year)
    if years.total.known < _FEWEST_YEARS:
        return None
    known = (series for series in (years.total, *years.instruments) if series.known)
    lines = tuple(HistoryLine(series.name, tuple(point.score for point in series.points)) for series in known)
    return ScoreHistory(f"คะแนนปี {years.years[0]} ถึงปี {years.years[-1]}", years.years, lines)


def _points(years: Trend, found: Outcome, before: Outcome) -> Iterator[NumberedText]:
    newest = years.total.points[-1]
    if newest.change is not None and before.total is not None:
        was = f"จาก {format_score(before.total.value)} เป็น {format_score(newest.score)} คะแนน"
        yield NumberedText("", f"{was} {change_words(newest.change)}", "คะแนนรวม")
    same_levels = before.framework.levels and not years.levels[-1].new_system
    if same_levels and found.level_name and before.level_name:
        stays = found.level_name == before.level_name
        said = f"คงอยู่ในระดับ “{found.level_name}”" if stays else f"จาก “{before.level_name}” เป็น “{found.level_name}”"
        yield NumberedText("", said, "ระดับผลการประเมิน")
    instruments = [f"{each.name} ({change_words(change)})" for each, change in _changed(years.instruments)]
    if instruments:
        yield NumberedText("", wording.listed(instruments), "รายเครื่องมือ")
    for direction in Direction:
        yield from _moved(years.indicators, direction)
    yield from _over_years(years)


def _changed(series: Iterable[Series]) -> Iterator[tuple[Series, Decimal]]:
    """The scores whose change since the year before is known, with it."""
    for each in series:
        change = each.points[-1].change
        if change is not None:
            yield each, change


def _moved(indicators: Iterable[Series], direction: Direction) -> Iterator[NumberedText]:
    """The indicators that went one way, those that moved most first."""
    moved = [(each, change) for each, change in _changed(indicators) if direction_of(change) is direction]
    moved.sort(key=lambda pair: abs(pair[1]), reverse=True)
    amounts = [f" ({direction.sign}{format_score(abs(change))})" if change else "" for _, change in moved]
    names = [f"{each.name}{amount}" for (each, _), amount in zip(moved, amounts, strict=True)]
    if names:
        yield NumberedText("", wording.listed(names), f"ตัวชี้วัดที่คะแนน{direction.words}")


def _over_years(years: Trend) -> Iterator[NumberedText]:
    if years.total.known < _FEWEST_YEARS:
        return
    said = [
        f"ปี {point.year} {format_score(point.score)}{f' ({level.name})' if level.name else ''}"
        for point, level in zip(years.total.points, years.levels, strict=True)
        if point.score is not None
    ]
    yield NumberedText("", wording.listed(said), "คะแนนรวมย้อนหลัง")
