"""Which delegate paints and edits each column of the measures table."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.office import ALL_DIVISIONS
from ita_desktop.ui.measures.cell_delegates import CellDelegate, StatusDelegate, TextDelegate
from ita_desktop.ui.measures.cell_editor import CellEditor
from ita_desktop.ui.measures.columns import INDICATOR, NUMBER, PERIOD, RESPONSIBLE, STATUS, TEXT
from ita_desktop.ui.measures.list_editor import ALL, ChoiceEditor, ResponsibleEditor
from ita_desktop.ui.measures.period_editor import PeriodEditor
from ita_desktop.ui.measures.text_editor import MeasureTextEditor
from ita_desktop.ui.measures.wording import Wording


def make_delegates(wording: Callable[[], Wording], owner: QWidget) -> dict[str, CellDelegate]:
    """The delegates by column key; editors are made with the wording of the moment."""

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

    return {
        NUMBER: CellDelegate(parent=owner),
        INDICATOR: CellDelegate(indicator, "เลือกตัวชี้วัด", owner),
        TEXT: TextDelegate(MeasureTextEditor, "พิมพ์แนวทางที่นี่", owner),
        RESPONSIBLE: CellDelegate(responsible, "เลือกผู้รับผิดชอบ", owner),
        PERIOD: CellDelegate(lambda parent: PeriodEditor(wording(), parent), "พิมพ์ระยะเวลา", owner),
        STATUS: StatusDelegate(status, parent=owner),
    }
