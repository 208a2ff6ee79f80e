"""The standard wordings of papers, read from resources/texts/."""

import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from ita_desktop import paths
from ita_desktop.domain.texts import PLACES, StandardTexts, places_in


def load_texts(file: Path | None = None) -> StandardTexts:
    """The shipped wordings, or those of another file; `ValueError` names what is missing or unknown in it."""
    import msgspec

    found = tomllib.loads((file or paths.resources() / "texts" / "papers.toml").read_text(encoding="utf-8"))
    odd = set(found) ^ {field.name for field in fields(StandardTexts)}
    if odd:
        raise ValueError(f"missing or unknown wordings: {', '.join(sorted(odd))}")
    for text in _strings(found):
        if foreign := places_in(text) - PLACES:
            raise ValueError(f"unknown places {', '.join(sorted(foreign))} in: {text}")
    return msgspec.convert(found, StandardTexts)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
