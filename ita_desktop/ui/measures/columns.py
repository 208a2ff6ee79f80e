"""The columns of the measures table, as data."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.period import parse_period
from ita_desktop.thai.clean import clean_line
from ita_desktop.thai.order import sort_key
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.table_model import Column

NUMBER, INDICATOR, TEXT, RESPONSIBLE, PERIOD, STATUS = (
    "number",
    "indicator",
    "text",
    "responsible",
    "period",
    "status",
)


@dataclass(frozen=True, slots=True)
class MeasureText:
    """What the text cell edits: a title, often empty, and the bullets."""

    title: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Responsible:
    """What the division cell edits."""

    all_divisions: bool
    division_ids: tuple[int, ...]


def measure_columns(wording: Wording, measures: Sequence[Measure]) -> list[Column[Measure]]:
    """The columns for these measures in stored order."""
    numbers = {measure.id: number for number, measure in enumerate(measures, start=1)}
    return [
        Column(
            NUMBER,
            "ที่",
            lambda m: wording.numerals.show(str(numbers.get(m.id, ""))),
            sort=lambda m: numbers.get(m.id, 0),
        ),
        Column(
            INDICATOR,
            "ตัวชี้วัด",
            wording.indicator,
            edit=lambda m, code: replace(m, indicator_code=code),
            value=lambda m: m.indicator_code,
            sort=wording.indicator_rank,
        ),
        Column(
            TEXT,
            "แนวทาง/มาตรการ",
            wording.text,
            edit=_with_text,
            value=lambda m: MeasureText(m.title, m.actions),
            sort=lambda m: sort_key(m.text),
        ),
        Column(
            RESPONSIBLE,
            "ผู้รับผิดชอบ",
            wording.responsible,
            edit=lambda m, r: replace(m, all_divisions=r.all_divisions, division_ids=r.division_ids),
            value=lambda m: Responsible(m.all_divisions, m.division_ids),
            sort=wording.responsible_rank,
        ),
        Column(
            PERIOD,
            "ระยะเวลา",
            wording.period,
            edit=_with_period,
            value=lambda m: m.period.text or wording.period(m),
            sort=wording.period_rank,
            problem=lambda m: wording.period_problem(m.period),
        ),
        Column(
            STATUS,
            "สถานะ",
            wording.status,
            edit=lambda m, status: replace(m, status=MeasureStatus(status)),
            value=lambda m: m.status,
            sort=wording.status_rank,
        ),
    ]


def _with_text(measure: Measure, text: MeasureText) -> Measure:
    return replace(measure, title=text.title, actions=text.actions)


def _with_period(measure: Measure, typed: str) -> Measure:
    text = clean_line(typed)
    if text == measure.period.text:
        return measure
    return replace(measure, period=parse_period(text, measure.plan_year))
