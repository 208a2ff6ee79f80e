"""The office, its divisions and its officers."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import collate, delete, func, select
from sqlalchemy.orm import Session

from ita_desktop.db.connection import THAI_ORDER
from ita_desktop.db.rows import DivisionRow, MeasureDivisionRow, MeasureRow, OfficeRow, OfficerRow
from ita_desktop.db.rows.office import THE_OFFICE
from ita_desktop.domain.office import Division, Office, OfficeKind, Officer, preset_divisions
from ita_desktop.errors import UserError
from ita_desktop.services.storage import columns, missing_ids, next_position, reorder, store_placed
from ita_desktop.services.tidy import check_named, tidied
from ita_desktop.thai.digits import to_thai


def find_office(session: Session) -> Office | None:
    """The office, or None before the first run's page."""
    row = session.get(OfficeRow, THE_OFFICE)
    return _office(row) if row else None


def office_kind(session: Session) -> OfficeKind:
    """The office's kind; the most frequent one (ita.md 6.1) before the office is founded."""
    office = find_office(session)
    return office.kind if office else OfficeKind.SUBDISTRICT


def save_office(session: Session, office: Office) -> Office:
    """Keep the office's own facts."""
    office = checked_office(office)
    session.merge(OfficeRow(**columns(OfficeRow, office, id=THE_OFFICE)))
    return office


def found_office(session: Session, office: Office) -> Office:
    """Begin a record: the office with the divisions that its kind usually has."""
    if find_office(session) is not None:
        raise UserError("ไฟล์ข้อมูลนี้มีหน่วยงานอยู่แล้ว แก้ไขได้ที่หน้าข้อมูลหน่วยงาน")
    office = save_office(session, office)
    for division in preset_divisions(office.kind):
        save_division(session, division)
    return office


def checked_office(office: Office) -> Office:
    """The office as it is kept; `UserError` without a name."""
    office = tidied(office)
    check_named(office.name, "หน่วยงาน เช่น บ้านสวน")
    return office


def list_divisions(session: Session) -> list[Division]:
    """The divisions in the office's order."""
    by_name = collate(DivisionRow.name, THAI_ORDER)
    return [_division(row) for row in session.scalars(select(DivisionRow).order_by(DivisionRow.position, by_name))]


def save_division(session: Session, division: Division) -> Division:
    """Keep a division; a new one goes to the end."""
    division = checked_division(division)
    same = select(DivisionRow.id).where(DivisionRow.name == division.name, DivisionRow.id != division.id)
    if session.scalar(same) is not None:
        raise UserError(f"มี “{division.name}” อยู่แล้ว ตั้งชื่ออื่น")
    values = columns(DivisionRow, division, position=next_position(session, DivisionRow.position))
    id_, position = store_placed(session, DivisionRow, values, f"“{division.name}” ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง")
    return replace(division, id=id_, position=position)


def checked_division(division: Division) -> Division:
    """The division as it is kept; `UserError` without a name."""
    division = tidied(division)
    check_named(division.name, "สำนักหรือกอง")
    return division


def remove_division(session: Session, id_: int) -> None:
    """Remove a division; `UserError` names what still uses it."""
    users = _users_of_division(session, id_)
    if users:
        name = session.scalar(select(DivisionRow.name).where(DivisionRow.id == id_))
        raise UserError(f"ลบ “{name}” ไม่ได้ เพราะยังใช้อยู่ใน{' และ'.join(users)} เปลี่ยนรายการเหล่านั้นก่อนแล้วจึงลบ")
    session.execute(delete(DivisionRow).where(DivisionRow.id == id_))


def reorder_divisions(session: Session, ids: Sequence[int]) -> None:
    """Put the divisions in the order of `ids`."""
    reorder(session, DivisionRow, ids)


def list_officers(session: Session) -> list[Officer]:
    """The officers in the office's order, former ones too."""
    by_name = collate(OfficerRow.name, THAI_ORDER)
    return [_officer(row) for row in session.scalars(select(OfficerRow).order_by(OfficerRow.position, by_name))]


def save_officer(session: Session, officer: Officer) -> Officer:
    """Keep an officer; a new one goes to the end."""
    officer = checked_officer(officer)
    if officer.division_id is not None and missing_ids(session, DivisionRow, [officer.division_id]):
        raise UserError("สำนักหรือกองที่เลือกถูกลบไปแล้ว เลือกใหม่")
    values = columns(OfficerRow, officer, position=next_position(session, OfficerRow.position))
    id_, position = store_placed(session, OfficerRow, values, f"“{officer.name}” ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง")
    return replace(officer, id=id_, position=position)


def checked_officer(officer: Officer) -> Officer:
    """The officer as kept; `UserError` without a name or with an end before the start."""
    officer = tidied(officer)
    check_named(officer.name, "และนามสกุลของเจ้าหน้าที่")
    if officer.since and officer.until and officer.until < officer.since:
        raise UserError("วันพ้นตำแหน่งอยู่ก่อนวันเริ่มตำแหน่ง ตรวจวันที่ทั้งสองอีกครั้ง")
    return officer


def remove_officer(session: Session, id_: int) -> None:
    """Remove an officer; meetings and papers keep the name as it was."""
    session.execute(delete(OfficerRow).where(OfficerRow.id == id_))


def reorder_officers(session: Session, ids: Sequence[int]) -> None:
    """Put the officers in the order of `ids`."""
    reorder(session, OfficerRow, ids)


def _users_of_division(session: Session, id_: int) -> list[str]:
    counts = session.execute(
        select(MeasureRow.plan_year, func.count())
        .join(MeasureDivisionRow, MeasureDivisionRow.measure_id == MeasureRow.id)
        .where(MeasureDivisionRow.division_id == id_)
        .group_by(MeasureRow.plan_year)
        .order_by(MeasureRow.plan_year)
    )
    users = [to_thai(f"มาตรการปี {year} จำนวน {count} รายการ") for year, count in counts]
    officers = session.scalars(
        select(OfficerRow.name).where(OfficerRow.division_id == id_).order_by(OfficerRow.position)
    ).all()
    if officers:
        users.append(f"ข้อมูลของ {', '.join(officers[:3])}" + (" และคนอื่น ๆ" if len(officers) > 3 else ""))
    return users


def _office(row: OfficeRow) -> Office:
    return Office(
        kind=row.kind,
        name=row.name,
        district=row.district,
        province=row.province,
        address=row.address,
        phone=row.phone,
        email=row.email,
        website=row.website,
        document_prefix=row.document_prefix,
        logo=row.logo,
        garuda=row.garuda,
        numerals=row.numerals,
        meeting_numbering=row.meeting_numbering,
    )


def _division(row: DivisionRow) -> Division:
    return Division(row.name, row.short_name, row.head, row.position, row.id)


def _officer(row: OfficerRow) -> Officer:
    return Officer(
        name=row.name,
        post=row.post,
        division_id=row.division_id,
        acting=row.acting,
        acting_post=row.acting_post,
        since=row.since,
        until=row.until,
        position=row.position,
        id=row.id,
    )
