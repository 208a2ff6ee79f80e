"""Which column of a pasted table is what, from the words of its head or from what stands in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.office import Division
from ita_desktop.domain.period import parse_period
from ita_desktop.measures_import.labels import read_indicator, read_owner
from ita_desktop.measures_import.table import PastedTable
from ita_desktop.thai.digits import to_arabic


class ColumnKind(StrEnum):
    """What a column gives to a measure."""

    NUMBER = "number"
    INDICATOR = "indicator"
    TOPIC = "topic"
    TITLE = "title"
    TEXT = "text"
    METHOD = "method"
    OWNER = "owner"
    PERIOD = "period"
    MONITORING = "monitoring"
    TARGET = "target"
    BUDGET = "budget"
    UNUSED = "unused"

    @property
    def words(self) -> str:
        """What the clerk calls it."""
        return {
            ColumnKind.NUMBER: "ลำดับที่",
            ColumnKind.INDICATOR: "ตัวชี้วัด",
            ColumnKind.TOPIC: "ประเด็น",
            ColumnKind.TITLE: "ชื่อมาตรการ",
            ColumnKind.TEXT: "แนวทาง/มาตรการ",
            ColumnKind.METHOD: "วิธีดำเนินการ",
            ColumnKind.OWNER: "ผู้รับผิดชอบ",
            ColumnKind.PERIOD: "ระยะเวลา",
            ColumnKind.MONITORING: "การกำกับติดตาม",
            ColumnKind.TARGET: "เป้าหมายผลผลิต",
            ColumnKind.BUDGET: "งบประมาณ (บาท)",
            ColumnKind.UNUSED: "ไม่ใช้",
        }[self]

    @property
    def is_single(self) -> bool:
        """Whether only one column may be it; several of the others are read as one."""
        return self in (ColumnKind.NUMBER, ColumnKind.INDICATOR, ColumnKind.PERIOD, ColumnKind.BUDGET)


@dataclass(frozen=True, slots=True)
class Office:
    """What the words of a table are held against."""

    plan_year: FiscalYear
    framework: Framework
    divisions: tuple[Division, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is read; the clerk may change each part of it."""

    kinds: tuple[ColumnKind, ...]
    head_rows: int = 0
    """How many rows at the top are its head."""
    left_out: frozenset[int] = frozenset()
    """Rows that the clerk does not want."""

    def with_kind(self, column: int, kind: ColumnKind) -> "Layout":
        """The column as the clerk's choice; another column of a kind that there is only once is no longer used."""
        kinds = [ColumnKind.UNUSED if kind.is_single and other is kind else other for other in self.kinds]
        kinds[column] = kind
        return replace(self, kinds=tuple(kinds))

    def with_row(self, row: int, *, taken: bool) -> "Layout":
        """The row taken or left out."""
        return replace(self, left_out=self.left_out - {row} if taken else self.left_out | {row})


# Where several stand in one head, the one that begins first counts, then the longest.
_HEADS = (
    (ColumnKind.NUMBER, r"^(?:ที่|ลำดับ(?:ที่)?|ข้อ(?:ที่)?|no|#)$"),
    (ColumnKind.TARGET, r"(?:ตัวชี้วัด|ตัววัด)(?:ความสำเร็จ|ผล)|เป้าหมาย|ผลผลิต|ผลลัพธ์|ผลที่(?:คาดว่าจะ)?ได้รับ|ค่าเป้าหมาย"),
    (ColumnKind.INDICATOR, r"ตัวชี้วัด"),
    (ColumnKind.MONITORING, r"(?:การ|ผู้|วิธี(?:การ)?)?(?:กำกับ|ติดตาม)|การรายงานผล"),
    (ColumnKind.PERIOD, r"(?:ระยะ|ห้วง|ช่วง|กรอบ|กำหนด)เวลา|กำหนด(?:การ|แล้วเสร็จ)|^เวลา|วัน(?:ที่)?ดำเนินการ"),
    (ColumnKind.OWNER, r"(?:หน่วยงาน|ส่วนราชการ|ผู้)(?:ที่)?(?:รับผิดชอบ|เกี่ยวข้อง)|รับผิดชอบ|^หน่วยงาน|^ส่วนราชการ|สำนักกอง"),
    (ColumnKind.BUDGET, r"(?:วงเงิน)?งบประมาณ|^งบ$"),
    (ColumnKind.METHOD, r"วิธี(?:การ)?(?:ดำเนิน|ปฏิบัติ)?|ขั้นตอน"),
    (ColumnKind.TEXT, r"แนวทาง|มาตรการ|กิจกรรม|โครงการ|การดำเนินการ|การดำเนินงาน"),
    (ColumnKind.UNUSED, r"หมายเหตุ|คะแนน|ผลการ(?:ดำเนิน|ประเมิน)|สถานะ|ร้อยละ"),
    (ColumnKind.TOPIC, r"ประเด็น|ข้อบกพร่อง|จุดอ่อน|ปัญหา"),
)
_LONGEST_HEAD = 70
_LAST_HEAD_ROW = 6
_MOST = 0.6


@lru_cache(maxsize=1024)
def head_kind(text: str) -> ColumnKind | None:
    """What a column is by its heading, None when the text is none."""
    squeezed = re.sub(r"[\s./()\-–:]+", "", text).lower()
    if not squeezed or len(squeezed) > _LONGEST_HEAD:
        return None
    found = [(match.start(), -len(match[0]), kind) for kind, form in _HEADS if (match := re.search(form, squeezed))]
    return min(found)[2] if found else None


def propose_layout(table: PastedTable, office: Office) -> Layout:
    """Head and columns as far as the table itself says them."""
    head = _head_row(table)
    first = 0 if head is None else _below_head(table, head)
    kinds: list[ColumnKind | None] = [None] * table.width
    if head is not None:
        kinds = [_head_of_column(table, head, first, column) for column in range(table.width)]
    return Layout(tuple(_filled_in(table, kinds, first, office)), first)


def _head_row(table: PastedTable) -> int | None:
    """The row with the most headings: at least two, or all there are."""
    best: tuple[int, int] | None = None
    for row in range(min(_LAST_HEAD_ROW, len(table.rows))):
        cells = [cell.flat for cell in table.rows[row] if cell.lines]
        kinds = {kind for text in cells if (kind := head_kind(text))}
        # Data may hold such a word too, but not several in cells as short as a heading.
        is_head = len(kinds) >= min(2, table.width) and len(kinds) * 2 > len(cells)
        if is_head and (best is None or len(kinds) > best[0]):
            best = (len(kinds), row)
    return None if best is None else best[1]


def _below_head(table: PastedTable, head: int) -> int:
    """The first row below the head, which may stand over several rows."""
    last = head
    for row in range(head + 1, min(head + 3, len(table.rows))):
        goes_on = any(table.merged.get((row, column), (row, 0))[0] <= head for column in range(table.width))
        own = [cell.flat for cell in table.rows[row] if cell.lines]
        if not goes_on or any(head_kind(text) is None and len(text) > _LONGEST_HEAD for text in own):
            break
        last = row
    return last + 1


def _head_of_column(table: PastedTable, head: int, end: int, column: int) -> ColumnKind | None:
    """What the lowest heading above the column says."""
    found = [head_kind(table.cell(row, column).flat) for row in range(head, end)]
    return next((kind for kind in reversed(found) if kind), None)


def _filled_in(table: PastedTable, kinds: Sequence[ColumnKind | None], first: int, office: Office) -> list[ColumnKind]:
    columns = [[cell.text for cell in (row[n] for row in table.rows[first:]) if cell.lines] for n in range(table.width)]
    found = list(kinds)
    for kind, fits in _by_content(office).items():
        # ประเด็น often heads the column of the indicators.
        free = [n for n, known in enumerate(found) if known in (None, ColumnKind.TOPIC) and columns[n]]
        if kind not in found and free:
            share, column = max((sum(map(fits, columns[n])) / len(columns[n]), -n) for n in free)
            if share >= _MOST:
                found[-column] = kind
    if ColumnKind.TEXT not in found:
        free = [n for n, known in enumerate(found) if known is None and columns[n]]
        free = free or [n for n, known in enumerate(found) if known is ColumnKind.METHOD]
        if free:
            found[max(free, key=lambda n: sum(map(len, columns[n])))] = ColumnKind.TEXT
    return _without_second(_with_title([kind or ColumnKind.UNUSED for kind in found], columns))


def _by_content(office: Office) -> dict[ColumnKind, Callable[[str], bool]]:
    def is_owner(text: str) -> bool:
        owner = read_owner(text, office.divisions)
        return bool((owner.division_ids or owner.all_divisions) and not owner.person)

    return {
        ColumnKind.NUMBER: lambda text: bool(re.fullmatch(r"\d{1,3}[.)]?", to_arabic(text))),
        ColumnKind.INDICATOR: lambda text: bool(read_indicator(text, office.framework).code),
        ColumnKind.OWNER: is_owner,
        ColumnKind.PERIOD: lambda text: parse_period(text, office.plan_year).is_read,
    }


def _with_title(kinds: list[ColumnKind], columns: Sequence[Sequence[str]]) -> list[ColumnKind]:
    """Of มาตรการ and กิจกรรม side by side the first names the measure, when it is short."""
    texts = [n for n, kind in enumerate(kinds) if kind is ColumnKind.TEXT]
    if len(texts) > 1 and all("\n" not in text and len(text) <= 120 for text in columns[texts[0]]):
        kinds[texts[0]] = ColumnKind.TITLE
    return kinds


def _without_second(kinds: list[ColumnKind]) -> list[ColumnKind]:
    return [ColumnKind.UNUSED if kind.is_single and kind in kinds[:n] else kind for n, kind in enumerate(kinds)]
