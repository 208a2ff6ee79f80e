"""A remark on the record: what should be looked at before a paper is printed, and where to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.topics import Topic


class Severity(StrEnum):
    """An error contradicts itself; a warning should be looked at; a hint may stay as it is."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark, and where to mend it: the record's topic, the item's id and the field's name."""

    severity: Severity
    topic: Topic
    sentence: str
    year: FiscalYear | None = None
    """The plan year it belongs to, None for the office itself."""
    item_id: int = NEW
    field: str = ""
    short: str = ""
    """The sentence as it stands beside the field, where the item need not be named; empty for the same sentence."""

    @property
    def beside_field(self) -> str:
        """What to say beside the field itself."""
        return self.short or self.sentence
