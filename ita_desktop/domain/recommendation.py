"""NACC's recommendations as a report gives them, cut into single ones that can each become a measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import Finding
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.proposal import text_key
from ita_desktop.thai.clean import clean_line, clean_text
from ita_desktop.thai.digits import to_arabic


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation without its number or bullet; `indicator_code` is empty unless the text names it."""

    text: str
    indicator_code: str = ""


_DIGITS = "[0-9๐-๙]"
_SIGN = r"[-–—•▪●·*◦‣➢➤✓»]"
_NUMBER = rf"(?:ข้อ\s*)?(?:\({_DIGITS}{{1,2}}\)|{_DIGITS}{{1,2}}(?:\.{_DIGITS}{{1,2}})*[.)]|[ก-ฮ][.)])"
_SUBNUMBER = rf"{_DIGITS}{{1,2}}(?:\.{_DIGITS}{{1,2}})+(?=\s+(?!น\.|คะแนน|ร้อยละ|%))"
_ITEM_NUMBER = rf"(?:{_NUMBER}(?!{_DIGITS}|[ก-ฮ]{{1,2}}\.)|{_SUBNUMBER})\s*"
_MARK = re.compile(rf"^(?:(?:{_SIGN}\s*)+(?:{_ITEM_NUMBER})?|{_ITEM_NUMBER})(?=\S)")
_INNER_NUMBER = re.compile(rf"(?<!\S)\(?({_DIGITS}{{1,2}})[.)](?!{_DIGITS})\s*(?=\S)")
_INNER_SIGN = re.compile(r"(?<=\S)\s*[•▪●]\s*(?=\S)")
_LEAD = re.compile(r"(?:ดังนี้|ดังต่อไปนี้|[:：])$|^ข้อเสนอแนะ\S{0,30}$")
_INDICATOR = re.compile(r"ตัวชี้วัด\s*(?:ที่\s*)?(\d{1,2})(?!\d)")
_DETAIL = re.compile(r"(?<![0-9A-Za-z])([IEOieo]\d{1,2})(?!\d)")
_HEADING_REST = 30
"""A line is only a heading when no more than so many letters stand in it beside the indicator's name."""


def split_recommendations(text: str) -> tuple[str, ...]:
    """The single recommendations of a text, as `cut_recommendations` cuts them."""
    return tuple(each for block in _blocks(text) for each in block)


def cut_recommendations(text: str, framework: Framework) -> tuple[Recommendation, ...]:
    """Cut at numbers, bullets, or else lines; a line that only names an indicator stands for those below it.

    A recommendation that names another indicator, or a question or item of the year's list, belongs to that one.
    """
    found: list[Recommendation] = []
    current = ""
    for line in split_recommendations(text):
        named = _named_indicator(line, framework)
        if named and _is_heading(line, framework, named):
            current = named
            continue
        found.append(Recommendation(line, named or current))
    return tuple(found)


def _blocks(text: str) -> Iterator[Sequence[str]]:
    lines = [clean_line(line) for inner in clean_text(text).split("\n") for line in _parted(inner)]
    if any(_MARK.match(line) for line in lines):
        yield _marked(lines)
    elif "" in lines[1:-1]:
        yield _paragraphs(lines)
    else:
        yield [line for line in lines if line]


def _parted(line: str) -> list[str]:
    """A line at the signs and the rising numbers (1) … 2) …) that stand inside it."""
    cuts: list[int] = []
    for match in _INNER_NUMBER.finditer(line):
        if int(to_arabic(match[1])) == len(cuts) + 1:
            cuts.append(match.start())
    if len(cuts) < 2:
        cuts = []
    cuts += [match.start() for match in _INNER_SIGN.finditer(line)]
    edges = [0, *sorted(cuts), len(line)]
    return [line[first:last] for first, last in pairwise(edges) if first < last] or [""]


def _marked(lines: Sequence[str]) -> list[str]:
    """Recommendations that begin with a number or bullet; other lines go on with the one above them."""
    found: list[str] = []
    is_open = False
    for line in lines:
        mark = _MARK.match(line)
        if not line:
            is_open = False
        elif mark:
            found.append(line[mark.end() :])
            is_open = True
        elif is_open and not line.startswith("ตัวชี้วัด"):
            found[-1] = _joined(found[-1], line)
        elif not _LEAD.search(line):
            found.append(line)
    return found


def _paragraphs(lines: Sequence[str]) -> list[str]:
    found = [""]
    for line in lines:
        if line:
            found[-1] = _joined(found[-1], line)
        else:
            found.append("")
    return [each for each in found if each and not _LEAD.search(each)]


def _joined(above: str, below: str) -> str:
    """Two lines as one; a report's lines end inside a sentence, where Thai has no space."""
    thai = above and "ก" <= above[-1] <= "๎" and "ก" <= below[0] <= "๎"
    return above + below if thai else f"{above} {below}".strip()


def _named_indicator(line: str, framework: Framework) -> str:
    """Code of the indicator that a line names with the word ตัวชี้วัด, or whose question or item; else empty."""
    bare = to_arabic(line)
    codes = {indicator.code for indicator in framework.indicators}
    number = _INDICATOR.search(bare)
    if number and number[1] in codes:
        return number[1]
    if "ตัวชี้วัด" in bare:
        behind = bare.split("ตัวชี้วัด", 1)[1]
        named = [indicator.code for indicator in framework.indicators if indicator.name in behind]
        if named:
            return named[0]
    detail = _DETAIL.search(bare)
    return framework.indicator_of_detail(detail[1].lower()) if detail else ""


def _is_heading(line: str, framework: Framework, code: str) -> bool:
    if not line.startswith("ตัวชี้วัด"):
        return False
    rest = _INDICATOR.sub("", to_arabic(line), count=1).replace(framework.indicator(code).name, "")
    return len(rest.removeprefix("ตัวชี้วัด").strip(" :.-–()")) <= _HEADING_REST


def recommended_measures(
    assessment: Assessment | None, findings: Sequence[Finding], framework: Framework
) -> tuple[Measure, ...]:
    """Unsaved measures of the plan that answers the framework's year: one for each recommendation of the result.

    Those of findings come with the finding's indicator, topic and link; those of the whole report take the finding
    about the indicator that they name, where there is one. What both say comes once.
    """
    plan_year = framework.year + 1
    found: dict[str, Measure] = {}
    for finding in findings:
        for text in split_recommendations(finding.recommendation):
            measure = answering(Measure(plan_year, finding.indicator_code, actions=(text,)), finding)
            found.setdefault(text_key(text), measure)
    for each in cut_recommendations(assessment.recommendations if assessment else "", framework):
        measure = Measure(plan_year, each.indicator_code, actions=(each.text,))
        about = finding_about(each.indicator_code, findings)
        found.setdefault(text_key(each.text), answering(measure, about) if about else measure)
    return tuple(found.values())


def answering(measure: Measure, finding: Finding) -> Measure:
    """The measure as one that answers the finding: with its link, and its topic unless it has one."""
    return replace(measure, finding_ids=(finding.id,), topic=measure.topic or finding.topic)


def finding_about(indicator_code: str, findings: Sequence[Finding]) -> Finding | None:
    """The finding about the indicator as a whole, else the only one about it; None when that is not certain."""
    about = [finding for finding in findings if finding.indicator_code == indicator_code] if indicator_code else []
    whole = [finding for finding in about if not finding.question_code]
    certain = whole or about
    return certain[0] if len(certain) == 1 else None
