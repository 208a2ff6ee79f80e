"""Labels and table cells wrap Thai without touching the text, and never clip stacked marks."""

from collections.abc import Callable, Iterator

import pytest
from keys import CTRL, press, type_text
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ita_desktop.thai import words
from ita_desktop.ui import theme
from ita_desktop.ui.widgets import wrapping
from ita_desktop.ui.widgets.cell_lines import cell_lines
from ita_desktop.ui.widgets.delegates import PADDING_X, PADDING_Y, ThaiWrapDelegate
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.text_edit import ThaiPlainTextEdit

SENTENCE = "ประชุมให้ความรู้และการเสริมสร้างวินัยคุณธรรมจริยธรรมแก่บุคลากรทุกระดับ"
STACKED = "ป้ำ ซื้อ ที่ ญู ฎุ"


def line_edit() -> QLineEdit:
    return QLineEdit(STACKED)


def combo_box() -> QComboBox:
    box = QComboBox()
    box.addItem(STACKED)
    return box


WIDGETS: dict[str, Callable[[], QWidget]] = {
    "line edit": line_edit,
    "combo box": combo_box,
    "button": lambda: QPushButton(STACKED),
    "check box": lambda: QCheckBox(STACKED),
    "radio button": lambda: QRadioButton(STACKED),
}


def test_that_a_label_wraps_between_words_and_keeps_its_text(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    # As on Windows, where Qt finds no Thai words.
    monkeypatch.setattr(wrapping, "system_breaks_thai", lambda: False)
    label = ThaiLabel(SENTENCE, parent=window)
    label.resize(200, label.heightForWidth(200))
    assert label.heightForWidth(200) > label.fontMetrics().height() * 2
    assert "\u200b" in label.text()
    assert label.raw_text() == SENTENCE
    assert label.accessibleName() == SENTENCE


def test_that_a_label_whose_phrases_fit_needs_no_word_list(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrapping, "system_breaks_thai", lambda: False)
    label = ThaiLabel("กรอกคะแนนรวม แล้วดูระดับ พร้อมเหตุผล", parent=window)
    label.resize(130, label.heightForWidth(130))
    assert label.heightForWidth(130) > label.fontMetrics().height() * 2
    assert label.text() == label.raw_text()


def test_that_a_label_with_room_is_not_searched_for_words(window: QWidget) -> None:
    label = ThaiLabel("คะแนน ITA", parent=window)
    label.resize(400, 40)
    assert label.text() == "คะแนน ITA"


def test_that_a_label_shows_markup_as_letters(window: QWidget) -> None:
    label = ThaiLabel("<b>กอง</b> & ฝ่าย", parent=window)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.raw_text() == "<b>กอง</b> & ฝ่าย"


def ink_height(widget: QWidget) -> int:
    """Rows that hold letters: some dark pixels, but not a whole line of them as a frame has."""
    image: QImage = widget.grab().toImage()
    inner = range(30, image.width() - 40)
    dark = [sum(image.pixelColor(x, y).lightness() < 110 for x in inner) for y in range(image.height())]
    return sum(0 < count < len(inner) * 0.8 for count in dark)


@pytest.mark.parametrize("size", list(theme.TextSize))
@pytest.mark.parametrize("role", ["", "caption", "field", "head", "title", "figure", *WIDGETS])
def test_that_stacked_marks_are_never_clipped(
    window: QWidget, qapp: QApplication, role: str, size: theme.TextSize
) -> None:
    theme.apply(qapp, size)
    widget = WIDGETS.get(role, lambda: ThaiLabel(STACKED, role))()
    widget.setParent(window)
    widget.show()
    widget.setFixedWidth(320)
    widget.resize(320, widget.sizeHint().height())
    tight = ink_height(widget)
    widget.resize(320, widget.height() + 40)
    assert ink_height(widget) == tight > 15
    theme.apply(qapp, theme.TextSize.NORMAL)


@pytest.fixture
def table(window: QWidget, qtbot: QtBot) -> QTableView:
    view = QTableView(window)
    model = QStandardItemModel(2, 2, view)
    model.setHorizontalHeaderLabels(["แนวทาง", "ผู้รับผิดชอบ"])
    for row, text in enumerate((SENTENCE, STACKED)):
        model.setItem(row, 0, QStandardItem(text))
        model.setItem(row, 1, QStandardItem("กองคลัง"))
    view.setModel(model)
    view.setItemDelegate(ThaiWrapDelegate(multi_line=True, parent=view))
    view.setColumnWidth(0, 200)
    view.resize(500, 400)
    view.resizeRowsToContents()
    view.show()
    return view


def editor(table: QTableView) -> ThaiPlainTextEdit:
    found = table.findChildren(ThaiPlainTextEdit)
    assert found
    return found[-1]


def test_that_rows_grow_with_wrapped_text_and_leave_room_for_marks(table: QTableView) -> None:
    line = table.fontMetrics().lineSpacing()
    assert table.rowHeight(0) >= 2 * line + 2 * PADDING_Y
    assert table.rowHeight(1) >= line + 2 * theme.MARK_ROOM


def test_that_the_model_and_the_editor_hold_the_raw_text(table: QTableView) -> None:
    index = table.model().index(0, 0)
    table.grab()
    assert index.data() == SENTENCE
    table.edit(index)
    assert editor(table).toPlainText() == SENTENCE


def test_that_ctrl_enter_takes_the_text_and_enter_makes_a_line(table: QTableView) -> None:
    index = table.model().index(1, 0)
    table.edit(index)
    edit = editor(table)
    edit.selectAll()
    type_text(edit, "ข้อหนึ่ง")
    press(edit, Qt.Key.Key_Return)
    type_text(edit, "ข้อสอง")
    assert index.data() == STACKED
    press(edit, Qt.Key.Key_Return, CTRL)
    assert index.data() == "ข้อหนึ่ง\nข้อสอง"


def test_that_escape_leaves_the_cell_as_it_was(table: QTableView) -> None:
    index = table.model().index(1, 0)
    table.edit(index)
    type_text(editor(table), "ผิด")
    press(editor(table), Qt.Key.Key_Escape)
    assert index.data() == STACKED


def test_that_a_refreshed_model_does_not_overwrite_typing(table: QTableView) -> None:
    index = table.model().index(1, 0)
    table.edit(index)
    type_text(editor(table), "กำลังพิมพ์")
    table.model().dataChanged.emit(index, index)
    assert editor(table).toPlainText().startswith("กำลังพิมพ์")


def test_that_an_untouched_cell_is_not_written(table: QTableView) -> None:
    changes: list[QModelIndex] = []
    table.model().dataChanged.connect(lambda first, *_: changes.append(first))
    table.edit(table.model().index(1, 0))
    press(editor(table), Qt.Key.Key_Return, CTRL)
    assert changes == []


def test_that_a_cell_of_fifty_thousand_letters_is_painted_at_once(table: QTableView) -> None:
    table.model().setData(table.model().index(0, 0), SENTENCE * 700)
    table.resizeRowToContents(0)
    assert table.rowHeight(0) < 3_000
    table.grab()


def test_that_a_selected_cell_stays_readable(table: QTableView) -> None:
    table.setCurrentIndex(table.model().index(1, 0))
    option = QStyleOptionViewItem()
    table.itemDelegate().initStyleOption(option, table.model().index(1, 0))
    image = table.viewport().grab(table.visualRect(table.model().index(1, 0))).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert QColor(theme.ACCENT_PALE).name() in colours
    assert min(QColor(c).lightness() for c in colours) < 80


@pytest.fixture
def forget_own_words() -> Iterator[None]:
    yield
    words.set_own_words([])


@pytest.mark.usefixtures("forget_own_words")
def test_that_cells_are_parted_between_words_and_never_inside_a_name(window: QWidget) -> None:
    words.set_own_words(["พิมพ์ใจ", "ท่าตาลเจริญ"])
    metrics = window.fontMetrics()
    name = "นางสาวพิมพ์ใจ ท่าตาลเจริญ"
    for width in range(metrics.horizontalAdvance("นางสาวพิมพ์ใจ"), metrics.horizontalAdvance(name)):
        assert cell_lines(name, window.font(), width).text == "นางสาวพิมพ์ใจ\nท่าตาลเจริญ"
    narrow = cell_lines(name, window.font(), metrics.horizontalAdvance("เจริญ")).text
    assert narrow.replace("\n", "") == name.replace(" ", "")


@pytest.mark.usefixtures("forget_own_words")
def test_that_a_cell_is_laid_out_anew_only_when_the_own_words_change(window: QWidget) -> None:
    font, width = window.font(), window.fontMetrics().horizontalAdvance("นางสาวแก้ว ท่าตาล") + 1
    before = cell_lines("นางสาวแก้ว ท่าตาลเจริญ", font, width)
    assert before.text == "นางสาวแก้ว ท่าตาล\nเจริญ"
    assert cell_lines("นางสาวแก้ว ท่าตาลเจริญ", font, width) is before
    words.set_own_words(["ท่าตาลเจริญ"])
    assert cell_lines("นางสาวแก้ว ท่าตาลเจริญ", font, width).text == "นางสาวแก้ว\nท่าตาลเจริญ"


def test_that_a_cell_of_several_lines_is_seen_to_its_end(table: QTableView) -> None:
    table.model().setData(table.model().index(0, 0), f"ก\n{SENTENCE}")
    table.resizeRowToContents(0)
    font, room = table.font(), table.columnWidth(0) - 2 * PADDING_X
    lines = cell_lines(SENTENCE, font, room).text.count("\n") + 2
    assert lines > 3
    assert table.rowHeight(0) >= lines * table.fontMetrics().lineSpacing()
    image = table.viewport().grab(table.visualRect(table.model().index(0, 0))).toImage()
    edge = image.width() - PADDING_X + 2
    ground = image.pixelColor(image.width() - 3, image.height() // 2)
    assert all(image.pixelColor(edge, y) == ground for y in range(2, image.height() - 3))


@pytest.mark.parametrize("width", [60, 140, 300])
def test_that_the_lines_of_a_cell_fit_and_lose_no_letter(window: QWidget, width: int) -> None:
    metrics = window.fontMetrics()
    text = f"{SENTENCE} {SENTENCE}\n\n{SENTENCE}\t{STACKED}"
    lines = cell_lines(text, window.font(), width).text.split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    parts = words.breaks(SENTENCE)
    longest = max(metrics.horizontalAdvance(SENTENCE[a:b]) for a, b in zip((0, *parts), (*parts, None), strict=True))
    assert all(metrics.horizontalAdvance(line.replace("\t", " ")) <= max(width, longest) for line in lines)


@pytest.mark.parametrize("width", [-7, 0, 60, 140, 300, 5_000])
@pytest.mark.parametrize("text", ["ก", f"{SENTENCE}\n\n{STACKED}\tก", "https://example.go.th/" + "ก" * 40])
def test_that_the_lines_of_a_cell_take_as_much_room_as_qt_paints_them_in(
    window: QWidget, text: str, width: int
) -> None:
    lines = cell_lines(text, window.font(), width)
    painted = window.fontMetrics().size(0, lines.text)
    assert abs(lines.width - painted.width()) <= 1
    assert lines.height == painted.height()
