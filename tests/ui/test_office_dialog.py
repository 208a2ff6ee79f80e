"""The office dialog with real keys on a real file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from keys import press, type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Meeting, MeetingStatus
from ita_desktop.domain.office import Acting, MeetingNumbering, Office, OfficeKind, Officer
from ita_desktop.errors import UserError
from ita_desktop.services import meetings
from ita_desktop.services import office as office_service
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.office.logo_field import read_logo
from ita_desktop.ui.office.office_dialog import OfficeDialog
from ita_desktop.ui.widgets.parsed_line import ParsedLine


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(office_service.found_office, Office(OfficeKind.SUBDISTRICT_MUNICIPALITY, "บ้านสวน"))
    opened.write(office_service.save_officer, Officer("นายสมชาย ใจดี", "นายกเทศมนตรีตำบลบ้านสวน"))
    opened.write(office_service.save_officer, Officer("นางสมหญิง มีสุข", "ปลัดเทศบาล"))
    yield opened
    opened.close()


@pytest.fixture
def dialog(database: Database, say: RecordingSay, window: QWidget, qtbot: QtBot) -> OfficeDialog:
    found = OfficeDialog(make_context(database, say, window), window)
    found.open()
    return found


def office(database: Database) -> Office:
    found = database.read(office_service.find_office)
    assert found is not None
    return found


def line(owner: QWidget, name: str) -> ParsedLine[object]:
    found = [field for field in owner.findChildren(ParsedLine) if field.accessibleName() == name]
    assert len(found) == 1, name
    return found[0]


def box(owner: QWidget, name: str) -> QComboBox:
    return next(found for found in owner.findChildren(QComboBox) if found.accessibleName() == name)


def press_button(owner: QWidget, words: str) -> None:
    names = [b for b in owner.findChildren(QPushButton) if words in (b.text(), b.accessibleName())]
    names[0].click()


def fill(field: ParsedLine[object], text: str) -> None:
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    type_text(field, text)
    press(field, Qt.Key.Key_Return)


def choose(found: QComboBox, text: str) -> None:
    found.setCurrentIndex(found.findText(text, Qt.MatchFlag.MatchStartsWith))
    found.activated.emit(found.currentIndex())


def test_that_each_field_is_kept_when_it_is_left(dialog: OfficeDialog, database: Database) -> None:
    page = dialog.office_page
    fill(line(page, "โทรศัพท์"), "๐ ๕๕๖๖ ๗๗๘๘")
    fill(line(page, "ที่อยู่"), "๙๙ หมู่ ๔ <ตำบลบ้านสวน> & อื่น ๆ")
    choose(box(page, "ตัวเลขในเอกสาร"), "เลขอารบิก")
    choose(box(page, "เริ่มนับครั้งที่ประชุมใหม่ทุก"), "ปีปฏิทิน")
    kept = office(database)
    assert kept.phone == "๐ ๕๕๖๖ ๗๗๘๘"
    assert kept.address == "๙๙ หมู่ ๔ <ตำบลบ้านสวน> & อื่น ๆ"
    assert kept.numerals is Numerals.ARABIC
    assert kept.meeting_numbering is MeetingNumbering.CALENDAR_YEAR


def test_that_a_name_with_its_prefix_changes_the_kind(dialog: OfficeDialog, database: Database) -> None:
    fill(line(dialog.office_page, "ชื่อหน่วยงาน"), "อบต.บ้านไร่")
    assert office(database).long_name == "องค์การบริหารส่วนตำบลบ้านไร่"
    assert line(dialog.office_page, "ชื่อหน่วยงาน").text() == "บ้านไร่"
    assert box(dialog.office_page, "ประเภทหน่วยงาน").currentText().startswith("องค์การบริหารส่วนตำบล")


def test_that_an_empty_name_is_refused_and_the_kept_one_stays(
    dialog: OfficeDialog, database: Database, say: RecordingSay
) -> None:
    name = line(dialog.office_page, "ชื่อหน่วยงาน")
    fill(name, "")
    assert name.problem()
    assert office(database).name == "บ้านสวน"
    dialog.reject()
    assert dialog.isVisible()
    assert say.questions
    say.yes()
    assert not dialog.isVisible()
    assert office(database).name == "บ้านสวน"


def test_that_closing_takes_what_is_being_typed(dialog: OfficeDialog, database: Database) -> None:
    type_text(line(dialog.office_page, "อีเมล"), "saraban@example.go.th")
    assert office(database).email == ""
    press_button(dialog, "ปิด")
    assert office(database).email == "saraban@example.go.th"
    assert not dialog.isVisible()


def test_that_typing_is_not_overwritten_by_a_change_from_elsewhere(dialog: OfficeDialog, database: Database) -> None:
    email = line(dialog.office_page, "อีเมล")
    type_text(email, "saraban@")
    database.write(office_service.save_office, Office(OfficeKind.SUBDISTRICT_MUNICIPALITY, "บ้านสวน", phone="1111"))
    assert email.text() == "saraban@"
    assert line(dialog.office_page, "โทรศัพท์").text() == "1111"


def test_that_a_logo_is_kept_small_and_can_be_removed(
    dialog: OfficeDialog, database: Database, say: RecordingSay, tmp_path: Path
) -> None:
    picture = QImage(1800, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    assert picture.save(str(tmp_path / "logo.jpg"))
    press_button(dialog.office_page, "เลือกรูป…")
    say.choose_file(tmp_path / "logo.jpg")
    kept = QImage.fromData(office(database).logo)
    assert (kept.width(), kept.height()) == (600, 300)
    press_button(dialog.office_page, "เอารูปออก")
    assert office(database).logo == b""


def test_that_the_garuda_is_kept_beside_the_logo_and_can_be_removed(
    dialog: OfficeDialog, database: Database, say: RecordingSay, tmp_path: Path
) -> None:
    picture = QImage(540, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor("#aa3322"))
    assert picture.save(str(tmp_path / "garuda.png"))
    press_button(dialog.office_page, "เลือกรูปตราครุฑ")
    say.choose_file(tmp_path / "garuda.png")
    kept = QImage.fromData(office(database).garuda)
    assert (kept.width(), kept.height()) == (540, 600)
    assert office(database).logo == b""
    press_button(dialog.office_page, "เอารูปตราครุฑออก")
    assert office(database).garuda == b""


def test_that_a_picture_is_shown_whole(dialog: OfficeDialog, say: RecordingSay, tmp_path: Path, qtbot: QtBot) -> None:
    picture = QImage(600, 600, QImage.Format.Format_RGB32)
    assert picture.save(str(tmp_path / "logo.png"))
    press_button(dialog.office_page, "เลือกรูป…")
    say.choose_file(tmp_path / "logo.png")
    shown = next(label for label in dialog.office_page.findChildren(QLabel) if not label.pixmap().isNull())
    qtbot.waitUntil(lambda: shown.height() >= shown.pixmap().height())


def test_that_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("not a picture")
    with pytest.raises(UserError, match="PNG หรือ JPG"):
        read_logo(tmp_path / "logo.png")


def test_that_an_officer_is_added_with_an_acting_post(dialog: OfficeDialog, database: Database) -> None:
    page = dialog.officers_page
    press_button(page, "+ เพิ่มเจ้าหน้าที่")
    fill(line(page, "ชื่อ-นามสกุล"), "นายมานะ พากเพียร")
    fill(line(page, "ตำแหน่ง"), "ปลัดเทศบาล")
    choose(box(page, "สังกัด"), "สำนักปลัดเทศบาล")
    choose(box(page, "ทำหน้าที่แทน"), "ปฏิบัติหน้าที่")
    fill(line(page, "ตั้งแต่วันที่"), "๑ ต.ค. ๖๘")
    officers = database.read(office_service.list_officers)
    added = officers[-1]
    assert [found.name for found in officers] == ["นายสมชาย ใจดี", "นางสมหญิง มีสุข", "นายมานะ พากเพียร"]
    assert added.acting is Acting.PERFORMING
    assert added.acting_post == "นายกเทศมนตรีตำบลบ้านสวน"
    assert added.since == date(2025, 10, 1)
    divisions = {d.id: d.name for d in database.read(office_service.list_divisions)}
    assert added.division_id is not None
    assert divisions[added.division_id] == "สำนักปลัดเทศบาล"
    shown = [label.text().replace("\u200b", "") for label in page.findChildren(QLabel)]
    assert any("ปฏิบัติหน้าที่นายกเทศมนตรีตำบลบ้านสวน" in text for text in shown)


def test_that_an_end_before_the_start_is_said_at_its_field(dialog: OfficeDialog, database: Database) -> None:
    page = dialog.officers_page
    fill(line(page, "ตั้งแต่วันที่"), "1/10/2568")
    until = line(page, "ถึงวันที่")
    fill(until, "1/9/2568")
    assert "ก่อน" in until.problem()
    assert until.text() == "๑ กันยายน ๒๕๖๘" or until.text() == "1 กันยายน 2568"
    assert database.read(office_service.list_officers)[0].until is None
    fill(until, "1/11/2568")
    assert until.problem() == ""
    assert database.read(office_service.list_officers)[0].until == date(2025, 11, 1)


def test_that_wrong_text_keeps_the_clerk_at_the_officer(dialog: OfficeDialog, database: Database) -> None:
    page = dialog.officers_page
    type_text(line(page, "ตั้งแต่วันที่"), "31 ก.พ. 2569")
    second = database.read(office_service.list_officers)[1]
    page.list.chosen.emit(second.id)
    assert line(page, "ชื่อ-นามสกุล").text() == "นายสมชาย ใจดี"
    assert line(page, "ตั้งแต่วันที่").text() == "31 ก.พ. 2569"
    fill(line(page, "ตั้งแต่วันที่"), "28 ก.พ. 2569")
    page.list.chosen.emit(second.id)
    assert line(page, "ชื่อ-นามสกุล").text() == "นางสมหญิง มีสุข"


def test_that_officers_are_ordered_and_removed(dialog: OfficeDialog, database: Database, say: RecordingSay) -> None:
    page = dialog.officers_page
    press_button(page, "เลื่อนลง")
    assert [found.name for found in database.read(office_service.list_officers)] == ["นางสมหญิง มีสุข", "นายสมชาย ใจดี"]
    press_button(page, "ลบ")
    assert "นายสมชาย ใจดี" in say.questions[-1]
    say.yes()
    assert [found.name for found in database.read(office_service.list_officers)] == ["นางสมหญิง มีสุข"]
    assert line(page, "ชื่อ-นามสกุล").text() == "นางสมหญิง มีสุข"


def test_that_an_officer_added_without_a_name_is_dropped(dialog: OfficeDialog, database: Database) -> None:
    page = dialog.officers_page
    press_button(page, "+ เพิ่มเจ้าหน้าที่")
    press_button(dialog, "ปิด")
    assert not dialog.isVisible()
    assert len(database.read(office_service.list_officers)) == 2


def test_that_divisions_are_renamed_added_and_reordered(dialog: OfficeDialog, database: Database) -> None:
    page = dialog.divisions_page
    fill(line(page, "ชื่อสำนัก/กอง"), "สำนักปลัด")
    press_button(page, "+ เพิ่มสำนัก/กอง")
    fill(line(page, "ชื่อสำนัก/กอง"), "กองการประปา")
    names = [found.name for found in database.read(office_service.list_divisions)]
    assert names[0] == "สำนักปลัด"
    assert names[-1] == "กองการประปา"
    press_button(page, "เลื่อนขึ้น")
    assert [found.name for found in database.read(office_service.list_divisions)][-2] == "กองการประปา"


def test_that_a_division_of_an_existing_name_is_refused_at_its_field(dialog: OfficeDialog, database: Database) -> None:
    page = dialog.divisions_page
    name = line(page, "ชื่อสำนัก/กอง")
    fill(name, "กองคลัง")
    assert "อยู่แล้ว" in name.problem()
    assert name.text() == "กองคลัง"
    assert database.read(office_service.list_divisions)[0].name == "สำนักปลัดเทศบาล"
    fill(name, "สำนักปลัด")
    assert database.read(office_service.list_divisions)[0].name == "สำนักปลัด"


def test_that_a_division_in_use_is_kept_with_the_reason(
    dialog: OfficeDialog, database: Database, say: RecordingSay
) -> None:
    first = database.read(office_service.list_divisions)[0]
    officer = database.read(office_service.list_officers)[0]
    database.write(
        office_service.save_officer, Officer(officer.name, officer.post, division_id=first.id, id=officer.id)
    )
    press_button(dialog.divisions_page, "ลบ")
    with pytest.raises(UserError, match="นายสมชาย"):
        say.yes()
    assert database.read(office_service.list_divisions)[0] == first


def test_that_every_input_has_an_accessible_name(dialog: OfficeDialog) -> None:
    inputs = [*dialog.findChildren(ParsedLine), *dialog.findChildren(QComboBox)]
    assert [field for field in inputs if not field.accessibleName()] == []


def test_that_renumbering_certified_minutes_is_asked_first(
    dialog: OfficeDialog, database: Database, say: RecordingSay
) -> None:
    autumn = Meeting(FiscalYear(2569), "คณะทำงาน", number=1, held_on=date(2025, 10, 27), status=MeetingStatus.CERTIFIED)
    database.write(meetings.save_meeting, autumn)
    choose(box(dialog, "เริ่มนับครั้งที่ประชุมใหม่ทุก"), "ปีปฏิทิน")
    assert "๑ ครั้งจะมีเลขปีใหม่" in say.questions[-1]
    assert "“ครั้งที่ ๑/๒๕๖๙” เป็น “ครั้งที่ ๑/๒๕๖๘”" in say.questions[-1]
    assert office(database).meeting_numbering is MeetingNumbering.FISCAL_YEAR
    assert box(dialog, "เริ่มนับครั้งที่ประชุมใหม่ทุก").currentData() == MeetingNumbering.FISCAL_YEAR
    say.yes()
    assert office(database).meeting_numbering is MeetingNumbering.CALENDAR_YEAR
    asked = len(say.questions)
    choose(box(dialog, "เริ่มนับครั้งที่ประชุมใหม่ทุก"), "ปีปฏิทิน")
    assert len(say.questions) == asked
