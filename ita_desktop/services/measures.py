"""The measures of a plan year: save, order, remove and bring back exactly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, delete, select, true, update
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
from ita_desktop.domain.period import Period
from ita_desktop.errors import UserError
from ita_desktop.services import follow_ups
from ita_desktop.services.storage import (
    add_all,
    columns,
    missing_ids,
    next_position,
    reorder,
    replace_children,
    store_placed,
)
from ita_desktop.services.tidy import tidied


@dataclass(frozen=True, slots=True)
class AgendaLink:
    """That an agenda item named a measure: the item's and the link's places in the agenda."""

    meeting_id: int
    item_position: int
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
    return _load(session, MeasureRow.plan_year == plan_year)


def find_measure(session: Session, id_: int) -> Measure | None:
    """The measure with that id, or None when it was removed."""
    found = _load(session, MeasureRow.id == id_)
    return found[0] if found else None


def list_all_measures(session: Session) -> list[Measure]:
    """The measures of every year, oldest first."""
    return _load(session, true())


def save_measure(session: Session, measure: Measure) -> Measure:
    """Keep a measure; a new one is put at its position, or at the end without one. `UserError` when impossible."""
    return save_measures(session, [measure])[0]


def save_measures(session: Session, measures: Iterable[Measure]) -> list[Measure]:
    """Keep several measures at once, as `save_measure`."""
    checked = [checked_measure(measure) for measure in measures]
    if missing_ids(session, DivisionRow, (id_ for measure in checked for id_ in measure.division_ids)):
        raise UserError("สำนักหรือกองที่เลือกถูกลบไปแล้ว เลือกผู้รับผิดชอบใหม่")
    if missing_ids(session, FindingRow, (id_ for measure in checked for id_ in measure.finding_ids)):
        raise UserError("ประเด็นที่เลือกถูกลบไปแล้ว เลือกประเด็นใหม่")
    saved: list[Measure] = []
    for measure in checked:
        room = _make_room(session, measure) if measure.id == NEW else measure.position
        values = _columns(replace(measure, position=room))
        id_, position = store_placed(session, MeasureRow, values, "มาตรการนี้ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง")
        saved.append(replace(measure, id=id_, position=position))
    ids = [measure.id for measure in saved]
    replace_children(session, MeasureDivisionRow, MeasureDivisionRow.measure_id.in_(ids), [])
    replace_children(session, MeasureFindingRow, MeasureFindingRow.measure_id.in_(ids), [])
    _add_links(session, saved)
    return saved


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
    links = select(AgendaMeasureRow).where(AgendaMeasureRow.measure_id.in_(ids))
    removed = RemovedMeasures(
        measures=tuple(_load(session, MeasureRow.id.in_(ids))),
        progress=tuple(follow_ups.load_progress(session, ProgressRow.measure_id.in_(ids))),
        agenda_links=tuple(
            AgendaLink(row.meeting_id, row.item_position, row.measure_id, row.position)
            for row in session.scalars(links)
        ),
    )
    # Said one by one, so that screens of meetings and follow-ups hear of it too.
    if removed.agenda_links:
        session.execute(delete(AgendaMeasureRow).where(AgendaMeasureRow.measure_id.in_(ids)))
    if removed.progress:
        session.execute(delete(ProgressRow).where(ProgressRow.measure_id.in_(ids)))
    session.execute(delete(MeasureRow).where(MeasureRow.id.in_(ids)))
    return removed


def restore_measures(session: Session, removed: RemovedMeasures) -> None:
    """Undo `remove_measures`: same ids, positions, progress and mentions, as far as what they refer to still exists."""
    lost_divisions = missing_ids(session, DivisionRow, (i for m in removed.measures for i in m.division_ids))
    lost_findings = missing_ids(session, FindingRow, (i for m in removed.measures for i in m.finding_ids))
    add_measures(
        session,
        [
            replace(
                measure,
                division_ids=tuple(i for i in measure.division_ids if i not in lost_divisions),
                finding_ids=tuple(i for i in measure.finding_ids if i not in lost_findings),
            )
            for measure in removed.measures
        ],
    )
    follow_ups.add_progress(session, removed.progress)
    items = select(AgendaItemRow.meeting_id, AgendaItemRow.position)
    still = {(meeting_id, position) for meeting_id, position in session.execute(items)}
    links = [link for link in removed.agenda_links if (link.meeting_id, link.item_position) in still]
    add_all(session, AgendaMeasureRow, [columns(AgendaMeasureRow, link) for link in links])


def reorder_measures(session: Session, plan_year: FiscalYear, ids: Sequence[int]) -> None:
    """Put the year's measures in the order of `ids`."""
    reorder(session, MeasureRow, ids, MeasureRow.plan_year == plan_year)


def add_measures(session: Session, measures: Sequence[Measure]) -> None:
    """Put measures back under the ids and positions that they have; they are sound already."""
    add_all(session, MeasureRow, [_columns(measure) for measure in measures])
    _add_links(session, measures)


def _make_room(session: Session, measure: Measure) -> int:
    of_year = MeasureRow.plan_year == measure.plan_year
    end = next_position(session, MeasureRow.position, of_year)
    if not 0 < measure.position < end:
        return end
    behind = (of_year, MeasureRow.position >= measure.position)
    session.execute(update(MeasureRow).where(*behind).values(position=MeasureRow.position + 1))
    return measure.position


def _columns(measure: Measure) -> dict[str, object]:
    period = measure.period
    return columns(
        MeasureRow,
        measure,
        topic_tag=measure.topic,
        period_text=period.text,
        period_first=period.first,
        period_last=period.last,
    )


def _add_links(session: Session, measures: Sequence[Measure]) -> None:
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


def _load(session: Session, which: ColumnElement[bool]) -> list[Measure]:
    order = (MeasureRow.plan_year, MeasureRow.position, MeasureRow.id)
    rows = session.scalars(select(MeasureRow).where(which).order_by(*order)).all()
    ids = select(MeasureRow.id).where(which)
    divisions: dict[int, list[int]] = {}
    findings: dict[int, list[int]] = {}
    division, finding = MeasureDivisionRow, MeasureFindingRow
    for measure_id, id_ in session.execute(
        select(division.measure_id, division.division_id)
        .where(division.measure_id.in_(ids))
        .order_by(division.position)
    ):
        divisions.setdefault(measure_id, []).append(id_)
    for measure_id, id_ in session.execute(
        select(finding.measure_id, finding.finding_id).where(finding.measure_id.in_(ids)).order_by(finding.position)
    ):
        findings.setdefault(measure_id, []).append(id_)
    return [_measure(row, divisions.get(row.id, ()), findings.get(row.id, ())) for row in rows]


def _measure(row: MeasureRow, division_ids: Iterable[int], finding_ids: Iterable[int]) -> Measure:
    return Measure(
        plan_year=row.plan_year,
        indicator_code=row.indicator_code,
        title=row.title,
        actions=row.actions,
        method=row.method,
        division_ids=tuple(division_ids),
        all_divisions=row.all_divisions,
        owner=row.owner,
        period=Period(row.period_text, row.period_first, row.period_last),
        monitoring=row.monitoring,
        output_target=row.output_target,
        budget=row.budget,
        topic=row.topic_tag,
        status=row.status,
        finding_ids=tuple(finding_ids),
        position=row.position,
        id=row.id,
    )
