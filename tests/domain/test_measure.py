from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.domain.finding import FindingClass, propose_class
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.measure import Measure, MeasureStatus, Plan, named_divisions
from ita_desktop.domain.period import parse_period

YEAR = FiscalYear(2569)


def test_that_a_plan_answers_the_result_of_the_year_before() -> None:
    assert Plan(YEAR).result_year == FiscalYear(2568)


def test_that_a_measure_is_late_on_the_day_after_its_last_month_while_open() -> None:
    measure = Measure(YEAR, period=parse_period("ธ.ค.", YEAR))
    assert not measure.is_late(date(2025, 12, 31))
    assert measure.is_late(date(2026, 1, 1))
    done = Measure(YEAR, period=measure.period, status=MeasureStatus.DONE)
    assert not done.is_late(date(2026, 1, 1))


def test_that_a_measure_without_a_read_period_is_never_late() -> None:
    assert not Measure(YEAR, period=parse_period("เมื่อพร้อม", YEAR)).is_late(date(2030, 1, 1))


def test_that_title_and_actions_make_the_text() -> None:
    assert Measure(YEAR, title="ก", actions=("ข", "ค")).text == "ก\nข\nค"
    assert Measure(YEAR).text == ""


@pytest.mark.parametrize("status", list(MeasureStatus))
def test_that_every_status_has_words(status: MeasureStatus) -> None:
    assert status.words
    assert status.is_open == (status in (MeasureStatus.NOT_STARTED, MeasureStatus.IN_PROGRESS))


@pytest.mark.parametrize(
    ("score", "found"),
    [
        ("84.99", FindingClass.URGENT),
        ("85.00", FindingClass.IMPROVE),
        ("94.99", FindingClass.IMPROVE),
        ("95.00", FindingClass.KEEP),
    ],
)
def test_that_a_score_proposes_its_class(frameworks: Frameworks, score: str, found: FindingClass) -> None:
    assert propose_class(frameworks.of(FiscalYear(2568)), Decimal(score)) is found
    assert found.words


def test_that_an_unknown_year_borrows_the_nearest_earlier_framework_unverified(frameworks: Frameworks) -> None:
    coming = frameworks.of(FiscalYear(2575))
    assert coming.year == FiscalYear(2575)
    assert coming.measures_item == ""
    assert not any(evidence.verified for evidence in coming.evidence.values())
    assert frameworks.of(FiscalYear(2550)).levels == frameworks.of(FiscalYear(2561)).levels


def test_that_a_measure_names_everybody_first_and_no_division_that_was_removed() -> None:
    measure = Measure(FiscalYear(2569), division_ids=(2, 9, 1), all_divisions=True)
    assert named_divisions(measure, {1: "กองคลัง", 2: "กองช่าง"}) == ("ทุกส่วนราชการ", "กองช่าง", "กองคลัง")
    assert named_divisions(Measure(FiscalYear(2569)), {1: "กองคลัง"}) == ()
