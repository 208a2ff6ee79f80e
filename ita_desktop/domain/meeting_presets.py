"""The meetings that a year of ITA work usually needs, as data that a new meeting begins with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, AgendaTable
from ita_desktop.domain.texts import fill
from ita_desktop.thai.digits import to_arabic


@dataclass(frozen=True, slots=True)
class PresetItem:
    """One agenda item of a preset; its texts name the years as places in braces."""

    section: int
    title: str
    facts: str = ""
    tables: tuple[AgendaTable, ...] = ()
    phrases: tuple[str, ...] = ()
    """Wordings of the resolution, the likeliest first."""


@dataclass(frozen=True, slots=True)
class MeetingPreset:
    """One kind of meeting, proposed from month `first_month` to `last_month` (1 to 12, both included)."""

    key: str
    name: str
    first_month: int
    last_month: int
    subject: str
    items: tuple[PresetItem, ...]

    def suits(self, day: date) -> bool:
        """Whether the meeting is usually held at that time of the year."""
        return (day.month - self.first_month) % 12 <= (self.last_month - self.first_month) % 12


@dataclass(frozen=True, slots=True)
class MeetingPresets:
    """All presets in the order of the screen, and the phrases that suit every resolution."""

    presets: tuple[MeetingPreset, ...]
    general_phrases: tuple[str, ...] = ()

    def for_day(self, day: date) -> MeetingPreset:
        """The preset that is usually held then, else the first."""
        return next((preset for preset in self.presets if preset.suits(day)), self.presets[0])

    def phrases_for(self, item: AgendaItem, plan_year: FiscalYear) -> tuple[str, ...]:
        """The wordings of a resolution that were made for the item, if it is one of a preset's, in whatever digits."""
        title = to_arabic(item.title)
        return tuple(
            in_years(phrase, plan_year)
            for preset in self.presets
            for each in preset.items
            if each.section == item.section and in_years(each.title, plan_year) == title
            for phrase in each.phrases
        )


def preset_agenda(preset: MeetingPreset, plan_year: FiscalYear) -> tuple[AgendaItem, ...]:
    """The preset's items as they stand in a meeting of the plan year."""
    return tuple(
        AgendaItem(
            item.section,
            in_years(item.title, plan_year),
            facts=in_years(item.facts, plan_year),
            tables=item.tables,
        )
        for item in preset.items
    )


def in_years(text: str, plan_year: FiscalYear) -> str:
    """The text with the years of the plan in their places, Arabic digits."""
    return fill(text, {"plan_year": str(plan_year), "result_year": str(plan_year - 1)})


def preset_named(presets: Iterable[MeetingPreset], key: str) -> MeetingPreset | None:
    """The preset with that key, or None."""
    return next((preset for preset in presets if preset.key == key), None)
