"""What the dialogs of the sources read from the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.carry_over import CarriedMeasure, NextPlan, carry_over
from ita_desktop.domain.follow_up import latest_by_measure
from ita_desktop.services import findings, follow_ups, measures

if TYPE_CHECKING:
    from ita_desktop.domain.measure import Progress
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.measures.wording import Wording


@dataclass(frozen=True, slots=True)
class LastYear:
    """A measure of last year as it would be carried over, with what was recorded of it last."""

    carried: CarriedMeasure
    progress: Progress | None


def read_last_year(context: Context, wording: Wording) -> list[LastYear]:
    """Last year's measures as this year's plan would have them, in their order."""
    read, year = context.database.read, wording.plan_year
    into = NextPlan(
        year=year,
        framework=wording.framework,
        older_framework=context.frameworks().of(year - 2),
        divisions=wording.divisions,
        findings=tuple(read(findings.list_findings, year - 1)),
        older_findings=tuple(read(findings.list_findings, year - 2)),
    )
    newest = latest_by_measure(read(follow_ups.list_progress, year - 1))
    carried = carry_over(read(measures.list_measures, year - 1), into)
    return [LastYear(each, newest.get(each.last_year.id)) for each in carried]
