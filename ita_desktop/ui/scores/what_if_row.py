"""One score to play with: a slider, a field, its change from the real score, and whether it must stay."""

from decimal import Decimal

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QWidget

from ita_desktop.domain.assessment import MAX_SCORE, format_score
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme
from ita_desktop.ui.scores.what_if_slots import Slot
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.score_field import ScoreField

_CENTS = 100
_POINT, _FIVE_POINTS = _CENTS, 5 * _CENTS
UNKNOWN = "ไม่ทราบ"


class ScoreSlider(QSlider):
    """A slider over 0.00 to 100.00; arrows move a point, PageUp and PageDown five; a mark shows the real score."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._actual: Decimal | None = None
        self.setRange(0, int(MAX_SCORE) * _CENTS)
        self.setSingleStep(_POINT)
        self.setPageStep(_FIVE_POINTS)
        self.setMinimumWidth(90)
        self.setMinimumHeight(self.fontMetrics().height() + 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def score(self) -> Decimal:
        """The score that it stands at, two decimals."""
        return Decimal(self.value()).scaleb(-2)

    def stand_at(self, score: Decimal) -> None:
        """Move without telling."""
        self.blockSignals(True)
        self.setValue(int(score * _CENTS))
        self.blockSignals(False)

    def mark(self, actual: Decimal | None) -> None:
        """Show where the real score stands."""
        self._actual = actual
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page past a slider must not move it.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._actual is None:
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        room = self.width() - handle.width()
        x = handle.width() / 2 + room * float(self._actual / MAX_SCORE)
        bottom = self.height() - 1.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.INK))
        painter.drawPolygon(QPolygonF([QPointF(x, bottom - 7), QPointF(x + 5, bottom), QPointF(x - 5, bottom)]))
        painter.end()


class ScoreRow(QObject):
    """The widgets of one slot; `imagined` tells a score tried, None when it is the real one again.

    It makes its widgets but does not lay them out: the panel puts them into one grid, so that all rows align.
    """

    imagined = Signal(str, object)
    moved = Signal(int)
    """Rows to go down from the field."""

    def __init__(self, slot: Slot, numerals: Numerals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.slot = slot
        self._numerals = numerals
        self.lock = QCheckBox()
        self.name = ThaiLabel()
        self.slider = ScoreSlider()
        self.field = WhatIfField(numerals)
        self.field.setMaximumWidth(self.field.minimumWidth())
        self.change = ThaiLabel("", "caption")
        self.change.setWordWrap(False)
        self._show_slot()
        self.slider.valueChanged.connect(lambda _: self._tell(self.slider.score()))
        self.field.typed.connect(self._follow_field)
        self.field.committed.connect(self._take_field)
        self.field.moved.connect(self.moved)

    def show_score(self, score: Decimal | None) -> None:
        """Stand at a score, None for one that is not known; text being typed stays."""
        slot = self.slot
        self.slider.stand_at(slot.lowest if score is None else score)
        if not (self.field.hasFocus() and self.field.isModified()):
            self.field.set_value(score)
        points = None if score is None or slot.actual is None else score - slot.actual
        self.change.setText(self._numerals.show(_change_words(points)))
        self.change.set_tone("" if not points else "good" if points > 0 else "warning")

    def ask_at_least(self, score: Decimal | None) -> None:
        """Say in the empty field what an unknown score must be at least."""
        asked = UNKNOWN if score is None else self._numerals.show(f"≥ {format_score(score)}")
        self.field.setPlaceholderText(asked if self.slot.actual is None else "")

    def _show_slot(self) -> None:
        slot = self.slot
        shown = self._numerals.show(slot.name)
        actual = "ยังไม่ได้กรอกคะแนนจริง" if slot.actual is None else f"คะแนนจริง {format_score(slot.actual)}"
        self.name.setText(shown)
        self.slider.mark(slot.actual)
        self.slider.setAccessibleName(shown)
        self.slider.setToolTip(self._numerals.show(actual))
        self.field.setAccessibleName(shown)
        self.field.setAccessibleDescription(self._numerals.show(actual))
        self.lock.setAccessibleName(f"คงคะแนน {shown} ไว้")
        self.lock.setToolTip("ไม่ให้โปรแกรมเปลี่ยนคะแนนนี้เมื่อหาว่าต้องได้เท่าไร")
        self.ask_at_least(None)
        self.show_score(slot.actual)

    def _follow_field(self, score: Decimal | None) -> None:
        if score is not None:
            self._tell(score)

    def _take_field(self, score: Decimal | None) -> None:
        # An emptied field asks for the real score.
        self.field.setModified(False)
        self._tell(score)

    def _tell(self, score: Decimal | None) -> None:
        shown = self.slot.actual if score is None else score
        self.show_score(shown)
        self.imagined.emit(self.slot.key, None if score == self.slot.actual else score)


class WhatIfField(ScoreField):
    """A score field whose Enter and arrows go to the neighbour's."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            if self.commit():
                self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _change_words(points: Decimal | None) -> str:
    if not points:
        return ""
    return f"▲ เพิ่ม {format_score(points)}" if points > 0 else f"▼ ลด {format_score(-points)}"
