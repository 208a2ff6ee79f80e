"""What several papers have in common on the page."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.documents import NumberedText, PaperMeta, PlanRow, SignatureBlock
from ita_desktop.pdf.blocks import Block, Column, bullets, heading, line, rule, ruled_table, signature
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.styles import Align, Run, bold

TABLE_SIZE = 14.0
_SHARES = (24.0, 42.0, 18.0, 16.0)
_LANDSCAPE_SHARES = (22.0, 48.0, 17.0, 13.0)
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


def measures_table(columns: Sequence[str], rows: Sequence[PlanRow], *, landscape: bool = False) -> Block:
    """The measures table: indicator, actions as bullets, who and when."""
    shares = _LANDSCAPE_SHARES if landscape else _SHARES
    aligns: tuple[Align, ...] = ("left", "left", "center", "center")
    heads = [Column(text, share, align) for text, share, align in zip(columns, shares, aligns, strict=True)]
    return ruled_table(heads, [_cells(row) for row in rows], size=TABLE_SIZE)


def _cells(row: PlanRow) -> list[str | list[Block]]:
    actions: list[Block] = [line(row.title, size=TABLE_SIZE, bold=True)] if row.title else []
    if row.actions:
        actions.append(bullets(row.actions, left_mm=0, size=TABLE_SIZE))
    return [row.indicator, actions or "", "\n".join(row.responsible), row.period]


def point(numbered: NumberedText) -> list[str | Run]:
    """The running text of a point: number and lead in bold, the text, the closing note."""
    lead = " ".join(part for part in (numbered.number, numbered.lead) if part)
    text = numbered.text
    if numbered.lead and text:
        lead, text = f"{lead}:", text
    parts = [bold(lead)] if numbered.lead else [lead] if lead else []
    words = " ".join(part for part in (text, "" if numbered.bullets else numbered.note) if part)
    return [*parts, f" {words}" if parts and words else words]


def sub_points(numbered: NumberedText, *, left_mm: float) -> Iterator[Block]:
    """The bullets of a point, the last of them with its note."""
    if numbered.bullets:
        *first, last = numbered.bullets
        yield bullets([*first, " ".join(part for part in (last, numbered.note) if part)], left_mm=left_mm)


def signed(block: SignatureBlock) -> Block:
    """Room to sign over the name and posts, with a role a dotted line that the role stands behind."""
    if block.role:
        return signature([f"ลงชื่อ {_DOTS} {block.role}", *block.lines], left_mm=60)
    return signature(block.lines, before=56)
