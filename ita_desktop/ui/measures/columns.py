"""The columns of the measures table, as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.period import parse_period
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.thai.baht import format_baht
from ita_desktop.thai.clean import clean_line
from ita_desktop.thai.order import sort_key
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.table_model import Column

NUMBER, INDICATOR, SCORE, TEXT, METHOD = "number", "indicator", "score", "text", "method"
RESPONSIBLE, OWNER, PERIOD, MONITORING = "responsible", "owner", "period", "monitoring"
OUTPUT_TARGET, BUDGET, TOPIC, STATUS = "output_target", "budget", "topic", "status"

HEADS = {
    NUMBER: "ที่",
    INDICATOR: "ตัวชี้วัด",
    SCORE: "คะแนนปีก่อน",
    TEXT: "แนวทาง/มาตรการ",
    METHOD: "วิธีดำเนินการ",
    RESPONSIBLE: "ผู้รับผิดชอบ",
    OWNER: "ผู้รับผิดชอบหลัก",
    PERIOD: "ระยะเวลา",
    MONITORING: "การกำกับติดตาม",
    OUTPUT_TARGET: "เป้าหมายผลผลิต",
    BUDGET: "งบประมาณ (บาท)",
    TOPIC: "ประเด็น",
    STATUS: "สถานะ",
}
"""The columns from left to right, by key."""
ALWAYS = frozenset({NUMBER, TEXT})
"""The columns that cannot be hidden."""
AT_FIRST = frozenset({NUMBER, INDICATOR, TEXT, RESPONSIBLE, PERIOD, STATUS})
"""The columns that are shown until the clerk chooses others."""

_PLACES = {
    "indicator_code": INDICATOR,
    "finding_ids": INDICATOR,
    "actions": TEXT,
    "division_ids": RESPONSIBLE,
    "period": PERIOD,
    "monitoring": MONITORING,
}
"""The column in which the remark on a field stands; those on follow-ups stand below the text, where there is room."""
_NARROW = frozenset(_PLACES.values()) - {TEXT}
"""The columns that say a remark in a few words, and all of it when pointed at."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


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


@dataclass(frozen=True)
class RowFacts:
    """What a row shows besides its measure, asked for when it is painted."""

    number_of: Callable[[Measure], int]
    """Place in the plan, from 1."""
    remarks_of: Callable[[Measure], Sequence[Remark]]
    score_of: Callable[[Measure], Decimal | None]
    """What the measure's indicator got in the result year, points."""
    is_shown: Callable[[str], bool]
    """Whether the column with this key is in sight."""


def measure_columns(wording: Wording, facts: RowFacts) -> list[Column[Measure]]:
    """All columns in their order; those not in sight are hidden by the view."""
    show = wording.numerals.show

    def said(key: str, *severities: Severity) -> Callable[[Measure], str]:
        def sentences(measure: Measure) -> str:
            found = (
                r for r in facts.remarks_of(measure) if r.severity in severities and remark_column(r, facts) == key
            )
            return show(" ".join(remark.beside_field for remark in found))

        return sentences

    def in_few_words(key: str) -> Callable[[Measure], str]:
        def words(measure: Measure) -> str:
            own = [r for r in facts.remarks_of(measure) if remark_column(r, facts) == key]
            grave = [r for r in own if r.severity is not Severity.HINT]
            return show(" ".join(remark.in_cell for remark in grave or own))

        return words

    def column(key: str, shown: Callable[[Measure], str], **more: Any) -> Column[Measure]:
        problem, hint = said(key, Severity.ERROR, Severity.WARNING), said(key, Severity.HINT)
        if key in _NARROW:
            more["brief"] = in_few_words(key)
        return Column(key, HEADS[key], shown, problem=problem, hint=hint, **more)

    def text(key: str) -> Column[Measure]:
        return column(key, lambda m: getattr(m, key), edit=lambda m, typed: replace(m, **{key: typed}))

    def responsible(measure: Measure) -> str:
        # A person that answers beside or instead of a division is seen also while the own column is not.
        named = (wording.responsible(measure), "" if facts.is_shown(OWNER) else measure.owner)
        return "\n".join(part for part in named if part)

    def score(measure: Measure) -> str:
        found = facts.score_of(measure)
        return "" if found is None else show(format_score(found))

    return [
        column(NUMBER, lambda m: show(str(facts.number_of(m) or "")), sort=facts.number_of),
        column(
            INDICATOR,
            wording.indicator,
            edit=lambda m, code: replace(m, indicator_code=code),
            value=lambda m: m.indicator_code,
            sort=wording.indicator_rank,
        ),
        column(SCORE, score, sort=lambda m: facts.score_of(m) or Decimal(-1), align=_RIGHT),
        column(
            TEXT,
            wording.text,
            edit=_with_text,
            value=lambda m: MeasureText(m.title, m.actions),
            sort=lambda m: sort_key(m.text),
        ),
        text(METHOD),
        column(
            RESPONSIBLE,
            responsible,
            edit=lambda m, r: replace(m, all_divisions=r.all_divisions, division_ids=r.division_ids),
            value=lambda m: Responsible(m.all_divisions, m.division_ids),
            sort=wording.responsible_rank,
        ),
        text(OWNER),
        column(
            PERIOD,
            wording.period,
            edit=_with_period,
            value=lambda m: m.period.text or wording.period(m),
            sort=wording.period_rank,
        ),
        text(MONITORING),
        text(OUTPUT_TARGET),
        column(
            BUDGET,
            lambda m: "" if m.budget is None else format_baht(m.budget, wording.numerals),
            edit=lambda m, amount: replace(m, budget=amount),
            value=lambda m: m.budget,
            sort=lambda m: -1 if m.budget is None else m.budget,
            align=_RIGHT,
        ),
        text(TOPIC),
        column(
            STATUS,
            wording.status,
            edit=lambda m, status: replace(m, status=MeasureStatus(status)),
            value=lambda m: m.status,
            sort=wording.status_rank,
        ),
    ]


def remark_column(remark: Remark, facts: RowFacts) -> str:
    """The column for a remark: its field's own, or the text's while that is not in sight."""
    key = _PLACES.get(remark.field, TEXT)
    return key if facts.is_shown(key) else TEXT


def _with_text(measure: Measure, text: MeasureText) -> Measure:
    return replace(measure, title=text.title, actions=text.actions)


def _with_period(measure: Measure, typed: str) -> Measure:
    text = clean_line(typed)
    if text == measure.period.text:
        return measure
    return replace(measure, period=parse_period(text, measure.plan_year))
