"""The page of a meeting's photos."""

from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.meeting_documents import PhotoPageDocument
from ita_desktop.domain.paper import DocumentKind, PhotoPrint
from ita_desktop.services.documents import meeting_words
from ita_desktop.services.documents.pictures import is_picture
from ita_desktop.services.documents.source import PaperSource


def photo_page(source: PaperSource, meeting: Meeting) -> PhotoPageDocument:
    """All photos in their order, without those that are no pictures."""
    return PhotoPageDocument(
        meta=meeting_words.meta(source, meeting, DocumentKind.PHOTO_PAGE),
        title_lines=meeting_words.held_head(source, meeting, DocumentKind.PHOTO_PAGE.words),
        photos=tuple(
            PhotoPrint(photo.image, " ".join(photo.caption.split()))
            for photo in meeting.photos
            if is_picture(photo.image)
        ),
    )
