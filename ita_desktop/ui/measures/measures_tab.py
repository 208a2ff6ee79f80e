"""The measures tab: a plan year's measures, edited in place, with what is late or lacking above them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import assessments, measures, office
from ita_desktop.ui.measures.action_bar import ActionBar
from ita_desktop.ui.measures.changes import MeasureChanges, moved_ids
from ita_desktop.ui.measures.columns import TEXT, measure_columns
from ita_desktop.ui.measures.detail_panel import DetailPanel
from ita_desktop.ui.measures.editors import make_delegates
from ita_desktop.ui.measures.filter_bar import FilterBar
from ita_desktop.ui.measures.message_page import MessagePage
from ita_desktop.ui.measures.overview import late_by_division, overview_sentences, weak_without_measure
from ita_desktop.ui.measures.table_view import MeasuresTable
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.table_model import RecordTableModel
from ita_desktop.ui.undo import History, is_redo, is_undo
from ita_desktop.ui.widgets.cards import PAGE_MARGIN, Strip
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.shortcuts import bind

_SIDE_BY_SIDE, _DETAILS_AT_ONCE = 130, 165
"""Widths in letters: from the first on the details stand beside the table, from the second on they are shown."""


_DETAILS_WIDTH = 36
"""Width of the details beside the table, in letters."""


class MeasuresTab(Tab):
    """The table of one plan year; every change is saved at once and can be undone."""

    topics = frozenset({Topic.OFFICE, Topic.ASSESSMENTS, Topic.FRAMEWORKS, Topic.MEASURES, Topic.FOLLOW_UPS})

    def _build(self) -> None:
        context = self.context
        self._history = History(context.years, self)
        self._changes = MeasureChanges(context.database, self._history)
        self._wording = Wording(
            context.years.plan_year,
            context.frameworks().of(context.years.result_year),
            (),
            context.numerals(),
            context.today(),
        )
        self._just_added = 0
        self._has_been_sized = False
        self.model = RecordTableModel[Measure](
            measure_columns(self._wording, []), searched=lambda m: self._wording.searched(m), parent=self
        )
        self.strip = Strip(Tone.WARNING)
        self.see_late = self.strip.add_button("ดูที่เลยกำหนด")
        self.filters = FilterBar()
        self.actions_bar = ActionBar(self._history, context.numerals())
        self.table = MeasuresTable(self.model)
        self.table.set_delegates(make_delegates(lambda: self._wording, self))
        self.panel = DetailPanel(context.numerals)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.empty = MessagePage(
            "ยังไม่มีมาตรการในปีนี้",
            "เริ่มจากตัวชี้วัดที่คะแนนต่ำ เขียนว่าจะทำอะไร ใครรับผิดชอบ และเมื่อใด พิมพ์ในตารางได้ทันที โปรแกรมบันทึกให้เอง",
            "เพิ่มมาตรการแรก",
        )
        self.nothing_found = MessagePage("ไม่พบมาตรการที่ค้นหา", "ลองใช้คำที่สั้นลง หรือแสดงทั้งหมด", "แสดงทั้งหมด")
        self.panel.hide()
        self.setFocusProxy(self.table)
        self.pages = QStackedWidget()
        for page in (self.splitter, self.empty, self.nothing_found):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, 10, PAGE_MARGIN, 10)
        layout.setSpacing(8)
        for widget in (self.strip, self.filters, self.actions_bar):
            layout.addWidget(widget)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        bar = self.actions_bar
        self.model.edited.connect(self._save)
        self.panel.edited.connect(self._save_details)
        self.filters.changed.connect(self._filter)
        self.filters.left_downwards.connect(self.table.setFocus)
        self.see_late.clicked.connect(lambda _=False: self.filters.show_late())
        for button in (bar.add, self.empty.button):
            button.clicked.connect(lambda _=False: self.add_measure())
        for button in (bar.clear_filters, self.nothing_found.button):
            button.clicked.connect(lambda _=False: self.filters.clear())
        bar.copy.clicked.connect(lambda _=False: self._copy())
        bar.remove.clicked.connect(lambda _=False: self._remove())
        bar.move_asked.connect(self._move)
        bar.undo_buttons.undo_asked.connect(self._undo)
        bar.undo_buttons.redo_asked.connect(self._redo)
        bar.details.toggled.connect(self._show_details)
        self.table.move_asked.connect(self._move)
        self.table.remove_asked.connect(self._remove)
        self.table.dropped.connect(self._drop)
        self.table.editing_ended.connect(self._note_editing_ended)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.model.layoutChanged.connect(self._follow_selection)
        bind("Ctrl+N", self, self.add_measure)
        bind("Ctrl+D", self, self._copy)
        bind("Ctrl+F", self, self.filters.search.setFocus)
        bind("F4", self, bar.details.toggle)

    def refresh(self) -> None:
        """Show the year's measures as stored; another year's open editor is saved first."""
        context = self.context
        year = context.years.plan_year
        if year != self._wording.plan_year:
            self.finish_editing()
        records = context.database.read(measures.list_measures, year)
        divisions = context.database.read(office.list_divisions)
        assessment = context.database.read(assessments.find_assessment, year - 1)
        framework = context.frameworks().of(year - 1)
        self._wording = Wording(year, framework, tuple(divisions), context.numerals(), context.today())
        self.model.set_columns(measure_columns(self._wording, records))
        choice_is_gone = self.filters.offer(self._wording)
        self.model.set_records(records)
        if choice_is_gone:
            self._filter()
        self._say_overview(records, assessment)
        self._show_page()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.go_to(self.model.record(0).id)
        self._show_current()

    def finish_editing(self) -> None:
        """Save the open cell and the field of the panel that is being typed in."""
        self.table.finish_editing()
        self.panel.finish_editing()

    def show_item(self, item_id: int) -> None:
        """Stand on a measure, shown whatever was filtered for."""
        if self.model.row_of(item_id) < 0:
            self.filters.clear()
        self.table.go_to(item_id)
        self.table.setFocus()

    def unsaved_work(self) -> str:
        """Says that an amount stands here that could not be read."""
        return "มีงบประมาณที่อ่านไม่ได้ในแท็บมาตรการ จึงยังไม่ได้บันทึก" if self.panel.has_unsaved_text() else ""

    def add_measure(self) -> None:
        """Store a new measure below the current one and begin to type its text."""
        self.finish_editing()
        self.filters.search.clear()
        current = self.table.current()
        place = current.position + 1 if current is not None and self.model.in_stored_order else 0
        measure = self.filters.preset(Measure(self.context.years.plan_year, position=place))
        accepts = self.filters.accepts()
        if accepts is not None and not accepts(measure):
            self.filters.clear()
        added = self._changes.add(measure)
        self._note_saved()
        self._just_added = added
        self.table.go_to(added, TEXT, edit=True)

    def _save(self, measure: Measure) -> None:
        """Save an edited cell; its editor stays open when that fails."""
        try:
            self._changes.edit(measure)
        except UserError as error:
            self.table.note_saving(done=False)
            self.context.say.error(error)
            return
        self.table.note_saving(done=True)
        self._just_added = 0
        self._note_saved()

    def _save_details(self, measure: Measure) -> None:
        self._changes.edit(measure)
        self._note_saved()

    def _copy(self) -> None:
        self.finish_editing()
        copies = self._changes.copy(self.table.selected())
        if copies:
            self._note_saved()
            self.table.select_measures(copies)

    def _remove(self) -> None:
        self.finish_editing()
        chosen = self.table.selected()
        if not chosen:
            return
        row = self.model.row_of(chosen[0].id)
        self._changes.remove(chosen)
        self.panel.forget(measure.id for measure in chosen)
        self._note_saved()
        self.context.say.tell(self._show(f"ลบ {len(chosen)} มาตรการแล้ว กดเลิกทำ (Ctrl+Z) หากต้องการนำกลับมา"))
        if self.model.rowCount():
            self.table.select_measures([self.model.record(min(row, self.model.rowCount() - 1)).id])
        self.table.setFocus()

    def _move(self, rows: int) -> None:
        if not self.model.in_stored_order:
            self.context.say.tell("เลื่อนลำดับได้เมื่อแสดงทุกมาตรการตามลำดับเดิม กด “แสดงทั้งหมด” หรือหัวตาราง “ที่” ก่อน")
            return
        places = [self.model.row_of(measure.id) for measure in self.table.selected()]
        if places:
            self._drop(max(0, places[0] - 1) if rows < 0 else min(self.model.rowCount(), places[-1] + 2))

    def _drop(self, before: int) -> None:
        chosen = [measure.id for measure in self.table.selected()]
        ids = [measure.id for measure in self.model.records()]
        self.finish_editing()
        self._changes.move(self.context.years.plan_year, moved_ids(ids, chosen, before))
        self._note_saved()
        self.table.scrollTo(self.table.currentIndex())

    def _undo(self) -> None:
        self.finish_editing()
        if self._history.undo():
            self._show_touched()

    def _redo(self) -> None:
        self.finish_editing()
        if self._history.redo():
            self._show_touched()

    def _show_touched(self) -> None:
        self._note_saved()
        if self._changes.touched:
            self.table.select_measures(list(self._changes.touched))

    def _note_editing_ended(self, measure_id: int, taken_back: bool) -> None:
        # Esc right after “add” means: no new measure after all.
        if measure_id == self._just_added and taken_back:
            QTimer.singleShot(0, self, self._take_added_back)
        elif not taken_back:
            self._just_added = 0

    def _take_added_back(self) -> None:
        if self._just_added and self.table.open_editor() is None:
            self._just_added = 0
            self._history.undo()

    def _note_saved(self) -> None:
        self.actions_bar.show_saved(self.context.now().time())

    def _filter(self) -> None:
        self.finish_editing()
        self.model.filter(self.filters.accepts())
        self.model.search(self.filters.search.text())
        self._show_page()

    def _say_overview(self, records: list[Measure], assessment: Assessment | None) -> None:
        words = self._wording
        late = late_by_division(records, words.divisions, words.today)
        late_count = sum(measure.is_late(words.today) for measure in records)
        uncovered = weak_without_measure(words.framework, assessment, records)
        mark = f"{words.framework.pass_mark.normalize():f}"
        sentences = overview_sentences(late, late_count, uncovered, mark)
        self.strip.say(self._show("\n".join(sentences)), Tone.WARNING if late_count else Tone.HINT)
        self.see_late.setVisible(late_count > 0)

    def _show_page(self) -> None:
        total, shown = len(self.model.records()), self.model.rowCount()
        self.actions_bar.show_count(shown, total, self._wording.numerals)
        self.actions_bar.clear_filters.setVisible(self.filters.is_active())
        self.filters.setVisible(total > 0)
        page = self.splitter if shown else self.nothing_found if total else self.empty
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
        if self.table.currentIndex().isValid() and not self.table.selected():
            # The selected row went out of sight: the one that the keyboard stands on now is selected.
            self.table.stand_on(self.table.currentIndex())
        self._follow_selection()

    def _follow_selection(self) -> None:
        self.actions_bar.follow_selection(len(self.table.selected()), movable=self.model.in_stored_order)

    def _show_current(self) -> None:
        measure = self.table.current()
        if measure is None:
            self.panel.show_measure(None, "เลือกมาตรการในตารางเพื่อดูรายละเอียด")
            return
        number = [record.id for record in self.model.records()].index(measure.id) + 1
        indicator = self._wording.indicator(measure)
        self.panel.show_measure(measure, self._show(f"มาตรการที่ {number}") + (f" · {indicator}" if indicator else ""))

    def _show_details(self, shown: bool) -> None:
        if not shown:
            self.panel.finish_editing()
        self.panel.setVisible(shown)
        if shown:
            self._share_room()

    def _share_room(self) -> None:
        """Give the details a third of the width, or as much height as their fields need."""
        if self.splitter.orientation() == Qt.Orientation.Horizontal:
            wanted, whole = self.fontMetrics().averageCharWidth() * _DETAILS_WIDTH, self.splitter.width()
        else:
            wanted, whole = self.panel.sizeHint().height(), self.splitter.height()
        self.splitter.setSizes([whole - wanted, wanted])

    def _show(self, text: str) -> str:
        return self._wording.numerals.show(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self._undo()
        elif is_redo(event):
            self._redo()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = event.size().width() / self.fontMetrics().averageCharWidth()
        beside = letters >= _SIDE_BY_SIDE
        orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if orientation != self.splitter.orientation():
            self.splitter.setOrientation(orientation)
            self.panel.set_columns(1 if beside else 3)
            QTimer.singleShot(0, self, self._share_room)
        if not self._has_been_sized:
            self._has_been_sized = True
            self.actions_bar.details.setChecked(letters >= _DETAILS_AT_ONCE)
            self.panel.setVisible(self.actions_bar.details.isChecked())
