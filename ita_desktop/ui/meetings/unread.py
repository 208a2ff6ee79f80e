"""The way to a text of the minutes that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_desktop.ui.meetings.withheld import is_free
from ita_desktop.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.ui.meetings.agenda_page import AgendaPage
    from ita_desktop.ui.meetings.meeting_form import MeetingForm
    from ita_desktop.ui.meetings.people_page import PeoplePage


def show_unread(form: MeetingForm) -> None:
    """Turn to the first such text that certifying would freeze, with the caret in it; nothing when there is none."""
    pages = (form.head, form.people, form.agenda, form.closing)
    page = next((page for page in pages if any(not is_free(key) for key in page.unsaved())), None)
    if page is None:
        return
    form.show_page(page)
    if page is form.people:
        _enter_cell(form.people)
    elif page is form.agenda:
        _enter_item(form.agenda)
    else:
        _enter(line for line in page.findChildren(ParsedLine) if line.problem())


def _enter(lines: Iterable[ParsedLine[Any]]) -> None:
    for line in lines:
        line.setFocus()
        line.end(False)
        return


def _enter_item(page: AgendaPage) -> None:
    for panel in page.panels.values():
        keys = [key for key in panel.unsaved() if not is_free(f".{key}")]
        if keys and panel.body is not None:
            panel.set_open(True)
            _enter(panel.body.lines[key] for key in keys)
            return


def _enter_cell(page: PeoplePage) -> None:
    for people in page.lists.values():
        for key in people.unsaved():
            place, _, column = key.partition(".")
            if column:
                people.table.setCurrentIndex(people.model.index(int(place), people.model.column_of(column)))
                people.table.setFocus()
            else:
                _enter([people.line])
            return
