"""The sign that what was typed is saved, beside what was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.mark_icon import MarkIcon, Tone

if TYPE_CHECKING:
    from datetime import time


class SavedMark(QWidget):
    """“✓ บันทึกแล้ว ๑๔.๓๒ น.”; empty until something was saved."""

    def __init__(self, numerals: Numerals, colour: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numerals = numerals
        self._icon = MarkIcon(Tone.GOOD, colour)
        self._label = QLabel()
        if colour is None:
            self._label.setProperty("tone", Tone.GOOD.value)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self._label)
        self.clear()

    def saved_at(self, moment: time) -> None:
        """Say when the last change was saved."""
        # Imported when needed: this mark is in the header, which is painted before anything is read.
        from ita_desktop.thai.dates import format_time

        self._show(self._numerals.show(f"บันทึกแล้ว {format_time(moment)}"), True)

    def unsaved(self) -> None:
        """Say that there is typing that is not saved yet."""
        self._show("ยังไม่ได้บันทึก", False)

    def clear(self) -> None:
        """Say nothing."""
        self._show("", False)

    @property
    def sentence(self) -> str:
        """What the mark says now."""
        return self._label.text()

    def set_numerals(self, numerals: Numerals) -> None:
        """Use these digits from the next time on."""
        self._numerals = numerals

    def _show(self, sentence: str, done: bool) -> None:
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self._icon.setVisible(done)
