"""Tables of the office itself, its people, its own frameworks and the papers it issued."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ita_desktop.db.rows.base import NUMBERED, STRICT, Base, Id
from ita_desktop.domain.documents import IssueStatus
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.office import Acting, MeetingNumbering, OfficeKind
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.topics import Topic
from ita_desktop.thai.digits import Numerals

THE_OFFICE = 1
"""The id of the only row of the office table."""


class OfficeRow(Base):
    """The one office whose record the file is."""

    __tablename__ = "office"
    __table_args__ = (CheckConstraint(f"id = {THE_OFFICE}", name="one_row"), STRICT)
    topic: ClassVar[Topic] = Topic.OFFICE

    id: Mapped[Id]
    kind: Mapped[OfficeKind]
    name: Mapped[str]
    district: Mapped[str]
    province: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    website: Mapped[str]
    document_prefix: Mapped[str]
    logo: Mapped[bytes]
    garuda: Mapped[bytes]
    numerals: Mapped[Numerals]
    meeting_numbering: Mapped[MeetingNumbering]


class DivisionRow(Base):
    """A division of the office; one that is in use cannot be removed."""

    __tablename__ = "divisions"
    __table_args__ = NUMBERED
    topic: ClassVar[Topic] = Topic.OFFICE

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True)
    short_name: Mapped[str]
    head: Mapped[str]
    position: Mapped[int]


class OfficerRow(Base):
    """A person with a post."""

    __tablename__ = "officers"
    __table_args__ = NUMBERED
    topic: ClassVar[Topic] = Topic.OFFICE

    id: Mapped[Id]
    name: Mapped[str]
    post: Mapped[str]
    division_id: Mapped[int | None] = mapped_column(ForeignKey("divisions.id", ondelete="RESTRICT"), index=True)
    acting: Mapped[Acting | None]
    acting_post: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
    position: Mapped[int]


class FrameworkEditionRow(Base):
    """A year's framework that the office keeps itself."""

    __tablename__ = "framework_editions"
    __table_args__ = STRICT
    topic: ClassVar[Topic] = Topic.FRAMEWORKS

    year: Mapped[FiscalYear] = mapped_column(primary_key=True)
    toml: Mapped[str]


class IssuedDocumentRow(Base):
    """A paper as it was issued; a meeting with issued papers cannot be removed."""

    __tablename__ = "issued_documents"
    __table_args__ = NUMBERED
    topic: ClassVar[Topic] = Topic.DOCUMENTS

    id: Mapped[Id]
    kind: Mapped[DocumentKind]
    plan_year: Mapped[FiscalYear] = mapped_column(index=True)
    title: Mapped[str]
    content: Mapped[str]
    program_version: Mapped[str]
    issued_on: Mapped[date]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id", ondelete="RESTRICT"), index=True)
    number: Mapped[str]
    status: Mapped[IssueStatus]
