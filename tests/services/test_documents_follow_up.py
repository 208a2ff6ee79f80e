"""What the report on the measures says."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_samples import DIVISIONS, EMPTY, FULL, MEASURES, PLAN_YEAR, all_text

from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.measure import Measure, MeasureStatus, Plan, Progress, ProgressEvidence
from ita_desktop.domain.paper import DocumentKind, PaperOptions, ReportRound
from ita_desktop.domain.plan_documents import FollowUpDocument
from ita_desktop.services.documents.follow_up import follow_up
from ita_desktop.services.documents.numerals import in_numerals
from ita_desktop.services.documents.papers import choices_of, paper
from ita_desktop.services.documents.plan_gaps import remarks_of_round
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.services.documents.standing import standings_until
from ita_desktop.thai.digits import Numerals

SIX, TWELVE = ReportRound.SIX_MONTHS, ReportRound.TWELVE_MONTHS
AFTER = date(2026, 11, 2)
"""A day on which both rounds of the plan year lie behind."""
BEGUN = Progress(
    2,
    date(2026, 1, 14),
    MeasureStatus.IN_PROGRESS,
    40,
    "แบ่งงานแล้ว 26 ข้อ",
    "กองช่างส่งข้อมูลช้า\nเว็บไซต์ปิดปรับปรุง",
    "ติดตามทุกวันศุกร์",
    id=1,
)
ENDED = Progress(
    2,
    date(2026, 4, 20),
    MeasureStatus.DONE,
    100,
    "ข้อมูลครบ 26 ข้อ",
    evidence=(
        ProgressEvidence("บัญชีแบ่งงาน", "บัญชี ปี 2569 ชุด 1 แก้ไข.xlsx", "a" * 64),
        ProgressEvidence("หน้า ITA", url="https://www.donsawan.go.th/ita 2569", checked_on=date(2026, 4, 20)),
    ),
    id=2,
)
FOLLOWED = (MEASURES[0], replace(MEASURES[1], status=MeasureStatus.DONE), *MEASURES[2:])
SOURCE = replace(FULL, measures=FOLLOWED, progress=(BEGUN, ENDED), today=AFTER)


def _statuses(source: PaperSource, report_round: ReportRound) -> list[tuple[str, tuple[str, ...]]]:
    return [(row.status, row.remarks) for row in follow_up(source, report_round).rows]


def test_that_a_measure_ended_after_the_half_year_is_under_way_in_the_report_of_six_months() -> None:
    row = follow_up(SOURCE, SIX).rows[1]
    assert row.status == "กำลังดำเนินการ"
    assert [entry.day for entry in row.entries] == ["14 ม.ค. 69"]
    assert "ข้อมูลครบ" not in all_text(follow_up(SOURCE, SIX))
    assert follow_up(SOURCE, TWELVE).rows[1].status == "แล้วเสร็จ"


def test_that_a_measure_whose_first_entry_came_later_had_not_begun() -> None:
    document = follow_up(replace(SOURCE, progress=(ENDED,)), SIX)
    assert (document.rows[1].status, document.rows[1].entries, document.rows[1].nothing) == ("ยังไม่เริ่ม", (), "ยังไม่มีผล")


def test_that_an_entry_of_the_rounds_last_day_belongs_to_it_and_one_of_the_next_day_does_not() -> None:
    for day, status in ((date(2026, 3, 31), "แล้วเสร็จ"), (date(2026, 4, 1), "ยังไม่เริ่ม")):
        moved = replace(ENDED, recorded_on=day)
        assert follow_up(replace(SOURCE, progress=(moved,)), SIX).rows[1].status == status


def test_that_every_row_tells_measure_owner_period_and_dated_results_with_their_evidence() -> None:
    row = follow_up(SOURCE, TWELVE).rows[1]
    assert (row.number, row.row.indicator, row.row.title) == ("2", "9. การเปิดเผยข้อมูล", "ยกระดับการเปิดเผยข้อมูล")
    assert (row.row.responsible, row.row.period) == (("สำนักปลัดเทศบาล", "กองคลัง"), "ต.ค. 68 – มี.ค. 69")
    begun, ended = row.entries
    assert (begun.day, begun.status, begun.result) == ("14 ม.ค. 69", "กำลังดำเนินการ ร้อยละ 40", ("แบ่งงานแล้ว 26 ข้อ",))
    assert begun.problem == ("กองช่างส่งข้อมูลช้า", "เว็บไซต์ปิดปรับปรุง")
    assert begun.next_step == ("ติดตามทุกวันศุกร์",)
    assert ended.status == "แล้วเสร็จ"
    assert [(proof.text, proof.checked) for proof in ended.evidence] == [
        ("บัญชีแบ่งงาน", ""),
        ("หน้า ITA", "ตรวจสอบเมื่อ 20 เม.ย. 69"),
    ]


def test_that_names_of_files_and_addresses_keep_their_digits() -> None:
    document = paper(SOURCE, DocumentKind.FOLLOW_UP)
    assert isinstance(document, FollowUpDocument)
    first, second = document.rows[1].entries[1].evidence
    assert first.file_name == "บัญชี ปี 2569 ชุด 1 แก้ไข.xlsx"
    assert second.url == "https://www.donsawan.go.th/ita 2569"
    assert second.checked == "ตรวจสอบเมื่อ ๒๐ เม.ย. ๖๙"


def test_that_what_has_no_result_is_shown_and_late_by_the_rounds_last_day() -> None:
    assert _statuses(SOURCE, SIX) == [
        ("ยังไม่เริ่ม", ()),
        ("กำลังดำเนินการ", ()),
        ("ยังไม่เริ่ม", ("เลยกำหนด 90 วัน",)),
    ]
    assert _statuses(SOURCE, TWELVE)[2] == ("ยังไม่เริ่ม", ("เลยกำหนด 273 วัน",))
    assert [row.nothing for row in follow_up(SOURCE, TWELVE).rows] == ["ยังไม่มีผล", "", "ยังไม่มีผล"]


def test_that_before_the_rounds_end_late_is_what_is_late_today() -> None:
    early = replace(SOURCE, today=date(2026, 1, 10))
    assert _statuses(early, TWELVE)[2] == ("ยังไม่เริ่ม", ("เลยกำหนด 10 วัน",))
    assert "จัดทำก่อนสิ้นรอบ ข้อมูล ณ วันที่ 10 มกราคม 2569" in follow_up(early, TWELVE).introduction[0]
    assert "แสดงผลถึงวันที่ 30 กันยายน 2569" in follow_up(SOURCE, TWELVE).introduction[0]


def test_that_a_status_which_nothing_dates_is_told_with_that_remark() -> None:
    marked = tuple(replace(measure, status=MeasureStatus.DONE) for measure in MEASURES)
    row = follow_up(replace(SOURCE, measures=marked), SIX).rows[0]
    assert (row.status, row.remarks, row.nothing) == ("แล้วเสร็จ", ("ไม่มีวันที่บันทึกผล",), "ยังไม่มีผล")


def test_that_a_status_set_by_hand_behind_the_last_entry_is_told_as_the_screen_shows_it() -> None:
    opened_again = replace(MEASURES[1], status=MeasureStatus.IN_PROGRESS)
    source = replace(SOURCE, measures=(opened_again,))
    assert follow_up(source, TWELVE).rows[0].status == "กำลังดำเนินการ"
    assert follow_up(source, SIX).rows[0].status == "กำลังดำเนินการ"
    assert follow_up(replace(source, progress=(ENDED,)), SIX).rows[0].status == "ยังไม่เริ่ม"


def test_that_measures_are_counted_by_status_and_division() -> None:
    summary = follow_up(SOURCE, TWELVE).summary
    assert summary is not None
    assert summary.columns == (
        "ส่วนราชการ",
        "มาตรการ",
        "แล้วเสร็จ",
        "กำลังดำเนินการ",
        "ยังไม่เริ่ม",
        "ไม่ได้ดำเนินการ",
        "เลยกำหนด",
    )
    assert summary.rows == (
        ("สำนักปลัดเทศบาล", "1", "1", "–", "–", "–", "–"),
        ("กองคลัง", "1", "1", "–", "–", "–", "–"),
        ("กองช่าง", "1", "–", "–", "1", "–", "1"),
        ("ทุกส่วนราชการ", "1", "–", "–", "1", "–", "–"),
    )
    assert summary.totals == (
        ("รวมทั้งแผน", "3", "1", "–", "2", "–", "1"),
        ("คิดเป็นร้อยละ", "100.00", "33.33", "–", "66.67", "–", "33.33"),
    )
    assert "นับให้ทุกส่วนราชการ" in summary.note
    assert follow_up(SOURCE, TWELVE).introduction[1] == (
        "แล้วเสร็จ 1 มาตรการ (ร้อยละ 33.33) และยังไม่เริ่ม 2 มาตรการ (ร้อยละ 66.67) "
        "ในจำนวนนี้เลยกำหนด 1 มาตรการ และยังไม่มีผล 2 มาตรการ"
    )


def test_that_a_measure_of_a_division_that_is_gone_counts_as_nobodys() -> None:
    orphan = replace(MEASURES[2], division_ids=(99,))
    summary = follow_up(replace(SOURCE, measures=(orphan,)), TWELVE).summary
    assert summary is not None
    assert [row[:2] for row in summary.rows] == [("ยังไม่ระบุส่วนราชการ", "1")]
    assert summary.note == ""


@pytest.mark.parametrize(("be", "code"), [(2567, "o28"), (2568, "o26")])
def test_that_the_report_of_the_year_answers_the_item_of_the_year_after(be: int, code: str) -> None:
    years = PLAN_YEAR.be - be
    source = replace(SOURCE, plan=Plan(PLAN_YEAR - years), measures=(), progress=())
    reference = follow_up(source, TWELVE).reference
    assert f"ข้อ {code} รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม" in reference
    assert reference.endswith(f"ประจำปีงบประมาณ พ.ศ. {be + 1}")
    assert follow_up(source, SIX).reference == ""


def test_that_no_item_is_named_where_the_year_after_was_not_verified() -> None:
    assert follow_up(SOURCE, TWELVE).reference == ""
    source = replace(SOURCE, plan=Plan(PLAN_YEAR - 1), measures=())
    years = {
        year: replace(
            framework, evidence={part: replace(told, verified=False) for part, told in framework.evidence.items()}
        )
        for year, framework in source.frameworks.by_year.items()
    }
    assert follow_up(replace(source, frameworks=Frameworks(years)), TWELVE).reference == ""


def test_that_rounds_have_titles_and_names_of_their_own() -> None:
    six, twelve = follow_up(SOURCE, SIX), follow_up(SOURCE, TWELVE)
    assert six.meta.short_title == "รายงานผลการดำเนินการตามมาตรการ 2569 รอบ 6 เดือน"
    assert twelve.meta.short_title == "รายงานผลการดำเนินการตามมาตรการ 2569 รอบ 12 เดือน"
    assert "รอบ 6 เดือน (1 ตุลาคม 2568 – 31 มีนาคม 2569)" in six.title_lines[1]


def test_that_a_plan_without_measures_says_so_and_leads_to_a_signature() -> None:
    document = follow_up(EMPTY, TWELVE)
    assert document.introduction == ("ยังไม่มีมาตรการของปีงบประมาณ พ.ศ. 2569",)
    assert (document.summary, document.rows, document.columns) == (None, (), ())
    assert document.signature is not None


def test_that_a_column_for_problems_stands_only_where_one_is_told() -> None:
    assert follow_up(SOURCE, TWELVE).columns[-1] == "ปัญหาอุปสรรค และขั้นตอนต่อไป"
    bare = follow_up(replace(SOURCE, progress=(ENDED,)), TWELVE)
    assert (bare.columns[-1], bare.problem_label, bare.next_label) == ("", "", "")
    assert bare.evidence_label == "หลักฐาน:"


def test_that_both_rounds_are_offered_and_gaps_are_told() -> None:
    found = {choice.kind: choice for choice in choices_of(SOURCE)}[DocumentKind.FOLLOW_UP]
    assert [(variant.words, variant.options) for variant in found.variants] == [
        ("รอบ ๑๒ เดือน", PaperOptions(round=TWELVE)),
        ("รอบ ๖ เดือน", PaperOptions(round=SIX)),
    ]
    nothing = "มี ๒ มาตรการที่ยังไม่ได้บันทึกผลจนถึงวันที่ ๓๐ กันยายน ๒๕๖๙ เอกสารจะพิมพ์ว่า “ยังไม่มีผล”"
    assert found.missing == found.missing_in(found.variants[0]) == (nothing,)
    done = replace(MEASURES[1], status=MeasureStatus.DONE)
    unproved = replace(SOURCE, measures=(done,), progress=(replace(ENDED, evidence=()),))
    gaps = {choice.kind: choice for choice in choices_of(unproved)}[DocumentKind.FOLLOW_UP].missing
    assert "๑ มาตรการที่แล้วเสร็จยังไม่มีหลักฐาน" in gaps


def test_that_gaps_are_counted_as_the_report_of_the_round_counts_them() -> None:
    late = replace(SOURCE, progress=(ENDED,))
    found = {choice.kind: choice for choice in choices_of(late)}[DocumentKind.FOLLOW_UP]
    for variant, count in zip(found.variants, ("๒", "๓"), strict=True):
        told = follow_up(late, variant.options.round).introduction[1]
        assert f"ยังไม่มีผล {count}" in in_numerals(told, Numerals.THAI)
        assert f"มี {count} มาตรการที่ยังไม่ได้บันทึกผล" in found.missing_in(variant)[0]
    early = replace(late, today=date(2026, 2, 1))
    gaps = {choice.kind: choice for choice in choices_of(early)}[DocumentKind.FOLLOW_UP]
    assert "ยังไม่ได้บันทึกผลจนถึงวันนี้" in gaps.missing_in(gaps.variants[1])[0]


def test_that_remarks_on_a_round_know_nothing_of_later_follow_ups() -> None:
    """A measure closed in April was still under way in March: nothing is lacking then."""
    unsaid = replace(SOURCE, progress=(BEGUN, replace(ENDED, result="")))
    assert any("ยังไม่มีผลการดำเนินการ" in remark.sentence for remark in remarks_of_round(unsaid, TWELVE))
    assert not any("ยังไม่มีผลการดำเนินการ" in remark.sentence for remark in remarks_of_round(unsaid, SIX))
    to_come = replace(SOURCE, progress=(BEGUN, ENDED), today=date(2026, 3, 1))
    assert any("ยังมาไม่ถึง" in remark.sentence for remark in remarks_of_round(to_come, TWELVE))
    assert not any("ยังมาไม่ถึง" in remark.sentence for remark in remarks_of_round(to_come, SIX))


_ENTRIES = st.lists(
    st.builds(
        Progress,
        st.integers(1, 4),
        st.dates(date(2025, 10, 1), date(2026, 12, 31)),
        st.sampled_from(MeasureStatus),
        id=st.integers(1, 99),
    ),
    max_size=12,
)
_MEASURES = st.lists(
    st.builds(
        lambda status, divisions: replace(MEASURES[0], all_divisions=False, status=status, division_ids=divisions),
        st.sampled_from(MeasureStatus),
        st.lists(st.integers(1, 5), max_size=4, unique=True).map(tuple),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(_MEASURES, _ENTRIES, st.sampled_from(ReportRound), st.dates(date(2025, 10, 1), date(2026, 12, 31)))
def test_that_counts_always_add_up_and_nothing_later_is_told(
    measures: list[Measure], entries: list[Progress], report_round: ReportRound, today: date
) -> None:
    numbered = tuple(replace(measure, id=n) for n, measure in enumerate(measures, start=1))
    progress = tuple(sorted(entries, key=lambda entry: (entry.recorded_on, entry.id)))
    source = replace(SOURCE, measures=numbered, progress=progress, today=today, divisions=DIVISIONS)
    document = follow_up(source, report_round)
    assert len(document.rows) == len(numbered)
    assert document.summary is not None
    counts = [0 if text == "–" else int(text) for text in document.summary.totals[0][1:]]
    assert counts[0] == sum(counts[1:5]) == len(numbered)
    told = sum(len(row.entries) for row in document.rows)
    until = report_round.last_day(PLAN_YEAR)
    assert told == sum(entry.recorded_on <= until and entry.measure_id <= len(numbered) for entry in progress)
    assert all(one.days_late == 0 or one.status.is_open for one in standings_until(source, until))
