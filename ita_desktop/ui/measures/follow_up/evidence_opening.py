"""Showing a piece of evidence in the system's own program, never an altered file without a word."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ita_desktop import evidence_files
from ita_desktop.domain.measure import ProgressEvidence
from ita_desktop.evidence_files import FileState, LookUp
from ita_desktop.ui.context import Context
from ita_desktop.ui.measures.follow_up.evidence_row import ALTERED, MISSING
from ita_desktop.ui.say import Say


def open_evidence(context: Context, folder: Path, evidence: ProgressEvidence) -> None:
    """Open the page, or the file when it still is what was kept; else say so and ask."""
    if not evidence.file_name:
        url = QUrl(evidence.url)
        # The address may come from a record that somebody sent: only pages are opened.
        _open(context.say, url if url.scheme() in ("http", "https") else QUrl(), evidence.url)
        return
    context.background.run(
        lambda: evidence_files.look_up(evidence, folder), lambda found: _show_found(context.say, evidence, found)
    )


def _show_found(say: Say, evidence: ProgressEvidence, found: LookUp) -> None:
    if found.path is None:
        say.error(f"“{evidence.file_name}”: {MISSING}")
        return
    url = QUrl.fromLocalFile(str(found.path))
    if found.state is FileState.ALTERED:
        question = f"“{evidence.file_name}”: {ALTERED}\nเปิดดูไฟล์ที่ถูกแก้ไขหรือไม่"
        say.confirm(question, lambda: _open(say, url, evidence.file_name), danger=True, yes="เปิดดู")
    else:
        _open(say, url, evidence.file_name)


def _open(say: Say, url: QUrl, name: str) -> None:
    if url.isEmpty() or not QDesktopServices.openUrl(url):
        say.error(f"เปิด “{name}” ไม่ได้ ตรวจว่าเครื่องนี้มีโปรแกรมสำหรับเปิดไฟล์หรือที่อยู่เว็บนี้")
