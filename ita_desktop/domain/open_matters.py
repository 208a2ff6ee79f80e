"""What earlier meetings left to be done, as the items that bring it back under agenda 3."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting import AgendaItem, Meeting, number_label
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.thai.clean import clean_line, shortened
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_arabic

CARRIED_SECTION = 3
"""The agenda head for what follows from earlier meetings (ita.md 5.1)."""
_SUBJECT_LETTERS = 90
_LISTED = 20
"""How many measures of the year before are named one by one."""
_FOLLOWING = re.compile(r"^ติดตามมติ(?: ครั้งที่ \d+/\d+)? เรื่อง ")


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A resolution that gave somebody a task which is not noted as done; `position` is its place in the agenda."""

    meeting: Meeting
    position: int
    is_late: bool

    @property
    def item(self) -> AgendaItem:
        """The agenda item with the resolution."""
        return self.meeting.agenda[self.position]

    @property
    def subject(self) -> str:
        """What it is about, the same through all meetings that bring it back."""
        return subject_of(self.item)


def subject_of(item: AgendaItem) -> str:
    """The item's title without the words that brought it back, else how its resolution begins."""
    title = _FOLLOWING.sub("", item.title, count=1)
    return title or shortened(clean_line(item.resolution), _SUBJECT_LETTERS)


def open_matters(meetings: Iterable[Meeting], today: date) -> tuple[OpenMatter, ...]:
    """The open tasks of these meetings, late ones first, then by the day they are due.

    An item that brings a matter back and gives a task of its own stands for the matter from then on: it is not
    told twice, and closing the newest closes it.
    """
    found: list[OpenMatter] = []
    for meeting in sorted(meetings, key=lambda each: (each.held_on or date.max, each.id)):
        for position, item in enumerate(meeting.agenda):
            if not item.resolution or not (item.owner or item.due):
                continue
            if _FOLLOWING.match(item.title):
                subject = to_arabic(subject_of(item))
                found = [matter for matter in found if to_arabic(matter.subject) != subject]
            found.append(OpenMatter(meeting, position, item.is_late(today)))
    open_ones = [matter for matter in found if matter.item.is_open]
    return tuple(sorted(open_ones, key=lambda matter: (not matter.is_late, matter.item.due or date.max)))


def carried_items(
    matters: Sequence[OpenMatter],
    measures: Sequence[Measure],
    plan_year: FiscalYear,
    today: date,
    numbering: MeetingNumbering,
) -> tuple[AgendaItem, ...]:
    """Items for agenda 3: each open matter, then the plan's late and open measures, then what the year before left."""
    items = [_matter_item(matter, numbering) for matter in matters]
    own = [measure for measure in measures if measure.plan_year == plan_year and measure.status.is_open]
    before = [measure for measure in measures if measure.plan_year == plan_year - 1 and measure.status.is_open]
    late = [measure for measure in own if measure.is_late(today)]
    items += _measure_items("เกินกำหนด", late)
    items += _measure_items("ยังไม่แล้วเสร็จ", [measure for measure in own if measure not in late])
    if before:
        title = f"ติดตามมาตรการปีงบประมาณ พ.ศ. {plan_year - 1} ที่ยังไม่แล้วเสร็จ"
        items.append(AgendaItem(CARRIED_SECTION, title, facts="\n".join(_lines(before))))
    return tuple(items)


def with_carried(meeting: Meeting, items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The agenda with those of the items that it has not, in whatever digits; an empty item of agenda 3 goes."""
    there = {to_arabic(item.title) for item in meeting.items(CARRIED_SECTION)}
    new = [item for item in items if to_arabic(item.title) not in there]
    if not new:
        return meeting.agenda
    kept = [item for item in meeting.agenda if item.section != CARRIED_SECTION or not item.is_empty]
    at = next((n for n, item in enumerate(kept) if item.section > CARRIED_SECTION), len(kept))
    return (*kept[:at], *new, *kept[at:])


def _matter_item(matter: OpenMatter, numbering: MeetingNumbering) -> AgendaItem:
    label = number_label(matter.meeting, numbering)
    item = matter.item
    when = f"กำหนดแล้วเสร็จวันที่ {format_date(item.due)}" if item.due else ""
    owner = f"ผู้รับผิดชอบ {item.owner}" if item.owner else ""
    late = "(เกินกำหนด)" if matter.is_late else ""
    lines = (f"มติเดิม: {item.resolution}", " ".join(part for part in (owner, when, late) if part))
    return AgendaItem(
        CARRIED_SECTION,
        " ".join(part for part in ("ติดตามมติ", label, "เรื่อง", matter.subject) if part),
        facts="\n".join(line for line in lines if line),
        measure_ids=item.measure_ids,
    )


def _measure_items(state: str, measures: Sequence[Measure]) -> Iterator[AgendaItem]:
    if measures:
        yield AgendaItem(
            CARRIED_SECTION,
            f"ติดตามมาตรการที่{state}",
            facts=f"มาตรการที่{state} {len(measures)} รายการ",
            measure_ids=tuple(measure.id for measure in measures),
        )


def _lines(measures: Sequence[Measure]) -> Iterator[str]:
    for n, measure in enumerate(measures[:_LISTED], start=1):
        yield f"({n}) {shortened(clean_line(measure.text), _SUBJECT_LETTERS)}"
    if len(measures) > _LISTED:
        yield f"และอีก {len(measures) - _LISTED} รายการ"
