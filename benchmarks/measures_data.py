"""An office with thousands of measures that read like real ones, the same in every run."""

import random
from decimal import Decimal

from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.period import parse_period
from ita_desktop.services import assessments, measures, office

YEAR = FiscalYear(2569)
_VERBS = [
    "จัดทำ",
    "ปรับปรุง",
    "เผยแพร่",
    "ทบทวน",
    "ตรวจสอบ",
    "ประชาสัมพันธ์",
    "จัดประชุม",
    "รวบรวม",
    "รายงาน",
    "แจ้งเวียน",
    "กำกับติดตาม",
    "ออกประกาศ",
]
_THINGS = [
    "คู่มือการให้บริการประชาชน",
    "แผนการใช้จ่ายงบประมาณ",
    "ทะเบียนการยืมทรัพย์สินของราชการ",
    "ข้อมูลบนเว็บไซต์ของหน่วยงาน",
    "ช่องทางแจ้งเรื่องร้องเรียนการทุจริต",
    "แผนปฏิบัติการป้องกันการทุจริต",
    "ขั้นตอนและระยะเวลาการปฏิบัติงาน",
    "หลักเกณฑ์การประเมินผลการปฏิบัติงาน",
    "ประกาศนโยบายไม่รับของขวัญ",
    "รายงานผลการจัดซื้อจัดจ้าง",
    "ระบบบริการออนไลน์",
]
_ENDS = [
    "ให้เป็นปัจจุบัน",
    "ทุกไตรมาส",
    "ผ่านช่องทางที่หลากหลาย",
    "ให้บุคลากรทราบ",
    "ภายในปีงบประมาณ",
    "พร้อมระบุผู้รับผิดชอบ",
    "ตามข้อเสนอแนะ",
]
_PERIODS = (
    "ตลอดปี",
    "ต.ค. – พ.ย.",
    "ไตรมาส ๑",
    "ก.พ. – เม.ย.๖๙",
    "ภายในเดือนธันวาคม ๒๕๖๘",
    "ม.ค. – ก.ย.",
    "เมื่อมีงบประมาณ",
    "",
)


def fill(database: Database, chance: random.Random, count: int) -> None:
    """Found an office with last year's scores and so many measures in one plan year."""
    database.write(office.found_office, Office(OfficeKind.SUBDISTRICT_MUNICIPALITY, "บ้านตัวอย่าง"))
    scores = {str(n): Decimal(chance.randint(6000, 10_000)) / 100 for n in range(1, 11)}
    database.write(assessments.record_assessment, Assessment(YEAR - 1, scores))
    database.write(measures.save_measures, some_measures(database, chance, count))


def some_measures(database: Database, chance: random.Random, count: int) -> list[Measure]:
    """So many new measures of the office's divisions."""
    divisions = [division.id for division in database.read(office.list_divisions)]
    periods = [parse_period(text, YEAR) for text in _PERIODS]
    return [
        Measure(
            YEAR,
            str(chance.randint(1, 10)),
            title=_sentence(chance) if chance.random() < 0.25 else "",
            actions=tuple(_sentence(chance) for _ in range(chance.randint(1, 3))),
            method=_sentence(chance),
            division_ids=tuple(chance.sample(divisions, chance.randint(0, 2))),
            owner=f"เจ้าหน้าที่คนที่ {chance.randint(1, 40)}",
            period=chance.choice(periods),
            monitoring=f"รายงานทุก {chance.randint(1, 6)} เดือน",
            output_target=f"{chance.randint(1, 12)} ครั้ง",
            budget=Decimal(chance.randint(0, 500_000)) if chance.random() < 0.3 else None,
            topic=f"เลขที่งาน {n}",
            status=chance.choice([MeasureStatus.NOT_STARTED, MeasureStatus.IN_PROGRESS]),
        )
        for n in range(1, count + 1)
    ]


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(_VERBS)}{chance.choice(_THINGS)} {chance.choice(_ENDS)} ครั้งที่ {chance.randint(1, 99)}"
