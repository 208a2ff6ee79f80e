"""The form of one recommendation as a measure: its words, and what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ita_desktop.domain.recommendation import answering, finding_about
from ita_desktop.thai.clean import clean_lines, shortened
from ita_desktop.ui.measures.sources.quiet_box import QuietBox
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.finding import Finding
    from ita_desktop.domain.measure import Measure
    from ita_desktop.ui.measures.wording import Wording


class RecommendationForm(Card):
    """Tells the measure anew with each change of a field."""

    changed = Signal(object)

    def __init__(self, wording: Wording, findings: Sequence[Finding], topics: Sequence[str]) -> None:
        super().__init__()
        self._wording = wording
        self._findings = {finding.id: finding for finding in findings}
        self._measure: Measure | None = None
        self.text = GrowingText(3, 9)
        self.indicator = QuietBox()
        self.finding = QuietBox()
        self.topic = ChoiceLine()
        self._fill_boxes(topics)
        form = Form()
        form.row(Field("ถ้อยคำของมาตรการ", self.text))
        form.row(Field("ตัวชี้วัด", self.indicator))
        form.row(Field("ประเด็นจากการวิเคราะห์", self.finding))
        form.row(Field("ประเด็นการวิเคราะห์", self.topic))
        self.body.addWidget(form)
        self.body.addStretch(1)
        self._connect()

    def show_measure(self, measure: Measure | None) -> None:
        """Show another measure; without one nothing can be typed."""
        self._measure = None
        self.setEnabled(measure is not None)
        self.text.show_text("\n".join(measure.actions) if measure else "")
        self.indicator.setCurrentIndex(max(0, self.indicator.findData(measure.indicator_code if measure else "")))
        linked = measure.finding_ids[0] if measure and measure.finding_ids else 0
        self.finding.setCurrentIndex(max(0, self.finding.findData(linked)))
        self.topic.set_value(measure.topic if measure else "")
        self._measure = measure

    def _fill_boxes(self, topics: Sequence[str]) -> None:
        self.indicator.addItem("ยังไม่ระบุ", "")
        for code, label in self._wording.indicator_labels.items():
            self.indicator.addItem(label, code)
        self.finding.addItem("ไม่ผูกกับประเด็นใด", 0)
        for finding in self._findings.values():
            said = shortened(" ".join(finding.text.split()), 60) or finding.finding_class.words
            code = finding.question_code or f"ตัวชี้วัดที่ {finding.indicator_code}"
            self.finding.addItem(self._wording.numerals.show(f"{code}: {said}"), finding.id)
        self.topic.setPlaceholderText("ไม่ระบุก็ได้")
        self.topic.offer_texts(topics)

    def _connect(self) -> None:
        self.text.edited.connect(self._take_text)
        self.indicator.activated.connect(lambda _: self._take_indicator(str(self.indicator.currentData())))
        self.finding.activated.connect(lambda _: self._take_finding(int(self.finding.currentData())))
        self.topic.committed.connect(self._take_topic)

    def _take_text(self) -> None:
        if self._measure is not None:
            self._tell(replace(self._measure, actions=clean_lines(self.text.text())))

    def _take_indicator(self, code: str) -> None:
        """Take the indicator, and the finding about it in place of one about another."""
        if self._measure is None:
            return
        changed = replace(self._measure, indicator_code=code)
        linked = [self._findings[id_] for id_ in changed.finding_ids if id_ in self._findings]
        if any(finding.indicator_code != code for finding in linked) or not linked:
            about = finding_about(code, list(self._findings.values()))
            changed = answering(changed, about) if about else replace(changed, finding_ids=())
        self._tell(changed)
        self.show_measure(changed)

    def _take_finding(self, id_: int) -> None:
        if self._measure is None:
            return
        finding = self._findings.get(id_)
        changed = answering(self._measure, finding) if finding else replace(self._measure, finding_ids=())
        if finding and not changed.indicator_code:
            changed = replace(changed, indicator_code=finding.indicator_code)
        self._tell(changed)
        self.show_measure(changed)

    def _take_topic(self, topic: str | None) -> None:
        if self._measure is not None:
            self._tell(replace(self._measure, topic=topic or ""))

    def _tell(self, measure: Measure) -> None:
        self._measure = measure
        self.changed.emit(measure)
