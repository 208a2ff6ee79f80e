"""จากข้อเสนอแนะของ ป.ป.ช.: each recommendation of the result as a measure, edited before it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ita_desktop.catalog.topics import load_topics
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.proposal import text_key, texts_in
from ita_desktop.domain.recommendation import recommended_measures
from ita_desktop.services import assessments, findings, measures
from ita_desktop.ui.measures.sources.entries import measure_lines, quiet_lines, remark_lines
from ita_desktop.ui.measures.sources.recommendation_form import RecommendationForm
from ita_desktop.ui.measures.sources.source_dialog import SourceDialog
from ita_desktop.ui.widgets.check_entry import Entry, Line, Look
from ita_desktop.ui.widgets.check_list import CheckList

if TYPE_CHECKING:
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.measures.sources.source_dialog import Add
    from ita_desktop.ui.measures.wording import Wording


class RecommendationDialog(SourceDialog):
    """Everything that the plan does not have yet is ticked at first."""

    def __init__(self, context: Context, wording: Wording, add: Add, parent: QWidget) -> None:
        super().__init__("จากข้อเสนอแนะของ ป.ป.ช.", "มาตรการจากข้อเสนอแนะ", context, wording, add, parent)
        read, result_year = context.database.read, wording.plan_year - 1
        found = read(findings.list_findings, result_year)
        self._is_edited = False
        self._findings = {finding.id: finding for finding in found}
        offered = recommended_measures(read(assessments.find_assessment, result_year), found, wording.framework)
        self._there = texts_in(read(measures.list_measures, wording.plan_year))
        self.list = CheckList[Measure]("ข้อเสนอแนะที่จะเป็นมาตรการ")
        self.form = RecommendationForm(wording, found, [topic.name for topic in load_topics().topics])
        self.all = QPushButton("เลือกทั้งหมด")
        if offered:
            self._build()
            self.list.show_entries([self._entry(measure, ticked=not self._is_there(measure)) for measure in offered])
            self.list.setFocus()
        else:
            self.show_empty(
                self.show_numbers(f"ยังไม่มีข้อเสนอแนะของผลปี {result_year}"),
                "คัดลอกข้อเสนอแนะจากรายงานผลการประเมินของ ป.ป.ช. มาวางในแท็บคะแนน หน้าวิเคราะห์และประเด็น "
                "ช่อง “ข้อเสนอแนะในรายงานผลการประเมิน” หรือที่ประเด็นของตัวชี้วัด แล้วเปิดหน้านี้อีกครั้ง",
            )
        self.count()

    def reject(self) -> None:
        """Close, asking first when words were edited that would be gone."""
        if not self._is_edited:
            super().reject()
            return
        question = "ปิดโดยไม่เพิ่มมาตรการหรือไม่ ถ้อยคำที่แก้ไว้ในหน้านี้จะหายไป"
        self.context.say.within(self).confirm(question, super().reject, danger=True, yes="ปิดโดยไม่เพิ่ม")

    def chosen(self) -> list[Measure]:
        """The ticked measures that say something, as they were edited."""
        return [measure for measure in self.list.ticked() if measure.text]

    def _build(self) -> None:
        year = self.wording.plan_year - 1
        self.lead.setText(
            self.show_numbers(
                f"ข้อเสนอแนะของผลปี {year} แยกเป็นมาตรการทีละข้อ แก้ถ้อยคำ ตัวชี้วัด และประเด็นได้ก่อนเพิ่ม "
                "ผู้รับผิดชอบและระยะเวลากรอกในตารางภายหลัง"
            )
        )
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addWidget(self.list, 6)
        halves.addWidget(self.form, 5)
        self.body.addLayout(halves, 1)
        self.put_left(self.all)
        self.all.clicked.connect(lambda: self.list.tick_shown(lambda measure: not self._is_there(measure)))
        self.list.ticks_changed.connect(self.count)
        self.list.current_changed.connect(lambda: self.form.show_measure(self.list.current()))
        self.form.changed.connect(self._change)

    def _change(self, measure: Measure) -> None:
        self._is_edited = True
        self.list.replace_current(self._entry(measure, ticked=self.list.is_current_ticked()))

    def _entry(self, measure: Measure, *, ticked: bool) -> Entry[Measure]:
        lines = measure_lines(measure, self.wording) or [Line("(ไม่มีถ้อยคำ จะไม่ถูกเพิ่ม)", Look.QUIET)]
        linked = [self._findings[id_] for id_ in measure.finding_ids if id_ in self._findings]
        about = (self.wording.indicator(measure), "ผูกกับประเด็นจากการวิเคราะห์" if linked else "")
        lines += quiet_lines([" · ".join(filter(None, about))])
        remarks = [] if measure.indicator_code else ["ยังไม่ได้ระบุตัวชี้วัด"]
        lines += remark_lines(remarks, self.wording, is_there=self._is_there(measure))
        return Entry(measure, tuple(lines), ticked)

    def _is_there(self, measure: Measure) -> bool:
        return text_key(measure.text) in self._there
