"""The pages of the framework dialog: each shows a part of a framework and gives it back as typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QWidget

from ita_desktop.domain.assessment import parse_score
from ita_desktop.domain.framework import Evidence, Framework, Indicator, Instrument, LevelRule, OitItem
from ita_desktop.domain.framework_draft import Fault, with_levels
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import Numerals, to_arabic
from ita_desktop.ui.scores.framework_page import FrameworkPage, TablePage
from ita_desktop.ui.scores.framework_rows import Row, RowColumn
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.form import Field
from ita_desktop.ui.widgets.parsed_line import ParsedLine, TextLine

_FULL = Decimal(100)
_YES, _NO, _AS_SECTION = "yes", "no", ""
_CHECKS = ((_YES, "ตรวจแล้ว"), (_NO, "ยังไม่ได้ตรวจ"))


class WeightsPage(FrameworkPage):
    """Weights of the instruments, numbers of questions, parts of the EIT."""

    sections = ("weights", "questions", "eit_parts")

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(numerals, parent)
        self.weights = {instrument: _line() for instrument in Instrument}
        self.counts = {instrument: _line() for instrument in Instrument}
        self.parts = QComboBox()
        for words, count in (("ไม่แบ่งส่วน", 0), ("1 ส่วน", 1), ("2 ส่วน", 2)):
            self.parts.addItem(numerals.show(words), count)
        self.parts.activated.connect(lambda _: self.changed.emit())
        self.sum_note = FieldNote()
        self.add_fields("weights", *((i.value, Field(f"น้ำหนัก {i} (ร้อยละ)", w)) for i, w in self.weights.items()))
        self.layout_.addWidget(self.sum_note)
        self.add_source("weights", "น้ำหนัก")
        self.add_fields("questions", *((i.value, Field(f"จำนวนข้อ {i} (ถ้าทราบ)", w)) for i, w in self.counts.items()))
        self.add_source("questions", "จำนวนข้อ")
        self.add_fields("eit_parts", ("count", Field("EIT เก็บข้อมูลเป็น", self.parts, stretch=0)))
        self.add_source("eit_parts", "การแบ่งส่วน EIT")
        self.layout_.addStretch(1)

    def show_framework(self, framework: Framework) -> None:
        for instrument, line in self.weights.items():
            share = framework.weights.get(instrument)
            line.set_value(None if share is None else self.numerals.show(_plain(share * _FULL)))
        for instrument, line in self.counts.items():
            count = framework.questions.get(instrument)
            line.set_value(None if count is None else self.numerals.show(str(count)))
        self.parts.setCurrentIndex(max(0, self.parts.findData(framework.eit_parts)))
        self.show_sources(framework)

    def put(self, framework: Framework) -> Framework:
        self.unread = []
        weights = {
            i: self.read("weights", 0, i, parse_score, line.text(), Decimal(0)) / _FULL
            for i, line in self.weights.items()
        }
        counts = {i: self.read("questions", 0, i, _whole, line.text(), 0) for i, line in self.counts.items()}
        questions = {i: count for i, count in counts.items() if count or self.counts[i].text().strip()}
        parts = self.parts.currentData() or 0
        filled = {"weights": True, "questions": bool(questions), "eit_parts": bool(parts)}
        changed = replace(framework, weights=weights, questions=questions, eit_parts=parts)
        return self.put_sources(changed, filled.__getitem__)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        super().show_faults(faults)
        off = any((fault.section, fault.key) == ("weights", "") for fault in faults)
        total = sum((_score(line.text()) for line in self.weights.values()), Decimal(0))
        if off:
            self.sum_note.error(self.numerals.show(f"น้ำหนักรวมกันต้องได้ร้อยละ 100 แต่รวมได้ร้อยละ {_plain(total)}"))
        else:
            self.sum_note.clear()


class IndicatorsPage(TablePage):
    """The indicators with their instruments and what they continue."""

    sections = ("indicators",)

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        columns = (
            RowColumn("code", "รหัส"),
            RowColumn("name", "ชื่อตัวชี้วัด", is_wide=True),
            RowColumn("instrument", "เครื่องมือ", tuple((i.value, i.value) for i in Instrument)),
            RowColumn("before", "รหัสในปีก่อน"),
        )
        super().__init__("indicators", "ตัวชี้วัด", columns, numerals, parent)
        self.add_source("indicators", "ตัวชี้วัด")
        self.layout_.addStretch(1)

    def show_framework(self, framework: Framework) -> None:
        self.table.show_rows([(i.code, i.name, i.instrument.value, i.before) for i in framework.indicators])
        self.show_sources(framework)

    def put(self, framework: Framework) -> Framework:
        indicators = tuple(
            Indicator(to_arabic(code), name, Instrument(instrument), to_arabic(before))
            for code, name, instrument, before in self.table.rows()
        )
        return self.put_sources(replace(framework, indicators=indicators))


class LevelsPage(TablePage):
    """The level rules from best to worst, and the mark that counts as passed."""

    sections = ("levels",)

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        columns = (
            RowColumn("name", "ชื่อระดับ", is_wide=True),
            RowColumn("total_min", "คะแนนรวมตั้งแต่"),
            RowColumn("instrument_min", "ทุกเครื่องมือตั้งแต่"),
            RowColumn("verified", "การตรวจสอบ", ((_AS_SECTION, "ตามทั้งหมวด"), *_CHECKS)),
        )
        super().__init__("levels", "เกณฑ์ระดับ", columns, numerals, parent)
        self.pass_mark = _line()
        self.add_fields("levels", ("pass_mark", Field("คะแนนรวมที่ถือว่าผ่าน", self.pass_mark, stretch=0)))
        self.add_source("levels", "เกณฑ์ระดับ")
        self.layout_.addStretch(1)

    def show_framework(self, framework: Framework) -> None:
        self.table.show_rows([self._row(framework, level) for level in framework.levels])
        self.pass_mark.set_value(self.numerals.show(_plain(framework.pass_mark)))
        self.show_sources(framework)

    def put(self, framework: Framework) -> Framework:
        self.unread = []
        rows = self.table.rows()
        levels = [
            LevelRule(
                name,
                self.read("levels", n, "total_min", parse_score, total, Decimal(0)),
                self.read("levels", n, "instrument_min", parse_score, each, Decimal(0)),
            )
            for n, (name, total, each, _) in enumerate(rows, start=1)
        ]
        mark = self.read("levels", 0, "pass_mark", parse_score, self.pass_mark.text(), Decimal(0))
        changed = self.put_sources(with_levels(framework, levels, mark))
        source = changed.evidence["levels"].source
        checks = {name: check for name, _, _, check in rows}
        own = {
            f"levels.{name}": Evidence(source, check == _YES) for name, check in checks.items() if check != _AS_SECTION
        }
        kept = {key: e for key, e in changed.evidence.items() if not key.startswith("levels.")}
        return replace(changed, evidence={**kept, **own})

    def _row(self, framework: Framework, level: LevelRule) -> Row:
        own = framework.evidence.get(f"levels.{level.name}")
        check = _AS_SECTION if own is None else _YES if own.verified else _NO
        each = _plain(level.instrument_min) if level.instrument_min else ""
        return (level.name, self.numerals.show(_plain(level.total_min)), self.numerals.show(each), check)


class ItemsPage(TablePage):
    """The OIT items, and which two of them ask for the measures and for the follow-up report."""

    sections = ("oit_items", "pair")

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        columns = (
            RowColumn("code", "รหัส"),
            RowColumn("name", "ชื่อข้อ", is_wide=True),
            RowColumn("indicator", "ตัวชี้วัด", (("", ""),)),
            RowColumn("group", "กลุ่ม", is_wide=True),
            RowColumn("before", "ข้อในปีก่อน"),
            RowColumn("verified", "การตรวจสอบ", tuple(reversed(_CHECKS))),
        )
        super().__init__("oit_items", "ข้อ OIT", columns, numerals, parent)
        self.measures, self.report = TextLine(), TextLine()
        self.add_source("oit_items", "ข้อ OIT")
        self.add_fields(
            "pair",
            ("measures", Field("ข้อที่ขอมาตรการ เช่น o25", self.measures)),
            ("report", Field("ข้อที่ขอรายงานผล เช่น o26", self.report)),
        )
        self.add_source("pair", "ข้อมาตรการและข้อรายงานผล")
        # The long table comes last, so that nothing hides below it.
        for widget in (self.whole, self.table):
            self.layout_.addWidget(widget)
        self.layout_.addStretch(1)

    def show_framework(self, framework: Framework) -> None:
        self._offer(framework.indicators_of(Instrument.OIT))
        self.table.show_rows([_item_row(item) for item in framework.oit_items])
        self.measures.set_value(framework.measures_item)
        self.report.set_value(framework.report_item)
        self.show_sources(framework)

    def put(self, framework: Framework) -> Framework:
        self._offer(framework.indicators_of(Instrument.OIT))
        items = tuple(
            OitItem(
                code=to_arabic(code),
                name=name,
                indicator_code=indicator,
                group=group,
                verified=check == _YES,
                before=tuple(to_arabic(before).replace(",", " ").split()),
            )
            for code, name, indicator, group, before, check in self.table.rows()
        )
        measures, report = (to_arabic(line.text()).strip() for line in (self.measures, self.report))
        changed = replace(framework, oit_items=items, measures_item=measures, report_item=report)
        filled = {"oit_items": bool(items), "pair": bool(measures or report)}
        return self.put_sources(changed, filled.__getitem__)

    def _offer(self, indicators: Iterable[Indicator]) -> None:
        choices = [(indicator.code, self.numerals.show(indicator.label)) for indicator in indicators]
        self.table.set_choices("indicator", choices)


def _item_row(item: OitItem) -> Row:
    check = _YES if item.verified else _NO
    return (item.code, item.name, item.indicator_code, item.group, " ".join(item.before), check)


def _line() -> ParsedLine[str]:
    """A line whose text is read with the whole page."""
    return ParsedLine(str, str)


def _whole(text: str) -> int:
    digits = to_arabic(text)
    if not digits.isascii() or not digits.isdigit():
        raise UserError("กรอกเป็นจำนวนเต็ม เช่น 26")
    return int(digits[:9])


def _score(text: str) -> Decimal:
    try:
        return parse_score(text) or Decimal(0)
    except UserError:
        return Decimal(0)


def _plain(score: Decimal) -> str:
    return f"{score.normalize():f}"
