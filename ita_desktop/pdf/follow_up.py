"""The report on the measures on paper: the counts, then every measure with its results, always landscape."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.plan_documents import EntryPrint, EvidencePrint, FollowUpDocument, FollowUpRow
from ita_desktop.pdf.blocks import Block, Column, Content, body, bullets, heading, line, ruled_table
from ita_desktop.pdf.build import build
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import LATE, actions, count_table, file_meta, signed, title
from ita_desktop.pdf.styles import Align, Run, bold, link

_SIZE = 13.0
_SHARES = (4.0, 13.0, 25.0, 12.5, 10.0, 12.0, 31.0, 18.0)
_ALIGNS: tuple[Align, ...] = ("center", "left", "left", "center", "center", "center", "left", "left")


def follow_up(document: FollowUpDocument) -> bytes:
    """The report as a PDF."""
    page = Page(numerals=document.meta.numerals, landscape=True, left_mm=20, top_mm=21, bottom_mm=15)
    return build(list(_story(document)), file_meta(document.meta), page)


def _story(document: FollowUpDocument) -> Iterator[Block]:
    yield from title(document.title_lines, document.reference)
    for text in document.introduction:
        yield body(text)
    if document.summary:
        yield from count_table(document.summary)
    if document.rows:
        yield heading(document.table_heading, 2)
        yield _table(document)
    if document.signature:
        yield signed(document.signature)


def _table(document: FollowUpDocument) -> Block:
    shown = [n for n, head in enumerate(document.columns) if head]
    columns = [Column(document.columns[n], _SHARES[n], _ALIGNS[n]) for n in shown]
    rows = [_cells(document, row) for row in document.rows]
    return ruled_table(columns, [[row[n] for n in shown] for row in rows], size=_SIZE)


def _cells(document: FollowUpDocument, row: FollowUpRow) -> list[Content]:
    status: list[Block] = [line(row.status, size=_SIZE, align="center", bold=True)]
    status += [line(remark, size=_SIZE, align="center", colour=LATE) for remark in row.remarks]
    return [
        row.number,
        row.row.indicator,
        actions(row.row, _SIZE),
        "\n".join(row.row.responsible),
        row.row.period,
        status,
        [block for entry in row.entries for block in _result(document, entry)] or row.nothing,
        [block for entry in row.entries for block in _problem(document, entry, len(row.entries) > 1)] or "–",
    ]


def _result(document: FollowUpDocument, entry: EntryPrint) -> Iterator[Block]:
    yield line([bold(f"{entry.day} {entry.status}")], size=_SIZE, keep_with_next=True)
    for text in entry.result:
        yield line(text, size=_SIZE)
    if entry.evidence:
        yield line([bold(document.evidence_label)], size=_SIZE, keep_with_next=True)
        yield bullets([_evidence(proof) for proof in entry.evidence], left_mm=0, size=_SIZE)


def _evidence(proof: EvidencePrint) -> list[str | Run]:
    """The name, then the file in brackets, then the address with the day of its check."""
    file_name = f"({proof.file_name})" if proof.text and proof.file_name else proof.file_name
    parts = (proof.text, file_name, link(proof.url, proof.url) if proof.url else "", proof.checked)
    said: list[str | Run] = []
    for part in parts:
        if part:
            said += [" ", part] if said else [part]
    return said


def _problem(document: FollowUpDocument, entry: EntryPrint, several: bool) -> Iterator[Block]:
    """Problem and next step of an entry; its day stands before them where there are several entries."""
    if several and (entry.problem or entry.next_step):
        yield line([bold(entry.day)], size=_SIZE, keep_with_next=True)
    yield from _labelled(document.problem_label, entry.problem)
    yield from _labelled(document.next_label, entry.next_step)


def _labelled(label: str, texts: Sequence[str]) -> Iterator[Block]:
    if texts:
        yield line([bold(f"{label} "), "\n".join(texts)], size=_SIZE)
