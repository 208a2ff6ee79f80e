"""What the tried scores give: total and level on top, and beside the panel the way to a level and the effects."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.advice import change_sentence, raise_step_sentence, weak_sentence
from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.explanation import level_reason, level_title
from ita_desktop.domain.framework import Framework, LevelRule
from ita_desktop.domain.scoring import Outcome
from ita_desktop.domain.what_if import Change
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.cards import GAP, Card, FigureCard
from ita_desktop.ui.widgets.labels import ThaiLabel

_RANKS = 5


class WhatIfCards(QWidget):
    """Total and level of the tried scores, beside the real ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.total = FigureCard("คะแนนรวม")
        self.level = FigureCard("ระดับผล")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for card, stretch in ((self.total, 5), (self.level, 12)):
            card.body.setContentsMargins(16, 8, 12, 8)
            row.addWidget(card, stretch)

    def show_outcomes(self, tried: Outcome, actual: Outcome, numerals: Numerals, *, is_changed: bool) -> None:
        """Show what the tried scores give; `is_changed` when they are others than the real ones."""
        now = tried.total
        year = tried.framework.year
        tries = "ที่ลอง " if is_changed else " "
        meaning = "เต็ม 100 คะแนน"
        if is_changed and actual.total is not None:
            meaning = f"คะแนนจริง {format_score(actual.total.value)}{_change(tried, actual)}"
        self.total.show_figure(
            numerals.show(format_score(now.value) if now else "–"),
            numerals.show(meaning),
            "",
            numerals.show(f"คะแนนรวม{tries}ปี {year}"),
        )
        reason = level_reason(tried)
        if is_changed and level_title(actual) and level_title(actual) != level_title(tried):
            reason += f" (ระดับตามคะแนนจริง: {level_title(actual)})"
        self.level.show_figure(
            level_title(tried) or "–", numerals.show(reason), _tone(tried), numerals.show(f"ระดับผล{tries}ปี {year}")
        )


class SolveCard(Card):
    """ต้องได้เท่าไร: a level to reach, two ways of least change, and the answer in sentences."""

    solve_asked = Signal(bool)
    """True for the fewest scores, False for the fewest points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ต้องได้เท่าไร", parent)
        self.levels = QComboBox()
        self.levels.setAccessibleName("ระดับที่อยากได้")
        self.points = QPushButton("เพิ่มคะแนนน้อยที่สุด")
        self.count = QPushButton("แก้ตัวชี้วัดน้อยที่สุด")
        self.answer = ThaiLabel()
        self.answer.hide()
        line = QHBoxLayout()
        line.addWidget(QLabel("ระดับที่อยากได้"))
        line.addWidget(self.levels, 1)
        buttons = QHBoxLayout()
        for button in (self.points, self.count):
            buttons.addWidget(button, 1)
        self.body.addLayout(line)
        self.body.addLayout(buttons)
        self.body.addWidget(self.answer)
        self._hint = ThaiLabel("คิดจากคะแนนจริง คะแนนที่ติ๊ก “คงไว้” โปรแกรมไม่เปลี่ยน", "caption")
        self.body.addWidget(self._hint)
        self.points.clicked.connect(lambda: self.solve_asked.emit(False))
        self.count.clicked.connect(lambda: self.solve_asked.emit(True))

    def offer(self, framework: Framework, actual: Outcome) -> None:
        """Offer every level but the last; the one above the real one is chosen where nothing else was."""
        chosen = self.levels.currentText()
        names = [level.name for level in framework.levels[:-1]]
        if names != [self.levels.itemText(n) for n in range(self.levels.count())]:
            self.levels.clear()
            self.levels.addItems(names)
            chosen = ""
        above = actual.next_level
        wanted = chosen or (above.name if above and above.name in names else names[0] if names else "")
        self.levels.setCurrentText(wanted)

    def level(self, framework: Framework) -> LevelRule | None:
        """The level chosen."""
        return framework.level_named(self.levels.currentText())

    def say(self, sentence: str) -> None:
        """Show the answer, or nothing."""
        self.answer.setText(sentence)
        self.answer.setVisible(bool(sentence))


class EffectsCard(Card):
    """Which tried indicator would still move the total most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ยกตัวชี้วัดใดแล้วคะแนนรวมเพิ่มมากที่สุด", parent)
        self.list = ThaiLabel()
        self.body.addWidget(self.list)

    def show_outcome(self, tried: Outcome, numerals: Numerals) -> None:
        """Rank what is left to gain; hidden when no indicator is known."""
        lines = [f"{rank}. {weak_sentence(weak)}" for rank, weak in enumerate(tried.weak[:_RANKS], start=1)]
        self.list.setText(numerals.show("\n".join(lines)))
        self.setVisible(bool(lines))


class TargetCard(Card):
    """Takes the tried scores over as the target of the plan year."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("เป้าหมายของปีแผน", parent)
        self.now = ThaiLabel("", "caption")
        self.take = QPushButton()
        self.take.setProperty("kind", "primary")
        self.undo = QPushButton("เลิกใช้เป้าหมายนี้")
        self.undo.hide()
        line = QVBoxLayout()
        line.addWidget(self.take)
        line.addWidget(self.undo)
        self.body.addWidget(self.now)
        self.body.addLayout(line)
        self.take.clicked.connect(self.asked)


def brief(tried: Outcome, *, is_changed: bool) -> str:
    """Total and level in one line."""
    total = format_score(tried.total.value if tried.total else None)
    return f"{'ที่ลอง' if is_changed else 'คะแนนจริง'}: คะแนนรวม {total} · {level_title(tried) or '–'}"


def answer(framework: Framework, level: LevelRule, change: Change | None) -> str:
    """The least change in sentences: one for a single raise, else a line for each."""
    if change is None or len(change.raises) < 2:
        return change_sentence(framework, level, change)
    total = f"{'ไม่น้อยกว่า' if change.total_at_least else 'เป็น'} {format_score(change.total)}"
    lead = f"จะได้ระดับ{level.name} และคะแนนรวม{total} ถ้ายกคะแนน {len(change.raises)} รายการนี้"
    return "\n".join([lead, *(f"• {raise_step_sentence(framework, step)}" for step in change.raises)])


def _change(tried: Outcome, actual: Outcome) -> str:
    if tried.total is None or actual.total is None:
        return ""
    change = tried.total.value - actual.total.value
    words = "▲ เพิ่มขึ้น" if change > 0 else "▼ ลดลง"
    return f" {words} {format_score(abs(change))}" if change else " เท่าเดิม"


def _tone(found: Outcome) -> str:
    level = found.level
    if level is None:
        return "quiet" if found.best is None else "warning"
    framework = found.framework
    if level.total_min >= framework.pass_mark and (level.instrument_min or not framework.depends_on_instruments):
        return "good"
    return "warning" if level.total_min > 0 else "error"
