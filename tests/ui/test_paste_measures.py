"""Tables from Word and Excel pasted into a plan: previewed, changed by keys, added as one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from clipboard_samples import SEED_002, excel_html, excel_text, word_html
from keys import CTRL, PLAIN, press
from office_context import make_context
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from recording_say import RecordingSay

from ita_desktop import catalog
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.errors import UserError
from ita_desktop.measures_import import ColumnKind
from ita_desktop.services import measures, office
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.context import Context
from ita_desktop.ui.measures.changes import MeasureChanges
from ita_desktop.ui.measures.paste import open_file, open_paste
from ita_desktop.ui.measures.paste.dialog import PasteDialog
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.undo import History

YEAR = FiscalYear(2568)
WITH_DOUBTS = (
    "ตัวชี้วัด\tแนวทาง\tผู้รับผิดชอบ\tระยะเวลา\n9\tก\tกองคลัง\tไตรมาส 1\n1\tข\tนิติกร\tเมื่อพร้อม\n2\tค\tกองช่าง\tต.ค. 2024\n"
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(office.found_office, Office(OfficeKind.SUBDISTRICT_MUNICIPALITY, "ตัวอย่าง"))
    yield opened
    opened.close()


@pytest.fixture
def context(database: Database, say: RecordingSay, window: QWidget) -> Context:
    window.resize(1366, 768)
    return make_context(database, say, window, plan_year=YEAR.be)


@pytest.fixture
def history(context: Context) -> History:
    return History(context.years)


@pytest.fixture
def changes(database: Database, history: History) -> MeasureChanges:
    return MeasureChanges(database, history)


@pytest.fixture
def wording(database: Database) -> Wording:
    divisions = tuple(database.read(office.list_divisions))
    return Wording(YEAR, catalog.load_frameworks().of(YEAR - 1), divisions, Numerals.THAI, date(2025, 1, 1))


def copy(text: str = "", html: str = "") -> None:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)


def shown(window: QWidget) -> PasteDialog:
    (dialog,) = [dialog for dialog in window.findChildren(PasteDialog) if dialog.isVisible()]
    return dialog


def paste(context: Context, wording: Wording, changes: MeasureChanges, window: QWidget) -> PasteDialog:
    assert open_paste(context, wording, changes.add_all, window)
    return shown(window)


def shortcut(dialog: PasteDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """Keys that a shortcut takes, which only come from the window system."""
    # The window below is told of its own activation first.
    QApplication.processEvents()
    dialog.activateWindow()
    QApplication.processEvents()
    assert dialog.isActiveWindow()
    QTest.keyClick(dialog.table, key, modifiers)


def stored(database: Database) -> list[Measure]:
    return list(database.read(measures.list_measures, YEAR))


@pytest.mark.parametrize("mime", [{"html": word_html()}, {"html": excel_html(), "text": "x"}, {"text": excel_text()}])
def test_that_the_table_of_seed_002_is_added_as_one_step(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget, database: Database,
    history: History, say: RecordingSay, mime: dict[str, str],
) -> None:  # fmt: skip
    copy(**mime)
    dialog = paste(context, wording, changes, window)
    assert stored(database) == []
    assert dialog.agree.text() == "เพิ่ม ๖ มาตรการ"
    dialog.agree.click()
    assert [measure.actions for measure in stored(database)] == [tuple(actions) for _, actions, _, _ in SEED_002]
    assert say.told_sentences == ["วาง ๖ มาตรการแล้ว เลิกทำได้ด้วย Ctrl+Z"]
    history.undo()
    assert stored(database) == []
    history.redo()
    assert len(stored(database)) == 6


@pytest.mark.parametrize(
    "mime",
    [
        {},
        {"text": "ก ข ค"},
        {"text": "ก\nข"},
        {"html": "<p>ก</p>"},
        {"html": "<table><tr><td>ก</table>"},
        {"text": "\t"},
    ],
)
def test_that_without_a_table_nothing_is_shown(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget, mime: dict[str, str]
) -> None:
    copy(**mime)
    assert not open_paste(context, wording, changes.add_all, window)
    assert window.findChildren(PasteDialog) == []


def test_that_a_table_too_large_is_refused_in_words(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget
) -> None:
    copy("ก\tข\n" * 3001)
    with pytest.raises(UserError, match="ใหญ่เกินไป"):
        open_paste(context, wording, changes.add_all, window)


def test_that_escape_leaves_nothing(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget, database: Database, history: History
) -> None:
    copy(excel_text())
    dialog = paste(context, wording, changes, window)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stored(database) == []
    assert history.undo_words == ""


def test_that_what_each_row_becomes_is_shown_beside_the_table(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget
) -> None:
    copy(WITH_DOUBTS)
    dialog = paste(context, wording, changes, window)
    assert "จะเพิ่ม ๓ มาตรการ · ควรดู ๒ แถว" in dialog.summary.raw_text()
    assert dialog.table.currentIndex().row() == 1
    assert "๙. การเปิดเผยข้อมูล" in dialog.panel.sentences()
    shortcut(dialog, Qt.Key.Key_F8)
    assert (dialog.table.currentIndex().row(), dialog.table.currentIndex().column()) == (2, 3)
    assert any("“นิติกร”" in sentence for sentence in dialog.panel.sentences())
    assert "เมื่อพร้อม" in dialog.panel.sentences()
    shortcut(dialog, Qt.Key.Key_F8)
    assert any("ใส่ปี พ.ศ. เช่น ๒๕๖๗" in sentence for sentence in dialog.panel.sentences())
    shortcut(dialog, Qt.Key.Key_F8)
    assert dialog.table.currentIndex().row() == 2


def test_that_columns_and_rows_are_chosen_with_keys_alone(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget, database: Database
) -> None:
    copy(WITH_DOUBTS)
    dialog = paste(context, wording, changes, window)
    box = dialog.header.boxes[3]
    assert box.currentText() == ColumnKind.PERIOD.words
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    assert box.currentText() == ColumnKind.MONITORING.words
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    press(dialog.table, Qt.Key.Key_Space, text=" ")
    assert dialog.agree.text() == "เพิ่ม ๒ มาตรการ"
    shortcut(dialog, Qt.Key.Key_Return, CTRL)
    assert [measure.monitoring for measure in stored(database)] == ["เมื่อพร้อม", "ต.ค. 2024"]
    assert not dialog.isVisible()


def test_that_the_tick_of_a_tall_row_stands_and_is_pressed_at_its_first_line(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget
) -> None:
    copy(html=word_html())
    dialog = paste(context, wording, changes, window)
    table, model = dialog.table, dialog.model
    table.setRowHeight(2, 200)
    QApplication.processEvents()
    cell = model.index(2, 0)
    area, line = table.visualRect(cell), table.fontMetrics().height()
    count = len(model.reading.measures)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 12, area.center().y()))
    assert len(model.reading.measures) == count
    first_line = QPoint(area.left() + 12, area.top() + line // 2 + 7)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=first_line)
    assert len(model.reading.measures) == count - 1
    without = table.viewport().grab(area).toImage()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=first_line)
    ticked = table.viewport().grab(area).toImage()
    changed = [y for y in range(area.height()) if without.pixel(12, y) != ticked.pixel(12, y)]
    assert changed
    assert max(changed) < line + 14


def test_that_tab_leads_from_the_table_to_every_choice(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget
) -> None:
    copy(WITH_DOUBTS)
    dialog = paste(context, wording, changes, window)
    reached: set[QWidget] = set()
    widget: QWidget | None = dialog.table
    while widget is not None and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    wanted = {dialog.table, dialog.head_rows, dialog.next_doubt, dialog.cancel, dialog.agree, *dialog.header.boxes}
    assert wanted <= {each for each in reached if each.focusPolicy() & Qt.FocusPolicy.TabFocus}


def test_that_a_list_out_of_sight_comes_into_sight_when_keys_reach_it(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget
) -> None:
    copy("\t".join(f"แนวทาง {n}" for n in range(20)) + "\n" + "\t".join("กขค" for _ in range(20)))
    dialog = paste(context, wording, changes, window)
    QApplication.processEvents()
    dialog.activateWindow()
    QApplication.processEvents()
    last = dialog.header.boxes[-1]
    seen = dialog.header.viewport().rect()
    assert not seen.intersects(last.geometry())
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert seen.contains(last.geometry())
    assert dialog.header.boxes[0].geometry().right() < 0


def test_that_the_wheel_over_a_list_changes_no_column(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget
) -> None:
    copy(WITH_DOUBTS)
    box = paste(context, wording, changes, window).header.boxes[1]
    before = box.currentIndex()
    turned = QWheelEvent(
        QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, PLAIN,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turned)
    assert box.currentIndex() == before


def test_that_the_head_is_chosen_and_every_row_can_become_a_measure(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget
) -> None:
    copy("การใช้อำนาจ\tก\nการใช้งบประมาณ\tข\n")
    dialog = paste(context, wording, changes, window)
    assert dialog.head_rows.currentText() == "ไม่มีหัวตาราง"
    dialog.head_rows.setCurrentIndex(1)
    dialog.head_rows.activated.emit(1)
    assert dialog.agree.text() == "เพิ่ม ๑ มาตรการ"


def test_that_a_failed_save_keeps_the_dialog_and_says_why(
    context: Context, wording: Wording, window: QWidget, say: RecordingSay
) -> None:
    def full(*_: object) -> None:
        raise UserError("ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองใหม่")

    copy(WITH_DOUBTS)
    assert open_paste(context, wording, full, window)
    dialog = shown(window)
    dialog.agree.click()
    assert dialog.isVisible()
    assert say.errors == ["ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองใหม่"]
    dialog.reject()


def test_that_a_file_of_several_sheets_is_read_sheet_by_sheet(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget, say: RecordingSay, tmp_path: Path
) -> None:
    book = Workbook()
    for title, text in (("แผน", "ก"), ("อื่น", "ข")):
        sheet = book.create_sheet(title)
        sheet.append(["ตัวชี้วัด", "แนวทาง"])
        sheet.append(["9", text])
    file = tmp_path / "แผน.xlsx"
    book.save(file)
    open_file(context, wording, changes.add_all, window)
    say.choose_file(file)
    dialog = shown(window)
    assert [dialog.sheet.itemText(n) for n in range(dialog.sheet.count())] == ["แผน", "อื่น"]
    dialog.sheet.setCurrentIndex(1)
    dialog.sheet.activated.emit(1)
    assert dialog.model.reading.measures[0].actions == ("ข",)
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [("หาย.xlsx", "", "หาย.xlsx"), ("เสีย.xlsx", "PK no", "XLSX"), ("เสีย.docx", "PK", "DOCX")],
)
def test_that_a_file_that_cannot_be_read_is_said(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget, say: RecordingSay,
    tmp_path: Path, name: str, content: str, says: str,
) -> None:  # fmt: skip
    if content:
        (tmp_path / name).write_text(content)
    open_file(context, wording, changes.add_all, window)
    with pytest.raises(UserError, match=says):
        say.choose_file(tmp_path / name)


def test_that_a_thousand_rows_are_shown_and_added(
    context: Context, wording: Wording, changes: MeasureChanges, window: QWidget, database: Database
) -> None:
    copy("ตัวชี้วัด\tแนวทาง\n" + "".join(f"9\tมาตรการข้อ {n}\n" for n in range(1000)))
    dialog = paste(context, wording, changes, window)
    dialog.agree.click()
    assert len(stored(database)) == 1000
