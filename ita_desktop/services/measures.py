"""The measures of a plan year: save, order, remove and bring back exactly."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
from operator import attrgetter

from sqlalchemy import Integer, Table, and_, bindparam, cast, delete, func, select, text, true, update
from sqlalchemy.orm import Session

from ita_desktop.db.rows import (
    AgendaItemRow,
    AgendaMeasureRow,
    DivisionRow,
    FindingRow,
    MeasureDivisionRow,
    MeasureFindingRow,
    MeasureRow,
    ProgressRow,
)
from ita_desktop.domain.assessment import CENT
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import MAX_BUDGET, Measure, Progress
from ita_desktop.domain.measure_copies import copies
from ita_desktop.errors import UserError
from ita_desktop.services import follow_ups
from ita_desktop.services.measure_rows import add_links, load_measures, row_values
from ita_desktop.services.storage import add_all, columns, is_one_of, missing_ids, next_position
from ita_desktop.services.tidy import tidied

assert isinstance(MeasureRow.__table__, Table)
_TABLE = MeasureRow.__table__
_LAST_ID = text("SELECT seq FROM sqlite_sequence WHERE name = :name")


@dataclass(frozen=True, slots=True)
class AgendaLink:
    """That an agenda item named a measure: the item's place and title, and the link's place in it."""

    meeting_id: int
    item_position: int
    item_title: str
    measure_id: int
    position: int


@dataclass(frozen=True, slots=True)
class RemovedMeasures:
    """Everything that went with removed measures, enough to bring all of it back."""

    measures: tuple[Measure, ...]
    progress: tuple[Progress, ...]
    agenda_links: tuple[AgendaLink, ...]


def list_measures(session: Session, plan_year: FiscalYear) -> list[Measure]:
    """The year's measures in their order."""
    return load_measures(session, MeasureRow.plan_year == plan_year)


def find_measures(session: Session, ids: Sequence[int]) -> list[Measure]:
    """The measures with those ids; removed ones are left out."""
    return load_measures(session, is_one_of(MeasureRow.id, ids))


def list_all_measures(session: Session) -> list[Measure]:
    """The measures of every year, oldest first."""
    return load_measures(session, true())


def save_measure(session: Session, measure: Measure) -> Measure:
    """Keep a measure; a new one is put at its position, or at the end without one. `UserError` when impossible."""
    return save_measures(session, [measure])[0]


def save_measures(session: Session, measures: Iterable[Measure]) -> list[Measure]:
    """Keep several measures at once, as `save_measure`; new ones that follow each other stand in a row."""
    checked = _all_checked(session, measures)
    # New ones first: they move stored ones on.
    added = iter(_add_new(session, [measure for measure in checked if measure.id == NEW]))
    changed = iter(_change_stored(session, [measure for measure in checked if measure.id != NEW]))
    saved = [next(added if measure.id == NEW else changed) for measure in checked]
    add_links(session, saved)
    return saved


def insert_measures(session: Session, measures: Sequence[Measure], place: int) -> list[Measure]:
    """Keep all of them as new measures of one year, one behind the other from that position, or at the end for 0."""
    added = _insert(session, _all_checked(session, measures), place)
    add_links(session, added)
    return added


def _all_checked(session: Session, measures: Iterable[Measure]) -> list[Measure]:
    checked = [checked_measure(measure) for measure in measures]
    if missing_ids(session, DivisionRow, (id_ for measure in checked for id_ in measure.division_ids)):
        raise UserError("สำนักหรือกองที่เลือกถูกลบไปแล้ว เลือกผู้รับผิดชอบใหม่")
    if missing_ids(session, FindingRow, (id_ for measure in checked for id_ in measure.finding_ids)):
        raise UserError("ประเด็นที่เลือกถูกลบไปแล้ว เลือกประเด็นใหม่")
    return checked


def checked_measure(measure: Measure) -> Measure:
    """The measure as it is kept; `UserError` for a period that ends before it starts or an impossible budget."""
    measure = tidied(measure)
    first, last = measure.period.first, measure.period.last
    if (first is None) != (last is None):
        raise UserError("ระยะเวลาต้องมีทั้งเดือนเริ่มต้นและเดือนสิ้นสุด")
    if first is not None and last is not None and last < first:
        raise UserError("เดือนสิ้นสุดอยู่ก่อนเดือนเริ่มต้น ตรวจระยะเวลาอีกครั้ง")
    if measure.budget is not None:
        if not 0 <= measure.budget <= MAX_BUDGET:
            raise UserError("งบประมาณต้องเป็นจำนวนเงินตั้งแต่ ๐ บาท และไม่เกินหนึ่งล้านล้านบาท")
        if measure.budget != measure.budget.quantize(CENT):
            raise UserError("งบประมาณมีทศนิยมได้ไม่เกิน ๒ ตำแหน่ง (สตางค์)")
    return measure


def remove_measures(session: Session, ids: Sequence[int]) -> RemovedMeasures:
    """Remove measures with their progress and their mentions in agendas; `restore_measures` brings all back."""
    item = and_(
        AgendaItemRow.meeting_id == AgendaMeasureRow.meeting_id,
        AgendaItemRow.position == AgendaMeasureRow.item_position,
    )
    links = select(AgendaMeasureRow, AgendaItemRow.title).join(AgendaItemRow, item)
    mentions = session.execute(links.where(is_one_of(AgendaMeasureRow.measure_id, ids)))
    removed = RemovedMeasures(
        measures=tuple(load_measures(session, is_one_of(MeasureRow.id, ids))),
        progress=tuple(follow_ups.load_progress(session, is_one_of(ProgressRow.measure_id, ids))),
        agenda_links=tuple(
            AgendaLink(row.meeting_id, row.item_position, title, row.measure_id, row.position)
            for row, title in mentions
        ),
    )
    # Said one by one, so that screens of meetings and follow-ups hear of it too.
    if removed.agenda_links:
        session.execute(delete(AgendaMeasureRow).where(is_one_of(AgendaMeasureRow.measure_id, ids)))
    if removed.progress:
        session.execute(delete(ProgressRow).where(is_one_of(ProgressRow.measure_id, ids)))
    session.execute(delete(MeasureRow).where(is_one_of(MeasureRow.id, ids)))
    return removed


def restore_measures(session: Session, removed: RemovedMeasures) -> list[Measure]:
    """Undo `remove_measures`: same ids, positions, progress and mentions, as far as what they refer to still exists.

    Gives the measures as they are stored now.
    """
    lost_divisions = missing_ids(session, DivisionRow, (i for m in removed.measures for i in m.division_ids))
    lost_findings = missing_ids(session, FindingRow, (i for m in removed.measures for i in m.finding_ids))
    restored = [
        replace(
            measure,
            division_ids=tuple(i for i in measure.division_ids if i not in lost_divisions),
            finding_ids=tuple(i for i in measure.finding_ids if i not in lost_findings),
        )
        if not (lost_divisions.isdisjoint(measure.division_ids) and lost_findings.isdisjoint(measure.finding_ids))
        else measure
        for measure in removed.measures
    ]
    add_measures(session, restored)
    follow_ups.add_progress(session, removed.progress)
    links = _links_now(session, removed.agenda_links)
    add_all(session, AgendaMeasureRow, [columns(AgendaMeasureRow, link) for link in links])
    return restored


def _links_now(session: Session, links: Sequence[AgendaLink]) -> list[AgendaLink]:
    """The links where their items stand now; an agenda may have been put into another order meanwhile."""
    meetings = {link.meeting_id for link in links}
    items = select(AgendaItemRow.meeting_id, AgendaItemRow.position, AgendaItemRow.title)
    places: dict[tuple[int, str], list[int]] = {}
    for meeting_id, position, title in session.execute(items.where(is_one_of(AgendaItemRow.meeting_id, meetings))):
        places.setdefault((meeting_id, title), []).append(position)
    found = []
    for link in links:
        same = places.get((link.meeting_id, link.item_title), [])
        if same:
            place = link.item_position if link.item_position in same else same[0]
            found.append(replace(link, item_position=place))
    return found


def add_measures(session: Session, measures: Sequence[Measure]) -> None:
    """Put measures back under the ids and positions that they have; they are sound already."""
    add_all(session, MeasureRow, [row_values(measure) for measure in measures])
    add_links(session, measures)


def place_measures(session: Session, places: Mapping[int, int]) -> None:
    """Give measures these positions by their ids; ids that are not stored are passed over."""
    if places:
        to = func.json_each(json.dumps(places)).table_valued("key", "value")
        move = update(_TABLE).where(_TABLE.c.id == cast(to.c.key, Integer)).values(position=to.c.value)
        session.execute(move)


def _change_stored(session: Session, measures: Sequence[Measure]) -> list[Measure]:
    """Give stored rows these values, all but the position, without their links."""
    if not measures:
        return []
    ids = [measure.id for measure in measures]
    found = select(_TABLE.c.id, _TABLE.c.position).where(is_one_of(_TABLE.c.id, ids))
    positions = {row.id: row.position for row in session.execute(found)}
    if len(positions) < len(set(ids)):
        raise UserError("มาตรการนี้ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง")
    staying = [replace(measure, position=positions[measure.id]) for measure in measures]
    names = [column.key for column in _TABLE.columns if column.key not in ("id", "position")]
    change = update(_TABLE).where(_TABLE.c.id == bindparam("changed")).values({n: bindparam(n) for n in names})
    session.execute(change, [row_values(measure) | {"changed": measure.id} for measure in staying])
    session.execute(delete(MeasureDivisionRow).where(is_one_of(MeasureDivisionRow.measure_id, ids)))
    session.execute(delete(MeasureFindingRow).where(is_one_of(MeasureFindingRow.measure_id, ids)))
    return staying


def _add_new(session: Session, measures: Sequence[Measure]) -> list[Measure]:
    """Insert new rows, each at its position or at the end of its year."""
    added: list[Measure] = []
    for _, block in groupby(measures, attrgetter("plan_year")):
        for run in _runs(list(block)):
            added += _insert(session, run, run[0].position)
    return added


def _insert(session: Session, run: Sequence[Measure], place: int) -> list[Measure]:
    """Insert new rows of one year, one behind the other."""
    if not run:
        return []
    first = _make_room(session, run[0].plan_year, place, len(run))
    # An id is never given twice (see `NUMBERED`): the next ones are known before the rows are in.
    next_id = (session.scalar(_LAST_ID, {"name": _TABLE.name}) or 0) + 1
    added = copies(run, id=count(next_id), position=count(first))
    add_all(session, MeasureRow, [row_values(measure) for measure in added])
    return added


def _runs(measures: Sequence[Measure]) -> Iterator[Sequence[Measure]]:
    """Pieces whose measures go to the end, or stand one behind the other, so that each needs room once."""
    begin = 0
    for n in range(1, len(measures) + 1):
        before = measures[n - 1].position
        if n == len(measures) or measures[n].position != (before + 1 if before > 0 else before):
            yield measures[begin:n]
            begin = n


def _make_room(session: Session, year: FiscalYear, place: int, rows: int) -> int:
    """Where so many new rows begin: at the place, with those behind it moved on, or at the end of the year."""
    of_year = MeasureRow.plan_year == year
    end = next_position(session, MeasureRow.position, of_year)
    if not 0 < place < end:
        return end
    behind = (of_year, MeasureRow.position >= place)
    session.execute(update(MeasureRow).where(*behind).values(position=MeasureRow.position + rows))
    return place
