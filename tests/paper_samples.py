"""A fictional office's year as a `PaperSource`, for tests of what papers say and how they look."""

from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum

from ita_desktop.catalog import load_frameworks
from ita_desktop.catalog.texts import load_texts
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.measure import Measure, Plan, Target
from ita_desktop.domain.meeting import AgendaItem, Attendance, Committee, Meeting, Presence
from ita_desktop.domain.office import Acting, Division, Office, OfficeKind, Officer, Signatory
from ita_desktop.domain.period import parse_period
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.digits import Numerals

PLAN_YEAR = FiscalYear(2569)
TODAY = date(2026, 4, 15)
RESULT_YEAR = FiscalYear(2568)

OFFICE = Office(
    OfficeKind.SUBDISTRICT_MUNICIPALITY,
    "ดอนสวรรค์",
    "เมืองใหม่",
    "สุขสันต์",
    "เลขที่ 9 หมู่ที่ 4",
    "0 4400 0000",
    "info@donsawan.go.th",
    "www.donsawan.go.th/ita2569",
    numerals=Numerals.THAI,
)
DIVISIONS = (
    Division("สำนักปลัดเทศบาล", "สำนักปลัดฯ", position=0, id=1),
    Division("กองคลัง", position=1, id=2),
    Division("กองช่าง", position=2, id=3),
    Division("กองสาธารณสุขและสิ่งแวดล้อม", position=3, id=4),
)
DEPUTY = Officer(
    "นายวิชัย มั่นคง", "ปลัดเทศบาล", 1, Acting.PERFORMING, "นายกเทศมนตรีตำบลดอนสวรรค์", since=date(2025, 6, 1), id=1
)
FORMER_HEAD = Officer("นายเก่า ก่อนหน้า", "นายกเทศมนตรีตำบลดอนสวรรค์", since=date(2021, 4, 1), until=date(2025, 5, 31), id=2)
CHIEF = Officer("นางสาวพรทิพย์ แสงทอง", "หัวหน้าสำนักปลัดเทศบาล", 1, id=3)

SCORES = Assessment(
    RESULT_YEAR,
    indicators={
        code: Decimal(score)
        for code, score in zip(
            (str(n) for n in range(1, 11)),
            ("97.20", "95.40", "96.10", "94.80", "96.00", "97.00", "95.50", "96.20", "78.26", "62.50"),
            strict=True,
        )
    },
    instruments={Instrument.IIT: Decimal("95.90"), Instrument.EIT: Decimal("96.23"), Instrument.OIT: Decimal("70.38")},
    total=Decimal("85.79"),
    details={"i1": Decimal("96.00"), "o9": Decimal(100), "o11": Decimal(0), "o21": Decimal("62.50")},
    announced_level="ผ่าน",
    announced_on=date(2025, 8, 15),
)
LAST_YEAR = Assessment(
    FiscalYear(2567),
    indicators={**SCORES.indicators, "1": Decimal("95.10"), "3": Decimal("96.50"), "9": Decimal("90.00")},
    total=Decimal("85.42"),
    announced_level="ผ่านดี",
)


def _measure(
    id_: int, code: str, period: str, *actions: str, title: str = "", divisions: tuple[int, ...] = ()
) -> Measure:
    return Measure(
        PLAN_YEAR,
        code,
        title,
        actions,
        division_ids=divisions,
        all_divisions=not divisions,
        period=parse_period(period, PLAN_YEAR),
        position=id_,
        id=id_,
    )


MEASURES = (
    _measure(1, "1", "ตลอดปี", "จัดทำคู่มือปฏิบัติงานและเผยแพร่ให้ประชาชนทราบ"),
    _measure(
        2,
        "9",
        "ต.ค.68-มี.ค.69",
        "แบ่งความรับผิดชอบข้อมูล OIT รายข้อให้แต่ละกอง พร้อมกำหนดวันส่ง",
        "ตรวจสอบลิงก์บนเว็บไซต์หลักทุกสองสัปดาห์",
        title="ยกระดับการเปิดเผยข้อมูล",
        divisions=(1, 2),
    ),
    _measure(3, "10", "ไตรมาส 1", "ประเมินความเสี่ยงการทุจริตและรายงานผลการจัดการ", divisions=(3,)),
)

FINDINGS = (
    Finding(
        RESULT_YEAR,
        "9",
        FindingClass.URGENT,
        "เปิดเผยสถิติการให้บริการไม่ครบ",
        question_code="o11",
        cause="แต่ละกองส่งข้อมูลช้า",
        recommendation="เปิดเผยข้อมูลให้ครบทุกข้อ",
        id=1,
    ),
    Finding(RESULT_YEAR, "7", FindingClass.KEEP, "ตอบคำถามประชาชนภายในวันทำการ", position=1, id=2),
)

COMMITTEE = Committee("คณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส", id=1)
FIRST_MEETING = Meeting(
    PLAN_YEAR,
    committee_id=1,
    number=1,
    held_on=date(2025, 11, 10),
    starts_at=time(9, 30),
    ends_at=time(11, 45),
    place="ห้องประชุมเทศบาลตำบลดอนสวรรค์",
    chair=DEPUTY.signatory,
    attendances=(
        Attendance(CHIEF.signatory, role="กรรมการ"),
        Attendance(Signatory("นายสมพงษ์ ตั้งใจ", "นายช่างโยธา"), role="กรรมการ", substitute_for="ผู้อำนวยการกองช่าง"),
        Attendance(Signatory("นางมาลี เงินงาม", "ผู้อำนวยการกองคลัง"), Presence.ABSENT, reason="ติดราชการ"),
        Attendance(Signatory("นายทวี ร่วมคิด", "กำนันตำบลดอนสวรรค์"), Presence.ATTENDING),
    ),
    agenda=(
        AgendaItem(1, "ผลการประเมิน ITA", "ประธานแจ้งผลการประเมินให้ที่ประชุมทราบ", resolution="รับทราบ"),
        AgendaItem(
            4,
            "การกำหนดมาตรการยกระดับผลการประเมิน",
            "ฝ่ายเลขานุการเสนอมาตรการ",
            "ที่ประชุมเห็นว่าควรเร่งปรับปรุงการเปิดเผยข้อมูล",
            "เห็นชอบ",
            owner="สำนักปลัดเทศบาล",
            due=date(2026, 3, 31),
            measure_ids=(2, 3),
        ),
        AgendaItem(5),
    ),
    recorder=CHIEF.signatory,
    checker=DEPUTY.signatory,
    certified_by_id=2,
    id=1,
)
SECOND_MEETING = Meeting(PLAN_YEAR, name="การประชุมประจำเดือนมีนาคม 2569", number=2, held_on=date(2026, 3, 20), id=2)

FULL = PaperSource(
    office=OFFICE,
    plan=Plan(PLAN_YEAR, target=Target(total=Decimal(90), level="ผ่านดี")),
    frameworks=load_frameworks(),
    texts=load_texts(),
    today=TODAY,
    divisions=DIVISIONS,
    officers=(FORMER_HEAD, DEPUTY, CHIEF),
    measures=MEASURES,
    findings=FINDINGS,
    assessments=(LAST_YEAR, SCORES),
    committees=(COMMITTEE,),
    meetings=(FIRST_MEETING, SECOND_MEETING),
    meeting=FIRST_MEETING,
)
EMPTY = PaperSource(
    office=Office(OfficeKind.SUBDISTRICT, "บ้านว่าง"),
    plan=Plan(PLAN_YEAR),
    frameworks=FULL.frameworks,
    texts=FULL.texts,
    today=TODAY,
    meeting=Meeting(PLAN_YEAR),
)
"""An office of which nothing but the name is known."""


def texts(value: object) -> list[str]:
    """Every text of a paper in its order."""
    if isinstance(value, str):
        return [] if isinstance(value, Enum) else [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    return []


def all_text(value: object) -> str:
    """The texts of a paper, a line each."""
    return "\n".join(texts(value))
