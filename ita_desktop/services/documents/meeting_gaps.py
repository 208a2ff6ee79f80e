"""What a meeting's papers still lack, in sentences that say where to mend it."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.meeting import Meeting, MeetingStatus
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.extract import resolved
from ita_desktop.services.documents.invitation import signer
from ita_desktop.services.documents.news import MAX_PHOTOS
from ita_desktop.services.documents.pictures import is_picture
from ita_desktop.services.documents.source import PaperSource

_INVITING = (DocumentKind.INVITATION, DocumentKind.INVITATION_LETTER)
_CHAIRED = (DocumentKind.MINUTES, DocumentKind.NEWS)


def has_content(meeting: Meeting, kind: DocumentKind, unreadable: Sequence[int]) -> bool:
    """Whether the paper has anything to show: without a photo or a resolution two of them have not."""
    if kind is DocumentKind.PHOTO_PAGE:
        return len(meeting.photos) > len(unreadable)
    return kind is not DocumentKind.EXTRACT or bool(resolved(meeting))


def missing_of_meeting(
    source: PaperSource, meeting: Meeting, kind: DocumentKind, unreadable: Sequence[int]
) -> Iterator[str]:
    """What is still to enter before the paper of the meeting is complete; `unreadable` counts photos from 1."""
    if meeting.held_on is None:
        yield "ยังไม่ได้กรอกวันที่ประชุม"
    if not meeting.place.strip():
        yield "ยังไม่ได้กรอกสถานที่ประชุม"
    if kind in _CHAIRED and not meeting.chair.name:
        yield "ยังไม่ได้กรอกประธานที่ประชุม"
    if kind in _INVITING:
        yield from _missing_of_invitation(source, meeting, kind)
    elif kind is DocumentKind.AGENDA and not any(item.title.strip() for item in meeting.agenda):
        yield "ยังไม่ได้กรอกเรื่องในระเบียบวาระ"
    elif kind is DocumentKind.SIGN_IN and not meeting.attendances:
        yield "ยังไม่ได้กรอกรายชื่อผู้มาประชุม เอกสารจะเว้นแถวว่างไว้ให้เขียน"
    elif kind is DocumentKind.EXTRACT:
        yield from _missing_of_extract(meeting)
    elif kind in (DocumentKind.NEWS, DocumentKind.PHOTO_PAGE):
        yield from _missing_photos(meeting, kind, unreadable)


def _missing_of_invitation(source: PaperSource, meeting: Meeting, kind: DocumentKind) -> Iterator[str]:
    if meeting.starts_at is None:
        yield "ยังไม่ได้กรอกเวลาเริ่มประชุม"
    if kind is DocumentKind.INVITATION_LETTER and not meeting.invitation.recipients:
        yield "ยังไม่ได้กรอกผู้รับหนังสือ หนังสือจะเว้นที่ไว้ให้เขียน"
    if not signer(meeting).name:
        yield "ยังไม่ได้กรอกผู้ลงนามหรือประธานที่ประชุม"
    if not source.office.garuda:
        yield "ยังไม่มีรูปตราครุฑ หนังสือจะเว้นที่ไว้ เพิ่มรูปได้ใน “ข้อมูลหน่วยงาน”"
    elif not is_picture(source.office.garuda):
        yield "เปิดรูปตราครุฑไม่ได้ หนังสือจะเว้นที่ไว้ เลือกรูปใหม่ใน “ข้อมูลหน่วยงาน”"


def _missing_of_extract(meeting: Meeting) -> Iterator[str]:
    if not resolved(meeting):
        yield "ยังไม่ได้บันทึกมติที่ประชุม บันทึกมติในแท็บ “การประชุม” ก่อนคัดสำเนา"
    elif meeting.status is MeetingStatus.DRAFT:
        yield "รายงานการประชุมยังเป็นร่าง สำเนาจะระบุว่าเป็นร่าง"


def _missing_photos(meeting: Meeting, kind: DocumentKind, unreadable: Sequence[int]) -> Iterator[str]:
    paper = "ข่าว" if kind is DocumentKind.NEWS else "เอกสาร"
    if unreadable:
        which = wording.listed([str(n) for n in unreadable])
        yield f"เปิดภาพที่ {which} ของการประชุมไม่ได้ {paper}จะไม่มีภาพนี้ เลือกไฟล์ JPG หรือ PNG ใหม่แทน"
    sound = len(meeting.photos) - len(unreadable)
    if kind is DocumentKind.PHOTO_PAGE and not sound:
        yield "ยังไม่มีภาพถ่ายการประชุม เพิ่มภาพในแท็บ “การประชุม” ก่อน"
    if kind is DocumentKind.NEWS and sound > MAX_PHOTOS:
        yield f"มีภาพ {sound} ภาพ ข่าวจะแสดง {MAX_PHOTOS} ภาพแรก"
