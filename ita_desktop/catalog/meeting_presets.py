"""The presets of meetings, read from resources/meetings/."""

from collections.abc import Iterator
from functools import cache

from ita_desktop import paths
from ita_desktop.catalog.toml_table import Table, parse_toml, read_text
from ita_desktop.domain.meeting import AgendaTable
from ita_desktop.domain.meeting_presets import MeetingPreset, MeetingPresets, PresetItem
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.domain.texts import places_in

_PLACES = frozenset({"plan_year", "result_year"})


@cache
def load_meeting_presets() -> MeetingPresets:
    """The shipped presets, read once. Raises `UserError` naming file, place and reason."""
    path = paths.resources() / "meetings" / "presets.toml"
    return parse_meeting_presets(read_text(path), path.name)


def parse_meeting_presets(toml_text: str, name: str) -> MeetingPresets:
    """The presets of one TOML text; `name` stands for the file in faults. Raises `UserError`."""
    top = parse_toml(toml_text, name)
    top.only("general_phrases", "presets")
    presets = tuple(_preset(row) for row in top.tables("presets"))
    if not presets:
        raise top.fault("presets", "ต้องมีอย่างน้อยหนึ่งรายการ")
    keys = [preset.key for preset in presets]
    for key in keys:
        if keys.count(key) > 1:
            raise top.fault("presets", f"key “{key}” ซ้ำกัน")
    return MeetingPresets(
        presets, tuple(_placed(top, "general_phrases", text) for text in top.texts("general_phrases"))
    )


def _preset(row: Table) -> MeetingPreset:
    row.only("key", "name", "months", "subject", "items")
    first, last = _months(row)
    return MeetingPreset(
        key=row.text("key"),
        name=row.text("name"),
        first_month=first,
        last_month=last,
        subject=_placed(row, "subject", row.text("subject")),
        items=tuple(_items(row)),
    )


def _items(row: Table) -> Iterator[PresetItem]:
    for item in row.tables("items"):
        item.only("section", "title", "facts", "tables", "phrases")
        yield PresetItem(
            section=item.whole("section", 1, len(AGENDA_HEADS)),
            title=_placed(item, "title", item.text("title")),
            facts=_placed(item, "facts", item.text("facts", default="")),
            tables=tuple(_table(item, word) for word in item.texts("tables")),
            phrases=tuple(_placed(item, "phrases", text) for text in item.texts("phrases")),
        )


def _months(row: Table) -> tuple[int, int]:
    value = row.values.get("months")
    if isinstance(value, list) and len(value) == 2:
        first, last = value
        if isinstance(first, int) and isinstance(last, int) and 1 <= first <= 12 and 1 <= last <= 12:
            return first, last
    raise row.fault("months", "ต้องเป็น [เดือนแรก, เดือนสุดท้าย] แต่ละตัวเป็นจำนวนเต็ม 1 ถึง 12")


def _table(item: Table, word: str) -> AgendaTable:
    try:
        return AgendaTable(word)
    except ValueError as error:
        raise item.fault("tables", f"ไม่รู้จัก “{word}” ใช้ได้ {', '.join(AgendaTable)}") from error


def _placed(row: Table, key: str, text: str) -> str:
    try:
        foreign = places_in(text) - _PLACES
    except ValueError as error:
        raise row.fault(key, "วงเล็บปีกกาไม่ครบคู่") from error
    if foreign:
        raise row.fault(key, f"ไม่รู้จัก {{{'}, {'.join(sorted(foreign))}}} ใช้ได้ {{plan_year}} และ {{result_year}}")
    return text
