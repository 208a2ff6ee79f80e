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
    brief: str = ""
    """A few words for a narrow cell, which shows the sentence beside the field when pointed at; empty for that one."""

    @property
    def beside_field(self) -> str:
        """What to say beside the field itself."""
        return self.short or self.sentence

    @property
    def in_cell(self) -> str:
        """What to say in the field's own narrow cell."""
        return self.brief or self.beside_field
