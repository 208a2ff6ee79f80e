"""Who people are on the day of a meeting: their posts, and the posts that they stand in for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ita_desktop.domain.meeting import Attendance, Committee
from ita_desktop.domain.office import Officer, Signatory


def officers_on(officers: Iterable[Officer], day: date | None) -> tuple[Signatory, ...]:
    """The officers who serve on the day (all when it is open), each name once, in the office's order.

    Of several entries for one name the one that stands in for another post (ปฏิบัติหน้าที่, รักษาราชการแทน)
    is meant, else the one begun last.
    """
    found: dict[str, Officer] = {}
    for officer in officers:
        if day is None or officer.serves_on(day):
            known = found.get(officer.name)
            found[officer.name] = officer if known is None else max(known, officer, key=_rank)
    return tuple(officer.signatory for officer in found.values())


def signatory_on(person: Signatory, officers: Iterable[Officer], day: date | None) -> Signatory:
    """The person with the posts of that day; as named before where the office's list does not know them."""
    return next((found for found in officers_on(officers, day) if found.name == person.name), person)


def committee_on(committee: Committee, officers: Iterable[Officer], day: date | None) -> tuple[Attendance, ...]:
    """Every member as somebody who comes, with the role of the order and the posts of the day."""
    known = {found.name: found for found in officers_on(officers, day)}
    return tuple(
        Attendance(known.get(member.person.name, member.person), role=member.role) for member in committee.members
    )


def listed_twice(attendances: Iterable[Attendance]) -> tuple[str, ...]:
    """The names that stand more than once in the lists, in the order in which they come first."""
    names = Counter(one.person.name for one in attendances if one.person.name)
    return tuple(name for name, count in names.items() if count > 1)


def as_on(attendances: Iterable[Attendance], officers: Iterable[Officer], day: date | None) -> tuple[Attendance, ...]:
    """The same people with the posts of the day."""
    known = {found.name: found for found in officers_on(officers, day)}
    return tuple(replace(one, person=known.get(one.person.name, one.person)) for one in attendances)


def _rank(officer: Officer) -> tuple[bool, date]:
    return bool(officer.acting and officer.acting_post), officer.since or date.min
