"""The page where scores are entered: the grid beside what it means while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.ui.scores.insight import Insight
from ita_desktop.ui.scores.score_table import ScoreTable
from ita_desktop.ui.scores.summary import SummaryCards
from ita_desktop.ui.widgets.cards import GAP, PAGE_MARGIN, Card, Strip
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.thai.digits import Numerals
    from ita_desktop.ui.scores.parts import YearScores

MOST_YEARS = 10
_ONE_COLUMN = 90
"""Width in letters below which the chart goes under the grid."""
_LEAST_ROWS = 8
_ONE_BAR = 80
"""Width of the grid in letters from which all buttons stand in one line."""
_SECTIONS = {
    "weights": "น้ำหนักคะแนน",
    "indicators": "ชื่อตัวชี้วัด",
    "levels": "เกณฑ์ระดับผล",
}
_DETAIL_SECTIONS = {"questions": "จำนวนข้อคำถาม", "oit_items": "รายการข้อ OIT"}
_MOST_REMARKS = 4


class EntryPage(QWidget):
    """Shows the years that the tab gives it and tells what the clerk asks for."""

    years_asked = Signal(int)
    """So many years are to be shown."""
    paste_asked = Signal()
    import_asked = Signal()
    framework_asked = Signal()

    def __init__(self, numerals: Numerals, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numerals = numerals
        self.cards = SummaryCards()
        self.warning = Strip(Tone.WARNING)
        self.unverified = Strip(Tone.HINT)
        self.table = ScoreTable(numerals, today)
        self.note = FieldNote()
        self.insight = Insight()
        self.years = QComboBox()
        self.unfold = QPushButton("กางรายข้อ")
        self.paste = QPushButton("วางจาก Excel/Word…")
        self.import_file = QPushButton("นำเข้าจากไฟล์…")
        self.framework = QPushButton("เกณฑ์การประเมิน…")
        self._build()
        self._connect()

    def show_years(self, years: Sequence[YearScores], numerals: Numerals) -> None:
        """Show the stored scores, newest year first; what is being typed stays."""
        self._numerals = numerals
        self.table.set_numerals(numerals)
        self.table.scores.show_years(years, numerals)
        self.table.fit_columns()
        if not self.table.currentIndex().isValid():
            self.table.go_to("total")
        self._show_count(len(years))
        self.unfold.setEnabled(bool(self.table.scores.foldable()))
        self.follow()

    def follow(self) -> None:
        """Say what the scores as typed mean."""
        numerals, years = self._numerals, self.table.scores.years()
        this, before = years[0], years[1]
        self.cards.show_scores(this, before, numerals)
        self.insight.show_scores(this, before, numerals)
        remarks = [remark.sentence for n in range(len(years)) for remark in self.table.scores.remarks(n)]
        more = [f"และอีก {len(remarks) - _MOST_REMARKS} ข้อ"] if len(remarks) > _MOST_REMARKS else []
        _say(self.warning, numerals.show("\n".join([*remarks[:_MOST_REMARKS], *more])))
        self._say_unverified(this)

    def unread_sentence(self) -> str:
        """Names the first text that could not be read, empty when there is none."""
        unread = self.table.scores.all_unread()
        return "มีคะแนนหรือวันที่ที่อ่านไม่ได้ในแท็บคะแนน ITA จึงยังไม่ได้บันทึก" if unread else ""

    def _show_count(self, count: int) -> None:
        self.years.blockSignals(True)
        for number in range(self.years.count()):
            self.years.setItemText(number, self._numerals.show(f"แสดง {number + 2} ปี"))
        self.years.setCurrentIndex(count - 2)
        self.years.blockSignals(False)

    def _say_unverified(self, scores: YearScores) -> None:
        framework = scores.framework
        unverified = {section for section, evidence in framework.evidence.items() if not evidence.verified}
        wanted = dict(_SECTIONS)
        if self.table.scores.unfolded:
            wanted |= _DETAIL_SECTIONS
        if framework.eit_parts:
            wanted["eit_parts"] = "การแบ่ง EIT เป็นส่วน"
        level = scores.outcome.level
        if level is not None:
            wanted[f"levels.{level.name}"] = f"เกณฑ์ระดับ{level.name}"
        parts = [words for section, words in wanted.items() if section in unverified]
        sentence = (
            f"{' '.join(parts)} ของปี {framework.year} ยังไม่ได้ตรวจสอบกับเอกสารของสำนักงาน ป.ป.ช. โปรดใช้ประกอบการพิจารณา"
        )
        _say(self.unverified, self._numerals.show(sentence) if parts else "")

    def _say_problem(self, problem: str) -> None:
        if problem:
            self.note.error(problem)
            return
        others = self.table.scores.all_unread()
        if others:
            year, _, text, why = others[0]
            self.note.error(self._numerals.show(f"ปี {year}: “{text}” ยังไม่ได้บันทึก {why}"))
        else:
            self.note.clear()

    def _toggle_all(self) -> None:
        model = self.table.scores
        self.table.finish()
        model.unfold(set() if model.unfolded else set(model.foldable()))

    def _name_unfold(self) -> None:
        self.unfold.setText("พับรายข้อ" if self.table.scores.unfolded else "กางรายข้อ")
        self._say_unverified(self.table.scores.scores())

    def _build(self) -> None:
        for count in range(2, MOST_YEARS + 1):
            self.years.addItem("", count)
        self.years.setAccessibleName("จำนวนปีที่แสดง")
        self.years.setMinimumContentsLength(8)
        self.unfold.setToolTip("กางหรือพับคะแนนรายข้อของทุกตัวชี้วัด ทีละตัวชี้วัดใช้แป้นเว้นวรรคในตาราง")
        self.framework.setProperty("kind", "quiet")
        self._entry = Card()
        self._entry.body.setContentsMargins(12, 8, 12, 8)
        self._entry.body.addLayout(self._bar())
        self._entry.body.addWidget(self.table, 1)
        self._entry.body.addWidget(self.note)
        self._side = ScrollPage(margin=0)
        self._side.body.addWidget(self.insight, 1)
        self._side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._entry, 15)
        self._columns.addWidget(self._side, 9)
        self.page = ScrollPage(margin=0)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for strip in (self.warning, self.unverified):
            self.page.body.addWidget(strip)
        self.page.body.addLayout(self._columns, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, GAP)
        outside.addWidget(self.page)

    def _bar(self) -> QBoxLayout:
        self._bars = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bars.setSpacing(6)
        for widgets in ((self.years, self.unfold, self.framework), (self.paste, self.import_file)):
            bar = QHBoxLayout()
            bar.setSpacing(6)
            for widget in widgets:
                bar.addWidget(widget)
            bar.addStretch(1)
            self._bars.addLayout(bar)
        return self._bars

    def _connect(self) -> None:
        self.table.scores.typed.connect(self.follow)
        self.table.scores.layoutChanged.connect(self._name_unfold)
        self.table.told.connect(self._say_problem)
        self.table.block_pasted.connect(lambda _: self.paste_asked.emit())
        self.years.activated.connect(lambda _: self.years_asked.emit(int(self.years.currentData())))
        self.unfold.clicked.connect(self._toggle_all)
        self.paste.clicked.connect(lambda: self.paste_asked.emit())
        self.import_file.clicked.connect(lambda: self.import_asked.emit())
        self.framework.clicked.connect(lambda: self.framework_asked.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() / self.fontMetrics().averageCharWidth() < _ONE_COLUMN
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._place_cards(narrow)
        share = event.size().width() * (1 if narrow else 15 / 24)
        one_bar = share / self.fontMetrics().averageCharWidth() >= _ONE_BAR
        self._bars.setDirection(QBoxLayout.Direction.LeftToRight if one_bar else QBoxLayout.Direction.TopToBottom)
        # Side by side each column scrolls by itself; one below the other the whole page does.
        line = self.table.verticalHeader().defaultSectionSize()
        room = max(event.size().height() - 3 * line, _LEAST_ROWS * line)
        self.table.setMinimumHeight(min(self.table.full_height(), room) if narrow else 6 * line)
        self._side.setMinimumHeight(self.insight.minimumSizeHint().height() if narrow else 0)

    def _place_cards(self, narrow: bool) -> None:
        """Beside the grid the level and its reason stay in sight while typing; a narrow page begins with them."""
        self.cards.stack(not narrow)
        wanted, other = (self.page.body, self._side.body) if narrow else (self._side.body, self.page.body)
        if wanted.indexOf(self.cards) < 0:
            other.removeWidget(self.cards)
            wanted.insertWidget(0, self.cards)


def shown_years(newest: FiscalYear, count: int) -> tuple[FiscalYear, ...]:
    """The result years to show, newest first."""
    return tuple(newest - back for back in range(count))


def _say(strip: Strip, sentence: str) -> None:
    # Every key asks; laying the page out anew is worth it only when the words change.
    if strip.sentence != sentence:
        strip.say(sentence)
