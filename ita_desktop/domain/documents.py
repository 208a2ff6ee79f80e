"""Papers as values: every word is decided before any ink, and numerals are already the office's own."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.meeting_documents import MeetingDocument
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.plan_documents import (
    DevelopmentReportDocument,
    FollowUpDocument,
    MeasuresPlanDocument,
    OutstandingDocument,
    TimelineDocument,
)
from ita_desktop.domain.score_documents import AnalysisDocument, ScoreSheetDocument

Document = (
    MeasuresPlanDocument
    | FollowUpDocument
    | OutstandingDocument
    | TimelineDocument
    | DevelopmentReportDocument
    | ScoreSheetDocument
    | AnalysisDocument
    | MeetingDocument
)


class IssueStatus(StrEnum):
    """How far an issued paper is."""

    DRAFT = "draft"
    SIGNED = "signed"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A paper kept as it was issued; `content` is the document value as JSON, so that a reprint is the same paper."""

    kind: DocumentKind
    plan_year: FiscalYear
    title: str
    content: str
    program_version: str
    issued_on: date
    meeting_id: int | None = None
    number: str = ""
    status: IssueStatus = IssueStatus.DRAFT
    id: int = NEW
