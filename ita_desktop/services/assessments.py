"""The announced scores of each result year."""

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, delete, select, true
from sqlalchemy.orm import Session

from ita_desktop.db.rows import AssessmentRow, DetailScoreRow, IndicatorScoreRow
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.details import detail_order
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.errors import UserError
from ita_desktop.services.storage import columns, replace_children
from ita_desktop.services.tidy import check_score, tidied

_EIT_PARTS = (1, 2)


def find_assessment(session: Session, year: FiscalYear) -> Assessment | None:
    """What was announced for the result year, or None."""
    found = _load(session, AssessmentRow.year == year)
    return found[0] if found else None


def list_assessments(session: Session) -> list[Assessment]:
    """Every year's result, oldest first."""
    return _load(session, true())


def record_assessment(session: Session, assessment: Assessment) -> Assessment:
    """Keep a year's scores in place of those kept before; `UserError` for an impossible score."""
    assessment = checked_assessment(assessment)
    parts = {
        **{instrument.lower(): assessment.instruments.get(instrument) for instrument in Instrument},
        **{f"eit_part_{part}": assessment.eit_parts.get(part) for part in _EIT_PARTS},
    }
    session.merge(AssessmentRow(**columns(AssessmentRow, assessment, **parts)))
    session.flush()
    for row, scores in ((IndicatorScoreRow, assessment.indicators), (DetailScoreRow, assessment.details)):
        found = [{"year": assessment.year, "code": code, "score": score} for code, score in scores.items()]
        replace_children(session, row, row.year == assessment.year, found)
    return assessment


def checked_assessment(assessment: Assessment) -> Assessment:
    """The assessment as it is kept."""
    assessment = tidied(assessment)
    check_score(assessment.total)
    if not set(assessment.eit_parts) <= set(_EIT_PARTS):
        raise UserError("EIT มีเพียงส่วนที่ ๑ และส่วนที่ ๒")
    return assessment


def remove_assessment(session: Session, year: FiscalYear) -> None:
    """Forget a year's scores."""
    session.execute(delete(AssessmentRow).where(AssessmentRow.year == year))


def _load(session: Session, which: ColumnElement[bool]) -> list[Assessment]:
    rows = session.scalars(select(AssessmentRow).where(which).order_by(AssessmentRow.year)).all()
    years = select(AssessmentRow.year).where(which)
    indicators = _scores(session, IndicatorScoreRow, years)
    details = _scores(session, DetailScoreRow, years)
    return [_assessment(row, indicators.get(row.year, {}), details.get(row.year, {})) for row in rows]


def _scores(
    session: Session, row: type[IndicatorScoreRow] | type[DetailScoreRow], years: Select[FiscalYear]
) -> dict[FiscalYear, dict[str, Decimal]]:
    found: dict[FiscalYear, dict[str, Decimal]] = {}
    for year, code, score in session.execute(select(row.year, row.code, row.score).where(row.year.in_(years))):
        found.setdefault(year, {})[code] = score
    return found


def _assessment(row: AssessmentRow, indicators: Mapping[str, Decimal], details: Mapping[str, Decimal]) -> Assessment:
    instruments = {Instrument.IIT: row.iit, Instrument.EIT: row.eit, Instrument.OIT: row.oit}
    parts = dict(zip(_EIT_PARTS, (row.eit_part_1, row.eit_part_2), strict=True))
    return Assessment(
        year=row.year,
        indicators={code: indicators[code] for code in sorted(indicators, key=lambda code: (len(code), code))},
        instruments={instrument: score for instrument, score in instruments.items() if score is not None},
        total=row.total,
        eit_parts={part: score for part, score in parts.items() if score is not None},
        details={code: details[code] for code in sorted(details, key=detail_order)},
        announced_level=row.announced_level,
        announced_on=row.announced_on,
        source=row.source,
        recommendations=row.recommendations,
    )
