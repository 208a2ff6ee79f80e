"""The people of a meeting and of a committee: posts of the day, late comers, a chair who is not listed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from keys import press, type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Attendance, Committee, CommitteeMember, Meeting, MeetingStatus, Presence
from ita_desktop.domain.office import Acting, MeetingNumbering, Officer, Signatory
from ita_desktop.services import committees
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings import people_rows
from ita_desktop.ui.meetings.committee_dialog import CommitteeDialog
from ita_desktop.ui.meetings.meeting_form import MeetingForm
from ita_desktop.ui.meetings.pick_dialog import PickDialog
from ita_desktop.ui.meetings.surroundings import Surroundings
from ita_desktop.ui.table_model import ProblemRole
from ita_desktop.ui.widgets.delegates import PADDING_X
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.time_field import TimeField

YEAR = FiscalYear(2569)
NOW = datetime(2026, 1, 15, 10, 15).astimezone()
HEAD = Signatory("นายหนึ่ง ใจดี", "นายกเทศมนตรี")
CLERK = Signatory("นางสอง ขยัน", "ปลัดเทศบาล")
ACTING = Signatory(CLERK.name, CLERK.post, "ปฏิบัติหน้าที่นายกเทศมนตรี")
COMMITTEE = Committee("คณะทำงาน", members=(CommitteeMember(HEAD, "ประธาน"), CommitteeMember(CLERK, "เลขานุการ")), id=5)
OFFICERS = (
    Officer(HEAD.name, HEAD.post, until=date(2026, 3, 31), id=1),
    Officer(CLERK.name, CLERK.post, id=2),
    Officer(CLERK.name, CLERK.post, acting=Acting.PERFORMING, acting_post=HEAD.post, since=date(2026, 4, 1), id=3),
)


def surroundings(*meetings: Meeting) -> Surroundings:
    numbering = MeetingNumbering.FISCAL_YEAR
    return Surroundings(Numerals.THAI, numbering, OFFICERS, committees=(COMMITTEE,), meetings=meetings)


@pytest.fixture
def form(window: QWidget) -> MeetingForm:
    made = MeetingForm(Numerals.THAI, lambda: NOW, window)
    made.resize(900, 600)
    made.show()
    return made


def show(form: MeetingForm, meeting: Meeting) -> Meeting:
    form.show_meeting(meeting, surroundings(meeting))
    form.show_page(form.people)
    return meeting


def write_time(form: MeetingForm, key: str, text: str) -> TimeField:
    """Type a time into the first row of those who came, up to Enter."""
    came = form.people.lists[Presence.PRESENT]
    cell = came.model.index(0, came.model.column_of(key))
    QApplication.processEvents()
    came.table.setFocus()
    came.table.setCurrentIndex(cell)
    press(came.table, Qt.Key.Key_F2)
    editor = came.table.viewport().findChild(TimeField)
    assert isinstance(editor, TimeField)
    editor.selectAll()
    type_text(editor, text)
    press(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    return editor


def test_that_coming_late_and_leaving_early_are_written_as_times(form: MeetingForm) -> None:
    stored = show(form, Meeting(YEAR, starts_at=time(9, 30), attendances=(Attendance(HEAD),), id=1))
    write_time(form, "arrived_at", "๑๐.๑๕")
    form.commit()
    came = form.people.lists[Presence.PRESENT]
    assert form.meeting(stored).attendances == (Attendance(HEAD, arrived_at=time(10, 15)),)
    shown = came.model.index(0, came.model.column_of("arrived_at")).data()
    assert shown == "๑๐.๑๕ น."


def test_that_a_time_that_cannot_be_read_stays_open_for_mending(form: MeetingForm) -> None:
    stored = show(form, Meeting(YEAR, attendances=(Attendance(HEAD, left_at=time(11)),), id=1))
    editor = write_time(form, "left_at", "สาย")
    assert (editor.text(), editor.isVisible()) == ("สาย", True)
    assert form.people.lists[Presence.PRESENT].beside.tone is Tone.ERROR
    assert "สาย" in form.people.lists[Presence.PRESENT].beside.sentence
    assert form.meeting(stored).attendances[0].left_at == time(11)


def test_that_a_time_that_cannot_be_read_stays_in_its_cell_when_the_mouse_leaves_it(
    form: MeetingForm, qtbot: QtBot
) -> None:
    stored = show(form, Meeting(YEAR, attendances=(Attendance(HEAD, left_at=time(11)), Attendance(CLERK)), id=1))
    words: list[str] = []
    form.changed.connect(words.append)
    with qtbot.waitActive(form.window()):
        form.window().activateWindow()
    write_time(form, "left_at", "สาย")
    form.people.lists[Presence.ABSENT].line.setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.processEvents()
    came = form.people.lists[Presence.PRESENT]
    cell = came.model.index(0, came.model.column_of("left_at"))
    assert came._delegate._open is None
    assert (cell.data(), form.meeting(stored)) == ("สาย", stored)
    assert "กรอกเช่น ๐๙.๓๐" in str(cell.data(ProblemRole))
    assert (came.beside.tone, "สาย" in came.beside.sentence) == (Tone.ERROR, True)
    assert form.unsaved() == {"present.0.left_at": "สาย"}
    # What is kept as a draft is kept when it is told.
    assert words
    form.show_meeting(stored, surroundings(stored))
    assert cell.data() == "สาย"
    write_time(form, "left_at", "11.30")
    assert (form.unsaved(), came.beside.sentence) == ({}, "")
    assert form.meeting(stored).attendances[0].left_at == time(11, 30)


def test_that_a_time_that_cannot_be_read_comes_back_with_its_draft(form: MeetingForm) -> None:
    stored = show(form, Meeting(YEAR, attendances=(Attendance(HEAD), Attendance(CLERK)), id=1))
    form.restore_unsaved(stored, surroundings(stored), {"present.1.arrived_at": "๙ โมงกว่า"})
    assert form.unsaved() == {"present.1.arrived_at": "๙ โมงกว่า"}
    form.people.lists[Presence.PRESENT].table.selectRow(1)
    form.people.lists[Presence.PRESENT]._send(Presence.ATTENDING)
    assert form.unsaved() == {"attending.0.arrived_at": "๙ โมงกว่า"}
    other = replace(stored, id=2)
    form.show_meeting(other, surroundings(other))
    assert form.unsaved() == {}


def test_that_who_is_listed_twice_is_marked_and_said_beside_the_field(form: MeetingForm) -> None:
    people = (Attendance(HEAD), Attendance(CLERK), Attendance(HEAD), Attendance(CLERK, Presence.ATTENDING))
    show(form, Meeting(YEAR, attendances=people, id=1))
    came, also = form.people.lists[Presence.PRESENT], form.people.lists[Presence.ATTENDING]
    marks = [came.model.index(row, 1).data(ProblemRole) for row in range(3)]
    assert marks == ["ชื่อซ้ำกับลำดับที่ ๓", "ชื่อซ้ำกับผู้เข้าร่วมประชุม ลำดับที่ ๑", "ชื่อซ้ำกับลำดับที่ ๑"]
    assert came.beside.sentence == f"{HEAD.name} ชื่อซ้ำกับลำดับที่ ๑"
    assert "ชื่อซ้ำกับผู้มาประชุม ลำดับที่ ๒" in also.beside.sentence
    came.table.selectRow(2)
    came.remove.click()
    assert came.model.index(0, 1).data(ProblemRole) == ""


def test_that_the_field_for_the_next_name_stays_in_sight(form: MeetingForm, qtbot: QtBot) -> None:
    others = tuple(Attendance(Signatory(f"นายที่{number} มาประชุม")) for number in range(14))
    show(form, Meeting(YEAR, attendances=others, id=1))
    came, view = form.people.lists[Presence.PRESENT], form._areas[form.people].viewport()
    QApplication.processEvents()
    for name in ("นายใหม่ หนึ่ง", "นายใหม่ หนึ่ง", "นายใหม่ สอง"):
        write_line(came.line, name)
        qtbot.wait(60)
        below = came.beside if came.beside.sentence else came.line
        assert view.rect().contains(below.mapTo(view, below.rect().bottomLeft()))


def test_that_columns_keep_names_whole_and_heads_readable(form: MeetingForm, qtbot: QtBot) -> None:
    who = Attendance(Signatory("นางสาวพิมพ์ใจ ท่าตาลเจริญสุขใจ", "หัวหน้าสำนักปลัดเทศบาล"), role="กรรมการและเลขานุการ")
    show(form, Meeting(YEAR, attendances=(who,), id=1))
    form.resize(706, 600)
    qtbot.wait(30)
    came = form.people.lists[Presence.PRESENT]
    table, metrics = came.table, came.table.fontMetrics()
    assert table.columnWidth(1) > max(map(metrics.horizontalAdvance, who.person.name.split())) + 2 * PADDING_X
    header = table.horizontalHeader()
    bold = QFont(header.font())
    bold.setBold(True)
    for column in range(came.model.columnCount()):
        head = str(came.model.headerData(column, Qt.Orientation.Horizontal)).split("\n")
        assert header.sectionSize(column) >= max(map(QFontMetrics(bold).horizontalAdvance, head))
        assert header.height() >= len(head) * QFontMetrics(bold).lineSpacing()
    empty = table.columnWidth(came.model.column_of("arrived_at"))
    write_time(form, "arrived_at", "10.15")
    qtbot.wait(30)
    assert table.columnWidth(came.model.column_of("arrived_at")) > empty


def test_that_those_who_did_not_come_have_no_times(form: MeetingForm) -> None:
    rows = people_rows.rows_of([Attendance(HEAD, arrived_at=time(10), left_at=time(11))])
    assert people_rows.sent_to(rows, [rows[0].id], Presence.ABSENT)[0].attendance == Attendance(HEAD, Presence.ABSENT)
    keys = [column.key for column in form.people.lists[Presence.ABSENT].model.columns]
    assert ("reason" in keys, "arrived_at" in keys, "substitute_for" in keys) == (True, False, False)


def test_that_a_chair_who_is_not_listed_is_added_with_one_press(form: MeetingForm) -> None:
    people = (Attendance(CLERK, role="เลขานุการ"),)
    meeting = Meeting(YEAR, name="คณะทำงาน", committee_id=5, chair=HEAD, attendances=people, id=1)
    show(form, meeting)
    assert HEAD.name in form.people.chair.sentence
    assert form.head.note(form.head.chair.name).tone is Tone.WARNING
    words: list[str] = []
    form.changed.connect(words.append)
    form.people.add_chair.click()
    now = form.meeting(meeting)
    assert now.attendances == (Attendance(HEAD, role="ประธาน"), *people)
    assert words == ["เพิ่มประธานในรายชื่อ"]
    show(form, now)
    assert form.people.chair.isHidden()


def test_that_an_absent_chair_is_moved_and_not_listed_twice(form: MeetingForm) -> None:
    people = (Attendance(CLERK), Attendance(HEAD, Presence.ABSENT, "ประธาน", "ลา"))
    meeting = show(form, Meeting(YEAR, chair=HEAD, attendances=people, id=1))
    form.people.add_chair.click()
    assert form.meeting(meeting).attendances == (Attendance(HEAD, role="ประธาน"), Attendance(CLERK))


def test_that_certified_minutes_offer_no_change_of_people(form: MeetingForm) -> None:
    show(form, Meeting(YEAR, chair=HEAD, attendances=(Attendance(CLERK),), status=MeetingStatus.CERTIFIED, id=1))
    assert form.people.chair.isHidden()


def test_that_the_quorum_stands_beside_other_remarks(form: MeetingForm) -> None:
    twice = (Attendance(HEAD), Attendance(CLERK), Attendance(CLERK, Presence.ATTENDING))
    show(form, Meeting(YEAR, name="คณะทำงาน", committee_id=5, attendances=twice, id=1))
    note = form.people.lists[Presence.PRESENT].note
    assert note.tone is Tone.WARNING
    assert "ผู้มาประชุม ๒ คน จากกรรมการ ๒ คน ครบองค์ประชุม" in note.sentence
    assert "ซ้ำกัน ๒ แห่ง" in note.sentence


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 2, 1), CLERK), (date(2026, 5, 1), ACTING)])
def test_that_people_bear_the_posts_of_the_meetings_day(form: MeetingForm, day: date, expected: Signatory) -> None:
    meeting = show(form, Meeting(YEAR, name="คณะทำงาน", committee_id=5, held_on=day, id=1))
    form.people.whole_committee.click()
    assert form.meeting(meeting).attendances[1].person == expected
    assert form.people.lists[Presence.PRESENT]._known[CLERK.name] == expected


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    yield opened
    opened.close()


@pytest.fixture
def dialog(database: Database, say: RecordingSay, window: QWidget) -> CommitteeDialog:
    committee = database.write(committees.save_committee, replace(COMMITTEE, id=0))
    around = replace(surroundings(), committees=(committee,))
    made = CommitteeDialog(make_context(database, say, window), around, committee.id, window)
    made.show()
    return made


def write_line(field: QWidget, text: str) -> None:
    field.selectAll()  # type: ignore[attr-defined]  # every field of the dialog is a line edit
    type_text(field, text)
    press(field, Qt.Key.Key_Return)


def test_that_members_take_the_posts_of_the_orders_date(dialog: CommitteeDialog, database: Database) -> None:
    assert dialog.members.take_posts.isHidden()
    write_line(dialog.order_date, "1 พ.ค. 2569")
    assert not dialog.members.take_posts.isHidden()
    dialog.members.take_posts.click()
    assert dialog.members.take_posts.isHidden()
    dialog.save()
    (kept,) = database.read(committees.list_committees)
    assert [member.person for member in kept.members] == [HEAD, ACTING]
    assert [member.role for member in kept.members] == ["ประธาน", "เลขานุการ"]


def test_that_several_members_are_chosen_at_once_by_the_orders_date(
    dialog: CommitteeDialog, database: Database
) -> None:
    dialog.add_committee()
    write_line(dialog.name, "คณะกรรมการใหม่")
    write_line(dialog.order_date, "1 พ.ค. 2569")
    dialog.members.choose.click()
    picker = dialog.members.findChild(PickDialog)
    assert picker is not None
    picker.all.click()
    picker.agree.click()
    dialog.save()
    kept = next(one for one in database.read(committees.list_committees) if one.name == "คณะกรรมการใหม่")
    assert ACTING in [member.person for member in kept.members]


def test_that_a_member_listed_twice_is_said(dialog: CommitteeDialog) -> None:
    write_line(dialog.members.line, CLERK.name)
    assert CLERK.name in dialog.members.note.sentence
    dialog.members.table.selectRow(2)
    press(dialog.members.table, Qt.Key.Key_Delete)
    assert dialog.members.note.sentence == ""


def test_that_an_order_ending_before_it_begins_is_said_beside_the_field(dialog: CommitteeDialog) -> None:
    write_line(dialog.valid_from, "1 ต.ค. 2568")
    write_line(dialog.valid_until, "30 ก.ย. 2568")
    assert dialog.valid_until.problem() != ""
    dialog.save()
    assert dialog.isVisible()
    write_line(dialog.valid_from, "1 ต.ค. 2567")
    assert dialog.valid_until.problem() == ""
