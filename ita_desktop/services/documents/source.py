"""Everything that a paper of one plan year is made from, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import Finding
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks
from ita_desktop.domain.measure import Measure, Plan, Progress
from ita_desktop.domain.meeting import Committee, Meeting, MinutesVersion
from ita_desktop.domain.meeting_documents import MinutesDocument
from ita_desktop.domain.office import ALL_DIVISIONS, Division, Office, Officer, Signatory
from ita_desktop.domain.scoring import Outcome, outcome
from ita_desktop.domain.texts import StandardTexts


@dataclass(frozen=True, slots=True)
class PaperSource:
    """One plan year of an office; the result that it answers is always that of the year before."""

    office: Office
    plan: Plan
    frameworks: Frameworks
    texts: StandardTexts
    today: date
    """What is late follows from it."""
    divisions: tuple[Division, ...] = ()
    officers: tuple[Officer, ...] = ()
    measures: tuple[Measure, ...] = ()
    progress: tuple[Progress, ...] = ()
    """The follow-ups of the measures, oldest first."""
    findings: tuple[Finding, ...] = ()
    """What the analysis of the result year found."""
    assessments: tuple[Assessment, ...] = ()
    committees: tuple[Committee, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    """All meetings of the plan year."""
    series: tuple[Meeting, ...] = ()
    """Those of the told meeting's series in every year: the last minutes of a year are certified in the next."""
    meeting: Meeting | None = None
    """The meeting that the paper tells of."""
    versions: tuple[MinutesVersion, ...] = ()
    """Its minutes before each correction, oldest first."""
    certified: MinutesDocument | None = None
    """Its minutes as they were certified; None while they are not, or when no paper was kept."""

    @property
    def known_meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the year, then others of the series."""
        ids = {meeting.id for meeting in self.meetings}
        return (*self.meetings, *(meeting for meeting in self.series if meeting.id not in ids))

    @property
    def plan_year(self) -> FiscalYear:
        """The year whose measures are planned."""
        return self.plan.year

    @property
    def result_year(self) -> FiscalYear:
        """The year whose result is analysed."""
        return self.plan.result_year

    @property
    def framework(self) -> Framework:
        """The framework of the result year: it names the indicators, levels and marks."""
        return self.frameworks.of(self.result_year)

    def assessment_of(self, year: FiscalYear) -> Assessment:
        """The year's scores, empty when none are recorded."""
        return next((found for found in self.assessments if found.year == year), Assessment(year))

    @property
    def assessment(self) -> Assessment:
        """The scores of the result year."""
        return self.assessment_of(self.result_year)

    @property
    def outcome(self) -> Outcome:
        """What follows from the scores of the result year."""
        return outcome(self.framework, self.assessment)

    def measures_named(self, ids: Sequence[int]) -> tuple[Measure, ...]:
        """The measures with these ids, in this order; ids of removed measures are passed over."""
        by_id = {measure.id: measure for measure in self.measures}
        return tuple(by_id[id_] for id_ in ids if id_ in by_id)

    def responsible(self, measure: Measure) -> tuple[str, ...]:
        """Who carries a measure out, a line each: divisions in the office's order, then the person."""
        names = (ALL_DIVISIONS,) if self.is_collective(measure) else self.owners(measure)
        return (*names, measure.owner) if measure.owner else names

    def is_collective(self, measure: Measure) -> bool:
        """Whether every division answers for the measure."""
        names = self.owners(measure)
        return measure.all_divisions or (len(names) > 1 and len(names) == len(self.divisions))

    def is_answered_by(self, measure: Measure, division: Division) -> bool:
        """Whether the division is named for the measure, alone or beside some others."""
        return division.id in measure.division_ids and not self.is_collective(measure)

    def is_unowned(self, measure: Measure) -> bool:
        """Whether no division answers for the measure; a person may be named."""
        return not self.is_collective(measure) and not self.owners(measure)

    def owners(self, measure: Measure) -> tuple[str, ...]:
        """The divisions named for the measure, in the office's order."""
        return tuple(division.name for division in self.divisions if division.id in measure.division_ids)

    def head(self) -> Signatory:
        """Who holds or stands in for the head's post now; without a known officer the bare title."""
        title = self.office.head_title
        holders = [officer for officer in self.officers if title in (officer.post, officer.acting_post)]
        last = max(holders, key=_recency, default=None)
        return last.signatory if last else Signatory("", title)

    def signer(self) -> Signatory:
        """Who signs the plan: the officer named in it, else the head."""
        if not self.plan.signer:
            return self.head()
        named = (officer.signatory for officer in self.officers if officer.name == self.plan.signer)
        return next(named, Signatory(self.plan.signer))


def _recency(officer: Officer) -> tuple[bool, date, date]:
    """Those still in office count as later than those who left."""
    return officer.until is None, officer.until or date.min, officer.since or date.min


def verified_item(framework: Framework, code: str) -> str:
    """`แบบวัด OIT ข้อ o25 …` for an item that was checked against its source in that year, else empty.

    Both must be checked: the item's own code, and that it is the one of the measures and their report.
    """
    pair = framework.evidence.get("pair")
    if pair is None or not pair.verified:
        return ""
    for item in framework.oit_items:
        if code and item.code == code and item.verified:
            return f"แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT) ข้อ {item.code} {item.name}"
    return ""
