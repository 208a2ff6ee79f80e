"""The level and its reason in plain Thai sentences; Arabic digits, shown in the office's own later."""

from decimal import Decimal

from ita_desktop.domain.assessment import display_score, format_score
from ita_desktop.domain.detail_scores import DetailMean
from ita_desktop.domain.framework import Instrument, LevelRule
from ita_desktop.domain.scoring import Difference, Origin, Outcome, Step
from ita_desktop.domain.terms import NOT_CERTAIN


def level_title(outcome: Outcome) -> str:
    """The level in as few words as are true: its name, `อย่างน้อย…`, or ยังสรุประดับไม่ได้; empty without scores."""
    if outcome.best is None or outcome.worst is None:
        return ""
    if outcome.level is not None:
        return outcome.level.name
    if outcome.worst.total_min >= outcome.framework.pass_mark and outcome.worst.instrument_min > 0:
        return f"อย่างน้อย{outcome.worst.name}"
    return NOT_CERTAIN


def level_reason(outcome: Outcome) -> str:
    """Why the level is so, or what is still needed to say it."""
    if outcome.best is None or outcome.worst is None:
        return "กรอกคะแนนรวมหรือคะแนนรายตัวชี้วัด แล้วโปรแกรมจะบอกระดับผลพร้อมเหตุผล"
    if outcome.level is None:
        return _reason_uncertain(outcome)
    reason = _reason_certain(outcome, outcome.level)
    if outcome.level_contradicts:
        reason += f" แต่ระดับที่ประกาศคือ “{outcome.announced_level}” โปรดตรวจสอบกับประกาศผล"
    return reason


def _reason_certain(outcome: Outcome, level: LevelRule) -> str:
    total = _total_words(outcome)
    if not outcome.framework.depends_on_instruments:
        return f"{total} อยู่ในช่วงของระดับ {level.name} (ตั้งแต่ {_mark(level.total_min)} คะแนนขึ้นไป)"
    if level is outcome.framework.levels[-1]:
        return f"{total} ต่ำกว่า {_mark(outcome.framework.levels[-2].total_min)} คะแนน"
    above = outcome.next_level
    if above and outcome.holding_back:
        held = " และ ".join(f"{i} ได้ {format_score(outcome.instruments[i].value)}" for i in outcome.holding_back)
        return (
            f"{total} ถึงเกณฑ์ {_mark(above.total_min)} คะแนนแล้ว แต่ {held} "
            f"ต่ำกว่า {_mark(above.instrument_min)} จึงได้ระดับ{level.name} ไม่ใช่{above.name}"
        )
    if level.instrument_min:
        return (
            f"{total} ถึงเกณฑ์ {_mark(level.total_min)} คะแนน "
            f"และทุกเครื่องมือ (IIT EIT OIT) ได้ตั้งแต่ {_mark(level.instrument_min)} คะแนนขึ้นไป"
        )
    if above and display_score(outcome.total_bounds.low) >= above.total_min:
        unknown = " หรือ ".join(i for i in outcome.bounds if i not in outcome.instruments)
        return (
            f"{total} ถึงเกณฑ์ {_mark(above.total_min)} คะแนนแล้ว แต่จากคะแนนที่กรอก "
            f"{unknown} ต้องต่ำกว่า {_mark(above.instrument_min)} จึงได้ระดับ{level.name} ไม่ใช่{above.name}"
        )
    return f"{total} ตั้งแต่ {_mark(level.total_min)} คะแนนขึ้นไป แต่ไม่ถึงเกณฑ์ของระดับถัดไป"


def _total_words(outcome: Outcome) -> str:
    if outcome.total:
        return f"คะแนนรวม {format_score(outcome.total.value)}"
    low, high = outcome.total_bounds.low, outcome.total_bounds.high
    return f"คะแนนรวมที่เป็นไปได้ {format_score(low)} ถึง {format_score(high)}"


def _reason_uncertain(outcome: Outcome) -> str:
    best, worst = outcome.best, outcome.worst
    if best is None or worst is None:
        return ""
    missing = [i for i in outcome.bounds if i not in outcome.instruments]
    # One that only the total tells is not known to the last digit.
    missing = missing or [i for i, score in outcome.instruments.items() if score.origin is Origin.BACK_SOLVED]
    ask = f"กรอกคะแนน {' '.join(missing)} หรือคะแนนรายตัวชี้วัดเพิ่ม" if missing else "กรอกคะแนนรวมที่ประกาศ"
    return f"คะแนนที่กรอกแล้วเป็นได้ตั้งแต่ระดับ{worst.name}ถึง{best.name} {ask}จึงจะสรุประดับได้"


def step_sentence(step: Step) -> str:
    """What one higher level still asks, e.g. `ขึ้นระดับผ่านดี: ต้องเพิ่ม OIT อีก 14.62 คะแนน`."""
    parts = []
    if step.total_gap > 0:
        parts.append(f"คะแนนรวมอีก {format_score(step.total_gap)}")
    parts += [f"{i} อีก {format_score(gap)}" for i, gap in step.instrument_gaps.items()]
    return f"ขึ้นระดับ{step.level.name}: ต้องเพิ่ม {' และ '.join(parts)} คะแนน"


def raise_sentence(outcome: Outcome, instrument: Instrument, to: Decimal) -> str:
    """What the total becomes when one instrument is raised: `ยก OIT เป็น 85.00 ได้คะแนนรวม 92.70`; empty if unknown."""
    if outcome.total is None or instrument not in outcome.instruments:
        return ""
    gain = (to - outcome.instruments[instrument].value) * outcome.framework.weights[instrument]
    return f"ยก {instrument} เป็น {format_score(to)} ได้คะแนนรวม {format_score(outcome.total.value + gain)}"


def difference_sentence(difference: Difference) -> str:
    """An announced score that its parts do not give."""
    where = "คะแนนรวม" if difference.where is None else f"คะแนน {difference.where}"
    return (
        f"{where} ที่ประกาศ {format_score(difference.announced)} ต่างจากที่คำนวณได้ "
        f"{format_score(difference.computed)} อยู่ {format_score(abs(difference.amount))} โปรดตรวจสอบตัวเลขที่กรอก"
    )


def detail_mean_sentence(found: DetailMean) -> str:
    """Questions or items whose mean is not their indicator."""
    return (
        f"ตัวชี้วัดที่ {found.indicator.label} ได้ {format_score(found.announced)} แต่ค่าเฉลี่ยรายข้อได้ "
        f"{format_score(found.mean)} โปรดตรวจสอบคะแนนรายข้อที่กรอก"
    )


def origin_note(origin: Origin) -> str:
    """How a score shown was found."""
    return {
        Origin.ANNOUNCED: "ตามประกาศ",
        Origin.COMPUTED: "คำนวณจากตัวชี้วัด",
        Origin.BACK_SOLVED: "คำนวณย้อนจากคะแนนรวม",
    }[origin]


def _mark(points: Decimal) -> str:
    """A level's mark without idle decimals: `85`, `69.99`."""
    return f"{points.normalize():f}"
