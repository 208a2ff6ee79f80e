"""What the lists of open measures say."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from paper_samples import DIVISIONS, EMPTY, FULL, MEASURES, PLAN_YEAR, all_text

from ita_desktop.domain.measure import Measure, MeasureStatus, Progress
from ita_desktop.domain.paper import DocumentKind, PaperOptions
from ita_desktop.domain.period import Period, parse_period
from ita_desktop.domain.plan_documents import OpenPart
from ita_desktop.services.documents.outstanding import NO_DIVISION, outstanding
from ita_desktop.services.documents.papers import choices_of
from ita_desktop.services.documents.source import PaperSource

OFFICE_OF_CLERK, FINANCE, WORKS, HEALTH = (division.id for division in DIVISIONS)


def _measure(id_: int, title: str, period: str, *divisions: int) -> Measure:
    return replace(
        MEASURES[0],
        id=id_,
        position=id_,
        title=title,
        all_divisions=not divisions,
        division_ids=divisions,
        period=parse_period(period, PLAN_YEAR),
    )


EVERYBODYS = _measure(1, "ของทุกกอง", "ตลอดปี")
LATER = _measure(2, "ถึงมิถุนายน", "ต.ค. 68 - มิ.ย. 69", FINANCE)
LATE = replace(_measure(3, "เลยแล้วสองเดือน", "ต.ค. 68 - ม.ค. 69", FINANCE), status=MeasureStatus.IN_PROGRESS)
ENDLESS = _measure(4, "ไม่มีกำหนด", "ต่อเนื่องทุกปี", FINANCE)
LATEST = _measure(5, "เลยแล้วสามเดือน", "ธ.ค. 68", FINANCE, WORKS)
DONE = replace(_measure(6, "เสร็จแล้ว", "ธ.ค. 68", FINANCE), status=MeasureStatus.DONE)
NOBODYS = replace(_measure(7, "ไม่มีเจ้าของ", "ต.ค. 68 - เม.ย. 69"), all_divisions=False, owner="")
SOURCE = replace(
    FULL,
    measures=(EVERYBODYS, LATER, LATE, ENDLESS, LATEST, DONE, NOBODYS),
    progress=(
        Progress(3, date(2026, 1, 5), MeasureStatus.IN_PROGRESS, 10, next_step="ขั้นเก่า", id=1),
        Progress(3, date(2026, 2, 5), MeasureStatus.IN_PROGRESS, 60, next_step="ส่งร่างให้นายก\nประกาศ", id=2),
    ),
)


def _titles(part: OpenPart) -> list[list[str]]:
    return [[row.row.title for row in group.rows] for group in part.groups]


def _part(source: PaperSource, division: int) -> OpenPart:
    (part,) = outstanding(source, division).parts
    return part


def test_that_a_division_has_its_own_late_ones_first_and_then_those_of_everybody() -> None:
    part = _part(SOURCE, FINANCE)
    assert part.heading == "กองคลัง"
    assert part.lead == "ยังค้าง 5 มาตรการ เลยกำหนดแล้ว 2 มาตรการ"
    assert _titles(part) == [["เลยแล้วสามเดือน", "เลยแล้วสองเดือน", "ถึงมิถุนายน", "ไม่มีกำหนด"], ["ของทุกกอง"]]
    assert [group.heading for group in part.groups] == ["", "มาตรการที่ทุกส่วนราชการรับผิดชอบร่วมกัน"]
    assert [row.number for group in part.groups for row in group.rows] == ["1", "2", "3", "4", "5"]


def test_that_a_row_tells_when_it_is_due_how_far_it_is_and_what_is_next() -> None:
    rows = {row.row.title: row for group in _part(SOURCE, FINANCE).groups for row in group.rows}
    late = rows["เลยแล้วสองเดือน"]
    assert (late.due, late.is_late, late.status) == (
        ("ภายใน 31 ม.ค. 69", "เลยกำหนด 74 วัน"),
        True,
        "กำลังดำเนินการ ร้อยละ 60",
    )
    assert late.next_step == ("ส่งร่างให้นายก", "ประกาศ")
    assert rows["ถึงมิถุนายน"].due == ("ภายใน 30 มิ.ย. 69", "เหลือ 76 วัน")
    assert rows["ถึงมิถุนายน"].next_step == ("ยังไม่ได้บันทึก",)
    assert rows["ไม่มีกำหนด"].due == ("ต่อเนื่องทุกปี", "ไม่ทราบวันครบกำหนด")
    assert rows["เลยแล้วสามเดือน"].row.responsible == ("กองคลัง", "กองช่าง")


def test_that_a_wrong_clock_opens_no_measure_that_is_done() -> None:
    ended = Progress(6, date(2026, 1, 5), MeasureStatus.DONE, result="ครบ")
    long_ago = replace(SOURCE, measures=(DONE,), progress=(ended,), today=date(2010, 1, 1))
    assert outstanding(long_ago).parts == ()


def test_that_the_last_day_is_not_late() -> None:
    today = replace(SOURCE, today=date(2026, 6, 30), measures=(LATER,))
    assert _part(today, FINANCE).groups[0].rows[0].due == ("ภายใน 30 มิ.ย. 69", "ครบกำหนดวันนี้")
    tomorrow = replace(today, today=date(2026, 7, 1))
    assert _part(tomorrow, FINANCE).groups[0].rows[0].due[-1] == "เลยกำหนด 1 วัน"


def test_that_all_lists_have_a_page_for_each_division_and_nobodys_last() -> None:
    document = outstanding(SOURCE)
    assert [part.heading for part in document.parts] == [
        "สำนักปลัดเทศบาล",
        "กองคลัง",
        "กองช่าง",
        "กองสาธารณสุขและสิ่งแวดล้อม",
        NO_DIVISION,
    ]
    assert _titles(document.parts[0]) == [["ของทุกกอง"]]
    assert _titles(document.parts[-1]) == [["ไม่มีเจ้าของ"]]
    assert "เสร็จแล้ว" not in all_text(document)
    assert document.introduction == ("จากมาตรการทั้งหมด 7 มาตรการ ยังค้าง 6 มาตรการ เลยกำหนดแล้ว 2 มาตรการ",)


def test_that_the_summary_counts_each_division_and_the_whole_plan_once() -> None:
    summary = outstanding(SOURCE).summary
    assert summary is not None
    assert summary.columns == ("ส่วนราชการ", "ยังค้าง", "เลยกำหนด", "ครบกำหนดใน 30 วัน")
    assert summary.rows == (
        ("สำนักปลัดเทศบาล", "–", "–", "–"),
        ("กองคลัง", "4", "2", "–"),
        ("กองช่าง", "1", "1", "–"),
        ("กองสาธารณสุขและสิ่งแวดล้อม", "–", "–", "–"),
        ("ทุกส่วนราชการ", "1", "–", "–"),
        ("ยังไม่ระบุส่วนราชการ", "1", "–", "1"),
    )
    assert summary.totals == (("รวมทั้งแผน", "6", "2", "1"),)


def test_that_a_division_without_open_measures_has_a_polite_sentence_and_no_page_among_all() -> None:
    alone = replace(SOURCE, measures=(LATER, DONE))
    part = _part(alone, HEALTH)
    assert part == OpenPart("กองสาธารณสุขและสิ่งแวดล้อม", "ไม่มีมาตรการที่ยังค้าง ขอขอบคุณกองสาธารณสุขและสิ่งแวดล้อมที่ดำเนินการครบถ้วน")
    assert [part.heading for part in outstanding(alone).parts] == ["กองคลัง"]
    finished = outstanding(replace(SOURCE, measures=(DONE,)))
    assert finished.introduction == ("ไม่มีมาตรการที่ยังค้าง ขอขอบคุณทุกส่วนราชการที่ดำเนินการครบ 1 มาตรการ",)
    assert (finished.parts, finished.summary, finished.columns) == ((), None, ())
    assert outstanding(EMPTY).introduction == ("ยังไม่มีมาตรการของปีงบประมาณ พ.ศ. 2569",)


def test_that_an_office_that_names_no_divisions_still_lists_what_is_everybodys() -> None:
    document = outstanding(replace(SOURCE, divisions=(), measures=(EVERYBODYS,)))
    assert [(part.heading, _titles(part)) for part in document.parts] == [("ทุกส่วนราชการ", [["ของทุกกอง"]])]


def test_that_a_division_that_is_gone_leaves_its_measures_to_nobody() -> None:
    gone = replace(SOURCE, divisions=DIVISIONS[:1], measures=(LATE,))
    assert [part.heading for part in outstanding(gone).parts] == [NO_DIVISION]
    assert [part.heading for part in outstanding(gone, FINANCE).parts] == [NO_DIVISION]


def test_that_each_division_can_be_asked_for_and_has_a_file_name_of_its_own() -> None:
    found = {choice.kind: choice for choice in choices_of(SOURCE)}[DocumentKind.OUTSTANDING]
    assert [variant.words for variant in found.variants] == ["ทุกส่วนราชการ", *(division.name for division in DIVISIONS)]
    assert found.variants[2].options == PaperOptions(division_id=FINANCE)
    assert outstanding(SOURCE, FINANCE).meta.short_title == "มาตรการที่ยังค้าง 2569 กองคลัง"
    assert outstanding(SOURCE).meta.short_title == "มาตรการที่ยังค้าง 2569 ทุกส่วนราชการ"
    assert found.missing == (
        "๑ มาตรการที่ยังค้างไม่ได้ระบุส่วนราชการ เอกสารจะพิมพ์ไว้หน้าสุดท้าย",
        "๑ มาตรการที่ยังค้างไม่มีวันครบกำหนด โปรดตรวจช่องระยะเวลา",
    )


def test_that_gaps_of_one_division_are_those_of_its_own_list() -> None:
    found = {choice.kind: choice for choice in choices_of(SOURCE)}[DocumentKind.OUTSTANDING]
    everybody, *divisions = found.variants
    assert found.missing_in(everybody) == found.missing
    for variant in divisions:
        told = found.missing_in(variant)
        assert not any("ไม่ได้ระบุส่วนราชการ" in sentence for sentence in told)
        rows = [
            row
            for part in outstanding(SOURCE, variant.options.division_id).parts
            for group in part.groups
            for row in group.rows
        ]
        endless = sum("ยังไม่กำหนดระยะเวลา" in row.due or "ไม่ทราบวันครบกำหนด" in row.due for row in rows)
        assert any(f"{'๐๑๒๓'[endless]} มาตรการที่ยังค้างไม่มีวันครบกำหนด" in one for one in told) is bool(endless)


_MEASURES = st.lists(
    st.builds(
        lambda status, divisions, everybody, months: replace(
            MEASURES[0],
            status=status,
            division_ids=divisions,
            all_divisions=everybody,
            period=Period("ช่วง", PLAN_YEAR.first_month, PLAN_YEAR.first_month.plus(months)) if months else Period(),
        ),
        st.sampled_from(MeasureStatus),
        st.lists(st.sampled_from((1, 2, 3, 4, 9)), max_size=4, unique=True).map(tuple),
        st.booleans(),
        st.integers(0, 15),
    ),
    max_size=8,
)


@settings(max_examples=80, deadline=None)
@given(_MEASURES, st.dates(date(2025, 10, 1), date(2027, 3, 1)))
def test_that_every_open_measure_stands_on_the_page_of_everyone_who_answers_for_it(
    measures: list[Measure], today: date
) -> None:
    named = tuple(replace(measure, id=n, title=f"มาตรการ{n}") for n, measure in enumerate(measures, start=1))
    source = replace(SOURCE, measures=named, progress=(), today=today)
    pages = {part.heading: [title for group in _titles(part) for title in group] for part in outstanding(source).parts}
    for measure in named:
        everywhere = [heading for heading, titles in pages.items() if measure.title in titles]
        if not measure.status.is_open:
            assert everywhere == []
        elif source.is_collective(measure):
            assert everywhere == [division.name for division in DIVISIONS]
        else:
            assert everywhere == (list(source.owners(measure)) or [NO_DIVISION])
