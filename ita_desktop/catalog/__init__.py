"""Shipped data files read into checked domain values."""

from ita_desktop.catalog.framework_file import parse_framework
from ita_desktop.catalog.frameworks import load_frameworks, shipped_toml
from ita_desktop.catalog.suggestions import load_suggestions, parse_suggestions

__all__ = ["load_frameworks", "load_suggestions", "parse_framework", "parse_suggestions", "shipped_toml"]
