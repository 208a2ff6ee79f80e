"""Papers as values: every word is decided before any ink, and numerals are already the office's own."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.thai.digits import Numerals


class DocumentKind(StrEnum):
    """The papers that the program makes."""

    SCORE_SHEET = "score_sheet"
    ANALYSIS = "analysis"
    MEASURES_PLAN = "measures_plan"
    MINUTES = "minutes"
    NEWS = "news"
    DEVELOPMENT_REPORT = "development_report"

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
        }[self]

    @property
    def is_of_meeting(self) -> bool:
        """Whether the paper tells of one meeting."""
        return self in (DocumentKind.MINUTES, DocumentKind.NEWS)


class PaperSize(StrEnum):
    """The sheets that a paper can be printed on."""

    A4 = "a4"
    A3 = "a3"

    @property
    def words(self) -> str:
        """Its name on screen and in file names."""
        return self.value.upper()


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
class MeasuresPlanDocument:
    """The measures plan in the form of ที่มาและความสำคัญ, แนวทาง and the measures table.

    `reference` names the OIT item that the paper answers, or is empty.
    """

    meta: PaperMeta
    title_lines: tuple[str, ...]
    reference: str
    first_heading: str
    background_heading: str
    background: tuple[str, ...]
    second_heading: str
    approaches: tuple[NumberedText, ...]
    table_heading: str
    columns: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    landscape: bool = False
    signature: SignatureBlock | None = None


@dataclass(frozen=True, slots=True)
class PhotoPrint:
    """A picture (PNG or JPEG bytes) with its caption."""

    image: bytes
    caption: str = ""


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
class ThemePart:
    """A theme of the development report; its points have no numbers."""

    heading: str
    points: tuple[NumberedText, ...]


@dataclass(frozen=True, slots=True)
class DevelopmentReportDocument:
    """The organisation-development report."""

    meta: PaperMeta
    title_lines: tuple[str, ...]
    reference: str
    lead: tuple[str, ...]
    introduction: tuple[str, ...]
    themes: tuple[ThemePart, ...]
    signature: SignatureBlock | None = None


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


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One score of the score sheet: values for the bars, words for the table."""

    label: str
    score: Decimal | None
    previous: Decimal | None
    score_text: str
    previous_text: str
    change_text: str

    @property
    def is_known(self) -> bool:
        """Whether either year's score is known."""
        return self.score is not None or self.previous is not None


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """An instrument with its indicators."""

    instrument: ScoreRow
    indicators: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class ScoreResult:
    """The scores of a result year beside those of the year before; a text that is not certain is empty."""

    total_heading: str
    total: ScoreRow
    level_heading: str
    level: str
    reason: str
    announced: str
    columns: tuple[str, ...]
    groups: tuple[ScoreGroup, ...]
    chart_title: str
    year_label: str
    previous_label: str
    pass_mark: Decimal
    pass_mark_label: str

    @property
    def indicators(self) -> tuple[ScoreRow, ...]:
        """The indicators of all instruments in their order."""
        return tuple(row for group in self.groups for row in group.indicators)


@dataclass(frozen=True, slots=True)
class ScoreSheetDocument:
    """The score sheet for the notice board."""

    meta: PaperMeta
    office: str
    title_lines: tuple[str, ...]
    result: ScoreResult
    remarks: tuple[NumberedText, ...] = ()
    """The target, the year before, the way to the next level, the weakest indicators."""
    logo: bytes = b""
    size: PaperSize = PaperSize.A4


@dataclass(frozen=True, slots=True)
class TextPart:
    """A headed part of running text and points; without a heading it is not printed."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    points: tuple[NumberedText, ...] = ()


@dataclass(frozen=True, slots=True)
class DetailGroup:
    """The questions or items below an indicator; a row's label begins with the code only where that was checked."""

    heading: str
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding: on what, what was found, why, and what the assessors recommend."""

    indicator: str
    text: str = ""
    cause: str = ""
    recommendation: str = ""


@dataclass(frozen=True, slots=True)
class FindingPart:
    """The findings of one class."""

    heading: str
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class MeasurePart:
    """The measures, in short, that answer the findings of one class."""

    heading: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One score over the years of a `ScoreHistory`, None where unknown."""

    name: str
    scores: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class ScoreHistory:
    """Total and instruments over the years, oldest first."""

    title: str
    years: tuple[FiscalYear, ...]
    lines: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class AnalysisDocument:
    """The booklet that analyses a result and leads to the measures of the plan year; an empty part is not printed."""

    meta: PaperMeta
    office: str
    title_lines: tuple[str, ...]
    reference: str
    background: TextPart
    result_heading: str
    result: ScoreResult
    comparison: TextPart
    details_heading: str
    detail_columns: tuple[str, ...]
    details: tuple[DetailGroup, ...]
    findings_lead: TextPart
    finding_columns: tuple[str, ...]
    findings: tuple[FindingPart, ...]
    effects: TextPart
    next_level: TextPart
    measures_heading: str
    measure_columns: tuple[str, ...]
    measures: tuple[MeasurePart, ...]
    signature: SignatureBlock | None = None
    logo: bytes = b""
    history: ScoreHistory | None = None
    """From three years on; with fewer the comparison says it all."""


Document = (
    MeasuresPlanDocument
    | NewsDocument
    | DevelopmentReportDocument
    | MinutesDocument
    | ScoreSheetDocument
    | AnalysisDocument
)


class IssueStatus(StrEnum):
    """How far an issued paper is."""

    DRAFT = "draft"
    SIGNED = "signed"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A paper kept as it was issued; `content` is the document value as JSON, so that a reprint is the same paper."""

    kind: DocumentKind
    plan_year: FiscalYear
    title: str
    content: str
    program_version: str
    issued_on: date
    meeting_id: int | None = None
    number: str = ""
    status: IssueStatus = IssueStatus.DRAFT
    id: int = NEW
