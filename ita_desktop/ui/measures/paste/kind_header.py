"""The head of the pasted table: a list above each column says what the column is."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from ita_desktop.measures_import import ColumnKind

_ROOM = 4


class KindHeader(QHeaderView):
    """Keeps one list above each column but the first, however the columns are moved or widened."""

    chosen = Signal(int, str)
    """A column of the table and the kind chosen for it."""
    reached = Signal(int)
    """The column whose list got the focus: it may lie out of sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.boxes: list[QComboBox] = []
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sectionResized.connect(lambda *_: self.place())

    def offer(self, count: int) -> None:
        """Lists for so many columns."""
        for box in self.boxes:
            box.deleteLater()
        self.boxes = [self._box(column) for column in range(count)]
        self.place()

    def show_kinds(self, kinds: tuple[ColumnKind, ...]) -> None:
        """The kinds as they are read now."""
        for box, kind in zip(self.boxes, kinds, strict=True):
            box.setCurrentIndex(list(ColumnKind).index(kind))

    def place(self) -> None:
        """Put every list over its column."""
        for column, box in enumerate(self.boxes, start=1):
            left = self.sectionViewportPosition(column) + _ROOM
            box.setGeometry(left, _ROOM, self.sectionSize(column) - 2 * _ROOM, self.height() - 2 * _ROOM)
            box.setVisible(left > -self.sectionSize(column))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        height = max((box.sizeHint().height() for box in self.boxes), default=hint.height())
        return QSize(hint.width(), height + 2 * _ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and watched in self.boxes:
            self.reached.emit(self.boxes.index(watched))
        # The wheel scrolls the table; over a list it would change what the column is.
        return event.type() is QEvent.Type.Wheel or super().eventFilter(watched, event)

    def _box(self, column: int) -> QComboBox:
        box = QComboBox(self.viewport())
        for kind in ColumnKind:
            box.addItem(kind.words, kind.value)
        box.setAccessibleName(f"คอลัมน์ที่ {column + 1} คือ")
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        box.activated.connect(lambda _: self.chosen.emit(column, str(box.currentData())))
        box.show()
        return box
