"""Papers about scores, as values."""

from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.paper import NumberedText, PaperMeta, PaperSize, PlanRow, SignatureBlock


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
