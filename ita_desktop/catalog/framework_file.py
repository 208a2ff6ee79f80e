"""One framework file as a checked `Framework`; resources/frameworks/README.md describes the format."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from ita_desktop.catalog.toml_table import Table, parse_toml, read_text
from ita_desktop.domain.fiscal_year import FIRST_YEAR, LAST_YEAR, FiscalYear
from ita_desktop.domain.framework import Evidence, Framework, Indicator, Instrument, LevelRule, OitItem
from ita_desktop.domain.framework_draft import MOST_EIT_PARTS, MOST_QUESTIONS, faults

_TOP_MARK = 100
_EVIDENCE_KEYS = ("source", "verified")


def parse_framework(toml_text: str, name: str) -> Framework:
    """The framework of a TOML text; `name` stands for the file in faults.

    Raises `UserError` naming file, place and reason, for any fault of form or sense.
    """
    top = parse_toml(toml_text, name)
    top.only("year", "weights", "indicators", "levels", "questions", "eit_parts", "oit_items", "pair")
    levels = tuple(_levels(top.table("levels")))
    measures_item, report_item = _pair(top.table("pair")) if "pair" in top.values else ("", "")
    framework = Framework(
        year=FiscalYear(top.whole("year", FIRST_YEAR, LAST_YEAR)),
        weights=_weights(top.table("weights")),
        indicators=tuple(_indicators(top.table("indicators"))),
        levels=levels,
        pass_mark=top.table("levels").number("pass_mark", _TOP_MARK),
        excellent_mark=levels[0].total_min if levels else Decimal(0),
        oit_items=tuple(_oit_items(top.table("oit_items"))) if "oit_items" in top.values else (),
        measures_item=measures_item,
        report_item=report_item,
        questions=_questions(top.table("questions")) if "questions" in top.values else {},
        eit_parts=_eit_parts(top.table("eit_parts")) if "eit_parts" in top.values else 0,
        evidence=_evidence(top),
    )
    for fault in faults(framework):
        raise top.fault(fault.place, fault.reason)
    return framework


def read_framework_file(path: Path) -> Framework:
    """The framework in a file that another office gave. Raises `UserError` when it cannot be read or used."""
    return parse_framework(read_text(path), path.name)


def _weights(table: Table) -> dict[Instrument, Decimal]:
    table.only(*_EVIDENCE_KEYS, *Instrument)
    return {instrument: table.number(instrument, 1) for instrument in Instrument}


def _indicators(table: Table) -> Iterator[Indicator]:
    table.only(*_EVIDENCE_KEYS, "items")
    for row in table.tables("items"):
        row.only("code", "name", "instrument", "before")
        yield Indicator(row.text("code"), row.text("name"), _instrument(row), row.text("before", default=""))


def _instrument(row: Table) -> Instrument:
    typed = row.text("instrument")
    if typed not in set(Instrument):
        raise row.fault("instrument", f"“{typed}” ไม่ใช่เครื่องมือ ใช้ได้เพียง {' '.join(Instrument)}")
    return Instrument(typed)


def _levels(table: Table) -> Iterator[LevelRule]:
    table.only(*_EVIDENCE_KEYS, "pass_mark", "items")
    for row in table.tables("items"):
        row.only("name", "total_min", "instrument_min", "verified")
        total_min = row.number("total_min", _TOP_MARK)
        yield LevelRule(row.text("name"), total_min, row.number("instrument_min", _TOP_MARK, default=Decimal(0)))


def _questions(table: Table) -> dict[Instrument, int]:
    table.only(*_EVIDENCE_KEYS, *Instrument)
    return {i: table.whole(i, 1, MOST_QUESTIONS) for i in Instrument if i in table.values}


def _eit_parts(table: Table) -> int:
    table.only(*_EVIDENCE_KEYS, "count")
    return table.whole("count", 1, MOST_EIT_PARTS)


def _oit_items(table: Table) -> Iterator[OitItem]:
    table.only(*_EVIDENCE_KEYS, "items")
    for row in table.tables("items"):
        row.only("code", "name", "indicator", "group", "verified", "before")
        yield OitItem(
            code=row.text("code"),
            name=row.text("name"),
            indicator_code=row.text("indicator"),
            group=row.text("group", default=""),
            verified=row.flag("verified"),
            before=row.texts("before"),
        )


def _pair(table: Table) -> tuple[str, str]:
    table.only(*_EVIDENCE_KEYS, "measures", "report")
    return table.text("measures"), table.text("report")


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
