"""Tables of a plan year: its targets and words, its measures and their progress; and the office's own library."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ita_desktop.db.rows.base import NUMBERED, STRICT, Base, Id
from ita_desktop.db.types import Baht, Score
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.measure import MeasureStatus, PlanStatus
from ita_desktop.domain.topics import Topic


class PlanRow(Base):
    """One plan year, at most one row a year."""

    __tablename__ = "plans"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.PLANS

    year: Mapped[FiscalYear] = mapped_column(primary_key=True)
    status: Mapped[PlanStatus]
    target_total: Mapped[Score | None]
    target_iit: Mapped[Score | None]
    target_eit: Mapped[Score | None]
    target_oit: Mapped[Score | None]
    target_level: Mapped[str]
    background: Mapped[tuple[str, ...]]
    approaches: Mapped[tuple[str, ...]]
    landscape: Mapped[bool]
    all_columns: Mapped[bool]
    signer: Mapped[str]


class ThemeRow(Base):
    """One theme of the development report."""

    __tablename__ = "plan_themes"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.PLANS

    plan_year: Mapped[FiscalYear] = mapped_column(ForeignKey("plans.year", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]


class ThemePointRow(Base):
    """One point of a theme."""

    __tablename__ = "plan_theme_points"
    __table_args__ = (
        ForeignKeyConstraint(
            ["plan_year", "theme_position"], ["plan_themes.plan_year", "plan_themes.position"], ondelete="CASCADE"
        ),
        STRICT,
    )
    topic: ClassVar[Topic] = Topic.PLANS

    plan_year: Mapped[FiscalYear] = mapped_column(primary_key=True)
    theme_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    lead: Mapped[str]
    text: Mapped[str]


class MeasureRow(Base):
    """One measure of a plan year."""

    __tablename__ = "measures"
    __table_args__ = (
        CheckConstraint("(period_first IS NULL) = (period_last IS NULL)", name="period_whole"),
        CheckConstraint("period_first <= period_last", name="period_order"),
        NUMBERED,
    )
    topic: ClassVar[Topic] = Topic.MEASURES

    id: Mapped[Id]
    plan_year: Mapped[FiscalYear] = mapped_column(index=True)
    indicator_code: Mapped[str]
    title: Mapped[str]
    actions: Mapped[tuple[str, ...]]
    method: Mapped[str]
    all_divisions: Mapped[bool]
    owner: Mapped[str]
    period_text: Mapped[str]
    period_first: Mapped[Month | None]
    period_last: Mapped[Month | None]
    monitoring: Mapped[str]
    output_target: Mapped[str]
    budget: Mapped[Baht | None]
    topic_tag: Mapped[str]
    status: Mapped[MeasureStatus]
    position: Mapped[int]


class MeasureDivisionRow(Base):
    """A division that is responsible for a measure."""

    __tablename__ = "measure_divisions"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.MEASURES

    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id", ondelete="CASCADE"), primary_key=True)
    division_id: Mapped[int] = mapped_column(
        ForeignKey("divisions.id", ondelete="RESTRICT"), primary_key=True, index=True
    )
    position: Mapped[int]


class MeasureFindingRow(Base):
    """A finding that a measure answers."""

    __tablename__ = "measure_findings"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.MEASURES

    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id", ondelete="CASCADE"), primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id", ondelete="CASCADE"), primary_key=True, index=True)
    position: Mapped[int]


class ProgressRow(Base):
    """One dated follow-up of a measure."""

    __tablename__ = "progress"
    __table_args__ = (CheckConstraint("percent BETWEEN 0 AND 100", name="percent"), NUMBERED)
    topic: ClassVar[Topic] = Topic.FOLLOW_UPS

    id: Mapped[Id]
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id", ondelete="CASCADE"), index=True)
    recorded_on: Mapped[date]
    status: Mapped[MeasureStatus]
    percent: Mapped[int | None]
    result: Mapped[str]
    problem: Mapped[str]
    next_step: Mapped[str]


class ProgressEvidenceRow(Base):
    """What proves a follow-up."""

    __tablename__ = "progress_evidence"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.FOLLOW_UPS

    progress_id: Mapped[int] = mapped_column(ForeignKey("progress.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    caption: Mapped[str]
    file_name: Mapped[str]
    sha256: Mapped[str]
    url: Mapped[str]
    checked_on: Mapped[date | None]


class LibraryMeasureRow(Base):
    """A measure that the office keeps for later years."""

    __tablename__ = "library_measures"
    __table_args__ = (
        CheckConstraint("(first_month IS NULL) = (last_month IS NULL)", name="months_whole"),
        CheckConstraint("first_month BETWEEN 1 AND 12", name="first_month"),
        CheckConstraint("last_month BETWEEN 1 AND 12", name="last_month"),
        NUMBERED,
    )
    topic: ClassVar[Topic] = Topic.LIBRARY

    id: Mapped[Id]
    indicator_code: Mapped[str]
    title: Mapped[str]
    actions: Mapped[tuple[str, ...]]
    method: Mapped[str]
    divisions: Mapped[tuple[str, ...]]
    all_divisions: Mapped[bool]
    owner: Mapped[str]
    first_month: Mapped[int | None]
    last_month: Mapped[int | None]
    monitoring: Mapped[str]
    output_target: Mapped[str]
    topic_tag: Mapped[str]
    position: Mapped[int]
