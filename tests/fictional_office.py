"""A fictional office's record that uses every field."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.documents import IssuedDocument, IssueStatus
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.library import LibraryMeasure
from ita_desktop.domain.measure import (
    Measure,
    MeasureStatus,
    Plan,
    PlanStatus,
    Progress,
    ProgressEvidence,
    Target,
    Theme,
    ThemePoint,
)
from ita_desktop.domain.meeting import (
    NO_INVITATION,
    AgendaItem,
    AgendaTable,
    Attendance,
    Committee,
    CommitteeKind,
    CommitteeMember,
    Invitation,
    Meeting,
    MeetingStatus,
    MinutesVersion,
    Photo,
    Presence,
)
from ita_desktop.domain.office import Acting, Division, MeetingNumbering, Office, OfficeKind, Officer, Signatory
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.period import Period
from ita_desktop.domain.record import FrameworkEdition, OfficeRecord
from ita_desktop.thai.digits import Numerals

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(40))
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(40))
YEAR = FiscalYear(2569)

HEAD = Signatory("นายสมหมาย ใจซื่อ", "นายกเทศมนตรีตำบลบ้านสวนใหม่")
CLERK = Signatory("นางสาวมาลี ศรีสวน", "นักวิเคราะห์นโยบายและแผน")


def full_record() -> OfficeRecord:
    """Every entity, every field away from its default at least once."""
    return OfficeRecord(
        office=Office(
            kind=OfficeKind.SUBDISTRICT_MUNICIPALITY,
            name="บ้านสวนใหม่",
            district="เมืองสมมุติ",
            province="ตัวอย่าง",
            address="99 หมู่ 1\nถนนกลาง",
            phone="0 2000 0000",
            email="office@example.go.th",
            website="https://www.example.go.th",
            document_prefix="ตย 52001",
            logo=PNG,
            garuda=JPEG,
            numerals=Numerals.ARABIC,
            meeting_numbering=MeetingNumbering.CALENDAR_YEAR,
        ),
        divisions=(
            Division("สำนักปลัดเทศบาล", "สำนักปลัดฯ", "หัวหน้าสำนักปลัดเทศบาล", 1, 1),
            Division("กองคลัง", position=2, id=2),
            Division("กองช่าง", position=3, id=5),
        ),
        officers=(
            Officer(HEAD.name, HEAD.post, since=date(2021, 12, 20), position=1, id=1),
            Officer(
                "นายปลัด มั่นคง",
                "ปลัดเทศบาล",
                division_id=1,
                acting=Acting.PERFORMING,
                acting_post="นายกเทศมนตรีตำบลบ้านสวนใหม่",
                since=date(2025, 10, 1),
                until=date(2026, 9, 30),
                position=2,
                id=3,
            ),
        ),
        plans=(
            Plan(YEAR - 1, status=PlanStatus.CLOSED),
            Plan(
                YEAR,
                target=Target(Decimal("92.70"), {Instrument.OIT: Decimal("85.00")}, "ผ่านดี"),
                background=("ย่อหน้าที่หนึ่ง", "ย่อหน้าที่สอง"),
                approaches=("แนวทางหนึ่ง", "แนวทางสอง"),
                themes=(
                    Theme("การให้บริการ", (ThemePoint("บริการเท่าเทียม", "หลักการ"), ThemePoint("ลดขั้นตอน"))),
                    Theme("การเปิดเผยข้อมูล"),
                ),
                landscape=True,
                all_columns=True,
                signer="นายสมหมาย ใจซื่อ",
            ),
        ),
        assessments=(
            Assessment(YEAR - 2, total=Decimal("85.42")),
            Assessment(
                YEAR - 1,
                indicators={str(n): Decimal("80.05") + n for n in range(1, 11)},
                instruments={
                    Instrument.IIT: Decimal("97.83"),
                    Instrument.EIT: Decimal("97.80"),
                    Instrument.OIT: Decimal("70.38"),
                },
                total=Decimal("86.84"),
                eit_parts={1: Decimal("98.00"), 2: Decimal("97.60")},
                details={"i1": Decimal("90.00"), "i10": Decimal("66.67"), "e9": Decimal("88.00"), "o12": Decimal(0)},
                announced_level="ผ่าน",
                announced_on=date(2025, 8, 1),
                source="รายงานผล.pdf",
                recommendations="ปรับปรุงการเปิดเผยข้อมูล\nให้ครบทุกข้อ",
            ),
        ),
        findings=(
            Finding(
                YEAR - 1,
                "9",
                FindingClass.URGENT,
                "เผยแพร่ข้อมูลไม่ครบ",
                question_code="o12",
                cause="ไม่มีผู้รับผิดชอบ",
                recommendation="มอบหมายผู้รับผิดชอบ",
                topic="การประชาสัมพันธ์",
                position=1,
                id=4,
            ),
            Finding(YEAR - 1, "1", FindingClass.KEEP, "บริการดี", position=2, id=6),
        ),
        measures=(
            Measure(YEAR, "", position=1, id=7),
            Measure(
                YEAR,
                "9",
                title="เปิดเผยข้อมูลให้ครบ",
                actions=("แบ่งความรับผิดชอบ OIT รายข้อ", "ตรวจลิงก์ทุกเดือน & <ทุกข้อ>"),
                method="ทำบัญชีแบ่งงาน\nแล้วเวียนให้ทราบ",
                division_ids=(2, 1),
                owner="หัวหน้าสำนักปลัด",
                period=Period("ต.ค. 68 – มี.ค. 69", Month(2568, 10), Month(2569, 3)),
                monitoring="รายงานทุกเดือน",
                output_target="ครบ 26 ข้อ",
                budget=Decimal("15000.50"),
                topic="การประชาสัมพันธ์",
                status=MeasureStatus.DONE,
                finding_ids=(4,),
                position=2,
                id=8,
            ),
            Measure(YEAR, "1", actions=("ติดป้ายขั้นตอน",), all_divisions=True, period=Period("เร็ว ๆ นี้"), position=3, id=9),
        ),
        progress=(
            Progress(
                8,
                date(2025, 12, 1),
                MeasureStatus.IN_PROGRESS,
                percent=50,
                result="แบ่งงานแล้ว",
                problem="คนไม่พอ",
                next_step="ตรวจลิงก์",
                evidence=(
                    ProgressEvidence("บัญชีแบ่งงาน", "บัญชี.pdf", "ab" * 32),
                    ProgressEvidence(url="https://www.example.go.th/oit", checked_on=date(2025, 12, 2)),
                ),
                id=1,
            ),
            Progress(8, date(2026, 3, 1), MeasureStatus.DONE, percent=100, id=2),
        ),
        library=(
            LibraryMeasure(
                "9",
                "ตรวจลิงก์",
                ("ตรวจลิงก์ทุกสองสัปดาห์", "แก้ลิงก์ที่เสีย"),
                "แบบตรวจลิงก์",
                ("สำนักปลัดเทศบาล",),
                owner="เจ้าหน้าที่สารสนเทศ",
                first_month=1,
                last_month=4,
                monitoring="ทุกสองสัปดาห์",
                output_target="8 ครั้ง",
                topic="การเปิดเผยข้อมูล",
                position=1,
                id=1,
            ),
            LibraryMeasure("1", actions=("จัดทำคู่มือ",), all_divisions=True, position=2, id=4),
        ),
        committees=(
            Committee(
                "คณะทำงานขับเคลื่อนการสร้างความโปร่งใส",
                CommitteeKind.WORKING_GROUP,
                order_number="12/2569",
                order_date=date(2025, 10, 15),
                valid_from=date(2025, 10, 15),
                valid_until=date(2026, 9, 30),
                members=(
                    CommitteeMember(HEAD, "ประธาน", "กำกับดูแล"),
                    CommitteeMember(CLERK, "เลขานุการ"),
                ),
                id=3,
            ),
        ),
        meetings=(
            Meeting(
                YEAR,
                "คณะทำงานขับเคลื่อนการสร้างความโปร่งใส",
                subject="วิเคราะห์ผลการประเมิน",
                committee_id=3,
                number=1,
                held_on=date(2026, 1, 12),
                starts_at=time(9, 30),
                ends_at=time(12, 0),
                place="ห้องประชุมสภา",
                chair=Signatory(HEAD.name, HEAD.post, "รักษาราชการแทนใครบางคน"),
                attendances=(
                    Attendance(HEAD, role="ประธาน"),
                    Attendance(Signatory("นายขาด ลาป่วย", "กรรมการ"), Presence.ABSENT, reason="ลาป่วย"),
                    Attendance(
                        CLERK,
                        Presence.ATTENDING,
                        substitute_for="ผู้อำนวยการกองคลัง",
                        arrived_at=time(9, 45),
                        left_at=time(11, 30),
                    ),
                ),
                agenda=(
                    AgendaItem(1, "แจ้งผลการประเมิน", "ได้ 86.84", "รับฟัง", "ที่ประชุมรับทราบ"),
                    AgendaItem(
                        4,
                        "พิจารณามาตรการ",
                        resolution="เห็นชอบ",
                        owner="สำนักปลัด",
                        due=date(2026, 3, 31),
                        done_on=date(2026, 3, 20),
                        measure_ids=(9, 8),
                        tables=(AgendaTable.SCORES, AgendaTable.MEASURES),
                    ),
                ),
                recorder=CLERK,
                checker=HEAD,
                status=MeetingStatus.CERTIFIED,
                certified_by_id=6,
                closing="ขอเชิญชวนประชาชนร่วมตรวจสอบ\nทุกช่องทาง",
                photos=(Photo(PNG, "บรรยากาศ", "IMG_0001.jpg", "ab" * 32), Photo(JPEG)),
                invitation=Invitation(
                    number="ตย 52001/7",
                    dated=date(2026, 1, 5),
                    unit="สำนักปลัดเทศบาล",
                    recipients=("กรรมการทุกท่าน", "ผู้ใหญ่บ้านหมู่ที่ 1"),
                    attachments=("ระเบียบวาระการประชุม",),
                    signer=HEAD,
                ),
                id=5,
            ),
            Meeting(YEAR, "ประชุมประจำเดือน", number=3, held_on=date(2026, 2, 2), id=6),
            Meeting(YEAR, "ยังไม่กำหนดวัน", id=7),
        ),
        minutes_versions=(MinutesVersion(5, 1, date(2026, 2, 3), "แก้ชื่อผู้มาประชุม", '{"title": "เดิม\\n"}', id=1),),
        issued_documents=(
            IssuedDocument(
                DocumentKind.MINUTES,
                YEAR,
                "รายงานการประชุม",
                '{"title": "รายงาน\\n"}',
                "0.1.0",
                date(2026, 1, 20),
                meeting_id=5,
                number="ตย 52001/12",
                status=IssueStatus.PUBLISHED,
                id=1,
            ),
        ),
        frameworks=(FrameworkEdition(FiscalYear(2570), '[weights]\nIIT = "0.30"  \n'),),
    )


def record_of_version_1() -> OfficeRecord:
    """As much of it as the first version of the record's format could hold."""
    record = full_record()
    return replace(
        record,
        office=replace(record.office, garuda=b""),
        plans=tuple(replace(plan, all_columns=False) for plan in record.plans),
        library=(),
        meetings=tuple(_meeting_of_version_1(meeting) for meeting in record.meetings),
        minutes_versions=(),
    )


def _meeting_of_version_1(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        attendances=tuple(replace(each, arrived_at=None, left_at=None) for each in meeting.attendances),
        agenda=tuple(replace(item, done_on=None, tables=()) for item in meeting.agenda),
        photos=tuple(replace(photo, original_name="", original_sha256="") for photo in meeting.photos),
        invitation=NO_INVITATION,
    )
