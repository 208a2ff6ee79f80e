"""Where measures come from: suggestions, last year, NACC's recommendations, the office's own library."""

from ita_desktop.ui.measures.sources.menu import SourcesMenu

__all__ = ["SourcesMenu"]
