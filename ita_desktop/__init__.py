"""ITA Desktop: from last year's ITA result to measures, meetings and printed papers."""

__version__ = "0.1.0"
