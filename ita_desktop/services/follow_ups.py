"""How far the measures are: dated entries with their evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, delete, select, true, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from ita_desktop.db.rows import MeasureRow, ProgressEvidenceRow, ProgressRow
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.follow_up import bears_out, closing_fault, latest_by_measure
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress, ProgressEvidence
from ita_desktop.errors import UserError
from ita_desktop.services.storage import add_all, columns, is_one_of, missing_ids, replace_children, store
from ita_desktop.services.tidy import tidied
from ita_desktop.thai.clean import shortened

_MEASURE_LOST = "มาตรการของรายการนี้ถูกลบไปแล้ว เลือกมาตรการใหม่"

_MOST_NAMED, _NAMED_LETTERS = 3, 40

# Plain columns: the session would keep track of a row object for each of thousands of entries.
_ENTRY: tuple[InstrumentedAttribute[Any], ...] = (
    ProgressRow.measure_id,
    ProgressRow.recorded_on,
    ProgressRow.status,
    ProgressRow.percent,
    ProgressRow.result,
    ProgressRow.problem,
    ProgressRow.next_step,
    ProgressRow.id,
)
_EVIDENCE: tuple[InstrumentedAttribute[Any], ...] = (
    ProgressEvidenceRow.progress_id,
    ProgressEvidenceRow.caption,
    ProgressEvidenceRow.file_name,
    ProgressEvidenceRow.sha256,
    ProgressEvidenceRow.url,
    ProgressEvidenceRow.checked_on,
)


@dataclass(frozen=True, slots=True)
class FollowUps:
    """A measure's status and all its follow-ups, enough to bring both back exactly."""

    measure_id: int
    status: MeasureStatus
    progress: tuple[Progress, ...]


def list_progress(session: Session, plan_year: FiscalYear) -> list[Progress]:
    """The follow-ups of the year's measures, oldest first."""
    of_year = select(MeasureRow.id).where(MeasureRow.plan_year == plan_year)
    return load_progress(session, ProgressRow.measure_id.in_(of_year))


def list_all_progress(session: Session) -> list[Progress]:
    """The follow-ups of every year, oldest first."""
    return load_progress(session, true())


def list_progress_of(session: Session, measure_id: int) -> list[Progress]:
    """The follow-ups of one measure, oldest first."""
    return load_progress(session, ProgressRow.measure_id == measure_id)


def record_progress(session: Session, progress: Progress) -> Progress:
    """Keep a follow-up; the measure takes the status of its latest one, where that became another.

    `UserError` for an impossible percentage and for an entry that would close the measure without telling how.
    """
    progress = checked_progress(progress)
    fault = closing_fault(progress.status, progress.result, progress.problem)
    if fault:
        raise UserError(fault)
    if missing_ids(session, MeasureRow, [progress.measure_id]):
        raise UserError(_MEASURE_LOST)
    before = _latest(session, progress.measure_id)
    id_ = store(session, ProgressRow, columns(ProgressRow, progress), "รายการติดตามนี้ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง")
    saved = replace(progress, id=id_)
    replace_children(session, ProgressEvidenceRow, ProgressEvidenceRow.progress_id == id_, _evidence_rows([saved]))
    _follow(session, saved.measure_id, before)
    return saved


def checked_progress(progress: Progress) -> Progress:
    """The follow-up as it is kept; a record of an older program may hold one that closes without a result."""
    progress = tidied(progress)
    if progress.percent is not None and not 0 <= progress.percent <= 100:
        raise UserError("ร้อยละความก้าวหน้าต้องอยู่ระหว่าง ๐ ถึง ๑๐๐")
    return progress


def remove_progress(session: Session, id_: int) -> None:
    """Remove a follow-up; without the latest one the measure goes back to the one before, or to not started."""
    measure_id = session.scalar(select(ProgressRow.measure_id).where(ProgressRow.id == id_))
    if measure_id is None:
        return
    before = _latest(session, measure_id)
    session.execute(delete(ProgressRow).where(ProgressRow.id == id_))
    _follow(session, measure_id, before)


def check_closing(session: Session, measures: Sequence[Measure]) -> None:
    """`UserError` where a measure would become closed although its latest follow-up does not tell how it ended.

    What is stored as closed already may stay so: an older record may hold it without a result.
    """
    closed = {measure.id: measure.status for measure in measures if measure.status.is_closed}
    if not closed:
        return
    ids = list(closed.keys() - {NEW})
    stored: dict[int, MeasureStatus] = {}
    if ids:
        rows = session.execute(select(MeasureRow.id, MeasureRow.status).where(is_one_of(MeasureRow.id, ids)))
        stored = {row.id: row.status for row in rows}
    changed = [measure for measure in measures if measure.status.is_closed and stored.get(measure.id) != measure.status]
    if not changed:
        return
    told = latest_by_measure(load_progress(session, is_one_of(ProgressRow.measure_id, ids)))
    lacking = [measure for measure in changed if not bears_out(told.get(measure.id), measure.status)]
    if lacking:
        names = " ".join(
            f"“{shortened(measure.text or measure.indicator_code, _NAMED_LETTERS)}”"
            for measure in lacking[:_MOST_NAMED]
        )
        more = f" และอีก {len(lacking) - _MOST_NAMED} มาตรการ" if len(lacking) > _MOST_NAMED else ""
        raise UserError(
            f"ระบุว่า “{lacking[0].status.words}” ได้เมื่อบันทึกผลแล้ว เปิด “ติดตามผล” แล้วกรอกผลการดำเนินการหรือเหตุผล"
            f"ของมาตรการ {names}{more}"
        )


def follow_ups_of(session: Session, measure_id: int) -> FollowUps:
    """A measure's status and follow-ups as they are now; `UserError` when it was removed."""
    status = session.scalar(select(MeasureRow.status).where(MeasureRow.id == measure_id))
    if status is None:
        raise UserError(_MEASURE_LOST)
    return FollowUps(measure_id, status, tuple(list_progress_of(session, measure_id)))


def put_back(session: Session, follow_ups: FollowUps) -> None:
    """Let the measure have exactly this status and these follow-ups under their ids, whatever it has now."""
    now = follow_ups_of(session, follow_ups.measure_id)
    if now.progress != follow_ups.progress:
        kept = set(now.progress) & set(follow_ups.progress)
        gone = [entry.id for entry in now.progress if entry not in kept]
        session.execute(delete(ProgressRow).where(is_one_of(ProgressRow.id, gone)))
        add_progress(session, [entry for entry in follow_ups.progress if entry not in kept])
    _set_status(session, follow_ups.measure_id, now.status, follow_ups.status)


def add_progress(session: Session, progress: Sequence[Progress]) -> None:
    """Put follow-ups back under the ids that they have; statuses stay as they are."""
    add_all(session, ProgressRow, [columns(ProgressRow, entry) for entry in progress])
    add_all(session, ProgressEvidenceRow, _evidence_rows(progress))


def load_progress(session: Session, which: ColumnElement[bool]) -> list[Progress]:
    """The follow-ups that meet the condition, oldest first."""
    entries = select(*_ENTRY).where(which).order_by(ProgressRow.recorded_on, ProgressRow.id)
    ids = select(ProgressRow.id).where(which)
    proofs = select(*_EVIDENCE).where(ProgressEvidenceRow.progress_id.in_(ids))
    evidence: dict[int, list[ProgressEvidence]] = {}
    for progress_id, *values in session.execute(proofs.order_by(ProgressEvidenceRow.position)):
        evidence.setdefault(progress_id, []).append(ProgressEvidence(*values))
    return [Progress(*[*values, tuple(evidence.get(id_, ())), id_]) for *values, id_ in session.execute(entries)]


def _latest(session: Session, measure_id: int) -> tuple[date, int, MeasureStatus] | None:
    found = session.execute(
        select(ProgressRow.recorded_on, ProgressRow.id, ProgressRow.status)
        .where(ProgressRow.measure_id == measure_id)
        .order_by(ProgressRow.recorded_on.desc(), ProgressRow.id.desc())
        .limit(1)
    ).one_or_none()
    return found and (found.recorded_on, found.id, found.status)


def _follow(session: Session, measure_id: int, before: tuple[date, int, MeasureStatus] | None) -> None:
    """Give the measure the status of its latest follow-up, unless that is the same as `before`.

    A status that was set by hand since stays when only an older entry, or the latest one's text, is mended.
    """
    latest = _latest(session, measure_id)
    if latest == before:
        return
    stored = session.scalar(select(MeasureRow.status).where(MeasureRow.id == measure_id))
    _set_status(session, measure_id, stored, latest[2] if latest else MeasureStatus.NOT_STARTED)


def _set_status(session: Session, measure_id: int, stored: MeasureStatus | None, wanted: MeasureStatus) -> None:
    # Only a real change is written, so that screens of measures need not read everything again.
    if wanted != stored:
        session.execute(update(MeasureRow).where(MeasureRow.id == measure_id).values(status=wanted))


def _evidence_rows(progress: Sequence[Progress]) -> list[dict[str, object]]:
    return [
        columns(ProgressEvidenceRow, evidence, progress_id=entry.id, position=n)
        for entry in progress
        for n, evidence in enumerate(entry.evidence)
    ]
