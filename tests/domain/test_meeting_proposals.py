"""What the next meeting begins with."""

from dataclasses import replace
from datetime import date, time

import pytest

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.meeting import (
    Attendance,
    Committee,
    CommitteeMember,
    Meeting,
    MeetingStatus,
    Presence,
)
from ita_desktop.domain.meeting_proposals import (
    certify,
    certifying_item,
    committee_named,
    committees_of,
    last_held,
    later_meetings,
    previous_meeting,
    propose_meeting,
    propose_next,
    renumbered,
    reopen,
)
from ita_desktop.domain.office import MeetingNumbering, Signatory

YEAR = FiscalYear(2569)
NUMBERING = MeetingNumbering.FISCAL_YEAR
FIRST = Meeting(
    YEAR,
    name="คณะทำงาน",
    committee_id=3,
    number=1,
    held_on=date(2026, 1, 12),
    starts_at=time(10),
    ends_at=time(12),
    place="ห้องประชุม",
    chair=Signatory("นายหนึ่ง"),
    attendances=(
        Attendance(Signatory("นายหนึ่ง"), role="ประธาน"),
        Attendance(Signatory("นายสอง"), Presence.ABSENT, reason="ลาป่วย"),
        Attendance(Signatory("นายสาม"), substitute_for="ปลัด"),
        Attendance(Signatory("นายสี่"), Presence.ATTENDING),
    ),
    recorder=Signatory("นางห้า"),
    closing="ปิดท้าย",
    status=MeetingStatus.CERTIFIED,
    id=7,
)
SECOND = replace(FIRST, number=2, held_on=date(2026, 4, 2), status=MeetingStatus.DRAFT, id=8)


def test_that_a_first_meeting_has_the_five_heads_and_nothing_to_certify() -> None:
    proposed = propose_meeting(YEAR)
    assert [item.section for item in proposed.agenda] == [1, 2, 3, 4, 5]
    assert proposed.agenda[1].title == "ไม่มี"


def test_that_a_committee_brings_its_members_with_their_roles() -> None:
    committee = Committee("คณะทำงาน", members=(CommitteeMember(Signatory("นายหนึ่ง"), "ประธาน"),), id=3)
    proposed = propose_meeting(YEAR, committee)
    assert (proposed.name, proposed.committee_id) == ("คณะทำงาน", 3)
    assert proposed.attendances == (Attendance(Signatory("นายหนึ่ง"), role="ประธาน"),)


def test_that_the_next_meeting_keeps_people_and_place_but_not_what_happened() -> None:
    proposed = propose_next(FIRST, YEAR, NUMBERING)
    assert (proposed.place, proposed.chair, proposed.starts_at) == (FIRST.place, FIRST.chair, FIRST.starts_at)
    assert [who.presence for who in proposed.attendances] == [Presence.PRESENT] * 3 + [Presence.ATTENDING]
    assert not any(who.reason or who.substitute_for for who in proposed.attendances)
    assert (proposed.id, proposed.number, proposed.held_on, proposed.ends_at) == (0, None, None, None)
    assert (proposed.status, proposed.closing) == (MeetingStatus.DRAFT, "")
    assert proposed.agenda[1].title == "รับรองรายงานการประชุม ครั้งที่ 1/2569 เมื่อวันที่ 12 มกราคม 2569"


def test_that_a_meeting_without_number_and_date_can_still_be_certified() -> None:
    assert certifying_item(Meeting(YEAR), NUMBERING).title == "รับรองรายงานการประชุม"


def test_that_the_previous_meeting_is_the_last_one_of_the_same_body() -> None:
    other = replace(FIRST, name="ประชุมประจำเดือน", committee_id=None, held_on=date(2026, 3, 1), id=9)
    assert previous_meeting(SECOND, (FIRST, SECOND, other)) == FIRST
    assert previous_meeting(FIRST, (FIRST, SECOND, other)) is None
    assert previous_meeting(replace(SECOND, held_on=None), (FIRST, other, SECOND)) == FIRST


def test_that_a_meeting_without_a_day_comes_before_another_by_its_number_and_only_for_want_of_one_with_a_day() -> None:
    seventh, eighth = replace(SECOND, number=7, held_on=None, id=21), replace(SECOND, number=8, id=22)
    new = replace(SECOND, number=None, held_on=None, id=NEW)
    assert previous_meeting(new, (FIRST, eighth, seventh)) == eighth
    assert previous_meeting(seventh, (FIRST, eighth, seventh)) == FIRST
    assert previous_meeting(new, (seventh,)) == seventh
    assert last_held((FIRST, eighth, seventh)) == eighth
    assert last_held((seventh,)) == seventh
    assert last_held(()) is None


CALENDAR = MeetingNumbering.CALENDAR_YEAR


def test_that_a_proposed_number_follows_its_day_into_another_year() -> None:
    eighth = replace(FIRST, number=8, held_on=date(2026, 11, 3), id=30)
    new = replace(FIRST, plan_year=YEAR + 1, number=1, held_on=None, id=31)
    december, january = replace(new, held_on=date(2026, 12, 28)), replace(new, held_on=date(2027, 1, 12))
    assert renumbered(new, december, (eighth, new), CALENDAR) == 9
    assert renumbered(new, january, (eighth, new), CALENDAR) == 1
    assert renumbered(new, december, (eighth, new), NUMBERING) == 1


@pytest.mark.parametrize("number", [None, 5])
def test_that_a_number_that_was_typed_stays(number: int | None) -> None:
    new = replace(FIRST, plan_year=YEAR + 1, number=number, held_on=None, id=31)
    assert renumbered(new, replace(new, held_on=date(2026, 12, 28)), (new,), CALENDAR) == number


def test_that_only_later_meetings_can_certify_and_the_same_body_comes_first() -> None:
    other = replace(FIRST, name="ประชุมประจำเดือน", committee_id=None, held_on=date(2026, 2, 1), id=9)
    assert later_meetings(FIRST, (FIRST, other, SECOND)) == (SECOND, other)
    assert later_meetings(SECOND, (FIRST, SECOND, other)) == ()


def test_that_certifying_and_reopening_change_the_status_and_nothing_else() -> None:
    certified = certify(SECOND, FIRST)
    assert (certified.status, certified.certified_by_id) == (MeetingStatus.CERTIFIED, 7)
    assert reopen(certified, MeetingStatus.DRAFT) == SECOND


def test_that_of_two_committees_with_one_name_the_one_that_serves_is_meant() -> None:
    old = Committee("คณะทำงาน", order_date=date(2024, 10, 1), valid_until=date(2025, 9, 30), id=1)
    new = Committee("คณะทำงาน", order_date=date(2025, 10, 14), id=2)
    assert committee_named("คณะทำงาน", date(2025, 1, 5), (new, old)) == old
    assert committee_named("คณะทำงาน", date(2026, 1, 5), (old, new)) == new
    assert committee_named("คณะทำงาน", None, (old, new)) == new
    assert committee_named("อื่น", None, (old, new)) is None
    assert committees_of(FiscalYear(2568), (old, new)) == [old]
    assert committees_of(YEAR, (old, new)) == [new]
