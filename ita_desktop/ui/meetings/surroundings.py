"""What the record offers a meeting's form: officers, committees, other meetings, measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.meeting import Committee, MeetingHead
from ita_desktop.domain.meeting_people import officers_on
from ita_desktop.ui.widgets.choice_line import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.measure import Measure
    from ita_desktop.domain.meeting import AgendaItem
    from ita_desktop.domain.meeting_presets import MeetingPresets
    from ita_desktop.domain.office import Division, MeetingNumbering, Officer, Signatory
    from ita_desktop.domain.word_check import WordRules
    from ita_desktop.thai.digits import Numerals

ROLES = (
    "ประธานกรรมการ",
    "รองประธานกรรมการ",
    "กรรมการ",
    "กรรมการและเลขานุการ",
    "กรรมการและผู้ช่วยเลขานุการ",
    "ประธานคณะทำงาน",
    "คณะทำงาน",
    "คณะทำงานและเลขานุการ",
)
"""The roles that appointment orders give (ita.md 6.3)."""
REASONS = ("ติดราชการ", "ลากิจ", "ลาป่วย", "ลาพักผ่อน", "ไปราชการต่างจังหวัด")
"""Why members are usually absent."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Wordings of a resolution: those that suit every item, and those made for this one.

    The general ones come first, so that a number always means the same words and fingers can learn it.
    """

    general: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    @property
    def numbered(self) -> tuple[str, ...]:
        """All of them in the order of their keys."""
        return (*self.general, *self.own)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The part of the record that a meeting may choose from."""

    numerals: Numerals
    numbering: MeetingNumbering
    officers: tuple[Officer, ...] = ()
    divisions: tuple[Division, ...] = ()
    committees: tuple[Committee, ...] = ()
    meetings: tuple[MeetingHead, ...] = ()
    """The meetings of the plan year and of the year before."""
    measures: tuple[Measure, ...] = ()
    """The measures of the plan year."""
    plan_year: FiscalYear | None = None
    presets: MeetingPresets | None = None
    people: tuple[Signatory, ...] = ()
    """Whom the minutes of these meetings name, as the latest has them first."""
    words: WordRules | None = None
    """What the word check looks for, with the level names of the year's framework."""
    of_next_year: tuple[MeetingHead, ...] = ()
    """The meetings of the year after: the first certifies the last of the plan year, and numbers may run on."""

    def around_meetings(self) -> tuple[MeetingHead, ...]:
        """The meetings of all three years."""
        return (*self.meetings, *self.of_next_year)

    def phrases(self, item: AgendaItem) -> Phrases:
        """Wordings offered for the item's resolution, in the office's digits."""
        if self.presets is None or self.plan_year is None:
            return Phrases()
        show = self.numerals.show
        return Phrases(
            tuple(show(phrase) for phrase in self.presets.general_phrases),
            tuple(show(phrase) for phrase in self.presets.phrases_for(item, self.plan_year)),
        )

    def committee(self, id_: int | None) -> Committee | None:
        """The committee with that id, or None."""
        return next((committee for committee in self.committees if committee.id == id_), None)

    def people_offers(self, day: date | None = None) -> list[Offer]:
        """Everybody who may be named, each name once: officers in their post on `day`, then other names used before."""
        found: dict[str, Signatory] = {}
        for person in self._people(day):
            if person.name:
                found.setdefault(person.name, person)
        return [Offer(name, f"{name}  –  {who.title}" if who.title else name, who) for name, who in found.items()]

    def _people(self, day: date | None) -> Iterator[Signatory]:
        yield from officers_on(self.officers, day)
        for committee in self.committees:
            yield from (member.person for member in committee.members)
        yield from self.people

    def name_offers(self) -> list[Offer]:
        """The committees, then the names of earlier meetings."""
        committees = [committee.name for committee in self.committees]
        used = [meeting.name for meeting in reversed(self.meetings) if meeting.name]
        return [Offer(name) for name in dict.fromkeys([*committees, *used])]

    def places(self) -> list[str]:
        """Where meetings were held before, the newest first."""
        return list(dict.fromkeys(meeting.place for meeting in reversed(self.meetings) if meeting.place))

    def posts(self) -> list[str]:
        """The posts of the officers."""
        return list(dict.fromkeys(officer.post for officer in self.officers if officer.post))

    def roles(self) -> list[str]:
        """Roles used in the record, then the usual ones."""
        used = [member.role for committee in self.committees for member in committee.members if member.role]
        return list(dict.fromkeys([*used, *ROLES]))

    def owners(self) -> list[str]:
        """Who can be told to carry out a resolution: divisions, then officers."""
        names = [division.name for division in self.divisions]
        return list(dict.fromkeys([*names, *(officer.name for officer in self.officers)]))
