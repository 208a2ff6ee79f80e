"""Measures to and from their rows, ten thousand of them in a blink: plain columns, and each value decoded once."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from ita_desktop.db.connection import UnreadableError
from ita_desktop.db.rows import MeasureDivisionRow, MeasureFindingRow, MeasureRow
from ita_desktop.db.types import StoredType
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.measure_copies import made_of
from ita_desktop.domain.period import Period
from ita_desktop.services.storage import add_all, columns

Links = Mapping[int, tuple[int, ...]]

assert isinstance(MeasureRow.__table__, Table)
_TABLE = MeasureRow.__table__
_ORDER = itemgetter(*(list(_TABLE.columns.keys()).index(name) for name in ("plan_year", "position", "id")))


def row_values(measure: Measure) -> dict[str, object]:
    """The columns of the measure's row."""
    period = measure.period
    return columns(
        MeasureRow,
        measure,
        topic_tag=measure.topic,
        period_text=period.text,
        period_first=period.first,
        period_last=period.last,
    )


def add_links(session: Session, measures: Sequence[Measure]) -> None:
    """Link stored measures, which have no links yet, with their divisions and findings."""
    divisions = [
        {"measure_id": measure.id, "division_id": id_, "position": n}
        for measure in measures
        for n, id_ in enumerate(measure.division_ids)
    ]
    findings = [
        {"measure_id": measure.id, "finding_id": id_, "position": n}
        for measure in measures
        for n, id_ in enumerate(measure.finding_ids)
    ]
    add_all(session, MeasureDivisionRow, divisions)
    add_all(session, MeasureFindingRow, findings)


def load_measures(session: Session, which: ColumnElement[bool]) -> list[Measure]:
    """The measures that meet the condition, year by year in their order."""
    with _nothing_thrown_away():
        return _load(session, which)


def _load(session: Session, which: ColumnElement[bool]) -> list[Measure]:
    divisions = _linked(session, MeasureDivisionRow.measure_id, MeasureDivisionRow.division_id, which)
    findings = _linked(session, MeasureFindingRow.measure_id, MeasureFindingRow.finding_id, which)
    # Sorted here: SQLite would copy every text of every row to do it, which takes as long as reading them.
    rows = sorted(_rows(session, select(*map(_as_it_lies, _TABLE.columns)).where(which)), key=_ORDER)
    try:
        return _measures(rows, divisions, findings)
    except (ValueError, TypeError) as error:
        # Said once for all columns, as each column's own type says it.
        raise UnreadableError("a measure holds a value that cannot be read") from error


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """No search for garbage meanwhile: it would go through the whole program again and again while only values grow."""
    searches = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searches:
            gc.enable()


def _as_it_lies(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column without its type's decoding, which the readers below do with less ado."""
    return type_coerce(column, column.type.impl) if isinstance(column.type, StoredType) else column


def _rows(session: Session, wanted: Select[*tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
    # Past the session, which would look through each row for objects to keep track of; plain tuples, as they come.
    with session.connection().execute(wanted) as result:
        return [] if result.cursor is None else result.cursor.fetchall()


def _linked(
    session: Session, parent: InstrumentedAttribute[int], child: InstrumentedAttribute[int], which: ColumnElement[bool]
) -> Links:
    """What each measure is linked with, in its order."""
    links = select(parent, child).join(MeasureRow, MeasureRow.id == parent).where(which)
    found: dict[int, tuple[int, ...]] = {}
    for id_, child_id in _rows(session, links.order_by(parent, parent.class_.position)):
        found[id_] = (*found.get(id_, ()), child_id)
    return found


def _loader(column: str) -> Callable[[Any], Any]:
    kind = _TABLE.c[column].type
    assert isinstance(kind, StoredType)
    return kind.load


class _Known(dict[Any, Any]):
    """What was read already, for columns in which few values stand again and again; the unreadable stays out."""

    def __init__(self, load: Callable[[Any], Any]) -> None:
        super().__init__({None: None})
        self._load = load

    def __missing__(self, raw: Any) -> Any:
        value = self[raw] = self._load(raw)
        return value


_YEARS, _MONTHS, _FLAGS, _STATUSES = (
    _Known(_loader(column)) for column in ("plan_year", "period_first", "all_divisions", "status")
)
_lines, _baht = _loader("actions"), _loader("budget")


def _period(raw: tuple[str, str | None, str | None]) -> Period:
    text, first, last = raw
    return Period(text, _MONTHS[first], _MONTHS[last])


def _measures(rows: Sequence[tuple[Any, ...]], divisions: Links, findings: Links) -> list[Measure]:
    """The rows as measures, worked out column by column: row by row takes twice as long."""
    if not rows:
        return []
    raw: dict[str, Sequence[Any]] = dict(zip(_TABLE.columns.keys(), zip(*rows, strict=True), strict=True))
    ids = raw["id"]
    periods = _Known(_period)
    values: dict[str, Iterable[Any]] = {
        **raw,
        "plan_year": map(_YEARS.__getitem__, raw["plan_year"]),
        "actions": map(_lines, raw["actions"]),
        "division_ids": [divisions.get(id_, ()) for id_ in ids],
        "all_divisions": map(_FLAGS.__getitem__, raw["all_divisions"]),
        "period": map(
            periods.__getitem__, zip(raw["period_text"], raw["period_first"], raw["period_last"], strict=True)
        ),
        "budget": [None if hundredths is None else _baht(hundredths) for hundredths in raw["budget"]],
        "topic": raw["topic_tag"],
        "status": map(_STATUSES.__getitem__, raw["status"]),
        "finding_ids": [findings.get(id_, ()) for id_ in ids],
    }
    return made_of(values, len(rows))
