"""How far the measures are: dated entries with their evidence."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, select, true, update
from sqlalchemy.orm import Session

from ita_desktop.db.rows import MeasureRow, ProgressEvidenceRow, ProgressRow
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import MeasureStatus, Progress, ProgressEvidence
from ita_desktop.errors import UserError
from ita_desktop.services.storage import add_all, columns, missing_ids, replace_children, store
from ita_desktop.services.tidy import tidied


def list_progress(session: Session, plan_year: FiscalYear) -> list[Progress]:
    """The follow-ups of the year's measures, oldest first."""
    of_year = select(MeasureRow.id).where(MeasureRow.plan_year == plan_year)
    return load_progress(session, ProgressRow.measure_id.in_(of_year))


def list_all_progress(session: Session) -> list[Progress]:
    """The follow-ups of every year, oldest first."""
    return load_progress(session, true())


def record_progress(session: Session, progress: Progress) -> Progress:
    """Keep a follow-up; the measure takes the status of its latest one. `UserError` for an impossible percentage."""
    progress = checked_progress(progress)
    if missing_ids(session, MeasureRow, [progress.measure_id]):
        raise UserError("มาตรการของรายการนี้ถูกลบไปแล้ว เลือกมาตรการใหม่")
    id_ = store(session, ProgressRow, columns(ProgressRow, progress), "รายการติดตามนี้ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง")
    saved = replace(progress, id=id_)
    replace_children(session, ProgressEvidenceRow, ProgressEvidenceRow.progress_id == id_, _evidence_rows([saved]))
    _follow(session, saved.measure_id)
    return saved


def checked_progress(progress: Progress) -> Progress:
    """The follow-up as it is kept."""
    progress = tidied(progress)
    if progress.percent is not None and not 0 <= progress.percent <= 100:
        raise UserError("ร้อยละความก้าวหน้าต้องอยู่ระหว่าง ๐ ถึง ๑๐๐")
    return progress


def remove_progress(session: Session, id_: int) -> None:
    """Remove a follow-up; the measure goes back to the status of the one before, or to not started."""
    measure_id = session.scalar(select(ProgressRow.measure_id).where(ProgressRow.id == id_))
    session.execute(delete(ProgressRow).where(ProgressRow.id == id_))
    if measure_id is not None:
        _follow(session, measure_id)


def add_progress(session: Session, progress: Sequence[Progress]) -> None:
    """Put follow-ups back under the ids that they have; statuses stay as they are."""
    add_all(session, ProgressRow, [columns(ProgressRow, entry) for entry in progress])
    add_all(session, ProgressEvidenceRow, _evidence_rows(progress))


def load_progress(session: Session, which: ColumnElement[bool]) -> list[Progress]:
    """The follow-ups that meet the condition, oldest first."""
    rows = session.scalars(select(ProgressRow).where(which).order_by(ProgressRow.recorded_on, ProgressRow.id)).all()
    ids = select(ProgressRow.id).where(which)
    evidence: dict[int, list[ProgressEvidence]] = {}
    for row in session.scalars(
        select(ProgressEvidenceRow)
        .where(ProgressEvidenceRow.progress_id.in_(ids))
        .order_by(ProgressEvidenceRow.position)
    ):
        evidence.setdefault(row.progress_id, []).append(_evidence(row))
    return [_progress(row, evidence.get(row.id, ())) for row in rows]


def _follow(session: Session, measure_id: int) -> None:
    latest = session.scalar(
        select(ProgressRow.status)
        .where(ProgressRow.measure_id == measure_id)
        .order_by(ProgressRow.recorded_on.desc(), ProgressRow.id.desc())
        .limit(1)
    )
    status = latest or MeasureStatus.NOT_STARTED
    session.execute(update(MeasureRow).where(MeasureRow.id == measure_id).values(status=status))


def _evidence_rows(progress: Sequence[Progress]) -> list[dict[str, object]]:
    return [
        columns(ProgressEvidenceRow, evidence, progress_id=entry.id, position=n)
        for entry in progress
        for n, evidence in enumerate(entry.evidence)
    ]


def _progress(row: ProgressRow, evidence: Sequence[ProgressEvidence]) -> Progress:
    return Progress(
        measure_id=row.measure_id,
        recorded_on=row.recorded_on,
        status=row.status,
        percent=row.percent,
        result=row.result,
        problem=row.problem,
        next_step=row.next_step,
        evidence=tuple(evidence),
        id=row.id,
    )


def _evidence(row: ProgressEvidenceRow) -> ProgressEvidence:
    return ProgressEvidence(row.caption, row.file_name, row.sha256, row.url, row.checked_on)
