"""Papers about a meeting, as values."""

from dataclasses import dataclass

from ita_desktop.domain.meeting import AgendaTable
from ita_desktop.domain.paper import NumberedText, PaperMeta, PhotoPrint, PlanRow, SignatureBlock


@dataclass(frozen=True, slots=True)
class NewsDocument:
    """The news sheet about a meeting for the notice board."""

    meta: PaperMeta
    banner: str
    office: str
    place: str
    occasion: str
    headline: tuple[str, ...]
    lead: tuple[str, ...]
    points: tuple[NumberedText, ...]
    closing: tuple[str, ...]
    contact: tuple[str, ...] = ()
    """The office's address and the ways to reach it, a line each."""
    logo: bytes = b""
    photos: tuple[PhotoPrint, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One numbered person of an attendance list."""

    number: str
    name: str
    post: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class PeopleList:
    """ผู้มาประชุม, ผู้ไม่มาประชุม or ผู้เข้าร่วมประชุม with its people."""

    heading: str
    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of a table, a cell a column; a heading is bold, and one that is a single cell spans the columns."""

    cells: tuple[str, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class MinutesTable:
    """A table of the plan year under an agenda item: `lines`, or `rows` when it is the measures table."""

    kind: AgendaTable
    title: str
    columns: tuple[str, ...] = ()
    lines: tuple[TableLine, ...] = ()
    rows: tuple[PlanRow, ...] = ()
    note: str = ""
    """Stands below the table, or in its place where there is nothing to show."""


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """One item below an agenda head; `rows` is a measures table set under it, `tables` follow it."""

    title: str = ""
    paragraphs: tuple[str, ...] = ()
    resolution_heading: str = ""
    resolution: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[PlanRow, ...] = ()
    tables: tuple[MinutesTable, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesPart:
    """One agenda head (ระเบียบวาระที่ …) with its items."""

    heading: str
    items: tuple[MinutesItem, ...]


@dataclass(frozen=True, slots=True)
class MinutesDocument:
    """Minutes after แบบที่ 11 of the correspondence regulation (ita.md 5.1)."""

    meta: PaperMeta
    title_lines: tuple[str, ...]
    people: tuple[PeopleList, ...]
    started: str
    parts: tuple[MinutesPart, ...]
    ended: str
    signatures: tuple[SignatureBlock, ...]
    mark: str = ""
    """Stands above the head while the minutes are a draft."""
    quorum: str = ""
    """How many of the members came; empty where the lists name nobody."""
    certified: str = ""
    """Which meeting certified the minutes, below the signatures."""


@dataclass(frozen=True, slots=True)
class LetterLines:
    """A head of a letter (เรียน, สิ่งที่ส่งมาด้วย) with its lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InvitationDocument:
    """The memo (บันทึกข้อความ) that calls a meeting; an empty text behind a label is a line to fill by hand."""

    meta: PaperMeta
    heading: str
    unit: tuple[str, str]
    """Label and text, as `number`, `dated` and `subject`."""
    number: tuple[str, str]
    dated: tuple[str, str]
    subject: tuple[str, str]
    heads: tuple[LetterLines, ...]
    paragraphs: tuple[str, ...]
    signature: SignatureBlock
    garuda: bytes = b""


@dataclass(frozen=True, slots=True)
class InvitationLetterDocument:
    """The external letter (หนังสือภายนอก) that invites to a meeting, once for each of the recipients."""

    meta: PaperMeta
    number: str
    sender: tuple[str, ...]
    dated: str
    subject: LetterLines
    greeting: str
    recipients: tuple[str, ...]
    heads: tuple[LetterLines, ...]
    paragraphs: tuple[str, ...]
    farewell: str
    signature: SignatureBlock
    contact: tuple[str, ...]
    garuda: bytes = b""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One item of the agenda; `note` tells what lies beside it."""

    number: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One agenda head with its items; without any `remark` stands below it, or a line to fill by hand."""

    heading: str
    entries: tuple[AgendaEntry, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AgendaDocument:
    """The agenda (ระเบียบวาระการประชุม) under the head that the minutes will have."""

    meta: PaperMeta
    title_lines: tuple[str, ...]
    parts: tuple[AgendaPart, ...]


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One person who is expected; `role` is theirs in the meeting."""

    number: str
    name: str
    post: str = ""
    role: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SignInGroup:
    """The rows below one heading; an empty heading is not printed."""

    heading: str
    rows: tuple[SignInRow, ...]


@dataclass(frozen=True, slots=True)
class SignInDocument:
    """The sheet that those who come sign; the page is filled with empty rows that go on numbering."""

    meta: PaperMeta
    title_lines: tuple[str, ...]
    columns: tuple[str, ...]
    groups: tuple[SignInGroup, ...]

    @property
    def count(self) -> int:
        """How many persons are named."""
        return sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True, slots=True)
class ExtractDocument:
    """The resolution on one agenda item, copied out of the minutes and certified as a true copy."""

    meta: PaperMeta
    title_lines: tuple[str, ...]
    heading: str
    item: MinutesItem
    certification: str
    signature: SignatureBlock
    dated: str
    mark: str = ""
    """Stands above the head while the minutes are a draft."""


@dataclass(frozen=True, slots=True)
class PhotoPageDocument:
    """The photos of a meeting with their captions."""

    meta: PaperMeta
    title_lines: tuple[str, ...]
    photos: tuple[PhotoPrint, ...] = ()


MeetingDocument = (
    InvitationDocument
    | InvitationLetterDocument
    | AgendaDocument
    | SignInDocument
    | MinutesDocument
    | ExtractDocument
    | PhotoPageDocument
    | NewsDocument
)
"""Every paper of a meeting."""
