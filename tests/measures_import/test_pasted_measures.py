import io
from datetime import date
from decimal import Decimal

import pytest
from clipboard_samples import SEED_002, browser_html, excel_html, excel_text, word_html
from openpyxl import Workbook

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Division
from ita_desktop.domain.period import Period
from ita_desktop.errors import UserError
from ita_desktop.measures_import import (
    ColumnKind,
    Layout,
    Office,
    PastedTable,
    Reading,
    RowKind,
    propose_layout,
    read_html,
    read_measures,
    read_text,
    read_workbook,
)

YEAR = FiscalYear(2568)
K = ColumnKind
DIVISIONS = (
    Division("สำนักปลัดเทศบาล", "สำนักปลัดฯ", id=1),
    Division("กองคลัง", head="ผู้อำนวยการกองคลัง", id=2),
    Division("กองช่าง", id=3),
    Division("กองการศึกษา ศาสนาและวัฒนธรรม", id=4),
    Division("กองสาธารณสุขและสิ่งแวดล้อม", "กองสาธารณสุขฯ", id=5),
    Division("หน่วยตรวจสอบภายใน", id=6),
)


@pytest.fixture
def office(frameworks: Frameworks) -> Office:
    return Office(YEAR, frameworks.of(YEAR - 1), DIVISIONS)


def read(table: PastedTable, office: Office, layout: Layout | None = None) -> Reading:
    return read_measures(table, layout or propose_layout(table, office), office)


def html(*rows: str) -> PastedTable:
    return read_html(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")


def cells(*rows: str) -> PastedTable:
    """A table from rows whose cells are parted by upright strokes."""
    return read_text("\n".join("\t".join(f'"{cell}"' for cell in row.split("|")) for row in rows))


def notes(reading: Reading) -> list[str]:
    return [note.sentence for row in reading.rows for note in row.notes]


@pytest.mark.parametrize(
    "table",
    [read_html(word_html()), read_html(excel_html()), read_text(excel_text()), read_html(browser_html())],
    ids=["word", "excel", "text", "browser"],
)
def test_that_the_table_of_seed_002_becomes_its_measures_from_every_program(table: PastedTable, office: Office) -> None:
    layout = propose_layout(table, office)
    assert layout == Layout((K.INDICATOR, K.TEXT, K.OWNER, K.PERIOD), 1)
    reading = read(table, office, layout)
    assert [measure.actions for measure in reading.measures] == [tuple(actions) for _, actions, _, _ in SEED_002]
    assert [measure.indicator_code for measure in reading.measures] == ["1", "2", "3", "5", "9", "10"]
    assert [(m.all_divisions, m.division_ids) for m in reading.measures] == [
        (True, ()), (False, (2,)), (False, (1,)), (False, (1,)), (True, ()), (True, ()),
    ]  # fmt: skip
    assert [measure.period.text for measure in reading.measures] == [period for _, _, _, period in SEED_002]
    assert all(measure.period.is_read for measure in reading.measures)
    assert {m.title for m in reading.measures} == {""}
    assert notes(reading) == []
    assert reading.notes == ()
    assert all((m.plan_year, m.id, m.position) == (YEAR, 0, 0) for m in reading.measures)


def test_that_every_known_column_is_recognised_by_its_heading(office: Office) -> None:
    table = cells(
        "ลำดับที่|ตัวชี้วัด|ประเด็นที่ต้องพัฒนา|มาตรการ|กิจกรรม/โครงการ|ขั้นตอน/วิธีการดำเนินงาน|ผู้รับผิดชอบ"
        "|ระยะเวลาดำเนินการ|การกำกับติดตามและรายงานผล|ตัวชี้วัดความสำเร็จ|งบประมาณ (บาท)|หมายเหตุ",
        "๑|๙. การเปิดเผยข้อมูล|เว็บไซต์ไม่เป็นปัจจุบัน|ปรับปรุงเว็บไซต์|- จัดหมวดหมู่\n- ตรวจลิงก์|แต่งตั้งผู้ดูแล|กองคลัง"
        "|ไตรมาส ๑|รายงานทุกเดือน|ครบทุกข้อ|๕,๐๐๐|ด่วน",
    )
    layout = propose_layout(table, office)
    assert layout.kinds == (
        K.NUMBER, K.INDICATOR, K.TOPIC, K.TITLE, K.TEXT, K.METHOD,
        K.OWNER, K.PERIOD, K.MONITORING, K.TARGET, K.BUDGET, K.UNUSED,
    )  # fmt: skip
    reading = read(table, office, layout)
    assert reading.measures == (
        Measure(
            YEAR,
            "9",
            "ปรับปรุงเว็บไซต์",
            ("จัดหมวดหมู่", "ตรวจลิงก์"),
            "แต่งตั้งผู้ดูแล",
            (2,),
            period=Period("ไตรมาส ๑", Month(2567, 10), Month(2567, 12)),
            monitoring="รายงานทุกเดือน",
            output_target="ครบทุกข้อ",
            budget=Decimal("5000.00"),
            topic="เว็บไซต์ไม่เป็นปัจจุบัน",
        ),
    )
    assert reading.notes == ("ไม่ใช้คอลัมน์ “หมายเหตุ” เลือกชนิดเหนือคอลัมน์ถ้าต้องการ",)


def test_that_a_table_without_heads_is_recognised_by_what_stands_in_it(office: Office) -> None:
    table = cells(
        "1|การใช้งบประมาณ|เปิดเวทีรับฟังความต้องการของทุกกอง|กองคลัง|ไตรมาส 2",
        "2|การใช้อำนาจ|ประกาศเกณฑ์ประเมินผลงาน|สำนักปลัด|ต.ค. 67",
    )
    layout = propose_layout(table, office)
    assert layout == Layout((K.NUMBER, K.INDICATOR, K.TEXT, K.OWNER, K.PERIOD), 0)
    assert [m.indicator_code for m in read(table, office, layout).measures] == ["2", "3"]


def test_that_the_clerks_choice_of_columns_counts(office: Office) -> None:
    table = read_text("ก ข ค\tง จ ฉ\n")
    layout = propose_layout(table, office).with_kind(0, K.TEXT).with_kind(1, K.MONITORING)
    (measure,) = read(table, office, layout).measures
    assert (measure.actions, measure.monitoring) == (("ก ข ค",), "ง จ ฉ")
    assert layout.with_kind(0, K.PERIOD).with_kind(1, K.PERIOD).kinds == (K.UNUSED, K.PERIOD)
    assert read(table, office, Layout((K.UNUSED, K.UNUSED))).notes[0].startswith("เลือกก่อนว่าคอลัมน์ใด")


def test_that_merged_cells_are_carried_down(office: Office) -> None:
    table = html(
        "<th>ตัวชี้วัด<th>แนวทาง<th>ผู้รับผิดชอบ<th>ระยะเวลา",
        "<td rowspan=2>1. การปฏิบัติหน้าที่<td>ก<td rowspan=2>กองคลัง<td>ต.ค. 67",
        "<td>ข<td>พ.ย. 67",
        "<td colspan=4>ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล",
        "<td><td>ค<td>กองช่าง<td>ธ.ค. 67",
    )
    reading = read(table, office)
    assert [(m.indicator_code, m.actions, m.division_ids, m.period.text) for m in reading.measures] == [
        ("1", ("ก",), (2,), "ต.ค. 67"),
        ("1", ("ข",), (2,), "พ.ย. 67"),
        ("9", ("ค",), (3,), "ธ.ค. 67"),
    ]
    assert [row.kind for row in reading.rows][3] is RowKind.SECTION


def test_that_a_row_with_nothing_but_a_text_goes_on_with_the_measure_above(office: Office) -> None:
    table = cells(
        "ตัวชี้วัด|แนวทาง|ผู้รับผิดชอบ",
        "1. การปฏิบัติหน้าที่|- ก|กองคลัง",
        "|- ข|",
        "|ค|",
        "2. การใช้งบประมาณ|ง|กองช่าง",
        "|จ|กองคลัง",
    )
    reading = read(table, office)
    assert [(m.indicator_code, m.actions) for m in reading.measures] == [
        ("1", ("ก", "ข", "ค")),
        ("2", ("ง",)),
        ("2", ("จ",)),
    ]
    assert [row.measure_row for row in reading.rows] == [None, 1, 1, 1, 4, 5]
    assert "ใช้ตัวชี้วัดเดียวกับแถวบน" in notes(reading)


def test_that_repeated_heads_sums_and_column_numbers_are_set_aside_with_a_word(office: Office) -> None:
    head = "ตัวชี้วัด|แนวทาง|งบประมาณ"
    table = cells(
        head,
        "(๑)|(๒)|(๓)",
        "1. การปฏิบัติหน้าที่|ก|1,000 บาท",
        head,
        "2. การใช้งบประมาณ|ข|ไม่ใช้งบประมาณ",
        "รวม||1,000",
    )
    reading = read(table, office)
    assert [m.budget for m in reading.measures] == [Decimal("1000.00"), None]
    assert [row.kind for row in reading.rows] == [
        RowKind.HEAD, RowKind.SET_ASIDE, RowKind.MEASURE, RowKind.HEAD, RowKind.MEASURE, RowKind.SET_ASIDE,
    ]  # fmt: skip
    assert any("1,000" in sentence and "แถวรวม" in sentence for sentence in notes(reading))


@pytest.mark.parametrize(
    ("cell", "title", "actions"),
    [
        ("<p>ทำคู่มือ</p>", "", ("ทำคู่มือ",)),
        ("- ก<br>- ข", "", ("ก", "ข")),
        ("– ก<br>• ข<br>· ค<br>* ง", "", ("ก", "ข", "ค", "ง")),
        ("๑) ก<br>๒) ข", "", ("ก", "ข")),
        ("1. ก<br>2. ข", "", ("ก", "ข")),
        ("(1) ก<br>(2) ข", "", ("ก", "ข")),
        ("ก) ทำ<br>ข) ตรวจ", "", ("ทำ", "ตรวจ")),
        ("1.1 ก<br>1.2 ข", "", ("ก", "ข")),
        ("ก. ทำ<br>ข. ตรวจ", "", ("ทำ", "ตรวจ")),
        ("ต.ค. ๖๗ ทำคู่มือ", "", ("ต.ค. ๖๗ ทำคู่มือ",)),
        ("พ.ร.บ. ข้อมูลข่าวสาร", "", ("พ.ร.บ. ข้อมูลข่าวสาร",)),
        ("§ ก<br>Ø ข<br>ü ค<br>o ง", "", ("ก", "ข", "ค", "ง")),
        ("\uf0b7 ก<br>\uf0d8ข", "", ("ก", "ข")),
        ("พัฒนาเว็บไซต์<br>- ก<br>- ข", "พัฒนาเว็บไซต์", ("ก", "ข")),
        ("<p><b>พัฒนาเว็บไซต์</b></p><p>ก</p><p>ข</p>", "พัฒนาเว็บไซต์", ("ก", "ข")),
        ("<b>ก<br>ข</b>", "", ("ก", "ข")),
        ("ก<br>ข", "", ("ก", "ข")),
        ("- ก ยาวมาก<br>ต่อบรรทัดสอง<br>- ข", "", ("ก ยาวมาก ต่อบรรทัดสอง", "ข")),
        ("- ทำคู่มือ- ประชุม - อบรม", "", ("ทำคู่มือ", "ประชุม", "อบรม")),
        ("- ใช้ E - Service รับคำร้อง", "", ("ใช้ E - Service รับคำร้อง",)),
        ("- แผน ๒๕๖๑ - ๒๕๘๐ ของชาติ", "", ("แผน ๒๕๖๑ - ๒๕๘๐ ของชาติ",)),
        ("1. ทำคู่มือ 2. ประชุม 3. อบรม", "", ("ทำคู่มือ", "ประชุม", "อบรม")),
        ("1. ให้บริการภายใน 3.5 นาที", "", ("ให้บริการภายใน 3.5 นาที",)),
        ("<ul><li>ก<li>ข</ul>", "", ("ก", "ข")),
        ("<ol><li><p>ก</p></li><li>ข</ol>", "", ("ก", "ข")),
        ("2568 เผยแพร่แผน", "", ("2568 เผยแพร่แผน",)),
        ("o25 เผยแพร่", "", ("o25 เผยแพร่",)),
        ("ปี 2568<br>-", "", ("ปี 2568",)),
        ("ก&nbsp;&nbsp;ข\r\n   ค", "", ("ก ข ค",)),
        ("<table><tr><td>ก<td>ข</table>", "", ("ก", "ข")),
        ("<span style='display:none'>ลับ</span>ก", "", ("ก",)),
    ],
)
def test_that_bullets_in_a_cell_become_bullets(office: Office, cell: str, title: str, actions: tuple[str, ...]) -> None:
    table = html("<th>ตัวชี้วัด<th>แนวทาง/มาตรการ", f"<td>1. การปฏิบัติหน้าที่</td><td>{cell}</td>")
    (measure,) = read(table, office).measures
    assert (measure.title, measure.actions) == (title, actions)


@pytest.mark.parametrize(
    ("cell", "ids", "everybody", "person"),
    [
        ("กองคลัง", (2,), False, ""),
        ("สำนักปลัดฯ", (1,), False, ""),
        ("สำนักปลัด", (1,), False, ""),
        ("สำนักปลัด ทต.", (1,), False, "สำนักปลัด ทต."),
        ("กองการศึกษาฯ", (4,), False, ""),
        ("กองการศึกษา", (4,), False, ""),
        ("กองสาธารณสุขฯ", (5,), False, ""),
        ("กองสาธารณสุข และสิ่งแวดล้อม", (5,), False, ""),
        ("กองคลัง\nกองช่าง", (2, 3), False, ""),
        ("- กองคลัง\n- กองช่าง", (2, 3), False, ""),
        ("กองคลัง, กองช่าง", (2, 3), False, ""),
        ("กองคลัง/กองช่าง", (2, 3), False, ""),
        ("สำนักปลัด กองคลัง กองช่าง", (1, 2, 3), False, ""),
        ("กองคลังและกองช่าง", (2, 3), False, ""),
        ("กองคลัง และ กองช่าง", (2, 3), False, ""),
        ("กองสาธารณสุขฯ และกองการศึกษาฯ", (5, 4), False, ""),
        ("ทุกส่วนราชการ", (), True, ""),
        ("ทุก ส่วน ราชการ", (), True, ""),
        ("ทุกสำนัก/กอง", (), True, ""),
        ("ทุกกอง", (), True, ""),
        ("ทุกส่วนราชการ\nกองคลัง", (2,), True, ""),
        ("กองคลัง (งานพัสดุ)", (2,), False, "กองคลัง (งานพัสดุ)"),
        ("ผู้อำนวยการกองคลัง", (2,), False, "ผู้อำนวยการกองคลัง"),
        ("นิติกร", (), False, "นิติกร"),
        ("น.ส. สมมุติ ใจดี", (), False, "น.ส. สมมุติ ใจดี"),
        ("กองคลังจังหวัด", (), False, "กองคลังจังหวัด"),
        ("กองคลัง, นายสมมุติ ใจดี", (2,), False, "นายสมมุติ ใจดี"),
        ("-", (), False, ""),
    ],
)
def test_that_divisions_are_matched_and_other_names_kept(
    office: Office, cell: str, ids: tuple[int, ...], everybody: bool, person: str
) -> None:
    table = html("<th>แนวทาง/มาตรการ<th>ผู้รับผิดชอบ", f"<td>ก<td>{cell.replace(chr(10), '<br>')}")
    reading = read(table, office)
    (measure,) = reading.measures
    assert (measure.division_ids, measure.all_divisions, measure.owner) == (ids, everybody, person)
    assert bool(person) is any(person in sentence for sentence in notes(reading) if person)


@pytest.mark.parametrize(
    ("cell", "code", "says"),
    [
        ("๑. การปฏิบัติหน้าที่", "1", ""),
        ("ตัวชี้วัดที่ 9", "9", ""),
        ("9", "9", ""),
        ("การเปิด เผย<br>ข้อมูล", "9", ""),
        ("ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต", "10", ""),
        ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (85.21)", "1", "เก็บเฉพาะตัวชี้วัด"),
        ("1. การใช้งบประมาณ", "", "คนละตัวชี้วัด"),
        ("การใช้อำนาจ การใช้งบประมาณ", "", "หลายตัวชี้วัด"),
        ("1. การบริการที่ดี", "", "ชื่อไม่ตรงกัน"),
        ("งานสารบรรณ", "", "ไม่พบตัวชี้วัด"),
    ],
)
def test_that_indicators_are_matched_by_number_and_name_or_not_at_all(
    office: Office, cell: str, code: str, says: str
) -> None:
    reading = read(html("<th>ตัวชี้วัด<th>แนวทาง", f"<td>{cell}<td>ก"), office)
    assert reading.measures[0].indicator_code == code
    assert any(says in sentence for sentence in notes(reading)) if says else notes(reading) == []


def test_that_what_is_not_read_is_kept_or_told(office: Office) -> None:
    table = read_text("แนวทาง\tระยะเวลา\tงบประมาณ\nก\tเมื่อพร้อม\tตามข้อบัญญัติ\nข\tต.ค. 2024\t5,00\nค\tต.ค. 70\t-\n")
    reading = read(table, office)
    assert [m.period.text for m in reading.measures] == ["เมื่อพร้อม", "ต.ค. 2024", "ต.ค. 70"]
    told = [[note.sentence for note in row.notes] for row in reading.rows[1:]]
    assert "พิมพ์เช่น" in told[0][0]
    assert "ตามข้อบัญญัติ" in told[0][1]
    assert "ใส่ปี พ.ศ. เช่น 2567" in told[1][0]
    assert "“5,00”" in told[1][1]
    assert told[2] == ["อยู่นอกปีงบประมาณ พ.ศ. 2568"]


def test_that_texts_beside_the_table_and_other_tables_are_told(office: Office) -> None:
    one = "<table><tr><td>ตัวชี้วัด<td>แนวทาง<tr><td>9<td>ก</table>"
    table = read_html(f"<p>แผนประจำปี</p>{one}<p>หน้า ๒</p>{one}<table><tr><td>ลงชื่อ</table>")
    reading = read(table, office)
    assert len(reading.measures) == 2
    assert "แผนประจำปี หน้า ๒ ลงชื่อ" in reading.notes[0]


def test_that_a_row_can_be_left_out_and_taken_again(office: Office) -> None:
    table = read_html(word_html())
    layout = propose_layout(table, office)
    without = layout.with_row(2, taken=False)
    assert len(read(table, office, without).measures) == len(SEED_002) - 1
    assert read(table, office, without.with_row(2, taken=True)) == read(table, office, layout)


def test_that_a_workbook_is_read_with_merged_cells_and_dates(office: Office) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["แผนมาตรการ ปี 2568", None, None, None],
        ["ตัวชี้วัด", "แนวทาง/มาตรการ", "ระยะเวลา", "งบประมาณ"],
        ["1. การปฏิบัติหน้าที่", "- ก\n- ข", date(2024, 10, 1), 5000],
        [None, "ค", date(2024, 11, 15), 1500.5],
    ):
        sheet.append(line)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A3:A4")
    sheet["C3"].number_format = "[$-D07041E]mmm\\-yy"
    file = io.BytesIO()
    book.create_sheet("ว่าง")
    book.save(file)
    ((name, table),) = read_workbook(file.getvalue()).items()
    assert name == "Sheet"
    layout = propose_layout(table, office)
    assert layout.head_rows == 2
    reading = read(table, office, layout)
    assert [(m.indicator_code, m.actions, m.period.text, m.budget) for m in reading.measures] == [
        ("1", ("ก", "ข"), "ต.ค. 2567", Decimal("5000.00")),
        ("1", ("ค",), "15 พ.ย. 67", Decimal("1500.50")),
    ]
    assert all(m.period.is_read for m in reading.measures)


@pytest.mark.parametrize("nothing", ["", "<p>ไม่มีตาราง</p>", "<table></table>", "<table><tr><td> </table>"])
def test_that_html_without_a_table_is_refused_in_words(nothing: str) -> None:
    with pytest.raises(UserError, match="คัดลอก"):
        read_html(nothing)


def test_that_a_table_beyond_all_bounds_is_refused_in_words() -> None:
    for table in (
        "<table>" + "<tr><td>ก" * 3001 + "</table>",
        "<table><tr>" + "<td>ก" * 61 + "</table>",
        f"<table><tr><td colspan=99999 rowspan=99999>ก{'<tr><td>ข' * 3001}</table>",
        "ก" * 8_000_001,
    ):
        with pytest.raises(UserError, match="เลือก"):
            read_html(table)
    with pytest.raises(UserError, match="เลือก"):
        read_text("ก\tข\n" * 3001)


def test_that_a_thousand_rows_are_read(office: Office) -> None:
    row = "9. การเปิดเผยข้อมูล|- ก|กองคลัง|ไตรมาส 1"
    table = cells("ตัวชี้วัด|แนวทาง|ผู้รับผิดชอบ|ระยะเวลา", *[row] * 1000)
    assert len(read(table, office).measures) == 1000


def test_that_a_lone_quotation_mark_swallows_no_rows(office: Office) -> None:
    reading = read(read_text('ตัวชี้วัด\tแนวทาง\n1\t"ประชุม\n2\tอบรม\n'), office)
    assert [measure.actions for measure in reading.measures] == [('"ประชุม',), ("อบรม",)]


def test_that_a_cell_beyond_all_bounds_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="เซลล์ที่ยาวเกินไป"):
        read_text("ก" * 140_000 + "\tข\n")
