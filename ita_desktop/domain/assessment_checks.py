"""What a careful colleague would remark on one year's announced scores; apart, since the first page needs no more."""

from collections.abc import Iterator
from datetime import date

from ita_desktop.domain.assessment import Assessment, announced_in_season
from ita_desktop.domain.detail_scores import detail_faults, detail_means, eit_outside_parts
from ita_desktop.domain.explanation import detail_mean_sentence, difference_sentence
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.scoring import Outcome, outcome
from ita_desktop.domain.topics import Topic


def check_assessment(
    assessment: Assessment, framework: Framework, today: date, found: Outcome | None = None
) -> Iterator[Remark]:
    """Announced scores against each other and against the calendar (ita.md 10.2 rules 3 to 5).

    `found` is what follows from the scores, where the caller knows it already.
    """

    def remark(field: str, sentence: str, severity: Severity = Severity.WARNING) -> Remark:
        return Remark(severity, Topic.ASSESSMENTS, sentence, assessment.year + 1, field=field)

    found = found or outcome(framework, assessment)
    for difference in found.differences:
        yield remark(difference.where or "total", f"ปี {assessment.year}: {difference_sentence(difference)}")
    if eit_outside_parts(assessment):
        yield remark(
            "EIT", f"ปี {assessment.year}: คะแนน EIT ต้องอยู่ระหว่างคะแนน EIT ส่วนที่ 1 กับส่วนที่ 2 โปรดตรวจสอบตัวเลขที่กรอก"
        )
    for code, fault in detail_faults(framework, assessment).items():
        yield remark(code, f"ปี {assessment.year}: {fault}")
    for found_mean in detail_means(framework, assessment):
        sentence = f"ปี {assessment.year}: {detail_mean_sentence(found_mean)}"
        yield remark(found_mean.indicator.code, sentence, Severity.HINT)
    level = assessment.announced_level
    if level and framework.level_named(level) is None:
        names = " ".join(rule.name for rule in framework.levels)
        yield remark("announced_level", f"“{level}” ไม่ใช่ชื่อระดับของปี {assessment.year} ชื่อที่ใช้ได้คือ {names}", Severity.ERROR)
    elif level and found.level_contradicts:
        yield remark("announced_level", f"ระดับ “{level}” ของปี {assessment.year} ขัดกับคะแนนที่กรอก โปรดตรวจสอบกับประกาศผล")
    if assessment.announced_on and not announced_in_season(assessment.year, assessment.announced_on):
        yield remark(
            "announced_on",
            f"ผลปี {assessment.year} ควรประกาศระหว่างเดือนกรกฎาคมถึงกันยายน {assessment.year} โปรดตรวจสอบวันที่ประกาศ",
        )
    if assessment.announced_on and assessment.announced_on > today:
        yield remark("announced_on", "วันที่ประกาศผลเป็นวันที่ยังมาไม่ถึง โปรดตรวจสอบ")
