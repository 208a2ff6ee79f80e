"""The frame of the dialogs that offer measures: what it is about, the offer, one button that adds the chosen ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ita_desktop.errors import UserError
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.labels import ThaiLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.domain.measure import Measure
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.measures.wording import Wording

    Add = Callable[[Sequence[Measure], str], object]


class SourceDialog(QDialog):
    """Hands the chosen measures to `add` in one step and closes; stays open with all choices when that fails."""

    def __init__(self, title: str, kind: str, context: Context, wording: Wording, add: Add, parent: QWidget) -> None:
        """`kind` follows the count in the step's words: `เพิ่ม 3 มาตรการแนะนำ`."""
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.context = context
        self.wording = wording
        self._kind = kind
        self._add = add
        self.lead = ThaiLabel()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.agree = QPushButton()
        self.agree.setDefault(True)
        self.cancel = QPushButton("ยกเลิก")
        self.buttons = foot(self.agree, self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.lead)
        layout.addLayout(self.body, 1)
        layout.addLayout(self.buttons)
        self.agree.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self.resize(opening_size(self.sizeHint(), parent))

    def chosen(self) -> list[Measure]:
        """The measures that the clerk has ticked, as they would be added."""
        raise NotImplementedError

    def count(self) -> None:
        """Say on the button how many measures would be added."""
        number = len(self.chosen())
        self.agree.setText(self.show_numbers(f"เพิ่ม {number} มาตรการ" if number else "เพิ่มมาตรการ"))
        self.agree.setEnabled(number > 0)

    def put_left(self, *widgets: QWidget) -> None:
        """Stand these at the left of the buttons' row."""
        for place, widget in enumerate(widgets):
            self.buttons.insertWidget(place, widget)

    def show_empty(self, head: str, sentence: str) -> None:
        """Stand a page in place of the offer that says why there is none and what to do."""
        card = Card(head)
        card.body.addWidget(ThaiLabel(sentence))
        card.body.addStretch(1)
        self.body.addWidget(card, 1)
        self.lead.hide()
        self.agree.hide()
        self.cancel.setText("ปิด")
        line = self.fontMetrics().lineSpacing()
        self.resize(opening_size(QSize(30 * line, 11 * line), self.parentWidget()))

    def show_numbers(self, text: str) -> str:
        """The text in the office's digits."""
        return self.wording.numerals.show(text)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(46 * line, 28 * line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a line ends the typing there; it must not add everything and close.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), QLineEdit):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        measures = self.chosen()
        if not measures:
            return
        try:
            self._add(measures, self.show_numbers(f"เพิ่ม {len(measures)} {self._kind}"))
        except UserError as error:
            self.context.say.within(self).error(error)
            return
        self.context.say.tell(self.show_numbers(f"เพิ่ม {len(measures)} มาตรการแล้ว กดเลิกทำ (Ctrl+Z) หากไม่ต้องการ"))
        self.accept()
