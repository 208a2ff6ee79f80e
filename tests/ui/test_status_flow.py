"""How minutes become certified on the screen, and what is kept when they are corrected."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from keys import type_text
from office_context import make_context
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop.catalog import sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.documents import Document
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, AgendaTable, Meeting, MeetingStatus
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services import measures, meetings, minutes_versions, records
from ita_desktop.services.documents import compose
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings.correction_dialog import CorrectionDialog
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.meetings.version_list import VersionsDialog

YEAR = FiscalYear(2569)
DRAFT, CHECKED, CERTIFIED = MeetingStatus


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Two meetings of one committee: checked minutes, and a later meeting that is to certify them."""
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(records.write_record, replace(sample_record(), meetings=(), minutes_versions=(), issued_documents=()))
    first = Meeting(YEAR, "คณะทำงาน ITA", number=1, held_on=date(2025, 11, 3), starts_at=time(9), status=CHECKED)
    agenda = AgendaItem(2, "รับรองรายงานการประชุม ครั้งที่ 1/2569")
    opened.write(meetings.save_meeting, replace(first, place="ห้องประชุม", agenda=(AgendaItem(1, "แจ้งผลคะแนน"),)))
    later = replace(first, number=2, held_on=date(2026, 1, 12), status=DRAFT, agenda=(agenda,))
    opened.write(meetings.save_meeting, later)
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> Iterator[MeetingsTab]:
    made = MeetingsTab(make_context(database, say, window, numerals=Numerals.THAI), window)
    window.resize(1366, 700)
    made.resize(1366, 700)
    made.show()
    yield made
    made.context.background.stop()


def stored(tab: MeetingsTab) -> list[Meeting]:
    return tab.context.database.read(meetings.list_meetings, YEAR)


def resolve(tab: MeetingsTab, text: str) -> None:
    """Type the resolution of agenda 2 into the newest meeting."""
    tab.show_item(stored(tab)[-1].id)
    tab.form.show_page(tab.form.agenda)
    panel = next(iter(tab.form.agenda.panels.values()))
    panel.set_open(True)
    assert panel.body is not None
    panel.body.resolution.setFocus()
    type_text(panel.body.resolution, text)
    tab.finish_editing()


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def correct(tab: MeetingsTab, reason: str) -> CorrectionDialog:
    """Open certified minutes with a reason."""
    press(tab.form.reopen)
    dialog = tab.findChildren(CorrectionDialog)[-1]
    type_text(dialog.reason, reason)
    press(dialog.agree)
    return dialog


def test_that_a_resolution_of_agenda_2_offers_to_certify_with_one_press(tab: MeetingsTab) -> None:
    assert not tab.offer.isVisible()
    resolve(tab, "ที่ประชุมมีมติรับรองโดยไม่มีการแก้ไข")
    assert tab.offer.isVisible()
    assert "ครั้งที่ ๑/๒๕๖๙" in tab.offer.sentence
    before = stored(tab)
    press(tab.states.agree)
    first, later = stored(tab)
    assert (first.status, first.certified_by_id) == (CERTIFIED, later.id)
    assert not tab.offer.isVisible()
    tab.undo()
    assert stored(tab) == before
    assert tab.offer.isVisible()
    tab.redo()
    assert stored(tab)[0].status is CERTIFIED


def test_that_what_is_typed_after_the_offer_is_stored_before_certifying(tab: MeetingsTab) -> None:
    resolve(tab, "ที่ประชุมมีมติรับรอง")
    panel = next(iter(tab.form.agenda.panels.values()))
    assert panel.body is not None
    type_text(panel.body.resolution, "แล้ว")
    press(tab.states.agree)
    first, later = stored(tab)
    assert first.status is CERTIFIED
    assert later.agenda[0].resolution == "ที่ประชุมมีมติรับรองแล้ว"


@pytest.mark.parametrize("text", ["ที่ประชุมมีมติไม่รับรอง", "ที่ประชุมรับทราบ"])
def test_that_nothing_is_offered_where_nothing_was_certified(tab: MeetingsTab, text: str) -> None:
    resolve(tab, text)
    assert not tab.offer.isVisible()


def test_that_the_offer_goes_with_its_meeting(tab: MeetingsTab) -> None:
    resolve(tab, "ที่ประชุมมีมติรับรอง")
    tab.show_item(stored(tab)[0].id)
    assert not tab.offer.isVisible()
    tab.show_item(stored(tab)[1].id)
    assert tab.offer.isVisible()


def test_that_corrections_are_listed_with_their_reasons_and_the_kept_paper_is_saved(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    say = tab.context.say
    assert isinstance(say, RecordingSay)
    resolve(tab, "ที่ประชุมมีมติรับรอง")
    press(tab.states.agree)
    first = stored(tab)[0].id
    tab.show_item(first)
    dialog = correct(tab, "แก้ชื่อผู้มาประชุม")
    assert dialog.versions.buttons == []
    assert stored(tab)[0].status is CHECKED
    (version,) = tab.context.database.read(minutes_versions.list_versions, first)
    assert (version.number, version.reason) == (1, "แก้ชื่อผู้มาประชุม")
    # What is written now is not in the paper that was kept.
    tab.form.show_page(tab.form.head)
    tab.form.head.place.setFocus()
    tab.form.head.place.selectAll()
    type_text(tab.form.head.place, "ศาลาประชาคม")
    tab.finish_editing()
    tab.show_item(stored(tab)[1].id)
    press(tab.states.agree)
    tab.show_item(first)
    press(tab.form.reopen)
    dialog = tab.findChildren(CorrectionDialog)[-1]
    press(dialog.versions.buttons[0])
    assert say.spoke_within == [dialog]
    assert "ฉบับที่ 1" in say.suggested[-1].name
    target = tmp_path / "ฉบับเดิม.pdf"
    say.choose_file(target)
    qtbot.waitUntil(lambda: any(str(target) in told for told in say.told_sentences), timeout=20_000)
    text = "".join(page.extract_text() for page in PdfReader(target).pages)
    assert "ศาลาประชาคม" not in text
    assert "แจ้งผลคะแนน" in text


def test_that_the_status_menu_leads_to_the_versions(tab: MeetingsTab) -> None:
    resolve(tab, "ที่ประชุมมีมติรับรอง")
    press(tab.states.agree)
    tab.show_item(stored(tab)[0].id)
    for reason in ("ครั้งแรก", "ครั้งที่สอง"):
        correct(tab, reason)
        tab.show_item(stored(tab)[1].id)
        press(tab.states.agree)
        tab.show_item(stored(tab)[0].id)
    menu = tab.form.status.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    entry = next(entry for entry in menu.actions() if "ก่อนแก้ไข" in entry.text())
    entry.trigger()
    (dialog,) = tab.findChildren(VersionsDialog)
    assert len(dialog.versions.buttons) == 2
    assert [button.accessibleName()[-1] for button in dialog.versions.buttons] == ["๑", "๒"]


def test_that_correcting_is_one_step_that_undo_takes_back(tab: MeetingsTab) -> None:
    resolve(tab, "ที่ประชุมมีมติรับรอง")
    press(tab.states.agree)
    first, later = stored(tab)
    tab.show_item(first.id)
    correct(tab, "แก้คำผิด")
    tab.undo()
    assert (stored(tab)[0].status, stored(tab)[0].certified_by_id) == (CERTIFIED, later.id)
    assert tab.context.database.read(minutes_versions.list_versions, first.id) == []


def test_that_enter_behind_the_reason_opens_the_minutes(tab: MeetingsTab) -> None:
    first = stored(tab)[0].id
    tab.show_item(first)
    tab.states.ask_status(replace(stored(tab)[0], status=CERTIFIED))
    press(tab.form.reopen)
    dialog = tab.findChildren(CorrectionDialog)[-1]
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert dialog.isVisible()
    type_text(dialog.reason, "แก้คำผิด")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    (version,) = tab.context.database.read(minutes_versions.list_versions, first)
    assert version.reason == "แก้คำผิด"


def test_that_certifying_by_a_meeting_that_has_not_resolved_so_is_asked_first(tab: MeetingsTab) -> None:
    say = tab.context.say
    assert isinstance(say, RecordingSay)
    first, later = stored(tab)
    tab.show_item(first.id)
    wanted = replace(first, status=CERTIFIED, certified_by_id=later.id)
    tab.states.ask_status(wanted)
    assert "ครั้งที่ ๒/๒๕๖๙" in say.questions[-1]
    assert "ยังไม่มีมติรับรอง" in say.questions[-1]
    assert stored(tab)[0].status is CHECKED
    say.yes()
    assert stored(tab)[0] == wanted
    tab.undo()
    resolve(tab, "ที่ประชุมมีมติรับรอง")
    tab.show_item(first.id)
    asked = len(say.questions)
    tab.states.ask_status(wanted)
    assert len(say.questions) == asked
    assert stored(tab)[0].status is CERTIFIED


def test_that_the_question_before_removing_certified_minutes_names_them(tab: MeetingsTab) -> None:
    say = tab.context.say
    assert isinstance(say, RecordingSay)
    first = stored(tab)[0]
    tab.show_item(first.id)
    tab.states.ask_status(replace(first, status=CERTIFIED))
    tab.remove_current()
    assert "ครั้งที่ ๑/๒๕๖๙ เมื่อวันที่ ๓ พฤศจิกายน ๒๕๖๘" in say.questions[-1]
    say.yes()
    assert [meeting.id for meeting in stored(tab)] != [first.id]
    tab.undo()
    assert minutes_versions_kept(tab, first.id)


def minutes_versions_kept(tab: MeetingsTab, id_: int) -> bool:
    return tab.context.database.read(minutes_versions.find_standing, id_) is not None


def minutes_of(tab: MeetingsTab, id_: int) -> Document:
    context = tab.context
    given = (context.frameworks(), context.texts(), context.today())
    return context.database.read(compose, DocumentKind.MINUTES, YEAR, *given, meeting_id=id_)


@pytest.mark.parametrize("from_the_menu", [True, False])
def test_that_minutes_certified_on_the_screen_print_the_same_when_measures_change(
    tab: MeetingsTab, from_the_menu: bool
) -> None:
    database = tab.context.database
    first = stored(tab)[0]
    table = AgendaItem(4, "มาตรการ", resolution="เห็นชอบ", tables=(AgendaTable.MEASURES,))
    database.write(meetings.save_meeting, replace(first, agenda=(table,)))
    if from_the_menu:
        tab.show_item(first.id)
        tab.states.ask_status(replace(stored(tab)[0], status=CERTIFIED))
    else:
        resolve(tab, "ที่ประชุมมีมติรับรอง")
        press(tab.states.agree)
    certified = minutes_of(tab, first.id)
    database.write(measures.remove_measures, [one.id for one in database.read(measures.list_measures, YEAR)])
    assert minutes_of(tab, first.id) == certified
    tab.undo()
    assert stored(tab)[0].status is CHECKED
    assert minutes_of(tab, first.id) != certified
    tab.redo()
    assert stored(tab)[0].status is CERTIFIED
    assert minutes_of(tab, first.id) != certified
