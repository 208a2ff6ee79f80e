"""Which column of a table is which year and which row is which score, as far as the table itself says it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks
from ita_desktop.scores_import.grid import Grid
from ita_desktop.scores_import.labels import LabelReader, years_in
from ita_desktop.scores_import.target import ScoreKind, ScoreTarget, targets_of
from ita_desktop.thai.digits import to_arabic

_NUMBER = re.compile(r"[-–−]?\d+(?:[.,]\d+)?\s*%?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Matching:
    """A table with the years of its columns and the scores of its rows; the clerk may change each of them."""

    grid: Grid
    """Turned, if need be, so that every row is one score."""
    columns: Mapping[int, FiscalYear] = field(default_factory=dict)
    rows: Mapping[int, ScoreTarget] = field(default_factory=dict)
    row_doubts: Mapping[int, str] = field(default_factory=dict)
    """Why a row that names a score was not matched."""
    score_columns: tuple[int, ...] = ()
    """The columns that mostly hold numbers."""
    remarks: tuple[str, ...] = ()
    """What the clerk should know of the whole table."""

    def with_column(self, n: int, year: FiscalYear | None) -> "Matching":
        """The column as the clerk's choice of year, None for none."""
        others = {column: other for column, other in self.columns.items() if column != n}
        return replace(self, columns=others if year is None else {**others, n: year})

    def with_row(self, n: int, target: ScoreTarget | None) -> "Matching":
        """The row as the clerk's choice of score, None for none."""
        others = {row: other for row, other in self.rows.items() if row != n}
        doubts = {row: doubt for row, doubt in self.row_doubts.items() if row != n}
        return replace(self, rows=others if target is None else {**others, n: target}, row_doubts=doubts)

    def with_cell(self, row: int, column: int, text: str) -> "Matching":
        """The table with one cell as the clerk corrected it."""
        return replace(self, grid=self.grid.with_cell(row, column, text))


def propose_matching(grid: Grid, frameworks: Frameworks, years: Sequence[FiscalYear]) -> Matching:
    """What the table says of itself, read along rows or columns; `years` are the clerk's own, newest first.

    A column without a year in its heading is the first of `years` only when it is the one column of scores.
    Rows without words are matched by their order only when their number leaves no doubt.
    """
    framework = frameworks.of(years[0])
    reader = LabelReader([frameworks.of(year) for year in _named_years(grid, years)])
    ways = [_matched(each, framework, reader, years) for each in (grid, grid.turned())]
    return max(ways, key=lambda way: len(way.rows) * len(way.columns))


def is_number(text: str) -> bool:
    """Whether a cell holds one number and nothing else, a percent sign aside."""
    return _NUMBER.fullmatch(to_arabic(text).strip()) is not None


def _named_years(grid: Grid, years: Sequence[FiscalYear]) -> list[FiscalYear]:
    named = [year for row in grid.rows for cell in row for year in years_in(cell)]
    return list(dict.fromkeys([*years, *named]))[:20]


def _matched(grid: Grid, framework: Framework, reader: LabelReader, years: Sequence[FiscalYear]) -> Matching:
    scores = _score_columns(grid)
    found = {
        n: reader_targets for n in range(len(grid.rows)) if (reader_targets := _row_targets(grid, n, scores, reader))
    }
    headings = [n for n in range(len(grid.rows)) if n not in found and not _has_scores(grid, n, scores)]
    columns, remarks = _columns(grid, scores, headings, years)
    rows, doubts = _certain(found, framework)
    if not found:
        rows, more = _by_order(grid, framework, scores)
        remarks += more
    return Matching(grid, columns, rows, doubts, tuple(scores), tuple(remarks))


def _score_columns(grid: Grid) -> list[int]:
    """Columns that mostly hold numbers, but not those that only count the rows."""
    return [n for n in range(grid.width) if _holds_scores(grid.column(n))]


def _holds_scores(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell and not years_in(cell)]
    numbers = [to_arabic(cell).strip() for cell in filled if is_number(cell)]
    if not numbers or 2 * len(numbers) < len(filled):
        return False
    counted = [str(n) for n in range(1, len(numbers) + 1)]
    return len(numbers) < 2 or numbers != counted


def _has_scores(grid: Grid, row: int, scores: Sequence[int]) -> bool:
    return any(is_number(grid.rows[row][n]) and not years_in(grid.rows[row][n]) for n in scores)


def _row_targets(grid: Grid, row: int, scores: Sequence[int], reader: LabelReader) -> set[ScoreTarget]:
    """The most specific scores that the words of the row name; a cell merged over several rows names the others too."""
    cells = [
        cell
        for n, cell in enumerate(grid.rows[row])
        if n not in scores and cell and not (is_number(cell) and years_in(cell))
    ]
    named = set().union(*(reader.targets(cell) for cell in cells))
    kinds = [kind for kind in reversed(ScoreKind) if any(target.kind is kind for target in named)]
    return {target for target in named if target.kind is kinds[0]} if kinds else set()


def _certain(
    found: Mapping[int, set[ScoreTarget]], framework: Framework
) -> tuple[dict[int, ScoreTarget], dict[int, str]]:
    """Rows that name one score which no other row names, and why the others are in doubt."""
    count = Counter(target for targets in found.values() for target in targets if len(targets) == 1)
    rows: dict[int, ScoreTarget] = {}
    doubts: dict[int, str] = {}
    for n, targets in found.items():
        names = " และ ".join(target.label(framework) for target in sorted(targets))
        if len(targets) > 1:
            doubts[n] = f"แถวนี้เป็นได้ทั้ง {names} เลือกว่าคือคะแนนใด"
        elif count[next(iter(targets))] > 1:
            doubts[n] = f"มีหลายแถวที่เป็น {names} เลือกแถวที่ถูกต้อง"
        else:
            rows[n] = next(iter(targets))
    return rows, doubts


def _columns(
    grid: Grid, scores: Sequence[int], headings: Sequence[int], years: Sequence[FiscalYear]
) -> tuple[dict[int, FiscalYear], list[str]]:
    named = {n: list(dict.fromkeys(_years_above(grid, n, headings))) for n in scores}
    count = Counter(found[0] for found in named.values() if len(found) == 1)
    columns = {n: found[0] for n, found in named.items() if len(found) == 1 and count[found[0]] == 1}
    twice = [str(year) for year, times in count.items() if times > 1]
    if columns or twice or not scores:
        return columns, [f"มีหลายคอลัมน์ที่เป็นปี {' '.join(twice)} เลือกคอลัมน์ที่ถูกต้อง"] if twice else []
    titles = {year for n in headings for cell in grid.rows[n] for year in years_in(cell)}
    if len(scores) == 1 and len(titles) <= 1:
        return {scores[0]: next(iter(titles), years[0])}, []
    return {}, ["ไม่ทราบว่าคอลัมน์ใดเป็นปีใด เลือกปีของแต่ละคอลัมน์"]


def _years_above(grid: Grid, column: int, headings: Sequence[int]) -> Iterator[FiscalYear]:
    """The years in the column's headings; one merged over several columns heads none of them."""
    for row in headings:
        first = grid.merged.get((row, column))
        shared = first is not None and any(
            place != (row, column) and begins == first and place[1] != column for place, begins in grid.merged.items()
        )
        if not shared:
            yield from years_in(grid.rows[row][column])


def _by_order(grid: Grid, framework: Framework, scores: Sequence[int]) -> tuple[dict[int, ScoreTarget], list[str]]:
    """Rows of bare numbers in the order of the scores tab, or of the indicators alone."""
    bare = [n for n in range(len(grid.rows)) if _has_scores(grid, n, scores)]
    every = list(targets_of(framework, details=False))
    indicators = [target for target in every if target.kind is ScoreKind.INDICATOR]
    for order in (indicators, every):
        if len(bare) == len(order):
            return dict(zip(bare, order, strict=True)), ["ไม่มีชื่อในตาราง จึงจับคู่ตามลำดับแถว โปรดตรวจก่อนนำเข้า"]
    if not bare:
        return {}, ["ไม่พบคะแนนในตาราง"]
    return {}, [
        f"ไม่มีชื่อในตารางและมี {len(bare)} แถว (ตัวชี้วัดมี {len(indicators)} แถว ตารางเต็มมี {len(every)} แถว) "
        "เลือกว่าแต่ละแถวคือคะแนนใด"
    ]
