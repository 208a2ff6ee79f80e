"""The page of the analysis: what the result means, and the findings that the measures answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from ita_desktop.catalog.topics import load_topics
from ita_desktop.domain.assessment import Assessment, format_score
from ita_desktop.domain.explanation import level_reason, level_title
from ita_desktop.domain.finding import Finding, class_rule, propose_findings, score_of
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.proposal import text_key, texts_in
from ita_desktop.domain.suggestion import proposals_for
from ita_desktop.domain.topics import Topic
from ita_desktop.services import findings, measures, office
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.meetings.pick_dialog import Entry, PickDialog
from ita_desktop.ui.scores.finding_form import FindingForm
from ita_desktop.ui.scores.findings_keeping import FindingsKeeping
from ita_desktop.ui.scores.parts import RECOMMENDATIONS, YearScores
from ita_desktop.ui.widgets.cards import GAP, PAGE_MARGIN, Card, Strip
from ita_desktop.ui.widgets.delegates import ThaiWrapDelegate
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from ita_desktop.domain.measure import Measure
    from ita_desktop.domain.proposal import Proposal
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.scores.keeping import Keeping
    from ita_desktop.ui.undo import History

_ONE_COLUMN = 90
"""Width in letters below which the form goes under the list."""


class AnalysisPage(QWidget):
    """Findings are kept as their fields are left; one that is only proposed is kept when it is touched."""

    place_asked = Signal(Topic, int)

    def __init__(self, context: Context, history: History, scores: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._history = history
        self._scores_keeping = scores
        self._keeping = FindingsKeeping(context, history)
        self._found: list[Finding] = []
        self._current = ""
        self._topics = [topic.name for topic in load_topics().topics]
        self.meaning = ThaiLabel()
        self.rule = ThaiLabel("", "caption")
        self.recommendations = GrowingText(2)
        self.list = QListView()
        self.propose = QPushButton("เสนอประเด็นทั้งหมด")
        self.up = QPushButton("▲ ขึ้น")
        self.down = QPushButton("▼ ลง")
        self.form = FindingForm()
        self.sent = Strip(Tone.GOOD)
        self.sent_undo = self.sent.add_button("เลิกทำ")
        self.sent_show = self.sent.add_button("ดูในแท็บมาตรการ", "primary")
        self.empty = ThaiLabel("กรอกคะแนนรายตัวชี้วัดก่อน แล้วโปรแกรมจะเสนอประเด็นตามเกณฑ์ให้ที่นี่")
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the result year's scores and findings as kept; a field that is being typed into stays."""
        scores, numerals = self._scores(), self._context.numerals()
        year = scores.assessment.year
        kept = self._context.database.read(findings.list_findings, year)
        self._found = list(propose_findings(scores.framework, scores.assessment, kept))
        title = level_title(scores.outcome)
        self.meaning.setText(numerals.show(f"ปี {year}: {title} {level_reason(scores.outcome)}".replace(":  ", ": ")))
        self.rule.setText(numerals.show(f"เกณฑ์ที่ใช้เสนอ: {class_rule(scores.framework)}"))
        if not self.recommendations.hasFocus():
            self.recommendations.show_text(scores.assessment.recommendations)
        self._show_list(scores)
        self._show_current(scores)

    def finish(self) -> None:
        """Keep what stands in the fields."""
        if self.form.isVisibleTo(self):
            self.form.finish()
        self._leave_recommendations()

    def select(self, indicator_code: str) -> None:
        """Turn to the first finding about an indicator."""
        row = next((n for n, finding in enumerate(self._found) if finding.indicator_code == indicator_code), -1)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _scores(self) -> YearScores:
        year = self._context.years.result_year
        return YearScores(self._context.frameworks().of(year), self._context.assessment(year) or Assessment(year))

    def _show_list(self, scores: YearScores) -> None:
        numerals = self._context.numerals()
        lines = [numerals.show(_line(finding, scores)) for finding in self._found]
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        if [self._model.item(n).text() for n in range(self._model.rowCount())] != lines:
            self._model.clear()
            for line in lines:
                item = QStandardItem(line)
                item.setEditable(False)
                self._model.appendRow(item)
        row = self._row_of_current()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        selection.setCurrentIndex(self._model.index(row, 0), flags)
        selection.blockSignals(False)
        self.list.viewport().update()
        self.propose.setEnabled(any(finding.id == NEW for finding in self._found))

    def _row_of_current(self) -> int:
        keys = [_key(finding) for finding in self._found]
        if self._current not in keys:
            # A proposed finding gets its id when it is kept: it is still the same one.
            code = self._current.partition(" ")[2]
            same = [key for key in keys if key.partition(" ")[2] == code]
            self._current = same[0] if same else (keys[0] if keys else "")
        return keys.index(self._current) if self._current else 0

    def _show_current(self, scores: YearScores) -> None:
        finding = next((f for f in self._found if _key(f) == self._current), None)
        self.form.setVisible(finding is not None)
        self.list.setVisible(finding is not None)
        self.empty.setVisible(finding is None)
        kept = [f.id for f in self._found if f.id != NEW]
        movable = finding is not None and finding.id in kept
        self.up.setEnabled(movable and finding is not None and kept[0] != finding.id)
        self.down.setEnabled(movable and finding is not None and kept[-1] != finding.id)
        if finding is not None:
            self.form.show_finding(finding, scores, self._topics, self._context.numerals())

    def _turn(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._found):
            wanted = _key(self._found[row])
            if wanted != self._current:
                self.form.finish()
                self._current = wanted
                self.refresh()

    def _keep(self, before: Finding, after: Finding, name: str) -> None:
        label = f"ตัวชี้วัดที่ {after.indicator_code} ปี {after.result_year}"
        # A proposed finding may have been kept since it was shown, as the tab was not in sight.
        if before.id == NEW and (twin := self._kept_twin(before)):
            before, after = twin, replace(after, id=twin.id, position=twin.position)
        self._keeping.keep(f"แก้ไข{name} {label}", before, after)

    def _kept_twin(self, finding: Finding) -> Finding | None:
        kept = self._context.database.read(findings.list_findings, finding.result_year)
        return next((f for f in kept if _code(f) == _code(finding)), None)

    def _propose_all(self) -> None:
        self.finish()
        new = [finding for finding in self._found if finding.id == NEW]
        if new:
            self._keeping.add(f"เสนอประเด็น {len(new)} ข้อ ปี {new[0].result_year}", new)

    def _remove(self, finding: Finding) -> None:
        if finding.id != NEW:
            self._keeping.remove(f"ลบประเด็นของตัวชี้วัดที่ {finding.indicator_code}", finding)

    def _move(self, step: int) -> None:
        ids = [finding.id for finding in self._found if finding.id != NEW]
        current = next((f.id for f in self._found if _key(f) == self._current), NEW)
        if current not in ids:
            return
        at = ids.index(current)
        moved = ids.copy()
        moved.insert(at + step, moved.pop(at))
        self._keeping.reorder("จัดลำดับประเด็น", self._context.years.result_year, ids, moved)

    def _send(self, finding: Finding) -> None:
        """Offer measures for the finding; it is kept first, so that they can say what they answer."""
        if finding.id == NEW:
            words = f"เพิ่มประเด็นของตัวชี้วัดที่ {finding.indicator_code}"
            finding = self._kept_twin(finding) or self._keeping.add(words, [finding])[0]
        context, year = self._context, finding.result_year + 1
        divisions = context.database.read(office.list_divisions)
        suggestions = context.suggestions().get(finding.indicator_code, ())
        there = texts_in(context.database.read(measures.list_measures, year))
        kind = context.database.read(office.office_kind)
        words_of = Wording(
            year, context.frameworks().of(finding.result_year), tuple(divisions), context.numerals(), context.today()
        )
        entries = [
            Entry(_words(proposal, words_of, text_key(proposal.measure.text) in there), proposal.measure)
            for proposal in proposals_for(finding, suggestions, divisions, kind)
        ]
        lead = context.numerals().show(f"เลือกมาตรการที่จะเพิ่มในแผนปี {year} แก้ไขถ้อยคำและผู้รับผิดชอบได้ภายหลัง")
        add, numerals = self._add_measures, context.numerals()
        PickDialog("ส่งไปมาตรการ", lead, entries, "เพิ่มมาตรการ", add, numerals, self.window()).open()

    def _add_measures(self, chosen: list[Measure]) -> None:
        if not chosen:
            return
        year = chosen[0].plan_year
        added = self._keeping.add_measures(f"เพิ่มมาตรการ {len(chosen)} รายการ", year - 1, chosen)
        self._added = added[0].id
        self.sent.say(self._context.numerals().show(f"เพิ่ม {len(added)} มาตรการในแผนปี {year} แล้ว"))

    def _take_back(self) -> None:
        self.sent.say("")
        self._history.undo()

    def _show_added(self) -> None:
        self.sent.say("")
        self.place_asked.emit(Topic.MEASURES, self._added)

    def _leave_recommendations(self) -> None:
        years = self._context.years
        text = self.recommendations.text()
        self._scores_keeping.keep(years.result_year, RECOMMENDATIONS, text, years.plan_year)

    def _build(self) -> None:
        self._added = 0
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(ThaiWrapDelegate(parent=self.list))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("ประเด็นจากผลการประเมิน")
        self.propose.setToolTip("บันทึกประเด็นที่เสนอตามเกณฑ์ของทุกตัวชี้วัดที่ยังไม่มีประเด็น")
        self.recommendations.setAccessibleName("ข้อเสนอแนะในรายงานผลการประเมิน")
        page = ScrollPage(margin=0)
        meaning = Card()
        for widget in (self.meaning, self.rule):
            meaning.body.addWidget(widget)
        page.body.addWidget(self.sent)
        page.body.addWidget(meaning)
        page.body.addWidget(self.empty)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        self._columns.addLayout(self._left(), 9)
        self._columns.addWidget(self.form, 14)
        page.body.addLayout(self._columns, 1)
        report = Card("ข้อเสนอแนะในรายงานผลการประเมิน (ทั้งฉบับ)")
        report.body.addWidget(self.recommendations)
        page.body.addWidget(report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, GAP)
        layout.addWidget(page)

    def _left(self) -> QVBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.propose, 1)
        for button in (self.up, self.down):
            buttons.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(buttons)
        left.addWidget(self.list, 1)
        return left

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._turn())
        self.propose.clicked.connect(lambda: self._propose_all())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.form.changed.connect(self._keep)
        self.form.send_asked.connect(self._send)
        self.form.remove_asked.connect(self._remove)
        self.recommendations.left.connect(self._leave_recommendations)
        self.sent_undo.clicked.connect(lambda: self._take_back())
        self.sent_show.clicked.connect(lambda: self._show_added())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() / self.fontMetrics().averageCharWidth() < _ONE_COLUMN
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.list.setMinimumHeight(8 * self.fontMetrics().height())


def _code(finding: Finding) -> tuple[str, str]:
    return finding.indicator_code, finding.question_code


def _key(finding: Finding) -> str:
    return f"{finding.id} {finding.indicator_code} {finding.question_code}"


def _line(finding: Finding, scores: YearScores) -> str:
    indicator = next((i.label for i in scores.framework.indicators if i.code == finding.indicator_code), "")
    question = f" ข้อ {finding.question_code}" if finding.question_code else ""
    score = format_score(score_of(scores.assessment, finding))
    effect = next((w.effect for w in scores.outcome.weak if w.indicator.code == finding.indicator_code), None)
    more = "" if effect is None else f" · รวมเพิ่มได้ {format_score(effect)}"
    kept = "" if finding.id != NEW else "เสนอ: "
    return f"{indicator or finding.indicator_code}{question}\n{kept}{finding.finding_class.words} · {score}{more}"


def _words(proposal: Proposal, wording: Wording, is_there: bool) -> str:
    measure = proposal.measure
    who = wording.responsible(measure).replace("\n", " ") or measure.owner
    facts = " · ".join(part for part in (who, wording.period(measure), "มีในแผนแล้ว" if is_there else "") if part)
    text = wording.text(measure) or "มาตรการว่าง เขียนถ้อยคำเองในแท็บมาตรการ"
    return wording.numerals.show("\n".join((text, *([facts] if facts else []), *proposal.remarks)))
