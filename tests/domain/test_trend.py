"""Scores over the years, across renamed indicators, renumbered items and another system of levels."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks, Indicator, Instrument
from ita_desktop.domain.framework_draft import copied
from ita_desktop.domain.framework_map import indicator_before, indicator_through, items_before
from ita_desktop.domain.trend import Direction, change_words, detail_changes, trend

D = Decimal


def year(be: int) -> FiscalYear:
    return FiscalYear(be)


def assessment(be: int, **known: object) -> Assessment:
    return Assessment(year(be), **known)  # type: ignore[arg-type]


YEARS = [
    assessment(2564, total=D("80.00"), indicators={"8": D("70.00")}),
    assessment(2565, total=D("88.37"), indicators={"8": D("75.00")}, announced_level="A"),
    assessment(2566, total=D("88.37"), indicators={"8": D("74.50")}),
    assessment(2568, total=D("86.85"), instruments={Instrument.OIT: D("70.38")}, indicators={"8": D("90.00")}),
]


def test_that_the_total_is_followed_with_sign_and_word(frameworks: Frameworks) -> None:
    found = trend(frameworks, YEARS, year(2568))
    assert found.years == tuple(year(be) for be in range(2564, 2569))
    assert [point.score for point in found.total.points] == [80, D("88.37"), D("88.37"), None, D("86.85")]
    assert [point.change for point in found.total.points] == [None, D("8.37"), 0, None, None]
    assert [point.direction for point in found.total.points] == [None, Direction.UP, Direction.SAME, None, None]
    assert [change_words(point.change) for point in found.total.points] == ["–", "▲ เพิ่มขึ้น 8.37", "= เท่าเดิม", "–", "–"]
    assert change_words(D("-0.50")) == "▼ ลดลง 0.50"
    assert found.total.known == 4


def test_that_indicator_8_is_one_line_under_both_names(frameworks: Frameworks) -> None:
    found = trend(frameworks, YEARS, year(2568))
    eight = next(series for series in found.indicators if series.key == "8")
    assert eight.name == "8. การปรับปรุงการทำงาน"
    assert [point.score for point in eight.points] == [70, 75, D("74.50"), None, 90]
    assert [point.name for point in eight.points][1:3] == ["การปรับปรุงระบบการทำงาน", "การปรับปรุงการทำงาน"]
    assert "ตัวชี้วัดที่ 8. การปรับปรุงการทำงาน ถึงปี 2565 ใช้ชื่อ การปรับปรุงระบบการทำงาน" in found.notes


def test_that_levels_stay_in_their_own_system(frameworks: Frameworks) -> None:
    found = trend(frameworks, YEARS, year(2568))
    assert [(level.name, level.announced, level.new_system) for level in found.levels] == [
        ("B", False, False),
        ("A", True, False),
        ("", False, True),
        ("", False, False),
        ("ผ่าน", False, False),
    ]
    assert found.notes[0] == "ตั้งแต่ปี 2566 ใช้ระดับผลแบบใหม่ จึงไม่ควรเทียบชื่อระดับกับปีก่อนหน้า"


def test_that_instruments_follow_where_they_are_known(frameworks: Frameworks) -> None:
    oit = trend(frameworks, YEARS, year(2568)).instruments[2]
    assert (oit.key, oit.known) == ("OIT", 1)
    assert oit.points[-1].score == D("70.38")


def test_that_ten_years_are_shown_at_most_and_future_ones_not(frameworks: Frameworks) -> None:
    many = [assessment(be, total=D(80)) for be in range(2555, 2571)]
    found = trend(frameworks, many, year(2569))
    assert (found.years[0], found.years[-1], len(found.years)) == (year(2560), year(2569), 10)
    assert trend(frameworks, [], year(2569)).years == (year(2569),)
    assert len(trend(frameworks, many, year(2569), years=3).years) == 3
    assert len(trend(frameworks, [assessment(2500, total=D(1))], year(2502)).years) == 3


def test_that_an_office_may_renumber_and_rename_in_a_coming_year(frameworks: Frameworks) -> None:
    draft = copied(frameworks.of(year(2569)), year(2570))
    eight, nine = draft.indicator("8"), draft.indicator("9")
    new = Indicator("9", "ตัวชี้วัดใหม่", Instrument.EIT)
    rest = tuple(i for i in draft.indicators if i.code not in ("8", "9", "10"))
    moved = (replace(eight, name="ชื่อใหม่"), new, replace(nine, code="10"))
    draft = replace(draft, indicators=(*rest, *moved))
    own = Frameworks({year(be): frameworks.of(year(be)) for be in range(2565, 2570)} | {year(2570): draft})
    assert {y.be: i.code for y, i in indicator_through(own, year(2570), "10", 5).items()} == {
        2570: "10", 2569: "9", 2568: "9", 2567: "9", 2566: "9", 2565: "9",
    }  # fmt: skip
    assert indicator_before(draft, own.of(year(2569)), "9") is None
    found = trend(own, [assessment(2569, indicators={"8": D(80), "9": D(50)})], year(2570))
    by_key = {series.key: series for series in found.indicators}
    assert by_key["8"].points[0].score == 80
    assert by_key["10"].points[0].score == 50
    assert by_key["9"].points[0].name == ""
    assert "ตัวชี้วัดที่ 9. ตัวชี้วัดใหม่ เริ่มมีในปี 2570" in found.notes


def test_that_a_swap_of_names_is_followed_by_name_not_by_code(frameworks: Frameworks) -> None:
    older = frameworks.of(year(2568))
    six, seven = older.indicator("6"), older.indicator("7")
    swapped = replace(
        older,
        year=year(2569),
        indicators=(*older.indicators[:5], replace(seven, code="6"), replace(six, code="7"), *older.indicators[7:]),
    )
    assert indicator_before(swapped, older, "6") == seven
    assert indicator_before(swapped, older, "7") == six


@pytest.mark.parametrize(
    ("be", "code", "before"),
    [
        (2569, "o25", ("o27",)),
        (2569, "o26", ("o28",)),
        (2569, "o10", ("o10", "o11")),
        (2569, "o20", ("o21", "o22")),
        (2569, "o5", ("o5",)),
        (2568, "o27", ("o34",)),
        (2567, "o34", ("o42",)),
        (2566, "o43", ("o43",)),
        (2568, "o99", ()),
        (2568, "o4", ("o5",)),
    ],
)
def test_that_items_are_followed_through_their_renumbering(
    frameworks: Frameworks, be: int, code: str, before: tuple[str, ...]
) -> None:
    assert items_before(frameworks.of(year(be)), frameworks.of(year(be - 1)), code) == before


def test_that_the_measures_pair_is_one_line_from_2564_to_2569(frameworks: Frameworks) -> None:
    for which in ("measures_item", "report_item"):
        code = getattr(frameworks.of(year(2569)), which)
        for be in range(2569, 2564, -1):
            framework, older = frameworks.of(year(be)), frameworks.of(year(be - 1))
            assert getattr(framework, which) == code
            (code,) = items_before(framework, older, code)


def test_that_details_are_compared_only_where_one_continues_one(frameworks: Frameworks) -> None:
    before = assessment(2568, details={"o10": D(50), "o11": D(50), "o27": D(0), "o28": D(100), "i1": D(80)})
    this = assessment(2569, details={"o10": D(60), "o25": D(100), "o26": D(100), "i1": D(90)})
    assert detail_changes(frameworks, this, before) == {"o25": 100, "o26": 0}
    early = assessment(2567, details={"i1": D(80), "e9": D(10)})
    late = assessment(2568, details={"i1": D(90), "e9": D(10), "e1": D(5)})
    assert detail_changes(frameworks, late, early) == {"i1": 10, "e9": 0}
