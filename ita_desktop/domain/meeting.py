"""Committees and meetings, from the agenda to the minutes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol, TypeVar

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.office import NOBODY, MeetingNumbering, Signatory
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.thai.dates import BE_OFFSET


class CommitteeKind(StrEnum):
    """What the order calls the committee."""

    COMMITTEE = "committee"
    WORKING_GROUP = "working_group"

    @property
    def words(self) -> str:
        """The Thai word."""
        return "คณะกรรมการ" if self is CommitteeKind.COMMITTEE else "คณะทำงาน"


@dataclass(frozen=True, slots=True)
class CommitteeMember:
    """A person with a role (ประธานกรรมการ, กรรมการและเลขานุการ …)."""

    person: Signatory
    role: str = ""
    duties: str = ""


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee appointed by order; `name` holds its kind word (คณะทำงานขับเคลื่อน…)."""

    name: str
    kind: CommitteeKind = CommitteeKind.COMMITTEE
    order_number: str = ""
    order_date: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    members: tuple[CommitteeMember, ...] = ()
    id: int = NEW


class Presence(StrEnum):
    """How a person stands to a meeting; the minutes keep the three lists apart (ita.md 5.1)."""

    PRESENT = "present"
    ABSENT = "absent"
    ATTENDING = "attending"

    @property
    def words(self) -> str:
        """The official head of the list."""
        return {
            Presence.PRESENT: "ผู้มาประชุม",
            Presence.ABSENT: "ผู้ไม่มาประชุม",
            Presence.ATTENDING: "ผู้เข้าร่วมประชุม",
        }[self]


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person of one meeting; names and posts are kept as they were on the day."""

    person: Signatory
    presence: Presence = Presence.PRESENT
    role: str = ""
    """Role in the meeting: ประธานกรรมการ, กรรมการ …"""
    reason: str = ""
    """Why absent."""
    substitute_for: str = ""
    """The post that the person came for (แทน …)."""
    arrived_at: time | None = None
    """When the person came, if after the start."""
    left_at: time | None = None
    """When the person left, if before the end."""


class AgendaTable(StrEnum):
    """A table of the plan year that stands under an agenda item and follows the record until it is printed."""

    SCORES = "scores"
    FINDINGS = "findings"
    MEASURES = "measures"

    @property
    def words(self) -> str:
        """The Thai name of the table."""
        return {
            AgendaTable.SCORES: "ตารางคะแนน ITA",
            AgendaTable.FINDINGS: "ประเด็นจากการวิเคราะห์",
            AgendaTable.MEASURES: "ตารางมาตรการทั้งปี",
        }[self]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item under agenda head `section` (1 to 5)."""

    section: int
    title: str = ""
    facts: str = ""
    discussion: str = ""
    resolution: str = ""
    owner: str = ""
    """Who carries out the resolution."""
    due: date | None = None
    done_on: date | None = None
    """When the resolution was carried out, None while it is open."""
    measure_ids: tuple[int, ...] = ()
    """Measures that the item set or spoke about."""
    tables: tuple[AgendaTable, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.section <= len(AGENDA_HEADS):
            raise ValueError(f"section must be 1 to {len(AGENDA_HEADS)}; got {self.section!r}")

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written under the item."""
        texts = self.title or self.facts or self.discussion or self.resolution
        return not (texts or self.measure_ids or self.tables)

    @property
    def is_open(self) -> bool:
        """Whether the resolution gave somebody a task that is not noted as done."""
        return bool(self.resolution and (self.owner or self.due)) and self.done_on is None

    def is_late(self, today: date) -> bool:
        """Whether the task is still open behind its day."""
        return self.is_open and self.due is not None and self.due < today


class MeetingStatus(StrEnum):
    """Draft, checked, certified by a later meeting."""

    DRAFT = "draft"
    CHECKED = "checked"
    CERTIFIED = "certified"

    @property
    def words(self) -> str:
        """The Thai name of the state."""
        return {
            MeetingStatus.DRAFT: "ร่าง",
            MeetingStatus.CHECKED: "ตรวจแล้ว",
            MeetingStatus.CERTIFIED: "รับรองแล้ว",
        }[self]


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the meeting, PNG or JPEG, turned upright, reduced for print and without the camera's notes."""

    image: bytes
    caption: str = ""
    original_name: str = ""
    """Name of the file that the photo was made from; it is kept beside the data."""
    original_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the letter that calls a meeting needs besides the meeting."""

    number: str = ""
    """The letter's number as registered; empty leaves its place free."""
    dated: date | None = None
    unit: str = ""
    """ส่วนราชการ that sends the letter, as the memo's head names it; empty for the office."""
    recipients: tuple[str, ...] = ()
    """เรียน, a line each; empty for the committee."""
    attachments: tuple[str, ...] = ()
    """สิ่งที่ส่งมาด้วย, a line each."""
    signer: Signatory = NOBODY
    """NOBODY for the chair."""


NO_INVITATION = Invitation()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a plan year; everything but the year may still be open."""

    plan_year: FiscalYear
    name: str = ""
    """Committee or meeting name as it stands behind รายงานการประชุม."""
    subject: str = ""
    """What the meeting was called for; empty for the standard purpose."""
    committee_id: int | None = None
    number: int | None = None
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    chair: Signatory = NOBODY
    attendances: tuple[Attendance, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    recorder: Signatory = NOBODY
    checker: Signatory = NOBODY
    status: MeetingStatus = MeetingStatus.DRAFT
    certified_by_id: int | None = None
    """The later meeting that certified the minutes."""
    closing: str = ""
    """The closing paragraph of the news; empty for the standard wording."""
    photos: tuple[Photo, ...] = ()
    """Loaded where one meeting or the whole record is read; lists of meetings leave them out, and saving a meeting
    leaves the stored ones alone: `services.meetings.save_photos` keeps them."""
    invitation: Invitation = NO_INVITATION
    id: int = NEW

    def people(self, presence: Presence) -> tuple[Attendance, ...]:
        """The people of one list, in their order."""
        return tuple(attendance for attendance in self.attendances if attendance.presence is presence)

    def items(self, section: int) -> tuple[AgendaItem, ...]:
        """The items under one agenda head, in their order."""
        return tuple(item for item in self.agenda if item.section == section)

    @property
    def measure_ids(self) -> tuple[int, ...]:
        """The measures that the agenda names, each once, in their order."""
        return tuple(dict.fromkeys(id_ for item in self.agenda for id_ in item.measure_ids))


class MeetingHead(Protocol):
    """What tells a meeting from others: `Meeting` and `ListedMeeting` alike."""

    @property
    def plan_year(self) -> FiscalYear: ...
    @property
    def name(self) -> str: ...
    @property
    def committee_id(self) -> int | None: ...
    @property
    def number(self) -> int | None: ...
    @property
    def held_on(self) -> date | None: ...
    @property
    def place(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def status(self) -> MeetingStatus: ...
    @property
    def id(self) -> int: ...


H = TypeVar("H", bound=MeetingHead)


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A stored meeting as lists show it; being no `Meeting`, it cannot be saved without its people and its agenda."""

    plan_year: FiscalYear
    name: str
    committee_id: int | None
    number: int | None
    held_on: date | None
    place: str
    status: MeetingStatus
    id: int
    subject: str


@dataclass(frozen=True, slots=True)
class MinutesVersion:
    """Minutes as they were certified; `content` is their paper as JSON, so that it prints the same whatever changes."""

    meeting_id: int
    number: int
    """Counts from 1 for the minutes first certified."""
    kept_on: date
    reason: str
    """Why the minutes were corrected; empty for the version that stands."""
    content: str
    id: int = NEW


@dataclass(frozen=True, slots=True)
class MinutesDraft:
    """What was typed in a meeting's form and could not be stored yet: the texts of its fields, as JSON."""

    meeting_id: int
    kept_at: datetime
    content: str


def number_year(meeting: MeetingHead, numbering: MeetingNumbering) -> int:
    """The Buddhist year behind the slash of the meeting's number (ครั้งที่ 1/2569)."""
    if numbering is MeetingNumbering.CALENDAR_YEAR and meeting.held_on is not None:
        return meeting.held_on.year + BE_OFFSET
    if meeting.held_on is not None:
        return FiscalYear.of(meeting.held_on).be
    return meeting.plan_year.be


def number_label(meeting: MeetingHead, numbering: MeetingNumbering) -> str:
    """`ครั้งที่ 1/2569`, or empty without a number; Arabic digits."""
    return f"ครั้งที่ {meeting.number}/{number_year(meeting, numbering)}" if meeting.number else ""


def relabelled(
    meetings: Iterable[MeetingHead], before: MeetingNumbering, after: MeetingNumbering
) -> tuple[tuple[str, str], ...]:
    """The labels that another numbering would change, each before and after."""
    labels = ((number_label(meeting, before), number_label(meeting, after)) for meeting in meetings)
    return tuple((old, new) for old, new in labels if old != new)
