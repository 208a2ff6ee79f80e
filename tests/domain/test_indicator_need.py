"""Which indicators need measures most."""

from decimal import Decimal

from ita_desktop.catalog import load_frameworks
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.indicator_need import indicator_needs
from ita_desktop.domain.measure import Measure

YEAR = FiscalYear(2568)
FRAMEWORK = load_frameworks().of(YEAR)


def test_that_the_largest_effect_on_the_total_comes_first_not_the_lowest_score() -> None:
    scores = {"1": Decimal(80), "7": Decimal(86), "9": Decimal(88), "2": Decimal(99)}
    planned = [Measure(YEAR + 1, "9"), Measure(YEAR + 1, "9"), Measure(YEAR + 1, "")]
    needs = indicator_needs(FRAMEWORK, Assessment(YEAR, indicators=scores), planned)
    assert [need.indicator.code for need in needs] == ["9", "1", "7", "2", "3", "4", "5", "6", "8", "10"]
    assert [need.measures for need in needs[:2]] == [2, 0]
    assert needs[0].weak is not None
    assert needs[0].weak.effect == Decimal("1.40")
    assert [need.score for need in needs[2:5]] == [Decimal(86), Decimal(99), None]
    assert all(need.weak is None for need in needs[3:])


def test_that_without_scores_the_frameworks_order_stands() -> None:
    codes = [indicator.code for indicator in FRAMEWORK.indicators]
    assert [need.indicator.code for need in indicator_needs(FRAMEWORK, None, [])] == codes
    assert [n.indicator.code for n in indicator_needs(FRAMEWORK, Assessment(YEAR, total=Decimal(80)), [])] == codes
