"""The measures table with all its columns: side by side on landscape sheets, folded together on upright ones."""

from collections.abc import Iterator

from ita_desktop.domain.paper import PlanRow
from ita_desktop.domain.plan_documents import MeasuresPlanDocument, RowDetails
from ita_desktop.pdf.blocks import Block, Column, Content, bullets, line, ruled_table
from ita_desktop.pdf.paper_parts import TABLE_SIZE, actions
from ita_desktop.pdf.styles import Align, bold

_WIDE_SIZE, _FULL_SIZE = 13.0, 12.0
_MOST_AT_WIDE = 8
"""More columns than these take the smaller letters."""
_SHARES = (13.0, 8.0, 14.0, 24.0, 14.5, 13.5, 10.0, 13.5, 13.0, 10.5)
_ALIGNS: tuple[Align, ...] = (
    *("left", "center", "left", "left", "left"),
    *("center", "center", "left", "left", "right"),
)
_FOLDED_SHARES = (22.0, 48.0, 17.0, 13.0)
_FOLDED_ALIGNS: tuple[Align, ...] = ("left", "left", "center", "center")


def wide_table(document: MeasuresPlanDocument) -> Block:
    """Every column that a row fills beside the others."""
    shown = [n for n, head in enumerate(document.columns) if head]
    size = _WIDE_SIZE if len(shown) <= _MOST_AT_WIDE else _FULL_SIZE
    columns = [Column(document.columns[n], _SHARES[n], _ALIGNS[n]) for n in shown]
    rows = (_cells(*each, size) for each in zip(document.rows, document.details, strict=True))
    return ruled_table(columns, [[row[n] for n in shown] for row in rows], size=size)


def _cells(row: PlanRow, details: RowDetails, size: float) -> list[Content]:
    findings = [bullets(details.findings, left_mm=0, size=size)] if len(details.findings) > 1 else details.findings
    return [
        row.indicator,
        details.previous_score,
        findings or "",
        actions(row, size) or "",
        "\n".join(details.method),
        "\n".join(row.responsible),
        row.period,
        "\n".join(details.monitoring),
        "\n".join(details.target),
        details.budget,
    ]


def folded_table(document: MeasuresPlanDocument) -> Block:
    """The four columns; the others stand as named lines below indicator and measure."""
    _, score, findings, _, method, _, _, monitoring, target, budget = document.columns
    kept = (document.columns[0], document.columns[3], document.columns[5], document.columns[6])
    columns = [Column(*each) for each in zip(kept, _FOLDED_SHARES, _FOLDED_ALIGNS, strict=True)]
    rows: list[list[Content]] = []
    for row, details in zip(document.rows, document.details, strict=True):
        before = _named((findings, details.findings))
        after = _named(
            (method, details.method),
            (monitoring, details.monitoring),
            (target, details.target),
            (budget, (details.budget,) if details.budget else ()),
        )
        indicator = [line(row.indicator, size=TABLE_SIZE)]
        indicator += _named((score, (details.previous_score,) if details.previous_score else ()))
        measure = [*before, *actions(row), *after]
        rows.append([indicator, measure or "", "\n".join(row.responsible), row.period])
    return ruled_table(columns, rows, size=TABLE_SIZE)


def _named(*parts: tuple[str, tuple[str, ...]]) -> Iterator[Block]:
    for name, texts in parts:
        if texts:
            yield line([bold(f"{name}: "), "\n".join(texts)], size=TABLE_SIZE)
