"""Shipped data files read into checked domain values."""

from ita_desktop.catalog.framework_file import parse_framework
from ita_desktop.catalog.frameworks import load_frameworks, shipped_toml
from ita_desktop.catalog.sample import sample_record
from ita_desktop.catalog.suggestions import load_suggestions, parse_suggestions
from ita_desktop.catalog.texts import load_texts

__all__ = [
    "load_frameworks",
    "load_suggestions",
    "load_texts",
    "parse_framework",
    "parse_suggestions",
    "sample_record",
    "shipped_toml",
]
