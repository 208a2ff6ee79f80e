"""A year's first meeting at the real window, from its preset to signed papers: the actions that it takes."""

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget

from benchmarks.clerk import Clerk, settle, wait_until
from benchmarks.tab_context import tab_context
from ita_desktop import catalog, paths
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Presence
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services import documents, meetings, records
from ita_desktop.thai import words
from ita_desktop.ui import theme
from ita_desktop.ui.context import Context
from ita_desktop.ui.documents.documents_tab import DocumentsTab
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.meetings.agenda_panel import AgendaPanel
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.tab import Tab

YEAR = FiscalYear(2569)
NOW = datetime(2025, 11, 3, 9, 0).astimezone()
"""A day on which the first of the year's presets suits."""
T = TypeVar("T", bound=Tab)
WINDOW = (1366, 768)
_TO_PREPARE = (DocumentKind.INVITATION, DocumentKind.AGENDA, DocumentKind.SIGN_IN)
_DISCUSSED = "ผู้อำนวยการกองคลังเสนอให้เพิ่มช่องทางประชาสัมพันธ์ ที่ประชุมอภิปรายแล้วเห็นด้วย"
_RESOLVED = "ที่ประชุมมีมติเห็นชอบตามที่เสนอ และมอบหมายให้สำนักปลัดดำเนินการ"


@dataclass(frozen=True, slots=True)
class Course:
    """What the clerk did, step by step, and what the papers still lack in the end."""

    preparing: tuple[str, ...]
    writing: tuple[str, ...]
    lacking: tuple[str, ...]
    files: tuple[Path, ...]


def office_file(file: Path) -> None:
    """An office with its people, its committee and last year's result, and no meeting yet."""
    record = catalog.sample_record()
    # Only that there is one matters: the papers leave its place free without it, and say so.
    garuda = io.BytesIO()
    Image.new("RGB", (30, 30), "gray").save(garuda, "PNG")
    office = replace(record.office, garuda=garuda.getvalue())
    with closing(Database.open(file)) as database:
        bare = replace(record, office=office, meetings=(), minutes_versions=(), issued_documents=())
        database.write(records.write_record, bare)


def done(file: Path, folder: Path) -> Course:
    """Let the clerk prepare the meeting, write its minutes and save the papers into the folder."""
    with closing(Database.open(file)) as database, _window(database) as window:
        pages = window.findChild(QTabWidget)
        assert pages is not None
        clerk = Clerk()
        clerk.turn_to(pages.tabBar(), "การประชุม")
        tab = _shown(window, MeetingsTab)
        # The count begins with the menu of the presets.
        clerk = Clerk()
        _prepare(clerk, tab)
        clerk.choose(tab.form.papers, _TO_PREPARE[0].words)
        files = [_saved(clerk, window, folder)]
        for kind in _TO_PREPARE[1:]:
            _pick_paper(clerk, _shown(window, DocumentsTab), kind)
            files.append(_saved(clerk, window, folder))
        preparing = tuple(clerk.steps)
        clerk = Clerk()
        clerk.turn_to(pages.tabBar(), "การประชุม")
        _write(clerk, tab)
        clerk.choose(tab.form.papers, DocumentKind.MINUTES.words)
        files.append(_saved(clerk, window, folder))
        lacking = _lacking(database, tab.context, (*_TO_PREPARE, DocumentKind.MINUTES))
        return Course(preparing, tuple(clerk.steps), lacking, tuple(files))


def _prepare(clerk: Clerk, tab: MeetingsTab) -> None:
    """From the preset to everything that the invitation says."""
    head, invitation = tab.form.head, tab.form.invitation
    clerk.choose(tab.new, "วิเคราะห์ผล")
    clerk.fill(head.held_on, "20112568")
    clerk.fill(head.starts_at, "09.30")
    clerk.fill(head.place, "ห้องประชุมสภา ชั้น 2")
    clerk.turn_to(tab.form.bar, "หนังสือเชิญ")
    clerk.fill(invitation.number, "สป 001/2568")
    clerk.fill(invitation.dated, "10112568")


def _write(clerk: Clerk, tab: MeetingsTab) -> None:
    """Everything that the minutes of five items say."""
    form = tab.form
    clerk.turn_to(form.bar, "หัวรายงาน")
    clerk.fill(form.head.ends_at, "12.00")
    clerk.turn_to(form.bar, "ผู้มาประชุม")
    present, absent = form.people.lists[Presence.PRESENT], form.people.lists[Presence.ABSENT]
    clerk.pick(present.table, present.model.index(present.model.rowCount() - 1, 1))
    clerk.choose(present.send, "ผู้ไม่มาประชุม")
    clerk.pick(absent.table, absent.model.index(0, 4), twice=True)
    clerk.type("ติดราชการ")
    clerk.key(Qt.Key.Key_Return, "Enter")
    clerk.turn_to(form.bar, "วาระและมติ")
    for panel in _five(tab):
        _write_item(clerk, panel)
    clerk.turn_to(form.bar, "ลงนามและข่าว")
    if not form.closing.checker.value().name:
        clerk.fill(form.closing.checker.name, form.closing.recorder.value().name)


def _five(tab: MeetingsTab) -> list[AgendaPanel]:
    """The four items of the preset and the one of other business."""
    agenda = tab.form.agenda
    panels = [panel for panel in agenda.panels.values() if panel.item().section in (1, 4, 5)]
    return sorted(panels, key=lambda panel: panel.item().section)[:5]


def _write_item(clerk: Clerk, panel: AgendaPanel) -> None:
    if not panel.item().title:
        clerk.fill(panel.title, "การเผยแพร่ผลการประชุม")
    if not panel.is_open:
        clerk.press(panel.fold)
    body = panel.body
    assert body is not None
    if not body.facts.text():
        clerk.fill(body.facts, "เลขานุการแจ้งให้ที่ประชุมทราบ")
    clerk.fill(body.discussion, _DISCUSSED)
    clerk.fill(body.resolution, _RESOLVED)
    clerk.fill(body.owner, "สำนักปลัด")
    clerk.fill(body.due, "31032569")


def _pick_paper(clerk: Clerk, papers: DocumentsTab, kind: DocumentKind) -> None:
    row = next(row for row, choice in enumerate(papers.list.papers.shown()) if choice.kind is kind)
    clerk.pick(papers.list, papers.list.papers.index(row, 0))


def _saved(clerk: Clerk, window: MainWindow, folder: Path) -> Path:
    """Save the paper in sight once it can be seen; printing takes the same two presses."""
    papers = _shown(window, DocumentsTab)
    wait_until(lambda: papers.preview.page_count > 0 and not papers.context.background.busy)
    clerk.press(papers.keep)
    return clerk.agree_to_save(folder)


def _lacking(database: Database, context: Context, kinds: tuple[DocumentKind, ...]) -> tuple[str, ...]:
    choices = database.read(documents.choices, YEAR, context.frameworks(), context.today())
    return tuple(f"{choice.kind.words}: {gap}" for choice in choices if choice.kind in kinds for gap in choice.missing)


def gaps(file: Path) -> list[str]:
    """What the clerk was to enter and the file does not have."""
    with closing(Database.open(file)) as database:
        meeting = database.read(meetings.list_meetings, YEAR)[-1]
    absent = meeting.people(Presence.ABSENT)
    entered = {
        "day": meeting.held_on,
        "hours": meeting.starts_at and meeting.ends_at,
        "place": meeting.place,
        "chair": meeting.chair.name,
        "recorder": meeting.recorder.name,
        "checker": meeting.checker.name,
        "letter": meeting.invitation.number and meeting.invitation.dated,
        "absent": len(absent) == 1 and absent[0].reason,
        "five items": sum(_is_whole(item) for item in meeting.agenda) == 5,
    }
    return [name for name, value in entered.items() if not value]


def _is_whole(item: AgendaItem) -> bool:
    texts = item.title, item.facts, item.discussion, item.resolution, item.owner
    return all(texts) and item.due is not None


@contextmanager
def _window(database: Database) -> Iterator[MainWindow]:
    window = MainWindow()
    window.resize(*WINDOW)
    window.show()
    window.activateWindow()
    context = tab_context(database, YEAR, window, NOW)
    window.show_record(context)
    settle()
    try:
        yield window
    finally:
        context.background.stop()
        window.forget_record()
        window.close()
        settle()


def _shown(window: MainWindow, kind: type[T]) -> T:
    return next(tab for tab in window.tabs() if isinstance(tab, kind) and tab.isVisible())


def dress(app: QApplication) -> None:
    """The program's looks and words, and Qt's own file dialogs."""
    words.configure(paths.resources() / "thai" / "words_th.txt")
    theme.load_fonts()
    theme.apply(app, theme.TextSize.NORMAL)
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
