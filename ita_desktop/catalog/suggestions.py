"""The library of suggested measures, read from resources/suggestions/."""

import re
from collections.abc import Iterator, Mapping

from ita_desktop import paths
from ita_desktop.catalog.toml_table import Table, parse_toml, read_text
from ita_desktop.domain.fiscal_year import FIRST_MONTH
from ita_desktop.domain.suggestion import KIND_WORDS, Suggestion


def load_suggestions() -> Mapping[str, tuple[Suggestion, ...]]:
    """Suggestions by indicator code, in the order of the files. Raises `UserError` naming file, place and reason."""
    found: dict[str, tuple[Suggestion, ...]] = {}
    for path in sorted((paths.resources() / "suggestions").glob("*.toml")):
        for suggestion in parse_suggestions(read_text(path), path.name):
            found[suggestion.indicator_code] = (*found.get(suggestion.indicator_code, ()), suggestion)
    return found


def parse_suggestions(toml_text: str, name: str) -> tuple[Suggestion, ...]:
    """The suggestions of one TOML text; `name` stands for the file in faults. Raises `UserError`."""
    top = parse_toml(toml_text, name)
    top.only("indicator", "measures")
    return tuple(_suggestions(top, top.text("indicator")))


def _suggestions(top: Table, indicator_code: str) -> Iterator[Suggestion]:
    for row in top.tables("measures"):
        row.only("text", "divisions", "all_divisions", "owner", "quarters", "months", "rhythm", "evidence")
        first, last = _window(row)
        suggestion = Suggestion(
            indicator_code=indicator_code,
            text=_wording(row),
            divisions=row.texts("divisions"),
            all_divisions=row.flag("all_divisions", default=False),
            owner=row.text("owner", default=""),
            first_month=first,
            last_month=last,
            rhythm=row.text("rhythm", default=""),
            evidence=row.texts("evidence"),
        )
        if not (suggestion.divisions or suggestion.all_divisions or suggestion.owner):
            raise row.fault("divisions", "ต้องบอกผู้รับผิดชอบด้วย divisions, all_divisions หรือ owner")
        yield suggestion


def _wording(row: Table) -> str:
    """The text, whose words in braces are ones that a kind of office decides."""
    text = row.text("text")
    unknown = set(re.findall(r"\{([^{}]*)\}", text)) - set(KIND_WORDS)
    if unknown or re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", text)):
        known = " ".join(f"{{{name}}}" for name in KIND_WORDS)
        raise row.fault("text", f"ในวงเล็บปีกกาใช้ได้เฉพาะ {known}")
    return text


def _window(row: Table) -> tuple[int, int]:
    """First and last month of the window; the whole year when the file says nothing."""
    if "quarters" in row.values:
        first, last = _ends(row, "quarters", 4)
        return _month(3 * (first - 1)), _month(3 * (last - 1) + 2)
    if "months" in row.values:
        first, last = _ends(row, "months", 12)
        if (first - FIRST_MONTH) % 12 > (last - FIRST_MONTH) % 12:
            raise row.fault("months", "เดือนแรกต้องไม่อยู่หลังเดือนสุดท้าย (ปีงบประมาณเริ่มเดือน 10)")
        return first, last
    return FIRST_MONTH, FIRST_MONTH - 1


def _ends(row: Table, key: str, high: int) -> tuple[int, int]:
    value = row.values[key]
    if isinstance(value, list) and len(value) == 2:
        first, last = value
        if isinstance(first, int) and isinstance(last, int) and 1 <= first <= high and 1 <= last <= high:
            if key == "quarters" and first > last:
                raise row.fault(key, "ไตรมาสแรกต้องไม่อยู่หลังไตรมาสสุดท้าย")
            return first, last
    raise row.fault(key, f"ต้องเป็น [แรก, สุดท้าย] แต่ละตัวเป็นจำนวนเต็ม 1 ถึง {high}")


def _month(offset: int) -> int:
    return (FIRST_MONTH - 1 + offset) % 12 + 1
