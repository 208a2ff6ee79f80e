"""The editor of a measure's text: a title, often empty, and one bullet a line."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from ita_desktop.thai.clean import clean_line, clean_lines
from ita_desktop.ui.measures.cell_editor import CellEditor
from ita_desktop.ui.measures.columns import MeasureText
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.text_edit import ThaiPlainTextEdit

_LINES = 5


class MeasureTextEditor(CellEditor):
    """Opens in the bullets; the title is one Shift+Tab before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLine()
        self.title.setPlaceholderText("ชื่อมาตรการ (ไม่มีก็ได้)")
        self.title.setAccessibleName("ชื่อมาตรการ")
        self.bullets = ThaiPlainTextEdit(_LINES)
        self.bullets.setPlaceholderText("พิมพ์แนวทาง บรรทัดละหนึ่งข้อ")
        self.bullets.setAccessibleName("แนวทาง บรรทัดละหนึ่งข้อ")
        hint = QLabel("ขึ้นบรรทัดใหม่ = ข้อใหม่   Ctrl+Enter บันทึก   Esc ยกเลิก")
        hint.setProperty("role", "caption")
        self.body.addWidget(self.title)
        self.body.addWidget(self.bullets, 1)
        self.body.addWidget(hint)
        self.watch(self.title, self.bullets)
        self.setFocusProxy(self.bullets)

    def fill(self, value: MeasureText) -> None:
        """Show the title and the bullets."""
        self._filled = value
        self.title.setText(value.title)
        self.bullets.setPlainText("\n".join(value.actions))
        self.bullets.document().setModified(False)
        self.bullets.moveCursor(QTextCursor.MoveOperation.End)

    def value(self) -> MeasureText:
        """The title and the bullets as typed, without bullet marks."""
        title = clean_line(self.title.text())
        if not self.bullets.document().isModified():
            # Reading and writing back must not change what an import brought.
            return MeasureText(title, self._filled.actions) if title != self._filled.title else self._filled
        return MeasureText(title, clean_lines(self.bullets.toPlainText()))
