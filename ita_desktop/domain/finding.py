"""What the analysis of a result found about one indicator."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.identity import NEW


class FindingClass(StrEnum):
    """The three classes that the measures item asks for (ita.md 4.1)."""

    URGENT = "urgent"
    IMPROVE = "improve"
    KEEP = "keep"

    @property
    def words(self) -> str:
        """The Thai name of the class."""
        return {
            FindingClass.URGENT: "ต้องแก้ไขเร่งด่วน",
            FindingClass.IMPROVE: "ควรพัฒนา",
            FindingClass.KEEP: "รักษาระดับ",
        }[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """One point of the analysis of `result_year`, on an indicator and perhaps one of its questions or items."""

    result_year: FiscalYear
    indicator_code: str
    finding_class: FindingClass
    text: str = ""
    question_code: str = ""
    cause: str = ""
    recommendation: str = ""
    """NACC's recommendation."""
    topic: str = ""
    """One of the seven optional topics (ita.md 4.1), as text."""
    position: int = 0
    id: int = NEW


def propose_class(framework: Framework, score: Decimal) -> FindingClass:
    """Below the pass mark is urgent, below the best level's mark is to improve, else to keep; score in points."""
    if score < framework.pass_mark:
        return FindingClass.URGENT
    return FindingClass.IMPROVE if score < framework.excellent_mark else FindingClass.KEEP
