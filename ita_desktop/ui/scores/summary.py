"""The cards by the grid: total, level with its reason, change, and what the next level still asks."""

from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QWidget

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.explanation import level_reason, level_title, origin_note, raise_sentence
from ita_desktop.domain.framework import LevelRule
from ita_desktop.domain.scoring import Outcome, Step
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.scores.parts import YearScores, steps_upward
from ita_desktop.ui.widgets.cards import GAP, FigureCard


class SummaryCards(QWidget):
    """Four cards that follow the typing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.total = FigureCard("คะแนนรวม")
        self.level = FigureCard("ระดับผลการประเมิน")
        self.change = FigureCard("เทียบกับปีก่อน")
        self.next_step = FigureCard("ขั้นต่อไป")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._is_stacked: bool | None = None
        for card in (self.total, self.level, self.change, self.next_step):
            # Every line that the cards save is a line of what stands below them.
            card.body.setContentsMargins(16, 6, 12, 6)
        self.stack(False)

    def stack(self, stacked: bool) -> None:
        """Stand above one another beside the grid, or in a row above it."""
        if stacked == self._is_stacked:
            return
        self._is_stacked = stacked
        cards = (self.total, self.level, self.change, self.next_step)
        places = ((0, 0, 1), (1, 0, 2), (0, 1, 1), (2, 0, 2)) if stacked else tuple((0, n, 1) for n in range(4))
        for card, (row, column, span) in zip(cards, places, strict=True):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, row, column, 1, span)
        for column, stretch in enumerate((1, 1, 0, 0) if stacked else (5, 10, 5, 7)):
            self._grid.setColumnStretch(column, stretch)

    def show_scores(self, this: YearScores, before: YearScores, numerals: Numerals) -> None:
        """Say what the two years' scores mean."""
        self._show_total(this, numerals)
        found = this.outcome
        title = level_title(found)
        caption = numerals.show(f"ระดับผลการประเมิน ปี {this.assessment.year}")
        self.level.show_figure(title or "–", numerals.show(level_reason(found)), _tone(found), caption)
        self._show_change(found, before, numerals)
        self._show_next_step(found, numerals)

    def _show_total(self, this: YearScores, numerals: Numerals) -> None:
        total = this.outcome.total
        caption = numerals.show(f"คะแนนรวม ปี {this.assessment.year}")
        meaning = origin_note(total.origin) if total else "เต็ม 100 คะแนน"
        self.total.show_figure(
            numerals.show(format_score(total.value if total else None)), numerals.show(meaning), "", caption
        )

    def _show_change(self, found: Outcome, before: YearScores, numerals: Numerals) -> None:
        caption = numerals.show(f"เทียบกับปี {before.assessment.year}")
        now, then = found.total, before.outcome.total
        if now is None or then is None:
            self.change.show_figure("–", "กรอกคะแนนรวมทั้งสองปีเพื่อเปรียบเทียบ", "", caption)
            return
        change = now.value - then.value
        words = "เพิ่มขึ้น" if change > 0 else "ลดลง" if change < 0 else "เท่าเดิม"
        sign = "+" if change > 0 else "−" if change < 0 else ""
        self.change.show_figure(
            numerals.show(f"{sign}{format_score(abs(change))}"),
            numerals.show(f"{words} จากปีก่อน {format_score(then.value)}"),
            "good" if change > 0 else "warning" if change < 0 else "",
            caption,
        )

    def _show_next_step(self, found: Outcome, numerals: Numerals) -> None:
        if found.level is None:
            self.next_step.show_figure("–", "กรอกคะแนนให้สรุประดับได้ก่อน แล้วโปรแกรมจะบอกว่าต้องเพิ่มจุดใด", "", "ขั้นต่อไป")
        elif found.level is found.framework.levels[0]:
            self.next_step.show_figure("ระดับสูงสุดแล้ว", "รักษาคะแนนทุกเครื่องมือไว้", "good", "ขั้นต่อไป")
        elif not (steps := steps_upward(found)):
            self.next_step.show_figure("–", "กรอกคะแนนรายเครื่องมือให้ครบ แล้วโปรแกรมจะบอกว่าต้องเพิ่มจุดใด", "", "ขั้นต่อไป")
        else:
            step = steps[-1]
            self.next_step.show_figure(
                numerals.show(_needs(step)), numerals.show(_gain(found, step)), "", f"จะขึ้นระดับ{step.level.name} ต้องเพิ่ม"
            )


def _needs(step: Step) -> str:
    parts = [f"{instrument} อีก {format_score(gap)}" for instrument, gap in step.instrument_gaps.items()]
    if step.total_gap > 0:
        parts.insert(0, f"รวมอีก {format_score(step.total_gap)}")
    return "\n".join(parts)


def _gain(found: Outcome, step: Step) -> str:
    """What must be reached, or what the total becomes when the one instrument that is too low reaches its mark."""
    if not step.instrument_gaps:
        return f"คะแนนรวมต้องได้ตั้งแต่ {step.level.total_min.normalize():f}"
    if len(step.instrument_gaps) == 1:
        return raise_sentence(found, next(iter(step.instrument_gaps)), step.level.instrument_min)
    return f"ทุกเครื่องมือต้องได้ตั้งแต่ {step.level.instrument_min.normalize():f}"


def _tone(found: Outcome) -> str:
    level = found.level
    if level is None:
        return "quiet" if found.best is None else "warning"
    return _level_tone(level, found.framework.pass_mark)


def _level_tone(level: LevelRule, pass_mark: Decimal) -> str:
    if level.total_min >= pass_mark and level.instrument_min >= pass_mark:
        return "good"
    return "warning" if level.total_min > 0 else "error"
