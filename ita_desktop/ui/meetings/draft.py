"""The content of a draft: texts of fields by name, and the whole meeting where storing it was refused."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ita_desktop.domain.meeting import Meeting


@dataclass(frozen=True, slots=True)
class DraftContent:
    """What was typed and is stored nowhere else."""

    fields: dict[str, str] = field(default_factory=dict)
    meeting: Meeting | None = None
    """As the form said it, without photos; None when all of it but `fields` is stored."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.fields and self.meeting is None


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
