"""The papers of a meeting as PDFs."""

from ita_desktop.domain.meeting_documents import (
    AgendaDocument,
    ExtractDocument,
    InvitationDocument,
    InvitationLetterDocument,
    MeetingDocument,
    MinutesDocument,
    PhotoPageDocument,
    SignInDocument,
)
from ita_desktop.pdf.agenda import agenda
from ita_desktop.pdf.extract import extract
from ita_desktop.pdf.invitation import invitation
from ita_desktop.pdf.letter import letter
from ita_desktop.pdf.minutes import minutes
from ita_desktop.pdf.news import news
from ita_desktop.pdf.photo_page import photo_page
from ita_desktop.pdf.sign_in import sign_in


def meeting_paper(document: MeetingDocument) -> bytes:
    """The paper as a PDF; pictures that cannot be read are left out."""
    match document:
        case InvitationDocument():
            return invitation(document)
        case InvitationLetterDocument():
            return letter(document)
        case AgendaDocument():
            return agenda(document)
        case SignInDocument():
            return sign_in(document)
        case MinutesDocument():
            return minutes(document)
        case ExtractDocument():
            return extract(document)
        case PhotoPageDocument():
            return photo_page(document)
        case _:
            return news(document)
