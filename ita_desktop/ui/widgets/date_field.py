"""The field for a Thai date: free typing, with a พ.ศ. calendar beside it."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ita_desktop import paths
from ita_desktop.thai.dates import format_date, parse_date
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.calendar import ThaiCalendar
from ita_desktop.ui.widgets.parsed_line import ParsedLine


class ThaiDateField(ParsedLine[date]):
    """A date in พ.ศ.; Up and Down move by a day, Alt+Down or F4 opens the calendar."""

    def __init__(
        self,
        numerals: Numerals,
        today: Callable[[], date],
        *,
        required: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._numerals = numerals
        self._today = today
        super().__init__(
            parse_date, lambda day: self._numerals.show(format_date(day)), required=required, parent=parent
        )
        self._calendar: ThaiCalendar | None = None
        self.setPlaceholderText(numerals.show("เช่น 12 ม.ค. 2569"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("๒๘ กุมภาพันธ์ ๒๕๖๙") + 62)
        opener = QAction(QIcon(str(paths.resources() / "icons" / "calendar.svg")), "เปิดปฏิทิน", self)
        opener.triggered.connect(self.open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)

    def set_numerals(self, numerals: Numerals) -> None:
        """Show the date in these digits; wrong text stays as it is."""
        self._numerals = numerals
        self._calendar = None
        self.setPlaceholderText(numerals.show("เช่น 12 ม.ค. 2569"))
        if not self.problem():
            self.set_value(self.value())

    def open_calendar(self) -> None:
        """Show the calendar below the field, on the field's date or today."""
        if self._calendar is None:
            self._calendar = ThaiCalendar(self._numerals, self._today(), self)
            self._calendar.picked.connect(self._take)
        self._calendar.show_day(self.value() or self._today())
        self._calendar.adjustSize()
        corner = self.mapToGlobal(self.rect().bottomLeft())
        room = self.screen().availableGeometry()
        if corner.y() + self._calendar.height() > room.bottom():
            corner.setY(self.mapToGlobal(self.rect().topLeft()).y() - self._calendar.height())
        corner.setX(max(room.left(), min(corner.x(), room.right() - self._calendar.width())))
        self._calendar.move(corner)
        self._calendar.show()
        self._calendar.setFocus()

    def _take(self, day: date) -> None:
        self.setText(self._numerals.show(format_date(day)))
        self.commit()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        opens = key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if opens:
            self.open_calendar()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.commit() and self.value() is not None:
            step = timedelta(days=1 if key == Qt.Key.Key_Up else -1)
            self._take(self._stored() + step)
        else:
            super().keyPressEvent(event)

    def _stored(self) -> date:
        return self.value() or self._today()
