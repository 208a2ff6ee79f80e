"""Papers about a meeting, as values."""

from dataclasses import dataclass

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
class MinutesItem:
    """One item below an agenda head; `rows` is a measures table set under it."""

    title: str = ""
    paragraphs: tuple[str, ...] = ()
    resolution_heading: str = ""
    resolution: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[PlanRow, ...] = ()


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
