"""The tab of the papers: which there are, how each looks, and out with it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QStandardPaths, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop import files
from ita_desktop.domain.meeting_documents import NewsDocument
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.paper_remarks import remarks_on_paper
from ita_desktop.domain.topics import Topic
from ita_desktop.evidence_checks import check_files
from ita_desktop.evidence_files import evidence_folder
from ita_desktop.services import documents, follow_ups, measures, plans
from ita_desktop.services.documents.news_text import news_text
from ita_desktop.ui.documents import reading
from ita_desktop.ui.documents.notes_panel import NotesPanel
from ita_desktop.ui.documents.paper_list import Key, PaperList, key_of
from ita_desktop.ui.documents.preview import Preview
from ita_desktop.ui.documents.preview_bar import PreviewBar
from ita_desktop.ui.documents.printing import Printing
from ita_desktop.ui.documents.words_dialog import WordsDialog
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.widgets.cards import GAP, PAGE_MARGIN
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.shortcuts import bind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.documents import Document
    from ita_desktop.domain.measure import Plan
    from ita_desktop.domain.paper import PaperOptions, ReportRound
    from ita_desktop.domain.remark import Remark
    from ita_desktop.services.documents import PaperChoice, PaperVariant

_VARIANT_WIDTH = 290
"""Pixels: a division's name is read whole, and the row still fits a narrow window."""
_ALL_COLUMNS = (
    "พิมพ์คะแนนปีก่อน ประเด็น วิธีดำเนินการ การกำกับติดตาม เป้าหมาย และงบประมาณด้วย "
    "กระดาษแนวนอนวางได้ครบทุกคอลัมน์ ส่วนกระดาษแนวตั้งจะพิมพ์ไว้ใต้มาตรการ"
)
_NO_VIEWER = "ไม่พบโปรแกรมเปิดไฟล์ PDF ในเครื่องนี้ ใช้ “บันทึกเป็น PDF” แล้วนำไปเปิดในเครื่องอื่น"


def pdf_of(document: Document) -> bytes:
    """The paper as a PDF."""
    # Imported when the first paper is made: ReportLab takes long to load.
    from ita_desktop.pdf.render import render

    return render(document)


def name_of(document: Document) -> str:
    """The file name that the paper should have."""
    from ita_desktop.pdf.render import suggested_file_name

    return suggested_file_name(document)


class DocumentsTab(Tab):
    """The preview follows the record; while a new one is made the old one stays in sight."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)

    def _build(self) -> None:
        self._shown: Document | None = None
        self._shown_key: Key | None = None
        self._offered: Key | None = None
        self._asked = 0
        self._year: reading.YearOfPapers | None = None
        self._evidence: dict[ReportRound, tuple[Remark, ...]] = {}
        """What is wrong with the evidence files that a report names; empty until somebody looks at the report."""
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._handed_out: QTemporaryDir | None = None
        self.list = PaperList()
        self.notes = NotesPanel()
        self.preview = Preview(self.context.background)
        self.bar = PreviewBar(self.preview, self.context.numerals())
        self.keep = QPushButton("บันทึกเป็น PDF…")
        self.open = QPushButton("เปิดด้วยโปรแกรมอื่น")
        self.print = QPushButton("พิมพ์…")
        self.copy = QPushButton("คัดลอกข้อความข่าว")
        self.words = QPushButton("ข้อความในเอกสาร…")
        self.landscape = QCheckBox("กระดาษแนวนอน")
        self.all_columns = QCheckBox("ทุกคอลัมน์")
        self.variant = QComboBox()
        self._head = ThaiLabel(role="head")
        self._lay_out()

    def _lay_out(self) -> None:
        self.keep.setProperty("kind", "primary")
        self.keep.setToolTip("บันทึกเอกสารที่เห็นเป็นไฟล์ PDF (Ctrl+S)")
        self.open.setToolTip("เปิดสำเนาของเอกสารด้วยโปรแกรมอ่าน PDF ในเครื่อง")
        self.print.setToolTip("ส่งเอกสารที่เห็นไปยังเครื่องพิมพ์ (Ctrl+P)")
        self.copy.setToolTip("คัดลอกข้อความของข่าวไปวางในเว็บไซต์หรือเฟซบุ๊ก")
        self.words.setToolTip("แก้ที่มาและความสำคัญ แนวทาง หัวข้อรายงาน เป้าหมาย และผู้ลงนาม")
        self.landscape.setToolTip("พิมพ์ตารางมาตรการบนกระดาษแนวนอน")
        self.all_columns.setToolTip(_ALL_COLUMNS)
        self.variant.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.variant.setMaximumWidth(_VARIANT_WIDTH)
        self.variant.setAccessibleName("แบบของเอกสาร")
        self.variant.setToolTip("เอกสารนี้จัดทำได้หลายแบบ เลือกแบบที่ต้องการ")
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._head)
        left.addWidget(self.list, 3)
        left.addWidget(self.notes, 2)
        left.addWidget(self.words)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.keep, self.open, self.print, self.copy):
            actions.addWidget(button)
        actions.addStretch(1)
        looks = QHBoxLayout()
        looks.setSpacing(8)
        looks.addWidget(self.bar)
        looks.addStretch(1)
        looks.addWidget(self.all_columns)
        looks.addWidget(self.landscape)
        looks.addWidget(self.variant)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(actions)
        right.addLayout(looks)
        right.addWidget(self.preview, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(left, 30)
        layout.addLayout(right, 70)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _: self._show_chosen())
        self.notes.asked.connect(self._go_to)
        self.keep.clicked.connect(self.save_pdf)
        self.open.clicked.connect(self.open_elsewhere)
        self.print.clicked.connect(self.print_paper)
        self.copy.clicked.connect(self.copy_news)
        self.words.clicked.connect(self.edit_words)
        self.landscape.clicked.connect(lambda on: self._change_plan(lambda plan: replace(plan, landscape=on)))
        self.all_columns.clicked.connect(lambda on: self._change_plan(lambda plan: replace(plan, all_columns=on)))
        self.variant.activated.connect(lambda _: self._show_chosen())
        bind("Ctrl+S", self, self.save_pdf)
        bind("Ctrl+P", self, self.print_paper)

    def home(self) -> QWidget:
        return self.list

    # What is shown

    def refresh(self) -> None:
        """Show the year's papers as the record is now; the preview follows when it is ready."""
        year = self.context.years.plan_year
        self._year = reading.read_year(self.context, year)
        self._evidence = {}
        numerals = self.context.numerals()
        self.bar.set_numerals(numerals)
        self._head.setText(numerals.show(f"เอกสาร ปี {year}"))
        self.list.show_papers(self._year.choices)
        self._show_chosen()

    def show_paper(self, kind: DocumentKind, options: PaperOptions, meeting_id: int | None = None) -> None:
        """Turn to a paper made in the way of these options; without a meeting the newest one's where each has one."""
        if self._stale:
            self._catch_up()
        found = [choice for choice in self.list.papers.shown() if choice.kind is kind]
        choice = next((choice for choice in found if meeting_id in (None, choice.meeting_id)), None)
        if choice is not None:
            self.list.choose(key_of(choice))
            offered = [variant.options for variant in choice.variants]
            if options in offered:
                self.variant.setCurrentIndex(offered.index(options))
            self._show_chosen()
            self.list.setFocus()

    def _show_chosen(self) -> None:
        choice = self.list.current()
        if choice is None or self._year is None:
            return
        self.landscape.setChecked(self._year.plan.landscape)
        self.all_columns.setChecked(self._year.plan.all_columns)
        for box in (self.landscape, self.all_columns):
            box.setVisible(choice.kind is DocumentKind.MEASURES_PLAN)
        self.copy.setVisible(choice.kind is DocumentKind.NEWS and choice.can_print)
        self._offer_variants(choice)
        self._say_notes(choice)
        for button in (self.keep, self.open, self.print):
            button.setEnabled(choice.can_print)
        if choice.can_print:
            self._preview(self._compose(), key_of(choice))
        else:
            self._shown = self._shown_key = None
            self._asked += 1
            self.preview.clear("ยังไม่มีข้อมูลสำหรับเอกสารนี้ ดูสิ่งที่ยังขาดทางซ้าย")
        if choice.kind is DocumentKind.FOLLOW_UP and self._variant(choice).options.round not in self._evidence:
            self._check_evidence(self._variant(choice).options.round)

    def _say_notes(self, choice: PaperChoice) -> None:
        """What is missing in the paper, then the remarks on what it prints."""
        assert self._year is not None
        variant = self._variant(choice)
        remarks = remarks_on_paper(choice.kind, choice.meeting_id, self._year.remarks)
        if choice.kind is DocumentKind.FOLLOW_UP:
            of_round = reading.read_round(self.context, self.context.years.plan_year, variant.options.round)
            remarks = (*self._evidence.get(variant.options.round, ()), *of_round, *remarks)
        self.notes.show_notes(choice.missing_in(variant), remarks, self.context.numerals())

    def _check_evidence(self, report_round: ReportRound) -> None:
        """Look, behind the window, whether the files that the report names are still what they were."""
        read, year, plan_year = self.context.database.read, self._year, self.context.years.plan_year
        of_year = read(measures.list_measures, plan_year)
        until = report_round.last_day(plan_year)
        told = [entry for entry in read(follow_ups.list_progress, plan_year) if entry.recorded_on <= until]
        folder = evidence_folder(self.context.database.path)
        self._evidence[report_round] = ()

        def take(found: tuple[Remark, ...]) -> None:
            choice = self.list.current()
            if year is self._year and choice is not None:
                self._evidence[report_round] = found
                self._say_notes(choice)

        self.context.background.run(lambda: tuple(check_files(of_year, told, folder)), take)

    def _compose(self) -> Document:
        choice = self.list.current()
        assert choice is not None
        return self.context.database.read(
            documents.compose,
            choice.kind,
            self.context.years.plan_year,
            self.context.frameworks(),
            self.context.texts(),
            self.context.today(),
            meeting_id=choice.meeting_id,
            options=self._variant(choice).options,
        )

    def _offer_variants(self, choice: PaperChoice) -> None:
        shown = self.context.numerals().show
        words = [shown(variant.words) for variant in choice.variants]
        offered = [self.variant.itemText(n) for n in range(self.variant.count())]
        if words != offered or key_of(choice) != self._offered:
            self._offered = key_of(choice)
            self.variant.clear()
            self.variant.addItems(words)
        self.variant.setVisible(len(words) > 1)

    def _variant(self, choice: PaperChoice) -> PaperVariant:
        return choice.variants[max(0, self.variant.currentIndex())]

    def _preview(self, document: Document, key: Key) -> None:
        if document == self._shown:
            return
        same_paper = key == self._shown_key
        if self.preview.page_count == 0:
            self.preview.clear("กำลังจัดทำเอกสาร…")
        self._shown, self._shown_key = document, key
        self._asked += 1
        asked = self._asked

        def take(pdf: bytes) -> None:
            if asked == self._asked:
                self.preview.show_pdf(pdf, same_paper=same_paper)

        self.context.background.run(partial(pdf_of, document), take)

    # What is done with a paper

    def save_pdf(self) -> None:
        """Ask for a place and keep the paper there."""
        if self._may_print():
            document = self._compose()
            suggested = self._folder / name_of(document)
            self.context.say.ask_save_file("บันทึกเอกสารเป็น PDF", suggested, partial(self._save_to, document))

    def _save_to(self, document: Document, path: Path) -> None:
        self._folder = path.parent

        def tell(_: None) -> None:
            self.context.say.tell(f"บันทึกเอกสารแล้ว: {path}")

        self._work(lambda: files.write_whole(path, pdf_of(document)), tell)

    def open_elsewhere(self) -> None:
        """Show a copy of the paper in the system's own viewer."""
        if self._may_print():
            document = self._compose()
            path = files.free_name(self._handing_folder() / name_of(document))

            def show(_: None) -> None:
                if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                    self.context.say.error(_NO_VIEWER)

            self._work(lambda: files.write_whole(path, pdf_of(document)), show)

    def print_paper(self) -> None:
        """Ask for a printer and send the paper to it."""
        if self._may_print():
            document = self._compose()
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setDocName(Path(name_of(document)).stem)
            dialog = QPrintDialog(printer, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.setWindowTitle("พิมพ์เอกสาร")
            dialog.accepted.connect(lambda: self._work(partial(pdf_of, document), partial(self._send, printer)))
            # QPrintDialog hides QDialog.open() behind one of its own.
            QDialog.open(dialog)

    def _send(self, printer: QPrinter, pdf: bytes) -> None:
        printing = Printing(pdf, printer, self.context.background, self)
        printing.finished.connect(lambda count: self._tell_printed(printing, count))
        printing.start()

    def _tell_printed(self, printing: Printing, count: int) -> None:
        printing.deleteLater()
        self.context.say.tell(self.context.numerals().show(f"ส่งไปยังเครื่องพิมพ์แล้ว {count} หน้า"))

    def copy_news(self) -> None:
        """Put the words of the news on the clipboard, for the office's web page and Facebook."""
        document = self._compose() if self._may_print() else None
        if isinstance(document, NewsDocument):
            QGuiApplication.clipboard().setText(news_text(document))
            self.context.say.tell("คัดลอกข้อความข่าวแล้ว วางในเว็บไซต์หรือเฟซบุ๊กได้ทันที")

    def edit_words(self) -> None:
        """Open the dialog of the papers' own words."""
        words = reading.read_words(self.context, self.context.years.plan_year)
        WordsDialog(self.context, words, self).open()

    def _change_plan(self, change: Callable[[Plan], Plan]) -> None:
        plan = self.context.database.read(plans.get_plan, self.context.years.plan_year)
        self.context.database.write(plans.save_plan, change(plan))

    def _go_to(self, remark: Remark) -> None:
        self.place_asked.emit(remark.topic, remark.item_id)

    def _may_print(self) -> bool:
        choice = self.list.current()
        return choice is not None and choice.can_print

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Do the work behind the window, with the buttons waiting meanwhile."""
        buttons = (self.keep, self.open, self.print)
        for button in buttons:
            button.setEnabled(False)

        def give_back() -> None:
            for button in buttons:
                button.setEnabled(self._may_print())

        self.context.background.run(work, then, always=give_back)

    def _handing_folder(self) -> Path:
        if self._handed_out is None:
            # Goes with the tab; a copy that a viewer still holds then stays for the system to clean up.
            self._handed_out = QTemporaryDir()
        return Path(self._handed_out.path())
