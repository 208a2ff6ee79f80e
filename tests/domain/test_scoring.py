"""Every published case of the domain page's section 2, and what must hold for any scores."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.domain.assessment import Assessment, display_score
from ita_desktop.domain.explanation import level_reason, level_title, raise_sentence, step_sentence
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks, Instrument, LevelRule
from ita_desktop.domain.scoring import (
    Origin,
    outcome,
    weak_points,
    weighted_total,
)

D = Decimal
IIT, EIT, OIT = Instrument.IIT, Instrument.EIT, Instrument.OIT

# Udon Thani agency, result of 2566: published indicators and total (ita.md 1.4).
UDON = {"1": "85.21", "2": "70.59", "3": "75.10", "4": "72.88", "5": "73.24", "6": "81.14", "7": "83.12", "8": "76.79"}


def scores(values: Mapping[str, str]) -> dict[str, Decimal]:
    return {code: D(value) for code, value in values.items()}


def by_instrument(iit: str, eit: str, oit: str) -> dict[Instrument, Decimal]:
    return {IIT: D(iit), EIT: D(eit), OIT: D(oit)}


def level_by_rule(framework: Framework, total: Decimal, instruments: Mapping[Instrument, Decimal]) -> LevelRule:
    """The published rule for scores that are all known, written down apart from the program's bounds."""
    total, lowest = display_score(total), min(map(display_score, instruments.values()))
    return next(level for level in framework.levels if total >= level.total_min and lowest >= level.instrument_min)


def assessment(year: int, **known: object) -> Assessment:
    return Assessment(FiscalYear(year), **known)  # type: ignore[arg-type]


def test_that_the_published_total_of_2566_follows_from_its_ten_indicators(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2566))
    found = outcome(framework, assessment(2566, indicators=scores({**UDON, "9": "100", "10": "100"})))
    assert found.total is not None
    assert display_score(found.total.value) == D("86.73")
    assert found.total.origin is Origin.COMPUTED
    assert found.instruments[IIT].value == D("75.404")
    assert display_score(found.instruments[EIT].value) == D("80.35")
    assert found.level_name == "ผ่าน"
    assert found.holding_back == (IIT, EIT)


def test_that_indicators_9_and_10_weigh_the_same_as_the_2564_report_prints(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2564))
    for nine, ten, printed in (("92.50", "93.75", "37.25"), ("97.50", "87.50", "37.00")):
        found = outcome(framework, assessment(2564, indicators=scores({"9": nine, "10": ten})))
        assert found.instruments[OIT].value * framework.weights[OIT] == D(printed)


@pytest.mark.parametrize(
    ("year", "total", "level"),
    [
        (2564, "88.37", "A"),
        (2565, "95.00", "AA"),
        (2565, "94.99", "A"),
        (2565, "85.00", "A"),
        (2565, "84.99", "B"),
        (2563, "65.00", "C"),
        (2562, "55.00", "D"),
        (2561, "54.99", "E"),
        (2565, "49.99", "F"),
    ],
)
def test_that_until_2565_the_total_alone_gives_a_letter(
    frameworks: Frameworks, year: int, total: str, level: str
) -> None:
    found = outcome(frameworks.of(FiscalYear(year)), assessment(year, total=D(total)))
    assert found.level_name == level
    assert level in level_reason(found)


@pytest.mark.parametrize(
    ("total", "instruments", "level"),
    [
        # สตง. 2568: 94.64 with the EIT below 85 fell to ผ่าน; 2567: 92.43 ผ่านดี.
        ("94.64", ("99.00", "84.00", "99.34"), "ผ่าน"),
        ("92.43", ("90.00", "90.00", "96.08"), "ผ่านดี"),
        # เทศบาลตำบลสันผักหวาน 2566: 97.90 is not enough while one instrument is below 95.
        ("97.90", ("94.00", "99.00", "100.00"), "ผ่านดี"),
        # Seed 004, result of 2568.
        ("86.85", ("97.83", "97.83", "70.38"), "ผ่าน"),
        ("85.42", ("85.20", "85.50", "85.53"), "ผ่านดี"),
        ("84.99", ("85.00", "85.00", "84.98"), "ต้องปรับปรุง"),
        ("85.00", ("85.00", "85.00", "85.00"), "ผ่านดี"),
        ("70.00", ("70.00", "70.00", "70.00"), "ต้องปรับปรุง"),
        ("69.99", ("99.00", "99.00", "26.48"), "ต้องปรับปรุงโดยด่วน"),
        ("95.00", ("95.00", "95.00", "95.00"), "ผ่านดีเยี่ยม"),
        ("95.00", ("94.99", "95.01", "95.00"), "ผ่านดี"),
    ],
)
def test_that_from_2566_every_instrument_counts(
    frameworks: Frameworks, total: str, instruments: tuple[str, str, str], level: str
) -> None:
    known = by_instrument(*instruments)
    found = outcome(frameworks.of(FiscalYear(2568)), assessment(2568, total=D(total), instruments=known))
    assert found.level_name == level
    assert level_by_rule(frameworks.of(FiscalYear(2568)), D(total), known).name == level


@pytest.mark.parametrize(
    ("total", "title"),
    [
        ("99.73", "ผ่านดีเยี่ยม"),  # seed 001
        ("98.82", "ผ่านดีเยี่ยม"),  # Uttaradit 2567
        ("98.50", "ผ่านดีเยี่ยม"),
        ("98.49", "อย่างน้อยผ่านดี"),
        ("97.90", "อย่างน้อยผ่านดี"),
        ("95.50", "อย่างน้อยผ่านดี"),
        ("95.49", "ยังสรุประดับไม่ได้"),
        ("86.85", "ยังสรุประดับไม่ได้"),
        ("85.00", "ยังสรุประดับไม่ได้"),
        ("84.99", "ต้องปรับปรุง"),
        ("69.99", "ต้องปรับปรุงโดยด่วน"),
    ],
)
def test_that_the_total_alone_says_only_what_is_certain(frameworks: Frameworks, total: str, title: str) -> None:
    found = outcome(frameworks.of(FiscalYear(2568)), assessment(2568, total=D(total)))
    assert level_title(found) == title


def test_that_seed_004_is_told_that_the_oit_holds_the_level(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2568))
    found = outcome(framework, assessment(2568, total=D("86.85"), instruments={OIT: D("70.38")}))
    # The other two must have 97.83 on average: 95.66 is the least beside 100, less what the rounding hides.
    for instrument in (IIT, EIT):
        assert abs(found.bounds[instrument].low - D("95.66")) < D("0.025")
        assert found.bounds[instrument].high == 100
    assert found.level_name == "ผ่าน"
    assert found.worst is not None
    assert "ผ่าน" in level_reason(found)
    assert raise_sentence(found, OIT, D("85")) == "ยก OIT เป็น 85.00 ได้คะแนนรวม 92.70"


def test_that_one_missing_instrument_is_solved_back(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2568))
    found = outcome(framework, assessment(2568, total=D("90.00"), instruments={IIT: D("90"), EIT: D("80")}))
    assert found.instruments[OIT].origin is Origin.BACK_SOLVED
    assert found.instruments[OIT].value == D("97.5")
    assert found.level_name == "ผ่าน"
    assert found.holding_back == (EIT,)


def test_that_an_impossible_instrument_is_not_solved_back(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2568))
    found = outcome(framework, assessment(2568, total=D("99"), instruments={IIT: D("10"), EIT: D("10")}))
    assert OIT not in found.instruments


def test_that_an_announced_score_that_its_parts_do_not_give_is_reported(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2568))
    known = by_instrument("90.00", "90.00", "90.00")
    assert not outcome(framework, assessment(2568, total=D("90.02"), instruments=known)).differences
    wrong = outcome(framework, assessment(2568, total=D("91.00"), instruments=known)).differences
    assert [(d.where, d.announced, d.computed) for d in wrong] == [(None, D("91.00"), D("90.00"))]
    indicators = scores({"6": "80", "7": "80", "8": "80"})
    other = outcome(framework, assessment(2568, indicators=indicators, instruments={EIT: D("80.02")})).differences
    assert [d.where for d in other] == [EIT]


def test_that_an_announced_level_against_the_scores_is_noticed(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2568))
    known = by_instrument("97.83", "97.83", "70.38")
    found = outcome(framework, assessment(2568, total=D("86.85"), instruments=known, announced_level="ผ่านดี"))
    assert found.level_contradicts
    assert "ผ่านดี" in level_reason(found)
    uncertain = outcome(framework, assessment(2567, total=D("85.42"), announced_level="ผ่านดี"))
    assert not uncertain.level_contradicts
    assert uncertain.level_name == "ผ่านดี"
    assert outcome(framework, assessment(2568, total=D("99"), announced_level="ดีเยี่ยม")).level_contradicts


def test_that_nothing_is_said_without_scores(frameworks: Frameworks) -> None:
    found = outcome(frameworks.of(FiscalYear(2568)), assessment(2568))
    assert found.level is None
    assert found.level_name == ""
    assert level_title(found) == ""
    assert found.total is None


@pytest.mark.parametrize(
    ("known", "title", "reason"),
    [
        (
            {"total": D(86), "instruments": {OIT: D(100)}},
            "ผ่าน",
            "คะแนนรวม 86.00 ถึงเกณฑ์ 85 คะแนนแล้ว แต่จากคะแนนที่กรอก IIT หรือ EIT ต้องต่ำกว่า 85 จึงได้ระดับผ่าน ไม่ใช่ผ่านดี",
        ),
        (
            {"instruments": {IIT: D(10), EIT: D(10)}},
            "ต้องปรับปรุงโดยด่วน",
            "คะแนนรวมที่เป็นไปได้ 6.00 ถึง 46.00 ต่ำกว่า 70 คะแนน",
        ),
        (
            {"total": D("98.49")},
            "อย่างน้อยผ่านดี",
            "คะแนนที่กรอกแล้วเป็นได้ตั้งแต่ระดับผ่านดีถึงผ่านดีเยี่ยม กรอกคะแนน IIT EIT OIT หรือคะแนนรายตัวชี้วัดเพิ่มจึงจะสรุประดับได้",
        ),
        # Half a hundredth decides: 85.00, 85.00 and 84.99 make 84.996 or a little less.
        (
            {"instruments": by_instrument("85.00", "85.00", "84.99")},
            "ยังสรุประดับไม่ได้",
            "คะแนนที่กรอกแล้วเป็นได้ตั้งแต่ระดับต้องปรับปรุงถึงผ่าน กรอกคะแนนรวมที่ประกาศจึงจะสรุประดับได้",
        ),
        # The total alone tells the OIT, and not to the last digit.
        (
            {"total": D("85.00"), "instruments": {IIT: D("85.00"), EIT: D("85.01")}},
            "ยังสรุประดับไม่ได้",
            "คะแนนที่กรอกแล้วเป็นได้ตั้งแต่ระดับผ่านถึงผ่านดี กรอกคะแนน OIT หรือคะแนนรายตัวชี้วัดเพิ่มจึงจะสรุประดับได้",
        ),
        ({}, "", "กรอกคะแนนรวมหรือคะแนนรายตัวชี้วัด แล้วโปรแกรมจะบอกระดับผลพร้อมเหตุผล"),
    ],
)
def test_that_the_reason_says_what_is_certain_and_what_is_still_wanted(
    frameworks: Frameworks, known: dict[str, object], title: str, reason: str
) -> None:
    found = outcome(frameworks.of(FiscalYear(2568)), assessment(2568, **known))
    assert (level_title(found), level_reason(found)) == (title, reason)


def test_that_a_cut_off_digit_does_not_decide_a_half(frameworks: Frameworks) -> None:
    # The mean of the three EIT indicators never ends, so the sum is 9.664999… instead of 9.665.
    shown = dict.fromkeys(map(str, range(1, 11)), D(0)) | scores({"1": "31.45", "6": "33.76", "9": "22.01"})
    found = outcome(frameworks.of(FiscalYear(2568)), assessment(2568, indicators=shown))
    assert found.total is not None
    assert found.total.value < D("9.665")
    assert display_score(found.total.value) == D("9.67")


def test_that_weak_indicators_are_ranked_by_gap_times_weight(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2568))
    known = scores({"1": "70.00", "6": "80.00", "9": "88.00", "10": "96.00"})
    weak = weak_points(framework, assessment(2568, indicators=known))
    assert [(w.indicator.code, w.gap, w.effect) for w in weak] == [
        ("1", D("25.00"), D("1.50")),
        ("6", D("15.00"), D("1.50")),
        ("9", D("7.00"), D("1.40")),
    ]
    assert [w.below_pass for w in weak] == [True, True, False]
    assert framework.marginal_weight("1") == D("0.06")
    assert framework.marginal_weight("6") == D("0.10")
    assert framework.marginal_weight("10") == D("0.20")


def test_that_each_higher_level_says_what_it_asks(frameworks: Frameworks) -> None:
    framework = frameworks.of(FiscalYear(2568))
    known = by_instrument("97.83", "97.83", "70.38")
    found = outcome(framework, assessment(2568, total=D("86.85"), instruments=known))
    assert [step.level.name for step in found.steps] == ["ผ่านดีเยี่ยม", "ผ่านดี"]
    assert step_sentence(found.steps[-1]) == "ขึ้นระดับผ่านดี: ต้องเพิ่ม OIT อีก 14.62 คะแนน"
    assert "คะแนนรวมอีก 8.15" in step_sentence(found.steps[0])


points = st.integers(0, 10000).map(lambda cents: D(cents) / 100)
high_points = st.one_of(points, st.integers(8000, 10000).map(lambda cents: D(cents) / 100))
ten = st.fixed_dictionaries({str(code): high_points for code in range(1, 11)})


@settings(max_examples=600, deadline=None)
@given(ten, st.sets(st.sampled_from([str(n) for n in range(1, 11)])), st.booleans())
def test_that_partial_knowledge_never_states_what_a_completion_refutes(
    frameworks: Frameworks, full: dict[str, Decimal], hidden: set[str], total_known: bool
) -> None:
    framework = frameworks.of(FiscalYear(2568))
    truth = outcome(framework, assessment(2568, indicators=full))
    assert truth.total is not None
    assert truth.level is not None
    shown = {code: score for code, score in full.items() if code not in hidden}
    total = truth.total.value if total_known else None
    partial = outcome(framework, assessment(2568, indicators=shown, total=total))
    if partial.best is None or partial.worst is None:
        assert not shown
        assert total is None
        return
    rank = framework.rank
    assert rank(partial.best) <= rank(truth.level) <= rank(partial.worst)


@settings(max_examples=400, deadline=None)
@given(ten)
def test_that_the_reason_names_the_level_it_explains(frameworks: Frameworks, full: dict[str, Decimal]) -> None:
    framework = frameworks.of(FiscalYear(2568))
    found = outcome(framework, assessment(2568, indicators=full))
    assert found.level is not None
    known = {instrument: score.value for instrument, score in found.instruments.items()}
    assert found.level == level_by_rule(framework, weighted_total(framework, known), known)
    for instrument in found.holding_back:
        assert instrument in level_reason(found)
    for step in found.steps:
        assert framework.rank(step.level) < framework.rank(found.level)


@settings(max_examples=300, deadline=None)
@given(ten, st.sampled_from([str(n) for n in range(1, 11)]), points)
def test_that_a_higher_score_never_lowers_the_level(
    frameworks: Frameworks, full: dict[str, Decimal], code: str, other: Decimal
) -> None:
    framework = frameworks.of(FiscalYear(2568))
    low, high = sorted((full[code], other))
    below = outcome(framework, assessment(2568, indicators=full | {code: low})).level
    above = outcome(framework, assessment(2568, indicators=full | {code: high})).level
    assert below is not None
    assert above is not None
    assert framework.rank(above) <= framework.rank(below)
