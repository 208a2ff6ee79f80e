"""The meeting form: a meeting goes in and the same meeting comes out, whatever is done to its people and items."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keys import ALT, SHIFT, press, type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.catalog import sample_record
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    Committee,
    CommitteeMember,
    Meeting,
    MeetingStatus,
    Presence,
)
from ita_desktop.domain.office import MeetingNumbering, Officer, Signatory
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings import agenda_rows, people_rows
from ita_desktop.ui.meetings.head_page import END_BEFORE_START, NO_COMMITTEE, NO_NAME
from ita_desktop.ui.meetings.identities import keep_identities
from ita_desktop.ui.meetings.meeting_form import MeetingForm
from ita_desktop.ui.meetings.number_line import parse_number
from ita_desktop.ui.meetings.surroundings import Surroundings
from ita_desktop.ui.widgets.mark_icon import Tone

YEAR = FiscalYear(2569)
NOW = datetime(2026, 1, 15, 10, 15).astimezone()
SAMPLE = sample_record()
MEETINGS = [meeting for meeting in SAMPLE.meetings if meeting.plan_year == YEAR]
NOT_TYPED = ("plan_year", "status", "certified_by_id", "photos", "committee_id", "id")
"""What no field of the form says."""
HEAD = Signatory("นายหนึ่ง ใจดี", "นายกเทศมนตรี")
CLERK = Signatory("นางสอง ขยัน", "ปลัดเทศบาล")
COMMITTEE = Committee("คณะทำงาน", members=(CommitteeMember(HEAD, "ประธาน"), CommitteeMember(CLERK, "เลขานุการ")), id=5)


def surroundings(*meetings: Meeting) -> Surroundings:
    return Surroundings(
        Numerals.ARABIC,
        MeetingNumbering.FISCAL_YEAR,
        officers=(Officer(HEAD.name, HEAD.post, id=1), Officer(CLERK.name, CLERK.post, id=2)),
        committees=(COMMITTEE,),
        meetings=meetings,
    )


def of_sample() -> Surroundings:
    return Surroundings(
        SAMPLE.office.numerals,
        SAMPLE.office.meeting_numbering,
        SAMPLE.officers,
        SAMPLE.divisions,
        SAMPLE.committees,
        SAMPLE.meetings,
        tuple(measure for measure in SAMPLE.measures if measure.plan_year == YEAR),
    )


@pytest.fixture
def form(window: QWidget) -> MeetingForm:
    made = MeetingForm(Numerals.ARABIC, lambda: NOW, window)
    made.resize(900, 600)
    made.show()
    return made


def enter(field: QWidget, text: str) -> None:
    """Put a text into a line as a clerk does and leave it with Enter."""
    field.selectAll()  # type: ignore[attr-defined]
    type_text(field, text)
    press(field, Qt.Key.Key_Return)


def turn_all_pages(form: MeetingForm) -> None:
    """Show every page once: only then it is made."""
    for number in range(form.bar.count()):
        form.bar.setCurrentIndex(number)


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: f"number-{meeting.number}")
@pytest.mark.parametrize("opened", [False, True], ids=["folded", "opened"])
def test_that_a_shown_meeting_comes_back_unchanged(form: MeetingForm, meeting: Meeting, opened: bool) -> None:
    form.show_meeting(meeting, of_sample())
    turn_all_pages(form)
    if opened:
        for panel in form.agenda.panels.values():
            panel.set_open(True)
    form.commit()
    assert form.meeting(meeting) == meeting


def test_that_pages_seen_late_show_the_meeting_of_now(form: MeetingForm) -> None:
    first, second = MEETINGS[:2]
    form.show_meeting(first, of_sample())
    assert form.meeting(first) == first
    saved = replace(second, closing="จบข่าว", invitation=replace(second.invitation, number="ที่ ๑"))
    form.show_meeting(second, of_sample())
    form.show_meeting(saved, of_sample())
    turn_all_pages(form)
    assert form.invitation.number.text() == "ที่ ๑"
    assert form.closing.closing.text() == "จบข่าว"
    assert [panel.item() for panel in form.agenda.panels.values()] == list(saved.agenda)
    assert form.meeting(first) == replace(saved, **{key: getattr(first, key) for key in NOT_TYPED})


def test_that_pages_of_certified_minutes_are_closed_however_late_they_are_seen(form: MeetingForm) -> None:
    certified = replace(MEETINGS[0], status=MeetingStatus.CERTIFIED)
    form.show_meeting(certified, of_sample())
    turn_all_pages(form)
    assert form.closing.recorder.name.isReadOnly()
    assert not form.closing.closing.isReadOnly()
    assert not form.agenda.sections[0].add.isEnabled()
    assert not form.people.whole_committee.isEnabled()
    assert not form.invitation.number.isReadOnly()
    form.show_meeting(replace(certified, status=MeetingStatus.DRAFT), of_sample())
    assert not form.closing.recorder.name.isReadOnly()
    assert form.agenda.sections[0].add.isEnabled()


def test_that_remarks_stand_on_a_page_that_is_seen_late(form: MeetingForm) -> None:
    stored = replace(MEETINGS[0], held_on=date(2026, 1, 12))
    late = replace(stored, invitation=replace(stored.invitation, dated=date(2026, 1, 13)))
    form.show_meeting(late, of_sample())
    form.show_page(form.invitation)
    assert "หลังวันประชุม" in form.invitation.note(form.invitation.dated).sentence


def test_that_a_draft_comes_back_to_pages_that_were_not_seen_yet(form: MeetingForm) -> None:
    stored = replace(MEETINGS[0], status=MeetingStatus.DRAFT)
    item = replace(stored.agenda[0], resolution="ยังพิมพ์อยู่")
    typed = replace(stored, agenda=(item, *stored.agenda[1:]), closing="จบข่าว")
    form.show_meeting(stored, of_sample())
    form.restore_unsaved(typed, of_sample(), {"recorder.post": "ปลัดเทศ"})
    recorder = replace(typed.recorder, post="ปลัดเทศ")
    assert form.unsaved() == {"recorder.post": "ปลัดเทศ"}
    assert form.meeting(stored) in (typed, replace(typed, recorder=recorder))
    form.commit()
    assert form.meeting(stored) == replace(typed, recorder=recorder)


def test_that_tab_goes_from_the_top_of_the_form_into_a_page_that_is_seen_late(form: MeetingForm, qtbot: QtBot) -> None:
    form.show_meeting(replace(MEETINGS[0], status=MeetingStatus.DRAFT), of_sample())
    form.words.show()
    with qtbot.waitActive(form.window()):
        form.window().activateWindow()
    for part, first in (
        (form.invitation, form.invitation.number),
        (form.closing, form.closing.recorder.name),
        (form.head, form.head.name),
    ):
        form.show_page(part)
        form.status.setFocus()
        press(form.status, Qt.Key.Key_Tab)
        assert first.hasFocus()


def test_that_tab_goes_through_an_item_as_it_is_read_and_back(form: MeetingForm, qtbot: QtBot) -> None:
    item = AgendaItem(1, "หนึ่ง", resolution="เห็นชอบ")
    stored = Meeting(YEAR, agenda=(item, AgendaItem(4, "สอง")), id=1)
    form.show_meeting(stored, surroundings(stored))
    form.show_page(form.agenda)
    first, second = form.agenda.panels.values()
    first.set_open(True)
    body = first.body
    assert body is not None
    with qtbot.waitActive(form.window()):
        form.window().activateWindow()
    way = [first.title, first.fold, first.more, body.facts, *body.tables.boxes.values(), body.discussion]
    way += [body.resolution, body.owner, body.due, body.done, body.phrases, body.make_measure]
    way += [body.change_measure, body.measures]
    way += [section.add for section in form.agenda.sections[:2]]
    seen = [stop for stop in way if stop.isVisible() and stop.isEnabled()]
    seen[0].setFocus()
    for stop in seen[1:]:
        press(form.focusWidget(), Qt.Key.Key_Tab)
        assert stop.hasFocus()
    for stop in reversed(seen[:-1]):
        press(form.focusWidget(), Qt.Key.Key_Backtab, SHIFT)
        assert stop.hasFocus()
    second.title.setFocus()
    press(second.title, Qt.Key.Key_Backtab, SHIFT)
    assert form.agenda.carry.hasFocus()


@pytest.mark.parametrize("width", [706, 960])
def test_that_an_open_item_needs_no_scrolling_to_the_side(form: MeetingForm, qtbot: QtBot, width: int) -> None:
    stored = Meeting(YEAR, agenda=(AgendaItem(1, "หนึ่ง"),), id=1)
    form.show_meeting(stored, surroundings(stored))
    form.show_page(form.agenda)
    panel = next(iter(form.agenda.panels.values()))
    panel.set_open(True)
    form.resize(width, 600)
    qtbot.wait(30)
    body = panel.body
    assert body is not None
    assert form._areas[form.agenda].horizontalScrollBar().maximum() == 0
    for button in (body.phrases, body.make_measure, body.change_measure, body.measures):
        assert button.width() >= button.sizeHint().width()
        assert body.rect().contains(button.mapTo(body, button.rect().bottomRight()))


@pytest.mark.parametrize(("missing", "field"), [({"name": ""}, "name"), ({"held_on": None}, "held_on"), ({}, "name")])
def test_that_a_new_meeting_begins_where_something_is_missing(
    form: MeetingForm, qtbot: QtBot, missing: dict[str, Any], field: str
) -> None:
    whole = Meeting(YEAR, "คณะทำงาน", number=2, held_on=date(2026, 1, 12), starts_at=time(9), id=1)
    whole = replace(whole, place="ห้องประชุม", chair=HEAD)
    with qtbot.waitActive(form.window()):
        form.window().activateWindow()
    form.show_meeting(replace(whole, **missing), surroundings())
    form.head.focus_first_missing()
    assert getattr(form.head, field).hasFocus()


def test_that_a_meeting_on_a_day_off_gets_a_quiet_word(form: MeetingForm) -> None:
    for day, words in ((date(2026, 1, 10), "วันเสาร์"), (date(2026, 1, 11), "วันอาทิตย์"), (date(2026, 1, 12), "")):
        meeting = Meeting(YEAR, held_on=day, id=1)
        form.show_meeting(meeting, surroundings(meeting))
        note = form.head.note(form.head.held_on)
        assert (words in note.sentence, bool(note.sentence), note.tone) == (True, bool(words), Tone.HINT)
        form.commit()
        assert form.meeting(meeting) == meeting


def test_that_every_field_of_the_head_is_read(form: MeetingForm) -> None:
    stored = Meeting(YEAR, id=1)
    form.show_meeting(stored, surroundings(stored))
    enter(form.head.name, "คณะทำงาน")
    enter(form.head.number.line, "ครั้งที่ ๓/2569")
    enter(form.head.held_on, "๑๒ ม.ค. ๖๙")
    enter(form.head.starts_at, "9.30")
    enter(form.head.ends_at, "๑๒:๐๐ น.")
    enter(form.head.place, "ห้องประชุม <ชั้น 2> & ระเบียง")
    enter(form.head.chair.name, "นายใหม่ ไม่อยู่ในรายชื่อ")
    enter(form.head.chair.acting, "รักษาราชการแทนนายก")
    enter(form.head.subject, "ติดตามผล")
    found = form.meeting(stored)
    assert (found.name, found.committee_id, found.number) == ("คณะทำงาน", 5, 3)
    assert (found.held_on, found.starts_at, found.ends_at) == (date(2026, 1, 12), time(9, 30), time(12))
    assert (found.place, found.subject) == ("ห้องประชุม <ชั้น 2> & ระเบียง", "ติดตามผล")
    assert found.chair == Signatory("นายใหม่ ไม่อยู่ในรายชื่อ", "", "รักษาราชการแทนนายก")


def test_that_picking_an_officer_fills_in_the_post(form: MeetingForm) -> None:
    stored = Meeting(YEAR, id=1)
    form.show_meeting(stored, surroundings(stored))
    name = form.head.chair.name
    name.setFocus()
    type_text(name, "ขยัน")
    QApplication.processEvents()
    press(name._popup, Qt.Key.Key_Down)
    press(name._popup, Qt.Key.Key_Return)
    assert form.meeting(stored).chair == CLERK


@pytest.mark.parametrize("typed", ["31 ก.พ. 2569", "12/1/2026", "พรุ่งนี้"])
def test_that_an_unreadable_date_stays_on_screen_and_the_stored_one_stays_stored(form: MeetingForm, typed: str) -> None:
    stored = Meeting(YEAR, held_on=date(2026, 1, 12), id=1)
    form.show_meeting(stored, surroundings(stored))
    enter(form.head.held_on, typed)
    form.show_meeting(replace(stored, place="บันทึกที่อื่น"), surroundings(stored))
    assert form.head.held_on.text() == typed
    assert form.head.note(form.head.held_on).tone is Tone.ERROR
    assert form.meeting(stored).held_on == date(2026, 1, 12)
    assert form.unsaved() == {"held_on": typed}


def test_that_an_end_before_the_start_is_refused_beside_the_field(form: MeetingForm) -> None:
    stored = Meeting(YEAR, starts_at=time(10), id=1)
    form.show_meeting(stored, surroundings(stored))
    enter(form.head.ends_at, "9.00")
    assert form.head.note(form.head.ends_at).sentence == END_BEFORE_START
    assert form.head.ends_at.text() == "09.00 น."
    assert form.meeting(stored).ends_at is None
    form.commit()
    press(form.head.ends_at, Qt.Key.Key_Return)
    assert form.head.ends_at.problem() == END_BEFORE_START
    assert form.meeting(stored).ends_at is None
    enter(form.head.starts_at, "8.30")
    assert form.head.note(form.head.ends_at).sentence == ""
    assert (form.meeting(stored).starts_at, form.meeting(stored).ends_at) == (time(8, 30), time(9))


def test_that_odd_but_possible_things_are_said_calmly(form: MeetingForm) -> None:
    twice = (Attendance(HEAD), Attendance(HEAD, Presence.ATTENDING))
    first = Meeting(YEAR, name="คณะทำงาน", committee_id=5, number=1, held_on=date(2026, 11, 2), attendances=twice, id=1)
    second = replace(first, held_on=date(2026, 2, 2), attendances=(), id=2)
    form.show_meeting(replace(first, name=""), surroundings(replace(first, name=""), second))
    assert form.head.note(form.head.name).sentence == NO_NAME
    form.show_meeting(first, surroundings(first, replace(second, held_on=date(2026, 12, 2))))
    assert form.head.note(form.head.held_on).sentence == "วันประชุมอยู่นอกปีงบประมาณ พ.ศ. 2569"
    assert "ซ้ำกัน" in form.head.note(form.head.number).sentence
    note = form.people.lists[Presence.PRESENT].note
    assert note.tone is Tone.WARNING
    assert f"มีชื่อ {HEAD.name} ซ้ำกัน 2 แห่ง" in note.sentence


def test_that_the_quorum_is_told_where_the_committee_is_known(form: MeetingForm) -> None:
    whole = (Attendance(HEAD), Attendance(CLERK))
    meeting = Meeting(YEAR, name="คณะทำงาน", committee_id=5, attendances=whole, id=1)
    form.show_meeting(meeting, surroundings(meeting))
    note = form.people.lists[Presence.PRESENT].note
    assert (note.tone, "ครบองค์ประชุม" in note.sentence) == (Tone.GOOD, True)
    half = replace(meeting, attendances=whole[:1])
    form.show_meeting(half, surroundings(half))
    assert (note.tone, "ไม่ครบองค์ประชุม" in note.sentence) == (Tone.WARNING, True)


def test_that_people_are_added_by_name_with_post_and_role(form: MeetingForm) -> None:
    stored = Meeting(YEAR, name="คณะทำงาน", committee_id=5, id=1)
    form.show_meeting(stored, surroundings(stored))
    came = form.people.lists[Presence.PRESENT]
    enter(came.line, CLERK.name)
    enter(came.line, "นายจร มาเอง")
    assert form.meeting(stored).attendances == (
        Attendance(CLERK, role="เลขานุการ"),
        Attendance(Signatory("นายจร มาเอง")),
    )
    assert came.line.text() == ""


def test_that_the_whole_committee_is_put_in_with_one_press(form: MeetingForm) -> None:
    stored = Meeting(YEAR, name="คณะทำงาน", committee_id=5, attendances=(Attendance(CLERK),), id=1)
    form.show_meeting(stored, surroundings(stored))
    form.people.whole_committee.click()
    assert [who.person for who in form.meeting(stored).attendances] == [CLERK, HEAD]
    assert form.people.whole_committee.isHidden()


def test_that_a_cell_of_the_people_is_edited_in_place(form: MeetingForm) -> None:
    stored = Meeting(YEAR, attendances=(Attendance(CLERK, Presence.ABSENT),), id=1)
    form.show_meeting(stored, surroundings(stored))
    form.show_page(form.people)
    absent = form.people.lists[Presence.ABSENT]
    cell = absent.model.index(0, absent.model.column_of("reason"))
    absent.table.setCurrentIndex(cell)
    absent.table.edit(cell)
    editor = absent.table.indexWidget(cell) or absent.table.findChild(QWidget, "") or absent.table
    editor = next(line for line in absent.table.viewport().findChildren(type(absent.line)))
    type_text(editor, "ติดราชการ")
    form.commit()
    assert form.meeting(stored).people(Presence.ABSENT)[0].reason == "ติดราชการ"


def test_that_rows_move_go_to_another_list_and_leave_by_keyboard(form: MeetingForm) -> None:
    stored = Meeting(YEAR, attendances=(Attendance(HEAD), Attendance(CLERK)), id=1)
    form.show_meeting(stored, surroundings(stored))
    came = form.people.lists[Presence.PRESENT]
    came.table.selectRow(1)
    press(came.table, Qt.Key.Key_Up, ALT)
    assert [who.person for who in form.meeting(stored).attendances] == [CLERK, HEAD]
    came._send(Presence.ABSENT)
    assert form.meeting(stored).people(Presence.ABSENT) == (Attendance(CLERK, Presence.ABSENT),)
    came.table.selectRow(0)
    press(came.table, Qt.Key.Key_Delete)
    assert form.meeting(stored).people(Presence.PRESENT) == ()


def test_that_agenda_texts_keep_their_own_undo_when_the_saved_meeting_comes_back(form: MeetingForm) -> None:
    stored = Meeting(YEAR, agenda=(AgendaItem(4, "เรื่องเดิม"),), id=1)
    form.show_meeting(stored, surroundings(stored))
    panel = next(iter(form.agenda.panels.values()))
    panel.set_open(True)
    assert panel.body is not None
    type_text(panel.body.resolution, "เห็นชอบ")
    saved = form.meeting(stored)
    assert saved.agenda[0].resolution == "เห็นชอบ"
    form.show_meeting(saved, surroundings(saved))
    assert panel.body.resolution.document().isUndoAvailable()
    panel.body.resolution.undo()
    assert panel.body.resolution.text() == ""


def test_that_items_are_added_moved_sent_and_removed(form: MeetingForm) -> None:
    stored = Meeting(YEAR, agenda=(AgendaItem(4, "หนึ่ง"), AgendaItem(4, "สอง")), id=1)
    form.show_meeting(stored, surroundings(stored))
    form.agenda.add_item(AgendaItem(4))
    third = list(form.agenda.panels.values())[-1]
    type_text(third.title, "สาม")
    third.move_asked.emit(-1)
    assert [item.title for item in form.meeting(stored).items(4)] == ["หนึ่ง", "สาม", "สอง"]
    third.send_asked.emit(5)
    assert [item.title for item in form.meeting(stored).items(5)] == ["สาม"]
    assert third.parentWidget() is form.agenda.sections[4]
    third.remove_asked.emit()
    assert [item.title for item in form.meeting(stored).agenda] == ["หนึ่ง", "สอง"]


def test_that_the_certifying_item_is_offered_where_the_agenda_has_none(form: MeetingForm) -> None:
    first = Meeting(YEAR, name="คณะทำงาน", number=1, held_on=date(2026, 1, 12), id=1)
    second = replace(first, number=2, held_on=date(2026, 4, 2), agenda=(AgendaItem(2, "ไม่มี"),), id=2)
    form.show_meeting(first, surroundings(first, second))
    assert form.agenda.propose.isHidden()
    form.show_meeting(second, surroundings(first, second))
    form.agenda.propose.click()
    title = "รับรองรายงานการประชุม ครั้งที่ 1/2569 เมื่อวันที่ 12 มกราคม 2569"
    assert [item.title for item in form.meeting(second).items(2)] == [title]
    assert form.agenda.propose.isHidden()


def test_that_a_pasted_chapter_is_taken_whole(form: MeetingForm, qtbot: QtBot) -> None:
    stored = Meeting(YEAR, agenda=(AgendaItem(4),), id=1)
    form.show_meeting(stored, surroundings(stored))
    panel = next(iter(form.agenda.panels.values()))
    panel.set_open(True)
    assert panel.body is not None
    text = ("มติ & <ข้อความ> " * 4_000)[:50_000].strip()
    QApplication.clipboard().setText(text + "\u200b")
    panel.body.facts.paste()
    assert form.meeting(stored).agenda[0].facts == text
    assert panel.body.facts.height() < 600


def test_that_the_name_tells_when_it_is_no_committees_or_its_order_has_ended(form: MeetingForm) -> None:
    ended = replace(COMMITTEE, valid_until=date(2025, 9, 30))
    known = replace(surroundings(), committees=(ended,))
    meeting = Meeting(YEAR, "ประชุมประจำเดือน", held_on=date(2026, 1, 12), id=1)
    note = form.head.note(form.head.name)
    form.show_meeting(meeting, known)
    assert note.sentence == NO_COMMITTEE
    form.show_meeting(replace(meeting, name=ended.name, committee_id=ended.id), known)
    assert "สิ้นสุดเมื่อวันที่ 30 กันยายน 2568" in note.sentence
    form.show_meeting(replace(meeting, name=ended.name, committee_id=ended.id), surroundings())
    assert note.sentence == ""


@pytest.mark.parametrize("typed", ["0", "-1", "1000", "สอง", "1.5"])
def test_that_a_meeting_number_is_a_whole_number_from_one(typed: str) -> None:
    with pytest.raises(UserError, match="ครั้งที่ประชุมต้องเป็นตัวเลข"):
        parse_number(typed)


people = st.builds(
    Attendance,
    person=st.builds(Signatory, name=st.sampled_from(["ก", "ข", "ค"])),
    presence=st.sampled_from(Presence),
    reason=st.sampled_from(["", "ลา"]),
)


@given(st.lists(people, max_size=6), st.integers(0, 5), st.integers(-3, 3))
def test_that_moving_a_person_keeps_everybody_and_the_other_lists(who: list[Attendance], at: int, by: int) -> None:
    rows = people_rows.rows_of(who)
    if not rows:
        return
    row = rows[at % len(rows)]
    moved = people_rows.moved(rows, row.id, by)
    assert sorted(moved, key=lambda r: r.id) == list(rows)
    for presence in Presence:
        if presence is not row.presence:
            assert people_rows.in_list(moved, presence) == people_rows.in_list(rows, presence)


@given(st.lists(people, max_size=6), st.lists(people, max_size=6))
def test_that_identities_are_never_given_twice(before: list[Attendance], after: list[Attendance]) -> None:
    ids = keep_identities(after, [(row.id, row.attendance) for row in people_rows.rows_of(before)])
    assert len(set(ids)) == len(after)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=7), st.integers(0, 6), st.integers(1, 5))
def test_that_sending_an_item_keeps_its_text_and_its_row(sections: list[int], at: int, to: int) -> None:
    rows = agenda_rows.rows_of([AgendaItem(section, f"เรื่อง {n}") for n, section in enumerate(sections)])
    row = rows[at % len(rows)]
    sent = agenda_rows.sent_to(rows, row.id, to)
    assert {r.id: r.item.title for r in sent} == {r.id: r.item.title for r in rows}
    assert agenda_rows.in_section(sent, to)[-1].id == row.id


def test_that_the_titles_of_open_and_folded_items_end_at_one_edge(form: MeetingForm, window: QWidget) -> None:
    form.show_meeting(MEETINGS[0], of_sample())
    form.show_page(form.agenda)
    form.resize(window.size())
    form.show()
    first, second, *_ = form.agenda.panels.values()
    first.set_open(True)
    second.set_open(False)
    QApplication.processEvents()
    assert first.fold.width() == second.fold.width()
    assert first.title.geometry().right() == second.title.geometry().right()
