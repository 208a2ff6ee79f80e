"""What the meetings tab reads from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.services import meetings
from ita_desktop.services.measures import list_measures
from ita_desktop.services.office import find_office, list_divisions, list_officers
from ita_desktop.ui.meetings.surroundings import Surroundings

if TYPE_CHECKING:
    from ita_desktop.domain.fiscal_year import FiscalYear
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
        meetings=(*read(meetings.list_meetings, plan_year - 1), *read(meetings.list_meetings, plan_year)),
        measures=tuple(read(list_measures, plan_year)),
        resolutions=context.texts().resolutions,
    )
