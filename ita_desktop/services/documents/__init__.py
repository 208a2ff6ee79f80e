"""What the papers say: every word is decided here, before any ink."""

from ita_desktop.services.documents.compose import choices, compose
from ita_desktop.services.documents.own_words import own_words
from ita_desktop.services.documents.papers import PaperChoice, PaperVariant
from ita_desktop.services.documents.round_remarks import round_remarks

__all__ = ["PaperChoice", "PaperVariant", "choices", "compose", "own_words", "round_remarks"]
