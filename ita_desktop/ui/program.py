"""Decides which record the window shows, and opens it once the window is painted."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop import __version__, paths
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.ui.background import Background
from ita_desktop.ui.crash import Crash
from ita_desktop.ui.data_file import DataFile, LockedError, open_data_file, open_sample
from ita_desktop.ui.header import PROGRAM
from ita_desktop.ui.menu import MenuWork, build_menu
from ita_desktop.ui.problem_page import ProblemPage
from ita_desktop.ui.record import OpenRecord
from ita_desktop.ui.say import Choice, Say
from ita_desktop.ui.widgets.shortcuts import bind, translate_editing_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.waiting_draft import WaitingDraft
    from ita_desktop.ui.main_window import MainWindow
    from ita_desktop.ui.settings import PcSettings
    from ita_desktop.ui.theme import TextSize

FILE_PATTERN = "ไฟล์ข้อมูล (*.itadb)"
_DATABASE_SIDE = (
    "ita_desktop.db.changes",
    "ita_desktop.db.schema",
    "ita_desktop.services.assessments",
    "ita_desktop.services.office",
    "ita_desktop.services.documents",
    "ita_desktop.services.plans",
    "ita_desktop.services.records",
)
"""What saving needs; importing it takes longer than all of a start before it."""
_OTHER_TABS = (
    "ita_desktop.ui.measures.measures_tab",
    "ita_desktop.ui.meetings.meetings_tab",
    "ita_desktop.ui.documents.documents_tab",
)
"""What the tabs need that are shown later; importing it is half of what the first look at each takes."""

_UNTIL_PAINTED_MS = 50
"""Imports on the worker would take the interpreter from the first page while it is being painted."""


class Program(QObject):
    """Holds the open record and shows it, the first-run page or a problem in the one window."""

    shown = Signal()
    """What the window shows of the data file is there."""

    def __init__(
        self,
        window: MainWindow,
        settings: PcSettings,
        now: Callable[[], datetime],
        dress_again: Callable[[TextSize], None],
    ) -> None:
        super().__init__()
        self._settings = settings
        self._now = now
        self._dress_again = dress_again
        self._record: OpenRecord | None = None
        self.window = window
        self.say = Say(self.window)
        self._background = Background(self)
        self._crash = Crash(self.say, paths.log_file(), self)
        window.ask_before_leaving = self._ask_before_leaving
        self._connect()

    def start(self, data: Path | None, *, sample: bool) -> None:
        """Open the sample, the named file or the usual one."""
        self._crash.install()
        file = data or self._settings.last_file or paths.default_data_file()
        if not sample and file.exists():
            self._open_first(data, sample)
        else:
            # A file must be made first: the window answers while what that needs is imported.
            self._background.run(_import_database_side, lambda _: self._open_first(data, sample))

    def end(self) -> None:
        """Let go of everything once the window has closed."""
        self._background.stop()
        if self._record is not None:
            self._record.close()

    def open_file(self, file: Path, *, create: bool = False, remember: bool = True) -> None:
        """Show another data file; one that cannot be opened leaves the present one where it is."""
        if self._record is not None and self._record.file.database.path == file.absolute():
            return
        try:
            opened = open_data_file(file, create=create)
        except UserError as problem:
            self._show_problem(problem, file)
            return
        if remember:
            self._settings.last_file = file.absolute()
        self._show(opened)

    def _connect(self) -> None:
        header = self.window.header
        work = MenuWork(
            edit_office=self._edit_office,
            open_other=lambda: self._ask_before_leaving(self._open_other),
            create_new=lambda: self._ask_before_leaving(self._create_new),
            show_about=self._show_about,
            close=self.window.close,
            choose_size=self._choose_size,
        )
        header.set_menu(build_menu(work, self._settings.text_size, self.window))
        header.office_button.clicked.connect(self._edit_office)
        header.year_chosen.connect(self._choose_year)
        self.say.told.connect(self.window.tell)
        self.window.closing.connect(self._remember_window)
        translate_editing_keys(self.window)
        for index in range(self.window.tab_count()):
            bind(f"Ctrl+{index + 1}", self.window, partial(self.window.enter_tab, index))

    def _open_first(self, data: Path | None, sample: bool) -> None:
        if sample:
            self._show(open_sample())
        elif data is not None:
            self.open_file(data, create=True, remember=False)
        elif self._settings.last_file is not None:
            self.open_file(self._settings.last_file)
        else:
            self.open_file(paths.default_data_file(), create=True)

    def _show(self, file: DataFile) -> None:
        if self._record is not None:
            self.window.forget_record()
            self._record.close()
            self._record.deleteLater()
        # A sample begins where it always begins.
        worked_in = None if file.is_sample else self._settings.year_worked_in(file.database.path)
        views = self._settings.views
        record = OpenRecord(file, self.say, self._background, self._now, views, self, worked_in=worked_in)
        record.saved.connect(self._note_saved)
        self._record = record
        self.window.header.clear_saved()
        self.window.show_place(
            "ข้อมูลตัวอย่าง: สิ่งที่แก้ไขจะหายไปเมื่อปิดโปรแกรม" if file.is_sample else f"ข้อมูลเก็บในเครื่องนี้: {file.database.path}"
        )
        if record.office() is None:
            self._show_first_run(record)
        else:
            self._show_tabs(record)
        self.shown.emit()

    def _show_tabs(self, record: OpenRecord) -> None:
        self._show_head(record)
        self.window.show_record(record.context)
        self._tell_waiting(record)
        QTimer.singleShot(_UNTIL_PAINTED_MS, record, lambda: self._load_rest(record))

    def _tell_waiting(self, record: OpenRecord) -> None:
        """Say which minutes were being written when the program ended.

        The clerk opens them with one press. Opening them unasked would shut out for good whoever has minutes
        that the program ends over.
        """
        office = record.office()
        if office is None or not record.context.waiting.drafts:
            return
        from ita_desktop.ui.waiting_strip import WaitingStrip

        strip = WaitingStrip(record.context.waiting, office)
        strip.open_asked.connect(lambda draft: self._leave(partial(self._open_draft, record, draft)))
        self.window.stand_above(strip)

    def _open_draft(self, record: OpenRecord, draft: WaitingDraft) -> None:
        record.years.choose(draft.plan_year)
        self._show_head(record)
        self.window.go_to(Topic.MEETINGS, draft.meeting_id)
        # Told no more, even if the meeting was removed meanwhile.
        record.context.waiting.see(draft.meeting_id)

    def _load_rest(self, record: OpenRecord) -> None:
        """Load what saving and the other tabs need, now that the first tab is painted."""

        def load() -> None:
            _import_database_side()
            record.file.database.prepare()

        def learn(_: None) -> None:
            if self._record is record:
                record.learn_names()
                record.keep_certified()

        self._background.run(load, learn)
        self._background.run(lambda: _import(_OTHER_TABS), lambda _: None)

    def _show_first_run(self, record: OpenRecord) -> None:
        from ita_desktop.ui.office.first_run import FirstRunPage

        page = FirstRunPage(record.context)
        page.founded.connect(lambda: self._begin(record))
        self.window.header.clear()
        self.window.show_page(page)

    def _begin(self, record: OpenRecord) -> None:
        self._show_tabs(record)
        self.say.tell("เริ่มใช้งานได้แล้ว ขั้นแรกกรอกคะแนนที่ประกาศแล้วในแท็บ “คะแนน ITA”")

    def _show_head(self, record: OpenRecord) -> None:
        office = record.office()
        if office is None:
            return
        self.window.header.show_office(office.long_name, office.numerals)
        self.window.header.show_years(record.years_on_offer(), record.years.plan_year)
        self.window.setWindowTitle(office.long_name)

    def _note_saved(self) -> None:
        record = self._record
        if record is not None and record.office() is not None:
            self._show_head(record)
            self.window.header.show_saved(self._now().time())
            if not record.file.is_sample:
                self._settings.note_work(record.file.database.path, record.years.plan_year)

    def _choose_year(self, year: FiscalYear) -> None:
        record = self._record
        if record is None:
            return

        def go_on() -> None:
            record.years.choose(year)
            self._show_head(record)

        # The box shows the year of the tabs again until the clerk agrees to leave what is being typed.
        self._show_head(record)
        self._leave(go_on)

    def _ask_before_leaving(self, go_on: Callable[[], None]) -> None:
        """Ask only where typing would be gone: drafts come back by themselves."""
        for tab in self.window.tabs():
            tab.finish_editing()
        lost = [tab.unsaved_work() for tab in self.window.tabs() if tab.unsaved_work()]
        if lost:
            question = " ".join([*lost, "หากไปต่อ ข้อความที่ยังไม่ได้บันทึกจะหายไป"])
            self.say.confirm(question, go_on, danger=True, yes="ไปต่อโดยไม่บันทึก")
        else:
            go_on()

    def _leave(self, go_on: Callable[[], None]) -> None:
        """As `_ask_before_leaving` where the window stays: what is left as a draft is told."""

        def tell_and_go() -> None:
            kept = [tab.kept_work() for tab in self.window.tabs() if tab.kept_work()]
            go_on()
            if kept:
                self.say.tell(" ".join(kept))

        self._ask_before_leaving(tell_and_go)

    def _show_problem(self, problem: UserError, file: Path) -> None:
        ways = [
            Choice("ลองอีกครั้ง", lambda: self.open_file(file)),
            Choice("เปิดไฟล์ข้อมูลอื่น…", self._open_other),
            Choice("สร้างไฟล์ข้อมูลใหม่…", self._create_new),
        ]
        if isinstance(problem, LockedError):
            ways.insert(1, Choice("ปลดล็อก", lambda: self._unlock(problem, file)))
        if self._record is not None:
            self.say.choose(problem.sentence, ways)
            return
        page = ProblemPage()
        page.show_problem(problem.sentence, ways)
        self.window.header.clear()
        self.window.show_page(page)
        self.shown.emit()

    def _unlock(self, problem: LockedError, file: Path) -> None:
        def unlock() -> None:
            problem.unlock()
            self.open_file(file)

        question = "แน่ใจหรือไม่ว่าไม่มีใครเปิดไฟล์นี้อยู่ หากยังมีผู้เปิดอยู่ ข้อมูลของทั้งสองคนอาจทับกัน"
        self.say.confirm(question, unlock, danger=True, yes="ปลดล็อก")

    def _open_other(self) -> None:
        self.say.ask_open_file("เปิดไฟล์ข้อมูล", FILE_PATTERN, self.open_file)

    def _create_new(self) -> None:
        def create(file: Path) -> None:
            if file.exists():
                raise UserError(f"มีไฟล์ “{file}” อยู่แล้ว กรุณาตั้งชื่ออื่น หรือใช้คำสั่งเปิดไฟล์ข้อมูลอื่น")
            self.open_file(file, create=True)

        self.say.ask_save_file("สร้างไฟล์ข้อมูลใหม่", paths.default_data_file().with_stem("ita-2"), create)

    def _edit_office(self) -> None:
        if self._record is None or self._record.office() is None:
            return
        from ita_desktop.ui.office.office_dialog import OfficeDialog

        OfficeDialog(self._record.context, self.window).open()

    def _choose_size(self, size: TextSize) -> None:
        self._settings.text_size = size
        self._dress_again(size)

    def _show_about(self) -> None:
        self.say.inform(
            f"{PROGRAM} รุ่น {__version__}\n"
            "โปรแกรมช่วยองค์กรปกครองส่วนท้องถิ่นทำงานประเมิน ITA ตั้งแต่คะแนน มาตรการ การประชุม ถึงเอกสารติดประกาศ\n"
            "ทำงานในเครื่องนี้โดยไม่ใช้อินเทอร์เน็ต เป็นซอฟต์แวร์เสรีตามสัญญาอนุญาต MIT\n"
            f"ไฟล์บันทึกเหตุการณ์: {paths.log_file()}"
        )

    def _remember_window(self) -> None:
        self._settings.geometry = self.window.saveGeometry()


def _import_database_side() -> None:
    _import(_DATABASE_SIDE)


def _import(modules: Sequence[str]) -> None:
    for module in modules:
        import_module(module)
