"""The measures tab: a plan year's measures, edited in place and followed up, with what is late above them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.catalog.topics import load_topics
from ita_desktop.domain.measure import Measure, Progress
from ita_desktop.domain.meeting import number_label
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.domain.paper import DocumentKind, PaperOptions, ReportRound
from ita_desktop.domain.remark import Severity
from ita_desktop.domain.topics import Topic
from ita_desktop.services import assessments, findings, follow_ups, meetings, office, resolutions
from ita_desktop.ui.measures.action_bar import ActionBar
from ita_desktop.ui.measures.arrangement import Arrangement
from ita_desktop.ui.measures.columns import RowFacts, measure_columns, remark_column
from ita_desktop.ui.measures.detail_panel import DetailPanel
from ita_desktop.ui.measures.editors import make_delegates
from ita_desktop.ui.measures.filter_bar import FilterBar
from ita_desktop.ui.measures.follow_up import FollowUpPanel, FollowUpStrip
from ita_desktop.ui.measures.gaps_bar import GapsButtons
from ita_desktop.ui.measures.line_editors import BudgetEditor
from ita_desktop.ui.measures.message_page import MessagePage
from ita_desktop.ui.measures.paste import open_file, open_paste
from ita_desktop.ui.measures.plan_editing import PlanEditing
from ita_desktop.ui.measures.plan_remarks import RowRemarks
from ita_desktop.ui.measures.several_dialog import SeveralDialog
from ita_desktop.ui.measures.side_panel import SidePanel
from ita_desktop.ui.measures.sources import SourcesMenu
from ita_desktop.ui.measures.table_view import MeasuresTable
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.table_model import RecordTableModel
from ita_desktop.ui.undo import History
from ita_desktop.ui.widgets.cards import PAGE_MARGIN
from ita_desktop.ui.widgets.menus import add_entry
from ita_desktop.ui.widgets.shortcuts import bind, is_redo, is_undo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DETAILS_AT_ONCE = 165
"""Width in letters from which on the side panel is shown before anybody asks for it."""
_SIDE_WIDTH = 38
"""Width of the side panel beside the table, in letters."""
_READ_AGAIN = frozenset({Topic.OFFICE, Topic.ASSESSMENTS, Topic.FRAMEWORKS, Topic.FINDINGS})


class MeasuresTab(Tab):
    """The table of one plan year; every change is saved at once and can be undone."""

    topics = _READ_AGAIN | {Topic.MEASURES, Topic.FOLLOW_UPS, Topic.MEETINGS}

    def _build(self) -> None:
        context = self.context
        self._history = History(context.years, self)
        self._wording = self._blank_wording()
        self._scores: Mapping[str, Decimal] = {}
        self._progress: list[Progress] = []
        self._reads_again = True
        self._reads_progress = True
        self._has_been_sized = False
        self.remarks = RowRemarks(self)
        facts = RowFacts(self._number_of, self.remarks.of, self._score_of, lambda key: self.table.is_shown(key))
        self._facts = facts
        self.model = RecordTableModel[Measure](
            measure_columns(self._wording, facts), searched=lambda m: self._wording.searched(m), parent=self
        )
        self.strip = FollowUpStrip(context.numerals)
        self.gaps = GapsButtons()
        self.filters = FilterBar(self.remarks.is_doubtful)
        self.actions_bar = ActionBar(self._history)
        self.table = MeasuresTable(self.model)
        self.table.set_delegates(make_delegates(lambda: self._wording, self._topics_on_offer, self))
        self.editing = PlanEditing(context, self.table, self.filters, self._history, self)
        self.panel = DetailPanel(context.numerals)
        self.follow_up = FollowUpPanel(context, self._history)
        self.side = SidePanel(self.panel, self.follow_up)
        self.arrangement = Arrangement(self.table, lambda: self._wording, context.views, self)
        self.view_menu = self.arrangement.menu
        self.actions_bar.view.setMenu(self.view_menu)
        self.sources = SourcesMenu(
            context, lambda: self._wording, lambda: self.table.selected(), self.editing.add_all, self
        )
        self.sources.addSeparator()
        self.paste = add_entry(self.sources, "วางตารางจาก Word หรือ Excel\tCtrl+V", self.paste_table)
        self.from_file = add_entry(self.sources, "นำเข้าจากไฟล์ Excel หรือ Word…", self.import_file)
        self.actions_bar.sources.setMenu(self.sources)
        self._lay_out()

    def _lay_out(self) -> None:
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.empty = MessagePage(
            "ยังไม่มีมาตรการในปีนี้",
            "เริ่มจากตัวชี้วัดที่คะแนนต่ำ เขียนว่าจะทำอะไร ใครรับผิดชอบ และเมื่อใด พิมพ์ในตารางได้ทันที โปรแกรมบันทึกให้เอง",
            "เพิ่มมาตรการแรก",
        )
        self.suggest_first = self.empty.add_button("เลือกจากมาตรการแนะนำ")
        self.last_year_first = self.empty.add_button("เริ่มจากปีก่อน")
        self.nothing_found = MessagePage("ไม่พบมาตรการที่ค้นหา", "ลองใช้คำที่สั้นลง หรือแสดงทั้งหมด", "แสดงทั้งหมด")
        self.setFocusProxy(self.table)
        self.pages = QStackedWidget()
        for page in (self.splitter, self.empty, self.nothing_found):
            self.pages.addWidget(page)
        self.filters.stand_at_end(self.gaps)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, 10, PAGE_MARGIN, 10)
        layout.setSpacing(8)
        layout.addWidget(self.strip)
        layout.addWidget(self.filters)
        layout.addWidget(self.actions_bar)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self._connect_rows()
        bar, editing = self.actions_bar, self.editing
        clicks: list[tuple[Any, Callable[[], object]]] = [
            (bar.add, editing.add),
            (self.empty.button, editing.add),
            (self.suggest_first, self.sources.suggest_for),
            (self.last_year_first, self.sources.start_from_last_year),
            (self.nothing_found.button, self.filters.clear),
            (bar.details, lambda: self.side.toggle(self.panel)),
            (bar.follow_up, lambda: self.side.toggle(self.follow_up)),
        ]
        for button, act in clicks:
            button.clicked.connect(lambda _=False, act=act: act())
        entries = ((bar.copy, editing.copy), (bar.several, self.edit_several), (bar.remove, editing.remove))
        for entry, act in entries:
            entry.triggered.connect(lambda _=False, act=act: act())
        bar.undo_buttons.undo_asked.connect(editing.undo)
        bar.undo_buttons.redo_asked.connect(editing.redo)
        bar.move_asked.connect(editing.move)
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+N", editing.add),
            ("Ctrl+D", editing.copy),
            ("Ctrl+E", self.edit_several),
            ("Ctrl+V", self.paste_table),
            ("Ctrl+F", self.filters.search.setFocus),
            ("F4", lambda: self.side.toggle(self.panel)),
            ("F6", lambda: self.side.toggle(self.follow_up)),
            ("F8", lambda: self.go_to_remark(1)),
            ("Shift+F8", lambda: self.go_to_remark(-1)),
        ]
        for key, act in keys:
            bind(key, self.table if key == "Ctrl+V" else self, act)

    def _connect_rows(self) -> None:
        editing = self.editing
        self.model.edited.connect(editing.save)
        self.panel.edited.connect(editing.save_details)
        self.panel.mentions.meeting_asked.connect(self._go_to_meeting)
        editing.closing_asked.connect(self._begin_closing)
        editing.removed.connect(self._forget)
        self.filters.changed.connect(self._filter)
        self.filters.left_downwards.connect(self.table.setFocus)
        self.strip.late_asked.connect(self.filters.show_late)
        self.strip.due_soon_asked.connect(self.filters.show_due_soon)
        self.strip.round_asked.connect(self._ask_report)
        self.gaps.remarks_asked.connect(self.filters.show_remarked)
        self.gaps.answer_asked.connect(self.sources.suggest_for)
        self.remarks.changed.connect(self._say_gaps)
        self.side.page_changed.connect(self._note_side)
        self.follow_up.touched.connect(self._stand_on)
        table = self.table
        table.move_asked.connect(editing.move)
        table.remove_asked.connect(editing.remove)
        table.dropped.connect(editing.drop)
        table.editing_ended.connect(editing.note_editing_ended)
        table.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.model.layoutChanged.connect(self._follow_selection)

    def home(self) -> QWidget:
        return self.table

    def refresh(self) -> None:
        """Show the year's measures as stored; another year's open editor is saved first."""
        year = self.context.years.plan_year
        if year != self._wording.plan_year:
            self.finish_editing()
            self._reads_again = self._reads_progress = True
        records = self.editing.changes.measures(year)
        another_day = self.context.today() != self._wording.today
        changed = self._read_surroundings() if self._reads_again or another_day else False
        choice_is_gone = False
        if changed:
            self.model.set_columns(measure_columns(self._wording, self._facts))
            choice_is_gone = self.filters.offer(self._wording)
        if self._reads_progress:
            self._progress = self.context.database.read(follow_ups.list_progress, year)
            self._reads_progress = False
        of_measure = self._progress_by_measure()
        self.filters.note_followed(frozenset(of_measure))
        self.remarks.follow(records, of_measure, self._wording.today)
        self.model.set_records(records)
        if choice_is_gone:
            self._filter()
        self.strip.show_overview(records, self._progress, self._wording.divisions, self._wording.today)
        self._show_page()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.go_to(self.model.record(0).id)
        self._show_current()
        self.model.prepare_search()

    def finish_editing(self) -> None:
        """Save the open cell and what is being typed beside the table."""
        self._keep_unread_cell()
        self.side.finish_editing()

    def _keep_unread_cell(self) -> None:
        """Save the open cell; an amount that cannot be read goes on waiting in the details of its measure."""
        self.table.finish_editing()
        editor, measure = self.table.open_editor(), self.table.current()
        if isinstance(editor, BudgetEditor) and measure is not None:
            self.panel.keep_unread_budget(measure.id, editor.line.text(), editor.line.problem())
            editor.cancelled.emit()
            self.side.show_page(self.panel)
            self.context.say.tell("งบประมาณที่พิมพ์อ่านไม่ได้ ข้อความที่พิมพ์ยังอยู่ในหน้ารายละเอียดของมาตรการนั้น")

    def show_item(self, item_id: int) -> None:
        """Stand on a measure, shown whatever was filtered for."""
        if self.model.row_of(item_id) < 0:
            self.filters.clear()
        self.table.go_to(item_id)
        self.table.setFocus()

    def unsaved_work(self) -> str:
        """Says what stands here that could not be saved."""
        budget = "มีงบประมาณที่อ่านไม่ได้ในแท็บมาตรการ จึงยังไม่ได้บันทึก" if self.panel.has_unsaved_text() else ""
        return " ".join(part for part in (budget, self.follow_up.unsaved_work()) if part)

    def edit_several(self) -> None:
        """Open the dialog that changes all selected measures at once."""
        self.finish_editing()
        chosen = self.table.selected()
        if len(chosen) > 1:
            ids = [measure.id for measure in chosen]
            SeveralDialog(
                chosen, self._wording, self._topics_on_offer(), partial(self.editing.change_all, ids), self.window()
            ).open()
        else:
            self.context.say.tell("เลือกหลายแถวก่อน (กด Shift ค้างแล้วกดลูกศร หรือ Ctrl แล้วคลิก) แล้วจึงแก้พร้อมกัน")

    def paste_table(self) -> None:
        """Offer the table that was copied in Word or Excel."""
        self.finish_editing()
        if not open_paste(self.context, self._wording, self.editing.add_all, self.window()):
            self.context.say.tell("ไม่พบตารางที่คัดลอกไว้ คัดลอกตารางใน Word หรือ Excel ก่อน แล้วกด Ctrl+V ที่นี่")

    def import_file(self) -> None:
        """Offer the tables of an Excel or Word file."""
        self.finish_editing()
        open_file(self.context, self._wording, self.editing.add_all, self.window())

    def go_to_remark(self, step: int) -> None:
        """Go to the next (1) or previous (−1) row in which something should be looked at."""
        rows, count = self.model.shown(), self.model.rowCount()
        here = self.table.currentIndex().row()
        for number in range(1, count + 1):
            measure = rows[(here + step * number) % count]
            if self.remarks.is_doubtful(measure):
                gravest = next(r for r in self.remarks.of(measure) if r.severity is not Severity.HINT)
                self.table.go_to(measure.id, remark_column(gravest, self._facts))
                self.table.setFocus()
                return
        self.context.say.tell("ไม่พบข้อควรตรวจในมาตรการที่แสดงอยู่")

    # What is read and shown

    def _note_change(self, touched: frozenset[Topic]) -> None:
        self.editing.changes.note_news(touched)
        self._reads_again = self._reads_again or bool(touched & _READ_AGAIN)
        self._reads_progress = self._reads_progress or Topic.FOLLOW_UPS in touched
        super()._note_change(touched)

    def _read_surroundings(self) -> bool:
        """Read what the measures are shown with; whether it is other than before."""
        context, year = self.context, self.context.years.plan_year
        read = context.database.read
        assessment = read(assessments.find_assessment, year - 1)
        framework = context.frameworks().of(year - 1)
        self.remarks.about(year, framework, assessment, read(findings.list_findings, year - 1))
        today = context.today()
        officers = tuple(officer.name for officer in read(office.list_officers) if officer.serves_on(today))
        divisions = tuple(read(office.list_divisions))
        wording = Wording(year, framework, divisions, context.numerals(), today, officers)
        scores = dict(assessment.indicators) if assessment is not None else {}
        self._reads_again = False
        if wording == self._wording and scores == self._scores and self.filters.is_offering:
            return False
        self._wording, self._scores = wording, scores
        return True

    def _blank_wording(self) -> Wording:
        context = self.context
        framework = context.frameworks().of(context.years.result_year)
        return Wording(context.years.plan_year, framework, (), context.numerals(), context.today())

    def _progress_by_measure(self) -> dict[int, list[Progress]]:
        found: defaultdict[int, list[Progress]] = defaultdict(list)
        for entry in self._progress:
            found[entry.measure_id].append(entry)
        return dict(found)

    def _number_of(self, measure: Measure) -> int:
        return self.model.place_of(measure.id) + 1

    def _score_of(self, measure: Measure) -> Decimal | None:
        return self._scores.get(measure.indicator_code)

    def _topics_on_offer(self) -> list[str]:
        return [topic.name for topic in load_topics().topics]

    def _filter(self) -> None:
        self.finish_editing()
        self.model.find(self.filters.search.text(), self.filters.accepts())
        self._show_page()

    def _say_gaps(self) -> None:
        doubtful = len(self.remarks.doubtful()) if self.remarks.counts_few() else None
        self.gaps.show_gaps(doubtful, self.remarks.unanswered(), self._wording.numerals)
        self.table.viewport().update()

    def _show_page(self) -> None:
        self.arrangement.forget_counts()
        total, shown = len(self.model.records()), self.model.rowCount()
        self.actions_bar.show_count(shown, total, self._wording.numerals)
        self.filters.note_rows(has_any=total > 0)
        page: QWidget = self.splitter if shown else self.nothing_found if total else self.empty
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
        if self.table.currentIndex().isValid() and not self.table.selected():
            # The selected row went out of sight: the one that the keyboard stands on now is selected.
            self.table.stand_on(self.table.currentIndex())
        self._follow_selection()

    def _follow_selection(self) -> None:
        self.actions_bar.follow_selection(self.table.count_selected(), movable=self.model.rows_can_move)

    def _show_current(self) -> None:
        measure = self.table.current()
        self.follow_up.show_measure(measure)
        if measure is None:
            self.panel.show_measure(None, "เลือกมาตรการในตารางเพื่อดูรายละเอียด")
            return
        indicator = self._wording.indicator(measure)
        number = self._wording.numerals.show(f"มาตรการที่ {self._number_of(measure)}")
        self.panel.show_measure(measure, number + (f" · {indicator}" if indicator else ""))
        self._show_mentions(measure)

    def _show_mentions(self, measure: Measure) -> None:
        """Name the meetings that spoke about the measure, beside its details."""
        if self.side.page() is not self.panel:
            return
        read = self.context.database.read
        kept = read(office.find_office)
        numbering = kept.meeting_numbering if kept is not None else MeetingNumbering.FISCAL_YEAR
        named = {}
        for place in read(resolutions.resolutions_of, measure.id):
            words = (place.meeting.name or "การประชุม", number_label(place.meeting, numbering))
            named[place.meeting.id] = self._wording.numerals.show(" ".join(part for part in words if part))
        self.panel.mentions.show_meetings(named)

    def _go_to_meeting(self, id_: int) -> None:
        """Turn to a meeting that resolved something about the measure, perhaps in the year after the plan's."""
        meeting = self.context.database.read(meetings.find_meeting, id_)
        if meeting is not None:
            self.context.years.choose(meeting.plan_year)
            self.place_asked.emit(Topic.MEETINGS, id_)

    def _stand_on(self, measure_id: int) -> None:
        self.table.select_measures([measure_id])

    def _forget(self, ids: list[int]) -> None:
        self.panel.forget(ids)
        self.follow_up.forget(ids)

    def _begin_closing(self, measure: Measure, status: Any) -> None:
        self.side.show_page(self.follow_up)
        self.follow_up.begin_closing(measure, status)

    def _ask_report(self, round_: ReportRound) -> None:
        self.finish_editing()
        self.paper_asked.emit(DocumentKind.FOLLOW_UP, PaperOptions(round=round_), None)

    # How it looks

    def _note_side(self, page: QWidget | None) -> None:
        self.actions_bar.details.setChecked(page is self.panel)
        self.actions_bar.follow_up.setChecked(page is self.follow_up)
        self.table.share_width(is_shared=page is not None)
        if page is not None:
            self._share_room()
            self._show_current()

    def _share_room(self) -> None:
        """Give the side panel what its fields need, and the table the rest."""
        wanted, whole = self.fontMetrics().averageCharWidth() * _SIDE_WIDTH, self.splitter.width()
        self.splitter.setSizes([whole - wanted, wanted])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self.editing.undo()
        elif is_redo(event):
            self.editing.redo()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_been_sized:
            self._has_been_sized = True
            if event.size().width() >= _DETAILS_AT_ONCE * self.fontMetrics().averageCharWidth():
                self.side.show_page(self.panel)
