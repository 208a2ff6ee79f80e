"""The program: opening order, first run, years, other files, problems, closing."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from keys import press, type_text
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop import catalog, paths
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.paper import DocumentKind, PaperOptions, ReportRound
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import certification, records
from ita_desktop.services import office as office_service
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.application import size_first
from ita_desktop.ui.data_file import LockedError, open_data_file
from ita_desktop.ui.documents.documents_tab import DocumentsTab
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.office.first_run import FirstRunPage
from ita_desktop.ui.office.office_dialog import OfficeDialog
from ita_desktop.ui.problem_page import ProblemPage
from ita_desktop.ui.program import Program
from ita_desktop.ui.settings import PcSettings
from ita_desktop.ui.theme import TextSize

NOW = datetime(2026, 2, 2, 14, 32).astimezone()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")


@pytest.fixture
def settings(tmp_path: Path) -> PcSettings:
    return PcSettings(tmp_path / "settings.ini")


@pytest.fixture
def start(qtbot: QtBot, settings: PcSettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Program]]:
    started: list[Program] = []

    def begin(data: Path | None = None, *, sample: bool = False) -> Program:
        window = MainWindow()
        sizes: list[TextSize] = []
        program = Program(window, settings, lambda: NOW, sizes.append)
        monkeypatch.setattr(program, "_dressed", sizes, raising=False)
        # pytest-qt watches uncaught failures itself.
        monkeypatch.setattr("ita_desktop.ui.crash.Crash.install", lambda _: None)
        started.append(program)
        window.resize(1100, 760)
        window.show()
        with qtbot.waitSignal(program.shown, timeout=20_000):
            program.start(data, sample=sample)
        return program

    yield begin
    for program in started:
        program.window.ask_before_leaving = lambda go_on: go_on()
        program.window.close()
        program.end()
        program.window.deleteLater()


def an_office(file: Path, name: str = "บ้านสวน", numerals: Numerals = Numerals.THAI) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    database = Database.open(file)
    kind = OfficeKind.SUBDISTRICT_MUNICIPALITY
    database.write(office_service.found_office, Office(kind, name, "เมือง", "สุโขทัย", numerals=numerals))
    database.close()
    return file


def header_texts(program: Program) -> list[str]:
    return [label.text() for label in program.window.header.findChildren(QLabel) if label.isVisible()]


def year_box(program: Program) -> QComboBox:
    (box,) = year_boxes(program)
    return box


def year_boxes(program: Program) -> list[QComboBox]:
    return [box for box in program.window.header.findChildren(QComboBox) if box.isVisible()]


def page(program: Program, kind: type[QWidget]) -> QWidget:
    (found,) = [widget for widget in program.window.findChildren(kind) if widget.isVisible()]
    return found


def press_button(owner: QWidget, words: str) -> None:
    next(b for b in owner.findChildren(QPushButton) if b.text() == words and b.isVisible()).click()


def test_that_an_empty_file_begins_with_four_questions(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start(tmp_path / "new.itadb")
    first = page(program, FirstRunPage)
    assert year_boxes(program) == []
    assert len(first.findChildren(QComboBox)) == 1
    assert "ITA Desktop" in header_texts(program)


def test_that_the_first_run_page_shows_what_it_derives_and_founds_the_record(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    program = start(tmp_path / "new.itadb")
    first = page(program, FirstRunPage)
    assert isinstance(first, FirstRunPage)
    type_text(first._name, "องค์การบริหารส่วนตำบลบ้านสวน")
    type_text(first._district, "อ.เมือง")
    assert first.draft().kind is OfficeKind.SUBDISTRICT
    assert first.draft().name == "บ้านสวน"
    derived = first._derived.raw_text()
    assert "อบต.บ้านสวน" in derived
    assert "นายกองค์การบริหารส่วนตำบลบ้านสวน" in derived
    assert "สำนักปลัด · กองคลัง" in derived
    press_button(first, "เริ่มใช้งาน")
    assert first._province.problem()
    assert first._name.text() == "องค์การบริหารส่วนตำบลบ้านสวน"
    type_text(first._province, "จังหวัดสุโขทัย")
    press(first._province, Qt.Key.Key_Return)
    database = Database.open(tmp_path / "new.itadb")
    office = database.read(office_service.find_office)
    assert office is not None
    assert (office.long_name, office.place) == ("องค์การบริหารส่วนตำบลบ้านสวน", "อำเภอเมือง จังหวัดสุโขทัย")
    assert len(database.read(office_service.list_divisions)) == 7
    database.close()
    assert "องค์การบริหารส่วนตำบลบ้านสวน" in header_texts(program)
    assert year_box(program).currentText() == "๒๕๖๙"


def test_that_the_head_of_a_municipality_is_named_rightly(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start(tmp_path / "new.itadb")
    first = page(program, FirstRunPage)
    assert isinstance(first, FirstRunPage)
    type_text(first._name, "ทต.บ้านสวน")
    assert "นายกเทศมนตรีตำบลบ้านสวน" in first._derived.raw_text()


def test_that_the_sample_shows_every_tab_and_keeps_nothing(start: Callable[..., Program]) -> None:
    program = start(sample=True)
    sample = catalog.sample_record()
    assert sample.office.long_name in header_texts(program)
    for index in range(program.window.tab_count()):
        program.window.choose_tab(index)
    assert len(program.window.tabs()) == 4
    assert any("ตัวอย่าง" in label.text() for label in program.window.statusBar().findChildren(QLabel))
    assert not paths.default_data_file().exists()


def test_that_a_paper_asked_for_in_another_tab_is_shown_in_its_variant(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    program = start(tmp_path / "sample.itadb", sample=True)
    options = PaperOptions(round=ReportRound.SIX_MONTHS)
    program.window.tabs()[0].paper_asked.emit(DocumentKind.FOLLOW_UP, options, None)
    shown = program.window.tabs()[-1]
    assert isinstance(shown, DocumentsTab)
    choice = shown.list.current()
    assert choice is not None
    assert choice.kind is DocumentKind.FOLLOW_UP
    assert shown.variant.currentText() == "รอบ ๖ เดือน"
    # Its keys work at once: the keyboard is there, not with the button that asked.
    assert shown.list.hasFocus()


def test_that_minutes_certified_elsewhere_get_their_paper_when_the_file_is_opened(
    start: Callable[..., Program], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "old.itadb"
    database = Database.open(file)
    database.write(records.write_record, catalog.sample_record())
    missing = database.read(certification.list_without_paper)
    database.close()
    program = start(file)
    read = program.window.tabs()[0].context.database.read
    assert missing
    qtbot.waitUntil(lambda: read(certification.list_without_paper) == [], timeout=10_000)


def test_that_a_tab_turned_to_by_its_key_takes_the_keyboard_and_gives_it_back_where_it_was(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    program = start(tmp_path / "sample.itadb", sample=True)
    window = program.window
    window.activateWindow()
    for key in (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_2, Qt.Key.Key_1):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        tab = window.tabs()[-1] if key is not Qt.Key.Key_1 else window.tabs()[0]
        assert tab.isVisible()
        assert tab.home().hasFocus()
    meetings = next(tab for tab in window.tabs() if isinstance(tab, MeetingsTab))
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    meetings.form.head.place.setFocus()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert meetings.form.head.place.hasFocus()


def test_that_going_to_an_item_takes_the_keyboard_there(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start(tmp_path / "sample.itadb", sample=True)
    program.window.activateWindow()
    for topic in (Topic.MEETINGS, Topic.MEASURES):
        program.window.go_to(topic, 1)
        assert program.window.tabs()[-1].home().hasFocus()


def test_that_tabs_are_built_when_first_shown(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    assert len(program.window.tabs()) == 1
    program.window.choose_tab(2)
    program.window.choose_tab(0)
    program.window.choose_tab(2)
    assert len(program.window.tabs()) == 2


def test_that_another_plan_year_reaches_every_tab(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    box = year_box(program)
    assert [box.itemText(row) for row in range(box.count())] == ["๒๕๗๐", "๒๕๖๙", "๒๕๖๘"]
    assert "ใช้ผลการประเมินปี ๒๕๖๘" in header_texts(program)
    box.activated.emit(0)
    (tab,) = program.window.tabs()
    assert tab.context.years.plan_year == FiscalYear(2570)
    assert "ใช้ผลการประเมินปี ๒๕๖๙" in header_texts(program)
    assert box.itemText(0) == "๒๕๗๑"


def test_that_a_record_of_other_years_opens_in_its_newest(start: Callable[..., Program], tmp_path: Path) -> None:
    file = tmp_path / "old.itadb"
    database = Database.open(file)
    database.write(records.write_record, catalog.sample_record())
    newest = max(catalog.sample_record().plan_years())
    database.close()
    program = start(file)
    years = program.window.tabs()[0].context.years
    assert years.plan_year == (FiscalYear(2569) if FiscalYear(2569) in catalog.sample_record().plan_years() else newest)


def test_that_saving_is_told_with_the_time(start: Callable[..., Program], tmp_path: Path, qtbot: QtBot) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    context = program.window.tabs()[0].context
    office = context.database.read(office_service.find_office)
    assert office is not None
    context.database.write(office_service.save_office, Office(office.kind, "บ้านใหม่", numerals=Numerals.ARABIC))
    assert "เทศบาลตำบลบ้านใหม่" in header_texts(program)
    qtbot.waitUntil(lambda: "บันทึกแล้ว 14.32 น." in header_texts(program))
    assert year_box(program).currentText() == "2569"
    assert program.window.windowTitle() == "เทศบาลตำบลบ้านใหม่"


def test_that_a_file_that_is_no_record_is_told_with_ways_on(start: Callable[..., Program], tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.itadb"
    wrong.write_bytes(b"not a database at all" * 100)
    program = start(wrong)
    problem = page(program, ProblemPage)
    assert isinstance(problem, ProblemPage)
    assert "ไม่ใช่ไฟล์ข้อมูล" in problem.sentence
    wrong.unlink()
    an_office(wrong, "บ้านดี")
    press_button(problem, "ลองอีกครั้ง")
    assert "เทศบาลตำบลบ้านดี" in header_texts(program)


def test_that_a_remembered_file_that_is_gone_is_not_made_anew(
    start: Callable[..., Program], settings: PcSettings, tmp_path: Path
) -> None:
    settings.last_file = tmp_path / "usb" / "ita.itadb"
    program = start()
    problem = page(program, ProblemPage)
    assert isinstance(problem, ProblemPage)
    assert "ไม่พบไฟล์ข้อมูล" in problem.sentence
    assert not (tmp_path / "usb").exists()


def test_that_the_usual_file_is_made_on_the_first_start_and_remembered(
    start: Callable[..., Program], settings: PcSettings
) -> None:
    program = start()
    assert page(program, FirstRunPage)
    assert paths.default_data_file().exists()
    assert settings.last_file == paths.default_data_file()


def test_that_a_file_open_elsewhere_is_refused_and_can_be_unlocked(
    start: Callable[..., Program], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = an_office(tmp_path / "a.itadb")
    other = open_data_file(file)
    with pytest.raises(LockedError, match="เปิดอยู่แล้ว"):
        open_data_file(file)
    program = start(file)
    problem = page(program, ProblemPage)
    press_button(problem, "ปลดล็อก")
    (box,) = [found for found in program.window.findChildren(QMessageBox) if found.isVisible()]
    other.close()
    press_button(box, "ปลดล็อก")
    assert "เทศบาลตำบลบ้านสวน" in header_texts(program)


def test_that_opening_a_wrong_file_leaves_the_present_one_open(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    wrong = tmp_path / "wrong.itadb"
    wrong.write_bytes(b"nothing" * 500)
    program.open_file(wrong)
    (box,) = [found for found in program.window.findChildren(QMessageBox) if found.isVisible()]
    assert "ไม่ใช่ไฟล์ข้อมูล" in box.accessibleName()
    box.reject()
    assert "เทศบาลตำบลบ้านสวน" in header_texts(program)
    assert program.window.tabs()[0].context.database.read(office_service.find_office) is not None


def test_that_another_file_can_be_opened_and_is_remembered(
    start: Callable[..., Program], tmp_path: Path, settings: PcSettings
) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    program.open_file(an_office(tmp_path / "b.itadb", "บ้านสอง"))
    assert "เทศบาลตำบลบ้านสอง" in header_texts(program)
    assert settings.last_file == tmp_path / "b.itadb"
    # The first file is free again.
    open_data_file(tmp_path / "a.itadb").close()
    before = program.window.tabs()
    program.open_file(tmp_path / "b.itadb")
    assert program.window.tabs() == before


def test_that_a_new_file_never_overwrites_one(
    start: Callable[..., Program], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    chosen: list[Callable[[Path], None]] = []
    monkeypatch.setattr(program.say, "ask_save_file", lambda *asked: chosen.append(asked[-1]))
    program._create_new()
    with pytest.raises(UserError, match="อยู่แล้ว"):
        chosen[0](tmp_path / "a.itadb")
    chosen[0](tmp_path / "fresh.itadb")
    assert page(program, FirstRunPage)


def test_that_leaving_with_unsaved_typing_is_asked_about(
    start: Callable[..., Program], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    (tab,) = program.window.tabs()
    monkeypatch.setattr(tab, "unsaved_work", lambda: "มีรายงานการประชุมที่ยังไม่ได้บันทึก")
    program.window.close()
    assert program.window.isVisible()
    (box,) = [found for found in program.window.findChildren(QMessageBox) if found.isVisible()]
    assert "รายงานการประชุม" in box.accessibleName()
    press_button(box, "ยกเลิก")
    assert program.window.isVisible()
    program.window.close()
    boxes = [found for found in program.window.findChildren(QMessageBox) if found.isVisible()]
    press_button(boxes[0], "ไปต่อโดยไม่บันทึก")
    assert not program.window.isVisible()


def test_that_the_window_s_place_and_the_text_size_are_kept(
    start: Callable[..., Program], tmp_path: Path, settings: PcSettings
) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    menus = program.window.findChildren(QMenu)
    sizes = next(menu for menu in menus if menu.title() == "ขนาดตัวอักษร")
    next(action for action in sizes.actions() if action.text() == "ใหญ่มาก").trigger()
    assert settings.text_size is TextSize.LARGEST
    assert program._dressed == [TextSize.LARGEST]
    program.window.close()
    assert not settings.geometry.isEmpty()


@pytest.mark.parametrize(
    ("room", "width", "is_whole_screen"),
    [(QSize(1920, 1040), 1200, False), (QSize(1366, 728), 1200, True), (QSize(1024, 728), 1024, True)],
)
def test_that_the_first_window_fits_the_screen(window: QWidget, room: QSize, width: int, is_whole_screen: bool) -> None:
    window.setWindowState(Qt.WindowState.WindowNoState)
    size_first(window, room)
    assert window.isMaximized() == is_whole_screen
    window.setWindowState(Qt.WindowState.WindowNoState)
    size_first(window, room)
    assert is_whole_screen or window.width() == width


def test_that_damaged_settings_count_as_none(tmp_path: Path) -> None:
    (tmp_path / "s.ini").write_text("[window]\ntext_size=huge\ngeometry=nonsense\n", encoding="utf-8")
    settings = PcSettings(tmp_path / "s.ini")
    assert settings.text_size is TextSize.NORMAL
    assert settings.geometry == QByteArray()
    assert settings.last_file is None


def test_that_the_office_dialog_opens_from_the_header_without_blocking(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    program.window.header.office_button.click()
    (dialog,) = program.window.findChildren(OfficeDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_that_about_tells_version_and_log(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start(an_office(tmp_path / "a.itadb"))
    program._show_about()
    (box,) = [found for found in program.window.findChildren(QMessageBox) if found.isVisible()]
    assert str(paths.log_file()) in box.accessibleName()
    box.reject()


def test_that_the_window_is_painted_before_any_data_is_opened(qapp: QApplication, qtbot: QtBot) -> None:
    window = MainWindow()
    events: list[str] = []
    window.painted.connect(lambda: events.append("painted"))
    window.show()
    assert events == []
    qtbot.waitUntil(lambda: events == ["painted"])
    window.repaint()
    qtbot.wait(10)
    assert events == ["painted"]
    window.close()
    window.deleteLater()
