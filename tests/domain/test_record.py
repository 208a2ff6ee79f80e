from dataclasses import replace
from datetime import date

import pytest

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus, Plan, Progress
from ita_desktop.domain.meeting import AgendaItem, Meeting
from ita_desktop.domain.office import Division, Office, OfficeKind, Officer
from ita_desktop.domain.record import FrameworkEdition, OfficeRecord, check_references
from ita_desktop.errors import UserError

YEAR = FiscalYear(2569)
RECORD = OfficeRecord(
    Office(OfficeKind.SUBDISTRICT, "ทุ่งกว้าง"),
    divisions=(Division("กองคลัง", id=1),),
    officers=(Officer("นายสมมุติ", division_id=1, id=1),),
    plans=(Plan(YEAR),),
    assessments=(Assessment(YEAR - 1),),
    measures=(Measure(YEAR, division_ids=(1,), id=1),),
    progress=(Progress(1, date(2026, 1, 1), MeasureStatus.DONE, id=1),),
    meetings=(Meeting(YEAR, agenda=(AgendaItem(4, measure_ids=(1,)),), id=1),),
)


def test_that_a_whole_record_passes() -> None:
    check_references(RECORD)


def test_that_the_plan_years_include_the_year_after_each_result() -> None:
    record = replace(RECORD, plans=(), measures=(), meetings=(), assessments=(Assessment(FiscalYear(2566)),))
    assert record.plan_years() == (FiscalYear(2567),)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"divisions": (Division("ก", id=1), Division("ข", id=1))}, "divisions[1].id"),
        ({"divisions": (Division("ก", id=0),)}, "divisions[0].id"),
        ({"officers": (Officer("น", division_id=9, id=1),)}, "officers[0].division_id"),
        ({"measures": (Measure(YEAR, division_ids=(7,), id=1),)}, "measures[0].division_ids"),
        ({"measures": (Measure(YEAR, finding_ids=(7,), id=1),)}, "measures[0].finding_ids"),
        ({"progress": (Progress(9, date(2026, 1, 1), MeasureStatus.DONE, id=1),)}, "progress[0].measure_id"),
        ({"meetings": (Meeting(YEAR, committee_id=3, id=1),)}, "meetings[0].committee_id"),
        ({"meetings": (Meeting(YEAR, certified_by_id=3, id=1),)}, "meetings[0].certified_by_id"),
        (
            {"meetings": (Meeting(YEAR, agenda=(AgendaItem(1), AgendaItem(4, measure_ids=(8,))), id=1),)},
            "meetings[0].agenda[1].measure_ids",
        ),
        ({"plans": (Plan(YEAR), Plan(YEAR))}, "plans[1].year"),
        ({"assessments": (Assessment(YEAR), Assessment(YEAR))}, "assessments[1].year"),
        ({"frameworks": (FrameworkEdition(YEAR, "a"), FrameworkEdition(YEAR, "b"))}, "frameworks[1].year"),
    ],
)
def test_that_a_fault_is_refused_with_its_place(change: dict[str, object], place: str) -> None:
    with pytest.raises(UserError) as refusal:
        check_references(replace(RECORD, **change))  # type: ignore[arg-type]
    assert refusal.value.sentence.startswith(place)
