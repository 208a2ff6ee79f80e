"""The strip above the measures: counts that are right, buttons that ask, and a height that never changes."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.follow_up import EVERY_DIVISION, NOBODY
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress
from ita_desktop.domain.office import Division
from ita_desktop.domain.paper import ReportRound
from ita_desktop.domain.period import parse_period
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.measures.follow_up import FollowUpStrip

YEAR = FiscalYear(2569)
TODAY = date(2026, 1, 15)
NAMES = (
    "สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา ศาสนาและวัฒนธรรม", "กองสาธารณสุขและสิ่งแวดล้อม",
    "กองสวัสดิการสังคม", "หน่วยตรวจสอบภายใน",
)  # fmt: skip
DIVISIONS = tuple(Division(name, id=number) for number, name in enumerate(NAMES, start=1))
PAST, SOON, LATER = (parse_period(text, YEAR) for text in ("ต.ค. 68", "ม.ค. 69", "ก.ย. 69"))


def measure(id_: int, *division_ids: int, period: object = PAST, **parts: object) -> Measure:
    return Measure(YEAR, id=id_, division_ids=division_ids, period=period, **parts)  # type: ignore[arg-type]


LATE = [
    measure(1, 2), measure(2, 2), measure(3, 2, 1), measure(4, 3), measure(5, all_divisions=True), measure(6),
    measure(7, 4), measure(8, 5), measure(9, 6), measure(10, 7), measure(11, 2, status=MeasureStatus.DONE),
]  # fmt: skip


@pytest.fixture
def strip(window: QWidget) -> FollowUpStrip:
    made = FollowUpStrip(lambda: Numerals.ARABIC, window)
    made.resize(1326, made.height())
    made.show()
    return made


def test_that_the_strip_says_what_is_late_of_whom_and_what_is_due_soon(strip: FollowUpStrip) -> None:
    measures = [*LATE, measure(20, 1, period=SOON), measure(21, 1, period=LATER)]
    followed = [Progress(11, TODAY, MeasureStatus.DONE, result="ผล"), Progress(1, TODAY, MeasureStatus.IN_PROGRESS),
                Progress(1, TODAY, MeasureStatus.IN_PROGRESS), Progress(404, TODAY, MeasureStatus.DONE)]  # fmt: skip
    strip.resize(2600, strip.height())
    strip.show_overview(measures, followed, DIVISIONS, TODAY)
    assert strip.late.text() == "เลยกำหนด 10"
    assert strip.due_soon.text() == "ใกล้ครบกำหนด 1"
    assert strip.summary.text() == "ติดตามแล้ว 2 จาก 13"
    texts = [button.accessibleName() for button in strip.divisions.shown()]
    assert texts[:2] == ["กองคลัง 3", "สำนักปลัด 1"]
    assert texts[-2:] == ["ทุกส่วนราชการ 1", "ยังไม่ระบุผู้รับผิดชอบ 1"]
    assert strip.divisions.overflow() is None
    assert strip.property("tone") == "warning"


def test_that_each_button_asks_for_what_it_counts(strip: FollowUpStrip) -> None:
    asked: list[int] = []
    soon: list[bool] = []
    rounds: list[ReportRound] = []
    strip.late_asked.connect(asked.append)
    strip.due_soon_asked.connect(lambda: soon.append(True))
    strip.round_asked.connect(rounds.append)
    strip.resize(2600, strip.height())
    strip.show_overview([*LATE, measure(20, 1, period=SOON)], (), DIVISIONS, TODAY)
    strip.late.click()
    buttons = strip.divisions.shown()
    for button in (buttons[0], buttons[-2], buttons[-1]):
        button.click()
    strip.due_soon.click()
    for button in strip.rounds.values():
        button.click()
    assert asked == [0, 2, EVERY_DIVISION, NOBODY]
    assert soon == [True]
    assert rounds == [ReportRound.SIX_MONTHS, ReportRound.TWELVE_MONTHS]


@pytest.mark.parametrize("width", [1326, 984, 700, 420])
def test_that_a_narrow_strip_hides_no_division_and_cuts_no_word(strip: FollowUpStrip, width: int) -> None:
    strip.resize(width, strip.height())
    strip.show_overview([*LATE, measure(20, 1, period=SOON)], (), DIVISIONS, TODAY)
    QApplication.processEvents()
    menu = strip.divisions.overflow()
    assert menu is not None
    shown = [button.accessibleName() for button in strip.divisions.shown()]
    hidden = [action.text() for action in menu.actions()]
    assert len(shown) + len(hidden) == 9
    assert len({*shown, *hidden}) == 9
    asked: list[int] = []
    strip.late_asked.connect(asked.append)
    menu.actions()[-1].trigger()
    assert asked == [NOBODY]
    if width >= 984:
        for button in (strip.late, strip.due_soon, *strip.rounds.values(), *strip.divisions.shown()):
            assert button.width() >= button.sizeHint().width()
            assert button.geometry().right() <= button.parentWidget().width()


def test_that_the_height_never_changes(strip: FollowUpStrip) -> None:
    heights = set()
    for measures in ([], LATE, [measure(20, 1, period=SOON)], [measure(21, 1, period=LATER)], LATE[:1]):
        strip.show_overview(measures, (), DIVISIONS, TODAY)
        QApplication.processEvents()
        heights.add((strip.height(), strip.sizeHint().height() <= strip.height()))
    assert len(heights) == 1


def test_that_a_plan_without_anything_late_is_calm(strip: FollowUpStrip) -> None:
    strip.show_overview([measure(21, 1, period=LATER)], (), DIVISIONS, TODAY)
    assert strip.calm.text() == "ไม่มีมาตรการที่เลยกำหนด"
    assert strip.late.isHidden()
    assert strip.due_soon.isHidden()
    assert strip.divisions.shown() == []
    assert strip.property("tone") == "good"
    strip.show_overview([], (), DIVISIONS, TODAY)
    assert strip.calm.text() == "ยังไม่มีมาตรการให้ติดตาม"


def test_that_thai_offices_see_thai_digits(window: QWidget) -> None:
    strip = FollowUpStrip(lambda: Numerals.THAI, window)
    strip.resize(1326, strip.height())
    strip.show()
    strip.show_overview(LATE, (), DIVISIONS, TODAY)
    assert strip.late.text() == "เลยกำหนด ๑๐"
    assert strip.rounds[ReportRound.SIX_MONTHS].text() == "รายงานรอบ ๖ เดือน"


def test_that_the_keyboard_reaches_every_button(strip: FollowUpStrip, window: QWidget) -> None:
    window.activateWindow()
    strip.show_overview([*LATE[:4], measure(20, 1, period=SOON)], (), DIVISIONS, TODAY)
    strip.late.setFocus()
    seen = [strip.late.text()]
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName() or focused.property("text"))
    assert seen[1] == "กองคลัง 3"
    assert "ใกล้ครบกำหนด 1" in seen
    rounds: list[ReportRound] = []
    strip.round_asked.connect(rounds.append)
    strip.rounds[ReportRound.TWELVE_MONTHS].setFocus()
    QTest.keyClick(strip.rounds[ReportRound.TWELVE_MONTHS], Qt.Key.Key_Space)
    assert rounds == [ReportRound.TWELVE_MONTHS]
