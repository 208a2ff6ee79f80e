"""A framework as the text of its TOML file, which `parse_framework` reads back as the same framework."""

from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.framework_draft import faults
from ita_desktop.domain.record import FrameworkEdition
from ita_desktop.errors import UserError

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def framework_file_name(year: FiscalYear) -> str:
    """What an exported framework is called."""
    return f"กรอบการประเมิน ITA {year}.toml"


def edition_of(framework: Framework) -> FrameworkEdition:
    """The framework as the office keeps it. Raises `UserError` with the first fault when it cannot be used."""
    for fault in faults(framework):
        raise UserError(fault.sentence)
    return FrameworkEdition(framework.year, framework_toml(framework))


def framework_toml(framework: Framework) -> str:
    """The file's text, in the form of the shipped files: an item a line."""
    lines = [f"# กรอบการประเมิน ITA ของผลคะแนนปีงบประมาณ พ.ศ. {framework.year}", f"year = {framework.year}"]
    for section, content in _sections(framework):
        evidence = framework.evidence[section]
        lines += ["", f"[{section}]", f"source = {_value(evidence.source)}", f"verified = {_value(evidence.verified)}"]
        lines += content
    return "\n".join([*lines, ""])


def _sections(framework: Framework) -> Iterator[tuple[str, list[str]]]:
    yield "weights", [f"{instrument} = {_value(weight)}" for instrument, weight in framework.weights.items()]
    yield (
        "indicators",
        _items(
            {"code": i.code, "instrument": i.instrument.value, "name": i.name, "before": i.before}
            for i in framework.indicators
        ),
    )
    yield "levels", [f"pass_mark = {_value(framework.pass_mark)}", *_items(_levels(framework))]
    if framework.questions or "questions" in framework.evidence:
        yield "questions", [f"{instrument} = {count}" for instrument, count in framework.questions.items()]
    if framework.eit_parts:
        yield "eit_parts", [f"count = {framework.eit_parts}"]
    if framework.oit_items or "oit_items" in framework.evidence:
        yield (
            "oit_items",
            _items(
                {
                    "code": item.code,
                    "indicator": item.indicator_code,
                    "group": item.group,
                    "name": item.name,
                    "verified": item.verified,
                    "before": item.before,
                }
                for item in framework.oit_items
            ),
        )
    if framework.measures_item:
        pair = {"measures": framework.measures_item, "report": framework.report_item}
        yield "pair", [f"{key} = {_value(code)}" for key, code in pair.items()]


def _levels(framework: Framework) -> Iterator[dict[str, object]]:
    for level in framework.levels:
        row: dict[str, object] = {"name": level.name, "total_min": level.total_min}
        if level.instrument_min:
            row["instrument_min"] = level.instrument_min
        own = framework.evidence.get(f"levels.{level.name}")
        yield row | ({"verified": own.verified} if own else {})


def _items(rows: Iterator[dict[str, object]]) -> list[str]:
    """The list of inline tables; keys with nothing in them are left out."""
    inline = (", ".join(f"{key} = {_value(part)}" for key, part in row.items() if part not in ("", ())) for row in rows)
    return ["items = [", *(f"  {{ {content} }}," for content in inline), "]"]


def _value(part: object) -> str:
    if isinstance(part, bool):
        return "true" if part else "false"
    if isinstance(part, Decimal):
        return f"{part:f}"
    if isinstance(part, tuple):
        return f"[{', '.join(_value(each) for each in part)}]"
    return f'"{"".join(_ESCAPES.get(char) or _plain(char) for char in str(part))}"'


def _plain(char: str) -> str:
    """The character itself, or its number where TOML allows no control characters."""
    return char if char >= " " and char != "\x7f" else f"\\u{ord(char):04x}"
