"""แนะนำตามตัวชี้วัด: the weakest indicators first, and ready measures for the one that the clerk stands on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.indicator_need import IndicatorNeed, indicator_needs
from ita_desktop.domain.proposal import Proposal, text_key, texts_in
from ita_desktop.domain.recommendation import answering, finding_about
from ita_desktop.domain.suggestion import propose
from ita_desktop.services import assessments, findings, measures, office
from ita_desktop.ui.measures.sources.entries import facts, measure_lines, quiet_lines, remark_lines
from ita_desktop.ui.measures.sources.source_dialog import SourceDialog
from ita_desktop.ui.widgets.check_entry import Entry
from ita_desktop.ui.widgets.check_list import CheckList
from ita_desktop.ui.widgets.delegates import ThaiWrapDelegate
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.shortcuts import bind

if TYPE_CHECKING:
    from ita_desktop.domain.finding import Finding
    from ita_desktop.domain.measure import Measure
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.measures.sources.source_dialog import Add
    from ita_desktop.ui.measures.wording import Wording


class SuggestionDialog(SourceDialog):
    """Ticks are kept while the clerk goes from indicator to indicator; all are added at once."""

    def __init__(self, context: Context, wording: Wording, add: Add, parent: QWidget, code: str = "") -> None:
        """Stands on the indicator with that code, or on the one that needs measures most."""
        super().__init__("แนะนำตามตัวชี้วัด", "มาตรการแนะนำ", context, wording, add, parent)
        read = context.database.read
        planned = read(measures.list_measures, wording.plan_year)
        assessment = read(assessments.find_assessment, wording.plan_year - 1)
        kind = read(office.office_kind)
        self._there = texts_in(planned)
        self._needs = indicator_needs(wording.framework, assessment, planned)
        found = read(findings.list_findings, wording.plan_year - 1)
        self._offers = {
            code: [
                _answering(propose(each, wording.plan_year, wording.divisions, kind), finding_about(code, found))
                for each in suggestions
            ]
            for code, suggestions in context.suggestions().items()
        }
        self._ticked: dict[str, list[int]] = {}
        self._shown = ""
        self.indicators = QListView()
        self.suggestions = CheckList[int]("มาตรการแนะนำของตัวชี้วัดที่เลือก")
        self.about = ThaiLabel("", "field")
        self._build(has_scores=bool(assessment and assessment.indicators))
        self._connect()
        codes = [need.indicator.code for need in self._needs]
        self.indicators.setCurrentIndex(self._model.index(codes.index(code) if code in codes else 0, 0))
        self.indicators.setFocus()
        self.count()

    def chosen(self) -> list[Measure]:
        """The ticked suggestions, indicator by indicator in the framework's order."""
        codes = [indicator.code for indicator in self.wording.framework.indicators]
        return [self._offers[code][n].measure for code in codes for n in self._ticked.get(code, ())]

    def _build(self, *, has_scores: bool) -> None:
        year = self.wording.plan_year - 1
        self.lead.setText(
            self.show_numbers(
                "ตัวชี้วัดที่เพิ่มคะแนนรวมได้มากที่สุดอยู่บนสุด เลือกมาตรการที่เหมาะกับหน่วยงาน แล้วแก้ถ้อยคำในตารางได้ภายหลัง"
                if has_scores
                else f"ยังไม่มีคะแนนรายตัวชี้วัดของปี {year} จึงเรียงตามลำดับตัวชี้วัด กรอกคะแนนในแท็บคะแนน แล้วตัวชี้วัดที่อ่อนจะขึ้นก่อน"
            )
        )
        self._model = QStandardItemModel(self)
        for need in self._needs:
            item = QStandardItem(self.show_numbers(_need_words(need, 0)))
            item.setEditable(False)
            self._model.appendRow(item)
        self.indicators.setModel(self._model)
        self.indicators.setItemDelegate(ThaiWrapDelegate(parent=self.indicators))
        self.indicators.setWordWrap(True)
        self.indicators.setResizeMode(QListView.ResizeMode.Adjust)
        self.indicators.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.indicators.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.indicators.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.indicators.setAccessibleName("ตัวชี้วัด เรียงตามที่เพิ่มคะแนนรวมได้มาก")
        right = QVBoxLayout()
        right.addWidget(self.about)
        right.addWidget(self.suggestions, 1)
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addWidget(self.indicators, 4)
        halves.addLayout(right, 7)
        self.body.addLayout(halves, 1)
        self.put_left(ThaiLabel("ลูกศร = ไปมา   เว้นวรรค = เลือก   Enter = เพิ่ม", "caption"))

    def _connect(self) -> None:
        self.indicators.selectionModel().currentChanged.connect(lambda *_: self._show_suggestions())
        self.suggestions.ticks_changed.connect(self._note_ticks)
        bind("Right", self.indicators, self.suggestions.setFocus)
        bind("Left", self.suggestions, self.indicators.setFocus)

    def _show_suggestions(self) -> None:
        need = self._needs[self.indicators.currentIndex().row()]
        self._shown = need.indicator.code
        ticked = self._ticked.get(self._shown, [])
        offers = self._offers.get(self._shown, [])
        self.about.setText(
            self.show_numbers(need.indicator.label if offers else f"{need.indicator.label} ยังไม่มีมาตรการแนะนำในโปรแกรม")
        )
        self.suggestions.show_entries([self._entry(n, offer, n in ticked) for n, offer in enumerate(offers)])

    def _entry(self, number: int, offer: Proposal, ticked: bool) -> Entry[int]:
        measure, wording = offer.measure, self.wording
        about = quiet_lines((facts(measure, wording), wording.numerals.show(measure.monitoring)))
        is_there = text_key(measure.text) in self._there
        lines = (*measure_lines(measure, wording), *about, *remark_lines(offer.remarks, wording, is_there=is_there))
        return Entry(number, lines, ticked)

    def _note_ticks(self) -> None:
        ticked = self._ticked[self._shown] = self.suggestions.ticked()
        row = self.indicators.currentIndex().row()
        self._model.item(row).setText(self.show_numbers(_need_words(self._needs[row], len(ticked))))
        self.count()


def _answering(offer: Proposal, finding: Finding | None) -> Proposal:
    """The offer as one that answers the indicator's finding, where it is certain which."""
    return offer if finding is None else replace(offer, measure=answering(offer.measure, finding))


def _need_words(need: IndicatorNeed, ticked: int) -> str:
    """`7. ประสิทธิภาพการสื่อสาร`; below it score and what raising it adds, and how many measures it has or gets."""
    score = f"{format_score(need.score)} คะแนน" if need.score is not None else "ยังไม่มีคะแนน"
    if need.weak is not None:
        score += f" · เพิ่มรวมได้ {format_score(need.weak.effect)}"
    marks = ["ต่ำกว่าเกณฑ์ผ่าน"] if need.weak is not None and need.weak.below_pass else []
    marks.append(f"มี {need.measures} มาตรการ" if need.measures else "ยังไม่มีมาตรการ")
    marks += [f"เลือก {ticked}"] if ticked else []
    return f"{need.indicator.label}\n{score}\n{' · '.join(marks)}"
