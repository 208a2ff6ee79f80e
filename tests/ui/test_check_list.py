"""The list with check boxes: keys, clicks, search, marked words."""

import pytest
from keys import press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.ui.widgets.check_entry import Entry, Line, Look
from ita_desktop.ui.widgets.check_list import CheckList

LONG = "จัดทำหรือปรับปรุงคู่มือปฏิบัติงานของแต่ละงานระบุขั้นตอนเอกสารและเวลาแล้วเสร็จพร้อมติดประกาศที่จุดบริการทุกแห่งของหน่วยงาน"


def entry(number: int, *texts: str, ticked: bool = False) -> Entry[int]:
    return Entry(number, tuple(Line(text) for text in texts), ticked)


@pytest.fixture
def shown(window: QWidget) -> CheckList[int]:
    made = CheckList[int]("มาตรการ")
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    made.show_entries(
        [entry(1, "ทำคู่มือปี 2568"), entry(2, "ติดป้าย", "กองคลัง", ticked=True), entry(3, "ตรวจนับพัสดุ ๑๒ รายการ")]
    )
    window.activateWindow()
    made.setFocus()
    return made


def test_that_space_ticks_and_arrows_move(shown: CheckList[int]) -> None:
    told: list[list[int]] = []
    shown.ticks_changed.connect(lambda: told.append(shown.ticked()))
    press(shown, Qt.Key.Key_Space)
    press(shown, Qt.Key.Key_Down)
    press(shown, Qt.Key.Key_Space)
    press(shown, Qt.Key.Key_Down)
    assert told == [[1, 2], [1]]
    assert (shown.current(), shown.current_row()) == (3, 2)
    assert not shown.is_current_ticked()


def test_that_a_click_beside_the_box_ticks_and_one_on_the_text_does_not(shown: CheckList[int]) -> None:
    row = shown.visualRect(shown.model().index(2, 0))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(30, row.height() - 4))
    assert shown.ticked() == [2, 3]
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert shown.ticked() == [2, 3]
    assert shown.current() == 3


@pytest.mark.parametrize(
    ("typed", "rows"), [("2568", [0]), ("12", [2]), ("กองคลัง ติด", [1]), ("", [0, 1, 2]), ("ไม่มี", [])]
)
def test_that_the_search_finds_words_and_either_digits(shown: CheckList[int], typed: str, rows: list[int]) -> None:
    shown.narrow(typed)
    assert shown.shown_rows() == rows
    assert shown.ticked() == [2]


def test_that_all_in_sight_are_ticked_or_none(shown: CheckList[int]) -> None:
    told: list[int] = []
    shown.ticks_changed.connect(lambda: told.append(len(shown.ticked())))
    shown.narrow("2568")
    shown.tick_shown()
    assert shown.ticked() == [1, 2]
    shown.narrow("")
    shown.tick_shown(lambda number: number != 3)
    assert shown.ticked() == []
    shown.tick_shown()
    assert shown.ticked() == [1, 2, 3]
    shown.tick_only(lambda number: number == 3)
    assert shown.ticked() == [3]
    assert told == [2, 0, 3, 1]


def test_that_the_current_entry_can_be_shown_otherwise(shown: CheckList[int]) -> None:
    shown.stand_on(1)
    shown.replace_current(entry(20, LONG, ticked=False))
    assert shown.current() == 20
    assert shown.ticked() == []
    assert [each.value for each in shown.entries()] == [1, 20, 3]
    assert shown.current_row() == 1


def test_that_rows_are_as_tall_as_their_wrapped_text(shown: CheckList[int], window: QWidget) -> None:
    window.resize(760, 600)
    shown.show_entries([entry(1, "สั้น"), entry(2, LONG), entry(3, LONG, "ผู้รับผิดชอบ")])
    window.grab()
    short, long, two = (shown.visualRect(shown.model().index(row, 0)).height() for row in range(3))
    line = shown.fontMetrics().lineSpacing() - 2
    assert long >= short + line
    assert two >= long + line
    window.resize(420, 600)
    window.grab()
    assert shown.visualRect(shown.model().index(1, 0)).height() >= long + line
    assert shown.visualRect(shown.model().index(2, 0)).right() <= shown.viewport().width()


def yellow_columns(list_: CheckList[int]) -> list[int]:
    image = list_.viewport().grab().toImage()
    wanted = QColor("#ffe9a8")
    return [
        x for x in range(image.width()) if any(image.pixelColor(x, y) == wanted for y in range(0, image.height(), 2))
    ]


def test_that_marked_words_are_painted_where_they_stand(shown: CheckList[int]) -> None:
    assert yellow_columns(shown) == []
    text = "จัดทำแผนปี 2569"
    at = text.index("2569")
    shown.show_entries([Entry(1, (Line(text, Look.PLAIN, ((at, at + 4),)),))])
    found = yellow_columns(shown)
    metrics = shown.fontMetrics()
    before = metrics.horizontalAdvance(text[:at])
    assert found
    assert abs((found[0] - 42) - before) < 12
    assert abs((found[-1] - found[0]) - metrics.horizontalAdvance("2569")) < 8


def test_that_a_screen_reader_hears_every_line(shown: CheckList[int]) -> None:
    index = shown.model().index(1, 0)
    assert index.data() == "ติดป้าย\nกองคลัง"
    assert index.data(Qt.ItemDataRole.CheckStateRole) is not None
    assert shown.accessibleName() == "มาตรการ"


def test_that_an_empty_list_has_no_current_entry(shown: CheckList[int]) -> None:
    shown.show_entries([])
    assert shown.current() is None
    assert shown.ticked() == []
    press(shown, Qt.Key.Key_Space)
    shown.tick_shown()
    assert shown.ticked() == []
