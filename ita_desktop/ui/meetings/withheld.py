"""What of a draft certified minutes take, and what of it waits until they are opened for correction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.meeting_states import freezes, is_frozen
from ita_desktop.ui.meetings.draft import DraftContent, moved
from ita_desktop.ui.meetings.identities import keep_identities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.meeting import AgendaItem, Meeting


def is_free(key: str) -> bool:
    """Whether a field can still be written when the minutes are certified."""
    return key.startswith("invitation.") or key.endswith(".done_on")


def with_free_parts(meeting: Meeting, other: Meeting) -> Meeting:
    """The meeting with what certifying leaves free to be written as `other` has it; all else is its own."""
    bare, others = (tuple(replace(item, done_on=None) for item in each.agenda) for each in (meeting, other))
    found = dict(zip(keep_identities(others, list(enumerate(bare))), other.agenda, strict=True))
    agenda = tuple(_with_day(item, found.get(place, item)) for place, item in enumerate(meeting.agenda))
    return replace(meeting, agenda=agenda, closing=other.closing, invitation=other.invitation)


def _with_day(item: AgendaItem, like: AgendaItem) -> AgendaItem:
    return replace(item, done_on=like.done_on)


def taken(content: DraftContent, certified: Meeting) -> DraftContent:
    """What the form of the certified minutes takes of a draft; its texts stand where the stored items stand."""
    fields: dict[str, str] = {}
    for key, text in content.fields.items():
        fields |= _placed(key, text, content, certified)
    said = with_free_parts(certified, content.meeting) if content.meeting is not None else certified
    return DraftContent(fields, said if said != certified else None)


def withheld(content: DraftContent, minutes: Meeting) -> DraftContent:
    """What of a draft certified minutes do not take; of minutes still open, what would have to wait if certified."""
    fields = {key: text for key, text in content.fields.items() if not _placed(key, text, content, minutes)}
    waits = content.meeting
    if waits is not None and freezes(replace(waits, status=minutes.status)) == freezes(minutes):
        waits = None
    return DraftContent(fields, waits)


def _placed(key: str, text: str, content: DraftContent, minutes: Meeting) -> dict[str, str]:
    """The free field as the stored minutes have it: the draft's items may stand elsewhere."""
    if not is_free(key):
        return {}
    return moved(DraftContent({key: text}), content.meeting or minutes, minutes).fields


def joined(waiting: DraftContent, said: Meeting, stored: Meeting, unsaved: Mapping[str, str]) -> DraftContent:
    """One draft of what was withheld and of what the form of the certified minutes says besides."""
    if waiting.meeting is None:
        return DraftContent({**waiting.fields, **unsaved}, said if said != stored else None)
    placed = moved(DraftContent(dict(unsaved)), stored, waiting.meeting).fields
    return DraftContent({**waiting.fields, **placed}, with_free_parts(waiting.meeting, said))


def beside(content: DraftContent, before: Meeting, after: Meeting) -> DraftContent:
    """The draft beside the meeting as it stands after a change; withheld minutes follow in what stays free."""
    found = moved(content, before, after)
    if found.meeting is None or not is_frozen(after) or with_free_parts(found.meeting, before) != found.meeting:
        return found
    return replace(found, meeting=with_free_parts(found.meeting, after))
