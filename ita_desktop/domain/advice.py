"""What could be changed, in plain Thai sentences; Arabic digits, shown in the office's own later."""

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.framework import Framework, LevelRule
from ita_desktop.domain.scoring import WeakPoint
from ita_desktop.domain.what_if import Change, Raise


def weak_sentence(weak: WeakPoint) -> str:
    """`ยกตัวชี้วัดที่ 9. การเปิดเผยข้อมูล จาก 70.38 เป็น 95.00 คะแนนรวมเพิ่ม 4.92`."""
    raised = f"จาก {format_score(weak.score)} เป็น {format_score(weak.score + weak.gap)}"
    return f"ยกตัวชี้วัดที่ {weak.indicator.label} {raised} คะแนนรวมเพิ่ม {format_score(weak.effect)}"


def raise_step_sentence(framework: Framework, step: Raise) -> str:
    """What one score must become."""
    name = f"ตัวชี้วัดที่ {framework.indicator(step.code).label}" if step.code else f"{step.instrument}"
    if step.at_least:
        return f"{name} ต้องได้อย่างน้อย {format_score(step.after)} (ยังไม่ได้กรอกคะแนน)"
    points = f"(เพิ่ม {format_score(step.points)})"
    return f"ยก{'' if step.code else ' '}{name} จาก {format_score(step.before)} เป็น {format_score(step.after)} {points}"


def change_sentence(framework: Framework, level: LevelRule, change: Change | None) -> str:
    """What the least change to a level is and what the total becomes, or that no change of these scores reaches it."""
    if change is None:
        return f"ยกคะแนนเหล่านี้จนเต็ม 100 แล้วยังไม่ถึงระดับ{level.name}"
    if not change.raises:
        return f"คะแนนที่มีถึงระดับ{level.name}แล้ว"
    steps = " และ ".join(raise_step_sentence(framework, step) for step in change.raises)
    total = f"{'ไม่น้อยกว่า' if change.total_at_least else 'เป็น'} {format_score(change.total)}"
    return f"จะได้ระดับ{level.name}: {steps} คะแนนรวม{total}"
