"""The what-if page over a real data file: sliders, fields, locks, the least change, and taking over as a target."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from keys import press, type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.measure import Plan, Target
from ita_desktop.domain.what_if import fewest_points
from ita_desktop.services import assessments, plans
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.scores.what_if_page import WhatIfPage

Y2568, Y2569 = FiscalYear(2568), FiscalYear(2569)
SEED_004 = Assessment(Y2568, total=Decimal("86.85"), instruments={Instrument.OIT: Decimal("70.38")})
TEN = ["93.20", "88.50", "90.00", "84.90", "87.00", "92.00", "91.30", "88.00", "70.38", "80.00"]
ALL_KNOWN = Assessment(Y2568, indicators={str(n): Decimal(score) for n, score in enumerate(TEN, start=1)})


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    yield opened
    opened.close()


def shown(
    database: Database, say: RecordingSay, window: QWidget, assessment: Assessment, numerals: Numerals = Numerals.ARABIC
) -> WhatIfPage:
    database.write(assessments.record_assessment, assessment)
    page = WhatIfPage(make_context(database, say, window, numerals=numerals), window)
    page.resize(1300, 640)
    window.resize(1300, 640)
    page.refresh()
    page.show()
    return page


def choose(page: WhatIfPage, level: str) -> None:
    page.solve.levels.setCurrentText(level)


def test_that_seed_004_reads_as_it_must(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, SEED_004)
    level = page.cards.level.accessibleName()
    assert "OIT ได้ 70.38 ต่ำกว่า 85 จึงได้ระดับผ่าน ไม่ใช่ผ่านดี" in level
    assert page.solve.levels.currentText() == "ผ่านดี"
    page.solve.points.click()
    assert "ยก OIT จาก 70.38 เป็น 85.00" in page.solve.answer.raw_text()
    assert "คะแนนรวมเป็น 92.70" in page.solve.answer.raw_text()
    assert page.panel.row("OIT").slider.score() == Decimal("85.00")
    assert page.panel.row("OIT").field.text() == "85.00"
    assert "92.70" in page.cards.total.accessibleName()
    assert "▲ เพิ่มขึ้น 5.85" in page.cards.total.accessibleName()
    assert " ผ่านดี " in page.cards.level.accessibleName()


def test_that_total_level_and_ranks_follow_a_slider_s_arrows(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    row = page.panel.row("9")
    before = page.effects.list.raw_text()
    press(row.slider, Qt.Key.Key_Right)
    assert row.field.text() == "71.38"
    press(row.slider, Qt.Key.Key_PageUp)
    assert row.field.text() == "76.38"
    assert row.change.raw_text() == "▲ เพิ่ม 6.00"
    # 0.3 × 88.72 + 0.3 × 90.4333 + 0.4 × 75.19 = 83.82, and six points on indicator 9 are worth 1.20.
    assert "85.02" in page.cards.total.accessibleName()
    assert "83.82 ▲ เพิ่มขึ้น 1.20" in page.cards.total.accessibleName()
    assert page.effects.list.raw_text() != before
    press(row.slider, Qt.Key.Key_End)
    assert row.field.text() == "100.00"
    assert "9. การเปิดเผยข้อมูล" not in page.effects.list.raw_text()


@pytest.mark.parametrize("typed", ["85.5", "๘๕.๕", "85,50"])
def test_that_a_typed_score_is_tried_while_typing(
    database: Database, say: RecordingSay, window: QWidget, typed: str
) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    row = page.panel.row("10")
    row.field.setFocus()
    row.field.selectAll()
    type_text(row.field, typed)
    assert row.slider.score() == Decimal("85.50")
    assert row.field.text() == typed
    press(row.field, Qt.Key.Key_Return)
    assert row.field.text() == "85.50"
    assert page.tried().indicators["10"] == Decimal("85.50")


def test_that_wrong_text_stays_marked_and_tries_nothing(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    field = page.panel.row("1").field
    field.setFocus()
    field.selectAll()
    type_text(field, "101")
    press(field, Qt.Key.Key_Return)
    assert field.text() == "101"
    assert field.problem()
    page.target.take.click()
    assert database.read(plans.get_plan, Y2569).target == Target()


def test_that_enter_goes_down_the_fields(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    window.activateWindow()
    page.panel.row("5").field.setFocus()
    press(page.panel.row("5").field, Qt.Key.Key_Return)
    assert page.panel.row("6").field.hasFocus()
    press(page.panel.row("6").field, Qt.Key.Key_Up)
    assert page.panel.row("5").field.hasFocus()


def test_that_nothing_tried_is_saved_and_the_real_scores_come_back(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    assert not page.back.isEnabled()
    for key in ("1", "6", "9"):
        press(page.panel.row(key).slider, Qt.Key.Key_PageUp)
    assert database.read(assessments.find_assessment, Y2568) == ALL_KNOWN
    assert database.read(plans.get_plan, Y2569) == Plan(Y2569)
    page.back.click()
    assert page.panel.row("9").field.text() == "70.38"
    assert page.tried() == ALL_KNOWN
    assert not page.back.isEnabled()


def test_that_an_emptied_field_is_the_real_score_again(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    row = page.panel.row("3")
    press(row.slider, Qt.Key.Key_PageUp)
    row.field.setFocus()
    row.field.clear()
    press(row.field, Qt.Key.Key_Return)
    assert row.field.text() == "90.00"
    assert page.tried() == ALL_KNOWN


def test_that_locked_scores_stay_and_others_are_raised_instead(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    choose(page, "ผ่านดี")
    page.solve.points.click()
    free = {key for key in ALL_KNOWN.indicators if page.panel.row(key).field.text() != TEN[int(key) - 1]}
    assert free == {"9", "10"} or free == {"9"}
    page.panel.row("9").lock.click()
    page.back.click()
    page.solve.points.click()
    assert page.panel.row("9").field.text() == "70.38"
    assert Decimal(page.panel.row("10").field.text()) >= Decimal("99.60")


def test_that_a_locked_score_is_held_where_it_was_put(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    press(page.panel.row("9").slider, Qt.Key.Key_End)
    page.panel.row("9").lock.click()
    choose(page, "ผ่านดี")
    page.solve.points.click()
    assert page.panel.row("9").field.text() == "100.00"
    assert page.panel.row("10").field.text() == "80.00"
    assert "ถึงระดับผ่านดีแล้ว" in page.solve.answer.raw_text()


def test_that_what_cannot_be_reached_is_said(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    for key in ("9", "10"):
        page.panel.row(key).lock.click()
    choose(page, "ผ่านดี")
    page.solve.points.click()
    assert "ยังไม่ถึงระดับผ่านดี" in page.solve.answer.raw_text()
    assert page.tried() == ALL_KNOWN


def test_that_fewest_indicators_changes_no_more_of_them(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    choose(page, "ผ่านดีเยี่ยม")
    page.solve.points.click()
    by_points = sum(page.tried().indicators[key] != score for key, score in ALL_KNOWN.indicators.items())
    page.solve.count.click()
    changed = [key for key, score in ALL_KNOWN.indicators.items() if page.tried().indicators[key] != score]
    assert len(changed) <= by_points
    assert " ผ่านดีเยี่ยม " in page.cards.level.accessibleName()


def test_that_an_answer_of_several_raises_has_a_line_for_each(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    choose(page, "ผ่านดีเยี่ยม")
    page.solve.points.click()
    lead, *steps = page.solve.answer.raw_text().split("\n")
    changed = [key for key, score in ALL_KNOWN.indicators.items() if page.tried().indicators[key] != score]
    assert len(steps) == len(changed) > 1
    assert f"{len(changed)} รายการ" in lead
    assert "ผ่านดีเยี่ยม" in lead
    for key, step in zip(changed, steps, strict=True):
        assert f"ตัวชี้วัดที่ {key}." in step
        assert f"เป็น {page.panel.row(key).field.text()}" in step


def test_that_unknown_scores_are_asked_for_in_their_fields(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    only_oit = Assessment(Y2568, instruments={Instrument.OIT: Decimal("90.00")})
    page = shown(database, say, window, only_oit)
    choose(page, "ผ่านดี")
    page.solve.points.click()
    frameworks = page._context.frameworks().of(Y2568)
    change = fewest_points(frameworks, only_oit, frameworks.level_named("ผ่านดี") or frameworks.levels[0])
    assert change is not None
    asked = {step.key: step.after for step in change.raises if step.at_least}
    assert asked
    for key, score in asked.items():
        assert page.panel.row(key).field.text() == ""
        assert page.panel.row(key).field.placeholderText() == f"≥ {score}"
    assert "ผ่านดี" in page.cards.level.accessibleName()
    press(page.panel.row("OIT").slider, Qt.Key.Key_Right)
    assert page.solve.answer.raw_text() == ""


def test_that_the_tried_scores_become_the_target_and_undo_takes_it_back(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    page = shown(database, say, window, SEED_004)
    database.write(plans.save_plan, Plan(Y2569, signer="นายทดสอบ"))
    page.solve.points.click()
    page.target.take.click()
    plan = database.read(plans.get_plan, Y2569)
    assert plan.target.total == Decimal("92.70")
    assert plan.target.instruments[Instrument.OIT] == Decimal("85.00")
    assert plan.target.level == "ผ่านดี"
    assert plan.signer == "นายทดสอบ"
    assert "92.70" in page.target.now.raw_text()
    page.target.undo.click()
    assert database.read(plans.get_plan, Y2569).target == Target()
    assert page.target.undo.isHidden()


def test_that_an_answer_stays_while_its_scores_stay(database: Database, say: RecordingSay, window: QWidget) -> None:
    only_oit = Assessment(Y2568, instruments={Instrument.OIT: Decimal("90.00")})
    page = shown(database, say, window, only_oit)
    choose(page, "ผ่านดี")
    page.solve.points.click()
    said, tried = page.solve.answer.raw_text(), page.tried()
    page.target.take.click()
    page.refresh()
    assert page.solve.answer.raw_text() == said
    assert page.tried() == tried
    database.write(assessments.record_assessment, SEED_004)
    page.refresh()
    assert page.solve.answer.raw_text() == ""


def test_that_an_older_target_is_named_before_it_is_replaced(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    page = shown(database, say, window, SEED_004)
    old = Target(total=Decimal("90.00"), level="ผ่านดี")
    database.write(plans.save_plan, Plan(Y2569, target=old))
    page.solve.points.click()
    page.target.take.click()
    assert "90.00" in say.questions[-1]
    assert "92.70" in say.questions[-1]
    assert database.read(plans.get_plan, Y2569).target == old
    say.yes()
    assert database.read(plans.get_plan, Y2569).target.total == Decimal("92.70")


def test_that_an_empty_year_invites_instead_of_failing(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, Assessment(Y2568))
    assert "กรอกคะแนน" in page.cards.level.accessibleName()
    assert not page.target.take.isEnabled()
    for level in range(page.solve.levels.count()):
        page.solve.levels.setCurrentIndex(level)
        page.solve.points.click()
        page.solve.count.click()
        assert page.solve.answer.raw_text()
    press(page.panel.row("IIT").slider, Qt.Key.Key_PageUp)
    assert page.panel.row("IIT").field.text() == "5.00"


def test_that_another_year_starts_from_its_own_scores(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    press(page.panel.row("9").slider, Qt.Key.Key_PageUp)
    page._context.years.choose(FiscalYear(2568))
    page.refresh()
    page._context.years.choose(Y2569)
    page.refresh()
    assert page.tried() == ALL_KNOWN


def test_that_a_mended_score_keeps_what_is_tried_elsewhere(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    page = shown(database, say, window, ALL_KNOWN)
    press(page.panel.row("9").slider, Qt.Key.Key_PageUp)
    mended = Assessment(Y2568, indicators={**ALL_KNOWN.indicators, "1": Decimal("99.00")})
    database.write(assessments.record_assessment, mended)
    page.refresh()
    assert page.panel.row("1").field.text() == "99.00"
    assert page.panel.row("9").field.text() == "75.38"


def test_that_figures_stand_in_the_office_s_digits(database: Database, say: RecordingSay, window: QWidget) -> None:
    page = shown(database, say, window, SEED_004, Numerals.THAI)
    page.solve.points.click()
    assert "๙๒.๗๐" in page.cards.total.accessibleName()
    assert "๘๕.๐๐" in page.solve.answer.raw_text()
    assert page.panel.row("OIT").field.text() == "๘๕.๐๐"
    assert page.target.take.text() == "ใช้เป็นเป้าหมายปี ๒๕๖๙"


def test_that_total_and_level_stay_in_sight_on_a_low_screen(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    page = shown(database, say, window, SEED_004)
    assert page.brief.isHidden()
    page.resize(1000, 300)
    assert not page.brief.isHidden()
    page.solve.points.click()
    assert page.brief.raw_text() == "ที่ลอง: คะแนนรวม 92.70 · ผ่านดี"
    area = page.page.verticalScrollBar()
    area.setValue(area.maximum())
    assert page.brief.visibleRegion().boundingRect().height() == page.brief.height()
    page.resize(1300, 640)
    assert page.brief.isHidden()
    assert page.cards.parentWidget() is page
