"""What the timeline shows."""

from dataclasses import replace
from datetime import date

from paper_samples import EMPTY, FULL, MEASURES, PLAN_YEAR

from ita_desktop.domain.fiscal_year import Month
from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.paper import DocumentKind, PaperSize
from ita_desktop.domain.period import Period
from ita_desktop.services.documents.papers import choices_of
from ita_desktop.services.documents.timeline import timeline

A4 = PaperSize.A4


def test_that_bars_run_over_their_months_by_indicator() -> None:
    document = timeline(replace(FULL, measures=tuple(reversed(MEASURES))), A4)
    assert [(group.heading, [(bar.text, bar.first, bar.last) for bar in group.bars]) for group in document.groups] == [
        ("1. การปฏิบัติหน้าที่", [("จัดทำคู่มือปฏิบัติงานและเผยแพร่ให้ประชาชนทราบ", 0, 11)]),
        ("9. การเปิดเผยข้อมูล", [("ยกระดับการเปิดเผยข้อมูล", 0, 5)]),
        ("10. การป้องกันการทุจริต", [("ประเมินความเสี่ยงการทุจริตและรายงานผลการจัดการ", 0, 2)]),
    ]


def test_that_late_is_said_in_words() -> None:
    bars = [bar for group in timeline(FULL, A4).groups for bar in group.bars]
    assert [(bar.words, bar.is_late) for bar in bars] == [
        ("ยังไม่เริ่ม", False),
        ("ยังไม่เริ่ม เลยกำหนด 15 วัน", True),
        ("ยังไม่เริ่ม เลยกำหนด 105 วัน", True),
    ]


def test_that_the_year_has_its_quarters_months_and_the_day() -> None:
    document = timeline(FULL, A4)
    assert document.scale is not None
    assert document.scale.years == ("พ.ศ. 2568", "พ.ศ. 2569")
    assert document.scale.quarters == ("ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4")
    assert document.scale.months[0] == "ต.ค."
    assert document.scale.months[-1] == "ก.ย."
    assert (document.today, document.today_words) == (date(2026, 4, 15), "15 เม.ย. 69")
    assert "ข้อมูล ณ วันที่ 15 เมษายน 2569" in document.title_lines[1]


def test_that_no_line_of_the_day_stands_in_another_year() -> None:
    document = timeline(replace(FULL, today=date(2026, 10, 1)), A4)
    assert (document.today, document.today_words) == (None, "")


def test_that_a_period_beyond_the_year_keeps_its_months_and_one_outside_is_said() -> None:
    first = PLAN_YEAR.first_month
    across = replace(MEASURES[0], period=Period("ข้ามปี", first.plus(-2), first.plus(13)))
    outside = replace(MEASURES[0], id=9, period=Period("ปีก่อน", first.plus(-4), first.plus(-1)))
    after = replace(MEASURES[0], id=10, period=Period("ปีหน้า", Month(2569, 10), Month(2569, 12)))
    document = timeline(replace(FULL, measures=(across, outside, after)), A4)
    bars = document.groups[0].bars
    assert (bars[0].first, bars[0].last, bars[0].note) == (-2, 13, "")
    assert (bars[1].first, bars[1].last, bars[1].note) == (None, None, "นอกปีงบประมาณ (มิ.ย. 68 – ก.ย. 68)")
    assert bars[2].note == "นอกปีงบประมาณ (ต.ค. 69 – ธ.ค. 69)"


def test_that_measures_without_a_readable_period_are_listed_with_what_was_typed() -> None:
    unread = replace(MEASURES[1], period=Period("ต่อเนื่องทุกปี"), status=MeasureStatus.IN_PROGRESS)
    bare = replace(MEASURES[2], indicator_code="", period=Period())
    source = replace(FULL, measures=(MEASURES[0], unread, bare))
    document = timeline(source, A4)
    assert document.undated_heading == "มาตรการที่ยังไม่กำหนดระยะเวลา"
    assert [(point.lead, point.text) for point in document.undated] == [
        ("ตัวชี้วัดที่ 9. การเปิดเผยข้อมูล", "ยกระดับการเปิดเผยข้อมูล (ระยะเวลาที่พิมพ์ไว้: ต่อเนื่องทุกปี กำลังดำเนินการ)"),
        ("", "ประเมินความเสี่ยงการทุจริตและรายงานผลการจัดการ (ยังไม่เริ่ม)"),
    ]
    gaps = {choice.kind: choice for choice in choices_of(source)}[DocumentKind.TIMELINE].missing
    assert "๒ มาตรการยังไม่มีระยะเวลาที่อ่านได้ จึงไม่มีแท่งในแผนภูมิ" in gaps


def test_that_measures_of_no_known_indicator_come_last() -> None:
    strange = replace(MEASURES[0], id=8, indicator_code="99")
    bare = replace(MEASURES[0], id=9, indicator_code="")
    document = timeline(replace(FULL, measures=(bare, strange, *MEASURES)), A4)
    assert [group.heading for group in document.groups][3:] == ["ยังไม่ระบุตัวชี้วัด", "99"]


def test_that_a_plan_without_measures_has_a_sentence_and_no_bars() -> None:
    document = timeline(EMPTY, A4)
    assert document.empty == "ยังไม่มีมาตรการของปีงบประมาณ พ.ศ. 2569"
    assert (document.scale, document.groups, document.undated, document.today) == (None, (), (), None)


def test_that_both_sheets_are_offered_under_names_of_their_own() -> None:
    found = {choice.kind: choice for choice in choices_of(FULL)}[DocumentKind.TIMELINE]
    assert [variant.words for variant in found.variants] == ["กระดาษ A4", "กระดาษ A3"]
    assert timeline(FULL, A4).meta.short_title == "แผนภูมิระยะเวลามาตรการ 2569"
    assert timeline(FULL, PaperSize.A3).meta.short_title == "แผนภูมิระยะเวลามาตรการ 2569 A3"
