"""A month of the Buddhist Era to pick a day from; Qt's own calendar knows no พ.ศ."""

from calendar import Calendar, monthrange
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ita_desktop.thai.dates import BE_OFFSET, MONTHS, format_date
from ita_desktop.thai.digits import Numerals

_SUNDAY_FIRST = Calendar(firstweekday=6)
_WEEKDAYS = (
    ("อา.", "วันอาทิตย์"),
    ("จ.", "วันจันทร์"),
    ("อ.", "วันอังคาร"),
    ("พ.", "วันพุธ"),
    ("พฤ.", "วันพฤหัสบดี"),
    ("ศ.", "วันศุกร์"),
    ("ส.", "วันเสาร์"),
)
_WEEKS = 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class ThaiCalendar(QFrame):
    """Six weeks of days; arrows move by day and week, PageUp and PageDown by month, Enter picks."""

    picked = Signal(object)
    """The `date` that was chosen."""

    def __init__(self, numerals: Numerals, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar")
        self.setProperty("role", "calendar")
        self.setWindowFlags(Qt.WindowType.Popup)
        self._numerals = numerals
        self._today = today
        self._day = today
        self._head = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._head.setProperty("role", "field")
        self._buttons = [self._day_button() for _ in range(_WEEKS * 7)]
        self._build()
        self.show_day(today)

    def show_day(self, day: date) -> None:
        """Turn to the day's month and select the day."""
        self._day = day
        self._head.setText(self._numerals.show(f"{MONTHS[day.month - 1]} พ.ศ. {day.year + BE_OFFSET}"))
        first = next(_SUNDAY_FIRST.itermonthdates(day.year, day.month))
        for offset, button in enumerate(self._buttons):
            shown = first + timedelta(days=offset)
            button.setText(self._numerals.show(str(shown.day)))
            button.setAccessibleName(format_date(shown, era=True))
            button.setProperty("day", shown)
            button.setProperty("other", shown.month != day.month)
            button.setProperty("today", shown == self._today)
            button.setChecked(shown == day)
            button.style().unpolish(button)
            button.style().polish(button)

    def day(self) -> date:
        """The selected day."""
        return self._day

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        head = QGridLayout()
        turns = (("«", "ปีก่อน", -12), ("‹", "เดือนก่อน", -1), ("›", "เดือนถัดไป", 1), ("»", "ปีถัดไป", 12))
        for column, (sign, name, months) in zip((0, 1, 3, 4), turns, strict=True):
            button = QToolButton()
            button.setText(sign)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, by=months: self._turn(by))
            head.addWidget(button, 0, column)
        head.addWidget(self._head, 0, 2)
        head.setColumnStretch(2, 1)
        layout.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(1)
        for column, (short, name) in enumerate(_WEEKDAYS):
            label = QLabel(short, alignment=Qt.AlignmentFlag.AlignCenter)
            label.setProperty("role", "caption")
            label.setAccessibleName(name)
            grid.addWidget(label, 0, column)
        for index, button in enumerate(self._buttons):
            grid.addWidget(button, 1 + index // 7, index % 7)
        layout.addLayout(grid)

    def _day_button(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._pick(button.property("day")))
        return button

    def _turn(self, months: int) -> None:
        index = self._day.year * 12 + self._day.month - 1 + months
        year, month = index // 12, index % 12 + 1
        self.show_day(date(year, month, min(self._day.day, monthrange(year, month)[1])))

    def _pick(self, day: date) -> None:
        self.show_day(day)
        self.picked.emit(day)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.show_day(self._day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self._day)
        else:
            super().keyPressEvent(event)
