"""Posts of the day, the quorum, and what is remarked on a meeting's people."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Attendance, Committee, CommitteeMember, Invitation, Meeting, Presence
from ita_desktop.domain.meeting_checks import check_meeting, check_meetings, remarks_on
from ita_desktop.domain.meeting_people import as_on, committee_on, listed_twice, officers_on, signatory_on
from ita_desktop.domain.office import Acting, MeetingNumbering, Officer, Signatory
from ita_desktop.domain.quorum import Quorum, quorum
from ita_desktop.domain.remark import Severity

YEAR = FiscalYear(2569)
NUMBERING = MeetingNumbering.FISCAL_YEAR
CLERK = Officer("นางปลัด ดี", "ปลัดเทศบาล", since=date(2020, 1, 1))
STANDING_IN = replace(
    CLERK,
    acting=Acting.PERFORMING,
    acting_post="นายกเทศมนตรี",
    since=date(2025, 10, 1),
    until=date(2025, 12, 31),
)
FORMER = Officer("นายเก่า ลาแล้ว", "นายกเทศมนตรี", until=date(2025, 9, 30))


@pytest.mark.parametrize(
    ("day", "acting", "names"),
    [
        (date(2025, 9, 30), "", ["นางปลัด ดี", "นายเก่า ลาแล้ว"]),
        (date(2025, 10, 1), "ปฏิบัติหน้าที่นายกเทศมนตรี", ["นางปลัด ดี"]),
        (date(2025, 12, 31), "ปฏิบัติหน้าที่นายกเทศมนตรี", ["นางปลัด ดี"]),
        (date(2026, 1, 1), "", ["นางปลัด ดี"]),
        (None, "ปฏิบัติหน้าที่นายกเทศมนตรี", ["นางปลัด ดี", "นายเก่า ลาแล้ว"]),
    ],
)
def test_that_officers_have_the_posts_of_the_day(day: date | None, acting: str, names: list[str]) -> None:
    for officers in ((CLERK, STANDING_IN, FORMER), (STANDING_IN, CLERK, FORMER)):
        found = officers_on(officers, day)
        assert [person.name for person in found] == names
        assert found[0] == Signatory("นางปลัด ดี", "ปลัดเทศบาล", acting)


def test_that_members_come_with_the_posts_of_the_day_and_strangers_as_they_were_named() -> None:
    named, guest = Signatory("นางปลัด ดี", "รองปลัด"), Signatory("นายแขก", "กำนัน")
    committee = Committee("คณะ", members=(CommitteeMember(named, "ประธาน"), CommitteeMember(guest, "กรรมการ")))
    day = date(2025, 11, 1)
    now = Signatory("นางปลัด ดี", "ปลัดเทศบาล", "ปฏิบัติหน้าที่นายกเทศมนตรี")
    assert signatory_on(named, (CLERK, STANDING_IN), day) == now
    expected = (Attendance(now, role="ประธาน"), Attendance(guest, role="กรรมการ"))
    assert committee_on(committee, (CLERK, STANDING_IN), day) == expected
    assert as_on((Attendance(named, Presence.ABSENT, reason="ลา"),), (CLERK, STANDING_IN), day) == (
        Attendance(now, Presence.ABSENT, reason="ลา"),
    )


def people(count: int, presence: Presence = Presence.PRESENT, first: int = 0) -> tuple[Attendance, ...]:
    return tuple(Attendance(Signatory(f"นาย{n}"), presence) for n in range(first, first + count))


def committee_of(count: int) -> Committee:
    members = tuple(CommitteeMember(one.person) for one in people(count))
    return Committee("คณะทำงาน", members=members, id=5)


@pytest.mark.parametrize(("members", "needed"), [(1, 1), (2, 2), (3, 2), (8, 5), (9, 5)])
def test_that_a_quorum_is_more_than_half(members: int, needed: int) -> None:
    assert Quorum(members, 0).needed == needed
    assert Quorum(members, needed).is_met
    assert not Quorum(members, needed - 1).is_met


@given(st.integers(1, 12), st.integers(0, 12), st.integers(0, 12), st.integers(0, 5))
def test_that_members_and_their_substitutes_count_once_and_nobody_else(
    members: int, came: int, sent: int, guests: int
) -> None:
    came = min(came, members)
    substitutes = tuple(replace(one, substitute_for="กอง") for one in people(sent, first=100))
    listed = (*people(came), *people(came)[:1], *substitutes, *people(guests, first=200))
    found = quorum(Meeting(YEAR, attendances=listed), committee_of(members))
    if not listed:
        assert found is None
    else:
        assert found == Quorum(members, min(members, came + sent))


def test_that_without_a_known_committee_nothing_is_said_of_a_quorum() -> None:
    meeting = Meeting(YEAR, attendances=(*people(1), *people(9, Presence.ABSENT, 1)))
    assert quorum(meeting, None) is None
    assert quorum(meeting, Committee("คณะทำงาน")) is None


GOOD = Meeting(
    YEAR,
    "คณะทำงาน",
    committee_id=5,
    number=1,
    held_on=date(2026, 1, 12),
    starts_at=time(9),
    ends_at=time(12),
    chair=Signatory("นาย0"),
    recorder=Signatory("นาย1"),
    attendances=people(3),
    id=1,
)


def found(meeting: Meeting, committee: Committee | None = None) -> list[tuple[str, Severity]]:
    return [(remark.field, remark.severity) for remark in check_meeting(meeting, committee or committee_of(3))]


def at(person: int, **times: time) -> tuple[Attendance, ...]:
    return tuple(replace(one, **times) if n == person else one for n, one in enumerate(people(3)))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"attendances": people(1)}, [("attendances", Severity.WARNING)]),
        ({"attendances": (*people(3), *people(1, first=7))}, [("attendances", Severity.HINT)]),
        ({"attendances": (*people(3), replace(people(1, first=7)[0], substitute_for="กองช่าง"))}, []),
        ({"chair": Signatory("นาย9")}, [("chair", Severity.WARNING)]),
        (
            {"attendances": (*people(2, first=1), *people(1, Presence.ABSENT))},
            [("chair", Severity.WARNING)],
        ),
        ({"attendances": at(1, arrived_at=time(8, 59))}, [("attendances", Severity.WARNING)]),
        ({"attendances": at(1, arrived_at=time(12, 1))}, [("attendances", Severity.WARNING)]),
        ({"attendances": at(1, arrived_at=time(9, 30), left_at=time(11))}, []),
        ({"attendances": at(1, arrived_at=time(10), left_at=time(9, 30))}, [("attendances", Severity.ERROR)]),
        ({"attendances": at(1, left_at=time(13))}, [("attendances", Severity.WARNING)]),
        ({"invitation": Invitation(dated=date(2026, 1, 13))}, [("invitation", Severity.WARNING)]),
        ({"invitation": Invitation(dated=date(2026, 1, 12))}, []),
        ({"ends_at": time(8)}, [("ends_at", Severity.ERROR)]),
    ],
)
def test_that_each_fault_of_a_meeting_has_its_sentence(
    change: dict[str, object], expected: list[tuple[str, Severity]]
) -> None:
    assert found(replace(GOOD, **change)) == expected  # type: ignore[arg-type]


def test_that_the_remarks_on_one_meeting_are_those_among_all() -> None:
    twin = replace(GOOD, id=2, name="คณะทำงาน (พิมพ์ต่าง)", attendances=people(1))
    other = replace(GOOD, id=3, number=2, chair=Signatory())
    meetings, committees = (GOOD, twin, other), (committee_of(3),)
    every = list(check_meetings(meetings, committees, NUMBERING))
    for meeting in meetings:
        own = [remark for remark in every if remark.item_id == meeting.id]
        assert list(remarks_on(meeting, meetings, committees, NUMBERING)) == own
    assert "number" in {remark.field for remark in every if remark.item_id == GOOD.id}


@given(st.lists(st.sampled_from(["", "ก", "ข", "ค"]), max_size=8))
def test_that_names_are_told_that_stand_more_than_once(names: list[str]) -> None:
    found = listed_twice(Attendance(Signatory(name)) for name in names)
    assert set(found) == {name for name in names if name and names.count(name) > 1}
    assert list(found) == sorted(found, key=names.index)


@pytest.mark.parametrize(("day", "weekday"), [(10, "วันเสาร์"), (11, "วันอาทิตย์"), (12, ""), (16, "")])
def test_that_a_weekend_is_a_hint_and_no_warning(day: int, weekday: str) -> None:
    found = [remark for remark in check_meeting(Meeting(YEAR, held_on=date(2026, 1, day))) if remark.field == "held_on"]
    assert [remark.severity for remark in found] == ([Severity.HINT] if weekday else [])
    assert all(weekday in remark.sentence for remark in found)


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "words"),
    [
        (None, date(2026, 1, 11), "สิ้นสุดเมื่อวันที่ 11 มกราคม 2569 ก่อนวันประชุม"),
        (date(2026, 1, 13), None, "เริ่มตั้งแต่วันที่ 13 มกราคม 2569 หลังวันประชุม"),
        (date(2026, 1, 12), date(2026, 1, 12), ""),
        (None, None, ""),
    ],
)
def test_that_a_committee_whose_order_was_not_in_force_is_remarked(
    valid_from: date | None, valid_until: date | None, words: str
) -> None:
    committee = Committee("คณะทำงาน", valid_from=valid_from, valid_until=valid_until, id=4)
    meeting = Meeting(YEAR, "คณะทำงาน", committee_id=4, held_on=date(2026, 1, 12))
    found = [remark.sentence for remark in check_meeting(meeting, committee) if remark.field == "name"]
    assert len(found) == bool(words)
    assert all(words in sentence for sentence in found)
    assert not [one for one in check_meeting(replace(meeting, held_on=None), committee) if one.field == "name"]
