"""Measures from the library of suggestions, and how one becomes a measure of this office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.domain.finding import Finding
from ita_desktop.domain.fiscal_year import FIRST_MONTH, FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Division, OfficeKind
from ita_desktop.domain.period import Period, format_months
from ita_desktop.domain.proposal import Proposal
from ita_desktop.domain.recommendation import split_recommendations

KIND_WORDS = ("ordinance", "community")
"""The words that a suggestion's text may leave to the kind of office, written `{ordinance}`."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A ready measure for one indicator, to be edited freely (ita.md 7)."""

    indicator_code: str
    text: str
    """With `{…}` where the kind of office decides the word."""
    divisions: tuple[str, ...] = ()
    """The divisions that usually answer (`สำนักปลัด`, `กองคลัง`), as most offices call them."""
    all_divisions: bool = False
    owner: str = ""
    """The person or body that usually answers beside or instead of a division."""
    first_month: int = FIRST_MONTH
    """First month of the usual window, 1 to 12."""
    last_month: int = FIRST_MONTH - 1
    """Last month of the usual window, 1 to 12, not before the first one in the fiscal year."""
    rhythm: str = ""
    """How often within the window (`ทุกไตรมาส`), empty when once or all along."""
    evidence: tuple[str, ...] = ()
    """What to collect as proof."""

    def text_for(self, kind: OfficeKind) -> str:
        """The wording as offices of that kind say it."""
        return self.text.format_map({name: getattr(kind.style, name) for name in KIND_WORDS})

    def period(self, plan_year: FiscalYear) -> Period:
        """The usual window in that plan year."""
        first, last = plan_year.month(self.first_month), plan_year.month(self.last_month)
        return Period(format_months(first, last), first, last)


def propose(suggestion: Suggestion, plan_year: FiscalYear, divisions: Sequence[Division], kind: OfficeKind) -> Proposal:
    """An unsaved measure with wording, owner, period and monitoring preset from what this office is and has."""
    found, remarks = _answering(suggestion.divisions, divisions)
    measure = Measure(
        plan_year=plan_year,
        indicator_code=suggestion.indicator_code,
        actions=(suggestion.text_for(kind),),
        division_ids=() if suggestion.all_divisions else found,
        all_divisions=suggestion.all_divisions,
        owner=suggestion.owner,
        period=suggestion.period(plan_year),
        monitoring=_monitoring(suggestion),
    )
    return Proposal(measure, remarks)


def proposals_for(
    finding: Finding, suggestions: Sequence[Suggestion], divisions: Sequence[Division], kind: OfficeKind
) -> tuple[Proposal, ...]:
    """Unsaved measures that answer a kept finding in the plan of the year after its result.

    NACC's recommendations come first, each as a measure of its own, then the suggestions for the indicator; without
    either, one measure that still has to be written.
    """
    plan_year = finding.result_year + 1
    code = finding.indicator_code
    recommended = split_recommendations(finding.recommendation)
    found = [Proposal(Measure(plan_year, code, actions=(each,))) for each in recommended]
    found += [propose(each, plan_year, divisions, kind) for each in suggestions if each.indicator_code == code]
    ids = () if finding.id == NEW else (finding.id,)
    return tuple(
        replace(each, measure=replace(each.measure, topic=finding.topic, finding_ids=ids))
        for each in found or [Proposal(Measure(plan_year, code))]
    )


def divisions_named(name: str, divisions: Sequence[Division]) -> list[Division]:
    """The divisions meant by a usual name: `กองคลัง` is กองคลัง, else สำนักการคลัง, else กองคลังและพัสดุ."""
    wanted = _stem(name)
    called_so = [division for division in divisions if division.name == name]
    same = [division for division in divisions if _stem(division.name) == wanted]
    return called_so or same or [division for division in divisions if _stem(division.name).startswith(wanted)]


_RANK = re.compile(r"^(?:กอง|สำนัก|ส่วน|หน่วย|ฝ่าย|งาน)(?:การ|งาน)?")
_SECRETARIAT = "สำนักปลัด"


def _stem(name: str) -> str:
    return _RANK.sub("", name.strip(), count=1)


def _answering(names: Sequence[str], divisions: Sequence[Division]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Ids of the office's divisions that answer, and what is to be said where it has none of that name."""
    found = [division.id for name in names for division in divisions_named(name, divisions)]
    missing = [name for name in names if not divisions_named(name, divisions)]
    if not missing:
        return tuple(dict.fromkeys(found)), ()
    lacking = f"ไม่มี{_listed(missing)}ในรายชื่อส่วนราชการ"
    secretariat = divisions_named(_SECRETARIAT, divisions)[:1]
    if not secretariat:
        return tuple(dict.fromkeys(found)), (f"{lacking} เลือกผู้รับผิดชอบเอง",)
    found.append(secretariat[0].id)
    return tuple(dict.fromkeys(found)), (f"{lacking} จึงเสนอ{secretariat[0].name} ตรวจแก้ได้",)


def _monitoring(suggestion: Suggestion) -> str:
    proof = f"เก็บ{_listed(suggestion.evidence)}เป็นหลักฐาน" if suggestion.evidence else ""
    return f"{suggestion.rhythm} {proof}".strip()


def _listed(words: Sequence[str]) -> str:
    """`ก`, `ก และข`, `ก ข และค`."""
    return " และ".join((" ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
