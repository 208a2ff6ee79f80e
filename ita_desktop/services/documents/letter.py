"""What the external letter (หนังสือภายนอก แบบที่ 1) that invites to a meeting says."""

from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.meeting_documents import InvitationLetterDocument, LetterLines
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services.documents import invitation, meeting_words, wording
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.dates import format_date

_BLANK_NUMBER = "." * 14


def letter(source: PaperSource, meeting: Meeting) -> InvitationLetterDocument:
    """The letter, once for each recipient of the invitation; without any the name is left to be written."""
    office, called = source.office, meeting.invitation
    return InvitationLetterDocument(
        meta=meeting_words.meta(source, meeting, DocumentKind.INVITATION_LETTER),
        number=f"ที่ {invitation.registered_number(source, meeting, _BLANK_NUMBER)}",
        sender=_sender(source),
        dated=format_date(called.dated) if called.dated else meeting_words.BLANK_DATE,
        subject=LetterLines("เรื่อง", (invitation.subject(source, meeting),)),
        greeting="เรียน",
        recipients=called.recipients or (meeting_words.BLANK_PLACE,),
        heads=(LetterLines("สิ่งที่ส่งมาด้วย", invitation.attachments(meeting)),),
        paragraphs=_paragraphs(source, meeting),
        farewell="ขอแสดงความนับถือ",
        signature=wording.signature(invitation.signer(meeting)),
        contact=_contact(source, called.unit),
        garuda=office.garuda,
    )


def _sender(source: PaperSource) -> tuple[str, ...]:
    """Name and address of the office; district and province once, however they were typed."""
    office = source.office
    is_told = office.district in office.address and office.province in office.address
    return tuple(line for line in (office.long_name, office.address, "" if is_told else office.place) if line)


def _paragraphs(source: PaperSource, meeting: Meeting) -> tuple[str, ...]:
    return (
        f"ด้วย{invitation.call(source, meeting)}",
        f"ในการนี้ {source.office.long_name} พิจารณาแล้วเห็นว่าท่านเป็นผู้ที่เกี่ยวข้องกับเรื่องที่จะประชุม "
        "จึงขอเชิญท่านเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย",
        "จึงเรียนมาเพื่อโปรดพิจารณาเข้าร่วมประชุม จักขอบคุณยิ่ง",
    )


def _contact(source: PaperSource, unit: str) -> tuple[str, ...]:
    office = source.office
    lines = (
        unit or office.long_name,
        f"โทรศัพท์ {office.phone}" if office.phone else "",
        f"ไปรษณีย์อิเล็กทรอนิกส์ {office.email}" if office.email else "",
    )
    return tuple(line for line in lines if line)
