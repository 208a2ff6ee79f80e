"""The columns of a list of people: what each cell shows, and what an edit makes of its person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from ita_desktop.domain.meeting import Attendance, Presence
from ita_desktop.domain.office import Signatory
from ita_desktop.errors import UserError
from ita_desktop.thai.clean import clean_line
from ita_desktop.thai.dates import format_time, parse_time
from ita_desktop.ui.meetings.people_rows import PersonRow
from ita_desktop.ui.table_model import Column

if TYPE_CHECKING:
    from datetime import time

TIMES = {"arrived_at": "มา\nเวลา", "left_at": "ออก\nเวลา"}
"""Heads of the columns for coming late and leaving early."""
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _edit(change: Callable[[Attendance, str], Attendance]) -> Callable[[PersonRow, Any], PersonRow]:
    return lambda row, value: replace(row, attendance=change(row.attendance, clean_line(str(value))))


def _with_name(who: Attendance, name: str) -> Attendance:
    # A person without a name cannot be printed: the old one stays.
    return replace(who, person=replace(who.person, name=name)) if name else who


def _with_post(who: Attendance, title: str) -> Attendance:
    return who if title == who.person.title else replace(who, person=Signatory(who.person.name, title))


def _time_column(key: str, head: str, show: Callable[[str], str]) -> Column[PersonRow]:
    def shown(row: PersonRow) -> str:
        moment: time | None = getattr(row.attendance, key)
        return row.typed(key) or (show(format_time(moment)) if moment is not None else "")

    def edited(row: PersonRow, value: Any) -> PersonRow:
        text = str(value).strip()
        if time_problem(text):
            # What cannot be read leaves the time as it was, and stays in its cell for mending.
            return row.with_typed(key, text)
        named: dict[str, Any] = {key: parse_time(text) if text else None}
        return replace(row.with_typed(key, ""), attendance=replace(row.attendance, **named))

    def problem(row: PersonRow) -> str:
        return show(time_problem(row.typed(key)))

    return Column[PersonRow](key, head, shown, edited, problem=problem, align=_MIDDLE)


def time_problem(text: str) -> str:
    """Why a text is no time of day, with what to type instead; empty when it is one, or nothing."""
    try:
        if text:
            parse_time(text)
    except UserError as error:
        return error.sentence
    return ""


def _text_column(key: str, head: str) -> Column[PersonRow]:
    """A column of the attendance's own text of that name."""

    def written(who: Attendance, text: str) -> Attendance:
        named: dict[str, Any] = {key: text}
        return replace(who, **named)

    return Column(key, head, lambda row: getattr(row.attendance, key), _edit(written), align=_MIDDLE)


def columns_of(
    presence: Presence, number: Callable[[PersonRow], str], show: Callable[[str], str]
) -> list[Column[PersonRow]]:
    """The columns of one list; `number` gives the text of a row's place in it, `show` puts times into digits."""
    name = Column[PersonRow](
        "name",
        "ชื่อ – สกุล",
        lambda row: row.attendance.person.name,
        _edit(_with_name),
        problem=lambda row: show(row.remark),
        align=_MIDDLE,
    )
    post = Column[PersonRow](
        "post", "ตำแหน่ง", lambda row: row.attendance.person.title, _edit(_with_post), align=_MIDDLE
    )
    role = _text_column("role", "หน้าที่")
    place = Column[PersonRow]("number", "ที่", number, align=_MIDDLE)
    if presence is Presence.ABSENT:
        return [place, name, post, role, _text_column("reason", "เหตุที่ไม่มา")]
    substitute = _text_column("substitute_for", "มาแทน\nตำแหน่ง")
    return [place, name, post, role, substitute, *(_time_column(key, head, show) for key, head in TIMES.items())]
