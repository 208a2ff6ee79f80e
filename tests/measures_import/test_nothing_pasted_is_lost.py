"""Whatever is pasted: the reader never fails, and every word is in a measure or in a sentence."""

import contextlib
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop import catalog
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Division
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
)
from ita_desktop.thai.digits import to_arabic

YEAR = FiscalYear(2568)
FRAMEWORK = catalog.load_frameworks().of(YEAR - 1)
DIVISIONS = (Division("สำนักปลัดเทศบาล", "สำนักปลัดฯ", id=1), Division("กองคลัง", id=2), Division("กองการศึกษา ศาสนา", id=3))
OFFICE = Office(YEAR, FRAMEWORK, DIVISIONS)
_REAL = [
    "๑. การปฏิบัติหน้าที่", "9", "ตัวชี้วัดที่ 2", "การใช้อำนาจ", "1. การใช้งบประมาณ", "กองคลัง", "สำนักปลัดฯ", "กองการศึกษาฯ",
    "ทุกส่วนราชการ", "ทุกสำนัก/กอง", "นิติกร", "ไตรมาส ๑", "ต.ค.๖๗ – เม.ย.๖๘", "เมื่อพร้อม", "5,000", "ไม่ใช้งบประมาณ",
    "- ทำคู่มือ- ประชุม", "1. ตรวจ 2. รายงาน", "• ติดป้าย", "-", "รวม", "(๑)", "ตัวชี้วัด", "แนวทาง/มาตรการ",
    "ผู้รับผิดชอบ", "ระยะเวลา", "หมายเหตุ", "E - Service", "ก) ส่งเสริม", "และ", "",
]  # fmt: skip
LINES = st.sampled_from(_REAL) | st.integers(100, 999).map(lambda n: f"คำ{n}")
CELLS = st.lists(LINES, max_size=3).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> PastedTable:
    """Tables as HTML with merged cells, lists and line breaks."""
    width = draw(st.integers(1, 5))
    rows = []
    for _ in range(draw(st.integers(1, 6))):
        cells = []
        for _ in range(width):
            lines = draw(CELLS)
            joint = draw(st.sampled_from(["<br>", "<p>", "<li>"]))
            span = draw(st.sampled_from(["", "", "", " rowspan=2", " colspan=2", f" colspan={width}"]))
            cells.append(f"<td{span}>{joint.join(lines)}")
        rows.append("<tr>" + "".join(cells))
    with contextlib.suppress(UserError):
        return read_html(f"<table>{''.join(rows)}</table>")
    return read_text("ก\tข\n")


def squeezed(text: str) -> str:
    return re.sub(r"[\W_ฯ]+", "", to_arabic(text))


def said(measure: Measure) -> str:
    """All that stands in a measure, with the names its references stand for."""
    names = {division.id: f"{division.name} {division.short_name} กองการศึกษา" for division in DIVISIONS}
    label = next((i.label for i in FRAMEWORK.indicators if i.code == measure.indicator_code), "")
    parts = [
        f"ตัวชี้วัดที่ {label}", measure.text, measure.method, *(names[id_] for id_ in measure.division_ids), measure.owner,
        "ทุกส่วนราชการ ทุกสำนัก กอง และ" if measure.all_divisions else "และ", measure.period.text, measure.monitoring,
        measure.output_target, measure.topic, f"{measure.budget:,.2f}" if measure.budget else "",
    ]  # fmt: skip
    return squeezed(" ".join(parts))


def lost_words(table: PastedTable, layout: Layout, reading: Reading) -> list[str]:
    lost = []
    for cells, row in zip(table.rows, reading.rows, strict=True):
        if row.kind in (RowKind.HEAD, RowKind.LEFT_OUT):
            continue
        owner = row.measure or (row.measure_row is not None and reading.rows[row.measure_row].measure)
        kept = said(owner) if owner else ""
        kept += squeezed(" ".join(note.sentence for note in row.notes))
        for kind, cell in zip(layout.kinds, cells, strict=True):
            if kind in (ColumnKind.UNUSED, ColumnKind.NUMBER):
                continue
            for word in cell.flat.split():
                # A sign or number before an item is what makes it an item.
                bare = "" if re.fullmatch(r"[-•]|\(?[0-9๐-๙ก-ฉ][.)]", word) else squeezed(word)
                if not all(part in kept for part in re.split(r"(?<=คู่มือ)", bare)):
                    lost.append(word)
    return lost


@settings(max_examples=400)
@given(tables(), st.data())
def test_that_every_word_of_a_used_cell_is_in_a_measure_or_in_a_sentence(
    table: PastedTable, data: st.DataObject
) -> None:
    chosen = data.draw(st.permutations(list(ColumnKind) * 2))[: table.width]
    layout = Layout((ColumnKind.UNUSED,) * table.width, data.draw(st.integers(0, 2)))
    for column, kind in enumerate(chosen):
        layout = layout.with_kind(column, kind)
    for each in (propose_layout(table, OFFICE), layout):
        reading = read_measures(table, each, OFFICE)
        assert len(reading.rows) == len(table.rows)
        assert lost_words(table, each, reading) == []
        unused = [n for n, kind in enumerate(each.kinds) if kind is ColumnKind.UNUSED]
        filled = [n for n in unused if any(row[n].lines for row in table.rows[each.head_rows :])]
        assert len([note for note in reading.notes if note.startswith("ไม่ใช้คอลัมน์")]) == len(filled)


TAGS = st.sampled_from(
    [
        "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=3>", "<td colspan=0>", "<td rowspan=x>", "</td>",
        "<th>", "<p>", "</p>", "<b>", "</b>", "<li>", "<br/>", "<![if !supportLists]>", "<![endif]>", "<!--[if x]>",
        "<![endif]-->", "<!--", "-->", "<![CDATA[", "<style>", "</style>", "&nbsp;", "&#0;", "&#xD800;", "<o:p>",
        "</span>", "<", ">", "<!", "<span style='mso-list:Ignore'>", "<?xml", "ก", "9", "\x00",
    ]
)  # fmt: skip


@given(st.lists(TAGS | st.text(max_size=4), max_size=40).map("".join))
def test_that_any_html_is_read_or_refused_in_words(html: str) -> None:
    with contextlib.suppress(UserError):
        table = read_html(html)
        read_measures(table, propose_layout(table, OFFICE), OFFICE)


@given(st.text(alphabet="ก1-\t\n\r\"' ,•", max_size=60) | st.text(max_size=60))
def test_that_any_text_is_read_or_refused_in_words(text: str) -> None:
    with contextlib.suppress(UserError):
        table = read_text(text)
        read_measures(table, propose_layout(table, OFFICE), OFFICE)
