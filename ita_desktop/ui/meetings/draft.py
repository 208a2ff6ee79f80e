"""The content of a draft: texts of fields by name, and the whole meeting where storing it was refused."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.meeting import Meeting, Presence
from ita_desktop.ui.meetings.identities import keep_identities

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class DraftContent:
    """What was typed and is stored nowhere else."""

    fields: dict[str, str] = field(default_factory=dict)
    meeting: Meeting | None = None
    """As the form said it, without photos; None when all of it but `fields` is stored. The places in the keys of
    `fields` are its places, or else those of the stored one."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.fields and self.meeting is None


def moved(content: DraftContent, before: Meeting, after: Meeting) -> DraftContent:
    """The content beside the meeting as it stands after a change: texts go along with their item or their person.

    Texts beside a meeting of their own stand where its items stand, whatever becomes of the stored one.
    """
    if content.meeting is not None:
        return content
    places = _places("agenda", before.agenda, after.agenda)
    for presence in Presence:
        places |= _places(str(presence), before.people(presence), after.people(presence))
    found = {_moved(key, places): text for key, text in content.fields.items()}
    return replace(content, fields={key: text for key, text in found.items() if key})


def _places(part: str, before: Sequence[object], after: Sequence[object]) -> dict[str, str]:
    """What the keys of each place begin with, before and after; empty for what is gone."""
    now = keep_identities(after, list(enumerate(before)))
    return {f"{part}.{place}": f"{part}.{now.index(place)}" if place in now else "" for place in range(len(before))}


def _moved(key: str, places: dict[str, str]) -> str:
    place, _, field_name = key.rpartition(".")
    if place not in places:
        return key
    return f"{places[place]}.{field_name}" if places[place] else ""


def draft_json(content: DraftContent) -> str:
    """The content as one JSON object."""
    import msgspec

    bare = replace(content, meeting=replace(content.meeting, photos=())) if content.meeting else content
    return msgspec.json.encode(bare).decode()


def parse_draft(json: str) -> DraftContent:
    """What `draft_json` wrote; of a draft that another version of the program wrote, as much as can be read."""
    import msgspec

    try:
        return msgspec.json.decode(json, type=DraftContent)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return DraftContent(_texts_in(json))


def _texts_in(json: str) -> dict[str, str]:
    import msgspec

    try:
        found = msgspec.json.decode(json)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return {}
    texts = found.get("fields", found) if isinstance(found, dict) else {}
    return {key: text for key, text in texts.items() if isinstance(text, str)} if isinstance(texts, dict) else {}
