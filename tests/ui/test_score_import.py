"""Pasting tables and reading files into the scores: what is shown before, what is taken, and how it is undone."""

import contextlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from keys import CTRL, press
from office_context import make_context
from openpyxl import Workbook
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.errors import UserError
from ita_desktop.scores_import import ScoreKind, ScoreTarget
from ita_desktop.services import assessments
from ita_desktop.ui.scores.import_dialog import ImportDialog
from ita_desktop.ui.scores.import_model import ToneRole
from ita_desktop.ui.scores.scores_tab import ScoresTab
from ita_desktop.ui.widgets.mark_icon import Tone

Y2567, Y2568 = FiscalYear(2567), FiscalYear(2568)
TABLE = "\n".join(
    [
        "ผลการประเมิน ITA\tปี 2568\tปี 2567",
        "คะแนนรวม\t๙๐.๑๒\t88,70",
        "1. การปฏิบัติหน้าที่\t91.20\t85%",
        "2. การใช้งบประมาณ\t80.00 / 81.00\t70",
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล\t70.38\tแปดสิบ",
        "หมายเหตุ\t\t",
        "เครื่องมือ OIT\t101\t80.12",
    ]
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> Iterator[ScoresTab]:
    window.resize(1366, 700)
    made = ScoresTab(make_context(database, say, window), window)
    made.resize(1366, 700)
    made.show()
    yield made
    # Left to the event loop, hundreds of widgets would stay alive for the tests that follow.
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def stored(database: Database, year: FiscalYear = Y2568) -> Assessment:
    return database.read(assessments.find_assessment, year) or Assessment(year)


def paste(tab: ScoresTab, text: str) -> ImportDialog:
    QApplication.clipboard().setText(text)
    tab.entry.table.setFocus()
    press(tab.entry.table, Qt.Key.Key_V, CTRL)
    return shown_dialog(tab)


def shown_dialog(tab: ScoresTab) -> ImportDialog:
    (found,) = [dialog for dialog in tab.window().findChildren(ImportDialog) if dialog.isVisible()]
    return found


def tone(dialog: ImportDialog, row: int, column: int) -> Tone | None:
    data = dialog.model.index(row, column).data(ToneRole)
    return Tone(data) if data else None


def doubt(dialog: ImportDialog, row: int, column: int) -> str:
    return dialog.model.doubt(dialog.model.index(row, column))


def test_that_a_pasted_block_is_shown_cell_by_cell_before_anything_is_taken(tab: ScoresTab, database: Database) -> None:
    dialog = paste(tab, TABLE)
    shown = [str(dialog.model.index(row, 0).data()) for row in range(1, 8)]
    assert shown[1:5] == ["คะแนนรวม", "ตัวชี้วัดที่ 1. การปฏิบัติหน้าที่", "ตัวชี้วัดที่ 2. การใช้งบประมาณ", "ตัวชี้วัดที่ 9. การเปิดเผยข้อมูล"]
    assert [dialog.model.index(0, n).data() for n in (2, 3)] == ["ปี 2568", "ปี 2567"]
    assert tone(dialog, 2, 2) is Tone.GOOD
    assert dialog.model.index(2, 2).data() == "90.12"
    assert stored(database) == Assessment(Y2568)
    assert stored(database, Y2567) == Assessment(Y2567)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [(3, 3, "%"), (4, 2, "มากกว่าหนึ่งค่า"), (5, 3, "ไม่ใช่ตัวเลข"), (7, 2, "เกิน ๑๐๐")],
)
def test_that_each_doubtful_cell_is_marked_and_says_why(tab: ScoresTab, row: int, column: int, reason: str) -> None:
    dialog = paste(tab, TABLE)
    assert tone(dialog, row, column) is Tone.WARNING
    assert reason.replace("๑๐๐", "100") in doubt(dialog, row, column).replace("๑๐๐", "100")
    dialog.table.setCurrentIndex(dialog.model.index(row, column))
    assert dialog.note.sentence == doubt(dialog, row, column)
    last = dialog.model.columnCount() - 1
    assert dialog.model.index(row, last).data() == doubt(dialog, row, column)


def test_that_only_what_was_shown_as_taken_is_taken_in_one_step(
    tab: ScoresTab, database: Database, say: RecordingSay
) -> None:
    database.write(assessments.record_assessment, Assessment(Y2568, {"1": Decimal(50), "3": Decimal(60)}))
    before = stored(database)
    dialog = paste(tab, TABLE)
    assert dialog.model.index(3, 2).data() == "50.00 → 91.20"
    assert "แทนที่ของเดิม 1 คะแนน" in dialog.summary.raw_text()
    dialog.agree.click()
    assert stored(database) == Assessment(
        Y2568, {"1": Decimal("91.20"), "3": Decimal("60.00"), "9": Decimal("70.38")}, total=Decimal("90.12")
    )
    assert stored(database, Y2567) == Assessment(
        Y2567,
        {"2": Decimal("70.00")},
        {Instrument.OIT: Decimal("80.12")},
        total=Decimal("88.70"),
    )
    assert "นำเข้าคะแนนปี 2567 2568" in say.told_sentences[-1]
    press(tab, Qt.Key.Key_Z, CTRL)
    assert stored(database) == before
    assert database.read(assessments.find_assessment, Y2567) is None
    press(tab, Qt.Key.Key_Y, CTRL)
    assert stored(database).total == Decimal("90.12")


def test_that_cancelling_takes_nothing(tab: ScoresTab, database: Database) -> None:
    paste(tab, TABLE).cancel.click()
    assert database.read(assessments.list_assessments) == []


def test_that_years_meanings_and_texts_can_be_corrected(tab: ScoresTab, database: Database) -> None:
    dialog = paste(tab, TABLE)
    dialog.model.choose_year(3, None)
    dialog.model.choose_target(3, ScoreTarget(ScoreKind.INDICATOR, "4"))
    dialog.model.setData(dialog.model.index(4, 2), "80.5")
    dialog.agree.click()
    assert stored(database).indicators == {"2": Decimal("80.50"), "4": Decimal("91.20"), "9": Decimal("70.38")}
    assert database.read(assessments.find_assessment, Y2567) is None


def test_that_a_year_is_chosen_from_the_list_in_the_table(tab: ScoresTab, database: Database) -> None:
    dialog = paste(tab, "คะแนนรวม\t88\nคะแนน OIT\t70")
    dialog.table.edit(dialog.model.index(0, 2))
    box = dialog.table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("ปี 2565"))
    box.activated.emit(box.currentIndex())
    dialog.agree.click()
    assert stored(database, FiscalYear(2565)).total == Decimal("88.00")
    assert database.read(assessments.find_assessment, Y2568) is None


def test_that_a_wrong_number_of_rows_is_not_guessed(tab: ScoresTab, database: Database) -> None:
    dialog = paste(tab, "\n".join(f"{n}.5\t{n + 1}.25" for n in range(60, 67)))
    assert not dialog.agree.isEnabled()
    assert dialog.remarks.sentence
    assert all(tone(dialog, row, 1) is Tone.WARNING for row in range(1, 8))


@pytest.mark.parametrize("garbage", ["a\tb\nc\td", "\x00\t\n\t💥", "1\t2\n" * 499, "=SUM(A1)\t=A2\n"])
def test_that_garbage_is_refused_or_marked(tab: ScoresTab, database: Database, say: RecordingSay, garbage: str) -> None:
    QApplication.clipboard().setText(garbage)
    with contextlib.suppress(UserError):
        tab._paste()
        dialog = shown_dialog(tab)
        assert not dialog.model.changed()
        assert not dialog.agree.isEnabled()
    assert database.read(assessments.list_assessments) == []


def test_that_an_empty_clipboard_says_what_to_do(tab: ScoresTab) -> None:
    QApplication.clipboard().setText(" ")
    with pytest.raises(UserError, match="Ctrl"):
        tab._paste()


def test_that_a_workbook_with_merged_cells_is_shown_and_its_sheets_offered(
    tab: ScoresTab, database: Database, say: RecordingSay, tmp_path: Path
) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("ผลปี 2567")
    assert first is not None
    first.title = "ผลปี 2568"
    for line in (["ตัวชี้วัด", "ปี 2568"], ["คะแนนรวม", 88.5], ["คะแนน IIT", 91], ["คะแนน EIT", None]):
        first.append(line)
    first.merge_cells("B3:B4")
    for line in (["ตัวชี้วัด", "ปี 2567"], ["คะแนนรวม", 77.25]):
        second.append(line)
    file = tmp_path / "ผล.xlsx"
    book.save(file)
    tab.entry.import_file.click()
    say.choose_file(file)
    dialog = shown_dialog(tab)
    assert "ผสาน" in doubt(dialog, 3, 2)
    assert dialog.sheet.isVisible()
    dialog.sheet.setCurrentIndex(1)
    dialog.sheet.activated.emit(1)
    assert dialog.model.index(2, 2).data() == "77.25"
    dialog.agree.click()
    assert stored(database, Y2567).total == Decimal("77.25")
    assert database.read(assessments.find_assessment, Y2568) is None


def test_that_a_csv_in_the_old_thai_encoding_is_read(
    tab: ScoresTab, database: Database, say: RecordingSay, tmp_path: Path
) -> None:
    file = tmp_path / "scores.csv"
    file.write_bytes("รายการ,ปี 2568\nคะแนนรวม,88.5\n".encode("cp874"))
    tab.entry.import_file.click()
    say.choose_file(file)
    shown_dialog(tab).agree.click()
    assert stored(database).total == Decimal("88.50")


def test_that_a_file_that_is_gone_is_said(tab: ScoresTab, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"หาย\.csv"):
        tab._read_file(tmp_path / "หาย.csv")


def test_that_one_pasted_cell_goes_into_its_cell_without_a_dialog(tab: ScoresTab, database: Database) -> None:
    tab.entry.table.setFocus()
    tab.entry.table.go_to("indicator 3")
    QApplication.clipboard().setText("๘๘.๕\r\n")
    press(tab.entry.table, Qt.Key.Key_V, CTRL)
    editor = tab.entry.table.editor()
    assert editor is not None
    press(editor, Qt.Key.Key_Return)
    assert stored(database).indicators == {"3": Decimal("88.50")}


def test_that_a_failed_save_keeps_the_dialog_and_says_why(
    tab: ScoresTab, database: Database, say: RecordingSay, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองใหม่")

    dialog = paste(tab, TABLE)
    monkeypatch.setattr(assessments, "record_assessment", full)
    dialog.agree.click()
    assert dialog.isVisible()
    assert "ดิสก์เต็ม" in say.errors[-1]
    dialog.reject()
