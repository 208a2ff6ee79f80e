"""Papers about the plan and what became of it, as values."""

from dataclasses import dataclass

from ita_desktop.domain.paper import NumberedText, PaperMeta, PlanRow, SignatureBlock


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
