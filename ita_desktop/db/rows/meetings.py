"""Tables of committees and of meetings with everything that belongs to them."""

from datetime import date, datetime, time
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ita_desktop.db.rows.base import NUMBERED, STRICT, Base, Id
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import CommitteeKind, MeetingStatus, Presence
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.domain.topics import Topic


class CommitteeRow(Base):
    """A committee; one that met cannot be removed."""

    __tablename__ = "committees"
    __table_args__ = NUMBERED
    topic: ClassVar[Topic] = Topic.COMMITTEES

    id: Mapped[Id]
    name: Mapped[str]
    kind: Mapped[CommitteeKind]
    order_number: Mapped[str]
    order_date: Mapped[date | None]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]


class CommitteeMemberRow(Base):
    """A member of a committee."""

    __tablename__ = "committee_members"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.COMMITTEES

    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    post: Mapped[str]
    acting: Mapped[str]
    role: Mapped[str]
    duties: Mapped[str]


class MeetingRow(Base):
    """One meeting; one that certified another's minutes cannot be removed."""

    __tablename__ = "meetings"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("ends_at >= starts_at", name="times"),
        NUMBERED,
    )
    topic: ClassVar[Topic] = Topic.MEETINGS

    id: Mapped[Id]
    plan_year: Mapped[FiscalYear] = mapped_column(index=True)
    name: Mapped[str]
    subject: Mapped[str]
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("committees.id", ondelete="RESTRICT"), index=True)
    number: Mapped[int | None]
    held_on: Mapped[date | None]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    place: Mapped[str]
    chair_name: Mapped[str]
    chair_post: Mapped[str]
    chair_acting: Mapped[str]
    recorder_name: Mapped[str]
    recorder_post: Mapped[str]
    recorder_acting: Mapped[str]
    checker_name: Mapped[str]
    checker_post: Mapped[str]
    checker_acting: Mapped[str]
    status: Mapped[MeetingStatus]
    certified_by_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id", ondelete="RESTRICT"), index=True)
    closing: Mapped[str]
    invitation_number: Mapped[str]
    invitation_dated: Mapped[date | None]
    invitation_unit: Mapped[str]
    invitation_recipients: Mapped[tuple[str, ...]]
    invitation_attachments: Mapped[tuple[str, ...]]
    invitation_signer_name: Mapped[str]
    invitation_signer_post: Mapped[str]
    invitation_signer_acting: Mapped[str]


class AttendanceRow(Base):
    """One person of one meeting."""

    __tablename__ = "attendances"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.MEETINGS

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    post: Mapped[str]
    acting: Mapped[str]
    presence: Mapped[Presence]
    role: Mapped[str]
    reason: Mapped[str]
    substitute_for: Mapped[str]
    arrived_at: Mapped[time | None]
    left_at: Mapped[time | None]


class AgendaItemRow(Base):
    """One item of a meeting's agenda."""

    __tablename__ = "agenda_items"
    __table_args__ = (CheckConstraint(f"section BETWEEN 1 AND {len(AGENDA_HEADS)}", name="section"), STRICT)
    topic: ClassVar[Topic] = Topic.MEETINGS

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    section: Mapped[int]
    title: Mapped[str]
    facts: Mapped[str]
    discussion: Mapped[str]
    resolution: Mapped[str]
    owner: Mapped[str]
    due: Mapped[date | None]
    done_on: Mapped[date | None]
    tables: Mapped[tuple[str, ...]]


class AgendaMeasureRow(Base):
    """A measure that an agenda item set or spoke about."""

    __tablename__ = "agenda_measures"
    __table_args__ = (
        ForeignKeyConstraint(
            ["meeting_id", "item_position"], ["agenda_items.meeting_id", "agenda_items.position"], ondelete="CASCADE"
        ),
        STRICT,
    )
    topic: ClassVar[Topic] = Topic.MEETINGS

    meeting_id: Mapped[int] = mapped_column(primary_key=True)
    item_position: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id", ondelete="CASCADE"), primary_key=True, index=True)
    position: Mapped[int]


class PhotoRow(Base):
    """A photo of a meeting."""

    __tablename__ = "photos"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.MEETINGS

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    image: Mapped[bytes]
    caption: Mapped[str]
    original_name: Mapped[str]
    original_sha256: Mapped[str]


class MinutesVersionRow(Base):
    """Certified minutes as they stood before a correction."""

    __tablename__ = "minutes_versions"
    __table_args__ = (CheckConstraint("number >= 1", name="number"), NUMBERED)
    topic: ClassVar[Topic] = Topic.MEETINGS

    id: Mapped[Id]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    kept_on: Mapped[date]
    reason: Mapped[str]
    content: Mapped[str]


class MinutesDraftRow(Base):
    """What was typed in a meeting's form and could not be stored yet."""

    __tablename__ = "minutes_drafts"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.DRAFTS

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
    kept_at: Mapped[datetime]
    content: Mapped[str]
