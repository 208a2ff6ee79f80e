"""A row of buttons, one a division with its count; what there is no room for stands in a menu at its end."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from ita_desktop.domain.follow_up import DivisionCount
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.menus import add_entry

_GAP = 4
_AROUND = 56
"""What a menu button is wider than its words, in pixels."""
_LONGEST = 20
"""Width of a division's name on its button, in letters."""


class DivisionButtons(QWidget):
    """`asked` tells the division whose button was pressed; the height never changes, whatever the counts."""

    asked = Signal(int)

    def __init__(self, numerals: Callable[[], Numerals], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numerals = numerals
        self._counts: list[DivisionCount] = []
        self._buttons: list[QPushButton] = []
        self._more = QPushButton()
        self._more.setProperty("kind", "quiet")
        self._more.setProperty("menu", "true")
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Sequence[DivisionCount]) -> None:
        """Show a button for each, in this order."""
        if list(counts) == self._counts:
            return
        self._counts = list(counts)
        while len(self._buttons) < len(counts):
            self._buttons.append(self._new_button(len(self._buttons)))
        for button, entry in zip(self._buttons, counts, strict=False):
            self._dress(button, entry)
        self._share_room()

    def shown(self) -> list[QPushButton]:
        """The buttons in sight, without the menu's."""
        return [button for button in self._buttons[: len(self._counts)] if not button.isHidden()]

    def tab_order(self) -> list[QWidget]:
        """Everything that the keyboard stops at, from left to right."""
        return [*self._buttons, self._more]

    def overflow(self) -> QMenu | None:
        """The menu of the divisions that there is no room for, or None."""
        return None if self._more.isHidden() else self._menu

    def wanted_width(self) -> int:
        """Width at which every button is in sight, in pixels."""
        return sum(self._widths())

    def sizeHint(self) -> QSize:
        return QSize(0, self._more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        if not self._counts:
            return QSize(0, self._more.sizeHint().height())
        words = self._all_in_menu(len(self._counts))
        return QSize(self.fontMetrics().horizontalAdvance(words) + _AROUND, self._more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _new_button(self, place: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "quiet")
        button.clicked.connect(lambda _=False: self.asked.emit(self._counts[place].division_id))
        self._row.insertWidget(place, button)
        return button

    def _dress(self, button: QPushButton, entry: DivisionCount) -> None:
        metrics = self.fontMetrics()
        name = metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * _LONGEST)
        button.setText(self._numerals().show(f"{name} {entry.count}"))
        button.setToolTip(self._numerals().show(f"แสดงเฉพาะที่เลยกำหนดของ{entry.name} {entry.count} มาตรการ"))
        button.setAccessibleName(self._words(entry))

    def _words(self, entry: DivisionCount) -> str:
        return self._numerals().show(f"{entry.name} {entry.count}")

    def _widths(self) -> list[int]:
        return [button.sizeHint().width() + _GAP for button in self._buttons[: len(self._counts)]]

    def _all_in_menu(self, count: int) -> str:
        return self._numerals().show(f"{count} ส่วนราชการ")

    def _share_room(self) -> None:
        """Show as many buttons as fit; the others, if any, in the menu, which then needs room too."""
        widths = self._widths()
        fitting = len(widths)
        if sum(widths) > self.width() + _GAP:
            self._more.setText(self._numerals().show(f"อีก {len(widths)}"))
            room = self.width() - self._more.sizeHint().width()
            while fitting and sum(widths[:fitting]) > room:
                fitting -= 1
        for place, button in enumerate(self._buttons):
            button.setVisible(place < fitting)
        rest = self._counts[fitting:]
        self._more.setVisible(bool(rest))
        self._more.setText(self._numerals().show(f"อีก {len(rest)}") if fitting else self._all_in_menu(len(rest)))
        self._menu.clear()
        for entry in rest:
            add_entry(self._menu, self._words(entry), partial(self.asked.emit, entry.division_id))
