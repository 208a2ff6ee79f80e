"""The what-if page: scores tried on sliders, what they would give, and the least change to a level."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.assessment import Assessment, format_score
from ita_desktop.domain.measure import Target
from ita_desktop.domain.what_if import Change, fewest_indicators, fewest_points, imagined, raised, taken_over
from ita_desktop.services import plans
from ita_desktop.ui.scores.parts import YearScores
from ita_desktop.ui.scores.what_if_answers import EffectsCard, SolveCard, TargetCard, WhatIfCards, answer, brief
from ita_desktop.ui.scores.what_if_panel import WhatIfPanel
from ita_desktop.ui.scores.what_if_slots import slots_of
from ita_desktop.ui.widgets.cards import GAP, PAGE_MARGIN, Card
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.ui.context import Context

_ONE_COLUMN, _ROOM_FOR_CHANGES = 95, 135
"""Widths in letters: below the first the answers go under the panel, below the second changes are left out."""
_ROOM_FOR_CARDS = 18
"""Height in lines from which total and level stand still above the scrolling panel."""


class WhatIfPage(QWidget):
    """Nothing tried here is saved, unless it is taken over as the plan's target."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._year: FiscalYear | None = None
        self._scores = self._stored()
        self._tried: dict[str, Decimal] = {}
        self._solution: Change | None = None
        self._before_target: Target | None = None
        self.cards = WhatIfCards()
        self.brief = ThaiLabel("", "head")
        self.panel = WhatIfPanel()
        self.back = QPushButton("กลับเป็นคะแนนจริง")
        self.solve = SolveCard()
        self.effects = EffectsCard()
        self.target = TargetCard()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the result year's scores as kept; what was tried stays while it is the same year."""
        before, self._scores = self._scores, self._stored()
        actual = self._scores
        if self._year != actual.assessment.year:
            self._year = actual.assessment.year
            self._before_target = None
            self._forget()
        slots = slots_of(actual)
        known = {slot.key for slot in slots}
        self._tried = {key: score for key, score in self._tried.items() if key in known}
        if actual != before:
            # An answer holds for the scores and the rules that it was found with.
            self._solution = None
            self.solve.say("")
        self.panel.show_slots(actual.framework, slots, self._context.numerals())
        self.solve.offer(actual.framework, actual.outcome)
        self._show()
        self._show_target()

    def tried(self) -> Assessment:
        """The assessment as it is tried now, nothing of it saved."""
        actual = self._scores
        if self._solution is not None:
            return raised(actual.framework, self._held(actual), self._solution.raises)
        return imagined(actual.framework, actual.assessment, self._tried)

    def _build(self) -> None:
        self._entry = Card()
        head = QHBoxLayout()
        head.addWidget(ThaiLabel("ลองปรับคะแนน", "head"), 1)
        head.addWidget(self.back)
        self._entry.body.addLayout(head)
        self._entry.body.addWidget(
            ThaiLabel("เลื่อนหรือพิมพ์คะแนนที่อยากลอง คะแนนจริงไม่เปลี่ยน เครื่องหมาย ▲ ใต้แถบคือคะแนนจริง", "caption")
        )
        self._entry.body.addWidget(self.panel)
        self._entry.body.addStretch(1)
        answers = QVBoxLayout()
        answers.setSpacing(GAP)
        for card in (self.solve, self.target, self.effects):
            answers.addWidget(card)
        answers.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._entry, 13, Qt.AlignmentFlag.AlignTop)
        self._columns.addLayout(answers, 10)
        self.page = ScrollPage(margin=0)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.body.addLayout(self._columns, 1)
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        self._outside.setSpacing(GAP)
        self._outside.addWidget(self.brief)
        self._outside.addWidget(self.cards)
        self._outside.addWidget(self.page, 1)
        self.brief.hide()

    def _connect(self) -> None:
        self.panel.imagined.connect(self._try)
        self.back.clicked.connect(self._go_back)
        self.solve.solve_asked.connect(self._solve)
        self.target.asked.connect(self._ask_target)
        self.target.undo.clicked.connect(self._undo_target)

    def _stored(self) -> YearScores:
        year = self._context.years.result_year
        return YearScores(self._context.frameworks().of(year), self._context.assessment(year) or Assessment(year))

    def _held(self, actual: YearScores) -> Assessment:
        """The real scores, but locked ones where they were put."""
        locked = self.panel.locked()
        held = {key: score for key, score in self._tried.items() if key in locked}
        return imagined(actual.framework, actual.assessment, held)

    def _try(self, key: str, score: Decimal | None) -> None:
        self._solution = None
        self.solve.say("")
        self._tried.pop(key, None)
        if score is not None:
            self._tried[key] = score
        self._show()

    def _show(self) -> None:
        actual, numerals = self._scores, self._context.numerals()
        tried = YearScores(actual.framework, self.tried()).outcome
        is_changed = bool(self._tried) or bool(self._solution and self._solution.raises)
        self.cards.show_outcomes(tried, actual.outcome, numerals, is_changed=is_changed)
        self.brief.setText(numerals.show(brief(tried, is_changed=is_changed)))
        self.panel.show_scores(self._tried, tried, numerals)
        asked = self._solution.raises if self._solution else ()
        self.panel.ask_at_least({step.key: step.after for step in asked if step.at_least})
        self.effects.show_outcome(tried, numerals)
        self.back.setEnabled(is_changed)
        self.target.take.setEnabled(tried.total is not None)

    def _go_back(self) -> None:
        self._forget()
        self.solve.say("")
        self._show()

    def _forget(self) -> None:
        self.panel.drop_typing()
        self._tried = {}
        self._solution = None

    def _solve(self, by_count: bool) -> None:
        """Find the least change from the real scores, say it and set it on the sliders."""
        actual = self._scores
        level = self.solve.level(actual.framework)
        if level is None or not self.panel.commit():
            return
        held = self._held(actual)
        find = fewest_indicators if by_count else fewest_points
        change = find(actual.framework, held, level, self.panel.free())
        locked = self.panel.locked()
        self._tried = {key: score for key, score in self._tried.items() if key in locked}
        if change is not None:
            self._tried |= {step.key: step.after for step in change.raises if not step.at_least}
        self._solution = change
        self.solve.say(self._context.numerals().show(answer(actual.framework, level, change)))
        self._show()

    def _ask_target(self) -> None:
        """Take the tried scores over; an older target is named before it is replaced."""
        if not self.panel.commit():
            return
        year = self._context.years.plan_year
        plan = self._context.database.read(plans.get_plan, year)
        target = taken_over(self._scores.framework, self.tried())
        if plan.target in (Target(), target):
            self._save_target(target)
            return
        question = f"เป้าหมายปี {year} ที่ตั้งไว้ ({_words(plan.target)}) จะถูกแทนด้วย {_words(target)} ใช้เป้าหมายใหม่หรือไม่"
        self._context.say.confirm(
            self._context.numerals().show(question), lambda: self._save_target(target), yes="ใช้เป้าหมายใหม่"
        )

    def _save_target(self, target: Target) -> None:
        year = self._context.years.plan_year
        plan = self._context.database.read(plans.get_plan, year)
        self._context.database.write(plans.save_plan, replace(plan, target=target))
        self._before_target = plan.target
        self._context.say.tell(self._context.numerals().show(f"ตั้งเป้าหมายปี {year} แล้ว: {_words(target)}"))
        self._show_target()

    def _undo_target(self) -> None:
        if self._before_target is None:
            return
        year = self._context.years.plan_year
        plan = self._context.database.read(plans.get_plan, year)
        self._context.database.write(plans.save_plan, replace(plan, target=self._before_target))
        before, self._before_target = self._before_target, None
        self._context.say.tell(self._context.numerals().show(f"เป้าหมายปี {year} กลับเป็น: {_words(before)}"))
        self._show_target()

    def _show_target(self) -> None:
        numerals = self._context.numerals()
        year = self._context.years.plan_year
        plan = self._context.database.read(plans.get_plan, year)
        self.target.take.setText(numerals.show(f"ใช้เป็นเป้าหมายปี {year}"))
        self.target.now.setText(numerals.show(f"เป้าหมายปี {year} ตอนนี้: {_words(plan.target)}"))
        self.target.undo.setVisible(self._before_target is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = event.size().width() / self.fontMetrics().averageCharWidth()
        is_narrow = letters < _ONE_COLUMN
        self.panel.show_changes(is_narrow or letters >= _ROOM_FOR_CHANGES)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        is_high = event.size().height() / self.fontMetrics().height() >= _ROOM_FOR_CARDS
        # On a low screen one line stays in sight instead of the cards, which tell the rest below.
        self.brief.setVisible(not is_high)
        wanted, other = (self._outside, self.page.body) if is_high else (self.page.body, self._outside)
        if wanted.indexOf(self.cards) < 0:
            other.removeWidget(self.cards)
            wanted.insertWidget(1, self.cards)


def _words(target: Target) -> str:
    """A target in a few words."""
    parts = [f"คะแนนรวม {format_score(target.total)}"] if target.total is not None else []
    parts += [f"{instrument} {format_score(score)}" for instrument, score in target.instruments.items()]
    parts += [f"ระดับ{target.level}"] if target.level else []
    return " ".join(parts) or "ยังไม่ได้ตั้ง"
