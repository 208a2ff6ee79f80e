"""Frameworks of coming years: copying last year's, editing it as a value, and what is still wrong with it.

A draft is a `Framework`; it is edited with `dataclasses.replace` and taken when `faults` finds nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ita_desktop.domain.assessment import MAX_SCORE
from ita_desktop.domain.details import split_code
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Evidence, Framework, Instrument, LevelRule

MOST_QUESTIONS = 200
"""Questions or items of one instrument."""
MOST_EIT_PARTS = 2

_SECTION_WORDS = {
    "weights": "น้ำหนักเครื่องมือ",
    "indicators": "ตัวชี้วัด",
    "levels": "เกณฑ์ระดับ",
    "questions": "จำนวนข้อ",
    "eit_parts": "ส่วนของ EIT",
    "oit_items": "ข้อ OIT",
    "pair": "ข้อมาตรการและข้อรายงานผล",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that makes a framework unusable: section, number of the item from 1 (0 for none), key and reason."""

    section: str
    item: int
    key: str
    reason: str

    @property
    def place(self) -> str:
        """The place in the framework's file."""
        item = f"items รายการที่ {self.item}" if self.item else ""
        return ".".join(part for part in (self.section, item, self.key) if part)

    @property
    def sentence(self) -> str:
        """What is wrong, for the one who edits the framework on screen."""
        row = f" แถวที่ {self.item}" if self.item else ""
        return f"{_SECTION_WORDS[self.section]}{row}: {self.reason}"


def copied(framework: Framework, year: FiscalYear) -> Framework:
    """The framework as a first draft for another year: nothing in it is verified, codes stay until they are edited.

    In the year after, everything says what it continues, so that it may be renamed and renumbered.
    """
    follows = year == framework.year + 1
    source = f"คัดลอกจากกรอบปี {framework.year} ยังไม่ได้ตรวจกับคู่มือของปี {year}"
    return replace(
        framework,
        year=year,
        indicators=tuple(replace(i, before=i.code if follows else "") for i in framework.indicators),
        oit_items=tuple(
            replace(item, verified=False, before=(item.code,) if follows else ()) for item in framework.oit_items
        ),
        evidence={
            section: Evidence(source, verified=False) for section in framework.evidence if section in _SECTION_WORDS
        },
    )


def with_levels(framework: Framework, levels: Sequence[LevelRule], pass_mark: Decimal | None = None) -> Framework:
    """The framework with other level rules; the pass mark stays unless given, the best mark follows the first level."""
    kept = {f"levels.{level.name}" for level in levels}
    return replace(
        framework,
        levels=tuple(levels),
        excellent_mark=levels[0].total_min if levels else framework.excellent_mark,
        pass_mark=framework.pass_mark if pass_mark is None else pass_mark,
        evidence={key: e for key, e in framework.evidence.items() if not key.startswith("levels.") or key in kept},
    )


def sections_of(framework: Framework) -> tuple[str, ...]:
    """The sections that the framework fills, each of which needs its source."""
    optional = {
        "questions": framework.questions,
        "eit_parts": framework.eit_parts,
        "oit_items": framework.oit_items,
        "pair": framework.measures_item or framework.report_item,
    }
    return tuple(section for section in _SECTION_WORDS if optional.get(section, True))


def faults(framework: Framework) -> tuple[Fault, ...]:
    """Everything that must be mended before the framework can be used, in the order of its file."""
    return tuple(_faults(framework))


def _faults(framework: Framework) -> Iterator[Fault]:
    yield from _of_weights(framework)
    yield from _of_indicators(framework)
    yield from _of_levels(framework)
    yield from _of_questions(framework)
    yield from _of_items(framework)
    yield from _of_pair(framework)
    for section in sections_of(framework):
        evidence = framework.evidence.get(section)
        if evidence is None or not evidence.source.strip():
            yield Fault(section, 0, "source", "ต้องกรอกแหล่งที่มา เช่น คู่มือการประเมิน ITA ของสำนักงาน ป.ป.ช.")


def _of_weights(framework: Framework) -> Iterator[Fault]:
    for instrument in Instrument:
        if framework.weights.get(instrument, Decimal(0)) <= 0:
            yield Fault("weights", 0, instrument, "น้ำหนักต้องมากกว่า 0")
    total = sum(framework.weights.values())
    if total != 1:
        yield Fault("weights", 0, "", f"น้ำหนักทุกเครื่องมือรวมกันต้องได้ 1 แต่รวมได้ {total}")


def _of_indicators(framework: Framework) -> Iterator[Fault]:
    codes: set[str] = set()
    for n, indicator in enumerate(framework.indicators, start=1):
        if not indicator.code.strip():
            yield Fault("indicators", n, "code", "ต้องกรอกรหัส")
        elif indicator.code in codes:
            yield Fault("indicators", n, "code", f"รหัส {indicator.code} ซ้ำกับตัวชี้วัดก่อนหน้า")
        if not indicator.name.strip():
            yield Fault("indicators", n, "name", "ต้องกรอกชื่อตัวชี้วัด")
        codes.add(indicator.code)
    for instrument in Instrument:
        if not framework.indicators_of(instrument):
            yield Fault("indicators", 0, "items", f"ไม่มีตัวชี้วัดของเครื่องมือ {instrument}")


def _of_levels(framework: Framework) -> Iterator[Fault]:
    levels = framework.levels
    if not levels:
        yield Fault("levels", 0, "items", "ต้องมีอย่างน้อยหนึ่งระดับ")
        return
    for n, level in enumerate(levels, start=1):
        if not level.name.strip():
            yield Fault("levels", n, "name", "ต้องกรอกชื่อระดับ")
        elif any(level.name == other.name for other in levels[: n - 1]):
            yield Fault("levels", n, "name", f"ระดับ {level.name} ซ้ำกับระดับก่อนหน้า")
        for key, mark in (("total_min", level.total_min), ("instrument_min", level.instrument_min)):
            if not 0 <= mark <= MAX_SCORE:
                yield Fault("levels", n, key, f"ต้องอยู่ระหว่าง 0 ถึง {MAX_SCORE}")
        if n > 1 and not _is_below(level, levels[n - 2]):
            reason = f"ต้องเรียงจากระดับดีที่สุดลงมา เกณฑ์ต้องต่ำกว่าระดับ {levels[n - 2].name}"
            yield Fault("levels", n, "total_min", reason)
    if levels[-1].total_min or levels[-1].instrument_min:
        yield Fault("levels", 0, "items", f"ระดับสุดท้าย ({levels[-1].name}) ต้องรับทุกคะแนน คือ total_min เป็น 0")
    if framework.pass_mark not in {level.total_min for level in levels}:
        yield Fault("levels", 0, "pass_mark", f"เกณฑ์ผ่าน {framework.pass_mark} ไม่ตรงกับ total_min ของระดับใด")


def _is_below(level: LevelRule, better: LevelRule) -> bool:
    """Whether no mark is above the better level's, and one is lower."""
    marks, higher = (level.total_min, level.instrument_min), (better.total_min, better.instrument_min)
    return marks != higher and marks[0] <= higher[0] and marks[1] <= higher[1]


def _of_questions(framework: Framework) -> Iterator[Fault]:
    for instrument, count in framework.questions.items():
        if not 1 <= count <= MOST_QUESTIONS:
            yield Fault("questions", 0, instrument, f"ต้องเป็นจำนวนเต็ม 1 ถึง {MOST_QUESTIONS}")
    if not 0 <= framework.eit_parts <= MOST_EIT_PARTS:
        yield Fault("eit_parts", 0, "count", f"ต้องเป็นจำนวนเต็ม 1 ถึง {MOST_EIT_PARTS}")


def _of_items(framework: Framework) -> Iterator[Fault]:
    known = {indicator.code for indicator in framework.indicators_of(Instrument.OIT)}
    codes: set[str] = set()
    for n, item in enumerate(framework.oit_items, start=1):
        parts = split_code(item.code)
        if parts is None or parts[0] != Instrument.OIT.detail_letter:
            yield Fault("oit_items", n, "code", "รหัสต้องเป็น o ตามด้วยเลข เช่น o12")
        elif item.code in codes:
            yield Fault("oit_items", n, "code", f"รหัส {item.code} ซ้ำกับข้อก่อนหน้า")
        if not item.name.strip():
            yield Fault("oit_items", n, "name", "ต้องกรอกชื่อข้อ")
        if item.indicator_code not in known:
            yield Fault("oit_items", n, "indicator", f"ไม่มีตัวชี้วัดของ OIT ที่มีรหัส {item.indicator_code}")
        codes.add(item.code)


def _of_pair(framework: Framework) -> Iterator[Fault]:
    pair = {"measures": framework.measures_item, "report": framework.report_item}
    if not any(pair.values()):
        return
    codes = {item.code for item in framework.oit_items}
    for key, code in pair.items():
        if not code:
            yield Fault("pair", 0, key, "ต้องกรอกทั้งข้อมาตรการและข้อรายงานผล หรือเว้นว่างทั้งคู่")
        elif codes and code not in codes:
            yield Fault("pair", 0, key, f"ไม่มีข้อ {code} ใน oit_items")
    if framework.measures_item == framework.report_item:
        yield Fault("pair", 0, "report", f"ต้องเป็นคนละข้อกับ measures ({framework.measures_item})")
