"""Search and filters over the measures table."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.follow_up import EVERY_DIVISION, NOBODY, NOBODY_WORDS, Timing, responsible_ids, timing
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.office import ALL_DIVISIONS
from ita_desktop.ui.measures.filter_fields import ChoiceBox, SearchField
from ita_desktop.ui.measures.wording import Wording

_ALL, _NONE, _LATE, _DUE_SOON = "", "none", "late", "due_soon"
_REMARKS, _NO_FINDING, _NO_PERIOD, _NOT_FOLLOWED = "remarks", "no_finding", "no_period", "not_followed"
_ONE_ROW = 138
"""Width in letters from which on everything has room in one row, whatever is said at its end."""
_GAP = 8


class FilterBar(QWidget):
    """A search field and four choices; `changed` tells that other rows shall be shown.

    Where it is narrow, the choices stand in a row of their own, which is there when it is asked for or in use.
    """

    changed = Signal()
    left_downwards = Signal()
    """Enter or Down in the search field: on to the table."""

    def __init__(self, has_remarks: Callable[[Measure], bool], parent: QWidget | None = None) -> None:
        """`has_remarks` tells whether something should be looked at in a measure."""
        super().__init__(parent)
        self._has_remarks = has_remarks
        self._is_own_only = False
        self._followed: frozenset[int] = frozenset()
        self._wording: Wording | None = None
        self.search = SearchField("ค้นหามาตรการ", "ค้นหาในทุกช่อง (Ctrl+F)", "ค้นหา")
        self.indicator = ChoiceBox("กรองตามตัวชี้วัด")
        self.division = ChoiceBox("กรองตามผู้รับผิดชอบ")
        self.status = ChoiceBox("กรองตามสถานะ")
        self.lack = ChoiceBox("กรองตามข้อควรตรวจ")
        self.choices = QWidget()
        self.choose = QPushButton("ตัวกรอง")
        self.choose.setCheckable(True)
        self.choose.setToolTip("แสดงตัวกรองตามตัวชี้วัด ผู้รับผิดชอบ สถานะ และข้อควรตรวจ")
        self.show_all = QPushButton("แสดงทั้งหมด")
        self.show_all.setProperty("kind", "quiet")
        self.show_all.setToolTip("ล้างคำค้นและตัวกรอง แสดงมาตรการทั้งหมดของปี")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self.choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(_GAP)
        for box in self._boxes():
            inside.addWidget(box, 1)
        self._row, self._rows = QHBoxLayout(), QVBoxLayout(self)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.search, 5)
        self._row.addWidget(self.choices, 12)
        self._row.addWidget(self.choose)
        self._row.addWidget(self.show_all)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self._rows.addLayout(self._row)
        self.choose.hide()
        self.note_rows(has_any=False)

    def _connect(self) -> None:
        for box in self._boxes():
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.search.textChanged.connect(lambda _: self.changed.emit())
        self.division.activated.connect(lambda _: self._take_whole_division())
        self.search.left_downwards.connect(self.left_downwards)
        self.show_all.clicked.connect(lambda _=False: self.clear())
        self.choose.toggled.connect(lambda _: self._show_choices())
        self.changed.connect(self._show_choices)

    def stand_at_end(self, widget: QWidget) -> None:
        """Let the widget end the row of the search field."""
        self._row.addWidget(widget)

    def note_rows(self, *, has_any: bool) -> None:
        """Let the clerk search and choose where the year has measures, and clear what was asked for."""
        for widget in (self.search, self.choices, self.choose):
            widget.setEnabled(has_any)
        self.show_all.setEnabled(self.is_active())

    def _show_choices(self) -> None:
        """Let the choices stand in the one row, or below it when they are asked for or in use."""
        is_narrow = self.width() < _ONE_ROW * self.fontMetrics().averageCharWidth()
        if is_narrow != (self._rows.indexOf(self.choices) >= 0):
            self._row.removeWidget(self.choices)
            self._rows.removeWidget(self.choices)
            if is_narrow:
                self._rows.addWidget(self.choices)
            else:
                self._row.insertWidget(1, self.choices, 12)
        self.choose.setVisible(is_narrow)
        self.choices.setVisible(not is_narrow or self.choose.isChecked() or any(self._chosen()))

    def offer(self, wording: Wording) -> bool:
        """Offer what this year and office have; True when something chosen does not exist any more."""
        self._wording = wording
        chosen = self._chosen()
        indicators = [(label, code) for code, label in wording.indicator_labels.items()]
        _fill(self.indicator, [("ทุกตัวชี้วัด", _ALL), *indicators, ("ยังไม่เลือกตัวชี้วัด", _NONE)])
        divisions = [(division.name, str(division.id)) for division in wording.divisions]
        every = (ALL_DIVISIONS, str(EVERY_DIVISION))
        _fill(self.division, [("ทุกผู้รับผิดชอบ", _ALL), *divisions, every, (NOBODY_WORDS, _NONE)])
        statuses = [(status.words, status.value) for status in MeasureStatus]
        times = [(Timing.LATE.words, _LATE), (Timing.DUE_SOON.words, _DUE_SOON)]
        _fill(self.status, [("ทุกสถานะ", _ALL), *statuses, *times])
        lacks = [("มีข้อควรตรวจ", _REMARKS), ("ยังไม่โยงกับประเด็น", _NO_FINDING), ("ยังไม่มีระยะเวลา", _NO_PERIOD)]
        _fill(self.lack, [("ทุกรายการ", _ALL), *lacks, ("ยังไม่มีการติดตาม", _NOT_FOLLOWED)])
        return any(chosen) and self._chosen() != chosen

    @property
    def is_offering(self) -> bool:
        """Whether the choices have been filled in."""
        return self._wording is not None

    def note_followed(self, ids: frozenset[int]) -> None:
        """The measures that anybody has followed up."""
        self._followed = ids

    def accepts(self) -> Callable[[Measure], bool] | None:
        """Which measures the choices let through; None when they let all through."""
        indicator, division, status, lack = self._chosen()
        if self._wording is None:
            return None
        tests: list[Callable[[Measure], bool]] = []
        if indicator:
            code = indicator if indicator != _NONE else ""
            tests.append(lambda measure: measure.indicator_code == code)
        if division:
            tests.append(self._answers(division))
        if status:
            tests.append(self._stands(status))
        if lack:
            tests.append(self._lacks(lack))
        return (lambda measure: all(test(measure) for test in tests)) if tests else None

    def _answers(self, division: str) -> Callable[[Measure], bool]:
        known = self._wording.division_names if self._wording is not None else {}
        if division == _NONE:
            return lambda measure: responsible_ids(measure, known) == (NOBODY,)
        wanted = {int(division)} if self._is_own_only else {int(division), EVERY_DIVISION}
        return lambda measure: bool(wanted.intersection(responsible_ids(measure, known)))

    def _stands(self, status: str) -> Callable[[Measure], bool]:
        today = self._wording.today if self._wording is not None else date.min
        when = {_LATE: Timing.LATE, _DUE_SOON: Timing.DUE_SOON}.get(status)
        if when is not None:
            return lambda measure: timing(measure, today) is when
        return lambda measure: measure.status == status

    def _lacks(self, lack: str) -> Callable[[Measure], bool]:
        return {
            _REMARKS: self._has_remarks,
            _NO_FINDING: lambda measure: not measure.finding_ids,
            _NO_PERIOD: lambda measure: not measure.period.is_read,
            _NOT_FOLLOWED: lambda measure: measure.id not in self._followed,
        }[lack]

    def is_active(self) -> bool:
        """Whether some measures may be hidden."""
        return bool(self.search.text().strip()) or self.accepts() is not None

    def clear(self) -> None:
        """Let every measure through."""
        self._is_own_only = False
        self.search.clear()
        for box in self._boxes():
            box.setCurrentIndex(0)

    def show_late(self, division_id: int = 0) -> None:
        """Let only late measures through: of a division, of all together or of nobody (domain/follow_up), or all."""
        self._show_only(self.status, _LATE)
        if division_id:
            # As many as the strip counted: those of all divisions together are counted by themselves.
            self._is_own_only = True
            data = _NONE if division_id == NOBODY else str(division_id)
            self.division.setCurrentIndex(max(0, self.division.findData(data)))

    def _take_whole_division(self) -> None:
        if self._is_own_only:
            self._is_own_only = False
            self.changed.emit()

    def show_due_soon(self) -> None:
        """Let only measures through whose end is near."""
        self._show_only(self.status, _DUE_SOON)

    def show_remarked(self) -> None:
        """Let only measures through in which something should be looked at."""
        self._show_only(self.lack, _REMARKS)

    def _show_only(self, box: QComboBox, value: str) -> None:
        self.clear()
        box.setCurrentIndex(box.findData(value))

    def preset(self, measure: Measure) -> Measure:
        """The new measure with what the filters ask for, so that it is shown beside its like."""
        code, division, *_ = self._chosen()
        every = division == str(EVERY_DIVISION)
        ids = (int(division),) if division and division != _NONE and not every else ()
        code = code if code != _NONE else ""
        return replace(measure, indicator_code=code, division_ids=ids, all_divisions=every)

    def _chosen(self) -> tuple[str, str, str, str]:
        indicator, division, status, lack = (box.currentData() or "" for box in self._boxes())
        return indicator, division, status, lack

    def _boxes(self) -> tuple[ChoiceBox, ...]:
        return self.indicator, self.division, self.status, self.lack

    def minimumSizeHint(self) -> QSize:
        # The choices make room by themselves: a window may be narrower than one row of everything.
        least = super().minimumSizeHint()
        if self._row.indexOf(self.choices) >= 0:
            return QSize(least.width() - self.choices.minimumSizeHint().width() - _GAP, least.height())
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_choices()


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
