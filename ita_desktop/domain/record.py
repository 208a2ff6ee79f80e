"""One office's whole record as one value, and whether its parts refer to each other rightly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.documents import IssuedDocument
from ita_desktop.domain.finding import Finding
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.library import LibraryMeasure
from ita_desktop.domain.measure import Measure, Plan, Progress
from ita_desktop.domain.meeting import Committee, Meeting, MinutesVersion
from ita_desktop.domain.office import Division, Office, Officer
from ita_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class FrameworkEdition:
    """A framework that the office keeps itself, as the text of its TOML file."""

    year: FiscalYear
    toml: str


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """Everything that one data file holds."""

    office: Office
    divisions: tuple[Division, ...] = ()
    officers: tuple[Officer, ...] = ()
    plans: tuple[Plan, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    findings: tuple[Finding, ...] = ()
    measures: tuple[Measure, ...] = ()
    progress: tuple[Progress, ...] = ()
    library: tuple[LibraryMeasure, ...] = ()
    committees: tuple[Committee, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    minutes_versions: tuple[MinutesVersion, ...] = ()
    issued_documents: tuple[IssuedDocument, ...] = ()
    frameworks: tuple[FrameworkEdition, ...] = ()

    def plan_years(self) -> tuple[FiscalYear, ...]:
        """The years that the record works on, oldest first."""
        years = {plan.year for plan in self.plans} | {measure.plan_year for measure in self.measures}
        years |= {meeting.plan_year for meeting in self.meetings}
        years |= {assessment.year + 1 for assessment in self.assessments}
        return tuple(sorted(years))


def check_references(record: OfficeRecord) -> None:
    """Raise `UserError` naming the place, where ids repeat or point nowhere, or a year stands twice."""
    for place, sentence in _faults(record):
        raise UserError(f"{place}: {sentence}")


def _faults(record: OfficeRecord) -> Iterator[tuple[str, str]]:
    lists: dict[
        str,
        Sequence[
            Division
            | Officer
            | Finding
            | Measure
            | Progress
            | LibraryMeasure
            | Committee
            | Meeting
            | MinutesVersion
            | IssuedDocument
        ],
    ] = {
        "divisions": record.divisions,
        "officers": record.officers,
        "findings": record.findings,
        "measures": record.measures,
        "progress": record.progress,
        "library": record.library,
        "committees": record.committees,
        "meetings": record.meetings,
        "minutes_versions": record.minutes_versions,
        "issued_documents": record.issued_documents,
    }
    ids = {name: {value.id for value in values} for name, values in lists.items()}
    for name, values in lists.items():
        seen: set[int] = set()
        for n, value in enumerate(values):
            if value.id < 1:
                yield f"{name}[{n}].id", "ต้องเป็นเลขตั้งแต่ 1 ขึ้นไป"
            if value.id in seen:
                yield f"{name}[{n}].id", f"หมายเลข {value.id} ซ้ำกับรายการก่อนหน้า"
            seen.add(value.id)
    yield from _repeated_years("plans", [plan.year for plan in record.plans])
    yield from _repeated_years("assessments", [assessment.year for assessment in record.assessments])
    yield from _repeated_years("frameworks", [edition.year for edition in record.frameworks])
    yield from _lost(ids, record)


def _repeated_years(name: str, years: Sequence[FiscalYear]) -> Iterator[tuple[str, str]]:
    for n, year in enumerate(years):
        if year in years[:n]:
            yield f"{name}[{n}].year", f"ปี {year} ซ้ำกับรายการก่อนหน้า"


def _lost(ids: dict[str, set[int]], record: OfficeRecord) -> Iterator[tuple[str, str]]:
    references: list[tuple[str, str, int | None]] = []
    references += [(f"officers[{n}].division_id", "divisions", o.division_id) for n, o in enumerate(record.officers)]
    for n, measure in enumerate(record.measures):
        references += [(f"measures[{n}].division_ids", "divisions", i) for i in measure.division_ids]
        references += [(f"measures[{n}].finding_ids", "findings", i) for i in measure.finding_ids]
    references += [(f"progress[{n}].measure_id", "measures", p.measure_id) for n, p in enumerate(record.progress)]
    for n, meeting in enumerate(record.meetings):
        references.append((f"meetings[{n}].committee_id", "committees", meeting.committee_id))
        references.append((f"meetings[{n}].certified_by_id", "meetings", meeting.certified_by_id))
        references += [
            (f"meetings[{n}].agenda[{k}].measure_ids", "measures", i)
            for k, item in enumerate(meeting.agenda)
            for i in item.measure_ids
        ]
    references += [
        (f"issued_documents[{n}].meeting_id", "meetings", d.meeting_id) for n, d in enumerate(record.issued_documents)
    ]
    references += [
        (f"minutes_versions[{n}].meeting_id", "meetings", v.meeting_id) for n, v in enumerate(record.minutes_versions)
    ]
    for place, where, id_ in references:
        if id_ is not None and id_ not in ids[where]:
            yield place, f"ไม่พบหมายเลข {id_} ใน {where}"
