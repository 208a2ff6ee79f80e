"""The follow-ups of one measure: what was recorded, newest first, and the form for more."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from ita_desktop import evidence_files
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress, ProgressEvidence
from ita_desktop.errors import UserError
from ita_desktop.evidence_files import LookUp
from ita_desktop.services import follow_ups
from ita_desktop.ui.context import Context
from ita_desktop.ui.measures.follow_up.changes import FollowUpChanges
from ita_desktop.ui.measures.follow_up.entry_card import EntryCard
from ita_desktop.ui.measures.follow_up.entry_form import EntryForm
from ita_desktop.ui.measures.follow_up.entry_list import EntryList
from ita_desktop.ui.measures.follow_up.evidence_opening import open_evidence
from ita_desktop.ui.measures.follow_up.file_work import CopyJob, EvidenceChecks, Kept
from ita_desktop.ui.measures.follow_up.words import name_of, state_words, tone_of
from ita_desktop.ui.undo import History
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.scroll_page import ScrollPage


class FollowUpPanel(Card):
    """Follow-ups are saved as steps of the tab's history.

    A form that is left is saved; where that is impossible it is kept with its sentence and shown again with
    its measure, until it is saved or let go.
    """

    touched = Signal(int)
    """An undo or redo changed the follow-ups of the measure with this id."""

    def __init__(self, context: Context, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._folder = evidence_files.evidence_folder(context.database.path)
        self._changes = FollowUpChanges(context.database, history, self)
        self._changes.touched.connect(self.touched)
        self._checks = EvidenceChecks(context.background, self._folder)
        self._measure: Measure | None = None
        self._forms: dict[int, EntryForm] = {}
        self._shown: tuple[object, ...] = ()
        self._build()
        self.setAcceptDrops(True)
        self._show()

    def show_measure(self, measure: Measure | None) -> None:
        """Show a measure's follow-ups; the form of the one shown before is saved or kept."""
        left = self._measure
        self._measure = measure
        if left is not None and (measure is None or left.id != measure.id):
            self._settle(left.id)
        self._show()

    def finish_editing(self) -> None:
        """Save what is being typed; what cannot be saved stays, with the reason beside it."""
        if self._measure is not None:
            self._settle(self._measure.id)

    def unsaved_work(self) -> str:
        """A sentence that names follow-ups that could not be saved, or empty."""
        kept = [form for form in self._forms.values() if not form.is_untouched()]
        if not kept:
            return ""
        if any(form.evidence.is_copying for form in kept):
            return "กำลังคัดลอกไฟล์หลักฐาน การติดตามนี้จึงยังไม่ได้บันทึก"
        names = " ".join(f"“{name_of(form.measure)}”" for form in kept)
        return f"มีการติดตามที่ยังบันทึกไม่ได้ ของมาตรการ {names}"

    def begin_closing(self, measure: Measure, status: MeasureStatus) -> None:
        """Ask for the result or reason that a closed measure needs; the status is saved with the entry."""
        self.show_measure(measure)
        form = self._forms.get(measure.id) or self._open_form(self._new_entry(measure))
        form.ask_for_closing(status)

    def forget(self, ids: Iterable[int]) -> None:
        """Let go of forms of measures that are removed."""
        for id_ in ids:
            self._drop(id_)

    def form(self) -> EntryForm | None:
        """The form of the measure that is shown, if one is open."""
        return self._forms.get(self._measure.id) if self._measure else None

    def cards(self) -> Sequence[EntryCard]:
        """The follow-ups in sight, newest first."""
        return self._entries.cards

    def add_entry(self) -> None:
        """Open an empty form, dated today."""
        if self._measure is None:
            return
        form = self.form() or self._open_form(self._new_entry(self._measure))
        form.texts["result"].setFocus()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Copy files beside the data and put them into the open form, or into a new one.

        What proves a closed measure belongs to the entry that closed it.
        """
        if self._measure is None or not paths:
            return
        is_over = self._measure.status.is_closed and bool(self.cards())
        entry = self.cards()[0].entry if is_over else self._new_entry(self._measure)
        form = self.form() or self._open_form(entry)
        if form.evidence.is_copying:
            form.evidence.note.warn("รอให้คัดลอกไฟล์ก่อนหน้าเสร็จ แล้วเพิ่มไฟล์อีกครั้ง")
            return
        job = CopyJob(paths, self._folder)
        form.evidence.begin_copy(job)
        # Another data file was opened: nobody waits for these files any more.
        form.destroyed.connect(lambda: job.cancel())

        def take(kept: Kept) -> None:
            if isValid(form):
                self._end_copy(form, kept)

        self._context.background.run(job.run, take)

    def _end_copy(self, form: EntryForm, kept: Kept) -> None:
        form.evidence.end_copy(kept)
        form.note.clear()
        if form.save_when_copied and not kept.problems:
            self._settle(form.measure.id)
        elif form is self.form():
            self._check_files()

    def _show(self) -> None:
        """Show the measure's head, its form and its list; nothing is read while the panel is out of sight."""
        if not self.isVisible():
            self._shown = ()
            return
        measure, form = self._measure, self.form()
        for other in self._forms.values():
            other.setVisible(other is form)
        self._show_head(measure)
        self.add.setVisible(measure is not None and form is None)
        progress = self._context.database.read(follow_ups.list_progress_of, measure.id) if measure else []
        shown = (measure and measure.id, form and form.entry.id, tuple(progress), self._context.numerals())
        if shown != self._shown:
            self._shown = shown
            others = [entry for entry in progress if form is None or entry.id != form.entry.id]
            self._entries.show_entries(others, self._context.numerals().show)
        self.nothing.setVisible(measure is not None and form is None and not progress)
        self._check_files()

    def _show_head(self, measure: Measure | None) -> None:
        today = self._context.today()
        self.head.setText(name_of(measure) if measure else "เลือกมาตรการในตารางเพื่อดูการติดตาม")
        self.state.setText(self._context.numerals().show(state_words(measure, today)) if measure else "")
        self.state.set_tone(tone_of(measure, today) if measure else "quiet")

    def _check_files(self) -> None:
        form = self.form()
        being_written = form.evidence.evidence() if form else ()
        self._checks.ask([*self._entries.evidence(), *being_written], self._show_states)

    def _show_states(self, states: dict[ProgressEvidence, LookUp]) -> None:
        if not isValid(self):
            return
        self._entries.show_states(states)
        form = self.form()
        if form is not None:
            form.show_states(states)

    def _new_entry(self, measure: Measure) -> Progress:
        status = measure.status if measure.status is not MeasureStatus.NOT_STARTED else MeasureStatus.IN_PROGRESS
        return Progress(measure.id, self._context.today(), status)

    def _open_form(self, entry: Progress) -> EntryForm:
        assert self._measure is not None
        form = EntryForm(self._measure, entry, self._context.numerals(), self._context.today)
        form.save_asked.connect(lambda: self._save_asked(form))
        form.cancel_asked.connect(lambda: self._cancel(form))
        form.evidence.files_asked.connect(
            lambda: self._context.say.ask_open_files("เลือกไฟล์หลักฐาน", "ไฟล์ทั้งหมด (*)", self.add_files)
        )
        form.evidence.open_asked.connect(self._open_evidence)
        form.reached.connect(self._bringing.start)
        for text in form.texts.values():
            text.caret_moved.connect(lambda text=text: self._follow_caret(text))
        self._forms[self._measure.id] = form
        self._form_place.addWidget(form)
        self._show()
        self.page.ensureVisible(0, 0)
        return form

    def _follow_caret(self, text: GrowingText) -> None:
        """Scroll the line that is being written into sight."""
        content, line = self.page.widget(), text.fontMetrics().lineSpacing()
        if not text.hasFocus() or content is None:
            return
        if text.height() + 2 * line < self.page.viewport().height():
            self._bringing.start()
        else:
            at = text.mapTo(content, text.cursorRect().center())
            self.page.ensureVisible(at.x(), at.y(), 0, line * 2)

    def _show_from_top(self, card: EntryCard | None) -> None:
        """Scroll to the head of a card: the form that went took the focus along the cards, and the page with it."""

        def scroll() -> None:
            content = self.page.widget()
            if card is not None and isValid(card) and content is not None:
                self.page.verticalScrollBar().setValue(card.mapTo(content, QPoint()).y())

        QTimer.singleShot(0, self, scroll)

    def _bring_to_sight(self) -> None:
        """Scroll the field that the keyboard stands in into sight, with its name above and its note below."""
        form, field, content = self.form(), self.focusWidget(), self.page.widget()
        if form is None or field is None or content is None or not field.hasFocus() or not form.isAncestorOf(field):
            return
        # Not `ensureWidgetVisible`, which is content when the cursor in a text is in sight.
        middle = field.mapTo(content, field.rect().center())
        around = field.height() // 2 + round(1.6 * self.fontMetrics().lineSpacing())
        self.page.ensureVisible(middle.x(), middle.y(), 0, min(around, self.page.viewport().height() // 2))

    def _edit(self, entry: Progress) -> None:
        self.finish_editing()
        form = self.form()
        if form is None:
            form = self._open_form(entry)
            form.texts["result"].setFocus()
        else:
            form.focus_problem()

    def _remove(self, entry: Progress) -> None:
        self.finish_editing()
        if self._measure is not None:
            self._changes.remove(self._measure, entry)
            self._context.say.tell("ลบการติดตามแล้ว กดเลิกทำ (Ctrl+Z) หากต้องการนำกลับมา")
            self._show()
            self.add.setFocus()

    def _save_asked(self, form: EntryForm) -> None:
        if self._forms.get(form.measure.id) is not form:
            # A second press that came while the first one closed the form.
            return
        known = {card.entry.id for card in self.cards()}
        if self._save(form):
            self.add.setFocus()
            self._show_from_top(next((card for card in self.cards() if card.entry.id not in known), None))
        else:
            form.focus_problem()

    def _save(self, form: EntryForm) -> bool:
        """Save a form and close it; False, with the reason shown in it, when it cannot be saved."""
        entry = form.take()
        if entry is None:
            return False
        if entry.id == NEW or entry != form.entry:
            try:
                self._changes.record(form.measure, entry)
            except UserError as error:
                form.complain(error.sentence)
                return False
        self._drop(form.measure.id)
        return True

    def _settle(self, measure_id: int) -> None:
        """Close a form that is left: untouched at once, else by saving; keep it where that fails."""
        form = self._forms.get(measure_id)
        if form is None:
            return
        if form.is_untouched():
            self._drop(measure_id)
            if form.asked_status is not None:
                self._context.say.tell(f"ยังไม่ได้เปลี่ยนสถานะเป็น “{form.asked_status.words}” เพราะยังไม่ได้กรอกผลหรือเหตุผล")
        elif form.evidence.is_copying:
            form.save_when_copied = True
        else:
            self._save(form)

    def _cancel(self, form: EntryForm) -> None:
        if form.is_untouched():
            self._drop(form.measure.id)
            self.add.setFocus()
            return
        self._context.say.confirm(
            "ทิ้งสิ่งที่กรอกในการติดตามนี้หรือไม่", lambda: self._drop(form.measure.id), danger=True, yes="ทิ้ง"
        )

    def _drop(self, measure_id: int) -> None:
        form = self._forms.pop(measure_id, None)
        if form is not None:
            form.evidence.cancel()
            self._form_place.removeWidget(form)
            form.hide()
            form.deleteLater()
            self._show()

    def _open_evidence(self, evidence: ProgressEvidence) -> None:
        open_evidence(self._context, self._folder, evidence)

    def _build(self) -> None:
        self.page = ScrollPage(margin=0, keeps_width=True)
        self.body.setContentsMargins(14, 8, 0, 8)
        self.head = ThaiLabel("", "head")
        self.state = ThaiLabel("", "caption")
        self.add = QPushButton("+ เพิ่มการติดตาม")
        self.add.setProperty("kind", "primary")
        self.add.clicked.connect(lambda _=False: self.add_entry())
        self.nothing = ThaiLabel("ยังไม่มีการติดตาม บันทึกความคืบหน้า ผล ปัญหา และแนบหลักฐานได้ที่นี่ หรือลากไฟล์มาวาง")
        self.nothing.set_tone("quiet")
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form_place, self._entries = QVBoxLayout(), EntryList()
        self._entries.edit_asked.connect(self._edit)
        self._entries.remove_asked.connect(self._remove)
        self._entries.open_asked.connect(self._open_evidence)
        # A form takes its height some moments after a field of it took the keyboard.
        self._bringing = QTimer(self, singleShot=True, interval=0)
        self._bringing.timeout.connect(self._bring_to_sight)
        self.page.verticalScrollBar().rangeChanged.connect(lambda *_: self._bringing.start())
        self.page.body.addLayout(self._form_place)
        self.page.body.addWidget(self._entries)
        self.page.body.insertWidget(0, self.nothing)
        self.page.body.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, self.page.bar_width, 0)
        for widget in (self.head, self.state, self.add):
            top.addWidget(widget)
        self.body.addLayout(top)
        self.body.addWidget(self.page, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _local_files(event)
        if paths:
            event.acceptProposedAction()
            self.add_files(paths)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._measure is not None and _local_files(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()


def _local_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
