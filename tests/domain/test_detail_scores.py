"""Questions and items below the indicators: where they stand, what is remarked, and that no level follows from them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.assessment_checks import check_assessment
from ita_desktop.domain.detail_scores import detail_faults, detail_means, eit_outside_parts
from ita_desktop.domain.details import detail_order
from ita_desktop.domain.explanation import detail_mean_sentence
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks, Instrument
from ita_desktop.domain.remark import Severity
from ita_desktop.domain.scoring import outcome

D = Decimal
Y2568 = FiscalYear(2568)
TODAY = date(2025, 12, 1)


def codes(frameworks: Frameworks, be: int, indicator: str) -> list[str]:
    return [detail.code for detail in frameworks.of(FiscalYear(be)).details_of(indicator)]


def test_that_questions_stand_below_their_indicators_in_that_years_numbering(frameworks: Frameworks) -> None:
    assert codes(frameworks, 2568, "1") == ["i1", "i2", "i3"]
    assert codes(frameworks, 2568, "5") == ["i13", "i14", "i15"]
    assert codes(frameworks, 2568, "6") == ["e1", "e2", "e3"]
    assert codes(frameworks, 2568, "8") == ["e7", "e8", "e9"]
    assert codes(frameworks, 2565, "2") == ["i7", "i8", "i9", "i10", "i11", "i12"]
    assert codes(frameworks, 2565, "8") == ["e11", "e12", "e13", "e14", "e15"]
    assert codes(frameworks, 2568, "9") == [f"o{n}" for n in range(1, 21)]
    assert codes(frameworks, 2568, "10") == [f"o{n}" for n in range(21, 29)]
    assert codes(frameworks, 2569, "10") == [f"o{n}" for n in range(20, 27)]


def test_that_what_is_not_known_of_a_year_is_not_invented(frameworks: Frameworks) -> None:
    assert codes(frameworks, 2566, "1") == []
    assert codes(frameworks, 2569, "6") == []
    assert codes(frameworks, 2565, "9") == []
    framework = frameworks.of(FiscalYear(2565))
    assert not framework.all_details_known("10")
    assert frameworks.of(Y2568).all_details_known("10")
    assert frameworks.of(Y2568).all_details_known("1")
    uneven = replace(frameworks.of(Y2568), questions={Instrument.IIT: 16})
    assert uneven.details_of("1") == ()


def test_that_unverified_places_say_so(frameworks: Frameworks) -> None:
    framework = frameworks.of(Y2568)
    assert not any(detail.verified for detail in framework.details_of("1"))
    assert [detail.code for detail in framework.details_of("10") if not detail.verified] == ["o25", "o26"]
    assert framework.details_of("10")[0].name.startswith("ประกาศเจตนารมณ์")


def test_that_a_code_leads_to_its_indicator(frameworks: Frameworks) -> None:
    framework = frameworks.of(Y2568)
    assert [framework.indicator_of_detail(code) for code in ("i4", "e9", "o20", "o21", "o99", "x")] == [
        "2", "8", "9", "10", "", "",
    ]  # fmt: skip


def test_that_the_eit_has_parts_since_2566(frameworks: Frameworks) -> None:
    assert [frameworks.of(FiscalYear(be)).eit_parts for be in (2564, 2565, 2566, 2569)] == [0, 0, 2, 2]


@pytest.mark.parametrize(
    ("be", "code", "words"),
    [
        (2568, "i16", "i1–i15"),
        (2568, "o29", "o1–o28"),
        (2569, "o27", "o1–o26"),
        (2568, "ข้อ 1", "ไม่ใช่รหัสข้อ"),
        (2568, "I1", "ไม่ใช่รหัสข้อ"),
        (2568, "i0", "ไม่ใช่รหัสข้อ"),
        (2568, "i15", ""),
        (2565, "o5", ""),
        (2566, "i30", ""),
        (2575, "o40", ""),
    ],
)
def test_that_a_code_that_the_year_cannot_have_is_told(frameworks: Frameworks, be: int, code: str, words: str) -> None:
    year = FiscalYear(be)
    framework, assessment = frameworks.of(year), Assessment(year, details={code: D(50)})
    faults = detail_faults(framework, assessment)
    assert list(faults) == ([code] if words else [])
    remarks = [r for r in check_assessment(assessment, framework, TODAY) if r.field == code]
    assert [words in r.sentence for r in remarks] == ([True] if words else [])


def test_that_codes_are_ordered_by_instrument_and_number() -> None:
    mixed = ["o2", "e10", "i11", "x", "e9", "i2", "o10"]
    assert sorted(mixed, key=detail_order) == ["i2", "i11", "e9", "e10", "o2", "o10", "x"]


@pytest.mark.parametrize(("announced", "differs"), [("80.00", False), ("80.01", False), ("80.02", True)])
def test_that_a_mean_of_all_questions_beside_its_indicator_asks_for_a_look(
    frameworks: Frameworks, announced: str, differs: bool
) -> None:
    framework = frameworks.of(Y2568)
    details = {"i1": D(70), "i2": D(80), "i3": D(90)}
    assessment = Assessment(Y2568, indicators={"1": D(announced)}, details=details)
    found = detail_means(framework, assessment)
    assert [(each.indicator.code, each.mean) for each in found] == ([("1", D(80))] if differs else [])
    assert detail_means(framework, replace(assessment, details={"i1": D(0), "i2": D(0)})) == ()
    assert detail_means(framework, replace(assessment, indicators={})) == ()
    hints = [r for r in check_assessment(assessment, framework, TODAY) if r.field == "1"]
    assert [hint.severity for hint in hints] == [Severity.HINT] * differs
    if differs:
        assert "80.02 แต่ค่าเฉลี่ยรายข้อได้ 80.00" in detail_mean_sentence(found[0])


def test_that_no_level_follows_from_details_or_parts(frameworks: Frameworks) -> None:
    framework = frameworks.of(Y2568)
    every = {detail.code: D(100) for i in framework.indicators for detail in framework.details_of(i.code)}
    found = outcome(framework, Assessment(Y2568, details=every, eit_parts={1: D(99), 2: D(99)}))
    assert found.best is None
    assert found.total is None
    known = Assessment(Y2568, total=D("90.00"))
    assert outcome(framework, known) == outcome(framework, replace(known, details=every))


@pytest.mark.parametrize(
    ("parts", "eit", "outside"),
    [
        ({1: "90.00", 2: "80.00"}, "85.00", False),
        ({1: "90.00", 2: "80.00"}, "90.01", False),
        ({1: "90.00", 2: "80.00"}, "90.02", True),
        ({1: "90.00", 2: "80.00"}, "79.98", True),
        ({1: "90.00"}, "10.00", False),
    ],
)
def test_that_the_eit_lies_between_its_parts(
    frameworks: Frameworks, parts: dict[int, str], eit: str, outside: bool
) -> None:
    assessment = Assessment(
        Y2568, instruments={Instrument.EIT: D(eit)}, eit_parts={part: D(score) for part, score in parts.items()}
    )
    assert eit_outside_parts(assessment) is outside
    remarks = [r.field for r in check_assessment(assessment, frameworks.of(Y2568), TODAY)]
    assert remarks == ["EIT"] * outside
