"""The dialog for all that the first-run page did not ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ita_desktop.domain.topics import Topic
from ita_desktop.services import office as office_service
from ita_desktop.ui.office.divisions_page import DivisionsPage
from ita_desktop.ui.office.office_page import OfficePage
from ita_desktop.ui.office.officers_page import OfficersPage
from ita_desktop.ui.widgets.dialogs import foot
from ita_desktop.ui.widgets.saved_mark import SavedMark

if TYPE_CHECKING:
    from ita_desktop.ui.context import Context

_SIZE = (920, 680)


class OfficeDialog(QDialog):
    """Three pages that keep each field when it is left; closing takes what is being typed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._say = context.say.within(self)
        self.office_page = OfficePage(context, self._say)
        self.officers_page = OfficersPage(context, self._say)
        self.divisions_page = DivisionsPage(context, self._say)
        self._tabs = QTabWidget()
        self._saved = SavedMark(context.numerals())
        self._close = QPushButton("ปิด")
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        self.setWindowTitle("ข้อมูลหน่วยงาน")
        self.resize(*_SIZE)
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.office_page, "หน่วยงาน")
        self._tabs.addTab(self.officers_page, "เจ้าหน้าที่")
        self._tabs.addTab(self.divisions_page, "สำนัก/กอง")
        # Enter in a field takes the field; it must not close the dialog.
        self._close.setAutoDefault(False)
        bottom = foot(None, self._close, left=(self._saved,))
        bottom.setContentsMargins(16, 0, 16, 14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self._close.clicked.connect(self.reject)
        self._context.feed.changed.connect(self._note_change)
        for page in (self.office_page, self.officers_page, self.divisions_page):
            page.kept.connect(self._note_kept)

    def _note_kept(self) -> None:
        self._saved.set_numerals(self._context.numerals())
        self._saved.saved_at(self._context.now().time())

    def _note_change(self, touched: frozenset[Topic]) -> None:
        if Topic.OFFICE in touched:
            self._refresh()

    def _refresh(self) -> None:
        office = self._context.database.read(office_service.find_office)
        if office is not None:
            self.office_page.show_office(office)
        self.officers_page.refresh()
        self.divisions_page.refresh()

    def reject(self) -> None:
        """Close, unless something typed cannot be kept and the clerk wants to mend it."""
        pages = (self.office_page, self.officers_page, self.divisions_page)
        wrong = [page for page in pages if not page.commit()]
        if not wrong:
            self._leave()
            return
        self._tabs.setCurrentWidget(wrong[0])
        question = "มีช่องที่กรอกไม่ถูกต้อง ข้อความในช่องนั้นจะไม่ถูกบันทึก ปิดหน้านี้เลยหรือไม่"
        self._say.confirm(question, self._leave, danger=True, yes="ปิดโดยไม่บันทึก")

    def _leave(self) -> None:
        self._context.feed.changed.disconnect(self._note_change)
        super().reject()
        self.deleteLater()
