"""What goes where, and why a doubtful cell is not taken."""

import random
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.domain.assessment import Assessment, format_score
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks, Instrument
from ita_desktop.errors import UserError
from ita_desktop.scores_import import (
    Grid,
    Matching,
    Preview,
    ScoreKind,
    ScoreTarget,
    preview,
    propose_matching,
    read_block,
    taken,
    targets_of,
)

D = Decimal
Y2568, Y2567 = FiscalYear(2568), FiscalYear(2567)
YEARS = (Y2568, Y2567)
IIT, EIT, OIT = Instrument.IIT, Instrument.EIT, Instrument.OIT

FULL = """ตัวชี้วัด\tผลคะแนน ปี ๒๕๖๗\tผลคะแนน ปี ๒๕๖๘
คะแนนรวม\t๘๕.๔๒\t86,85
IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน\t\t97.83
ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\t80.00\t97.00
2. การใช้งบประมาณ\t81.00\t96.00
การใช้อำนาจ\t82.00\t95
(4) การใช้ทรัพย์สินของราชการ\t83.00\t94.5
๕. การแก้ไข
ปัญหาการทุจริต\t84.00\t93.00"""


def proposed(text: str, frameworks: Frameworks, years: tuple[FiscalYear, ...] = YEARS) -> Matching:
    return propose_matching(read_block(text), frameworks, years)


def shown(text: str, frameworks: Frameworks, years: tuple[FiscalYear, ...] = YEARS) -> Preview:
    return preview(proposed(text, frameworks, years), frameworks)


def indicator(code: str) -> ScoreTarget:
    return ScoreTarget(ScoreKind.INDICATOR, code)


def test_that_a_labelled_table_of_two_years_goes_where_its_words_say(frameworks: Frameworks) -> None:
    text = FULL.replace("๕. การแก้ไข\nปัญหาการทุจริต", '"๕. การแก้ไข\nปัญหาการทุจริต"')
    found = shown(text, frameworks)
    assert found.doubtful == ()
    older, newer = taken(found, [])
    assert (older.year, newer.year) == (Y2567, Y2568)
    assert older.total == D("85.42")
    assert newer.total == D("86.85")
    assert newer.instruments == {IIT: D("97.83")}
    assert newer.indicators == {"1": 97, "2": 96, "3": 95, "4": D("94.5"), "5": 93}
    assert older.indicators == {"1": 80, "2": 81, "3": 82, "4": 83, "5": 84}
    assert any("5 จาก 10 ตัวชี้วัด ไม่มีคะแนนของตัวชี้วัดที่ 6 7 8 9 10" in remark for remark in found.remarks)
    assert any("IIT ที่ประกาศ 97.83 ต่างจากที่คำนวณได้ 95.10" in remark for remark in found.remarks)


def test_that_what_stands_there_already_is_shown_and_kept_where_nothing_comes(frameworks: Frameworks) -> None:
    standing = Assessment(Y2568, indicators={"1": D(50), "9": D(70)}, source="รายงาน.pdf")
    found = preview(proposed("1. การปฏิบัติหน้าที่\t97.00", frameworks), frameworks, [standing])
    assert [(cell.before, cell.score) for cell in found.cells] == [(50, 97)]
    assert taken(found, [standing]) == (replace(standing, indicators={"1": D(97), "9": D(70)}),)
    same = preview(proposed("1. การปฏิบัติหน้าที่\t50.00", frameworks), frameworks, [standing])
    assert taken(same, [standing]) == ()


def test_that_the_old_name_of_indicator_8_is_known(frameworks: Frameworks) -> None:
    found = shown("ตัวชี้วัด\t2565\n6 คุณภาพการดำเนินงาน\t80\nการปรับปรุงระบบการทำงาน\t70", frameworks)
    (only,) = taken(found, [])
    assert only == Assessment(FiscalYear(2565), indicators={"6": D(80), "8": D(70)})


def test_that_questions_items_and_parts_are_known_by_their_codes(frameworks: Frameworks) -> None:
    text = "รายการ\tปี 2568\no12 รายการการจัดซื้อจัดจ้าง\t0\nO13 รายงานผล\t100\ni1\t90\ne9\t88.5\nEIT ส่วนที่ ๑\t91\nEIT\t90\n"
    (only,) = taken(shown(text, frameworks), [])
    assert only.details == {"o12": 0, "o13": 100, "i1": 90, "e9": D("88.5")}
    assert only.eit_parts == {1: 91}
    assert only.instruments == {EIT: 90}


def test_that_a_table_with_years_as_rows_is_turned(frameworks: Frameworks) -> None:
    text = "ปี\tIIT\tEIT\tOIT\tคะแนนรวม\nพ.ศ. 2567\t90\t91\t92\t91.10\nพ.ศ. 2568\t80\t81\t82\t81.10"
    older, newer = taken(shown(text, frameworks), [])
    assert older == Assessment(Y2567, instruments={IIT: D(90), EIT: D(91), OIT: D(92)}, total=D("91.10"))
    assert newer.total == D("81.10")


def test_that_a_running_number_is_not_a_score(frameworks: Frameworks) -> None:
    names = [f"{i.code}\t{i.name}\t{80 + int(i.code)}.00" for i in frameworks.of(Y2568).indicators]
    (only,) = taken(shown("ที่\tตัวชี้วัด\tคะแนน\n" + "\n".join(names), frameworks), [])
    assert only.indicators == {str(n): 80 + n for n in range(1, 11)}


def test_that_a_title_above_gives_the_year_of_a_single_column(frameworks: Frameworks) -> None:
    found = shown("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗\nตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t80", frameworks)
    assert [cell.year for cell in found.taken] == [Y2567]


def test_that_bare_numbers_are_matched_by_order_only_when_their_count_fits(frameworks: Frameworks) -> None:
    ten = "\n".join(str(n) for n in range(81, 91))
    found = shown(ten, frameworks)
    assert taken(found, [])[0].indicators == {str(n): 80 + n for n in range(1, 11)}
    assert any("จับคู่ตามลำดับแถว" in remark for remark in found.remarks)
    grid_order = shown("86.00\n" * 14, frameworks)
    (only,) = taken(grid_order, [])
    assert (only.total, len(only.instruments), len(only.indicators)) == (86, 3, 10)
    for count in (9, 11, 13):
        wrong = shown("\n".join(str(80 + n) for n in range(count)), frameworks)
        assert wrong.taken == ()
        assert {cell.doubt for cell in wrong.cells} == {"ยังไม่ได้เลือกว่าแถวนี้คือคะแนนใด"}
        assert any(f"มี {count} แถว" in remark for remark in wrong.remarks)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("85.42%", "%"),
        ("๘๕.๔๒ %", "%"),
        ('"85.42\n90.00"', "มากกว่าหนึ่งค่า"),
        ("85.42 90.00", "มากกว่าหนึ่งค่า"),
        ("85.42/90.00", "มากกว่าหนึ่งค่า"),
        ("100.01", "เกิน ๑๐๐"),
        ("8542", "เกิน ๑๐๐"),
        ("-5", "ติดลบ"),
        ("85.425", "ทศนิยม"),
        ("8๕.4๒๕", "ทศนิยม"),
        ("ผ่าน", "ไม่ใช่ตัวเลข"),
        ("85.42 คะแนน", "ไม่ใช่ตัวเลข"),
        ("85..42", "ไม่ใช่ตัวเลข"),
        ("1,085.42", "ไม่ใช่ตัวเลข"),
        ("=A1", "ไม่ใช่ตัวเลข"),
        ("=?", "สูตร"),
        ("#DIV/0!", "ไม่ใช่ตัวเลข"),
        ("-", "ไม่มีคะแนน"),
        ("–", "ไม่มีคะแนน"),
    ],
)
def test_that_a_doubtful_cell_says_why_and_is_not_taken(frameworks: Frameworks, cell: str, words: str) -> None:
    text = f"ตัวชี้วัด\tปี 2568\nการใช้อำนาจ\t{cell}\nการปฏิบัติหน้าที่\t90.00\nการใช้งบประมาณ\t91.00"
    found = shown(text, frameworks)
    assert [words in each.doubt for each in found.doubtful] == [True]
    assert taken(found, [])[0].indicators == {"1": 90, "2": 91}


def test_that_merged_cells_are_not_guessed_apart(frameworks: Frameworks) -> None:
    cells = (("ตัวชี้วัด", "ปี 2568"), ("การใช้อำนาจ", "90"), ("การใช้งบประมาณ", ""), ("การปฏิบัติหน้าที่", "80"))
    merged = {(1, 1): (1, 1), (2, 1): (1, 1)}
    found = preview(propose_matching(Grid(cells, merged), frameworks, YEARS), frameworks)
    assert ["ผสาน" in cell.doubt for cell in found.cells] == [True, False]
    assert taken(found, [])[0].indicators == {"1": 80}


def test_that_a_label_merged_over_its_rows_does_not_hide_their_own_names(frameworks: Frameworks) -> None:
    cells = (("", "", "ปี 2568"), ("IIT", "การใช้อำนาจ", "90"), ("", "การใช้งบประมาณ", "80"))
    grid = Grid(cells, {(1, 0): (1, 0), (2, 0): (1, 0)})
    (only,) = taken(preview(propose_matching(grid, frameworks, YEARS), frameworks), [])
    assert only == Assessment(Y2568, indicators={"3": D(90), "2": D(80)})


def test_that_a_number_against_its_name_is_a_doubt(frameworks: Frameworks) -> None:
    found = shown("ตัวชี้วัด\tปี 2568\n1. การใช้งบประมาณ\t90\n3. การใช้อำนาจ\t80", frameworks)
    assert "เป็นได้ทั้ง" in found.doubtful[0].doubt
    assert taken(found, [])[0].indicators == {"3": 80}


def test_that_two_rows_or_columns_for_one_score_are_a_doubt(frameworks: Frameworks) -> None:
    rows = shown("ตัวชี้วัด\tปี 2568\nการใช้อำนาจ\t90\nการใช้อำนาจ\t80", frameworks)
    assert rows.taken == ()
    assert all("หลายแถว" in cell.doubt for cell in rows.cells)
    columns = shown("ตัวชี้วัด\tปี 2568\tปี 2568\nการใช้อำนาจ\t90\t80", frameworks)
    assert columns.taken == ()
    assert any("หลายคอลัมน์ที่เป็นปี 2568" in remark for remark in columns.remarks)
    matching = proposed("ตัวชี้วัด\tปี 2568\tปี 2567\nการใช้อำนาจ\t90\t80", frameworks).with_column(2, Y2568)
    assert {cell.doubt[:20] for cell in preview(matching, frameworks).cells} == {"มีคะแนนอื่นในตารางสำ"}


def test_that_several_columns_without_years_wait_for_the_clerk(frameworks: Frameworks) -> None:
    matching = proposed("ตัวชี้วัด\tน้ำหนัก\tคะแนน\nการใช้อำนาจ\t30\t90\nการใช้งบประมาณ\t40\t80", frameworks)
    found = preview(matching, frameworks)
    assert found.taken == ()
    assert {cell.doubt for cell in found.cells} == {"ยังไม่ได้เลือกปีของคอลัมน์นี้"}
    assert "เลือกปีของแต่ละคอลัมน์" in found.remarks[0]
    chosen = preview(matching.with_column(2, Y2567), frameworks)
    assert taken(chosen, []) == (Assessment(Y2567, indicators={"3": D(90), "2": D(80)}),)


def test_that_the_clerk_corrects_rows_and_cells(frameworks: Frameworks) -> None:
    matching = proposed("ตัวชี้วัด\tปี 2568\nอำนาจ\t90%\nการใช้งบประมาณ\t80", frameworks)
    corrected = matching.with_row(1, indicator("3")).with_cell(1, 1, "90").with_row(2, None)
    found = preview(corrected, frameworks)
    assert taken(found, []) == (Assessment(Y2568, indicators={"3": D(90)}),)
    assert [cell.doubt for cell in found.doubtful] == ["ยังไม่ได้เลือกว่าแถวนี้คือคะแนนใด"]


def test_that_a_score_that_the_year_cannot_have_is_a_doubt(frameworks: Frameworks) -> None:
    text = "รายการ\tปี 2565\tปี 2568\nEIT ส่วนที่ 1\t90\t91\no40\t100\t100\n"
    found = shown(text, frameworks)
    assert {(cell.year.be if cell.year else 0, cell.doubt) for cell in found.doubtful} == {
        (2565, "ปี 2565 ไม่แบ่ง EIT เป็นส่วน"),
        (2568, "ปี 2568 มีข้อ o1–o28 จึงไม่มีข้อ o40"),
    }


def test_that_shares_of_one_are_not_taken_for_points(frameworks: Frameworks) -> None:
    found = shown("ตัวชี้วัด\tปี 2568\nการใช้อำนาจ\t0.85\nการใช้งบประมาณ\t0.9\nการปฏิบัติหน้าที่\t1", frameworks)
    assert found.taken == ()
    assert all("คูณ 100" in cell.doubt for cell in found.cells)


def test_that_a_heading_merged_over_two_columns_heads_neither(frameworks: Frameworks) -> None:
    cells = (("ตัวชี้วัด", "ปี 2568", ""), ("", "คะแนน", "เปลี่ยนแปลง"), ("การใช้อำนาจ", "90", "1.5"))
    grid = Grid(cells, {(0, 1): (0, 1), (0, 2): (0, 1)})
    assert preview(propose_matching(grid, frameworks, YEARS), frameworks).taken == ()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_that_every_taken_cell_is_one_that_was_shown(frameworks: Frameworks, data: st.DataObject) -> None:
    labels = [t.label(frameworks.of(Y2568)) for t in targets_of(frameworks.of(Y2568))]
    words = st.sampled_from([*labels, "", "รวม", "ปี 2568", "2567", "IIT", "1", "o5", "หมายเหตุ"]) | st.text(max_size=5)
    scores = st.sampled_from(["85.42", "๙๐", "100", "101", "85%", "8 9", "", "-", "2568", "0.5"]) | st.text(max_size=4)
    row = st.builds(lambda label, cells: (label, *cells), words, st.lists(scores, min_size=2, max_size=2))
    grid = Grid(tuple(data.draw(st.lists(row, min_size=1, max_size=12))))
    found = preview(propose_matching(grid, frameworks, YEARS), frameworks)
    for cell in found.cells:
        assert bool(cell.doubt) != (cell.score is not None)
    changed = {a.year: a for a in taken(found, [])}
    count = sum(
        len(a.indicators) + len(a.instruments) + len(a.details) + len(a.eit_parts) + (a.total is not None)
        for a in changed.values()
    )
    assert count == len(found.taken)
    for cell in found.taken:
        assert cell.year is not None
        assert cell.target is not None
        assert cell.target.get(changed[cell.year]) == cell.score
        assert "%" not in cell.text


def test_that_garbage_never_becomes_a_score_that_was_not_written(frameworks: Frameworks) -> None:
    chance = random.Random(11)
    signs = "0123456789๐๑๒๓๔๕๖๗๘๙.,-% \t\n\"'กขค/oei()"
    for _ in range(600):
        text = "".join(chance.choice(signs) for _ in range(chance.randint(1, 120)))
        try:
            found = shown(text, frameworks)
        except UserError:
            continue
        for cell in found.taken:
            assert cell.score is not None
            assert 0 <= cell.score <= 100


def test_that_what_the_program_writes_comes_back(frameworks: Frameworks) -> None:
    chance = random.Random(3)
    for year in (FiscalYear(2565), Y2568):
        framework = frameworks.of(year)
        wanted: Mapping[ScoreTarget, Decimal] = {
            target: D(chance.randint(200, 10_000)) / 100 for target in targets_of(framework)
        }
        lines = [f"{target.label(framework)}\t{format_score(score)}" for target, score in wanted.items()]
        (only,) = taken(shown(f"รายการ\tปี {year}\n" + "\n".join(lines), frameworks), [])
        assert {target: target.get(only) for target in wanted} == wanted
