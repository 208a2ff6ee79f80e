"""The office, its divisions and its officers; every derived name comes from here."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ita_desktop.domain.identity import NEW
from ita_desktop.thai.digits import Numerals


class OfficeKind(StrEnum):
    """The kinds of local office (ita.md 6.1)."""

    SUBDISTRICT_MUNICIPALITY = "subdistrict_municipality"
    SUBDISTRICT = "subdistrict_organization"
    TOWN_MUNICIPALITY = "town_municipality"
    CITY_MUNICIPALITY = "city_municipality"
    PROVINCE = "provincial_organization"

    @property
    def style(self) -> "KindStyle":
        """How offices of this kind are named."""
        return _STYLES[self]


@dataclass(frozen=True, slots=True)
class KindStyle:
    """The words that offices of one kind use; long, short and head take the proper name behind them."""

    label: str
    long: str
    short: str
    head: str
    clerk: str
    divisions: tuple[str, ...]
    ordinance: str
    """What the law that its council passes is called."""
    community: str = "หมู่บ้าน"
    """What its people live in, as its papers say."""


_MUNICIPAL_DIVISIONS = (
    "สำนักปลัดเทศบาล",
    "กองคลัง",
    "กองช่าง",
    "กองการศึกษา",
    "กองสาธารณสุขและสิ่งแวดล้อม",
    "กองสวัสดิการสังคม",
    "กองยุทธศาสตร์และงบประมาณ",
    "หน่วยตรวจสอบภายใน",
)
_SUBDISTRICT_DIVISIONS = (
    "สำนักปลัด",
    "กองคลัง",
    "กองช่าง",
    "กองการศึกษา ศาสนาและวัฒนธรรม",
    "กองสาธารณสุขและสิ่งแวดล้อม",
    "กองสวัสดิการสังคม",
    "หน่วยตรวจสอบภายใน",
)
_PROVINCIAL_DIVISIONS = (
    "สำนักปลัดองค์การบริหารส่วนจังหวัด",
    "กองยุทธศาสตร์และงบประมาณ",
    "กองคลัง",
    "กองช่าง",
    "กองการศึกษา ศาสนาและวัฒนธรรม",
    "กองสาธารณสุข",
    "กองการเจ้าหน้าที่",
    "หน่วยตรวจสอบภายใน",
)

# The head of a municipality is นายกเทศมนตรีตำบลX, never นายกเทศบาล… (ita.md 6.1).
_STYLES = {
    OfficeKind.SUBDISTRICT_MUNICIPALITY: KindStyle(
        "เทศบาลตำบล",
        "เทศบาลตำบล",
        "ทต.",
        "นายกเทศมนตรีตำบล",
        "ปลัดเทศบาล",
        _MUNICIPAL_DIVISIONS,
        "เทศบัญญัติ",
    ),
    OfficeKind.SUBDISTRICT: KindStyle(
        "องค์การบริหารส่วนตำบล (อบต.)",
        "องค์การบริหารส่วนตำบล",
        "อบต.",
        "นายกองค์การบริหารส่วนตำบล",
        "ปลัดองค์การบริหารส่วนตำบล",
        _SUBDISTRICT_DIVISIONS,
        "ข้อบัญญัติ",
    ),
    OfficeKind.TOWN_MUNICIPALITY: KindStyle(
        "เทศบาลเมือง",
        "เทศบาลเมือง",
        "ทม.",
        "นายกเทศมนตรีเมือง",
        "ปลัดเทศบาล",
        _MUNICIPAL_DIVISIONS,
        "เทศบัญญัติ",
        "ชุมชน",
    ),
    OfficeKind.CITY_MUNICIPALITY: KindStyle(
        "เทศบาลนคร",
        "เทศบาลนคร",
        "ทน.",
        "นายกเทศมนตรีนคร",
        "ปลัดเทศบาล",
        _MUNICIPAL_DIVISIONS,
        "เทศบัญญัติ",
        "ชุมชน",
    ),
    OfficeKind.PROVINCE: KindStyle(
        "องค์การบริหารส่วนจังหวัด (อบจ.)",
        "องค์การบริหารส่วนจังหวัด",
        "อบจ.",
        "นายกองค์การบริหารส่วนจังหวัด",
        "ปลัดองค์การบริหารส่วนจังหวัด",
        _PROVINCIAL_DIVISIONS,
        "ข้อบัญญัติ",
        "ชุมชน",
    ),
}


class MeetingNumbering(StrEnum):
    """Which year restarts the meeting numbers (`ครั้งที่ 1/2569`); the office chooses (ita.md 5.1)."""

    FISCAL_YEAR = "fiscal_year"
    CALENDAR_YEAR = "calendar_year"


@dataclass(frozen=True, slots=True)
class Office:
    """The one office whose record this is; `name` is the proper name without its kind."""

    kind: OfficeKind
    name: str
    district: str = ""
    province: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    document_prefix: str = ""
    logo: bytes = b""
    """A PNG or JPEG picture, or empty."""
    garuda: bytes = b""
    """The picture of the ครุฑ that official letters bear, PNG or JPEG; empty leaves its space free."""
    numerals: Numerals = Numerals.THAI
    meeting_numbering: MeetingNumbering = MeetingNumbering.FISCAL_YEAR

    @property
    def long_name(self) -> str:
        """`เทศบาลตำบลX`, as every paper prints it."""
        return self.kind.style.long + self.name

    @property
    def short_name(self) -> str:
        """`ทต.X`."""
        return self.kind.style.short + self.name

    @property
    def head_title(self) -> str:
        """The head's title with the proper name (`นายกเทศมนตรีตำบลX`)."""
        return self.kind.style.head + self.name

    @property
    def place(self) -> str:
        """`อำเภอ… จังหวัด…`, as far as known."""
        parts = (
            f"อำเภอ{self.district}" if self.district else "",
            f"จังหวัด{self.province}" if self.province else "",
        )
        return " ".join(part for part in parts if part)


_TYPED_PREFIX = {
    kind: tuple(sorted({kind.style.long, kind.style.short, kind.style.short.rstrip(".")}, key=len, reverse=True))
    for kind in OfficeKind
}


def split_typed_name(kind: OfficeKind, typed: str) -> tuple[OfficeKind, str]:
    """The kind and proper name of what a clerk typed, whose prefix (`อบต.`, `เทศบาลตำบล`) wins over `kind`."""
    name = " ".join(typed.split())
    for found in (kind, *(other for other in OfficeKind if other is not kind)):
        for prefix in _TYPED_PREFIX[found]:
            if name.startswith(prefix) and len(name) > len(prefix) and not re.match("[ะ-ฺ็-๎]", name[len(prefix)]):
                return found, name[len(prefix) :].lstrip(" .")
    return kind, name


@dataclass(frozen=True, slots=True)
class Division:
    """A division of the office (สำนัก/กอง); `position` orders the list."""

    name: str
    short_name: str = ""
    head: str = ""
    """Title of its head, e.g. `ผู้อำนวยการกองคลัง`."""
    position: int = 0
    id: int = NEW


class Acting(StrEnum):
    """How somebody stands in for a post (ita.md 6.1)."""

    PERFORMING = "performing"
    IN_PLACE_OF = "in_place_of"

    @property
    def words(self) -> str:
        """The official words before the post stood in for."""
        return "ปฏิบัติหน้าที่" if self is Acting.PERFORMING else "รักษาราชการแทน"


@dataclass(frozen=True, slots=True)
class Officer:
    """A person with a post, from `since` to `until` (inclusive, either may be open)."""

    name: str
    """With its prefix: `นายสมชาย ใจดี`."""
    post: str = ""
    division_id: int | None = None
    acting: Acting | None = None
    acting_post: str = ""
    """The post stood in for, when `acting`."""
    since: date | None = None
    until: date | None = None
    position: int = 0
    id: int = NEW

    def serves_on(self, day: date) -> bool:
        """Whether the officer holds the post on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def signatory(self) -> "Signatory":
        """The officer as papers name them."""
        acting = f"{self.acting.words}{self.acting_post}" if self.acting and self.acting_post else ""
        return Signatory(self.name, self.post, acting)


@dataclass(frozen=True, slots=True)
class Signatory:
    """A person as a paper names them; kept as it was on the day, whatever the officer is called later."""

    name: str = ""
    post: str = ""
    acting: str = ""
    """`ปฏิบัติหน้าที่นายก…`, or empty."""

    @property
    def full(self) -> str:
        """`นาย… ตำแหน่ง ปฏิบัติหน้าที่…` in one line."""
        return " ".join(part for part in (self.name, self.post, self.acting) if part)

    @property
    def title(self) -> str:
        """Post and acting post in one line."""
        return " ".join(part for part in (self.post, self.acting) if part)


NOBODY = Signatory()
"""Nobody named yet."""


def preset_divisions(kind: OfficeKind) -> tuple[Division, ...]:
    """The divisions that an office of this kind usually has (ita.md 6.2), unsaved, in their usual order."""
    return tuple(
        Division(name, short_name=_SHORT_DIVISION.get(name, ""), position=n)
        for n, name in enumerate(kind.style.divisions)
    )


_SHORT_DIVISION = {"สำนักปลัดเทศบาล": "สำนักปลัดฯ", "สำนักปลัดองค์การบริหารส่วนจังหวัด": "สำนักปลัดฯ"}

ALL_DIVISIONS = "ทุกส่วนราชการ"
"""The collective word that a measure prints when every division is responsible (ita.md 6.2)."""
