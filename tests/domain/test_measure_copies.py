"""Many measures made at once are those that `replace` makes one by one."""

from dataclasses import FrozenInstanceError, fields, replace
from decimal import Decimal

import pytest

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.measure_copies import copies, made_of
from ita_desktop.domain.period import parse_period

YEAR = FiscalYear(2569)
MEASURES = [
    Measure(YEAR, "1", "ชื่อ", ("ก", "ข"), "วิธี", (2, 1), owner="สมชาย", budget=Decimal("10.25"), position=1, id=4),
    Measure(YEAR, "2", all_divisions=True, period=parse_period("ตลอดปี", YEAR), monitoring="รายเดือน", id=9),
    Measure(YEAR - 1, output_target="๓ ครั้ง", topic="งาน", status=MeasureStatus.DONE, finding_ids=(3,), id=5),
]


def test_that_copies_differ_in_the_named_fields_alone() -> None:
    before = [replace(measure) for measure in MEASURES]
    assert copies(MEASURES, position=[7, 8, 9], id=iter([1, 2, 3])) == [
        replace(measure, position=place, id=id_)
        for measure, place, id_ in zip(MEASURES, (7, 8, 9), (1, 2, 3), strict=True)
    ]
    assert copies(MEASURES) == before == MEASURES
    assert copies([], position=[]) == []


def test_that_measures_are_made_of_columns_and_never_change_afterwards() -> None:
    columns = {field.name: [getattr(measure, field.name) for measure in MEASURES] for field in fields(Measure)}
    made = made_of(columns, len(MEASURES))
    assert made == MEASURES
    assert [hash(measure) for measure in made] == [hash(measure) for measure in MEASURES]
    with pytest.raises(FrozenInstanceError):
        made[0].title = "อื่น"  # type: ignore[misc] # that is the point
    with pytest.raises(KeyError):
        made_of({"id": [1]}, 1)
