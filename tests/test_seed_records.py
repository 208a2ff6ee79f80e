"""The five public documents as records: every fact in its place, none of their known slips."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.catalog import load_frameworks
from ita_desktop.domain.checks import check_record
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.meeting import CommitteeKind, Meeting
from ita_desktop.domain.office import Acting, OfficeKind
from ita_desktop.domain.record import OfficeRecord, check_references
from ita_desktop.domain.remark import Severity
from ita_desktop.domain.scoring import outcome
from ita_desktop.record_file import format_record, parse_record
from ita_desktop.thai.digits import Numerals

SEEDS = Path(__file__).parent / "data" / "seeds"
NAMES = ("000_kutchiangmi", "001_khaochangum", "002_khuekkhak", "003_thonglang", "004_phochai")
TODAY = date(2026, 4, 1)
PLAN = FiscalYear(2569)


def _read(name: str) -> OfficeRecord:
    return parse_record((SEEDS / f"{name}.json").read_bytes())


def _only_meeting(record: OfficeRecord) -> Meeting:
    (meeting,) = record.meetings
    return meeting


@pytest.mark.parametrize("name", NAMES)
def test_that_each_seed_is_written_as_the_program_writes_it(name: str) -> None:
    data = (SEEDS / f"{name}.json").read_bytes()
    assert format_record(parse_record(data)) == data


@pytest.mark.parametrize("name", NAMES)
def test_that_each_seed_refers_to_what_it_holds_and_contradicts_nothing(name: str, tmp_path: Path) -> None:
    record = _read(name)
    check_references(record)
    remarks = check_record(record, load_frameworks(added=tmp_path), TODAY)
    assert [remark.sentence for remark in remarks if remark.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", NAMES)
def test_that_no_place_was_invented(name: str) -> None:
    office = _read(name).office
    assert (office.district, office.province, office.address, office.phone, office.website) == ("", "", "", "", "")


_SLIPS = {
    "000_kutchiangmi": ["กลุ่มงาน", "ระดับ ดีเยี่ยม", "ปี 68", "ดุลยพินิจ"],
    "001_khaochangum": ["กลุ่มงาน", "ระดับดีเยี่ยม", "ทรัพยากรของเจ้าหน้าที่", "หมวดงบประมาณ", "กระบวนการการ", "อบต."],
    "002_khuekkhak": [
        "10 สิงหาคม 2566", "2023-08-10", "ไม่น้อยกว่าร้อยละ", "ของเทศบาลของหน่วยงาน", "มีส่วนได้เสีย", "ปรับปรุงหาร",
        "ทุกราชการ", "Assessment :",
    ],
    "003_thonglang": ["ทองกลาง", "ความโปร่งใสหน่วยงาน", "No-Gift"],
    "004_phochai": [
        "ปี 2569 ต่อยอด", "ท่านนายก", "ต้องปรับปรุง", "สำนวความ", "ทุจริตมิชอบ", "walk in", "E - Service", "ระดับผ่าน",
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_that_the_slips_of_the_document_are_not_in_its_record(name: str) -> None:
    text = (SEEDS / f"{name}.json").read_text(encoding="utf-8")
    assert [slip for slip in _SLIPS[name] if slip in text] == []


def test_that_kutchiangmi_holds_its_meeting_and_three_titled_measures() -> None:
    record = _read("000_kutchiangmi")
    assert record.office.long_name == "เทศบาลตำบลกุดเชียงหมี"
    assert record.office.numerals is Numerals.ARABIC
    assert record.assessments == ()
    assert [officer.name for officer in record.officers] == ["นายไพฑูรย์ บุญลักษณ์"]
    (committee,) = record.committees
    assert (committee.name, committee.kind) == ("คณะกรรมการขับเคลื่อนการสร้างความโปร่งใส", CommitteeKind.COMMITTEE)
    meeting = _only_meeting(record)
    assert meeting.held_on == date(2026, 2, 2)
    assert meeting.plan_year == PLAN
    assert meeting.committee_id == committee.id
    assert meeting.place == "ห้องประชุมเทศบาลตำบลกุดเชียงหมี"
    assert meeting.chair.full == "นายไพฑูรย์ บุญลักษณ์ นายกเทศมนตรีตำบลกุดเชียงหมี"
    assert record.office.head_title == meeting.chair.post
    assert "ประโยชน์สุขสูงสุด" in meeting.closing
    assert record.plans[0].target.level == "ผ่านดีเยี่ยม"
    _assert_the_three_measures(record, meeting, "คณะกรรมการ")


def test_that_khaochangum_holds_its_score_and_its_acting_head() -> None:
    record = _read("001_khaochangum")
    assert record.office.kind is OfficeKind.SUBDISTRICT
    assert record.office.long_name == "องค์การบริหารส่วนตำบลเขาชะงุ้ม"
    (assessment,) = record.assessments
    assert (assessment.year, assessment.total) == (FiscalYear(2568), Decimal("99.73"))
    assert assessment.announced_level == "ผ่านดีเยี่ยม"
    found = outcome(load_frameworks().of(assessment.year), assessment)
    assert found.level is not None
    assert found.level.name == "ผ่านดีเยี่ยม"
    (officer,) = record.officers
    assert officer.acting is Acting.PERFORMING
    meeting = _only_meeting(record)
    assert meeting.held_on == date(2026, 1, 12)
    assert meeting.chair == officer.signatory
    assert meeting.chair.full == ("นายชัยณรงค์ แสงเงิน ปลัดองค์การบริหารส่วนตำบลเขาชะงุ้ม ปฏิบัติหน้าที่นายกองค์การบริหารส่วนตำบลเขาชะงุ้ม")
    assert meeting.name == "คณะทำงานขับเคลื่อนการสร้างความโปร่งใส"
    assert record.committees[0].kind is CommitteeKind.WORKING_GROUP
    assert "การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568" in meeting.subject
    assert "การยกระดับผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2569" in meeting.subject
    assert meeting.closing.startswith(f"ในการนี้ {meeting.chair.full} ได้เน้นย้ำ")
    assert (meeting.place, meeting.starts_at, meeting.number) == ("", None, None)
    _assert_the_three_measures(record, meeting, "คณะทำงาน")


def _assert_the_three_measures(record: OfficeRecord, meeting: Meeting, body: str) -> None:
    assert [measure.title for measure in record.measures] == [
        "การปรับปรุงระบบบริการดิจิทัล (E-Service)",
        "การยกระดับความโปร่งใสในการจัดซื้อจัดจ้าง",
        "จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    ]
    service, procurement, integrity = (" ".join(measure.actions) for measure in record.measures)
    assert "ดุลพินิจ" in service
    for fact in ("ทุกขั้นตอน", "ประจำปี", "หมวดงบลงทุน", "ชุดข้อมูล", "รูปแบบที่มีโครงสร้าง", "ประมวลผลด้วยคอมพิวเตอร์"):
        assert fact in procurement
    for fact in ("ส่วนราชการ", "ร่วมคิดและร่วมปฏิบัติ", "แบบทั่วทั้งองค์กร", f"ผู้บริหารหรือ{body}อย่างสม่ำเสมอ"):
        assert fact in integrity
    assert [measure.indicator_code for measure in record.measures] == ["", "", ""]
    assert [item.measure_ids for item in meeting.items(4)] == [(1, 2, 3)]


def test_that_khuekkhak_holds_its_score_announcement_and_approaches() -> None:
    record = _read("002_khuekkhak")
    assert record.office.long_name == "เทศบาลตำบลคึกคัก"
    assert record.office.numerals is Numerals.THAI
    (assessment,) = record.assessments
    assert (assessment.year, assessment.total) == (FiscalYear(2567), Decimal("85.42"))
    assert (assessment.announced_level, assessment.announced_on) == ("ผ่านดี", date(2024, 7, 30))
    (plan,) = record.plans
    assert (plan.year, plan.result_year) == (FiscalYear(2568), FiscalYear(2567))
    background = " ".join(plan.background)
    for fact in (
        "พ.ศ. 2561 – 2580",
        "ระยะที่ 2",
        "พ.ศ. 2570",
        "85 คะแนนขึ้นไป",
        "ร้อยละ 100",
        "หลักธรรมาภิบาล",
        "หน่วยงานภาครัฐทั่วประเทศ",
    ):
        assert fact in background
    review, guide, surveys, publicity = plan.approaches
    assert "ถอดบทเรียนความสำเร็จ" in review
    assert guide.endswith("ที่สำนักงาน ป.ป.ช. กำหนด")
    assert "ส่วนที่ 1" in surveys
    assert "เฟซบุ๊กและเว็บไซต์หลัก" in publicity


def test_that_khuekkhak_holds_its_ten_measures_with_owners_and_periods_as_typed() -> None:
    record = _read("002_khuekkhak")
    names = {division.id: division.name for division in record.divisions}
    assert list(names.values()) == ["สำนักปลัดเทศบาล", "กองคลัง"]
    rows = [
        (
            measure.indicator_code,
            len(measure.actions),
            "ทุกส่วนราชการ" if measure.all_divisions else " ".join(names[i] for i in measure.division_ids),
            measure.period.text,
        )
        for measure in record.measures
    ]
    assert rows == [
        ("1", 1, "ทุกส่วนราชการ", "ต.ค.๖๗ – เม.ย.๖๘"),
        ("2", 1, "กองคลัง", "ตลอดปี ๖๘"),
        ("3", 1, "สำนักปลัดเทศบาล", "ต.ค.๖๗ – ม.ค.๖๘"),
        ("4", 1, "สำนักปลัดเทศบาล", "ต.ค.๖๗ – ม.ค.๖๘"),
        ("5", 2, "สำนักปลัดเทศบาล", "ต.ค.๖๗ – ม.ค.๖๘"),
        ("6", 3, "ทุกส่วนราชการ", "ก.พ. – เม.ย.๖๘"),
        ("7", 2, "สำนักปลัดเทศบาล", "ก.พ. – เม.ย.๖๘"),
        ("8", 4, "ทุกส่วนราชการ", "ต.ค.๖๗ - มี.ค.๖๘"),
        ("9", 2, "ทุกส่วนราชการ", "ต.ค.๖๗ - มี.ค.๖๘"),
        ("10", 3, "ทุกส่วนราชการ", "ต.ค.๖๗ - มี.ค.๖๘"),
    ]
    assert all(measure.period.lies_in(FiscalYear(2568)) for measure in record.measures)
    spring = record.measures[5].period
    assert (spring.first, spring.last) == (Month(2568, 2), Month(2568, 4))
    assert record.measures[1].actions == record.measures[2].actions


def test_that_thonglang_holds_its_monthly_meeting_and_four_themes() -> None:
    record = _read("003_thonglang")
    assert record.office.long_name == "องค์การบริหารส่วนตำบลทองหลาง"
    meeting = _only_meeting(record)
    assert (meeting.held_on, meeting.starts_at) == (date(2026, 3, 20), time(10, 0))
    assert meeting.name == "การประชุมประจำเดือนมีนาคม 2569"
    for fact in ("อำนาจหน้าที่", "กองต่าง ๆ", "ปฏิทินและเกณฑ์", "ITA) ประจำปีงบประมาณ พ.ศ. 2569"):
        assert fact in meeting.subject
    assert (meeting.chair.name, meeting.place, meeting.attendances) == ("", "", ())
    (plan,) = record.plans
    assert plan.result_year == FiscalYear(2568)
    assert [(theme.title, [point.lead for point in theme.points]) for theme in plan.themes] == [
        (
            "การพัฒนาองค์กรด้วยการปรับปรุงจุดอ่อน (Improvement)",
            ["วิเคราะห์จุดอ่อน", "จัดทำแผนพัฒนา", "ปรับปรุงกระบวนการทำงาน"],
        ),
        (
            "การยกระดับมาตรฐานความโปร่งใสและการเปิดเผยข้อมูล (Transparency)",
            ["เปิดเผยข้อมูลเชิงรุก", "สร้างความเชื่อมั่น"],
        ),
        (
            "การสร้างวัฒนธรรมองค์กรและวินัยเจ้าหน้าที่ (Integrity Culture)",
            ["สร้างความตระหนักรู้", "นโยบาย No Gift Policy"],
        ),
        (
            "การบริหารงานที่มุ่งเน้นผลสัมฤทธิ์ (Performance Excellence)",
            ["บริหารทรัพยากรบุคคล", "การมีส่วนร่วม"],
        ),
    ]
    assert record.measures == ()
    assert record.assessments == ()


def test_that_phochai_holds_its_scores_and_six_measures() -> None:
    record = _read("004_phochai")
    assert record.office.long_name == "เทศบาลตำบลโพธิ์ชัย"
    (assessment,) = record.assessments
    assert (assessment.year, assessment.total) == (FiscalYear(2568), Decimal("86.85"))
    assert assessment.instruments == {Instrument.OIT: Decimal("70.38")}
    assert assessment.announced_level == "ผ่าน"
    found = outcome(load_frameworks().of(assessment.year), assessment)
    assert found.level is not None
    assert found.level.name == "ผ่าน"
    meeting = _only_meeting(record)
    assert meeting.held_on == date(2026, 3, 26)
    assert meeting.place == "ห้องประชุมสภาเทศบาลตำบลโพธิ์ชัย"
    assert meeting.chair.full == "นายธีรไนย ธรรมวิเศษ นายกเทศมนตรีตำบลโพธิ์ชัย"
    assert meeting.name == "คณะทำงานขับเคลื่อนการสร้างคุณธรรมและความโปร่งใส"
    assert meeting.items(1)[0].title == "การประชุมพนักงานประจำเดือน"
    assert meeting.measure_ids == (1, 2, 3, 4, 5, 6)
    assert "ประโยชน์สุขสูงสุด" in meeting.closing
    texts = [measure.text for measure in record.measures]
    facts = ["มุ่งผลสัมฤทธิ์ของงาน", "ตามขั้นตอนและระยะเวลา", "อย่างเท่าเทียมกัน", "No Gift Policy", "สำรวจความพึงพอใจ", "รักษาระดับ"]
    assert [fact in text for fact, text in zip(facts, texts, strict=True)] == [True] * 6
    assert "มาตรฐานการให้บริการให้เป็นปัจจุบัน" in texts[4]
    assert "Walk-in และ E-Service" in texts[4]
