"""เริ่มจากปีก่อน: last year's measures with their results, and how they would stand in this year's plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.proposal import text_key, texts_in
from ita_desktop.domain.year_words import find_years
from ita_desktop.services import measures
from ita_desktop.thai.baht import format_baht
from ita_desktop.thai.clean import shortened
from ita_desktop.ui.measures.sources.entries import facts, remark_lines
from ita_desktop.ui.measures.sources.reading import LastYear, read_last_year
from ita_desktop.ui.measures.sources.source_dialog import SourceDialog
from ita_desktop.ui.widgets.check_entry import Entry, Line, Look
from ita_desktop.ui.widgets.check_list import CheckList
from ita_desktop.ui.widgets.parsed_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_desktop.domain.measure import Measure
    from ita_desktop.domain.year_words import ShiftedText
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.measures.sources.source_dialog import Add
    from ita_desktop.ui.measures.wording import Wording

_MANY = 8
"""From so many entries on a search is of use."""


class LastYearDialog(SourceDialog):
    """Unfinished measures are ticked at first; those that this plan has already are marked and left out."""

    def __init__(self, context: Context, wording: Wording, add: Add, parent: QWidget) -> None:
        super().__init__("เริ่มจากปีก่อน", "มาตรการจากปีก่อน", context, wording, add, parent)
        self._found = read_last_year(context, wording)
        self._there = texts_in(context.database.read(measures.list_measures, wording.plan_year))
        self.list = CheckList[LastYear]("มาตรการของปีก่อน")
        self.search = TextLine()
        self.unfinished = QPushButton("เลือกที่ยังไม่เสร็จ")
        self.all = QPushButton("เลือกทั้งหมด")
        if self._found:
            self._build()
            self.list.setFocus()
        else:
            self.show_empty(
                self.show_numbers(f"ปี {wording.plan_year - 1} ไม่มีมาตรการ"),
                self.show_numbers(
                    f"หากมีแผนของปี {wording.plan_year - 1} อยู่ เลือกปีนั้นที่มุมบนของหน้าต่างแล้วบันทึกหรือวางตารางมาตรการก่อน "
                    "หรือเริ่มจาก “แนะนำตามตัวชี้วัด”"
                ),
            )
        self.count()

    def chosen(self) -> list[Measure]:
        """The ticked measures as this year's plan would have them."""
        return [each.carried.measure for each in self.list.ticked()]

    def is_there(self, each: LastYear) -> bool:
        """Whether this year's plan has the text already, as it was or with its years moved."""
        texts = (each.carried.measure.text, each.carried.last_year.text)
        return any(text_key(text) in self._there for text in texts)

    def is_unfinished(self, each: LastYear) -> bool:
        """Whether the measure was not done and is not in this year's plan yet."""
        return each.carried.last_year.status is not MeasureStatus.DONE and not self.is_there(each)

    def _build(self) -> None:
        year = self.wording.plan_year
        self.lead.setText(
            self.show_numbers(
                f"มาตรการของปี {year - 1} ที่จะยกมาเป็นร่างของปี {year} ปีที่โปรแกรมเลื่อนให้มีแถบสีเหลือง ตรวจก่อนเพิ่ม "
                "ปีของกฎหมายและระเบียบไม่ถูกเลื่อน"
            )
        )
        self.search.setPlaceholderText("ค้นหา")
        self.search.setAccessibleName("ค้นหาในมาตรการของปีก่อน")
        self.search.setVisible(len(self._found) > _MANY)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.put_left(self.unfinished, self.all)
        self.search.textChanged.connect(self.list.narrow)
        self.list.ticks_changed.connect(self.count)
        self.unfinished.clicked.connect(lambda: self.list.tick_only(self.is_unfinished))
        self.all.clicked.connect(lambda: self.list.tick_shown(lambda each: not self.is_there(each)))
        entries = [self._entry(each) for each in self._found]
        self.list.show_entries(entries, next((n for n, entry in enumerate(entries) if entry.ticked), 0))

    def _entry(self, each: LastYear) -> Entry[LastYear]:
        carried, wording = each.carried, self.wording
        head = " · ".join(filter(None, (wording.indicator(carried.measure), wording.numerals.show(_outcome(each)))))
        lines = [Line(head, Look.QUIET)]
        lines += self._moved([carried.title], Look.STRONG)
        bullet = "• " if len(carried.actions) > 1 or carried.title.text else ""
        lines += self._moved(carried.actions, Look.PLAIN, bullet)
        lines += self._facts(carried.measure)
        for name, text in (
            ("วิธีดำเนินการ", carried.method),
            ("การกำกับติดตาม", carried.monitoring),
            ("เป้าหมายผลผลิต", carried.output_target),
        ):
            if text.changed:
                lines += self._moved([text], Look.QUIET, f"{name}: ")
        if carried.kept_years:
            lines.append(Line(wording.numerals.show(f"ปีที่คงไว้ตามเดิม: {' '.join(carried.kept_years)}"), Look.QUIET))
        lines += remark_lines(carried.remarks, wording, is_there=self.is_there(each))
        return Entry(each, tuple(lines), self.is_unfinished(each))

    def _facts(self, measure: Measure) -> Iterator[Line]:
        """Who and when, with the period's years marked, and the budget, which nobody has decided for this year."""
        text, period = facts(measure, self.wording), self.wording.period(measure)
        start = len(text) - len(period)
        years = find_years(period, measure.plan_year) if measure.period.is_read else ()
        if text:
            yield Line(text, Look.QUIET, tuple((start + year.first, start + year.last) for year in years))
        if measure.budget is not None:
            yield Line(f"งบประมาณ {format_baht(measure.budget, self.wording.numerals)} บาท ตามปีก่อน", Look.QUIET)

    def _moved(self, texts: Sequence[ShiftedText], look: Look, before: str = "") -> list[Line]:
        """The texts that say something, with the moved years marked."""
        width = len(before)
        return [
            Line(self.show_numbers(before + text.text), look, tuple((a + width, b + width) for a, b in text.changed))
            for text in texts
            if text.text
        ]


def _outcome(each: LastYear) -> str:
    """Status of last year's measure with its last result or problem, shortened to a line's worth."""
    status, progress = each.carried.last_year.status.words, each.progress
    said = (progress.result or progress.problem) if progress else ""
    result = " ".join(said.split())
    return f"ปีก่อน: {status}" + (f" ({shortened(result, 120)})" if result else "")
