"""The scores tab: two years' scores, saved one by one, and what they mean while they are typed."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.explanation import difference_sentence
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.ui.scores.announcement import Announcement
from ita_desktop.ui.scores.insight import Insight
from ita_desktop.ui.scores.parts import Part, ScorePart, YearScores
from ita_desktop.ui.scores.score_grid import ScoreGrid
from ita_desktop.ui.scores.summary import SummaryCards
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.undo import History, UndoButtons, is_redo, is_undo
from ita_desktop.ui.widgets.cards import GAP, PAGE_MARGIN, Card, Strip
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.saved_mark import SavedMark
from ita_desktop.ui.widgets.scroll_page import ScrollPage

_ONE_COLUMN, _ROOM_FOR_CHANGES = 90, 135
"""Widths in letters: below the first the chart goes under the grid, below the second the changes are left out."""
_SECTIONS = {"weights": "น้ำหนักคะแนน", "indicators": "ชื่อตัวชี้วัด", "levels": "เกณฑ์ระดับผล"}


_ROOM_FOR_CARDS = 22
"""Height in lines from which the cards stand still above the scrolling grid."""


class ScoresTab(Tab):
    """Scores of the result year beside the year before; each is saved when its field is left."""

    topics = frozenset({Topic.OFFICE, Topic.ASSESSMENTS, Topic.FRAMEWORKS})

    def _build(self) -> None:
        numerals = self.context.numerals()
        self._years: tuple[FiscalYear, ...] = ()
        self._history = History(self.context.years, self)
        self.cards = SummaryCards()
        self.warning = Strip(Tone.WARNING)
        self.unverified = Strip(Tone.HINT)
        self.grid = ScoreGrid()
        self.announcement = Announcement(numerals, self.context.today)
        self.insight = Insight()
        self.saved = SavedMark(numerals)
        self.undo_buttons = UndoButtons(self._history)
        entry = Card()
        entry.body.setContentsMargins(16, 8, 16, 14)
        self.grid.set_corner(self.undo_buttons)
        entry.body.addWidget(self.grid)
        head = QHBoxLayout()
        head.addWidget(ThaiLabel("ประกาศผล", "head"), 1)
        head.addWidget(self.saved)
        entry.body.addLayout(head)
        entry.body.addWidget(self.announcement)
        entry.body.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(entry, 13, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self.insight, 10)
        self.page = ScrollPage(margin=0)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for widget in (self.warning, self.unverified):
            self.page.body.addWidget(widget)
        self.page.body.addLayout(self._columns, 1)
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        self._outside.setSpacing(GAP)
        self._outside.addWidget(self.cards)
        self._outside.addWidget(self.page, 1)

    def _connect(self) -> None:
        self.grid.typed.connect(self._follow_typing)
        self.grid.entered.connect(self._enter_score)
        self.grid.left_downwards.connect(self.announcement.levels[0].setFocus)
        self.announcement.entered.connect(self._enter)
        self.undo_buttons.undo_asked.connect(self._undo)
        self.undo_buttons.redo_asked.connect(self._redo)

    def refresh(self) -> None:
        """Show both years as stored; what is being typed into other years is saved first."""
        if self._years != self._shown_years():
            self.finish_editing()
            self._years = self._shown_years()
        numerals = self.context.numerals()
        this, before = (self._stored(year) for year in self._shown_years())
        self.saved.set_numerals(numerals)
        self.announcement.show_years(this, before, numerals)
        self.grid.show_years(this, before, numerals)
        self._say_unverified(this.framework)
        self._follow_typing()

    def finish_editing(self) -> None:
        """Save every score, date and source that can be read."""
        if not self._years:
            return
        self.grid.finish()
        self.announcement.finish()

    def unsaved_work(self) -> str:
        """Says that text stands here that could not be read."""
        if self.grid.has_unsaved_text() or self.announcement.has_unsaved_text():
            return "มีคะแนนหรือวันที่ที่อ่านไม่ได้ในแท็บคะแนน ITA จึงยังไม่ได้บันทึก"
        return ""

    def _shown_years(self) -> tuple[FiscalYear, FiscalYear]:
        year = self.context.years.result_year
        return year, year - 1

    def _stored(self, year: FiscalYear) -> YearScores:
        return YearScores(self.context.frameworks().of(year), self.context.assessment(year) or Assessment(year))

    def _follow_typing(self) -> None:
        numerals = self.context.numerals()
        this, before = self.grid.typed_scores(0), self.grid.typed_scores(1)
        self.grid.show_derived(this, before, numerals)
        self.announcement.show_derived(this, before, numerals)
        self.cards.show_scores(this, before, numerals)
        self.insight.show_scores(this, before, numerals)
        sentences = [
            f"ปี {scores.assessment.year}: {difference_sentence(difference)}"
            for scores in (this, before)
            for difference in scores.outcome.differences
        ]
        self.warning.say(numerals.show("\n".join(sentences)))

    def _say_unverified(self, framework: Framework) -> None:
        parts = [
            words for section, words in _SECTIONS.items() if (e := framework.evidence.get(section)) and not e.verified
        ]
        sentence = (
            f"{' '.join(parts)} ของปี {framework.year} ยังไม่ได้ตรวจสอบกับเอกสารของสำนักงาน ป.ป.ช. โปรดใช้ประกอบการพิจารณา"
        )
        self.unverified.say(self.context.numerals().show(sentence) if parts else "")

    def _enter_score(self, year: FiscalYear, part: ScorePart, value: Any) -> None:
        try:
            self._enter(year, part, value)
        except UserError as error:
            cell = self.grid.cell_of(part, year)
            if cell is None:
                raise
            stored = part.get(self._stored(year).assessment)
            cell.show_unsaved(stored, cell.text(), error.sentence)

    def _enter(self, year: FiscalYear, part: Part[Any], value: Any) -> None:
        before = self.context.assessment(year)
        old = part.get(before or Assessment(year))
        if old == value:
            return
        self._history.do(
            self.context.numerals().show(f"แก้ไข{part.name} ปี {year}"),
            # The year that the cell was shown in, which may be left already.
            self._years[0] + 1,
            lambda: self._put(year, part, value),
            lambda: self._put(year, part, old, remove_empty=before is None),
        )

    def _put(self, year: FiscalYear, part: Part[Any], value: Any, *, remove_empty: bool = False) -> None:
        """Save one fact beside the others as they are now; `remove_empty` when the year had no record before it."""
        # Imported when something is saved: the first page is shown before the services are loaded.
        from ita_desktop.services import assessments

        database = self.context.database
        current = self.context.assessment(year) or Assessment(year)
        changed = part.put(current, value)
        if remove_empty and changed == Assessment(year):
            database.write(assessments.remove_assessment, year)
        else:
            database.write(assessments.record_assessment, changed)
        self.saved.saved_at(self.context.now().time())
        if cell := self.grid.cell_of(part, year):
            cell.set_saved(True)

    def _undo(self) -> None:
        self.finish_editing()
        self._history.undo()

    def _redo(self) -> None:
        self.finish_editing()
        self._history.redo()

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
        narrow = letters < _ONE_COLUMN
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.grid.show_changes(narrow or letters >= _ROOM_FOR_CHANGES)
        lines = event.size().height() / self.fontMetrics().height()
        self._hold_cards(lines >= _ROOM_FOR_CARDS)

    def _hold_cards(self, held: bool) -> None:
        """Keep the cards in sight while the grid scrolls, or let them scroll with it on a low screen."""
        wanted, other = (self._outside, self.page.body) if held else (self.page.body, self._outside)
        if wanted.indexOf(self.cards) < 0:
            other.removeWidget(self.cards)
            wanted.insertWidget(0, self.cards)
