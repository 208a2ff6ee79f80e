"""Papers kept as they were issued."""

from dataclasses import replace

from sqlalchemy import ColumnElement, delete, select, true
from sqlalchemy.orm import Session

from ita_desktop.db.rows import IssuedDocumentRow, MeetingRow
from ita_desktop.domain.documents import IssuedDocument, IssueStatus
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.errors import UserError
from ita_desktop.services.storage import columns, missing_ids, store
from ita_desktop.services.tidy import tidied

_GONE = "เอกสารนี้ถูกลบไปแล้ว ออกเอกสารใหม่อีกครั้ง"


def list_issued(session: Session, plan_year: FiscalYear) -> list[IssuedDocument]:
    """The year's issued papers, oldest first."""
    return _load(session, IssuedDocumentRow.plan_year == plan_year)


def list_all_issued(session: Session) -> list[IssuedDocument]:
    """Every issued paper, in the order of issue."""
    return _load(session, true())


def issue(session: Session, document: IssuedDocument) -> IssuedDocument:
    """Keep a paper as it is now; a later edit of the record is issued as another one."""
    document = tidied(replace(document, id=NEW))
    if document.meeting_id is not None and missing_ids(session, MeetingRow, [document.meeting_id]):
        raise UserError("การประชุมของเอกสารนี้ถูกลบไปแล้ว เลือกการประชุมใหม่")
    return replace(document, id=store(session, IssuedDocumentRow, columns(IssuedDocumentRow, document), _GONE))


def mark_issued(session: Session, id_: int, status: IssueStatus, number: str) -> IssuedDocument:
    """Note that a paper was signed or published, and its number; its content stays as it is."""
    row = session.get(IssuedDocumentRow, id_)
    if row is None:
        raise UserError(_GONE)
    document = tidied(replace(_issued(row), status=status, number=number))
    row.status, row.number = document.status, document.number
    return document


def remove_issued(session: Session, id_: int) -> None:
    """Remove a draft; `UserError` for a paper that was signed or published."""
    row = session.get(IssuedDocumentRow, id_)
    if row is not None and row.status is not IssueStatus.DRAFT:
        raise UserError("ลบเอกสารที่ลงนามหรือเผยแพร่แล้วไม่ได้ หากมีการแก้ไข ให้ออกเอกสารฉบับใหม่")
    session.execute(delete(IssuedDocumentRow).where(IssuedDocumentRow.id == id_))


def _load(session: Session, which: ColumnElement[bool]) -> list[IssuedDocument]:
    return [
        _issued(row) for row in session.scalars(select(IssuedDocumentRow).where(which).order_by(IssuedDocumentRow.id))
    ]


def _issued(row: IssuedDocumentRow) -> IssuedDocument:
    return IssuedDocument(
        kind=row.kind,
        plan_year=row.plan_year,
        title=row.title,
        content=row.content,
        program_version=row.program_version,
        issued_on=row.issued_on,
        meeting_id=row.meeting_id,
        number=row.number,
        status=row.status,
        id=row.id,
    )
