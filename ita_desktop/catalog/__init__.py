"""Shipped data files read into checked domain values."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ita_desktop.catalog.framework_file import parse_framework
    from ita_desktop.catalog.frameworks import load_frameworks, shipped_toml
    from ita_desktop.catalog.meeting_presets import load_meeting_presets, parse_meeting_presets
    from ita_desktop.catalog.sample import sample_record
    from ita_desktop.catalog.suggestions import load_suggestions, parse_suggestions
    from ita_desktop.catalog.texts import load_texts
    from ita_desktop.catalog.word_rules import load_word_rules, parse_word_rules

__all__ = [
    "load_frameworks",
    "load_meeting_presets",
    "load_suggestions",
    "load_texts",
    "load_word_rules",
    "parse_framework",
    "parse_meeting_presets",
    "parse_suggestions",
    "parse_word_rules",
    "sample_record",
    "shipped_toml",
]

_HOMES = {
    "load_frameworks": "frameworks",
    "load_meeting_presets": "meeting_presets",
    "load_suggestions": "suggestions",
    "load_texts": "texts",
    "load_word_rules": "word_rules",
    "parse_framework": "framework_file",
    "parse_meeting_presets": "meeting_presets",
    "parse_suggestions": "suggestions",
    "parse_word_rules": "word_rules",
    "sample_record": "sample",
    "shipped_toml": "frameworks",
}


def __getattr__(name: str) -> Any:
    # The first page needs the frameworks alone: a module is imported when something of it is asked for.
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
