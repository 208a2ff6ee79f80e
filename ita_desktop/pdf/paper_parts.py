"""What several papers have in common on the page."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.paper import NumberedText, PaperMeta, PlanRow, SignatureBlock
from ita_desktop.domain.plan_documents import CountTable
from ita_desktop.errors import UserError
from ita_desktop.pdf.blocks import Block, Column, TableRow, bullets, heading, line, rule, ruled_table, signature
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.charts import PicturePiece
from ita_desktop.pdf.styles import Align, Run, bold
from ita_desktop.pdf.tables import Padding

TABLE_SIZE = 14.0
DEEP = "#1f4e79"
PALE = "#eef3f9"
QUIET = "#52606d"
LATE = "#9a1c1c"
WHITE = "#ffffff"
_SHARES = (24.0, 42.0, 18.0, 16.0)
_LANDSCAPE_SHARES = (22.0, 48.0, 17.0, 13.0)
_NAME_SHARE, _COUNT_SHARE = 30.0, 14.0
_TIGHT = Padding(top=1.0, bottom=3.0)
_DOTS = "." * 36


def file_meta(meta: PaperMeta) -> Meta:
    """What the file says about itself."""
    return Meta(meta.title, meta.office, meta.subject)


def title(lines: Sequence[str], reference: str = "") -> Iterator[Block]:
    """The centred title, the OIT item it answers, and the short rule below."""
    yield heading("\n".join(lines), 1)
    if reference:
        yield line(reference, align="center", size=TABLE_SIZE)
    yield rule()


def measures_table(
    columns: Sequence[str], rows: Sequence[PlanRow], *, landscape: bool = False, filled_only: bool = False
) -> Block:
    """The measures table: indicator, actions as bullets, who and when; `filled_only` leaves empty columns out."""
    shares = _LANDSCAPE_SHARES if landscape else _SHARES
    aligns: tuple[Align, ...] = ("left", "left", "center", "center")
    cells = [_cells(row) for row in rows]
    shown = [n for n in range(len(columns)) if not filled_only or any(row[n] for row in cells)]
    heads = [Column(columns[n], shares[n], aligns[n]) for n in shown]
    return ruled_table(heads, [[row[n] for n in shown] for row in cells], size=TABLE_SIZE)


def _cells(row: PlanRow) -> list[str | list[Block]]:
    return [row.indicator, actions(row) or "", "\n".join(row.responsible), row.period]


def actions(row: PlanRow, size: float = TABLE_SIZE) -> list[Block]:
    """What a measure asks for in a cell: its title in bold, its actions as bullets."""
    blocks: list[Block] = [line(row.title, size=size, bold=True)] if row.title else []
    if row.actions:
        blocks.append(bullets(row.actions, left_mm=0, size=size))
    return blocks


def count_table(table: CountTable) -> Iterator[Block]:
    """Counts of measures, the rows of the whole plan in bold on a ground; the note below."""
    yield heading(table.heading, 2)
    first, *others = table.columns
    columns = [Column(first, _NAME_SHARE), *(Column(name, _COUNT_SHARE, "center") for name in others)]
    rows = [TableRow(row, keep_with_next=row is table.rows[-1]) for row in table.rows]
    rows += [TableRow(row, fill=PALE, bold=True, keep_with_next=row is not table.totals[-1]) for row in table.totals]
    yield ruled_table(columns, rows, size=TABLE_SIZE, padding=_TIGHT, after=2 if table.note else 8)
    if table.note:
        yield line(table.note, size=TABLE_SIZE - 1, colour=QUIET, after=4)


def is_sound(picture: bytes) -> bool:
    """Whether the whole picture can be read; this takes as long as printing it."""
    try:
        PicturePiece(picture, 1.0, 1.0, None)
    except UserError:
        return False
    return True


def sound(picture: bytes) -> bytes:
    """The picture, or nothing where it cannot be read: a paper without its logo is better than none."""
    return picture if picture and is_sound(picture) else b""


def point(numbered: NumberedText) -> list[str | Run]:
    """The running text of a point: its number, the lead in bold, the text."""
    if not numbered.lead:
        return [" ".join(part for part in (numbered.number, numbered.text) if part)]
    lead = " ".join(part for part in (numbered.number, numbered.lead) if part)
    return [bold(f"{lead}:"), f" {numbered.text}"] if numbered.text else [bold(lead)]


def signed(block: SignatureBlock) -> Block:
    """Room to sign over the name and posts, with a role a dotted line that the role stands behind."""
    if block.role:
        return signature([f"ลงชื่อ {_DOTS} {block.role}", *block.lines], left_mm=60)
    return signature(block.lines, before=56)
