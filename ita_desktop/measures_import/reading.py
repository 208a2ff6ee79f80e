"""The rows of a pasted table as measures: what each becomes, and a sentence wherever something is not taken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cache

from ita_desktop.domain.measure import Measure
from ita_desktop.domain.period import parse_period, why_unread
from ita_desktop.errors import UserError
from ita_desktop.measures_import.bullets import is_blank, title_and_actions, without_sign
from ita_desktop.measures_import.labels import read_indicator, read_owner
from ita_desktop.measures_import.layout import ColumnKind, Layout, Office, head_kind
from ita_desktop.measures_import.table import Line, PastedTable
from ita_desktop.thai.baht import parse_baht
from ita_desktop.thai.clean import shortened
from ita_desktop.thai.digits import to_arabic

_SUM = re.compile(r"รวม(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน)?[\s:]*")
_NO_BUDGET = re.compile(r"ไม่(?:ใช้|มี)(?:งบประมาณ|งบ)?|0(?:\.00?)?(?:\s*บาท)?")
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?")


class RowKind(Enum):
    """What becomes of a row."""

    MEASURE = auto()
    CONTINUED = auto()
    """More bullets of the measure above."""
    SECTION = auto()
    """The indicator of the rows below."""
    HEAD = auto()
    EMPTY = auto()
    SET_ASIDE = auto()
    """Neither measure nor head: a note, a sum, a row of numbers."""
    LEFT_OUT = auto()
    """Not wanted by the clerk."""


@dataclass(frozen=True, slots=True)
class Note:
    """What should be known of a cell, or of the row when `column` is None; `doubt` when it should be mended."""

    sentence: str
    column: int | None = None
    doubt: bool = True


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of the table and what becomes of it."""

    kind: RowKind
    measure: Measure | None = None
    notes: tuple[Note, ...] = ()
    measure_row: int | None = None
    """The row whose measure it belongs to."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole table as read."""

    rows: tuple[ReadRow, ...]
    notes: tuple[str, ...] = ()
    """What should be known of the table."""

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures in the order of the table."""
        return tuple(row.measure for row in self.rows if row.kind is RowKind.MEASURE and row.measure)


def read_measures(table: PastedTable, layout: Layout, office: Office) -> Reading:
    """What each row becomes; nothing of the table is lost without a note."""
    return Reading(tuple(_Rows(table, layout, office).read()), tuple(_table_notes(table, layout)))


def _table_notes(table: PastedTable, layout: Layout) -> Iterator[str]:
    if ColumnKind.TEXT not in layout.kinds and ColumnKind.TITLE not in layout.kinds:
        yield "เลือกก่อนว่าคอลัมน์ใดเป็นแนวทาง/มาตรการ"
    unused = [n for n, kind in enumerate(layout.kinds) if kind is ColumnKind.UNUSED]
    for n in unused:
        texts = [row[n].flat for row in table.rows[layout.head_rows :] if row[n].lines]
        if texts:
            head = " ".join(table.cell(row, n).flat for row in range(layout.head_rows)) or f"คอลัมน์ที่ {n + 1}"
            yield f"ไม่ใช้คอลัมน์ “{shortened(head, 40)}” เลือกชนิดเหนือคอลัมน์ถ้าต้องการ"
    if table.beside:
        yield f"ไม่นำเข้าข้อความนอกตาราง: “{shortened(' '.join(table.beside), 80)}”"


@dataclass
class _Rows:
    """Walks down the table and remembers what carries on to the rows below."""

    table: PastedTable
    layout: Layout
    office: Office
    indicator: str = ""
    found: list[ReadRow] = field(default_factory=list)
    last: int | None = None

    def __post_init__(self) -> None:
        # Most cells of these columns repeat the one above.
        self._owner = cache(lambda text: read_owner(text, self.office.divisions))
        self._named = cache(lambda text: read_indicator(text, self.office.framework))
        self._period = cache(lambda text: parse_period(text, self.office.plan_year))

    def read(self) -> list[ReadRow]:
        for row in range(len(self.table.rows)):
            self.found.append(self._row(row))
        return self.found

    def _row(self, row: int) -> ReadRow:
        if row < self.layout.head_rows:
            return ReadRow(RowKind.HEAD)
        own = {n: cell for n, cell in enumerate(self.table.rows[row]) if cell.lines and not is_blank(cell.flat)}
        if not own:
            return ReadRow(RowKind.EMPTY)
        if row in self.layout.left_out:
            return ReadRow(RowKind.LEFT_OUT, notes=(Note("เลือกไม่นำเข้าแถวนี้", doubt=False),))
        texts = [cell.flat for cell in own.values()]
        if self._repeats_head(row):
            return ReadRow(RowKind.HEAD, notes=(Note("หัวตารางซ้ำ ไม่นำเข้า", doubt=False),))
        numbers = [match[1] for text in texts if (match := _COLUMN_NUMBER.fullmatch(to_arabic(text)))]
        if len(own) > 1 and numbers == [str(n) for n in range(1, len(own) + 1)]:
            return ReadRow(RowKind.SET_ASIDE, notes=(Note(f"เลขคอลัมน์ ไม่นำเข้า: {' '.join(texts)}", doubt=False),))
        if any(_SUM.fullmatch(text) for text in texts):
            return ReadRow(RowKind.SET_ASIDE, notes=(Note(f"แถวรวม ไม่นำเข้า: “{' '.join(texts)}”", doubt=False),))
        if self._spans_all(row):
            return self._section(texts[0])
        return self._measure_row(row, set(own))

    def _repeats_head(self, row: int) -> bool:
        """A head printed again after a page break."""
        kinds = [head_kind(cell.flat) for cell in self.table.rows[row] if cell.lines]
        same = any(
            [cell.flat for cell in self.table.rows[head]] == [cell.flat for cell in self.table.rows[row]]
            for head in range(self.layout.head_rows)
        )
        return same or (len(kinds) > 2 and None not in kinds and len(set(kinds)) > 2)

    def _spans_all(self, row: int) -> bool:
        width = self.table.width
        return width > 1 and all(self.table.merged.get((row, column)) == (row, 0) for column in range(1, width))

    def _section(self, text: str) -> ReadRow:
        read = self._named(text)
        if not read.code:
            return ReadRow(RowKind.SET_ASIDE, notes=(Note(f"แถวหัวข้อ ไม่นำเข้า: “{text}”", doubt=False),))
        self.indicator = read.code
        self.last = None
        label = next(i.label for i in self.office.framework.indicators if i.code == read.code)
        notes = [Note(f"ใช้ตัวชี้วัดที่ {label} กับแถวถัดไป", doubt=False)]
        notes += [Note(f"เก็บเฉพาะตัวชี้วัดของ “{read.rest}”", doubt=False)] if read.rest else []
        return ReadRow(RowKind.SECTION, notes=tuple(notes))

    def _measure_row(self, row: int, own: set[int]) -> ReadRow:
        kinds = self.layout.kinds
        used = {n for n in own if kinds[n] not in (ColumnKind.UNUSED, ColumnKind.NUMBER)}
        texts = {n for n in used if kinds[n] in (ColumnKind.TEXT, ColumnKind.TITLE)}
        if not used:
            return ReadRow(RowKind.SET_ASIDE, notes=(Note(f"ไม่มีช่องที่ใช้ ไม่นำเข้า: “{self._flat(row, own)}”"),))
        if used == {n for n in used if kinds[n] is ColumnKind.INDICATOR} and not self._carries_text(row):
            return self._section(self._flat(row, used))
        goes_on = texts == used and all(kinds[n] is ColumnKind.TEXT for n in texts)
        if self.last is not None and goes_on and not self._carries(row) and own == used:
            return self._continued(row, self.last)
        measure, notes = self._measure(row)
        self.last = row
        return ReadRow(RowKind.MEASURE, measure, tuple(notes), row)

    def _flat(self, row: int, columns: set[int]) -> str:
        return " ".join(self.table.rows[row][n].flat for n in sorted(columns))

    def _carries(self, row: int) -> bool:
        """Whether a merged cell above reaches down into the row: then it is a measure of its own."""
        return any(self.table.merged.get((row, n), (row, 0))[0] < row for n in range(self.table.width))

    def _carries_text(self, row: int) -> bool:
        columns = [n for n, kind in enumerate(self.layout.kinds) if kind in (ColumnKind.TEXT, ColumnKind.TITLE)]
        return any(self.table.cell(row, n).lines for n in columns)

    def _continued(self, row: int, above: int) -> ReadRow:
        before = self.found[above]
        assert before.measure is not None
        _, actions = title_and_actions([replace(line, bullet=True) for line in self._lines(row, ColumnKind.TEXT)])
        self.found[above] = replace(
            before, measure=replace(before.measure, actions=(*before.measure.actions, *actions))
        )
        note = Note("มีเพียงแนวทาง จึงต่อเป็นข้อย่อยของมาตรการข้างบน", doubt=False)
        return ReadRow(RowKind.CONTINUED, notes=(note,), measure_row=above)

    def _measure(self, row: int) -> tuple[Measure, list[Note]]:
        notes: list[Note] = []
        title, actions = title_and_actions(self._lines(row, ColumnKind.TEXT))
        named = " ".join(without_sign(line.text)[1] for line in self._lines(row, ColumnKind.TITLE))
        if named:
            title, actions = named, ((title, *actions) if title else actions)
        owner = self._owner(self._text(row, ColumnKind.OWNER))
        if owner.person:
            sentence = f"“{owner.person}” ไม่ใช่ชื่อส่วนราชการของหน่วยงาน เก็บไว้เป็นผู้รับผิดชอบหลัก"
            notes.append(Note(sentence, self._column(ColumnKind.OWNER), not owner.division_ids))
        period = self._period(" ".join(self._text(row, ColumnKind.PERIOD).split("\n")))
        if advice := "" if period.is_read else why_unread(period.text, self.office.plan_year):
            notes.append(Note(f"“{period.text}” {advice}", self._column(ColumnKind.PERIOD)))
        elif period.text and not period.lies_in(self.office.plan_year):
            sentence = f"อยู่นอกปีงบประมาณ พ.ศ. {self.office.plan_year}"
            notes.append(Note(sentence, self._column(ColumnKind.PERIOD)))
        measure = Measure(
            self.office.plan_year,
            self._indicator(row, notes),
            title=title,
            actions=actions,
            method=self._text(row, ColumnKind.METHOD),
            division_ids=owner.division_ids,
            all_divisions=owner.all_divisions,
            owner=owner.person,
            period=period,
            monitoring=self._text(row, ColumnKind.MONITORING),
            output_target=self._text(row, ColumnKind.TARGET),
            topic=" ".join(self._text(row, ColumnKind.TOPIC).split("\n")),
        )
        if not measure.text:
            notes.append(Note("ไม่มีแนวทาง/มาตรการในแถวนี้"))
        return self._with_budget(measure, row, notes), notes

    def _indicator(self, row: int, notes: list[Note]) -> str:
        column = self._column(ColumnKind.INDICATOR)
        if column is None:
            return self.indicator
        text = self.table.cell(row, column).flat
        if not text or is_blank(text):
            if self.indicator:
                notes.append(Note("ใช้ตัวชี้วัดเดียวกับแถวบน", column, doubt=False))
            return self.indicator
        read = self._named(text)
        if read.doubt:
            notes.append(Note(read.doubt, column))
        elif read.rest and self.table.begins(row, column):
            notes.append(Note(f"เก็บเฉพาะตัวชี้วัดของ “{read.rest}”", column, doubt=False))
        self.indicator = read.code
        return read.code

    def _with_budget(self, measure: Measure, row: int, notes: list[Note]) -> Measure:
        text = " ".join(self._text(row, ColumnKind.BUDGET).split("\n"))
        if not text:
            return measure
        if _NO_BUDGET.fullmatch(to_arabic(text)):
            notes.append(Note(f"ไม่กรอกงบประมาณ: “{text}”", self._column(ColumnKind.BUDGET), doubt=False))
            return measure
        try:
            return replace(measure, budget=parse_baht(text.removesuffix(".-")))
        except UserError:
            notes.append(Note(f"ไม่กรอกงบประมาณ เพราะอ่าน “{text}” เป็นจำนวนเงินไม่ได้", self._column(ColumnKind.BUDGET)))
            return measure

    def _column(self, kind: ColumnKind) -> int | None:
        return next((n for n, other in enumerate(self.layout.kinds) if other is kind), None)

    def _lines(self, row: int, kind: ColumnKind) -> list[Line]:
        columns = [n for n, other in enumerate(self.layout.kinds) if other is kind]
        cells = dict.fromkeys(self.table.merged.get((row, n), (row, n)) for n in columns)
        return [line for place in cells for line in self.table.cell(*place).lines]

    def _text(self, row: int, kind: ColumnKind) -> str:
        return "\n".join(line.text for line in self._lines(row, kind) if not is_blank(line.text))
