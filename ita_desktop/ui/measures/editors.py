"""Which delegate paints and edits each column of the measures table."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.office import ALL_DIVISIONS
from ita_desktop.ui.measures.cell_delegates import CellDelegate, StatusDelegate, TextDelegate
from ita_desktop.ui.measures.cell_editor import CellEditor
from ita_desktop.ui.measures.columns import (
    BUDGET,
    HEADS,
    INDICATOR,
    METHOD,
    MONITORING,
    NUMBER,
    OUTPUT_TARGET,
    OWNER,
    PERIOD,
    RESPONSIBLE,
    SCORE,
    STATUS,
    TEXT,
    TOPIC,
)
from ita_desktop.ui.measures.line_editors import BudgetEditor, LineEditor, ParagraphEditor
from ita_desktop.ui.measures.list_editor import ALL, ChoiceEditor, ResponsibleEditor
from ita_desktop.ui.measures.period_editor import PeriodEditor
from ita_desktop.ui.measures.text_editor import MeasureTextEditor
from ita_desktop.ui.measures.wording import Wording


def make_delegates(
    wording: Callable[[], Wording], topics: Callable[[], Sequence[str]], owner: QWidget
) -> dict[str, CellDelegate]:
    """The delegates by column key; editors are made with the wording, and offer the topics, of the moment."""

    def indicator(parent: QWidget) -> CellEditor:
        words = wording()
        entries = [(label, code) for code, label in words.indicator_labels.items()]
        return ChoiceEditor([*entries, ("ยังไม่เลือก", "")], words.numerals, parent)

    def responsible(parent: QWidget) -> CellEditor:
        words = wording()
        divisions = [(division.name, division.id) for division in words.divisions]
        return ResponsibleEditor([(ALL_DIVISIONS, ALL), *divisions], words.numerals, parent)

    def status(parent: QWidget) -> CellEditor:
        return ChoiceEditor([(status.words, status) for status in MeasureStatus], wording().numerals, parent)

    def paragraphs(key: str) -> CellDelegate:
        return CellDelegate(lambda parent: ParagraphEditor(HEADS[key], parent), parent=owner)

    return {
        NUMBER: CellDelegate(parent=owner),
        INDICATOR: CellDelegate(indicator, "เลือกตัวชี้วัด", owner),
        TEXT: TextDelegate(MeasureTextEditor, "พิมพ์แนวทางที่นี่", owner),
        RESPONSIBLE: CellDelegate(responsible, "เลือกผู้รับผิดชอบ", owner),
        PERIOD: CellDelegate(lambda parent: PeriodEditor(wording(), parent), "พิมพ์ระยะเวลา", owner),
        SCORE: CellDelegate(parent=owner),
        METHOD: paragraphs(METHOD),
        MONITORING: paragraphs(MONITORING),
        OUTPUT_TARGET: paragraphs(OUTPUT_TARGET),
        OWNER: CellDelegate(lambda parent: LineEditor(HEADS[OWNER], wording().officers, parent), parent=owner),
        TOPIC: CellDelegate(lambda parent: LineEditor(HEADS[TOPIC], topics(), parent), parent=owner),
        BUDGET: CellDelegate(lambda parent: BudgetEditor(wording().numerals, parent), parent=owner),
        STATUS: StatusDelegate(status, parent=owner),
    }
