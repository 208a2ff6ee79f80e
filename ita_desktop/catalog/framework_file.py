"""One framework file as a checked `Framework`; resources/frameworks/README.md describes the format."""

from decimal import Decimal

from ita_desktop.catalog.toml_table import Table, parse_toml
from ita_desktop.domain.fiscal_year import FIRST_YEAR, LAST_YEAR, FiscalYear
from ita_desktop.domain.framework import Evidence, Framework, Indicator, Instrument, LevelRule, OitItem

_TOP_MARK = 100
_MOST_QUESTIONS = 200
_EVIDENCE_KEYS = ("source", "verified")


def parse_framework(toml_text: str, name: str) -> Framework:
    """The framework of a TOML text; `name` stands for the file in faults.

    Raises `UserError` naming file, place and reason, for any fault of form or sense.
    """
    top = parse_toml(toml_text, name)
    top.only("year", "weights", "indicators", "levels", "questions", "oit_items", "pair")
    year = FiscalYear(top.whole("year", FIRST_YEAR, LAST_YEAR))
    indicators = _indicators(top.table("indicators"))
    levels = _levels(top.table("levels"))
    items = _oit_items(top.table("oit_items"), indicators) if "oit_items" in top.values else ()
    measures_item, report_item = _pair(top.table("pair"), items) if "pair" in top.values else ("", "")
    return Framework(
        year=year,
        weights=_weights(top.table("weights")),
        indicators=indicators,
        levels=levels,
        pass_mark=_pass_mark(top.table("levels"), levels),
        excellent_mark=levels[0].total_min,
        oit_items=items,
        measures_item=measures_item,
        report_item=report_item,
        questions=_questions(top.table("questions")) if "questions" in top.values else {},
        evidence=_evidence(top),
    )


def _weights(table: Table) -> dict[Instrument, Decimal]:
    table.only(*_EVIDENCE_KEYS, *Instrument)
    weights = {instrument: table.number(instrument, 1) for instrument in Instrument}
    for instrument, weight in weights.items():
        if not weight:
            raise table.fault(instrument, "น้ำหนักต้องมากกว่า 0")
    if sum(weights.values()) != 1:
        raise table.fault("", f"น้ำหนักทุกเครื่องมือรวมกันต้องได้ 1 แต่รวมได้ {sum(weights.values())}")
    return weights


def _indicators(table: Table) -> tuple[Indicator, ...]:
    table.only(*_EVIDENCE_KEYS, "items")
    found: dict[str, Indicator] = {}
    for row in table.tables("items"):
        row.only("code", "name", "instrument")
        code = row.text("code")
        if code in found:
            raise row.fault("code", f"รหัส {code} ซ้ำกับตัวชี้วัดก่อนหน้า")
        found[code] = Indicator(code, row.text("name"), _instrument(row))
    for instrument in Instrument:
        if not any(indicator.instrument is instrument for indicator in found.values()):
            raise table.fault("items", f"ไม่มีตัวชี้วัดของเครื่องมือ {instrument}")
    return tuple(found.values())


def _instrument(row: Table) -> Instrument:
    typed = row.text("instrument")
    if typed not in set(Instrument):
        raise row.fault("instrument", f"“{typed}” ไม่ใช่เครื่องมือ ใช้ได้เพียง {' '.join(Instrument)}")
    return Instrument(typed)


def _levels(table: Table) -> tuple[LevelRule, ...]:
    table.only(*_EVIDENCE_KEYS, "pass_mark", "items")
    levels: list[LevelRule] = []
    for row in table.tables("items"):
        row.only("name", "total_min", "instrument_min", "verified")
        level = LevelRule(
            row.text("name"),
            row.number("total_min", _TOP_MARK),
            row.number("instrument_min", _TOP_MARK, default=Decimal(0)),
        )
        if any(level.name == other.name for other in levels):
            raise row.fault("name", f"ระดับ {level.name} ซ้ำกับระดับก่อนหน้า")
        if levels and not _is_below(level, levels[-1]):
            raise row.fault("total_min", f"ต้องเรียงจากระดับดีที่สุดลงมา เกณฑ์ต้องต่ำกว่าระดับ {levels[-1].name}")
        levels.append(level)
    if not levels:
        raise table.fault("items", "ต้องมีอย่างน้อยหนึ่งระดับ")
    if levels[-1].total_min or levels[-1].instrument_min:
        raise table.fault("items", f"ระดับสุดท้าย ({levels[-1].name}) ต้องรับทุกคะแนน คือ total_min เป็น 0")
    return tuple(levels)


def _is_below(level: LevelRule, better: LevelRule) -> bool:
    """Whether no mark is above the better level's, and one is lower."""
    marks, higher = (level.total_min, level.instrument_min), (better.total_min, better.instrument_min)
    return marks != higher and marks[0] <= higher[0] and marks[1] <= higher[1]


def _pass_mark(table: Table, levels: tuple[LevelRule, ...]) -> Decimal:
    mark = table.number("pass_mark", _TOP_MARK)
    if mark not in {level.total_min for level in levels}:
        raise table.fault("pass_mark", f"เกณฑ์ผ่าน {mark} ไม่ตรงกับ total_min ของระดับใด")
    return mark


def _questions(table: Table) -> dict[Instrument, int]:
    table.only(*_EVIDENCE_KEYS, *Instrument)
    return {i: table.whole(i, 1, _MOST_QUESTIONS) for i in Instrument if i in table.values}


def _oit_items(table: Table, indicators: tuple[Indicator, ...]) -> tuple[OitItem, ...]:
    table.only(*_EVIDENCE_KEYS, "items")
    known = {indicator.code for indicator in indicators if indicator.instrument is Instrument.OIT}
    found: dict[str, OitItem] = {}
    for row in table.tables("items"):
        row.only("code", "name", "indicator", "group", "verified")
        item = OitItem(
            code=row.text("code"),
            name=row.text("name"),
            indicator_code=row.text("indicator"),
            group=row.text("group", default=""),
            verified=row.flag("verified"),
        )
        if item.code in found:
            raise row.fault("code", f"รหัส {item.code} ซ้ำกับข้อก่อนหน้า")
        if item.indicator_code not in known:
            raise row.fault("indicator", f"ไม่มีตัวชี้วัดของ OIT ที่มีรหัส {item.indicator_code}")
        found[item.code] = item
    return tuple(found.values())


def _pair(table: Table, items: tuple[OitItem, ...]) -> tuple[str, str]:
    table.only(*_EVIDENCE_KEYS, "measures", "report")
    codes = (table.text("measures"), table.text("report"))
    for key, code in zip(("measures", "report"), codes, strict=True):
        if items and code not in {item.code for item in items}:
            raise table.fault(key, f"ไม่มีข้อ {code} ใน oit_items")
    if codes[0] == codes[1]:
        raise table.fault("report", f"ต้องเป็นคนละข้อกับ measures ({codes[0]})")
    return codes


def _evidence(top: Table) -> dict[str, Evidence]:
    evidence: dict[str, Evidence] = {}
    for key, value in top.values.items():
        if isinstance(value, dict):
            section = top.table(key)
            evidence[key] = Evidence(section.text("source"), section.flag("verified"))
    for row in top.table("levels").tables("items"):
        if "verified" in row.values:
            evidence[f"levels.{row.text('name')}"] = Evidence(evidence["levels"].source, row.flag("verified"))
    return evidence
