"""A plan year's targets, words and themes."""

from sqlalchemy import ColumnElement, select, true, union
from sqlalchemy.orm import Session

from ita_desktop.db.rows import AssessmentRow, MeasureRow, MeetingRow, PlanRow, ThemePointRow, ThemeRow
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.measure import Plan, Target, Theme, ThemePoint
from ita_desktop.services.storage import add_all, columns, replace_children
from ita_desktop.services.tidy import check_score, tidied


def get_plan(session: Session, year: FiscalYear) -> Plan:
    """The plan of the year; an empty one when none is kept."""
    found = _load(session, PlanRow.year == year)
    return found[0] if found else Plan(year)


def list_plans(session: Session) -> list[Plan]:
    """Every kept plan, oldest year first."""
    return _load(session, true())


def save_plan(session: Session, plan: Plan) -> Plan:
    """Keep the plan in place of the one kept before; `UserError` for an impossible target."""
    plan = checked_plan(plan)
    target = {f"target_{instrument.lower()}": plan.target.instruments.get(instrument) for instrument in Instrument}
    target["target_total"] = plan.target.total
    session.merge(PlanRow(**columns(PlanRow, plan, **target, target_level=plan.target.level)))
    session.flush()
    themes = [
        {"plan_year": plan.year, "position": position, "title": theme.title}
        for position, theme in enumerate(plan.themes)
    ]
    points = [
        {"plan_year": plan.year, "theme_position": n, "position": k, "lead": point.lead, "text": point.text}
        for n, theme in enumerate(plan.themes)
        for k, point in enumerate(theme.points)
    ]
    replace_children(session, ThemeRow, ThemeRow.plan_year == plan.year, themes)
    add_all(session, ThemePointRow, points)
    return plan


def checked_plan(plan: Plan) -> Plan:
    """The plan as it is kept."""
    plan = tidied(plan)
    check_score(plan.target.total)
    return plan


def list_plan_years(session: Session) -> list[FiscalYear]:
    """The years that anything is kept for, oldest first: plans, measures, meetings, and the year after each result."""
    kept = union(select(PlanRow.year), select(MeasureRow.plan_year), select(MeetingRow.plan_year))
    results = session.scalars(select(AssessmentRow.year))
    return sorted({*session.scalars(kept), *(year + 1 for year in results)})


def _load(session: Session, which: ColumnElement[bool]) -> list[Plan]:
    rows = session.scalars(select(PlanRow).where(which).order_by(PlanRow.year)).all()
    years = select(PlanRow.year).where(which)
    themes = session.scalars(
        select(ThemeRow).where(ThemeRow.plan_year.in_(years)).order_by(ThemeRow.plan_year, ThemeRow.position)
    ).all()
    points = session.scalars(
        select(ThemePointRow).where(ThemePointRow.plan_year.in_(years)).order_by(ThemePointRow.position)
    )
    by_theme: dict[tuple[FiscalYear, int], list[ThemePoint]] = {}
    for point in points:
        by_theme.setdefault((point.plan_year, point.theme_position), []).append(ThemePoint(point.text, point.lead))
    return [
        _plan(
            row,
            [
                Theme(t.title, tuple(by_theme.get((t.plan_year, t.position), ())))
                for t in themes
                if t.plan_year == row.year
            ],
        )
        for row in rows
    ]


def _plan(row: PlanRow, themes: list[Theme]) -> Plan:
    targets = {Instrument.IIT: row.target_iit, Instrument.EIT: row.target_eit, Instrument.OIT: row.target_oit}
    return Plan(
        year=row.year,
        status=row.status,
        target=Target(
            total=row.target_total,
            instruments={instrument: score for instrument, score in targets.items() if score is not None},
            level=row.target_level,
        ),
        background=row.background,
        approaches=row.approaches,
        themes=tuple(themes),
        landscape=row.landscape,
        all_columns=row.all_columns,
        signer=row.signer,
    )
