"""Scores imagined otherwise, the least change to a level, and what of it becomes next year's target."""

from decimal import Decimal

import pytest

from ita_desktop.domain.advice import change_sentence, raise_step_sentence, weak_sentence
from ita_desktop.domain.assessment import Assessment, display_score
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks, Instrument
from ita_desktop.domain.measure import Target
from ita_desktop.domain.scoring import outcome, weak_points
from ita_desktop.domain.what_if import Raise, fewest_indicators, fewest_points, imagined, raised, taken_over

D = Decimal
IIT, EIT, OIT = Instrument.IIT, Instrument.EIT, Instrument.OIT
YEAR = FiscalYear(2568)
SEED_004 = Assessment(YEAR, total=D("86.85"), instruments={OIT: D("70.38")})
TEN = {str(n): D(score) for n, score in enumerate((90, 91, 92, 93, 94, 95, 96, 97, 60, 80), start=1)}


@pytest.fixture
def framework(frameworks: Frameworks) -> Framework:
    return frameworks.of(YEAR)


def raises_of(*steps: tuple[Instrument, str, str, str]) -> tuple[Raise, ...]:
    return tuple(Raise(instrument, code, D(before), D(after)) for instrument, code, before, after in steps)


@pytest.mark.parametrize("solve", [fewest_points, fewest_indicators])
def test_that_seed_004_needs_the_oit_at_85_and_reaches_92_70(framework: Framework, solve: type) -> None:
    good = framework.levels[1]
    change = solve(framework, SEED_004, good)
    assert change.raises == raises_of((OIT, "", "70.38", "85.00"))
    assert change.points == D("14.62")
    assert display_score(change.total) == D("92.70")
    assert not change.total_at_least
    after = outcome(framework, raised(framework, SEED_004, change.raises))
    assert after.level is good
    assert change_sentence(framework, good, change) == (
        "จะได้ระดับผ่านดี: ยก OIT จาก 70.38 เป็น 85.00 (เพิ่ม 14.62) คะแนนรวมเป็น 92.70"
    )


def test_that_the_changed_scores_become_the_target(framework: Framework) -> None:
    changed = imagined(framework, SEED_004, {OIT: D(85)})
    assert taken_over(framework, changed) == Target(D("92.70"), {OIT: D("85.00")}, "ผ่านดี")
    assert taken_over(framework, Assessment(YEAR)) == Target()


def test_that_a_slider_moves_instrument_and_total_as_far_as_they_were_announced(framework: Framework) -> None:
    announced = Assessment(YEAR, indicators=TEN, instruments={OIT: D(70)}, total=D("84.40"))
    before = outcome(framework, announced)
    assert before.total is not None
    moved = outcome(framework, imagined(framework, announced, {"9": D(90), "1": D(80)}))
    assert moved.total is not None
    assert moved.instruments[OIT].value == 85
    assert moved.instruments[IIT].value == 90
    assert moved.total.value == D("84.40") + D("0.2") * 30 - D("0.06") * 10
    assert moved.differences == ()


def test_that_nothing_moved_changes_nothing(framework: Framework) -> None:
    for known in (SEED_004, Assessment(YEAR, indicators=TEN), Assessment(YEAR, total=D(90), instruments={IIT: D(90)})):
        scores = {**known.indicators, **{i.value: score for i, score in known.instruments.items()}}
        same = outcome(framework, imagined(framework, known, scores))
        assert (same.total, same.best, same.worst) == (
            outcome(framework, known).total, outcome(framework, known).best, outcome(framework, known).worst,
        )  # fmt: skip


def test_that_a_score_that_was_not_known_is_filled_in_and_moves_nothing(framework: Framework) -> None:
    guessed = imagined(framework, SEED_004, {IIT: D(98)})
    found = outcome(framework, guessed)
    assert guessed.total == D("86.85")
    assert display_score(found.instruments[EIT].value) == D("97.66")


def test_that_a_whole_instrument_overrules_its_indicators(framework: Framework) -> None:
    known = Assessment(YEAR, indicators=TEN)
    found = outcome(framework, imagined(framework, known, {OIT: D(90)}))
    assert found.instruments[OIT].value == 90
    assert found.total is not None
    assert found.total.value == D("0.3") * 92 + D("0.3") * 96 + 36


def test_that_scores_stay_between_0_and_100(framework: Framework) -> None:
    known = Assessment(YEAR, total=D("99.90"), instruments={OIT: D(10)})
    assert imagined(framework, known, {OIT: D(100)}).total == 100


def test_that_the_weakest_indicator_is_raised_first_and_alone_where_that_is_enough(framework: Framework) -> None:
    known = Assessment(YEAR, indicators=TEN)
    good = framework.levels[1]
    assert fewest_points(framework, known, good) == fewest_indicators(framework, known, good)
    change = fewest_indicators(framework, known, good)
    assert change is not None
    assert change.raises == raises_of((OIT, "9", "60.00", "89.99"))
    assert raise_step_sentence(framework, change.raises[0]) == (
        "ยกตัวชี้วัดที่ 9. การเปิดเผยข้อมูล จาก 60.00 เป็น 89.99 (เพิ่ม 29.99)"
    )


def test_that_points_go_where_they_weigh_most_and_indicators_are_saved_where_possible(framework: Framework) -> None:
    even = Assessment(YEAR, indicators={code: D(90) for code in TEN} | {"10": D(85)})
    best = framework.levels[0]
    few = fewest_indicators(framework, even, best)
    points = fewest_points(framework, even, best)
    assert few is not None
    assert points is not None
    # Five times 5 points in IIT fit into three indicators, three times 5 in EIT into two, 15 in OIT into one.
    assert len(few.raises) == 6
    assert points.points == few.points == D("54.96")


def test_that_only_what_may_change_is_raised_and_the_unreachable_is_said(framework: Framework) -> None:
    known = Assessment(YEAR, indicators=TEN)
    good = framework.levels[1]
    change = fewest_points(framework, known, good, among={"10", "1"})
    assert change is None
    assert change_sentence(framework, good, change) == "ยกคะแนนเหล่านี้จนเต็ม 100 แล้วยังไม่ถึงระดับผ่านดี"
    both = fewest_points(framework, known, framework.levels[2], among={"10"})
    assert both is not None
    assert [step.key for step in both.raises] == ["10"]
    hopeless = Assessment(YEAR, total=D(50), instruments={i: D(100) for i in Instrument})
    assert fewest_points(framework, hopeless, good) is None
    assert fewest_indicators(framework, hopeless, good) is None


def test_that_a_level_that_is_reached_asks_nothing(framework: Framework) -> None:
    change = fewest_points(framework, SEED_004, framework.levels[2])
    assert change is not None
    assert change.raises == ()
    assert change.total == D("86.85")
    assert change_sentence(framework, framework.levels[2], change) == "คะแนนที่มีถึงระดับผ่านแล้ว"


def test_that_unknown_instruments_count_by_what_is_certain_of_them(framework: Framework) -> None:
    known = Assessment(YEAR, total=D("98.20"))
    change = fewest_points(framework, known, framework.levels[0])
    assert change is not None
    assert [(step.key, step.after, step.at_least) for step in change.raises] == [
        ("IIT", D(95), True),
        ("EIT", D(95), True),
    ]
    assert change.total_at_least
    assert raise_step_sentence(framework, change.raises[0]) == "IIT ต้องได้อย่างน้อย 95.00 (ยังไม่ได้กรอกคะแนน)"
    assert "คะแนนรวมไม่น้อยกว่า 98.20" in change_sentence(framework, framework.levels[0], change)
    assert outcome(framework, raised(framework, known, change.raises)).level is framework.levels[0]


def test_that_without_any_score_the_marks_themselves_are_asked(framework: Framework) -> None:
    change = fewest_points(framework, Assessment(YEAR), framework.levels[1])
    assert change is not None
    assert {step.key: step.after for step in change.raises} == {"IIT": 85, "EIT": 85, "OIT": 85}
    assert all(step.at_least for step in change.raises)


def test_that_the_ranking_says_from_where_to_where_and_what_for(framework: Framework) -> None:
    weak = weak_points(framework, Assessment(YEAR, indicators={"9": D("70.38")}))
    assert weak_sentence(weak[0]) == "ยกตัวชี้วัดที่ 9. การเปิดเผยข้อมูล จาก 70.38 เป็น 95.00 คะแนนรวมเพิ่ม 4.92"
