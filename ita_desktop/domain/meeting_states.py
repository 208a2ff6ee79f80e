"""ร่าง, ตรวจแล้ว, รับรองแล้ว: what each state of the minutes allows, and which meeting certifies which."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.domain.meeting import NO_INVITATION, H, Meeting, MeetingHead, MeetingStatus, number_year
from ita_desktop.domain.meeting_proposals import CERTIFYING_SECTION, later_meetings, previous_meeting, same_series
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.thai.digits import to_arabic

FROZEN = "รายงานการประชุมนี้รับรองแล้ว จึงแก้ไขไม่ได้ หากต้องแก้ ให้กด “เปิดแก้ไข” แล้วกรอกเหตุผล โปรแกรมจะเก็บฉบับที่รับรองไว้"
"""Said when certified minutes would be changed."""
_CERTIFIES = "รับรอง"
_DENIES = "ไม่รับรอง"
_NUMBER = re.compile(r"(\d+)\s*/\s*(25\d\d)")


def is_frozen(meeting: MeetingHead) -> bool:
    """Whether the minutes are certified, so that what `freezes` tells must stay as it is."""
    return meeting.status is MeetingStatus.CERTIFIED


def freezes(meeting: Meeting) -> Meeting:
    """What certifying freezes: head, people, agenda, signers and the state itself.

    Free stay the news' closing and photos, the invitation, which later meeting certified, and when a resolution
    was carried out.
    """
    return replace(
        meeting,
        agenda=tuple(replace(item, done_on=None) for item in meeting.agenda),
        closing="",
        photos=(),
        invitation=NO_INVITATION,
        certified_by_id=None,
    )


def certifiable(meeting: Meeting, meetings: Sequence[H], numbering: MeetingNumbering) -> tuple[H, ...]:
    """The minutes that agenda 2 of this meeting resolved to certify and that are not certified yet, oldest first.

    The item names them by their number (ครั้งที่ 1/2569); an item without a number means the meeting before.
    """
    before = previous_meeting(meeting, meetings)
    named: list[H] = []
    for item in meeting.items(CERTIFYING_SECTION):
        if _CERTIFIES not in item.resolution or _DENIES in item.resolution:
            continue
        numbers = {(int(number), int(year)) for number, year in _NUMBER.findall(to_arabic(item.title))}
        for other in meetings:
            is_named = (other.number, number_year(other, numbering)) in numbers if numbers else other == before
            if is_named and _was_earlier(other, meeting) and not is_frozen(other) and other not in named:
                named.append(other)
    return tuple(named)


def has_resolved(later: Meeting, meeting: MeetingHead, meetings: Sequence[H], numbering: MeetingNumbering) -> bool:
    """Whether agenda 2 of the later meeting resolved to certify the minutes of `meeting`, one of `meetings`."""
    return any(other.id == meeting.id for other in certifiable(later, meetings, numbering))


def _was_earlier(other: MeetingHead, meeting: Meeting) -> bool:
    return other.id != meeting.id and same_series(other, meeting) and meeting in later_meetings(other, (meeting,))
