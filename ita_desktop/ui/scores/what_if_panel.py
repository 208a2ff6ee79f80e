"""The panel of sliders and fields, in one grid under their instruments."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.framework import Framework, Instrument
from ita_desktop.domain.scoring import Outcome
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.scores.what_if_row import UNKNOWN, ScoreRow
from ita_desktop.ui.scores.what_if_slots import Slot
from ita_desktop.ui.widgets.labels import ThaiLabel

_LOCK, _NAME, _SLIDER, _FIELD, _CHANGE = range(5)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WhatIfPanel(QWidget):
    """Shows a row for each slot; `imagined` tells a score tried by its key, None when it is the real one again."""

    imagined = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots: tuple[Slot, ...] = ()
        self._numerals: Numerals | None = None
        self._rows: dict[str, ScoreRow] = {}
        self._means: dict[Instrument, ThaiLabel] = {}
        self._heads: list[ThaiLabel] = []
        self._change_head = ThaiLabel()
        self._shows_changes = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(_NAME, 6)
        self._grid.setColumnStretch(_SLIDER, 5)

    def show_slots(self, framework: Framework, slots: Sequence[Slot], numerals: Numerals) -> None:
        """Build the rows anew where they are others than before; locks stay with their slots."""
        if (tuple(slots), numerals) == (self._slots, self._numerals):
            return
        locked = self.locked()
        self._clear()
        self._slots, self._numerals = tuple(slots), numerals
        line = self._add_heads()
        for instrument in framework.weights:
            own = [slot for slot in slots if slot.instrument is instrument]
            if own[0].is_indicator:
                line = self._add_instrument(instrument, framework.weights[instrument], line)
            for slot in own:
                line = self._add_row(slot, line, is_locked=slot.key in locked)
        order = [self._rows[slot.key] for slot in slots]
        for n, row in enumerate(order):
            row.moved.connect(lambda steps, n=n: order[min(max(n + steps, 0), len(order) - 1)].field.setFocus())
        self._order_tabs(order)
        self.show_changes(self._shows_changes)

    def show_scores(self, tried: Mapping[str, Decimal], found: Outcome, numerals: Numerals) -> None:
        """Stand every row at the score tried, else at the real one, and show what the instruments become."""
        for key, row in self._rows.items():
            row.show_score(tried.get(key, row.slot.actual))
        for instrument, label in self._means.items():
            score = found.instruments.get(instrument)
            label.setText(numerals.show(format_score(score.value) if score else UNKNOWN))

    def ask_at_least(self, asked: Mapping[str, Decimal]) -> None:
        """Say in rows of unknown scores what they must be at least."""
        for key, row in self._rows.items():
            row.ask_at_least(asked.get(key))

    def show_changes(self, shown: bool) -> None:
        """Show or leave out how far each score is from the real one; the sliders' marks show it too."""
        self._shows_changes = shown
        self._change_head.setVisible(shown)
        for row in self._rows.values():
            row.change.setVisible(shown)
        self._grid.setColumnMinimumWidth(_CHANGE, self._change_width() if shown else 0)

    def locked(self) -> frozenset[str]:
        """The keys of the scores that must stay."""
        return frozenset(key for key, row in self._rows.items() if row.lock.isChecked())

    def free(self) -> frozenset[str]:
        """The keys of the scores that may change."""
        return frozenset(self._rows) - self.locked()

    def row(self, key: str) -> ScoreRow:
        """The row of a slot; `KeyError` when there is none."""
        return self._rows[key]

    def commit(self) -> bool:
        """Take what is being typed; False when a field cannot be read."""
        unread = [row for row in self._rows.values() if not row.field.commit()]
        return not unread

    def drop_typing(self) -> None:
        """Forget text that is being typed or cannot be read."""
        for row in self._rows.values():
            row.field.setModified(False)

    def _add_heads(self) -> int:
        for column, words in ((_LOCK, "คงไว้"), (_FIELD, "คะแนนที่ลอง"), (_CHANGE, "จากเดิม")):
            head = ThaiLabel(words, "caption")
            head.setWordWrap(False)
            self._heads.append(head)
            self._grid.addWidget(head, 0, column, _RIGHT if column == _FIELD else Qt.AlignmentFlag.AlignVCenter)
        self._change_head = self._heads[-1]
        return 1

    def _add_instrument(self, instrument: Instrument, weight: Decimal, line: int) -> int:
        numerals = self._numerals or Numerals.ARABIC
        head = ThaiLabel(numerals.show(f"{instrument} (น้ำหนักร้อยละ {weight * 100:.0f})"), "field")
        mean = ThaiLabel("", "field")
        mean.setWordWrap(False)
        mean.setAlignment(_RIGHT)
        mean.setContentsMargins(0, 0, 10, 0)
        self._means[instrument] = mean
        self._heads += [head, mean]
        self._grid.addWidget(head, line, _LOCK, 1, 3)
        self._grid.addWidget(mean, line, _FIELD)
        return line + 1

    def _add_row(self, slot: Slot, line: int, *, is_locked: bool) -> int:
        row = ScoreRow(slot, self._numerals or Numerals.ARABIC, self)
        row.lock.setChecked(is_locked)
        row.imagined.connect(self.imagined)
        self._rows[slot.key] = row
        self._grid.addWidget(row.lock, line, _LOCK, Qt.AlignmentFlag.AlignCenter)
        for column, widget in ((_NAME, row.name), (_SLIDER, row.slider), (_FIELD, row.field), (_CHANGE, row.change)):
            self._grid.addWidget(widget, line, column)
        return line + 1

    def _change_width(self) -> int:
        """Room for the longest change, so that the rows stand still while a slider moves."""
        return self.fontMetrics().horizontalAdvance("▲ เพิ่ม ๑๐๐.๐๐")

    def _order_tabs(self, order: Sequence[ScoreRow]) -> None:
        chain = [widget for row in order for widget in (row.slider, row.field, row.lock)]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _clear(self) -> None:
        for row in self._rows.values():
            for widget in (row.lock, row.name, row.slider, row.field, row.change):
                widget.hide()
                widget.deleteLater()
            row.deleteLater()
        for label in self._heads:
            label.hide()
            label.deleteLater()
        self._rows, self._means, self._heads = {}, {}, []
        while self._grid.takeAt(0) is not None:
            pass
