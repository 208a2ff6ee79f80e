"""What the meetings tab reads from the record."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ita_desktop.catalog import load_meeting_presets, load_word_rules
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.services import meetings
from ita_desktop.services.measures import list_measures
from ita_desktop.services.office import find_office, list_divisions, list_officers
from ita_desktop.ui.meetings.surroundings import Surroundings

if TYPE_CHECKING:
    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.word_check import WordRules
    from ita_desktop.ui.context import Context


def read_surroundings(context: Context, plan_year: FiscalYear) -> Surroundings:
    """Everything that the year's meetings may choose from."""
    read = context.database.read
    office = read(find_office)
    return Surroundings(
        numerals=context.numerals(),
        numbering=office.meeting_numbering if office else MeetingNumbering.FISCAL_YEAR,
        officers=tuple(read(list_officers)),
        divisions=tuple(read(list_divisions)),
        committees=tuple(read(meetings.list_committees)),
        meetings=(*read(meetings.list_heads, plan_year - 1), *read(meetings.list_heads, plan_year)),
        of_next_year=tuple(read(meetings.list_heads, plan_year + 1)),
        people=tuple(read(meetings.list_people, plan_year - 1, plan_year)),
        measures=tuple(read(list_measures, plan_year)),
        plan_year=plan_year,
        presets=load_meeting_presets(),
        words=_word_rules(tuple(level.name for level in context.frameworks().of(plan_year - 1).levels)),
    )


@cache
def _word_rules(level_names: tuple[str, ...]) -> WordRules:
    # One object for all looks: the check remembers lines by the rules that it was given.
    return load_word_rules().with_levels(level_names)
