"""Resolutions and their measures, linked both ways, and the day a resolution was carried out."""

from dataclasses import replace
from datetime import date

import pytest
from fictional_office import YEAR

from ita_desktop.db.database import Database
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting import AgendaItem, Meeting, MeetingStatus
from ita_desktop.domain.resolutions import MeasurePart
from ita_desktop.errors import UserError
from ita_desktop.services import measures, meetings, records, resolutions


@pytest.fixture
def meeting(full: Database) -> Meeting:
    agenda = (AgendaItem(1), AgendaItem(4, "เรื่อง", resolution="มอบหมายกองคลัง", owner="กองคลัง", measure_ids=(9,)))
    return full.write(meetings.save_meeting, Meeting(YEAR, "ประชุม", held_on=date(2026, 1, 5), agenda=agenda))


def test_that_a_measure_of_a_resolution_is_kept_and_linked_both_ways(full: Database, meeting: Meeting) -> None:
    made = full.write(resolutions.add_measure, meeting.id, 1, Measure(YEAR, title="ใหม่"))
    assert full.read(measures.find_measures, [made.id]) == [made]
    assert full.read(meetings.get_meeting, meeting.id).agenda[1].measure_ids == (9, made.id)
    (place,) = full.read(resolutions.resolutions_of, made.id)
    assert (place.meeting.id, place.position, place.item.title) == (meeting.id, 1, "เรื่อง")
    full.write(resolutions.link_measure, meeting.id, 0, made.id)
    assert [place.position for place in full.read(resolutions.resolutions_of, made.id)] == [0, 1]
    full.write(resolutions.unlink_measure, meeting.id, 0, made.id)
    full.write(resolutions.unlink_measure, meeting.id, 1, made.id)
    assert full.read(resolutions.resolutions_of, made.id) == ()


def test_that_a_resolution_is_closed_and_opened_again_in_certified_minutes_too(
    full: Database, meeting: Meeting
) -> None:
    full.write(meetings.save_meeting, replace(meeting, status=MeetingStatus.CERTIFIED))
    done = full.write(resolutions.mark_done, meeting.id, 1, date(2026, 2, 1))
    assert not done.agenda[1].is_open
    assert full.write(resolutions.mark_done, meeting.id, 1, None).agenda[1].is_open


def test_that_certified_minutes_name_no_new_measures(full: Database, meeting: Meeting) -> None:
    full.write(meetings.save_meeting, replace(meeting, status=MeetingStatus.CERTIFIED))
    before = full.read(records.read_record)
    with pytest.raises(UserError, match="ผูกมาตรการเพิ่มไม่ได้"):
        full.write(resolutions.add_measure, meeting.id, 1, Measure(YEAR, title="ใหม่"))
    assert full.read(records.read_record) == before


def test_that_a_resolution_changes_only_the_parts_that_were_chosen(full: Database, meeting: Meeting) -> None:
    (stored,) = full.read(measures.find_measures, [8])
    wanted = replace(stored, actions=("ใหม่",), owner="นิติกร", title="ไม่ได้เลือก")
    before, after = full.write(resolutions.change_measure, meeting.id, 1, wanted, (MeasurePart.ACTIONS,))
    assert (before, after) == (stored, replace(stored, actions=("ใหม่",)))
    assert full.read(measures.find_measures, [8]) == [replace(stored, actions=("ใหม่",))]
    assert full.read(meetings.get_meeting, meeting.id).agenda[1].measure_ids == (9, 8)


def test_that_a_change_is_undone_without_what_others_changed_meanwhile(full: Database, meeting: Meeting) -> None:
    (stored,) = full.read(measures.find_measures, [8])
    wanted = replace(stored, actions=("ใหม่",), owner="ตามมติ")
    step = full.write(resolutions.change_measure, meeting.id, 1, wanted, tuple(MeasurePart))
    (now,) = full.read(measures.find_measures, [8])
    later = ("ใหม่", "พิมพ์ทีหลัง")
    full.write(measures.save_measure, replace(now, title="แก้ในแท็บมาตรการ", actions=later))
    full.write(resolutions.take_back_change, meeting, *step)
    assert full.read(measures.find_measures, [8]) == [replace(stored, title="แก้ในแท็บมาตรการ", actions=later)]
    assert full.read(meetings.get_meeting, meeting.id) == meeting


def test_that_a_measure_that_is_gone_is_not_changed(full: Database, meeting: Meeting) -> None:
    (stored,) = full.read(measures.find_measures, [8])
    parts = (MeasurePart.ACTIONS,)
    step = full.write(resolutions.change_measure, meeting.id, 1, replace(stored, actions=("ใหม่",)), parts)
    full.write(measures.remove_measures, [8])
    with pytest.raises(UserError, match="ลบไปแล้ว"):
        full.write(resolutions.change_measure, meeting.id, 1, stored, parts)
    full.write(resolutions.take_back_change, meeting, *step)
    assert full.read(measures.find_measures, [8]) == []
    assert full.read(meetings.get_meeting, meeting.id) == meeting


def test_that_certified_minutes_change_no_measure_that_they_do_not_name(full: Database, meeting: Meeting) -> None:
    full.write(meetings.save_meeting, replace(meeting, status=MeetingStatus.CERTIFIED))
    (stored,) = full.read(measures.find_measures, [8])
    before = full.read(records.read_record)
    with pytest.raises(UserError, match="ผูกมาตรการเพิ่มไม่ได้"):
        full.write(resolutions.change_measure, meeting.id, 1, replace(stored, owner="ก"), (MeasurePart.RESPONSIBLE,))
    assert full.read(records.read_record) == before


@pytest.mark.parametrize(("meeting_id", "position"), [(404, 0), (5, 99), (5, -1)])
def test_that_an_item_that_is_gone_is_told(full: Database, meeting_id: int, position: int) -> None:
    with pytest.raises(UserError, match="ไม่มีในระเบียบวาระแล้ว"):
        full.write(resolutions.mark_done, meeting_id, position, None)
