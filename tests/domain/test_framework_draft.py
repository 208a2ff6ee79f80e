"""Next year's framework from last year's: what is copied, and what is told before it can be taken."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Evidence, Framework, Frameworks, Indicator, Instrument, LevelRule, OitItem
from ita_desktop.domain.framework_draft import Fault, copied, faults, sections_of, with_levels

D = Decimal
NAMELESS = Evidence(" ", True)


@pytest.fixture
def draft(frameworks: Frameworks) -> Framework:
    return copied(frameworks.of(FiscalYear(2569)), FiscalYear(2570))


def test_that_a_copy_is_sound_but_nothing_in_it_is_verified(draft: Framework, frameworks: Frameworks) -> None:
    assert faults(draft) == ()
    assert draft.year == FiscalYear(2570)
    assert set(draft.evidence) == set(sections_of(draft))
    assert not any(evidence.verified for evidence in draft.evidence.values())
    assert "2569" in draft.evidence["levels"].source
    assert not any(item.verified for item in draft.oit_items)
    assert draft.indicator("8").before == "8"
    assert draft.oit_items[24].before == ("o25",)
    later = copied(frameworks.of(FiscalYear(2569)), FiscalYear(2572))
    assert later.indicator("8").before == ""
    assert later.oit_items[24].before == ()


def test_that_other_levels_move_the_best_mark_and_drop_the_doubts_about_old_ones(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2568))
    assert "levels.ต้องปรับปรุง" in framework.evidence
    levels = (LevelRule("ดี", D(90), D(88)), LevelRule("พอใช้", D(80)), LevelRule("ปรับปรุง", D(0)))
    changed = with_levels(framework, levels, pass_mark=D(80))
    assert faults(changed) == ()
    assert (changed.excellent_mark, changed.pass_mark) == (90, 80)
    assert "levels.ต้องปรับปรุง" not in changed.evidence
    assert [fault.key for fault in faults(with_levels(framework, levels))] == ["pass_mark"]


def with_indicator(framework: Framework, at: int, indicator: Indicator) -> Framework:
    changed = list(framework.indicators)
    changed[at] = indicator
    return replace(framework, indicators=tuple(changed))


def with_item(framework: Framework, at: int, item: OitItem) -> Framework:
    changed = list(framework.oit_items)
    changed[at] = item
    return replace(framework, oit_items=tuple(changed))


def with_level(framework: Framework, at: int, level: LevelRule) -> Framework:
    changed = list(framework.levels)
    changed[at] = level
    return with_levels(framework, changed)


def without_oit(framework: Framework) -> Framework:
    return replace(framework, indicators=framework.indicators[:8], oit_items=(), measures_item="", report_item="")


@pytest.mark.parametrize(
    ("spoil", "place", "words"),
    [
        (lambda f: replace(f, weights={**f.weights, Instrument.IIT: D("0.31")}), ("weights", 0, ""), "รวมได้ 1.01"),
        (lambda f: replace(f, weights={**f.weights, Instrument.IIT: D(0)}), ("weights", 0, "IIT"), "มากกว่า 0"),
        (
            lambda f: with_indicator(f, 1, replace(f.indicators[1], code="1")),
            ("indicators", 2, "code"),
            "รหัส 1 ซ้ำ",
        ),
        (lambda f: with_indicator(f, 0, replace(f.indicators[0], code=" ")), ("indicators", 1, "code"), "ต้องกรอก"),
        (lambda f: with_indicator(f, 2, replace(f.indicators[2], name="")), ("indicators", 3, "name"), "ต้องกรอก"),
        (without_oit, ("indicators", 0, "items"), "OIT"),
        (lambda f: with_level(f, 3, LevelRule("ต้องปรับปรุง", D(86))), ("levels", 4, "total_min"), "ต่ำกว่าระดับ ผ่าน"),
        (lambda f: with_level(f, 0, LevelRule("ผ่านดีเยี่ยม", D(101), D(95))), ("levels", 1, "total_min"), "0 ถึง 100"),
        (lambda f: with_level(f, 1, LevelRule("ผ่านดีเยี่ยม", D(85), D(85))), ("levels", 2, "name"), "ซ้ำ"),
        (lambda f: with_level(f, 4, LevelRule("", D(0))), ("levels", 5, "name"), "ต้องกรอกชื่อระดับ"),
        (lambda f: with_level(f, 4, LevelRule("ท้าย", D(1))), ("levels", 0, "items"), "ต้องรับทุกคะแนน"),
        (lambda f: replace(f, questions={Instrument.EIT: 0}), ("questions", 0, "EIT"), "1 ถึง 200"),
        (lambda f: replace(f, eit_parts=3), ("eit_parts", 0, "count"), "1 ถึง 2"),
        (lambda f: with_item(f, 1, replace(f.oit_items[1], code="o1")), ("oit_items", 2, "code"), "ซ้ำ"),
        (lambda f: with_item(f, 1, replace(f.oit_items[1], code="i2")), ("oit_items", 2, "code"), "o ตามด้วยเลข"),
        (lambda f: with_item(f, 1, replace(f.oit_items[1], name=" ")), ("oit_items", 2, "name"), "ต้องกรอกชื่อข้อ"),
        (lambda f: with_item(f, 1, replace(f.oit_items[1], indicator_code="3")), ("oit_items", 2, "indicator"), "รหัส"),
        (lambda f: replace(f, measures_item=""), ("pair", 0, "measures"), "ว่างทั้งคู่"),
        (lambda f: replace(f, measures_item="o40"), ("pair", 0, "measures"), "ไม่มีข้อ o40"),
        (lambda f: replace(f, report_item="o25"), ("pair", 0, "report"), "คนละข้อ"),
        (lambda f: replace(f, evidence={**f.evidence, "levels": NAMELESS}), ("levels", 0, "source"), "แหล่งที่มา"),
    ],
)  # fmt: skip
def test_that_each_fault_is_told_with_its_place(
    draft: Framework, spoil: Callable[[Framework], Framework], place: tuple[str, int, str], words: str
) -> None:
    found = faults(spoil(draft))
    assert [(fault.section, fault.item, fault.key) for fault in found if words in fault.sentence] == [place]


def test_that_a_fault_names_its_place_in_the_file_and_on_the_screen() -> None:
    fault = Fault("oit_items", 2, "code", "รหัส o1 ซ้ำกับข้อก่อนหน้า")
    assert fault.place == "oit_items.items รายการที่ 2.code"
    assert fault.sentence == "ข้อ OIT แถวที่ 2: รหัส o1 ซ้ำกับข้อก่อนหน้า"
    assert Fault("weights", 0, "", "รวมไม่ได้ 1").place == "weights"


def test_that_every_fault_is_told_at_once(draft: Framework) -> None:
    spoilt = replace(draft, weights={}, indicators=(), levels=(), evidence={})
    sections = {fault.section for fault in faults(spoilt)}
    assert {"weights", "indicators", "levels", "oit_items", "questions", "pair"} <= sections
