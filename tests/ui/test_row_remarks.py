"""What should be looked at in long plans: own gaps at once, shared texts in idle moments, always right in the end."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.measure_checks import remarks_by_measure
from ita_desktop.ui.measures.plan_remarks import RowRemarks

YEAR = FiscalYear(2568)
TODAY = date(2025, 1, 15)


@pytest.fixture
def plan() -> list[Measure]:
    measures = [Measure(YEAR, "1", actions=(f"จัดทำคู่มือเล่มที่ {n}",), id=n) for n in range(1, 402)]
    measures[7] = replace(measures[7], indicator_code="2", actions=measures[400].actions)
    return measures


def test_that_a_long_plan_says_gaps_at_once_and_shared_texts_when_compared(
    qtbot: QtBot, frameworks: Frameworks, plan: list[Measure]
) -> None:
    framework = frameworks.of(YEAR - 1)
    remarks = RowRemarks()
    remarks.about(YEAR, framework, None, ())
    remarks.follow(plan, {}, TODAY)
    assert [remark.field for remark in remarks.of(plan[7])] == ["division_ids", "period", "monitoring"]
    qtbot.waitUntil(lambda: not remarks.is_comparing())
    expected = remarks_by_measure(YEAR, plan, framework, None)
    assert [remarks.of(measure) for measure in plan] == [expected[measure.id] for measure in plan]
    assert any("401" in remark.sentence for remark in remarks.of(plan[7]))


def test_that_after_an_edit_a_long_plan_is_right_at_once(
    qtbot: QtBot, frameworks: Frameworks, plan: list[Measure]
) -> None:
    framework = frameworks.of(YEAR - 1)
    remarks = RowRemarks()
    remarks.about(YEAR, framework, None, ())
    remarks.follow(plan, {}, TODAY)
    qtbot.waitUntil(lambda: not remarks.is_comparing())
    edited = [*plan[:3], replace(plan[3], actions=plan[9].actions), *plan[5:]]
    with qtbot.waitSignal(remarks.changed, timeout=0):
        remarks.follow(edited, {}, TODAY)
    assert not remarks.is_comparing()
    expected = remarks_by_measure(YEAR, edited, framework, None)
    assert [remarks.of(measure) for measure in edited] == [expected[measure.id] for measure in edited]
