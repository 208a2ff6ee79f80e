"""The agenda as rows that keep their identity while items are written, moved and saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.domain.meeting import AgendaItem
from ita_desktop.ui.meetings.identities import keep_identities, next_identity


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item; `id` lives as long as the form shows the meeting."""

    id: int
    item: AgendaItem


Rows = tuple[AgendaRow, ...]


def rows_of(agenda: Sequence[AgendaItem], before: Sequence[AgendaRow] = ()) -> Rows:
    """A row for each item; items known from before keep their row."""
    ids = keep_identities(agenda, [(row.id, row.item) for row in before])
    return tuple(AgendaRow(id_, item) for id_, item in zip(ids, agenda, strict=True))


def in_section(rows: Sequence[AgendaRow], section: int) -> list[AgendaRow]:
    """The rows under one agenda head, in their order."""
    return [row for row in rows if row.item.section == section]


def added(rows: Rows, item: AgendaItem) -> Rows:
    """With one more item at the end of its head."""
    return (*rows, AgendaRow(next_identity([row.id for row in rows]), item))


def changed(rows: Rows, id_: int, item: AgendaItem) -> Rows:
    """With another item in the row."""
    return tuple(replace(row, item=item) if row.id == id_ else row for row in rows)


def removed(rows: Rows, id_: int) -> Rows:
    """Without the row."""
    return tuple(row for row in rows if row.id != id_)


def moved(rows: Rows, id_: int, by: int) -> Rows:
    """With the row `by` places further down under its head (up when negative), as far as that goes."""
    row = next(row for row in rows if row.id == id_)
    own = in_section(rows, row.item.section)
    at = own.index(row)
    own.insert(min(len(own) - 1, max(0, at + by)), own.pop(at))
    fresh = iter(own)
    return tuple(next(fresh) if old.item.section == row.item.section else old for old in rows)


def sent_to(rows: Rows, id_: int, section: int) -> Rows:
    """With the row at the end of another head."""
    row = next(row for row in rows if row.id == id_)
    return (*removed(rows, id_), replace(row, item=replace(row.item, section=section)))
