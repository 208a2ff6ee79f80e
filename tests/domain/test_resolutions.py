"""From a resolution to a measure, and what earlier meetings certify."""

from dataclasses import replace
from datetime import date

import pytest

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting import AgendaItem, Meeting, MeetingStatus
from ita_desktop.domain.meeting_states import certifiable
from ita_desktop.domain.office import Division, MeetingNumbering
from ita_desktop.domain.period import Period
from ita_desktop.domain.resolutions import (
    MeasurePart,
    measure_after,
    measure_from_resolution,
    parts_changed,
    responsible,
    with_parts,
)

YEAR = FiscalYear(2569)
NUMBERING = MeetingNumbering.FISCAL_YEAR
DIVISIONS = (
    Division("สำนักปลัดเทศบาล", "สำนักปลัดฯ", id=1),
    Division("กองคลัง", id=2),
    Division("กองการศึกษา ศาสนาและวัฒนธรรม", "กองการศึกษาฯ", id=3),
    Division("กองช่าง", id=4),
)


@pytest.mark.parametrize(
    ("owner", "ids", "everybody", "other"),
    [
        ("กองคลัง", (2,), False, ""),
        ("กองช่าง กองคลัง", (2, 4), False, ""),
        ("กองคลังและกองช่าง", (2, 4), False, ""),
        ("กองการศึกษา ศาสนาและวัฒนธรรม", (3,), False, ""),
        ("กองการศึกษาฯ, สำนักปลัดฯ", (1, 3), False, ""),
        ("สำนักปลัด", (1,), False, ""),
        ("ทุกส่วนราชการ", (), True, ""),
        ("ทุกส่วนราชการ กองคลัง", (2,), True, ""),
        ("นายสมชาย ใจดี", (), False, "นายสมชาย ใจดี"),
        ("กองคลัง นิติกร", (2,), False, "นิติกร"),
        ("", (), False, ""),
    ],
)
def test_that_owners_are_matched_to_divisions_and_the_rest_stays(
    owner: str, ids: tuple[int, ...], everybody: bool, other: str
) -> None:
    assert responsible(owner, DIVISIONS) == (ids, everybody, other)


@pytest.mark.parametrize(
    ("resolution", "actions"),
    [
        ("มอบหมายกองคลังจัดทำคู่มือ", ("จัดทำคู่มือ",)),
        (
            "ที่ประชุมมีมติเห็นชอบ และมอบหมายให้กองคลัง จัดทำคู่มือ\nเผยแพร่บนเว็บไซต์",
            ("จัดทำคู่มือ", "เผยแพร่บนเว็บไซต์"),
        ),
        ("เห็นชอบตามที่เสนอ", ("เห็นชอบตามที่เสนอ",)),
        ("มอบหมายกองคลัง", ("มอบหมายกองคลัง",)),
        ("ที่ประชุมมีมติเห็นชอบ ให้กองคลังจัดทำทะเบียน", ("จัดทำทะเบียน",)),
        ("ที่ประชุมรับทราบ และให้ปรับปรุงเว็บไซต์", ("ปรับปรุงเว็บไซต์",)),
        ("มติที่ประชุม เห็นชอบให้กองคลัง รายงานทุกเดือน", ("รายงานทุกเดือน",)),
        ("ที่ประชุมพิจารณาแล้วมีมติอนุมัติ และมอบหมายให้กองคลังดำเนินการ", ("ดำเนินการ",)),
        ("ให้บริการประชาชนนอกเวลา", ("ให้บริการประชาชนนอกเวลา",)),
        ("เห็นชอบ ให้ความรู้แก่บุคลากร", ("เห็นชอบ ให้ความรู้แก่บุคลากร",)),
        ("ที่ประชุมมีมติเห็นชอบมาตรการตามที่เสนอ", ("ที่ประชุมมีมติเห็นชอบมาตรการตามที่เสนอ",)),
        ("", ()),
    ],
)
def test_that_the_measure_says_the_task(resolution: str, actions: tuple[str, ...]) -> None:
    item = AgendaItem(4, "เรื่อง", resolution=resolution, owner="กองคลัง")
    made = measure_from_resolution(item, YEAR, DIVISIONS)
    assert (made.title, made.actions, made.division_ids, made.period) == ("เรื่อง", actions, (2,), Period())


MEASURE = Measure(
    YEAR,
    title="เดิม",
    actions=("ทำคู่มือ",),
    division_ids=(4,),
    owner="นิติกร",
    period=Period("ต.ค. 68 – ธ.ค. 68", Month(2568, 10), Month(2568, 12)),
    id=5,
)


def test_that_a_resolution_changes_what_it_says_of_a_measure_and_nothing_else() -> None:
    item = AgendaItem(4, "เรื่อง", resolution="ให้กองคลังทำคู่มือ\nเผยแพร่", owner="กองคลัง", due=date(2026, 3, 31))
    after = measure_after(MEASURE, item, DIVISIONS)
    period = Period("ต.ค. 68 – มี.ค. 69", Month(2568, 10), Month(2569, 3))
    assert after == replace(MEASURE, actions=("ทำคู่มือ", "เผยแพร่"), division_ids=(2,), owner="", period=period)
    assert parts_changed(MEASURE, after) == tuple(MeasurePart)
    assert measure_after(MEASURE, AgendaItem(4, "เรื่อง"), DIVISIONS) == MEASURE
    assert parts_changed(MEASURE, MEASURE) == ()


@pytest.mark.parametrize("first", [None, Month(2569, 6)])
def test_that_a_due_day_before_the_measures_start_gives_the_period_of_the_resolution(first: Month | None) -> None:
    begun = replace(MEASURE, period=Period("", first, first))
    after = measure_after(begun, AgendaItem(4, due=date(2026, 3, 31)), DIVISIONS, held_on=date(2026, 1, 5))
    assert (after.period.first, after.period.last) == (Month(2569, 1), Month(2569, 3))


@pytest.mark.parametrize("part", MeasurePart)
def test_that_parts_are_taken_one_by_one(part: MeasurePart) -> None:
    item = AgendaItem(4, resolution="ตรวจ", owner="ทุกส่วนราชการ", due=date(2026, 3, 31))
    after = measure_after(MEASURE, item, DIVISIONS)
    assert parts_changed(MEASURE, with_parts(MEASURE, after, (part,))) == (part,)


@pytest.mark.parametrize(
    ("held_on", "due", "text", "first", "last"),
    [
        (date(2025, 12, 1), date(2026, 3, 15), "ธ.ค. 68 – มี.ค. 69", Month(2568, 12), Month(2569, 3)),
        (None, date(2026, 3, 15), "มี.ค. 69", Month(2569, 3), Month(2569, 3)),
        (date(2026, 5, 1), date(2026, 3, 15), "มี.ค. 69", Month(2569, 3), Month(2569, 3)),
        (date(2025, 8, 20), date(2025, 12, 15), "ต.ค. 68 – ธ.ค. 68", Month(2568, 10), Month(2568, 12)),
    ],
)
def test_that_the_period_runs_from_the_meeting_to_the_due_day(
    held_on: date | None, due: date, text: str, first: Month, last: Month
) -> None:
    made = measure_from_resolution(AgendaItem(4, resolution="ทำ", due=due), YEAR, (), held_on=held_on)
    assert made.period == Period(text, first, last)


FIRST = Meeting(YEAR, "คณะ", number=1, held_on=date(2026, 1, 5), status=MeetingStatus.CHECKED, id=1)
SECOND = replace(FIRST, number=2, held_on=date(2026, 2, 5), id=2)
OTHER = replace(FIRST, name="อื่น", id=4)


def third(title: str, resolution: str) -> Meeting:
    agenda = (AgendaItem(2, title, resolution=resolution),)
    return replace(FIRST, number=3, held_on=date(2026, 3, 5), agenda=agenda, id=3)


@pytest.mark.parametrize(
    ("title", "resolution", "ids"),
    [
        ("รับรองรายงานการประชุม", "ที่ประชุมมีมติรับรองรายงานการประชุม", [2]),
        ("รับรองรายงานการประชุม ครั้งที่ ๑/๒๕๖๙", "รับรอง", [1]),
        ("รับรองรายงานการประชุม ครั้งที่ 1/2569 และครั้งที่ 2/2569", "รับรอง", [1, 2]),
        ("รับรองรายงานการประชุม ครั้งที่ 9/2569", "รับรอง", []),
        ("รับรองรายงานการประชุม", "ไม่รับรอง ให้แก้ไข", []),
        ("รับรองรายงานการประชุม", "", []),
    ],
)
def test_that_agenda_two_tells_what_it_certified(title: str, resolution: str, ids: list[int]) -> None:
    meeting = third(title, resolution)
    found = certifiable(meeting, (FIRST, SECOND, meeting, OTHER), NUMBERING)
    assert [each.id for each in found] == ids
    done = tuple(replace(each, status=MeetingStatus.CERTIFIED) for each in (FIRST, SECOND))
    assert certifiable(meeting, (*done, meeting), NUMBERING) == ()
