"""Paper values as JSON text and back, so that an issued paper reprints as it was."""

from typing import TypeVar

from ita_desktop.domain.documents import Document
from ita_desktop.domain.meeting_documents import (
    AgendaDocument,
    ExtractDocument,
    InvitationDocument,
    InvitationLetterDocument,
    MinutesDocument,
    NewsDocument,
    PhotoPageDocument,
    SignInDocument,
)
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.plan_documents import (
    DevelopmentReportDocument,
    FollowUpDocument,
    MeasuresPlanDocument,
    OutstandingDocument,
    TimelineDocument,
)
from ita_desktop.domain.score_documents import AnalysisDocument, ScoreSheetDocument
from ita_desktop.errors import UserError

Paper = TypeVar("Paper", bound=Document)

_TYPES: dict[DocumentKind, type[Document]] = {
    DocumentKind.SCORE_SHEET: ScoreSheetDocument,
    DocumentKind.ANALYSIS: AnalysisDocument,
    DocumentKind.MEASURES_PLAN: MeasuresPlanDocument,
    DocumentKind.INVITATION: InvitationDocument,
    DocumentKind.INVITATION_LETTER: InvitationLetterDocument,
    DocumentKind.AGENDA: AgendaDocument,
    DocumentKind.SIGN_IN: SignInDocument,
    DocumentKind.MINUTES: MinutesDocument,
    DocumentKind.EXTRACT: ExtractDocument,
    DocumentKind.PHOTO_PAGE: PhotoPageDocument,
    DocumentKind.NEWS: NewsDocument,
    DocumentKind.DEVELOPMENT_REPORT: DevelopmentReportDocument,
    DocumentKind.FOLLOW_UP: FollowUpDocument,
    DocumentKind.OUTSTANDING: OutstandingDocument,
    DocumentKind.TIMELINE: TimelineDocument,
}


def document_json(document: Document) -> str:
    """The whole paper as one JSON object; pictures as Base64, scores as text."""
    import msgspec

    return msgspec.json.encode(document).decode()


def parse_document(kind: DocumentKind, json: str) -> Document:
    """The paper that `document_json` wrote; `UserError` when the text is not such a paper."""
    return _parse(kind, _TYPES[kind], json)


def parse_minutes(json: str) -> MinutesDocument:
    """Minutes that `document_json` wrote; `UserError` when the text is no such paper."""
    return _parse(DocumentKind.MINUTES, MinutesDocument, json)


def _parse(kind: DocumentKind, type_: type[Paper], json: str) -> Paper:
    import msgspec

    try:
        return msgspec.json.decode(json, type=type_)
    except (msgspec.MsgspecError, UnicodeEncodeError) as failure:
        raise UserError(f"อ่านเอกสาร “{kind.words}” ที่เก็บไว้ไม่ได้ จัดทำเอกสารใหม่จากข้อมูลปัจจุบันแทน ({failure})") from failure
