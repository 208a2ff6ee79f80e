"""What a careful colleague would remark on the follow-ups of one report."""

from datetime import date

from sqlalchemy.orm import Session

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.paper import ReportRound
from ita_desktop.domain.remark import Remark
from ita_desktop.domain.texts import StandardTexts
from ita_desktop.services.documents.compose import read_source
from ita_desktop.services.documents.plan_gaps import remarks_of_round


def round_remarks(
    session: Session, plan_year: FiscalYear, frameworks: Frameworks, today: date, report_round: ReportRound
) -> list[Remark]:
    """What is lacking in the follow-ups that the report of the round tells of; `UserError` without an office."""
    return list(remarks_of_round(read_source(session, plan_year, frameworks, StandardTexts(), today), report_round))
