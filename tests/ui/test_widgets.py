"""Cards, strips, forms, marks, pictures, calendar and shortcuts."""

from datetime import date, time
from decimal import Decimal

import pytest
from keys import CTRL, press, type_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.drawing.bar_chart import Bar, MarkLine, bar_chart
from ita_desktop.drawing.shapes import Drawing, Label, Line, Rect
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.calendar import ThaiCalendar
from ita_desktop.ui.widgets.cards import Card, FigureCard, Strip
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import MarkIcon, Tone
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.saved_mark import SavedMark
from ita_desktop.ui.widgets.shapes_view import ShapesView, text_width
from ita_desktop.ui.widgets.shortcuts import bind, translate_editing_keys, with_twin


def test_that_a_figure_card_is_read_out_whole(window: QWidget) -> None:
    card = FigureCard("คะแนนรวม", window)
    card.show_figure("๘๒.๗๗", "จากเต็ม ๑๐๐ คะแนน", "warning", caption="คะแนนรวม ปี ๒๕๖๘")
    assert card.accessibleName() == "คะแนนรวม ปี ๒๕๖๘ ๘๒.๗๗ จากเต็ม ๑๐๐ คะแนน"
    card.show_figure("–")
    assert card.accessibleName() == "คะแนนรวม ปี ๒๕๖๘ –"


def test_that_a_card_shows_its_head(window: QWidget) -> None:
    card = Card("การติดตาม", window)
    assert [label.raw_text() for label in card.findChildren(ThaiLabel)] == ["การติดตาม"]


def test_that_an_empty_strip_takes_no_room(window: QWidget) -> None:
    strip = Strip(Tone.WARNING, window)
    assert not strip.isVisibleTo(window)
    strip.say("มีมาตรการเกินกำหนด ๒ เรื่อง")
    assert strip.isVisibleTo(window)
    assert strip.accessibleName() == strip.sentence == "มีมาตรการเกินกำหนด ๒ เรื่อง"
    strip.say("")
    assert not strip.isVisibleTo(window)


def test_that_a_strip_has_buttons(window: QWidget, qtbot: QtBot) -> None:
    strip = Strip(parent=window)
    button = strip.add_button("ดูรายการ", "primary")
    with qtbot.waitSignal(button.clicked):
        button.click()


def test_that_each_tone_has_a_sign_of_its_own_shape(window: QWidget) -> None:
    shapes = set()
    for tone in Tone:
        icon = MarkIcon(tone, "#000000", window)
        icon.resize(24, 24)
        image = icon.grab().toImage().scaled(12, 12)
        shapes.add(tuple(image.pixelColor(x, y).lightness() < 128 for x in range(12) for y in range(12)))
    assert len(shapes) == len(Tone)


def test_that_a_form_names_its_fields_and_says_their_problems(window: QWidget) -> None:
    form = Form(window)
    name, kind = TextLine(required="กรุณากรอกชื่อ"), QComboBox()
    form.row(Field("ชื่อการประชุม", name, "เช่น ประชุมประจำเดือน"))
    form.row(Field("ประเภท", kind), Field("อื่น ๆ", QLineEdit()))
    form.end()
    assert name.accessibleName() == "ชื่อการประชุม"
    assert name.accessibleDescription() == "เช่น ประชุมประจำเดือน"
    assert next(label.buddy() for label in form.findChildren(QLabel) if label.buddy()) is name
    assert form.first_problem() is None
    name.commit()
    assert form.first_problem() is name
    assert form.note(name).sentence == "กรุณากรอกชื่อ"
    type_text(name, "ป")
    assert form.first_problem() is None
    assert form.note(name).sentence == "เช่น ประชุมประจำเดือน"
    form.note(kind).warn("ตรวจสอบประเภทอีกครั้ง")
    assert kind.accessibleDescription() == "ตรวจสอบประเภทอีกครั้ง"
    form.note(kind).good("ถูกต้อง")
    form.note(kind).hint("เลือกประเภท")
    assert form.note(kind).sentence == "ถูกต้อง"
    form.note(kind).clear()
    assert form.note(kind).sentence == "เลือกประเภท"


def test_that_the_saved_mark_tells_the_time_in_the_office_s_digits(window: QWidget) -> None:
    mark = SavedMark(Numerals.THAI, parent=window)
    assert mark.sentence == ""
    mark.saved_at(time(14, 32))
    assert mark.sentence == "บันทึกแล้ว ๑๔.๓๒ น."
    mark.set_numerals(Numerals.ARABIC)
    mark.saved_at(time(9, 5))
    assert mark.accessibleName() == "บันทึกแล้ว 09.05 น."
    mark.unsaved()
    assert mark.sentence == "ยังไม่ได้บันทึก"


def test_that_a_drawing_is_painted_where_its_shapes_are(window: QWidget) -> None:
    shapes = (
        Rect(0, 0, 30, 30, "#ff0000"),
        Rect(40, 0, 30, 30, None, "#00ff00", "#000000"),
        Line(0, 50, 90, 50, "#0000ff", 4),
        Line(0, 60, 90, 60, "#0000ff", 1, dashed=True),
        Label(90, 80, "ที่", 14, "right"),
    )
    view = ShapesView(120, 120, window)
    view.show_artist(lambda width, height: Drawing(width, height, shapes), "กราฟตัวอย่าง")
    view.resize(120, 120)
    image = view.grab().toImage()

    def at(x: float, y: float) -> QColor:
        return image.pixelColor(round(x * 4 / 3), round(y * 4 / 3))

    assert at(15, 15) == QColor("#ff0000")
    assert at(45, 50) == QColor("#0000ff")
    assert any(at(40 + n, 15).lightness() < 100 for n in range(30))
    assert any(at(x, y).lightness() < 100 for x in range(70, 90) for y in range(66, 82))
    assert view.accessibleName() == "กราฟตัวอย่าง"
    assert view.minimumSizeHint() == view.sizeHint()
    view.show_artist(None)
    assert view.grab().toImage().pixelColor(20, 20) != QColor("#ff0000")


def test_that_the_chart_fits_the_view_at_any_size(window: QWidget) -> None:
    sizes: list[tuple[float, float]] = []

    def artist(width: float, height: float) -> Drawing:
        sizes.append((width, height))
        return bar_chart(
            [Bar("การใช้ทรัพย์สินของราชการ", Decimal("79.62"), Decimal(80))],
            width=width,
            height=height,
            lines=(MarkLine(Decimal(85), "เกณฑ์ผ่าน ๘๕"),),
            series=("ปี ๒๕๖๘", "ปี ๒๕๖๗"),
            numerals=Numerals.THAI,
            text_width=text_width,
        )

    view = ShapesView(parent=window)
    view.show_artist(artist)
    for width in (360, 600, 1200):
        view.resize(width, 300)
        view.grab()
    assert [round(width) for width, _ in sizes[-3:]] == [270, 450, 900]
    assert text_width("ก" * 10, 12, True) > text_width("ก" * 10, 10, False) > 0


def test_that_the_calendar_shows_the_buddhist_month(window: QWidget) -> None:
    calendar = ThaiCalendar(Numerals.THAI, date(2026, 2, 2), window)
    assert calendar.findChildren(QLabel)[0].text() == "กุมภาพันธ์ พ.ศ. ๒๕๖๙"
    days = [button for button in calendar.findChildren(QToolButton) if button.property("day")]
    assert len(days) == 42
    assert days[0].property("day") == date(2026, 2, 1)
    assert days[1].accessibleName() == "2 กุมภาพันธ์ พ.ศ. 2569"
    picked: list[date] = []
    calendar.picked.connect(picked.append)
    days[27].click()
    assert picked == [date(2026, 2, 28)]


def test_that_the_calendar_turns_by_month_and_year_and_keeps_a_real_day(window: QWidget) -> None:
    calendar = ThaiCalendar(Numerals.THAI, date(2026, 1, 31), window)
    press(calendar, Qt.Key.Key_PageDown)
    assert calendar.day() == date(2026, 2, 28)
    press(calendar, Qt.Key.Key_PageUp)
    press(calendar, Qt.Key.Key_Left)
    assert calendar.day() == date(2026, 1, 27)
    forward = next(b for b in calendar.findChildren(QToolButton) if b.accessibleName() == "ปีถัดไป")
    forward.click()
    assert calendar.day() == date(2027, 1, 27)
    press(calendar, Qt.Key.Key_A)
    assert calendar.day() == date(2027, 1, 27)


@pytest.mark.parametrize(
    ("keys", "twin"), [("Ctrl+S", "Ctrl+ห"), ("Ctrl+F", "Ctrl+ด"), ("Ctrl+Shift+Z", "Ctrl+Shift+ผ")]
)
def test_that_a_shortcut_has_its_thai_twin(keys: str, twin: str) -> None:
    assert with_twin(keys) == [QKeySequence(keys), QKeySequence(twin)]


def test_that_a_key_without_a_thai_letter_has_no_twin() -> None:
    assert with_twin("F5") == [QKeySequence("F5")]
    assert with_twin("Ctrl+Return") == [QKeySequence("Ctrl+Return")]


def test_that_a_bound_widget_hears_both_layouts(window: QWidget, qtbot: QtBot) -> None:
    edit = QLineEdit(window)
    edit.show()
    calls: list[str] = []
    bind("Ctrl+S", window, lambda: calls.append("saved"))
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClick(edit, Qt.Key.Key_S, CTRL)
    assert calls == ["saved"]
    (shortcut,) = window.findChildren(QShortcut)
    assert list(shortcut.keys()) == with_twin("Ctrl+S")


def test_that_an_action_gets_both_layouts(window: QWidget) -> None:
    action = QAction("บันทึก", window)
    bind("Ctrl+S", action)
    assert action.shortcuts() == with_twin("Ctrl+S")


def test_that_editing_keys_reach_the_field_from_the_thai_layout(window: QWidget, qtbot: QtBot) -> None:
    translate_editing_keys(window)
    edit = QLineEdit("เรื่องที่ ๑", window)
    edit.show()
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.selectAll()
    twins = {shortcut.key().toString(): shortcut for shortcut in window.findChildren(QShortcut)}
    twins["Ctrl+แ"].activated.emit()
    assert QGuiApplication.clipboard().text() == "เรื่องที่ ๑"
    twins["Ctrl+ป"].activated.emit()
    assert edit.text() == ""


def test_that_a_list_drops_below_its_box_and_shows_every_choice(window: QWidget) -> None:
    window.move(0, 0)
    box = QComboBox(window)
    box.addItems([f"ปี {year}" for year in range(2561, 2570)])
    box.setCurrentIndex(8)
    box.show()
    box.showPopup()
    popup = box.view().window()
    assert popup.geometry().top() >= box.mapToGlobal(box.rect().bottomLeft()).y()
    assert not box.view().verticalScrollBar().maximum()
    box.hidePopup()
