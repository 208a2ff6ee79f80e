"""What every paper shares: kinds and sheets, what the file carries, and the pieces of several papers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.thai.digits import Numerals


class DocumentKind(StrEnum):
    """The papers that the program makes."""

    SCORE_SHEET = "score_sheet"
    ANALYSIS = "analysis"
    MEASURES_PLAN = "measures_plan"
    MINUTES = "minutes"
    NEWS = "news"
    DEVELOPMENT_REPORT = "development_report"
    FOLLOW_UP = "follow_up"
    OUTSTANDING = "outstanding"
    TIMELINE = "timeline"
    INVITATION = "invitation"
    INVITATION_LETTER = "invitation_letter"
    AGENDA = "agenda"
    SIGN_IN = "sign_in"
    EXTRACT = "extract"
    PHOTO_PAGE = "photo_page"

    @property
    def words(self) -> str:
        """The paper's Thai name in lists, titles and file names."""
        return {
            DocumentKind.SCORE_SHEET: "แผ่นประกาศผลคะแนน ITA",
            DocumentKind.ANALYSIS: "รายงานการวิเคราะห์ผลการประเมิน ITA",
            DocumentKind.MEASURES_PLAN: "แนวทางและมาตรการยกระดับผลการประเมิน ITA",
            DocumentKind.MINUTES: "รายงานการประชุม",
            DocumentKind.NEWS: "ข่าวประชาสัมพันธ์",
            DocumentKind.DEVELOPMENT_REPORT: "รายงานการพัฒนาองค์กรที่เกี่ยวข้องกับการประเมิน ITA",
            DocumentKind.FOLLOW_UP: "รายงานผลการดำเนินการตามมาตรการ",
            DocumentKind.OUTSTANDING: "มาตรการที่ยังค้างของแต่ละส่วนราชการ",
            DocumentKind.TIMELINE: "แผนภูมิระยะเวลาดำเนินการตามมาตรการ",
            DocumentKind.INVITATION: "บันทึกข้อความเชิญประชุม",
            DocumentKind.INVITATION_LETTER: "หนังสือเชิญประชุมบุคคลภายนอก",
            DocumentKind.AGENDA: "ระเบียบวาระการประชุม",
            DocumentKind.SIGN_IN: "บัญชีลงชื่อผู้มาประชุม",
            DocumentKind.EXTRACT: "คัดสำเนามติที่ประชุม",
            DocumentKind.PHOTO_PAGE: "ภาพถ่ายการประชุม",
        }[self]

    @property
    def is_of_meeting(self) -> bool:
        """Whether the paper tells of one meeting."""
        return self in _OF_MEETING


_OF_MEETING = frozenset(
    {
        DocumentKind.INVITATION,
        DocumentKind.INVITATION_LETTER,
        DocumentKind.AGENDA,
        DocumentKind.SIGN_IN,
        DocumentKind.MINUTES,
        DocumentKind.EXTRACT,
        DocumentKind.PHOTO_PAGE,
        DocumentKind.NEWS,
    }
)


class PaperSize(StrEnum):
    """The sheets that a paper can be printed on."""

    A4 = "a4"
    A3 = "a3"

    @property
    def words(self) -> str:
        """Its name on screen and in file names."""
        return self.value.upper()


class ReportRound(StrEnum):
    """The two reports on a plan in its year: after the first half, and after the whole of it."""

    SIX_MONTHS = "six_months"
    TWELVE_MONTHS = "twelve_months"

    @property
    def words(self) -> str:
        """Its name, Arabic digits."""
        return "รอบ 6 เดือน" if self is ReportRound.SIX_MONTHS else "รอบ 12 เดือน"

    def last_day(self, plan_year: FiscalYear) -> date:
        """The last day that the report tells of."""
        quarter = 2 if self is ReportRound.SIX_MONTHS else 4
        return plan_year.quarter(quarter)[1].last_day


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What may be asked for when a paper is made; each counts only for the papers that offer it."""

    size: PaperSize = PaperSize.A4
    round: ReportRound = ReportRound.TWELVE_MONTHS
    division_id: int | None = None
    """The one division whose measures the paper lists, None for all."""
    agenda_position: int | None = None
    """Place in the meeting's agenda, from 0, of the item whose resolution is copied out; None for the first."""


STANDARD_OPTIONS = PaperOptions()
AS_TYPED: Mapping[str, bool] = MappingProxyType({"as_typed": True})
"""Metadata of a field that the pass over the numerals leaves as it is: names of files and addresses."""


@dataclass(frozen=True, slots=True)
class PaperMeta:
    """What every paper carries: `title` and `subject` go into the file, `office` is its author.

    `short_title` names the file: it tells the papers of one office and year apart.
    """

    kind: DocumentKind
    title: str
    short_title: str
    subject: str
    office: str
    numerals: Numerals
    plan_year: FiscalYear


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Space for a signature; `role` stands behind its dotted line, `lines` below it (name in brackets, posts)."""

    lines: tuple[str, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class NumberedText:
    """A point, numbered or a bullet; `lead` is printed in bold before the text."""

    number: str
    text: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the measures table; `responsible` holds a division or person a line."""

    indicator: str
    actions: tuple[str, ...]
    responsible: tuple[str, ...]
    period: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class PhotoPrint:
    """A picture (PNG or JPEG bytes) with its caption."""

    image: bytes
    caption: str = ""
