"""Measures of a plan year, their progress, and the plan's own targets and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.office import ALL_DIVISIONS
from ita_desktop.domain.period import Period

MAX_BUDGET = Decimal(10) ** 12
"""The largest budget of one measure, baht."""


class MeasureStatus(StrEnum):
    """How far a measure is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_DONE = "not_done"

    @property
    def words(self) -> str:
        """The Thai name of the status."""
        return {
            MeasureStatus.NOT_STARTED: "ยังไม่เริ่ม",
            MeasureStatus.IN_PROGRESS: "กำลังดำเนินการ",
            MeasureStatus.DONE: "แล้วเสร็จ",
            MeasureStatus.NOT_DONE: "ไม่ได้ดำเนินการ",
        }[self]

    @property
    def is_open(self) -> bool:
        """Whether work is still expected."""
        return self in (MeasureStatus.NOT_STARTED, MeasureStatus.IN_PROGRESS)

    @property
    def is_closed(self) -> bool:
        """Whether the measure has come to its end, which asks for a result."""
        return not self.is_open


@dataclass(frozen=True, slots=True)
class Measure:
    """What the office will do about one indicator in `plan_year`; `indicator_code` may be empty while undecided."""

    plan_year: FiscalYear
    indicator_code: str = ""
    title: str = ""
    """A short name, printed in bold before the actions; often empty."""
    actions: tuple[str, ...] = ()
    """The bullets of แนวทาง/มาตรการ, each without its mark."""
    method: str = ""
    division_ids: tuple[int, ...] = ()
    all_divisions: bool = False
    """Printed as ทุกส่วนราชการ."""
    owner: str = ""
    """A responsible person, by name or post."""
    period: Period = field(default_factory=Period)
    monitoring: str = ""
    output_target: str = ""
    budget: Decimal | None = None
    """Baht."""
    topic: str = ""
    status: MeasureStatus = MeasureStatus.NOT_STARTED
    finding_ids: tuple[int, ...] = ()
    position: int = 0
    id: int = NEW

    @property
    def text(self) -> str:
        """Title and actions as one text, a line each."""
        return "\n".join(part for part in (self.title, *self.actions) if part)

    def is_late(self, today: date) -> bool:
        """Whether the period has ended and work is still expected."""
        return self.status.is_open and self.period.last is not None and self.period.last.last_day < today


def named_divisions(measure: Measure, names: Mapping[int, str]) -> tuple[str, ...]:
    """The divisions that the measure names, ทุกส่วนราชการ first; `names` by their ids, removed ones are passed over."""
    everybody = (ALL_DIVISIONS,) if measure.all_divisions else ()
    return (*everybody, *(names[id_] for id_ in measure.division_ids if id_ in names))


@dataclass(frozen=True, slots=True)
class ProgressEvidence:
    """What proves a progress entry: a file's name with its SHA-256, or an address with the day it was checked."""

    caption: str = ""
    file_name: str = ""
    sha256: str = ""
    url: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """One dated follow-up of a measure; `percent` 0 to 100."""

    measure_id: int
    recorded_on: date
    status: MeasureStatus
    percent: int | None = None
    result: str = ""
    problem: str = ""
    next_step: str = ""
    evidence: tuple[ProgressEvidence, ...] = ()
    id: int = NEW


@dataclass(frozen=True, slots=True)
class Target:
    """What the office wants to reach in the plan year's own assessment, points; all optional."""

    total: Decimal | None = None
    instruments: Mapping[Instrument, Decimal] = field(default_factory=dict)
    level: str = ""


@dataclass(frozen=True, slots=True)
class ThemePoint:
    """One point of a development theme: a bold lead and its text."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme of the organisation-development report."""

    title: str
    points: tuple[ThemePoint, ...] = ()


class PlanStatus(StrEnum):
    """Whether a plan year is still worked on."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan year beside its measures; texts left empty print the standard wording."""

    year: FiscalYear
    status: PlanStatus = PlanStatus.OPEN
    target: Target = field(default_factory=Target)
    background: tuple[str, ...] = ()
    """Paragraphs of ที่มาและความสำคัญ."""
    approaches: tuple[str, ...] = ()
    """The numbered approaches of the plan."""
    themes: tuple[Theme, ...] = ()
    """The themes of the organisation-development report."""
    landscape: bool = False
    """Whether the measures table prints on landscape pages."""
    all_columns: bool = False
    """Whether the measures table prints method, monitoring, target and budget beside its four main columns."""
    signer: str = ""
    """Name of the officer who signs the plan; empty for the head of the office."""

    @property
    def result_year(self) -> FiscalYear:
        """The year whose result the plan answers, always the one before."""
        return self.year - 1
