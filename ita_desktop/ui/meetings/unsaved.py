"""Texts that stand in lines and are stored nowhere: half typed, or such that they cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.ui.widgets.parsed_line import ParsedLine


def unsaved_texts(lines: Mapping[str, ParsedLine[Any]]) -> dict[str, str]:
    """By the lines' keys, what their stored values do not say."""
    return {key: line.text() for key, line in lines.items() if _is_open(line) and (line.problem() or line.isModified())}


def put_back(lines: Mapping[str, ParsedLine[Any]], texts: Mapping[str, str]) -> None:
    """Let the lines stand as they were being typed; texts of other keys are left alone."""
    for key, line in lines.items():
        if key in texts and _is_open(line):
            line.put_back(texts[key])


def _is_open(line: ParsedLine[Any]) -> bool:
    # The lines of certified minutes say what is certified and nothing else.
    return line.isEnabled() and not line.isReadOnly()


def under(prefix: str, texts: Mapping[str, str]) -> dict[str, str]:
    """The texts whose keys begin with the prefix and a dot, under the rest of their keys."""
    start = f"{prefix}."
    return {key.removeprefix(start): text for key, text in texts.items() if key.startswith(start)}
