"""Committees appointed by order."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import collate, delete, func, select
from sqlalchemy.orm import Session

from ita_desktop.db.connection import THAI_ORDER
from ita_desktop.db.rows import CommitteeMemberRow, CommitteeRow, MeetingRow
from ita_desktop.domain.meeting import Committee, CommitteeMember
from ita_desktop.domain.office import Signatory
from ita_desktop.errors import UserError
from ita_desktop.services.storage import add_all, columns, replace_children, store
from ita_desktop.services.tidy import check_named, tidied
from ita_desktop.thai.digits import to_thai


def list_committees(session: Session) -> list[Committee]:
    """The committees by name, in Thai order."""
    members: dict[int, list[CommitteeMember]] = {}
    for row in session.scalars(select(CommitteeMemberRow).order_by(CommitteeMemberRow.position)):
        members.setdefault(row.committee_id, []).append(_member(row))
    by_name = (collate(CommitteeRow.name, THAI_ORDER), CommitteeRow.id)
    return [
        _committee(row, members.get(row.id, ())) for row in session.scalars(select(CommitteeRow).order_by(*by_name))
    ]


def save_committee(session: Session, committee: Committee) -> Committee:
    """Keep a committee with its members; `UserError` without a name or with an end before the start."""
    committee = checked_committee(committee)
    lost = f"“{committee.name}” ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง"
    saved = replace(committee, id=store(session, CommitteeRow, columns(CommitteeRow, committee), lost))
    replace_children(session, CommitteeMemberRow, CommitteeMemberRow.committee_id == saved.id, _member_rows([saved]))
    return saved


def checked_committee(committee: Committee) -> Committee:
    """The committee as it is kept."""
    committee = tidied(committee)
    check_named(committee.name, "คณะกรรมการหรือคณะทำงาน")
    if committee.valid_from and committee.valid_until and committee.valid_until < committee.valid_from:
        raise UserError("วันสิ้นสุดของคำสั่งอยู่ก่อนวันเริ่ม ตรวจวันที่ทั้งสองอีกครั้ง")
    return committee


def remove_committee(session: Session, id_: int) -> None:
    """Remove a committee; `UserError` when it met."""
    met = session.scalar(select(func.count()).select_from(MeetingRow).where(MeetingRow.committee_id == id_))
    if met:
        name = session.scalar(select(CommitteeRow.name).where(CommitteeRow.id == id_))
        raise UserError(to_thai(f"ลบ “{name}” ไม่ได้ เพราะมีการประชุม {met} ครั้ง หากเลิกใช้แล้ว ให้กรอกวันสิ้นสุดของคำสั่งแทน"))
    session.execute(delete(CommitteeRow).where(CommitteeRow.id == id_))


def add_committees(session: Session, committees: Sequence[Committee]) -> None:
    """Put committees under the ids that they have."""
    add_all(session, CommitteeRow, [columns(CommitteeRow, committee) for committee in committees])
    add_all(session, CommitteeMemberRow, _member_rows(committees))


def _member_rows(committees: Sequence[Committee]) -> list[dict[str, object]]:
    return [
        columns(
            CommitteeMemberRow,
            member,
            committee_id=committee.id,
            position=n,
            name=member.person.name,
            post=member.person.post,
            acting=member.person.acting,
        )
        for committee in committees
        for n, member in enumerate(committee.members)
    ]


def _committee(row: CommitteeRow, members: Sequence[CommitteeMember]) -> Committee:
    return Committee(
        name=row.name,
        kind=row.kind,
        order_number=row.order_number,
        order_date=row.order_date,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        members=tuple(members),
        id=row.id,
    )


def _member(row: CommitteeMemberRow) -> CommitteeMember:
    return CommitteeMember(Signatory(row.name, row.post, row.acting), row.role, row.duties)
