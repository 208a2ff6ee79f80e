"""Parts that are made before they have their place are no windows of their own, not even for a moment."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ita_desktop.domain.measure import ProgressEvidence
from ita_desktop.ui.measures.follow_up.evidence_row import EvidenceRow
from ita_desktop.ui.widgets.field_note import FieldNote


class _Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # the name that Qt calls
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return super().eventFilter(watched, event)


@pytest.fixture
def windows(qapp: QApplication, window: QWidget) -> _Windows:
    assert window.isVisible()
    found = _Windows()
    qapp.installEventFilter(found)
    return found


def test_that_a_note_with_a_hint_is_no_window_and_is_seen_in_its_place(windows: _Windows, window: QWidget) -> None:
    notes = [FieldNote("กรอกชื่อ"), FieldNote(), FieldNote(), FieldNote("กรอกชื่อ")]
    notes[1].warn("ยังไม่มีชื่อ")
    notes[3].hint("")
    layout = QVBoxLayout(window)
    for note in notes:
        layout.addWidget(note)
    QApplication.processEvents()
    assert [note.isVisible() for note in notes] == [True, True, False, False]
    assert windows.shown == []


def test_that_a_row_of_evidence_is_no_window(windows: _Windows, window: QWidget) -> None:
    row = EvidenceRow(ProgressEvidence("ภาพ", "ภาพ.jpg", "a" * 64), str)
    QVBoxLayout(window).addWidget(row)
    QApplication.processEvents()
    assert row.described.isVisible()
    assert windows.shown == []
