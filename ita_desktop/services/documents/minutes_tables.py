"""The tables of the plan year that an agenda item asks for, as the record is when the minutes are printed."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.meeting import AgendaTable
from ita_desktop.domain.meeting_documents import MinutesTable, TableLine
from ita_desktop.domain.score_documents import ScoreResult, ScoreRow
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.analysis import finding_heads, finding_parts
from ita_desktop.services.documents.score_sheet import known_only, score_result
from ita_desktop.services.documents.source import PaperSource


def minutes_tables(source: PaperSource, kinds: Sequence[AgendaTable]) -> tuple[MinutesTable, ...]:
    """The tables in the order asked for, each once."""
    make = {AgendaTable.SCORES: _scores, AgendaTable.FINDINGS: _findings, AgendaTable.MEASURES: _measures}
    return tuple(make[kind](source) for kind in dict.fromkeys(kinds))


def _scores(source: PaperSource) -> MinutesTable:
    year = wording.fiscal(source.result_year)
    title = f"ตารางผลการประเมิน ITA {year}"
    result = known_only(score_result(source))
    if result.total.score is None and not result.groups:
        return MinutesTable(AgendaTable.SCORES, title, note=f"ยังไม่ได้บันทึกคะแนน{year}")
    level = f"{result.level_heading} “{result.level}”" if result.level else ""
    return MinutesTable(AgendaTable.SCORES, title, result.columns, tuple(_score_lines(result)), note=level)


def _score_lines(result: ScoreResult) -> Iterator[TableLine]:
    for group in result.groups:
        yield TableLine(_score_cells(result, group.instrument), is_heading=True)
        for row in group.indicators:
            yield TableLine(_score_cells(result, row))
    yield TableLine(_score_cells(result, result.total), is_heading=True)


def _score_cells(result: ScoreResult, row: ScoreRow) -> tuple[str, ...]:
    return (row.label, row.score_text, row.previous_text, row.change_text)[: len(result.columns)]


def _findings(source: PaperSource) -> MinutesTable:
    year = wording.fiscal(source.result_year)
    title = f"ประเด็นจากการวิเคราะห์ผลการประเมิน ITA {year}"
    parts = tuple(finding_parts(source))
    if not parts:
        return MinutesTable(AgendaTable.FINDINGS, title, note=f"ยังไม่ได้บันทึกประเด็นจากการวิเคราะห์{year}")
    heads = finding_heads(parts)
    shown = [n for n, head in enumerate(heads) if head]
    lines = []
    for part in parts:
        lines.append(TableLine((part.heading,), is_heading=True))
        for row in part.rows:
            cells = (row.indicator, row.text, row.cause, row.recommendation)
            lines.append(TableLine(tuple(" ".join(cells[n].split()) for n in shown)))
    return MinutesTable(AgendaTable.FINDINGS, title, tuple(heads[n] for n in shown), tuple(lines))


def _measures(source: PaperSource) -> MinutesTable:
    year = wording.fiscal(source.plan_year)
    title = f"ตารางแนวทางและมาตรการยกระดับผลการประเมิน ITA {year}"
    if not source.measures:
        return MinutesTable(AgendaTable.MEASURES, title, note=f"ยังไม่ได้กำหนดมาตรการของ{year}")
    rows = tuple(wording.plan_row(source, measure) for measure in source.measures)
    return MinutesTable(AgendaTable.MEASURES, title, wording.COLUMNS, rows=rows)
