"""The form of one finding: what the scores say about the indicator, and what the office makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton

from ita_desktop.domain.advice import weak_sentence
from ita_desktop.domain.finding import Finding, FindingClass, class_reason, proposed_class, score_of
from ita_desktop.domain.identity import NEW
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.labels import ThaiLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ita_desktop.thai.digits import Numerals
    from ita_desktop.ui.scores.parts import YearScores

_NAMES = {
    "finding_class": "ระดับความเร่งด่วน",
    "topic": "ประเด็นการวิเคราะห์",
    "text": "ประเด็นที่พบ",
    "cause": "สาเหตุ",
    "recommendation": "ข้อเสนอแนะของสำนักงาน ป.ป.ช.",
}


class ClassBox(QComboBox):
    """The three classes; scrolling past it changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for each in FindingClass:
            self.addItem(each.words, each.value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FindingForm(Card):
    """Tells each fact that the clerk leaves: `changed` carries the finding before, after, and the fact's name."""

    changed = Signal(object, object, str)
    send_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._finding: Finding | None = None
        self.head = ThaiLabel("", "head")
        self.effect = ThaiLabel()
        self.finding_class = ClassBox()
        self.topic = ChoiceLine()
        self.text = GrowingText(2)
        self.cause = GrowingText(2)
        self.recommendation = GrowingText(2)
        self.send = QPushButton("ส่งไปมาตรการ…")
        self.remove = QPushButton("ลบประเด็น")
        self.form = Form()
        self._build()
        self._connect()

    @property
    def finding(self) -> Finding | None:
        """The finding as it was shown, before what is being typed."""
        return self._finding

    def show_finding(self, finding: Finding, scores: YearScores, topics: Sequence[str], numerals: Numerals) -> None:
        """Show a finding, kept or only proposed; a field that is being typed into stays as it is."""
        same = self._finding is not None and _place(self._finding) == _place(finding)
        self._finding = finding
        indicator = next((i for i in scores.framework.indicators if i.code == finding.indicator_code), None)
        label = indicator.label if indicator else finding.indicator_code
        question = f" ข้อ {finding.question_code}" if finding.question_code else ""
        self.head.setText(numerals.show(f"ตัวชี้วัดที่ {label}{question}"))
        self.effect.setText(numerals.show("\n".join(_sentences(finding, scores))))
        self._show_class(finding, scores)
        self.topic.offer_texts(topics)
        for name in ("text", "cause", "recommendation"):
            field: GrowingText = getattr(self, name)
            if not (same and field.hasFocus()):
                field.show_text(getattr(finding, name))
        if not (same and self.topic.hasFocus()):
            self.topic.set_value(finding.topic)
        self.remove.setVisible(finding.id != NEW)

    def finish(self) -> None:
        """Tell what stands in the fields and was not told yet."""
        # All at once: the finding as it comes back from one would overwrite what stands in the others.
        texts = {name: getattr(self, name).text() for name in ("text", "cause", "recommendation")}
        self._tell_changes({**texts, "topic": self.topic.text().strip()})

    def _show_class(self, finding: Finding, scores: YearScores) -> None:
        self.finding_class.setCurrentIndex(self.finding_class.findData(finding.finding_class.value))
        proposed = proposed_class(scores.framework, scores.assessment, finding)
        note = self.form.note(self.finding_class)
        if proposed is not None and proposed is not finding.finding_class:
            note.warn(f"ตามเกณฑ์ควรเป็น “{proposed.words}” หากตั้งใจเลือกอย่างอื่น ใช้ได้ตามที่เลือก")
        else:
            note.clear()

    def _tell_changes(self, values: dict[str, Any]) -> None:
        before = self._finding
        if before is None:
            return
        changed = {name: value for name, value in values.items() if getattr(before, name) != value}
        if changed:
            self._finding = replace(before, **changed)
            self.changed.emit(before, self._finding, _NAMES[next(iter(changed))])

    def _build(self) -> None:
        self.topic.setPlaceholderText("ไม่ระบุก็ได้")
        self.send.setProperty("kind", "primary")
        self.remove.setProperty("kind", "danger")
        self.body.addWidget(self.head)
        self.body.addWidget(self.effect)
        self.form.row(
            Field(_NAMES["finding_class"], self.finding_class, stretch=2), Field(_NAMES["topic"], self.topic, stretch=3)
        )
        for name in ("text", "cause", "recommendation"):
            self.form.row(Field(_NAMES[name], getattr(self, name)))
        self.body.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.send)
        self.body.addLayout(buttons)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.finding_class.activated.connect(
            lambda _: self._tell_changes({"finding_class": FindingClass(self.finding_class.currentData())})
        )
        self.topic.committed.connect(lambda text: self._tell_changes({"topic": text or ""}))
        self.text.left.connect(lambda: self._tell_changes({"text": self.text.text()}))
        self.cause.left.connect(lambda: self._tell_changes({"cause": self.cause.text()}))
        self.recommendation.left.connect(lambda: self._tell_changes({"recommendation": self.recommendation.text()}))
        self.send.clicked.connect(lambda: self._tell(self.send_asked))
        self.remove.clicked.connect(lambda: self._tell(self.remove_asked))

    def _tell(self, signal: Any) -> None:
        self.finish()
        if self._finding is not None:
            signal.emit(self._finding)


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.result_year, finding.indicator_code, finding.question_code


def _sentences(finding: Finding, scores: YearScores) -> list[str]:
    """Why the class is proposed, and what raising the indicator would add."""
    score = score_of(scores.assessment, finding)
    found = [] if score is None else [class_reason(scores.framework, score)]
    for rank, weak in enumerate(scores.outcome.weak, start=1):
        if weak.indicator.code == finding.indicator_code:
            found.append(f"{weak_sentence(weak)} (เพิ่มคะแนนรวมได้มากเป็นอันดับ {rank})")
    return found or ["ยังไม่มีคะแนนของตัวชี้วัดนี้"]
