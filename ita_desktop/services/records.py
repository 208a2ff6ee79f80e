"""The whole record of an office: out of the file and into an empty one, all or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from ita_desktop.db.rows import Base, DivisionRow, IssuedDocumentRow, MeetingRow, OfficerRow
from ita_desktop.domain.office import Division
from ita_desktop.domain.record import OfficeRecord, check_references
from ita_desktop.errors import UserError
from ita_desktop.services import (
    assessments,
    committees,
    findings,
    follow_ups,
    framework_editions,
    issued,
    library,
    measures,
    meeting_rows,
    meetings,
    minutes_versions,
    office,
    plans,
)
from ita_desktop.services.storage import add_all, columns, placed
from ita_desktop.services.tidy import tidied

T = TypeVar("T")


def read_record(session: Session) -> OfficeRecord:
    """Everything in the file; `UserError` while it has no office."""
    found = office.find_office(session)
    if found is None:
        raise UserError("ไฟล์นี้ยังไม่มีข้อมูลหน่วยงาน เปิดโปรแกรมแล้วกรอกชื่อหน่วยงานก่อน")
    return OfficeRecord(
        office=found,
        divisions=tuple(office.list_divisions(session)),
        officers=tuple(office.list_officers(session)),
        plans=tuple(plans.list_plans(session)),
        assessments=tuple(assessments.list_assessments(session)),
        findings=tuple(findings.list_all_findings(session)),
        measures=tuple(measures.list_all_measures(session)),
        progress=tuple(follow_ups.list_all_progress(session)),
        library=tuple(library.list_library(session)),
        committees=tuple(committees.list_committees(session)),
        meetings=tuple(meetings.list_all_meetings(session, photos=True)),
        minutes_versions=tuple(minutes_versions.list_all_versions(session)),
        issued_documents=tuple(issued.list_all_issued(session)),
        frameworks=tuple(framework_editions.list_editions(session)),
    )


def write_record(session: Session, record: OfficeRecord) -> None:
    """Put the whole record into a file without an office; `UserError` names the place of the first fault."""
    if office.find_office(session) is not None:
        raise UserError("ไฟล์ข้อมูลนี้มีหน่วยงานอยู่แล้ว เลือกไฟล์อื่น หรือสั่งให้แทนที่ข้อมูลเดิม")
    check_references(record)
    record = checked_record(record)
    office.save_office(session, record.office)
    add_all(session, DivisionRow, [columns(DivisionRow, division) for division in record.divisions])
    add_all(session, OfficerRow, [columns(OfficerRow, officer) for officer in record.officers])
    findings.add_findings(session, record.findings)
    for plan in record.plans:
        plans.save_plan(session, plan)
    for assessment in record.assessments:
        assessments.record_assessment(session, assessment)
    measures.add_measures(session, record.measures)
    follow_ups.add_progress(session, record.progress)
    library.restore_to_library(session, record.library)
    committees.add_committees(session, record.committees)
    meeting_rows.add(session, record.meetings)
    minutes_versions.add_versions(session, record.minutes_versions)
    add_all(session, IssuedDocumentRow, [columns(IssuedDocumentRow, document) for document in record.issued_documents])
    for edition in record.frameworks:
        framework_editions.save_edition(session, edition)


def replace_record(session: Session, record: OfficeRecord) -> None:
    """Put the record in place of everything in the file; the caller has kept a copy."""
    clear_record(session)
    write_record(session, record)


def clear_record(session: Session) -> None:
    """Empty the file; the caller has kept a copy."""
    # The only rows that refer to their own table.
    session.execute(update(MeetingRow).values(certified_by_id=None))
    for table in reversed(Base.metadata.sorted_tables):
        session.execute(delete(table))


def checked_record(record: OfficeRecord) -> OfficeRecord:
    """The record as it is kept; `UserError` names the place in the record and the reason."""
    divisions = _each("divisions", placed(record.divisions), office.checked_division)
    _check_names(divisions)
    return replace(
        record,
        office=_at("office", office.checked_office, record.office),
        divisions=divisions,
        officers=_each("officers", placed(record.officers), office.checked_officer),
        plans=_each("plans", record.plans, plans.checked_plan),
        assessments=_each("assessments", record.assessments, assessments.checked_assessment),
        findings=_each("findings", placed(record.findings), tidied),
        measures=_each("measures", placed(record.measures), measures.checked_measure),
        progress=_each("progress", record.progress, follow_ups.checked_progress),
        library=_each("library", placed(record.library), library.checked_library_measure),
        committees=_each("committees", record.committees, committees.checked_committee),
        meetings=_each("meetings", record.meetings, meetings.checked_meeting),
        minutes_versions=_each("minutes_versions", record.minutes_versions, tidied),
        issued_documents=_each("issued_documents", record.issued_documents, tidied),
        frameworks=_each("frameworks", record.frameworks, tidied),
    )


def _each(name: str, values: Sequence[T], check: Callable[[T], T]) -> tuple[T, ...]:
    return tuple(_at(f"{name}[{n}]", check, value) for n, value in enumerate(values))


def _at(place: str, check: Callable[[T], T], value: T) -> T:
    try:
        return check(value)
    except UserError as error:
        raise UserError(f"{place}: {error.sentence}") from error


def _check_names(divisions: Sequence[Division]) -> None:
    names = [division.name for division in divisions]
    for n, name in enumerate(names):
        if name in names[:n]:
            raise UserError(f"divisions[{n}].name: “{name}” ซ้ำกับรายการก่อนหน้า")
