"""The five real documents: each record prints papers that hold all facts of its document.

Years, levels and names are those that the domain notes correct (ita.md section 9).
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from pdf_reading import folded_text

from ita_desktop.catalog import load_frameworks
from ita_desktop.catalog.texts import load_texts
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.paths import resources
from ita_desktop.pdf.render import render
from ita_desktop.record_file import parse_record
from ita_desktop.services import documents, records
from ita_desktop.thai import words

SEEDS = Path(__file__).parent / "data" / "seeds"
FRAMEWORKS, TEXTS = load_frameworks(), load_texts()
ASSESSMENT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"


@dataclass
class Seed:
    """One seed's record in a data file of its own."""

    database: Database
    plan_year: FiscalYear

    def printed(self, kind: DocumentKind) -> str:
        """The words of the paper as a reader program finds them, without white space."""
        meeting_id = 1 if kind.is_of_meeting else None
        document = self.database.read(
            documents.compose, kind, self.plan_year, FRAMEWORKS, TEXTS, self.plan_year.last_day, meeting_id=meeting_id
        )
        return folded_text(render(document))


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> Iterator[Seed]:
    name, plan_year = request.param
    with closing(Database.scratch()) as database:
        database.write(records.write_record, parse_record((SEEDS / name).read_bytes()))
        words.configure(resources() / "thai" / "words_th.txt")
        words.set_own_words(database.read(documents.own_words))
        yield Seed(database, FiscalYear(plan_year))
        words.set_own_words(())


def missing(facts: list[str], printed: str) -> list[str]:
    """The facts that the paper does not hold."""
    return [fact for fact in facts if "".join(fact.split()) not in printed]


@pytest.mark.parametrize("seed", [("000_kutchiangmi.json", 2569)], indirect=True)
def test_that_the_news_of_kut_chiang_mi_holds_its_facts(seed: Seed) -> None:
    printed = seed.printed(DocumentKind.NEWS)
    facts = [
        "ข่าวประชาสัมพันธ์",
        "เทศบาลตำบลกุดเชียงหมี นำผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568",
        "เป้าหมายผลการประเมินระดับ “ผ่านดีเยี่ยม” ในปีงบประมาณ พ.ศ. 2569",
        "เมื่อวันที่ 2 กุมภาพันธ์ 2569",
        "ณ ห้องประชุมเทศบาลตำบลกุดเชียงหมี",
        "นายไพฑูรย์ บุญลักษณ์ นายกเทศมนตรีตำบลกุดเชียงหมี เป็นประธาน",
        "การประชุมคณะกรรมการขับเคลื่อนการสร้างความโปร่งใส",
        "ร่วมกันวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568",
        "กำหนดแนวทางพัฒนายกระดับองค์กรในปีงบประมาณ พ.ศ. 2569",
        "กำหนดมาตรการขับเคลื่อนในปีงบประมาณ พ.ศ. 2569 ดังนี้",
        "1. การปรับปรุงระบบบริการดิจิทัล (E-Service)",
        "เพื่อลดการใช้ดุลพินิจของเจ้าหน้าที่ และเพิ่มความสะดวกให้ประชาชน",
        "2. การยกระดับความโปร่งใสในการจัดซื้อจัดจ้าง",
        "ประกาศเผยแพร่ข้อมูลอย่างละเอียดและเปิดให้ตรวจสอบได้ทุกขั้นตอน",
        "ข้อมูลรายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี",
        "เนื้อหาและองค์ประกอบถูกต้องครบถ้วนตามหลักเกณฑ์การประเมิน",
        "ให้ความสำคัญกับรายการจัดซื้อจัดจ้างในหมวดงบลงทุน",
        "เผยแพร่ชุดข้อมูลดังกล่าวในรูปแบบตารางหรือรูปแบบที่มีโครงสร้าง",
        "นำข้อมูลไปใช้ประมวลผลด้วยคอมพิวเตอร์ต่อไปได้",
        "ส่งเสริมการมีส่วนร่วมและสร้างความโปร่งใสในกระบวนการจัดซื้อจัดจ้าง",
        "3. จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "เผยแพร่ข้อมูลผลการวิเคราะห์คะแนนการประเมินในปีที่ผ่านมา",
        "กระบวนการมีส่วนร่วมของเจ้าหน้าที่ภายในหน่วยงานในการร่วมคิดและร่วมปฏิบัติ",
        "กำกับติดตามและรายงานผลต่อผู้บริหารหรือคณะกรรมการอย่างสม่ำเสมอ",
        "ในการนี้ เทศบาลตำบลกุดเชียงหมี ได้เน้นย้ำถึงความสำคัญของการนำผลการประเมิน ITA มาปรับปรุง",
        "กำชับให้บุคลากรทุกคนติดตามการดำเนินงานตามมาตรการดังกล่าวอย่างต่อเนื่อง",
        "ป้องกันความเสี่ยงต่อการทุจริตและประพฤติมิชอบ",
        "ประโยชน์สุขสูงสุดให้แก่ประชาชนในพื้นที่",
    ]
    assert missing(facts, printed) == []
    # The document knows no score, and its ดีเยี่ยม was a wish.
    assert "คะแนนรวม" not in printed
    assert "อยู่ในระดับ" not in printed
    assert "กลุ่มงาน" not in printed


@pytest.mark.parametrize("seed", [("001_khaochangum.json", 2569)], indirect=True)
def test_that_the_news_of_khao_chang_ngum_holds_its_facts(seed: Seed) -> None:
    printed = seed.printed(DocumentKind.NEWS)
    chair = "นายชัยณรงค์ แสงเงิน ปลัดองค์การบริหารส่วนตำบลเขาชะงุ้ม ปฏิบัติหน้าที่นายกองค์การบริหารส่วนตำบลเขาชะงุ้ม"
    facts = [
        "เมื่อวันที่ ๑๒ มกราคม ๒๕๖๙",
        f"{chair} เป็นประธาน",
        "การประชุมคณะทำงานขับเคลื่อนการสร้างความโปร่งใส",
        "เพื่อพัฒนาการดำเนินงาน เรื่อง การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        "กำหนดแนวทางการยกระดับผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๙",
        "องค์การบริหารส่วนตำบลเขาชะงุ้ม มีคะแนนรวม ๙๙.๗๓ คะแนน อยู่ในระดับ “ผ่านดีเยี่ยม”",
        "กำหนดมาตรการขับเคลื่อนในปีงบประมาณ พ.ศ. ๒๕๖๙ ดังนี้",
        "๑. การปรับปรุงระบบบริการดิจิทัล (E-Service)",
        "เพื่อลดการใช้ดุลพินิจของเจ้าหน้าที่ และเพิ่มความสะดวกให้ประชาชน",
        "๒. การยกระดับความโปร่งใสในการจัดซื้อจัดจ้าง",
        "รายการจัดซื้อจัดจ้างในหมวดงบลงทุน และเผยแพร่ชุดข้อมูลดังกล่าวในรูปแบบตาราง",
        "๓. จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ขับเคลื่อนมาตรการส่งเสริมคุณธรรมและความโปร่งใสอย่างมีส่วนร่วมแบบทั่วทั้งองค์กร",
        "รายงานผลต่อผู้บริหารหรือคณะทำงานอย่างสม่ำเสมอ",
        f"ในการนี้ {chair} ได้เน้นย้ำ",
        "ป้องกันความเสี่ยงต่อการทุจริตและประพฤติมิชอบ",
        "ประโยชน์สุขสูงสุดให้แก่ประชาชนในพื้นที่",
    ]
    assert missing(facts, printed) == []
    assert "อบต." not in printed
    assert "พบจุดที่ต้องเร่งพัฒนา" not in printed


@pytest.mark.parametrize("seed", [("001_khaochangum.json", 2569)], indirect=True)
def test_that_the_score_sheet_of_khao_chang_ngum_proves_its_level(seed: Seed) -> None:
    facts = ["๙๙.๗๓", "ผ่านดีเยี่ยม", "คะแนนรวม ๙๙.๗๓ ถึงเกณฑ์ ๙๕ คะแนน", "องค์การบริหารส่วนตำบลเขาชะงุ้ม"]
    assert missing(facts, seed.printed(DocumentKind.SCORE_SHEET)) == []


@pytest.mark.parametrize("seed", [("002_khuekkhak.json", 2568)], indirect=True)
def test_that_the_plan_of_khuek_khak_holds_its_facts(seed: Seed) -> None:
    printed = seed.printed(DocumentKind.MEASURES_PLAN)
    facts = [
        "แนวทางและมาตรการยกระดับผลการประเมิน ITA",
        "เทศบาลตำบลคึกคัก",
        f"๑. แผนการขับเคลื่อน{ASSESSMENT} (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        "ที่มาและความสำคัญ",
        "แผนแม่บทภายใต้ยุทธศาสตร์ชาติ ประเด็นการต่อต้านการทุจริตและประพฤติมิชอบ",
        "พ.ศ. ๒๕๖๑ – ๒๕๘๐",
        "ระยะที่ ๒",
        "ปีงบประมาณ พ.ศ. ๒๕๗๐",
        "ผ่านเกณฑ์ ๘๕ คะแนนขึ้นไป",
        "ร้อยละ ๑๐๐",
        "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
        f"ได้เข้าร่วม{ASSESSMENT} (Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
        "ทราบถึงสถานการณ์ดำเนินงานด้านคุณธรรมและความโปร่งใส",
        "การอำนวยความสะดวกต่อประชาชน",
        "เมื่อวันที่ ๓๐ กรกฎาคม ๒๕๖๗",
        "ประกาศผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
        "มีคะแนนรวม ๘๕.๔๒ คะแนน อยู่ในระดับ “ผ่านดี”",
        "๒. แนวทางและมาตรการส่งเสริมคุณธรรมและความโปร่งใสของเทศบาลตำบลคึกคัก",
        "๒.๑ จัดการประชุมทบทวนและวิเคราะห์ผล",
        "รับฟังปัญหาและอุปสรรค รวมถึงการถอดบทเรียนความสำเร็จของการประเมินฯ",
        "๒.๒ จัดทำคู่มือการตอบแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT) ให้แก่สำนัก/กองต่าง ๆ",
        "ความถูกต้องตามองค์ประกอบที่สำนักงาน ป.ป.ช. กำหนด",
        "๒.๓ เก็บรวบรวมข้อมูลตามแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) ส่วนที่ ๑",
        "ภายหลังจากดำเนินการนำเข้าข้อมูลตามแบบวัด OIT เรียบร้อยแล้ว",
        "๒.๔ ประชาสัมพันธ์การดำเนินการประเมิน ITA ของเทศบาลตำบลคึกคัก",
        "เฟซบุ๊กและเว็บไซต์หลักของหน่วยงาน",
    ]
    assert missing(facts, printed) == []
    for wrong in ("๑๐ สิงหาคม", "ไม่น้อยกว่าร้อยละ", "หารให้บริการ", "ทุกราชการ", "ผู้มีส่วนได้เสีย"):
        assert wrong not in printed


ROWS_OF_KHUEK_KHAK = [
    ("๑. การปฏิบัติหน้าที่", ["จัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่ในแต่ละภารกิจ"], "ทุกส่วนราชการ", "ต.ค. ๖๗ – เม.ย. ๖๘"),
    ("๒. การใช้งบประมาณ", ["ประชุมชี้แจงและเตรียมความพร้อม"], "กองคลัง", "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๘"),
    ("๓. การใช้อำนาจ", ["ประชุมชี้แจงและเตรียมความพร้อม"], "สำนักปลัดเทศบาล", "ต.ค. ๖๗ – ม.ค. ๖๘"),
    ("๔. การใช้ทรัพย์สินของราชการ", ["แผนผังขั้นตอนการยืมทรัพย์สินของทางราชการ"], "สำนักปลัดเทศบาล", "ต.ค. ๖๗ – ม.ค. ๖๘"),
    (
        "๕. การแก้ไขปัญหาการทุจริต",
        ["คู่มือการป้องกันผลประโยชน์ทับซ้อน", "การเสริมสร้างวินัย คุณธรรม จริยธรรมแก่บุคลากร"],
        "สำนักปลัดเทศบาล",
        "ต.ค. ๖๗ – ม.ค. ๖๘",
    ),
    (
        "๖. คุณภาพการดำเนินงาน",
        ["วางแผนการดำเนินงานประจำปี", "วิเคราะห์ปัญหาและความเสี่ยง", "เข้าร่วมประชุม ฝึกอบรม สัมมนา"],
        "ทุกส่วนราชการ",
        "ก.พ. ๖๘ – เม.ย. ๖๘",
    ),
    (
        "๗. ประสิทธิภาพการสื่อสาร",
        ["ประเมินความพึงพอใจในการบริการประชาชน", "ประชาสัมพันธ์ข้อมูลข่าวสารหลายช่องทาง"],
        "สำนักปลัดเทศบาล",
        "ก.พ. ๖๘ – เม.ย. ๖๘",
    ),
    (
        "๘. การปรับปรุงการทำงาน",
        [
            "อบรมให้ความรู้เกี่ยวกับการปฏิบัติงานในหน้าที่",
            "เพิ่มช่องทางการติดต่อ",
            "ประสานงานกับทุกส่วนราชการ เพื่อขอรายชื่อผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
            "จัดทำคู่มือการปฏิบัติงานในการบริการประชาชน",
        ],
        "ทุกส่วนราชการ",
        "ต.ค. ๖๗ – มี.ค. ๖๘",
    ),
    (
        "๙. การเปิดเผยข้อมูล",
        ["หลายช่องทาง เช่น Facebook, Website", "ปรับปรุงเว็บไซต์ของหน่วยงานให้เป็นหมวดหมู่"],
        "ทุกส่วนราชการ",
        "ต.ค. ๖๗ – มี.ค. ๖๘",
    ),
    (
        "๑๐. การป้องกันการทุจริต",
        ["มาตรการหรือนโยบายเพื่อขับเคลื่อน", "จัดอบรมการป้องกันการทุจริตภายในเทศบาล", "การลงโทษทางวินัย"],
        "ทุกส่วนราชการ",
        "ต.ค. ๖๗ – มี.ค. ๖๘",
    ),
]


@pytest.mark.parametrize("seed", [("002_khuekkhak.json", 2568)], indirect=True)
def test_that_the_table_of_khuek_khak_holds_its_ten_rows_in_order(seed: Seed) -> None:
    printed = seed.printed(DocumentKind.MEASURES_PLAN)
    at = printed.index("ตารางมาตรการรายตัวชี้วัด")
    for indicator, actions, responsible, period in ROWS_OF_KHUEK_KHAK:
        for fact in (indicator, *actions, responsible, period):
            found = printed.find("".join(fact.split()), at)
            assert found >= 0, (indicator, fact)
            at = found


@pytest.mark.parametrize("seed", [("003_thonglang.json", 2569)], indirect=True)
def test_that_the_report_of_thong_lang_holds_its_facts(seed: Seed) -> None:
    printed = seed.printed(DocumentKind.DEVELOPMENT_REPORT)
    facts = [
        "การพัฒนาองค์กรที่เกี่ยวข้องกับการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๙",
        "เมื่อวันที่ ๒๐ มีนาคม ๒๕๖๙ เวลา ๑๐.๐๐ น. องค์การบริหารส่วนตำบลทองหลาง",
        "การประชุมประจำเดือนมีนาคม ๒๕๖๙",
        "ชี้แจงการดำเนินงานตามอำนาจหน้าที่และภารกิจจากกองต่าง ๆ",
        "นำผลการประเมิน ITA มาพัฒนาองค์กร",
        f"แจ้งปฏิทินและเกณฑ์{ASSESSMENT} (Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๙",
        "ในปีงบประมาณ พ.ศ. ๒๕๖๙ องค์การบริหารส่วนตำบลทองหลาง ได้นำผล",
        "(Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ มาใช้พัฒนาองค์กร",
        "๑. การพัฒนาองค์กรด้วยการปรับปรุงจุดอ่อน (Improvement)",
        "วิเคราะห์จุดอ่อน: นำคะแนนในแต่ละตัวชี้วัด",
        "จัดทำแผนพัฒนา: นำผลคะแนนต่ำไปสู่การจัดทำแผนปฏิบัติการป้องกันการทุจริต",
        "ปรับปรุงกระบวนการทำงาน: แก้ไขขั้นตอนที่ซับซ้อน",
        "๒. การยกระดับมาตรฐานความโปร่งใสและการเปิดเผยข้อมูล (Transparency)",
        "เปิดเผยข้อมูลเชิงรุก: ปรับปรุงเว็บไซต์ของหน่วยงานให้เป็นระบบ",
        "ทั้งแผนงาน การจัดซื้อจัดจ้าง และการบริหารบุคคล",
        "สร้างความเชื่อมั่น: การมีผลการประเมินที่สูงขึ้น",
        "๓. การสร้างวัฒนธรรมองค์กรและวินัยเจ้าหน้าที่ (Integrity Culture)",
        "สร้างความตระหนักรู้: ใช้ ITA เป็นกรอบ",
        "นโยบาย No Gift Policy: นำผลการประเมินไปสู่การประกาศนโยบายและมาตรการไม่รับของขวัญ",
        "๔. การบริหารงานที่มุ่งเน้นผลสัมฤทธิ์ (Performance Excellence)",
        "บริหารทรัพยากรบุคคล: พัฒนาการบริหารงานบุคคลให้เป็นธรรม ไม่มีการวิ่งเต้นหรือเลือกปฏิบัติ",
        "การมีส่วนร่วม: ส่งเสริมให้ผู้มีส่วนได้ส่วนเสีย (ประชาชนผู้รับบริการ)",
    ]
    assert missing(facts, printed) == []
    for wrong in ("ทองกลาง", "No-Gift", "คะแนนรวม"):
        assert wrong not in printed


@pytest.mark.parametrize("seed", [("004_phochai.json", 2569)], indirect=True)
def test_that_the_news_of_pho_chai_holds_its_facts(seed: Seed) -> None:
    printed = seed.printed(DocumentKind.NEWS)
    facts = [
        "ข่าวประชาสัมพันธ์",
        "การพัฒนาองค์กรที่เกี่ยวข้องกับการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๙",
        "เทศบาลตำบลโพธิ์ชัย นำผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๘ ไปพัฒนาองค์กรในปีงบประมาณ พ.ศ. ๒๕๖๙",
        "เมื่อวันที่ ๒๖ มีนาคม ๒๕๖๙ ณ ห้องประชุมสภาเทศบาลตำบลโพธิ์ชัย",
        "นายธีรไนย ธรรมวิเศษ นายกเทศมนตรีตำบลโพธิ์ชัย เป็นประธาน",
        "การประชุมคณะทำงานขับเคลื่อนการสร้างคุณธรรมและความโปร่งใส",
        "เพื่อร่วมกันวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        "มีคะแนนรวม ๘๖.๘๕ คะแนน อยู่ในระดับ “ผ่าน” โดยคะแนน OIT ๗๐.๓๘ คะแนน",
        "คะแนน OIT ต่ำกว่า ๘๕ คะแนน จึงยังไม่ถึงระดับผ่านดี",
        "กำหนดมาตรการขับเคลื่อนในปีงบประมาณ พ.ศ. ๒๕๖๙ ดังนี้",
        "๑. กำชับเจ้าหน้าที่ปฏิบัติงานหรือให้บริการโดยมุ่งผลสัมฤทธิ์ของงาน และรับผิดชอบต่อหน้าที่",
        "๒. กำชับในการปฏิบัติหรือให้บริการแก่บุคคลภายนอก ให้เป็นไปตามขั้นตอนและระยะเวลา",
        "๓. ปฏิบัติหรือให้บริการแก่บุคคลภายนอกอย่างเท่าเทียมกัน",
        "๔. ส่งเสริมนโยบาย No Gift Policy จากการปฏิบัติหน้าที่ ทั้งในส่วนของเจ้าหน้าที่และประชาชน",
        "๕. ปรับปรุงคู่มือหรือมาตรฐานการให้บริการให้เป็นปัจจุบัน รายงานสถิติการใช้บริการทั้ง Walk-in และ E-Service",
        "สำรวจความพึงพอใจในการให้บริการ และรายงานผู้บริหารทราบอย่างสม่ำเสมอ",
        "๖. รักษาระดับการดำเนินงานและพัฒนาต่อยอดการปฏิบัติงานให้ดียิ่งขึ้นในทุกปี",
        "ในการนี้ นายธีรไนย ธรรมวิเศษ นายกเทศมนตรีตำบลโพธิ์ชัย ได้เน้นย้ำ",
        "ป้องกันความเสี่ยงต่อการทุจริตและประพฤติมิชอบ",
        "ประโยชน์สุขสูงสุดให้แก่ประชาชนในพื้นที่",
    ]
    assert missing(facts, printed) == []
    for wrong in ("ITA ปี ๒๕๖๙", "ต้องปรับปรุง", "ท่านนายก", "สำนวความ"):
        assert wrong not in printed


@pytest.mark.parametrize("seed", [("004_phochai.json", 2569)], indirect=True)
def test_that_the_score_sheet_of_pho_chai_shows_the_way_up(seed: Seed) -> None:
    facts = ["๘๖.๘๕", "OIT ได้ ๗๐.๓๘ ต่ำกว่า ๘๕ จึงได้ระดับผ่าน ไม่ใช่ผ่านดี", "ยก OIT เป็น ๘๕.๐๐ ได้คะแนนรวม ๙๒.๗๐"]
    assert missing(facts, seed.printed(DocumentKind.SCORE_SHEET)) == []


@pytest.mark.parametrize("seed", [("004_phochai.json", 2569)], indirect=True)
def test_that_the_minutes_of_pho_chai_tell_both_parts_of_its_meeting(seed: Seed) -> None:
    printed = seed.printed(DocumentKind.MINUTES)
    facts = [
        "รายงานการประชุมคณะทำงานขับเคลื่อนการสร้างคุณธรรมและความโปร่งใส",
        "เมื่อวันที่ ๒๖ มีนาคม ๒๕๖๙",
        "การประชุมพนักงานประจำเดือน",
        "มติที่ประชุม กำหนดมาตรการขับเคลื่อนในปีงบประมาณ พ.ศ. ๒๕๖๙ จำนวน ๖ มาตรการ",
        "รักษาระดับการดำเนินงานและพัฒนาต่อยอดการปฏิบัติงานให้ดียิ่งขึ้นในทุกปี",
    ]
    assert missing(facts, printed) == []


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize(
    "seed",
    [
        ("000_kutchiangmi.json", 2569),
        ("001_khaochangum.json", 2569),
        ("003_thonglang.json", 2569),
        ("004_phochai.json", 2569),
    ],
    indirect=True,
)
def test_that_every_paper_of_every_seed_prints(seed: Seed, kind: DocumentKind) -> None:
    name = {"กุดเชียงหมี", "เขาชะงุ้ม", "ทองหลาง", "โพธิ์ชัย"}
    assert any(one in seed.printed(kind) for one in name)
