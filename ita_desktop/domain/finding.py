"""What the analysis of a result found about each indicator, and the rule that proposes its class."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.assessment import Assessment, display_score, format_score
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.scoring import weak_points


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
    if display_score(score) < framework.pass_mark:
        return FindingClass.URGENT
    return FindingClass.IMPROVE if display_score(score) < framework.excellent_mark else FindingClass.KEEP


def class_rule(framework: Framework) -> str:
    """The rule of `propose_class` in words, for the screen and the analysis."""
    passed, best = (_mark(mark) for mark in (framework.pass_mark, framework.excellent_mark))
    return (
        f"ต่ำกว่า {passed} คะแนน: {FindingClass.URGENT.words} · "
        f"ตั้งแต่ {passed} แต่ไม่ถึง {best} คะแนน: {FindingClass.IMPROVE.words} · "
        f"ตั้งแต่ {best} คะแนนขึ้นไป: {FindingClass.KEEP.words}"
    )


def class_reason(framework: Framework, score: Decimal) -> str:
    """Why the rule gives a score its class: `ได้ 70.38 คะแนน ต่ำกว่า 85 จึงต้องแก้ไขเร่งด่วน`."""
    found = propose_class(framework, score)
    passed, best = (_mark(mark) for mark in (framework.pass_mark, framework.excellent_mark))
    against = {
        FindingClass.URGENT: f"ต่ำกว่า {passed}",
        FindingClass.IMPROVE: f"ถึง {passed} แต่ไม่ถึง {best}",
        FindingClass.KEEP: f"ตั้งแต่ {best} ขึ้นไป",
    }[found]
    return f"ได้ {format_score(score)} คะแนน {against} จึง{found.words}"


def score_of(assessment: Assessment, finding: Finding) -> Decimal | None:
    """The score that the finding is about: its question's or item's where that is known, else its indicator's."""
    if finding.question_code in assessment.details:
        return assessment.details[finding.question_code]
    return assessment.indicators.get(finding.indicator_code)


def proposed_class(framework: Framework, assessment: Assessment, finding: Finding) -> FindingClass | None:
    """The class that the rule gives the finding by the scores as they are now; None where its score is not known."""
    score = score_of(assessment, finding)
    return None if score is None else propose_class(framework, score)


def propose_findings(
    framework: Framework, assessment: Assessment, existing: Sequence[Finding] = ()
) -> tuple[Finding, ...]:
    """The findings as they stand, and behind them an unsaved one for each known indicator that none is about.

    New ones come most pressing first, within a class by what they could add to the total. What the office has
    written is never changed.
    """
    covered = {finding.indicator_code for finding in existing if not finding.question_code}
    effect = {weak.indicator.code: weak.effect for weak in weak_points(framework, assessment)}
    order = list(FindingClass)
    new = [
        Finding(assessment.year, indicator.code, propose_class(framework, assessment.indicators[indicator.code]))
        for indicator in framework.indicators
        if indicator.code in assessment.indicators and indicator.code not in covered
    ]
    new.sort(key=lambda f: (order.index(f.finding_class), -effect.get(f.indicator_code, Decimal(0))))
    return (*existing, *new)


def _mark(points: Decimal) -> str:
    return f"{points.normalize():f}"
