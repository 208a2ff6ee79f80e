from datetime import date

import pytest

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    CommitteeKind,
    Meeting,
    MeetingStatus,
    Presence,
    number_label,
)
from ita_desktop.domain.office import MeetingNumbering, Signatory

YEAR = FiscalYear(2569)
FISCAL, CALENDAR = MeetingNumbering.FISCAL_YEAR, MeetingNumbering.CALENDAR_YEAR


def test_that_the_number_bears_the_fiscal_or_the_calendar_year_as_the_office_chose() -> None:
    meeting = Meeting(YEAR, number=1, held_on=date(2025, 11, 5))
    assert number_label(meeting, FISCAL) == "ครั้งที่ 1/2569"
    assert number_label(meeting, CALENDAR) == "ครั้งที่ 1/2568"


def test_that_a_meeting_without_a_day_bears_its_plan_year() -> None:
    assert number_label(Meeting(YEAR, number=2), CALENDAR) == "ครั้งที่ 2/2569"
    assert number_label(Meeting(YEAR), FISCAL) == ""


def test_that_the_three_lists_of_people_keep_their_order() -> None:
    people = [
        Attendance(Signatory("ก")),
        Attendance(Signatory("ข"), Presence.ABSENT, reason="ติดราชการ"),
        Attendance(Signatory("ค"), Presence.ATTENDING),
        Attendance(Signatory("ง")),
    ]
    meeting = Meeting(YEAR, attendances=tuple(people))
    assert [a.person.name for a in meeting.people(Presence.PRESENT)] == ["ก", "ง"]
    assert [a.reason for a in meeting.people(Presence.ABSENT)] == ["ติดราชการ"]
    assert Presence.PRESENT.words == "ผู้มาประชุม"
    assert Presence.ATTENDING.words == "ผู้เข้าร่วมประชุม"


def test_that_the_agenda_names_each_measure_once() -> None:
    meeting = Meeting(
        YEAR, agenda=(AgendaItem(4, measure_ids=(3, 1)), AgendaItem(4, measure_ids=(1, 2)), AgendaItem(5))
    )
    assert meeting.measure_ids == (3, 1, 2)
    assert len(meeting.items(4)) == 2
    assert meeting.items(5)[0].is_empty


def test_that_there_are_only_five_agenda_heads() -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        AgendaItem(6)


def test_that_kinds_and_states_have_words() -> None:
    assert [kind.words for kind in CommitteeKind] == ["คณะกรรมการ", "คณะทำงาน"]
    assert [status.words for status in MeetingStatus] == ["ร่าง", "ตรวจแล้ว", "รับรองแล้ว"]
