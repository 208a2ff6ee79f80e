"""What every table has in common."""

from datetime import date, datetime, time
from typing import Annotated, Any, ClassVar

from sqlalchemy import CheckConstraint, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

from ita_desktop.db import types
from ita_desktop.domain.documents import IssueStatus
from ita_desktop.domain.finding import FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.measure import MeasureStatus, PlanStatus
from ita_desktop.domain.meeting import CommitteeKind, MeetingStatus, Presence
from ita_desktop.domain.office import Acting, MeetingNumbering, OfficeKind
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.topics import Topic
from ita_desktop.thai.digits import Numerals

_WORDS = (
    OfficeKind,
    MeetingNumbering,
    Acting,
    Numerals,
    PlanStatus,
    MeasureStatus,
    FindingClass,
    CommitteeKind,
    MeetingStatus,
    Presence,
    DocumentKind,
    IssueStatus,
)

_CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

STRICT = {"sqlite_strict": True}
"""SQLite refuses a value of the wrong storage class."""
NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}
"""As `STRICT`; an id is never given twice, so that an undone removal finds its id free."""

Id = Annotated[int, mapped_column(primary_key=True)]


class Base(DeclarativeBase):
    """A row of one table, which belongs to one `topic` of the office's record."""

    metadata = MetaData(naming_convention=_CONSTRAINT_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: Integer(),
        str: Text(),
        bytes: LargeBinary(),
        bool: types.FlagType(),
        date: types.DayType(),
        datetime: types.MomentType(),
        time: types.MinuteType(),
        FiscalYear: types.YearType(),
        Month: types.MonthType(),
        tuple[str, ...]: types.LinesType(),
        **{words: types.WordType(words) for words in _WORDS},
    }
    topic: ClassVar[Topic]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        table = cls.__table__
        assert isinstance(table, Table)
        for column in table.columns:
            if isinstance(column.type, types.StoredType):
                table.append_constraint(CheckConstraint(column.type.limit(column.name), name=column.name))
