"""The editor for running text: lines, words, pasting and speed."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keys import CTRL, SHIFT, press, type_text
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui.widgets.text_edit import LinePlaces, ThaiPlainTextEdit, ThaiTextLayout, break_places

SENTENCE = "ข้อมูลที่หน่วยงานต้องประกาศเผยแพร่อย่างละเอียดและเปิดให้ตรวจสอบได้ทุกขั้นตอน พร้อมทั้งจัดทำข้อมูล"


@pytest.fixture
def edit(window: QWidget) -> ThaiPlainTextEdit:
    found = ThaiPlainTextEdit(4, window)
    found.resize(260, 200)
    found.show()
    return found


def line_starts(edit: ThaiPlainTextEdit) -> list[int]:
    layout = edit.document().firstBlock().layout()
    return [layout.lineAt(n).textStart() for n in range(1, layout.lineCount())]


def test_that_lines_break_only_at_words_and_nothing_is_put_into_the_text(edit: ThaiPlainTextEdit) -> None:
    edit.setPlainText(SENTENCE)
    edit.grab()
    starts = line_starts(edit)
    assert len(starts) >= 3
    assert set(starts) <= set(break_places(SENTENCE))
    assert edit.toPlainText() == SENTENCE


@pytest.mark.parametrize("text", ["วันที่ 26 ธันวาคม 2568", "ปีงบประมาณ พ.ศ. 2569", "เวลา 09.30 น.", "จำนวน 5 คน"])
def test_that_no_line_ends_between_a_number_and_its_word(edit: ThaiPlainTextEdit, text: str) -> None:
    held = text.rindex(" ") + 1 if "ธันวาคม" not in text else text.index("ธันวาคม")
    # At some of these lengths the line would end just there.
    for before in range(60):
        whole = "ก" * before + " " + text + " ตามที่ได้รับมอบหมาย"
        edit.setPlainText(whole)
        edit.grab()
        assert before + 1 + held not in line_starts(edit)


def test_that_lines_break_anew_when_the_width_changes(edit: ThaiPlainTextEdit) -> None:
    edit.setPlainText(SENTENCE)
    edit.grab()
    before = line_starts(edit)
    edit.resize(420, 200)
    edit.grab()
    after = line_starts(edit)
    assert len(after) < len(before)
    assert set(after) <= set(break_places(SENTENCE))


def test_that_no_line_is_wider_than_the_editor(edit: ThaiPlainTextEdit) -> None:
    edit.setPlainText(SENTENCE * 5)
    edit.grab()
    layout = edit.document().firstBlock().layout()
    for n in range(layout.lineCount()):
        assert layout.lineAt(n).naturalTextWidth() <= edit.viewport().width()


def test_that_a_word_longer_than_the_line_is_cut_rather_than_lost(edit: ThaiPlainTextEdit) -> None:
    edit.setPlainText("a" * 200)
    edit.grab()
    assert len(line_starts(edit)) >= 3


def test_that_typing_relays_the_paragraph(edit: ThaiPlainTextEdit) -> None:
    for _ in range(4):
        type_text(edit, SENTENCE)
    edit.grab()
    assert edit.toPlainText() == SENTENCE * 4
    assert set(line_starts(edit)) <= set(break_places(SENTENCE * 4))


def test_that_pasted_text_is_cleaned(edit: ThaiPlainTextEdit) -> None:
    mime = QMimeData()
    mime.setText("เรื่อง\u200bที่\u00a0๑\r\nบรรทัด\ufeffสอง\x07")
    edit.insertFromMimeData(mime)
    assert edit.toPlainText() == "เรื่องที่ ๑\nบรรทัดสอง"


def test_that_fifty_thousand_pasted_letters_stay_workable(edit: ThaiPlainTextEdit) -> None:
    text = (SENTENCE.replace(" ", "") * 700)[:50_000]
    mime = QMimeData()
    mime.setText(text)
    edit.insertFromMimeData(mime)
    edit.grab()
    type_text(edit, "ก")
    edit.grab()
    assert edit.toPlainText() == text + "ก"


def test_that_ctrl_arrows_go_by_thai_words(edit: ThaiPlainTextEdit) -> None:
    text = "ข้อมูลหน่วยงาน ที่\nสอง"
    edit.setPlainText(text)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    stops = []
    for _ in range(5):
        press(edit, Qt.Key.Key_Right, CTRL)
        stops.append(edit.textCursor().position())
    assert stops == [6, 15, 18, 19, 22]
    back = []
    for _ in range(5):
        press(edit, Qt.Key.Key_Left, CTRL)
        back.append(edit.textCursor().position())
    assert back == [19, 18, 15, 6, 0]


def test_that_ctrl_arrows_stay_at_the_ends(edit: ThaiPlainTextEdit) -> None:
    edit.setPlainText("หน่วยงาน")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    press(edit, Qt.Key.Key_Right, CTRL)
    assert edit.textCursor().position() == 8
    edit.clear()
    press(edit, Qt.Key.Key_Left, CTRL)
    press(edit, Qt.Key.Key_Right, CTRL)
    assert edit.textCursor().position() == 0


def test_that_words_are_selected_and_deleted_whole(edit: ThaiPlainTextEdit) -> None:
    edit.setPlainText("ข้อมูลหน่วยงาน")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    press(edit, Qt.Key.Key_Right, CTRL | SHIFT)
    assert edit.textCursor().selectedText() == "ข้อมูล"
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    press(edit, Qt.Key.Key_Delete, CTRL)
    assert edit.toPlainText() == "หน่วยงาน"
    edit.setPlainText("ข้อมูลหน่วยงาน")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    press(edit, Qt.Key.Key_Backspace, CTRL)
    assert edit.toPlainText() == "ข้อมูล"


def test_that_a_double_click_selects_a_thai_word(edit: ThaiPlainTextEdit, qtbot: QtBot) -> None:
    edit.setPlainText("ข้อมูลหน่วยงาน")
    edit.grab()
    cursor = QTextCursor(edit.document())
    cursor.setPosition(9)
    spot = edit.cursorRect(cursor).center() + QPoint(1, 0)
    qtbot.mouseDClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert edit.textCursor().selectedText() == "หน่วยงาน"


def test_that_tab_leaves_the_editor(edit: ThaiPlainTextEdit, qapp: QApplication) -> None:
    press(edit, Qt.Key.Key_Tab)
    assert edit.toPlainText() == ""


def test_that_text_is_given_back_clean_and_trimmed(edit: ThaiPlainTextEdit) -> None:
    edit.setPlainText("  เรื่องที่ ๑\u200b \n")
    assert edit.text() == "เรื่องที่ ๑"


pieces = st.lists(
    st.sampled_from(["ข้อมูล", "เผยแพร่", "ๆ", " ", "  ", "\t", "(ก)", "ITA", "๑๐.๐๐ น.", "ละเอียด"]), max_size=25
)


@given(pieces.map("".join), st.integers(0, 90), st.integers(0, 40))
def test_that_a_line_ends_at_the_last_place_that_fits(text: str, start: int, length: int) -> None:
    end = start + length
    behind = [place for place in break_places(text) if start < place <= end]
    found = LinePlaces(text).last(start, end)
    assert found == (behind[-1] if behind else start) or (found >= len(text) and end >= len(text))


def test_that_typing_lays_a_paragraph_out_only_once(edit: ThaiPlainTextEdit, monkeypatch: pytest.MonkeyPatch) -> None:
    edit.setPlainText(f"{SENTENCE * 40}\nอีกย่อหน้า")
    edit.grab()
    laid_out: list[str] = []
    lay_out = ThaiTextLayout._lay_out

    def noted(layout: ThaiTextLayout, block: QTextBlock) -> None:
        laid_out.append(block.text())
        lay_out(layout, block)

    monkeypatch.setattr(ThaiTextLayout, "_lay_out", noted)
    type_text(edit, "ก")
    assert laid_out == [f"ก{SENTENCE * 40}"]
    assert set(line_starts(edit)) <= set(break_places(laid_out[0]))


def test_that_a_long_paragraph_is_painted_as_fast_as_a_short_one(edit: ThaiPlainTextEdit) -> None:
    def painting(letters: int) -> float:
        edit.setPlainText((SENTENCE * 500)[:letters])
        edit.grab()
        times = []
        for _ in range(7):
            begin = process_time()
            edit.viewport().repaint()
            times.append(process_time() - begin)
        return min(times)

    # Shaping every letter anew, as Qt does of itself, makes this more than six times as slow.
    assert painting(40_000) < 3 * painting(2_000)


@pytest.mark.parametrize("typed", ["\n", "ก"], ids=["split", "replaced"])
def test_that_paragraphs_stay_laid_out_when_they_are_split_and_joined(edit: ThaiPlainTextEdit, typed: str) -> None:
    edit.setPlainText(f"{SENTENCE}\n{SENTENCE}\n{SENTENCE}")
    edit.grab()
    cursor = edit.textCursor()
    cursor.setPosition(10)
    cursor.setPosition(len(SENTENCE) + 30, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(typed)
    edit.grab()
    block = edit.document().firstBlock()
    while block.isValid():
        layout = block.layout()
        starts = {layout.lineAt(n).textStart() for n in range(1, layout.lineCount())}
        assert layout.lineCount() > 0
        assert starts <= set(break_places(block.text()))
        assert block.lineCount() == layout.lineCount()
        block = block.next()


WORD_HTML = (
    "<html><body><p class=MsoNormal><b><span style='font-size:16pt'>หัวข้อ</span></b></p>"
    "<ul><li>ข้อหนึ่ง</li><li>ข้อสอง</li></ul>"
    "<table><tr><td>ลำดับ</td><td>เรื่อง</td></tr><tr><td>๑</td><td>งบ</td></tr></table></body></html>"
)


def test_that_text_from_word_comes_without_its_formatting(edit: ThaiPlainTextEdit) -> None:
    mime = QMimeData()
    mime.setHtml(WORD_HTML)
    mime.setText("หัวข้อ\r\n\uf0b7\tข้อหนึ่ง\r\n§ ข้อสอง\x0bต่อบรรทัด\r\nลำดับ\tเรื่อง\r\n๑\tงบ\r\n")
    edit.insertFromMimeData(mime)
    assert edit.toPlainText() == "หัวข้อ\n• ข้อหนึ่ง\n• ข้อสอง\nต่อบรรทัด\nลำดับ\tเรื่อง\n๑\tงบ\n"
    fragment = edit.document().firstBlock().begin().fragment()
    assert not fragment.charFormat().hasProperty(QTextFormat.Property.FontPointSize)


def test_that_a_page_without_plain_text_comes_as_lines_and_tabs(edit: ThaiPlainTextEdit) -> None:
    mime = QMimeData()
    mime.setHtml(WORD_HTML)
    assert edit.canInsertFromMimeData(mime)
    edit.insertFromMimeData(mime)
    assert edit.toPlainText().split("\n") == ["หัวข้อ", "• ข้อหนึ่ง", "• ข้อสอง", "ลำดับ\tเรื่อง", "๑\tงบ"]


def test_that_a_picture_is_not_pasted_as_text(edit: ThaiPlainTextEdit) -> None:
    mime = QMimeData()
    mime.setImageData(edit.grab().toImage())
    assert not edit.canInsertFromMimeData(mime)
    edit.insertFromMimeData(mime)
    assert edit.toPlainText() == ""
