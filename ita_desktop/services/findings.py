"""What the analysis of a result found."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, select, true
from sqlalchemy.orm import Session

from ita_desktop.db.rows import FindingRow, MeasureFindingRow
from ita_desktop.domain.finding import Finding
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.services.storage import add_all, columns, next_position, reorder, store_placed
from ita_desktop.services.tidy import tidied


def list_findings(session: Session, result_year: FiscalYear) -> list[Finding]:
    """The findings about the result year, in their order."""
    return _load(session, FindingRow.result_year == result_year)


def list_all_findings(session: Session) -> list[Finding]:
    """The findings of every year, oldest first."""
    return _load(session, true())


def save_finding(session: Session, finding: Finding) -> Finding:
    """Keep a finding; a new one goes to the end of its year."""
    finding = tidied(finding)
    end = next_position(session, FindingRow.position, FindingRow.result_year == finding.result_year)
    values = columns(FindingRow, finding, topic_tag=finding.topic, position=end)
    id_, position = store_placed(session, FindingRow, values, "ประเด็นนี้ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง")
    return replace(finding, id=id_, position=position)


def remove_finding(session: Session, id_: int) -> None:
    """Remove a finding; measures that answered it stay, without the link."""
    session.execute(delete(MeasureFindingRow).where(MeasureFindingRow.finding_id == id_))
    session.execute(delete(FindingRow).where(FindingRow.id == id_))


def reorder_findings(session: Session, result_year: FiscalYear, ids: Sequence[int]) -> None:
    """Put the year's findings in the order of `ids`."""
    reorder(session, FindingRow, ids, FindingRow.result_year == result_year)


def add_findings(session: Session, findings: Sequence[Finding]) -> None:
    """Put findings under the ids and positions that they have."""
    add_all(session, FindingRow, [columns(FindingRow, finding, topic_tag=finding.topic) for finding in findings])


def _load(session: Session, which: ColumnElement[bool]) -> list[Finding]:
    order = (FindingRow.result_year, FindingRow.position, FindingRow.id)
    return [_finding(row) for row in session.scalars(select(FindingRow).where(which).order_by(*order))]


def _finding(row: FindingRow) -> Finding:
    return Finding(
        result_year=row.result_year,
        indicator_code=row.indicator_code,
        finding_class=row.finding_class,
        text=row.text,
        question_code=row.question_code,
        cause=row.cause,
        recommendation=row.recommendation,
        topic=row.topic_tag,
        position=row.position,
        id=row.id,
    )
