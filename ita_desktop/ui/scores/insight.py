"""Beside the grid: the chart, the steps to every higher level, and the indicators that move the total most."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.explanation import step_sentence
from ita_desktop.domain.scoring import Outcome, WeakPoint
from ita_desktop.drawing.bar_chart import Bar, MarkLine, bar_chart
from ita_desktop.drawing.shapes import Drawing
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.scores.parts import YearScores, steps_upward
from ita_desktop.ui.widgets.cards import GAP, Card
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.shapes_view import ShapesView, text_width

_CHART_TEXT = 0.8
"""Size of the chart's letters against the window's."""
_RANKS = 5
"""So many indicators are ranked: what comes after moves the total little."""


class Insight(QWidget):
    """What the scores show and where more points are to be had."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = ShapesView(least_width=300, least_height=430)
        self.steps = ThaiLabel()
        self._lines: list[list[ThaiLabel]] = []
        self._used = 0
        self._ranking = QGridLayout()
        self._ranking.setHorizontalSpacing(10)
        self._ranking.setVerticalSpacing(2)
        self._ranking.setColumnStretch(1, 1)
        self._chart_card = Card("คะแนนรายตัวชี้วัด")
        self._chart_card.body.addWidget(self.chart, 1)
        self._steps_card = Card("ขั้นที่สูงขึ้น")
        self._steps_card.body.addWidget(self.steps)
        self._ranking_card = Card("ตัวชี้วัดที่ทำให้คะแนนรวมเพิ่มได้มากที่สุด")
        self._ranking_note = ThaiLabel("", "caption")
        self._ranking_card.body.addWidget(self._ranking_note)
        self._ranking_card.body.addLayout(self._ranking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._chart_card, 1)
        column.addWidget(self._steps_card)
        column.addWidget(self._ranking_card)

    def show_scores(self, this: YearScores, before: YearScores, numerals: Numerals) -> None:
        """Draw and rank the two years' scores; cards with nothing to say are hidden."""
        self.chart.show_artist(
            _artist(this, before, numerals, self.font().pointSizeF() * _CHART_TEXT), _description(this, numerals)
        )
        found = this.outcome
        steps = steps_upward(found)
        self.steps.setText(numerals.show("\n".join(step_sentence(step) for step in reversed(steps))))
        self._steps_card.setVisible(bool(steps))
        self._show_ranking(found, numerals)

    def ranked(self) -> list[str]:
        """The ranking as shown, a line each."""
        return [" ".join(label.raw_text() for label in line if label.raw_text()) for line in self._lines[: self._used]]

    def _show_ranking(self, found: Outcome, numerals: Numerals) -> None:
        framework = found.framework
        note = f"ถ้ายกตัวชี้วัดเป็น {framework.excellent_mark.normalize():f} คะแนนรวมจะเพิ่มขึ้นตามช่องขวาสุด"
        if any(weak.below_pass for weak in found.weak):
            note += f" · ▼ ต่ำกว่า {framework.pass_mark.normalize():f}"
        self._ranking_note.setText(numerals.show(note))
        self._used = min(len(found.weak), _RANKS)
        while len(self._lines) < self._used:
            self._lines.append(self._ranking_labels(len(self._lines)))
        for number, line in enumerate(self._lines):
            for label in line:
                label.setVisible(number < self._used)
        for number, weak in enumerate(found.weak[:_RANKS]):
            texts = _ranking_line(number + 1, weak)
            for label, (text, tone) in zip(self._lines[number], texts, strict=True):
                label.setText(numerals.show(text))
                label.set_tone(tone)
        self._ranking_card.setVisible(bool(found.weak))

    def _ranking_labels(self, row: int) -> list[ThaiLabel]:
        labels = [ThaiLabel() for _ in range(4)]
        for column, label in enumerate(labels):
            if column != 1:
                label.setWordWrap(False)
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._ranking.addWidget(label, row, column)
        return labels


def _ranking_line(rank: int, weak: WeakPoint) -> list[tuple[str, str]]:
    """The texts of one line and their tones; a sign marks what is below the pass mark, not colour alone."""
    score = format_score(weak.score)
    return [
        (f"{rank}.", "quiet"),
        (weak.indicator.name, ""),
        (f"▼ {score}" if weak.below_pass else score, "warning" if weak.below_pass else ""),
        (f"+{format_score(weak.effect)}", "good"),
    ]


def _artist(this: YearScores, before: YearScores, numerals: Numerals, size: float) -> Callable[[float, float], Drawing]:
    framework = this.framework

    def draw(width: float, height: float) -> Drawing:
        bars = [
            Bar(
                numerals.show(indicator.label),
                this.assessment.indicators.get(indicator.code),
                before.assessment.indicators.get(indicator.code),
            )
            for indicator in framework.indicators
        ]
        mark = MarkLine(framework.pass_mark, numerals.show(f"เกณฑ์ผ่าน {framework.pass_mark.normalize():f}"))
        series = (numerals.show(f"ปี {this.assessment.year}"), numerals.show(f"ปี {before.assessment.year}"))
        return bar_chart(
            bars,
            width=width,
            height=height,
            lines=[mark],
            series=series,
            numerals=numerals,
            text_width=text_width,
            size=size,
        )

    return draw


def _description(this: YearScores, numerals: Numerals) -> str:
    scores = this.assessment.indicators
    parts = [f"{i.label} {format_score(scores.get(i.code))}" for i in this.framework.indicators]
    return numerals.show(f"แผนภูมิคะแนนรายตัวชี้วัด ปี {this.assessment.year}: {' · '.join(parts)}")
