"""What continues what from year to year: the frameworks' own `before` codes, else equal names, else equal codes."""

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks, Indicator


def indicator_before(framework: Framework, older: Framework, code: str) -> Indicator | None:
    """The indicator of the year before that this one continues; None for a new one."""
    indicator = framework.indicator(code)
    by_code = {other.code: other for other in older.indicators}
    if indicator.before:
        return by_code.get(indicator.before)
    for other in older.indicators:
        if (other.name, other.instrument) == (indicator.name, indicator.instrument):
            return other
    same = by_code.get(code)
    # The same code under another name is a rename only while no other indicator bears the old name.
    if (
        same is None
        or same.instrument is not indicator.instrument
        or same.name in {i.name for i in framework.indicators}
    ):
        return None
    return same


def indicator_after(framework: Framework, older: Framework, code: str) -> Indicator | None:
    """The indicator that continues the one with that code of the year before; None when none does."""
    for indicator in framework.indicators:
        before = indicator_before(framework, older, indicator.code)
        if before is not None and before.code == code:
            return indicator
    return None


def items_before(framework: Framework, older: Framework, code: str) -> tuple[str, ...]:
    """Codes of the items of the year before that an item continues; empty when none is known."""
    item = next((item for item in framework.oit_items if item.code == code), None)
    if item is None:
        return ()
    known = {other.code for other in older.oit_items}
    if item.before:
        return tuple(code for code in item.before if code in known)
    return tuple(other.code for other in older.oit_items if other.name == item.name)


def indicator_through(frameworks: Frameworks, newest: FiscalYear, code: str, years: int) -> dict[FiscalYear, Indicator]:
    """The indicator of `newest` and what it was in up to `years` years before it, as far back as it can be followed."""
    framework = frameworks.of(newest)
    found = {newest: framework.indicator(code)}
    for year in (newest - n for n in range(1, years + 1)):
        older = frameworks.of(year)
        indicator = indicator_before(framework, older, found[year + 1].code)
        if indicator is None:
            break
        found[year] = indicator
        framework = older
    return found
