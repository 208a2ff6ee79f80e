"""What the pages of divisions and officers have in common: a list, a form, and keeping as the clerk goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.domain.identity import NEW
from ita_desktop.errors import UserError
from ita_desktop.ui.office.record_list import RecordList
from ita_desktop.ui.widgets.cards import GAP
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.ui.context import Context
    from ita_desktop.ui.say import Say
    from ita_desktop.ui.widgets.form import Form
    from ita_desktop.ui.widgets.parsed_line import ParsedLine, TextLine


class Named(Protocol):
    """Anything that is kept under an id and shown under a name."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=Named)


class RecordPage(QWidget, Generic[T]):
    """The list on the left, the chosen one's form on the right; a field is kept when it is left.

    A line being added is kept once it has a name; left without one, it is dropped.
    """

    kept = Signal()

    def __init__(
        self, context: Context, say: Say, records: RecordList, form: Form, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._say = say
        self._shown: T = self._blank()
        self._is_adding = False
        self.list = records
        self._form = form
        page = ScrollPage(0)
        page.body.addWidget(form)
        page.body.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self.list, 2)
        layout.addWidget(page, 3)
        self.list.chosen.connect(self._choose)
        self.list.add_asked.connect(self._add)
        self.list.remove_asked.connect(self._ask_remove)
        self.list.reordered.connect(self._keep_order)

    def refresh(self) -> None:
        """Show what is kept now, but never over typing that is not kept yet."""
        records = self._load()
        if not self._is_adding:
            chosen = [record for record in records if record.id == self._shown.id] or records[:1]
            self._form.setEnabled(bool(chosen))
            if not any(line.problem() or line.isModified() for line in self._lines()):
                self._show(chosen[0] if chosen else self._blank())
        lines = [(record.id, self._words(record)) for record in records]
        if self._is_adding:
            lines.append((NEW, "(กำลังเพิ่ม)"))
        self.list.show_lines(lines, NEW if self._is_adding else self._shown.id)

    def commit(self) -> bool:
        """Take what is being typed; False, with the cursor in the field, when something cannot be taken."""
        if self._is_adding and not any(line.text().strip() for line in self._lines()):
            self._drop_added()
            return True
        if not self._form.isEnabled():
            return True
        for line in self._lines():
            if not line.commit() or line.problem():
                line.setFocus()
                return False
        return True

    def _load(self) -> list[T]:
        raise NotImplementedError

    def _blank(self) -> T:
        raise NotImplementedError

    def _words(self, record: T) -> str:
        """The record's line in the list."""
        return record.name

    def _fill(self, record: T) -> None:
        """Show the record in the form."""
        raise NotImplementedError

    def _draft(self) -> T:
        """The record as the form has it."""
        raise NotImplementedError

    def _save(self, draft: T) -> T:
        raise NotImplementedError

    def _remove(self, id_: int) -> None:
        raise NotImplementedError

    def _keep_order(self, ids: list[int]) -> None:
        raise NotImplementedError

    def _name_line(self) -> TextLine:
        """The field of the name, without which nothing is kept."""
        raise NotImplementedError

    def _lines(self) -> Sequence[ParsedLine[Any]]:
        """The fields that are typed into, the name first."""
        raise NotImplementedError

    def _keep(self, line: ParsedLine[Any] | None = None) -> None:
        """Keep the form; a refusal is said at the field that brought it."""
        if not self._name_line().value():
            return
        try:
            self._shown = self._save(self._draft())
        except UserError as error:
            if line is None:
                self._fill(self._shown)
                raise
            line.reject(error.sentence)
            return
        self._is_adding = False
        self.refresh()
        self.kept.emit()

    def _show(self, record: T) -> None:
        self._shown = record
        self._fill(record)

    def _choose(self, id_: int) -> None:
        if id_ == NEW or id_ == self._shown.id:
            return
        if not self.commit():
            self.list.choose_silently(NEW if self._is_adding else self._shown.id)
            return
        found = [record for record in self._load() if record.id == id_]
        if found:
            self._show(found[0])
        self.refresh()

    def _add(self) -> None:
        if self._is_adding or not self.commit():
            return
        self._is_adding = True
        self._form.setEnabled(True)
        self._show(self._blank())
        self.refresh()
        self._name_line().setFocus()

    def _drop_added(self) -> None:
        self._is_adding = False
        self._fill(self._blank())
        self.refresh()

    def _ask_remove(self, id_: int) -> None:
        if id_ == NEW:
            self._drop_added()
            return

        def remove() -> None:
            self._fill(self._shown)
            self._remove(id_)
            self.refresh()
            self.kept.emit()

        self._say.confirm(f"ลบ “{self._shown.name}” ออกจากรายชื่อหรือไม่", remove, danger=True, yes="ลบ")
