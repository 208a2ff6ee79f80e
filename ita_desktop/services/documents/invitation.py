"""What the memo (บันทึกข้อความ) that calls a meeting says, and what it has in common with the external letter."""

from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.meeting_documents import InvitationDocument, LetterLines
from ita_desktop.domain.office import Signatory
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services.documents import meeting_words, wording
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_arabic

AGENDA_COPY = f"{DocumentKind.AGENDA.words} จำนวน 1 ชุด"
"""What lies beside an invitation unless it names something else."""


def invitation(source: PaperSource, meeting: Meeting) -> InvitationDocument:
    """The memo; what is not known yet is left as a line to fill by hand."""
    called = meeting.invitation
    return InvitationDocument(
        meta=meeting_words.meta(source, meeting, DocumentKind.INVITATION),
        heading="บันทึกข้อความ",
        unit=("ส่วนราชการ", _unit(source, called.unit)),
        number=("ที่", registered_number(source, meeting, "")),
        dated=("วันที่", format_date(called.dated) if called.dated else ""),
        subject=("เรื่อง", subject(source, meeting)),
        heads=(
            LetterLines("เรียน", called.recipients or (_everybody(source, meeting),)),
            LetterLines("สิ่งที่ส่งมาด้วย", attachments(meeting)),
        ),
        paragraphs=(
            f"ด้วย{call(source, meeting)} รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย",
            "จึงเรียนมาเพื่อโปรดทราบ และขอเชิญเข้าประชุมตามวัน เวลา และสถานที่ดังกล่าวโดยพร้อมเพรียงกัน",
        ),
        signature=wording.signature(signer(meeting)),
        garuda=source.office.garuda,
    )


def subject(source: PaperSource, meeting: Meeting) -> str:
    """`ขอเชิญประชุม<name> ครั้งที่ 1/2569`."""
    name, number = meeting_words.name(source, meeting), meeting_words.number(source, meeting)
    return f"ขอเชิญประชุม{name} {number}".strip()


def call(source: PaperSource, meeting: Meeting) -> str:
    """Who holds which meeting when, where and what for."""
    parts = (
        f"{source.office.long_name} กำหนดจัด{meeting_words.title(source, meeting)}",
        meeting_words.called_for(meeting),
        meeting_words.purpose(source, meeting),
    )
    return " ".join(part for part in parts if part)


def attachments(meeting: Meeting) -> tuple[str, ...]:
    """What is sent along, numbered where it is several things."""
    named = tuple(line.strip() for line in meeting.invitation.attachments if line.strip()) or (AGENDA_COPY,)
    if len(named) == 1:
        return named
    return tuple(f"{n}. {line}" for n, line in enumerate(named, start=1))


def registered_number(source: PaperSource, meeting: Meeting, blank: str) -> str:
    """The number as registered behind the office's prefix; `blank` stands for the part not given yet."""
    prefix, number = source.office.document_prefix.strip(), meeting.invitation.number.strip()
    bare = to_arabic(number).isdigit()
    if number and not (prefix and bare):
        return number
    return f"{prefix.removesuffix('/')}/{number or blank}" if prefix else blank


def signer(meeting: Meeting) -> Signatory:
    """Who signs: the one named in the invitation, else the chair."""
    return meeting.invitation.signer if meeting.invitation.signer.name else meeting.chair


def _unit(source: PaperSource, unit: str) -> str:
    office = source.office
    sender = f"{unit} {office.long_name}" if unit and office.long_name not in unit else unit or office.long_name
    return f"{sender} โทร. {office.phone}" if office.phone else sender


def _everybody(source: PaperSource, meeting: Meeting) -> str:
    name = meeting_words.name(source, meeting)
    return f"{name} ทุกท่าน" if name.startswith("คณะ") else "หัวหน้าส่วนราชการและผู้เกี่ยวข้องทุกท่าน"
