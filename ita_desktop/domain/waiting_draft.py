"""A draft of minutes that waits in the record until its meeting is shown again."""

from dataclasses import dataclass
from datetime import date, datetime

from ita_desktop.domain.fiscal_year import FiscalYear


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """Which meeting it belongs to, and when it was written last; its texts are read with the meeting."""

    meeting_id: int
    plan_year: FiscalYear
    name: str
    number: int | None
    held_on: date | None
    kept_at: datetime
