"""A remark on a measure: its sentence names the measure where it stands alone."""

from ita_desktop.domain.measure import Measure
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.topics import Topic
from ita_desktop.thai.clean import shortened

_LONGEST_NAME = 50


def about(
    measure: Measure,
    field: str,
    sentence: str,
    severity: Severity = Severity.WARNING,
    short: str = "",
    brief: str = "",
) -> Remark:
    """The remark at the measure's field; `short` is said beside it where the sentence would say too much there.

    `brief` are the few words for which its cell has room.
    """
    whole = f"มาตรการ “{short_name(measure, _LONGEST_NAME)}” {sentence}"
    return Remark(severity, Topic.MEASURES, whole, measure.plan_year, measure.id, field, short or sentence, brief)


def short_name(measure: Measure, limit: int) -> str:
    """The measure's title or first action, at most so many letters of it; what says that there is neither."""
    return shortened(measure.title or next(iter(measure.actions), "") or "(ยังไม่มีข้อความ)", limit)
