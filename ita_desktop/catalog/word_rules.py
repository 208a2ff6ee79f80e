"""The rules of the word check, read from resources/words/."""

import re
from functools import cache

from ita_desktop import paths
from ita_desktop.catalog.toml_table import Table, parse_toml, read_text
from ita_desktop.domain.double_words import DoubleWords
from ita_desktop.domain.word_check import TextPlace, WordRule, WordRules


@cache
def load_word_rules() -> WordRules:
    """The shipped rules, read once; names of levels are added with `with_levels`. Raises `UserError` for a fault."""
    path = paths.resources() / "words" / "check.toml"
    return parse_word_rules(read_text(path), path.name)


def parse_word_rules(toml_text: str, name: str) -> WordRules:
    """The rules of one TOML text; `name` stands for the file in faults. Raises `UserError`."""
    top = parse_toml(toml_text, name)
    top.only("repeated", "small", "before_place", "meant", "other_levels", "rules")
    rules = tuple(_rule(row) for row in top.tables("rules"))
    keys = [rule.key for rule in rules]
    for key in keys:
        if keys.count(key) > 1:
            raise top.fault("rules", f"key “{key}” ซ้ำกัน")
    doubles = DoubleWords(*(frozenset(top.texts(key)) for key in ("repeated", "small", "before_place", "meant")))
    other_levels = _pattern(top, "other_levels") if "other_levels" in top.values else None
    return WordRules(rules, doubles, other_levels)


def _rule(row: Table) -> WordRule:
    row.only("key", "find", "write", "why", "places", "unless")
    write = row.values.get("write")
    if write is not None and not isinstance(write, str):
        raise row.fault("write", 'ต้องเป็นข้อความในเครื่องหมาย "…"')
    places = frozenset(_place(row, word) for word in row.texts("places")) or frozenset(TextPlace)
    # A correction is plain text: a backslash in it would name a group.
    write = write.replace("\\", r"\\") if write else write
    unless = _pattern(row, "unless") if "unless" in row.values else None
    return WordRule(row.text("key"), _pattern(row, "find"), write, row.text("why"), places, unless)


def _pattern(row: Table, key: str) -> re.Pattern[str]:
    try:
        return re.compile(row.text(key), re.MULTILINE)
    except re.error as error:
        raise row.fault(key, f"นิพจน์ไม่ถูกรูปแบบ: {error}") from error


def _place(row: Table, word: str) -> TextPlace:
    try:
        return TextPlace(word)
    except ValueError as error:
        raise row.fault("places", f"ไม่รู้จัก “{word}” ใช้ได้ {', '.join(TextPlace)}") from error
