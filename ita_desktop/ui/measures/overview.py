"""What the plan as a whole lacks: measures that are late, by division, and weak indicators without a measure."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.framework import Framework, Indicator
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import ALL_DIVISIONS, Division
from ita_desktop.domain.scoring import weak_points

NOBODY = "ยังไม่ระบุผู้รับผิดชอบ"


def late_by_division(measures: Sequence[Measure], divisions: Sequence[Division], today: date) -> dict[str, int]:
    """How many measures are late, by the name of each division that answers for them, most first."""
    names = {division.id: division.name for division in divisions}
    counts: Counter[str] = Counter()
    for measure in measures:
        if measure.is_late(today):
            owners = [names[i] for i in measure.division_ids if i in names]
            owners += [ALL_DIVISIONS] if measure.all_divisions else []
            counts.update(owners or [NOBODY])
    return dict(counts.most_common())


def weak_without_measure(
    framework: Framework, assessment: Assessment | None, measures: Sequence[Measure]
) -> list[Indicator]:
    """The indicators below the pass mark that no measure answers, those that move the total most first."""
    if assessment is None:
        return []
    covered = {measure.indicator_code for measure in measures}
    weak = weak_points(framework, assessment)
    return [point.indicator for point in weak if point.below_pass and point.indicator.code not in covered]


def overview_sentences(late: dict[str, int], late_count: int, uncovered: Sequence[Indicator], mark: str) -> list[str]:
    """The sentences of the strip, Arabic digits; none when all is well."""
    sentences = []
    if late_count:
        by_division = " · ".join(f"{name} {count}" for name, count in late.items())
        sentences.append(f"เลยกำหนด {late_count} มาตรการ: {by_division}")
    if uncovered:
        names = " · ".join(indicator.label for indicator in uncovered)
        sentences.append(f"ตัวชี้วัดที่ต่ำกว่า {mark} และยังไม่มีมาตรการ {len(uncovered)} ตัว: {names}")
    return sentences
