"""The standard wordings of papers, with named places that each office's facts fill."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from ita_desktop.domain.fiscal_year import FiscalYear

PLACES = frozenset(
    {
        "office",
        "place",
        "plan_year",
        "result_year",
        "assessment",
        "assessment_full",
        "pass_mark",
        "announced_on",
        "total",
        "level",
        "meeting",
        "indicators",
    }
)
"""The names that a wording may hold in braces: names, years, scores and dates as the papers print them."""


@dataclass(frozen=True, slots=True)
class DatedText:
    """A wording that is true for plan years from `first_year` to `last_year` only (both B.E., inclusive)."""

    text: str
    first_year: int
    last_year: int

    def suits(self, plan_year: FiscalYear) -> bool:
        """Whether the wording may be printed in a paper of that plan year."""
        return self.first_year <= plan_year.be <= self.last_year


@dataclass(frozen=True, slots=True)
class ThemeText:
    """A standard theme of the development report; each point is a bold lead and its text."""

    title: str
    points: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StandardTexts:
    """What papers say where the office has written nothing of its own; without a wording they say nothing there."""

    national_goals: tuple[DatedText, ...] = ()
    """Paragraphs on the state's targets."""
    background: tuple[str, ...] = ()
    """Paragraphs of ที่มาและความสำคัญ before the score."""
    announcement: str = ""
    """Opens the score statement when the day of the announcement is known."""
    without_announcement: str = ""
    """Opens the score statement when it is not."""
    weak_indicators: str = ""
    """The indicators below the pass mark, with their scores."""
    conclusion: str = ""
    """The last paragraph of ที่มาและความสำคัญ."""
    approaches: tuple[str, ...] = ()
    """The numbered approaches of the plan."""
    meeting_purpose: str = ""
    """What a meeting about the result is for; follows the meeting's name."""
    news_closing: str = ""
    """The closing of the news: what the office will do; it puts no words into anybody's mouth."""
    report_introduction: str = ""
    """Opens the development report."""
    themes: tuple[ThemeText, ...] = ()
    """The themes of the development report."""


def fill(text: str, places: Mapping[str, str]) -> str:
    """The wording with its places filled; `KeyError` for a place that has no value."""
    return text.format_map(places)


def places_in(text: str) -> frozenset[str]:
    """The names in braces; `ValueError` when the braces do not pair."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
