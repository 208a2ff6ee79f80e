"""Papers about the plan and what became of it, as values."""

from dataclasses import dataclass, field
from datetime import date

from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.paper import AS_TYPED, NumberedText, PaperMeta, PaperSize, PlanRow, SignatureBlock


@dataclass(frozen=True, slots=True)
class RowDetails:
    """What a row of the measures table says beside its four columns."""

    previous_score: str = ""
    findings: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    monitoring: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    budget: str = ""


@dataclass(frozen=True, slots=True)
class MeasuresPlanDocument:
    """The measures plan in the form of ที่มาและความสำคัญ, แนวทาง and the measures table.

    `reference` names the OIT item that the paper answers, or is empty. Of the heads in `columns` those are empty
    that no row fills; `details` has one entry a row where the table has all columns, else none.
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
    details: tuple[RowDetails, ...] = ()


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
class EvidencePrint:
    """What proves an entry: its name, the file's name or the address, and when the address was checked."""

    text: str = ""
    file_name: str = field(default="", metadata=AS_TYPED)
    url: str = field(default="", metadata=AS_TYPED)
    checked: str = ""


@dataclass(frozen=True, slots=True)
class EntryPrint:
    """One dated follow-up: when, how far, what came of it, what stood in the way, what is next; each text a line."""

    day: str
    status: str
    result: tuple[str, ...] = ()
    problem: tuple[str, ...] = ()
    next_step: tuple[str, ...] = ()
    evidence: tuple[EvidencePrint, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A measure with what became of it; `nothing` is said in place of entries where there are none."""

    number: str
    row: PlanRow
    status: str
    remarks: tuple[str, ...] = ()
    """That it is late, and that nothing tells since when it has its status."""
    entries: tuple[EntryPrint, ...] = ()
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts of measures: heads, a row a division, and the rows of the whole plan below them."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[tuple[str, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpDocument:
    """The report on the measures of a plan year, until the last day of its round."""

    meta: PaperMeta
    title_lines: tuple[str, ...]
    reference: str
    introduction: tuple[str, ...]
    summary: CountTable | None
    table_heading: str
    columns: tuple[str, ...]
    rows: tuple[FollowUpRow, ...]
    problem_label: str
    next_label: str
    evidence_label: str
    signature: SignatureBlock | None = None


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A measure that is still open: when it is due, how far it is, and what is to be done next."""

    number: str
    row: PlanRow
    due: tuple[str, ...]
    is_late: bool
    status: str
    next_step: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """Open measures under a head of their own, which is empty for the division's own ones."""

    heading: str
    rows: tuple[OpenRow, ...]


@dataclass(frozen=True, slots=True)
class OpenPart:
    """What one division has still to do, or the sentence that it has nothing."""

    heading: str
    lead: str
    groups: tuple[OpenGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class OutstandingDocument:
    """The open measures of each division, a page each; the summary stands first when several are told of."""

    meta: PaperMeta
    title_lines: tuple[str, ...]
    as_of: str
    introduction: tuple[str, ...]
    summary: CountTable | None
    columns: tuple[str, ...]
    parts: tuple[OpenPart, ...]


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """A measure on the timeline: its months counted from 0 for October, None where they are not known.

    Months before 0 or after 11 lie outside the year.
    """

    text: str
    status: MeasureStatus
    words: str
    is_late: bool = False
    first: int | None = None
    last: int | None = None
    note: str = ""
    """Said in place of the bar where it has none."""


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The bars of one indicator."""

    heading: str
    bars: tuple[TimelineBar, ...]


@dataclass(frozen=True, slots=True)
class TimelineScale:
    """What stands over the bars: heads of the indicator, the measure and its status, then the year's parts.

    The first calendar year has the first quarter, the second one the other three.
    """

    columns: tuple[str, str, str]
    years: tuple[str, str]
    quarters: tuple[str, ...]
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineDocument:
    """The year of a plan as bars over its months; `undated` are the measures whose months are not known."""

    meta: PaperMeta
    title_lines: tuple[str, ...]
    scale: TimelineScale | None
    """None where no measure has a bar."""
    groups: tuple[TimelineGroup, ...]
    undated_heading: str
    undated: tuple[NumberedText, ...]
    today: date | None
    """Where the line of the day stands, None outside the year."""
    today_words: str
    size: PaperSize = PaperSize.A4
    empty: str = ""
    """Said in place of the bars where there is no measure."""
