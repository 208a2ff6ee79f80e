"""Ten thousand random score sets against an oracle that counts whole hundredths and shares nothing with the rules.

An independent count is worth more here than many hand-made cases: rounding decides levels.
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

import pytest

from ita_desktop.domain.assessment import Assessment, display_score
from ita_desktop.domain.explanation import level_reason, level_title
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks, Instrument
from ita_desktop.domain.scoring import Outcome, outcome
from ita_desktop.domain.what_if import Change, fewest_indicators, fewest_points, raised

YEAR = FiscalYear(2568)
SETS = 10_000
IIT, EIT, OIT = Instrument.IIT, Instrument.EIT, Instrument.OIT
INDICATORS = {IIT: range(5), EIT: range(5, 8), OIT: range(8, 10)}
MARKS = [(9500, 9500), (8500, 8500), (8500, 0), (7000, 0), (0, 0)]
"""Total and instrument marks of the five levels, hundredths (ita.md 2.2)."""
WEIGHTS = {IIT: 3, EIT: 5, OIT: 10}
"""What a hundredth of an indicator adds to the total, in fiftieths of a hundredth: 0.06, 0.10 and 0.20."""

Cents = tuple[int, ...]


@dataclass(frozen=True)
class Published:
    """What is announced for ten indicator scores: everything rounded half up to hundredths."""

    total: int
    instruments: Mapping[Instrument, int]
    level: int


def published(cents: Cents) -> Published:
    sums = {i: sum(cents[n] for n in INDICATORS[i]) for i in INDICATORS}
    total = (sum(WEIGHTS[i] * sums[i] for i in sums) + 25) // 50
    instruments = {i: (2 * sums[i] + len(INDICATORS[i])) // (2 * len(INDICATORS[i])) for i in sums}
    lowest = min(instruments.values())
    level = next(n for n, (t, m) in enumerate(MARKS) if total >= t and lowest >= m)
    return Published(total, instruments, level)


def score_sets(seed: int, count: int = SETS) -> Iterator[tuple[random.Random, Cents]]:
    """Scores of every kind, most of them near a mark, where rounding decides."""
    chance = random.Random(seed)
    for _ in range(count):
        kind = chance.random()
        if kind < 0.3:
            cents = [chance.randint(7000, 10_000) for _ in range(10)]
        elif kind < 0.4:
            cents = [chance.randint(0, 10_000) for _ in range(10)]
        elif kind < 0.5:
            cents = [chance.choice((0, 8499, 8500, 9499, 9500, 10_000)) for _ in range(10)]
        else:
            near = {i: chance.choice((7000, 8500, 8500, 9500, 9500, chance.randint(8000, 9900))) for i in Instrument}
            cents = [near[i] + chance.randint(-3, 3) for i in INDICATORS for _ in INDICATORS[i]]
            if chance.random() < 0.5:
                one = chance.randrange(10)
                cents[one] = min(10_000, max(0, cents[one] + chance.randint(-900, 900)))
        yield chance, tuple(cents)


def decimals(cents: Cents) -> dict[str, Decimal]:
    return {str(n + 1): Decimal(score).scaleb(-2) for n, score in enumerate(cents)}


def in_cents(score: Decimal) -> int:
    return int(display_score(score).scaleb(2))


_NUMBER = r"([\d.]+)"


def check_claims(reason: str, truth: Published, framework: Framework) -> None:
    """Every statement of a reason that gives a certain level, against what was announced."""
    names = [level.name for level in framework.levels]
    for reached in re.findall(rf"ถึงเกณฑ์ {_NUMBER} คะแนน", reason):
        assert truth.total >= in_cents(Decimal(reached))
    for at_least in re.findall(rf"ตั้งแต่ {_NUMBER} คะแนนขึ้นไป แต่ไม่ถึงเกณฑ์ของระดับถัดไป", reason):
        assert truth.total >= in_cents(Decimal(at_least))
    for below in re.findall(rf"^[^แ]*? ต่ำกว่า {_NUMBER} คะแนน$", reason):
        assert truth.total < in_cents(Decimal(below))
    for every in re.findall(rf"ทุกเครื่องมือ .* ได้ตั้งแต่ {_NUMBER} คะแนนขึ้นไป", reason):
        assert min(truth.instruments.values()) >= in_cents(Decimal(every))
    for is_level, is_not in re.findall(r"จึงได้ระดับ(\S+) ไม่ใช่(\S+)", reason):
        assert (is_level, is_not) == (names[truth.level], names[truth.level - 1])
    held = re.search(rf"แต่ (.*) ต่ำกว่า {_NUMBER} จึง", reason)
    if held:
        low = {Instrument(name) for name in re.findall(r"IIT|EIT|OIT", held[1])}
        mark = in_cents(Decimal(held[2]))
        assert low
        if "ต้อง" in held[1]:
            assert any(truth.instruments[i] < mark for i in low)
        else:
            assert all(truth.instruments[i] < mark for i in low)


def test_that_the_explanation_never_contradicts_the_level(frameworks: Frameworks) -> None:
    framework = frameworks.of(YEAR)
    seen = set()
    for _, cents in score_sets(1):
        truth = published(cents)
        found = outcome(framework, Assessment(YEAR, indicators=decimals(cents)))
        assert found.total is not None
        assert in_cents(found.total.value) == truth.total
        assert {i: in_cents(score.value) for i, score in found.instruments.items()} == truth.instruments
        assert found.level is framework.levels[truth.level]
        assert level_title(found) == found.level.name
        check_claims(level_reason(found), truth, framework)
        assert {i for i in found.holding_back if truth.instruments[i] >= MARKS[truth.level - 1][1]} == set()
        assert [framework.rank(step.level) for step in found.steps] == list(range(truth.level))
        seen.add(truth.level)
    assert seen == set(range(5))


def partly_shown(chance: random.Random, cents: Cents) -> Assessment:
    """Any part of what was announced: some indicators, instruments and perhaps the total."""
    truth = published(cents)
    many = chance.random()
    shown = {code: score for code, score in decimals(cents).items() if chance.random() < many}
    instruments = {i: Decimal(c).scaleb(-2) for i, c in truth.instruments.items() if chance.random() < 0.4}
    total = Decimal(truth.total).scaleb(-2) if chance.random() < 0.6 else None
    return Assessment(YEAR, indicators=shown, instruments=instruments, total=total)


def test_that_partial_knowledge_never_states_what_a_completion_refutes(frameworks: Frameworks) -> None:
    framework = frameworks.of(YEAR)
    certain = 0
    for chance, cents in score_sets(2):
        truth = published(cents)
        shown = partly_shown(chance, cents)
        found = outcome(framework, shown)
        if found.best is None or found.worst is None:
            assert not shown.has_scores()
            continue
        assert framework.rank(found.best) <= truth.level <= framework.rank(found.worst)
        assert found.differences == ()
        check_bounds(found, cents)
        if found.level is not None:
            certain += 1
            check_claims(level_reason(found), truth, framework)
        elif level_title(found).startswith("อย่างน้อย"):
            assert truth.level <= 1
    assert SETS * 0.3 < certain < SETS * 0.9


def check_bounds(found: Outcome, cents: Cents) -> None:
    for instrument, numbers in INDICATORS.items():
        mean = Decimal(sum(cents[n] for n in numbers)) / len(numbers) / 100
        bounds = found.bounds[instrument]
        assert bounds.low - Decimal("1e-20") <= mean <= bounds.high + Decimal("1e-20")


def with_raises(cents: Cents, change: Change) -> Cents:
    raised_to = {step.key: in_cents(step.after) for step in change.raises}
    return tuple(raised_to.get(str(n + 1), score) for n, score in enumerate(cents))


def can_reach(cents: Cents, level: int, spend: int) -> bool:
    """Whether so many hundredths, spent in the best way, reach the level."""
    total_mark, mark = MARKS[level]
    rooms = {i: sum(10_000 - cents[n] for n in numbers) for i, numbers in INDICATORS.items()}
    gained = {}
    for i, numbers in INDICATORS.items():
        own, count = sum(cents[n] for n in numbers), len(numbers)
        # Half a hundredth below the mark is rounded up to it.
        gained[i] = max(0, -((2 * own + count - 2 * mark * count) // 2))
    left = spend - sum(gained.values())
    if left < 0 or any(gained[i] > rooms[i] for i in gained):
        return False
    for i in (OIT, EIT, IIT):
        more = min(left, rooms[i] - gained[i])
        gained[i] += more
        left -= more
    sums = {i: sum(cents[n] for n in numbers) + gained[i] for i, numbers in INDICATORS.items()}
    return (sum(WEIGHTS[i] * sums[i] for i in sums) + 25) // 50 >= total_mark


def test_that_what_if_reaches_the_level_and_nothing_smaller_of_its_kind_does(frameworks: Frameworks) -> None:
    framework = frameworks.of(YEAR)
    for n, (chance, cents) in enumerate(score_sets(3)):
        truth = published(cents)
        assessment = Assessment(YEAR, indicators=decimals(cents))
        if n % 3 == 0:
            # What was announced beside the indicators changes nothing.
            instruments = {i: Decimal(c).scaleb(-2) for i, c in truth.instruments.items()}
            assessment = replace(assessment, instruments=instruments, total=Decimal(truth.total).scaleb(-2))
        wanted = chance.randint(0, 3)
        level = framework.levels[wanted]
        points = fewest_points(framework, assessment, level)
        few = fewest_indicators(framework, assessment, level)
        assert points is not None
        assert few is not None
        if truth.level <= wanted:
            assert points.raises == few.raises == ()
            continue
        for change in (points, few):
            after = published(with_raises(cents, change))
            assert after.level <= wanted
            assert in_cents(change.total) == after.total
            assert all(step.points > 0 and step.after <= 100 for step in change.raises)
        spent = int(points.points.scaleb(2))
        assert can_reach(cents, wanted, spent)
        assert not can_reach(cents, wanted, spent - 1)
        assert points.points <= few.points
        for full in combinations(range(10), len(few.raises) - 1):
            most = tuple(10_000 if n in full else score for n, score in enumerate(cents))
            assert published(most).level > wanted


def test_that_imagining_the_raises_gives_the_level(frameworks: Frameworks) -> None:
    framework = frameworks.of(YEAR)
    unreached = 0
    for chance, cents in score_sets(4, 2000):
        shown = partly_shown(chance, cents)
        level = framework.levels[chance.randint(0, 3)]
        for solve in (fewest_points, fewest_indicators):
            change = solve(framework, shown, level)
            assert change is not None
            found = outcome(framework, raised(framework, shown, change.raises))
            if not change.raises:
                assert published(cents).level <= framework.rank(level)
                continue
            assert found.worst is not None
            unreached += framework.rank(found.worst) > framework.rank(level)
            # The true scores, whatever they are, reach it too once they are raised so.
            assert reached_in_truth(cents, change, framework.rank(level))
    assert unreached == 0


def reached_in_truth(cents: Cents, change: Change, wanted: int) -> bool:
    """Raise the hidden truth: known scores by their points, unknown ones to what they must be at least."""
    total_mark, mark = MARKS[wanted]
    means = {i: Decimal(sum(cents[n] for n in numbers)) / len(numbers) / 100 for i, numbers in INDICATORS.items()}
    for step in change.raises:
        i = step.instrument
        if step.code:
            means[i] += step.points / len(INDICATORS[i])
        elif step.at_least:
            means[i] = max(means[i], step.after - Decimal("0.005"))
        else:
            means[i] += step.points
    total = sum((Decimal(WEIGHTS[i] * len(INDICATORS[i])) / 50 * mean for i, mean in means.items()), Decimal(0))
    lowest = min(in_cents(mean) for mean in means.values())
    return in_cents(total) >= total_mark and lowest >= mark


@pytest.mark.parametrize("be", [2561, 2565])
def test_that_the_letters_until_2565_follow_from_the_total_alone(frameworks: Frameworks, be: int) -> None:
    year = FiscalYear(be)
    framework = frameworks.of(year)
    marks = [9500, 8500, 7500, 6500, 5500, 5000, 0]
    for _, cents in score_sets(be, 1000):
        truth = published(cents)
        found = outcome(framework, Assessment(year, indicators=decimals(cents)))
        rank = next(n for n, mark in enumerate(marks) if truth.total >= mark)
        assert found.level is framework.levels[rank]
        assert f"ระดับ {found.level.name} " in level_reason(found)
        if rank:
            change = fewest_points(framework, Assessment(year, indicators=decimals(cents)), framework.levels[rank - 1])
            assert change is not None
            assert published(with_raises(cents, change)).total >= marks[rank - 1]
