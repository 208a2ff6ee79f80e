"""The scores tab: entering scores, what they mean, what would change them, and how they moved over the years."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.ui.scores.entry_page import MOST_YEARS, EntryPage, shown_years
from ita_desktop.ui.scores.keeping import Keeping
from ita_desktop.ui.scores.parts import Part, YearScores
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.undo import History, UndoButtons
from ita_desktop.ui.widgets.cards import PAGE_MARGIN
from ita_desktop.ui.widgets.saved_mark import SavedMark
from ita_desktop.ui.widgets.shortcuts import is_redo, is_undo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.scores_import import Grid
    from ita_desktop.ui.scores.analysis_page import AnalysisPage
    from ita_desktop.ui.scores.trend_page import TrendPage
    from ita_desktop.ui.scores.what_if_page import WhatIfPage

    Page = AnalysisPage | WhatIfPage | TrendPage

_FIRST_COUNT = 2


class ScoresTab(Tab):
    """Scores of consecutive years, each saved when its cell is left, and the pages that follow from them."""

    topics = frozenset({Topic.OFFICE, Topic.ASSESSMENTS, Topic.FRAMEWORKS, Topic.FINDINGS, Topic.PLANS})

    def _build(self) -> None:
        numerals = self.context.numerals()
        self._years: tuple[FiscalYear, ...] = ()
        self._count = _FIRST_COUNT
        self._analysis: AnalysisPage | None = None
        self._history = History(self.context.years, self)
        self.keeping = Keeping(self.context, self._history, self)
        self.entry = EntryPage(numerals, self.context.today)
        self.saved = SavedMark(numerals)
        self.undo_buttons = UndoButtons(self._history)
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setProperty("kind", "inner")
        self.bar.setAccessibleName("ส่วนของแท็บคะแนน")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.entry)
        self._pages: dict[int, Page] = {}
        for words in ("กรอกคะแนน", *(words for words, _ in self._makers())):
            self.bar.addTab(words)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.bar, 1)
        top.addWidget(self.saved)
        top.addWidget(self.undo_buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        top.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        table = self.entry.table
        table.scores.entered.connect(self._enter)
        table.step_asked.connect(lambda step: self._undo() if step < 0 else self._redo())
        self.entry.years_asked.connect(self._show_count)
        self.entry.paste_asked.connect(self._paste)
        self.entry.import_asked.connect(self._ask_file)
        self.entry.framework_asked.connect(self._edit_framework)
        self.keeping.saved.connect(self._note_saved)
        self.bar.currentChanged.connect(self._turn_to)
        self.undo_buttons.undo_asked.connect(self._undo)
        self.undo_buttons.redo_asked.connect(self._redo)

    def home(self) -> QWidget:
        return self.entry.table

    def refresh(self) -> None:
        """Show the years as stored; what is being typed into other years is saved first."""
        wanted = shown_years(self.context.years.result_year, self._count)
        if self._years != wanted:
            self.finish_editing()
            self._years = wanted
        numerals = self.context.numerals()
        self.saved.set_numerals(numerals)
        self.entry.show_years([self._stored(year) for year in wanted], numerals)
        page = self._pages.get(self.bar.currentIndex())
        if page is not None:
            page.refresh()

    def finish_editing(self) -> None:
        """Save every score, date, source and finding that can be read."""
        if self._years:
            self.entry.table.finish()
        if self._analysis is not None and self.stack.currentWidget() is self._analysis:
            self._analysis.finish()

    def unsaved_work(self) -> str:
        """Says that text stands here that could not be read."""
        return self.entry.unread_sentence()

    def _stored(self, year: FiscalYear) -> YearScores:
        return YearScores(self.context.frameworks().of(year), self.context.assessment(year) or Assessment(year))

    def _show_count(self, count: int) -> None:
        self._count = count
        self.refresh()

    def _enter(self, year: FiscalYear, part: Part[Any], value: Any) -> None:
        try:
            # The year that the cell was shown in, which may be left already.
            self.keeping.keep(year, part, value, self._years[0] + 1)
        except UserError as error:
            text = self.context.numerals().show(str(value))
            self.entry.table.scores.keep_unread_of(year, part, text, error.sentence)

    def _note_saved(self, year: FiscalYear | None, part: Part[Any] | None) -> None:
        self.saved.saved_at(self.context.now().time())
        if year is not None and part is not None:
            self.entry.table.scores.mark_saved(year, part)

    def _undo(self) -> None:
        self.finish_editing()
        self._history.undo()

    def _redo(self) -> None:
        self.finish_editing()
        self._history.redo()

    def _paste(self) -> None:
        """Show the table on the clipboard before anything of it is taken."""
        from ita_desktop.scores_import import read_block

        text = QGuiApplication.clipboard().text()
        if not text.strip():
            raise UserError("ยังไม่มีตารางที่คัดลอกไว้ ไปที่ Excel หรือ Word เลือกตารางคะแนน กด Ctrl+C แล้วกลับมากดปุ่มนี้อีกครั้ง")
        self._show_import({"": lambda: read_block(text)})

    def _ask_file(self) -> None:
        self.context.say.ask_open_file("นำเข้าคะแนนจากไฟล์", "ตาราง (*.xlsx *.csv)", self._read_file)

    def _read_file(self, path: Path) -> None:
        from ita_desktop.scores_import import read_csv, read_xlsx, sheet_names

        try:
            data = path.read_bytes()
        except OSError as error:
            raise UserError(f"เปิดไฟล์ {path.name} ไม่ได้ ตรวจว่าไฟล์ยังอยู่ที่เดิมและไม่ได้ถูกโปรแกรมอื่นเปิดค้างไว้") from error
        if path.suffix.lower() == ".csv":
            self._show_import({"": lambda: read_csv(data)})
        else:
            self._show_import({name: partial(read_xlsx, data, name) for name in sheet_names(data)})

    def _show_import(self, sheets: Mapping[str, Callable[[], Grid]]) -> None:
        from ita_desktop.ui.scores.import_dialog import ImportDialog

        self.finish_editing()
        newest = self.context.years.result_year
        years = shown_years(newest, MOST_YEARS)
        kept = {year: found for year in years if (found := self.context.assessment(year)) is not None}
        frameworks, numerals = self.context.frameworks(), self.context.numerals()
        ImportDialog(
            sheets, years, frameworks, kept, numerals, self.context.say, self._take_import, self.window()
        ).open()

    def _take_import(self, changed: Sequence[Assessment]) -> None:
        years = " ".join(str(assessment.year) for assessment in changed)
        words = self.context.numerals().show(f"นำเข้าคะแนนปี {years}")
        self.keeping.keep_all(words, changed, self.context.years.plan_year)
        self.context.say.tell(f"{words}แล้ว เลิกทำได้ด้วย Ctrl+Z")

    def _edit_framework(self) -> None:
        from ita_desktop.ui.scores.framework_dialog import FrameworkDialog

        self.finish_editing()
        FrameworkDialog(self.context, self.window()).open()

    def show_page(self, number: int) -> None:
        """Turn to one of the inner pages, 0 for the entry."""
        self.bar.setCurrentIndex(number)

    def _makers(self) -> tuple[tuple[str, Callable[[], Page]], ...]:
        return (
            ("วิเคราะห์และประเด็น", self._make_analysis),
            ("ลองปรับคะแนน", self._make_what_if),
            ("แนวโน้ม", self._make_trend),
        )

    def _turn_to(self, number: int) -> None:
        self.finish_editing()
        if number == 0:
            self.stack.setCurrentWidget(self.entry)
            return
        if number not in self._pages:
            self._pages[number] = self._makers()[number - 1][1]()
            self.stack.addWidget(self._pages[number])
        self._pages[number].refresh()
        self.stack.setCurrentWidget(self._pages[number])

    # The pages are imported when they are first shown: the window opens on the first one.
    def _make_analysis(self) -> Page:
        from ita_desktop.ui.scores.analysis_page import AnalysisPage

        page = AnalysisPage(self.context, self._history, self.keeping)
        page.place_asked.connect(self.place_asked)
        self._analysis = page
        return page

    def _make_what_if(self) -> Page:
        from ita_desktop.ui.scores.what_if_page import WhatIfPage

        return WhatIfPage(self.context)

    def _make_trend(self) -> Page:
        from ita_desktop.ui.scores.trend_page import TrendPage

        return TrendPage(self.context)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self._undo()
        elif is_redo(event):
            self._redo()
        else:
            super().keyPressEvent(event)
