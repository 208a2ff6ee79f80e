"""Every cell of a matched table: where its score goes, or why it is not taken; nothing doubtful is ever taken."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ita_desktop.domain.assessment import Assessment, parse_score
from ita_desktop.domain.explanation import difference_sentence
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.scoring import outcome
from ita_desktop.errors import UserError
from ita_desktop.scores_import.labels import years_in
from ita_desktop.scores_import.matching import Matching, is_number
from ita_desktop.scores_import.target import ScoreKind, ScoreTarget
from ita_desktop.scores_import.workbook import FORMULA
from ita_desktop.thai.digits import to_arabic

_SEVERAL = re.compile(r"\d[\d.,]*(?:\s*[/|;\n]\s*|\s+)\d", re.ASCII)
_NOTHING = frozenset({"-", "–", "—", "N/A", "n/a"})


@dataclass(frozen=True, slots=True)
class PreviewCell:
    """One cell: with a year, a target and a score it will be taken; with a `doubt` it will not."""

    row: int
    column: int
    text: str
    year: FiscalYear | None = None
    target: ScoreTarget | None = None
    score: Decimal | None = None
    before: Decimal | None = None
    """The score that stands there now and would be replaced."""
    doubt: str = ""
    """Why the cell is not taken, a sentence; empty when it is."""

    @property
    def is_taken(self) -> bool:
        """Whether the score goes where the cell says."""
        return not self.doubt


@dataclass(frozen=True, slots=True)
class Preview:
    """The cells in their order, and what the clerk should know of the whole."""

    cells: tuple[PreviewCell, ...]
    remarks: tuple[str, ...] = ()

    @property
    def taken(self) -> tuple[PreviewCell, ...]:
        """The cells whose scores will be taken."""
        return tuple(cell for cell in self.cells if cell.is_taken)

    @property
    def doubtful(self) -> tuple[PreviewCell, ...]:
        """The cells that will not."""
        return tuple(cell for cell in self.cells if cell.doubt)


def preview(matching: Matching, frameworks: Frameworks, assessments: Iterable[Assessment] = ()) -> Preview:
    """What would be taken of a matched table, beside the scores as they stand."""
    by_year = {assessment.year: assessment for assessment in assessments}
    cells = [
        _judged(matching, frameworks, by_year, row, column)
        for row, texts in enumerate(matching.grid.rows)
        for column, text in enumerate(texts)
        if text and _is_of_interest(matching, row, column, text)
    ]
    cells = _without_repeats(_without_shares(cells))
    found = Preview(tuple(cells))
    changed = taken(found, by_year.values())
    return replace(found, remarks=(*matching.remarks, *_remarks(found, changed, frameworks)))


def taken(found: Preview, assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """The assessments with the scores that are taken, only those of years that change, oldest first."""
    before = {assessment.year: assessment for assessment in assessments}
    after = dict(before)
    for cell in found.taken:
        if cell.year is not None and cell.target is not None and cell.score is not None:
            after[cell.year] = cell.target.put(after.get(cell.year, Assessment(cell.year)), cell.score)
    return tuple(after[year] for year in sorted(after) if after[year] != before.get(year))


def _is_of_interest(matching: Matching, row: int, column: int, text: str) -> bool:
    """Whether the clerk may miss the cell if nothing is said of it."""
    if column not in matching.columns and column not in matching.score_columns:
        return False
    named = row in matching.rows or row in matching.row_doubts
    return named or (is_number(text) and not years_in(text))


def _judged(
    matching: Matching, frameworks: Frameworks, by_year: Mapping[FiscalYear, Assessment], row: int, column: int
) -> PreviewCell:
    text = matching.grid.rows[row][column]
    year, target = matching.columns.get(column), matching.rows.get(row)
    cell = PreviewCell(row, column, text, year, target)
    if year is None:
        return replace(cell, doubt="ยังไม่ได้เลือกปีของคอลัมน์นี้")
    if target is None:
        return replace(cell, doubt=matching.row_doubts.get(row) or "ยังไม่ได้เลือกว่าแถวนี้คือคะแนนใด")
    doubt = _merge_doubt(matching, row, column) or target.fault(frameworks.of(year)) or _text_doubt(text)
    if doubt:
        return replace(cell, doubt=doubt)
    try:
        score = parse_score(text)
    except UserError as error:
        return replace(cell, doubt=error.sentence)
    standing = target.get(by_year[year]) if year in by_year else None
    return replace(cell, score=score, before=standing)


def _merge_doubt(matching: Matching, row: int, column: int) -> str:
    first = matching.grid.merged.get((row, column))
    block = [place for place, begins in matching.grid.merged.items() if begins == first] if first else []
    if len(block) > 1:
        return "เซลล์นี้ผสานหลายช่องไว้ด้วยกัน จึงไม่ทราบว่าเป็นคะแนนของช่องใด กรอกคะแนนนี้เอง"
    return ""


def _text_doubt(text: str) -> str:
    typed = to_arabic(text).strip()
    if typed in _NOTHING:
        return "ไม่มีคะแนน"
    if typed.startswith(FORMULA):
        return "เป็นสูตรที่ไฟล์ไม่ได้เก็บผลไว้ เปิดไฟล์ใน Excel บันทึกใหม่ แล้วนำเข้าอีกครั้ง"
    if _SEVERAL.search(typed):
        return "มีคะแนนมากกว่าหนึ่งค่าในช่องเดียว แยกให้เหลือค่าเดียว"
    if "%" in typed:
        return "มีเครื่องหมาย % ตรวจว่าเป็นคะแนนเต็ม 100 แล้วลบเครื่องหมายออก"
    return ""


def _without_shares(cells: list[PreviewCell]) -> list[PreviewCell]:
    """A column whose scores are all at most 1 most likely holds shares of 1, not points of 100."""
    highest: dict[int, Decimal] = {}
    for cell in cells:
        if cell.score is not None:
            highest[cell.column] = max(highest.get(cell.column, Decimal(0)), cell.score)
    doubt = "คะแนนทั้งคอลัมน์ไม่เกิน 1 อาจเป็นสัดส่วนที่ยังไม่ได้คูณ 100 ตรวจแล้วกรอกใหม่"
    return [
        replace(cell, doubt=doubt, score=None) if cell.score is not None and 0 < highest[cell.column] <= 1 else cell
        for cell in cells
    ]


def _without_repeats(cells: list[PreviewCell]) -> list[PreviewCell]:
    """Two cells for one score: neither is taken."""
    count = Counter((cell.year, cell.target) for cell in cells if cell.is_taken)
    return [
        replace(cell, doubt="มีคะแนนอื่นในตารางสำหรับช่องเดียวกัน เลือกให้เหลือแถวหรือคอลัมน์เดียว", score=None)
        if cell.is_taken and count[cell.year, cell.target] > 1
        else cell
        for cell in cells
    ]


def _remarks(found: Preview, changed: Iterable[Assessment], frameworks: Frameworks) -> Iterator[str]:
    for assessment in changed:
        framework = frameworks.of(assessment.year)
        here = {cell.target for cell in found.taken if cell.year == assessment.year}
        named = {target.key for target in here if target is not None and target.kind is ScoreKind.INDICATOR}
        missing = [i.code for i in framework.indicators if i.code not in named]
        if named and missing:
            count = f"{len(named)} จาก {len(framework.indicators)} ตัวชี้วัด"
            yield f"ปี {assessment.year}: นำเข้าได้ {count} ไม่มีคะแนนของตัวชี้วัดที่ {' '.join(missing)}"
        for difference in outcome(framework, assessment).differences:
            yield f"ปี {assessment.year}: {difference_sentence(difference)}"
