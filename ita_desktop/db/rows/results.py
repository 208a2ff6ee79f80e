"""Tables of the announced results and of what their analysis found."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ita_desktop.db.rows.base import NUMBERED, STRICT, Base, Id
from ita_desktop.db.types import Score
from ita_desktop.domain.finding import FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.topics import Topic


class AssessmentRow(Base):
    """The announced scores of one result year, at most one row a year."""

    __tablename__ = "assessments"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.ASSESSMENTS

    year: Mapped[FiscalYear] = mapped_column(primary_key=True)
    total: Mapped[Score | None]
    iit: Mapped[Score | None]
    eit: Mapped[Score | None]
    oit: Mapped[Score | None]
    eit_part_1: Mapped[Score | None]
    eit_part_2: Mapped[Score | None]
    announced_level: Mapped[str]
    announced_on: Mapped[date | None]
    source: Mapped[str]
    recommendations: Mapped[str]


class IndicatorScoreRow(Base):
    """The announced score of one indicator."""

    __tablename__ = "indicator_scores"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.ASSESSMENTS

    year: Mapped[FiscalYear] = mapped_column(ForeignKey("assessments.year", ondelete="CASCADE"), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    score: Mapped[Score]


class DetailScoreRow(Base):
    """The score of one question or item."""

    __tablename__ = "detail_scores"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.ASSESSMENTS

    year: Mapped[FiscalYear] = mapped_column(ForeignKey("assessments.year", ondelete="CASCADE"), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    score: Mapped[Score]


class FindingRow(Base):
    """One point of the analysis of a result."""

    __tablename__ = "findings"
    __table_args__ = NUMBERED
    topic: ClassVar[Topic] = Topic.FINDINGS

    id: Mapped[Id]
    result_year: Mapped[FiscalYear] = mapped_column(index=True)
    indicator_code: Mapped[str]
    finding_class: Mapped[FindingClass]
    text: Mapped[str]
    question_code: Mapped[str]
    cause: Mapped[str]
    recommendation: Mapped[str]
    topic_tag: Mapped[str]
    position: Mapped[int]
