"""The trend page over a real data file: what is followed, changes in words, names and levels of their years."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from keys import press
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.services import assessments
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.scores.trend_page import TrendPage
from ita_desktop.ui.scores.trend_views import INSTRUMENTS, marks, trend_artist


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    yield opened
    opened.close()


def keep(database: Database, year: int, total: str = "", level: str = "", **indicators: str) -> None:
    scores = {code.removeprefix("i"): Decimal(score) for code, score in indicators.items()}
    found = Assessment(
        FiscalYear(year), total=Decimal(total) if total else None, indicators=scores, announced_level=level
    )
    database.write(assessments.record_assessment, found)


def shown(
    database: Database, say: RecordingSay, window: QWidget, numerals: Numerals = Numerals.ARABIC, plan_year: int = 2569
) -> TrendPage:
    page = TrendPage(make_context(database, say, window, plan_year, numerals), window)
    page.resize(1300, 640)
    window.resize(1300, 640)
    page.refresh()
    page.show()
    return page


def test_that_totals_show_with_level_and_change_in_words(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    keep(database, 2566, "86.73", "ผ่าน")
    keep(database, 2567, "88.70", "ผ่าน")
    keep(database, 2568, "88.20", "ผ่านดี")
    page = shown(database, say, window)
    assert page.table.texts() == [
        ["2568", "88.20", "▼ ลดลง 0.50", "ผ่านดี", ""],
        ["2567", "88.70", "▲ เพิ่มขึ้น 1.97", "ผ่าน", ""],
        ["2566", "86.73", "–", "ผ่าน", ""],
    ]
    assert "ปี 2567 88.70" in page.chart.accessibleName()
    assert page.notice.isHidden()


def test_that_a_missing_year_is_named_and_not_compared_across(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    keep(database, 2566, "80.00")
    keep(database, 2568, "90.00")
    page = shown(database, say, window)
    assert page.table.texts()[1][:3] == ["2567", "–", "–"]
    assert "ไม่มีคะแนน" in page.table.texts()[1][4]
    assert page.table.texts()[0][2] == "–"


def test_that_the_switch_of_levels_in_2566_is_noted_and_each_year_keeps_its_own(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    keep(database, 2565, "90.00")
    keep(database, 2566, "90.00", "ผ่านดี")
    page = shown(database, say, window)
    by_year = {row[0]: row for row in page.table.texts()}
    assert by_year["2565"][3] == "A (คำนวณ)"
    assert by_year["2566"][3] == "ผ่านดี"
    assert "ระดับผลแบบใหม่" in by_year["2566"][4]
    assert by_year["2565"][4] == ""
    assert "2566" in page.notes.raw_text()


def test_that_indicator_8_carries_the_name_of_each_year(database: Database, say: RecordingSay, window: QWidget) -> None:
    keep(database, 2565, i8="70.00")
    keep(database, 2566, i8="76.79")
    page = shown(database, say, window)
    page.follow("8")
    by_year = {row[0]: row for row in page.table.texts()}
    assert by_year["2566"][1:3] == ["76.79", "▲ เพิ่มขึ้น 6.79"]
    assert "การปรับปรุงระบบการทำงาน" in by_year["2565"][4]
    assert "การปรับปรุงระบบการทำงาน" not in by_year["2566"][4]


def test_that_instruments_are_followed_together(database: Database, say: RecordingSay, window: QWidget) -> None:
    ten = {f"i{n}": "80" for n in range(1, 11)}
    keep(database, 2567, **ten)
    keep(database, 2568, **(ten | {"i9": "90", "i10": "90"}))
    page = shown(database, say, window)
    page.follow(INSTRUMENTS)
    assert page.table.texts()[0][1:4] == ["80.00  = เท่าเดิม", "80.00  = เท่าเดิม", "90.00  ▲ เพิ่มขึ้น 10.00"]
    assert page.table.horizontalHeaderItem(3).text() == "OIT"
    assert not page._radar_card.isHidden()
    assert "9. การเปิดเผยข้อมูล 90.00  ▲ เพิ่มขึ้น 10.00" in page.radar.accessibleName()


def test_that_ten_years_are_shown_at_most(database: Database, say: RecordingSay, window: QWidget) -> None:
    for year in range(2555, 2569):
        keep(database, year, "80.00")
    page = shown(database, say, window)
    assert [row[0] for row in page.table.texts()] == [str(year) for year in range(2568, 2558, -1)]


def test_that_years_after_the_shown_one_are_left_out(database: Database, say: RecordingSay, window: QWidget) -> None:
    keep(database, 2566, "80.00")
    keep(database, 2568, "90.00")
    page = shown(database, say, window, plan_year=2567)
    assert [row[0] for row in page.table.texts()] == ["2566"]
    assert "เพียงปีเดียว" in page.notice.sentence


def test_that_an_empty_record_says_what_to_do(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window)
    assert "ยังไม่มีคะแนน" in page.notice.sentence
    assert page._lines_card.isHidden()
    assert page._radar_card.isHidden()
    page.grab()


def test_that_the_choice_is_kept_and_moved_by_keys(database: Database, say: RecordingSay, window: QWidget) -> None:
    keep(database, 2568, "88.00", i1="90.00")
    page = shown(database, say, window)
    press(page.choice, Qt.Key.Key_Down)
    assert page.choice.currentData() == INSTRUMENTS
    press(page.choice, Qt.Key.Key_End)
    assert page.choice.currentData() == "10"
    page.refresh()
    assert page.choice.currentData() == "10"


def test_that_each_view_has_the_marks_of_its_kind(database: Database, say: RecordingSay, window: QWidget) -> None:
    keep(database, 2568, "88.00")
    page = shown(database, say, window)
    framework = page._context.frameworks().of(FiscalYear(2568))
    named = {key: [mark.name for mark in marks(view, framework)] for key, view in page._views.items()}
    assert named["total"] == ["ผ่านดีเยี่ยม 95", "เกณฑ์ผ่าน 85", "ต้องปรับปรุง 70"]
    assert named[INSTRUMENTS] == ["ผ่านดีเยี่ยม 95", "ผ่านดี 85"]
    assert named["9"] == ["เกณฑ์ผ่าน 85"]


def test_that_the_many_letters_of_older_years_leave_two_marks(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    keep(database, 2565, "88.00")
    page = shown(database, say, window, plan_year=2566)
    framework = page._context.frameworks().of(FiscalYear(2565))
    assert [mark.name for mark in marks(page._views["total"], framework)] == ["AA 95", "เกณฑ์ผ่าน 85"]


def test_that_every_view_can_be_drawn(database: Database, say: RecordingSay, window: QWidget) -> None:
    for year in range(2560, 2569):
        keep(database, year, **{f"i{n}": str((year + n * 7) % 40 + 60) for n in range(1, 11)})
    page = shown(database, say, window)
    assert page._trend is not None
    for view in page._views.values():
        framework = page._context.frameworks().of(FiscalYear(2568))
        drawing = trend_artist(page._trend, view, framework, Numerals.THAI, 10)(400, 240)
        assert len(drawing.shapes) > 30
        page.follow(view.key)
        page.grab()


def test_that_thai_digits_are_used_where_the_office_writes_them(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    keep(database, 2567, "80.00")
    keep(database, 2568, "88.70")
    page = shown(database, say, window, Numerals.THAI)
    assert page.table.texts()[0][:3] == ["๒๕๖๘", "๘๘.๗๐", "▲ เพิ่มขึ้น ๘.๗๐"]
