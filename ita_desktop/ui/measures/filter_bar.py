"""Search and filters over the measures table."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.ui.measures.wording import LATE, Wording

_ALL, _NONE, _LATE = "", "none", "late"


class FilterBar(QWidget):
    """A search field and three choices; `changed` tells that other rows shall be shown."""

    changed = Signal()
    left_downwards = Signal()
    """Enter or Down in the search field: on to the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording: Wording | None = None
        self.search = _SearchField()
        self.search.setPlaceholderText("ค้นหาในทุกช่อง (Ctrl+F)")
        self.search.setAccessibleName("ค้นหามาตรการ")
        self.search.setClearButtonEnabled(True)
        self.indicator, self.division, self.status = QComboBox(), QComboBox(), QComboBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 5)
        names = ((self.indicator, "กรองตามตัวชี้วัด"), (self.division, "กรองตามผู้รับผิดชอบ"), (self.status, "กรองตามสถานะ"))
        for box, name in names:
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(11)
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
            row.addWidget(box, 3)
        self.search.textChanged.connect(lambda _: self.changed.emit())
        self.search.left_downwards.connect(self.left_downwards)

    def offer(self, wording: Wording) -> bool:
        """Offer what this year and office have; True when something chosen does not exist any more."""
        self._wording = wording
        chosen = self._chosen()
        indicators = [(label, code) for code, label in wording.indicator_labels.items()]
        _fill(self.indicator, [("ทุกตัวชี้วัด", _ALL), *indicators, ("ยังไม่เลือกตัวชี้วัด", _NONE)])
        divisions = [(division.name, str(division.id)) for division in wording.divisions]
        _fill(self.division, [("ผู้รับผิดชอบทั้งหมด", _ALL), *divisions, ("ยังไม่ระบุผู้รับผิดชอบ", _NONE)])
        statuses = [(status.words, status.value) for status in MeasureStatus]
        _fill(self.status, [("ทุกสถานะ", _ALL), *statuses, (LATE, _LATE)])
        return any(chosen) and self._chosen() != chosen

    def accepts(self) -> Callable[[Measure], bool] | None:
        """Which measures the three choices let through; None when they let all through."""
        indicator, division, status = self._chosen()
        if not (indicator or division or status) or self._wording is None:
            return None
        today = self._wording.today

        def accepted(measure: Measure) -> bool:
            return (
                (not indicator or measure.indicator_code == (indicator if indicator != _NONE else ""))
                and (not division or _answers(measure, division))
                and (not status or (measure.is_late(today) if status == _LATE else measure.status == status))
            )

        return accepted

    def is_active(self) -> bool:
        """Whether some measures may be hidden."""
        return bool(self.search.text().strip()) or self.accepts() is not None

    def clear(self) -> None:
        """Let every measure through."""
        self.search.clear()
        for box in (self.indicator, self.division, self.status):
            box.setCurrentIndex(0)

    def show_late(self) -> None:
        """Let only late measures through."""
        self.clear()
        self.status.setCurrentIndex(self.status.findData(_LATE))

    def preset(self, measure: Measure) -> Measure:
        """The new measure with what the filters ask for, so that it is shown beside its like."""
        code, division, _ = self._chosen()
        ids = (int(division),) if division and division != _NONE else ()
        return replace(measure, indicator_code=code if code != _NONE else "", division_ids=ids)

    def _chosen(self) -> tuple[str, str, str]:
        indicator, division, status = (box.currentData() or "" for box in (self.indicator, self.division, self.status))
        return indicator, division, status


class _SearchField(QLineEdit):
    """A line edit that Down and Enter leave for the table and Esc clears."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _answers(measure: Measure, division: str) -> bool:
    if division == _NONE:
        return not measure.division_ids and not measure.all_divisions
    return measure.all_divisions or int(division) in measure.division_ids


def _fill(box: QComboBox, entries: list[tuple[str, str]]) -> None:
    if [(box.itemText(n), box.itemData(n)) for n in range(box.count())] == entries:
        return
    chosen = box.currentData()
    blocked = box.blockSignals(True)
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(blocked)
