"""How an offered measure reads in a list: its words, who and when, and what is to be known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.ui.widgets.check_entry import Line, Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_desktop.domain.measure import Measure
    from ita_desktop.ui.measures.wording import Wording

THERE = "มีในแผนแล้ว"


def measure_lines(measure: Measure, wording: Wording) -> list[Line]:
    """Title and bullets as the table shows them."""
    show = wording.numerals.show
    title = [Line(show(measure.title), Look.STRONG)] if measure.title else []
    several = len(measure.actions) > 1 or bool(measure.title)
    return title + [Line(show(f"• {each}" if several else each)) for each in measure.actions]


def facts(measure: Measure, wording: Wording) -> str:
    """Who and when in one line; empty when neither is set."""
    who = [part for part in (wording.responsible(measure).replace("\n", " "), measure.owner) if part]
    return wording.numerals.show(" · ".join((*who, *filter(None, [wording.period(measure)]))))


def quiet_lines(texts: Iterable[str]) -> Iterator[Line]:
    """Each text that says something, in the ink of what stands beside the matter."""
    return (Line(text, Look.QUIET) for text in texts if text)


def remark_lines(remarks: Sequence[str], wording: Wording, *, is_there: bool = False) -> list[Line]:
    """That the plan has the measure already, and the remarks."""
    there = [Line(THERE, Look.THERE)] if is_there else []
    return there + [Line(wording.numerals.show(remark), Look.REMARK) for remark in remarks]
