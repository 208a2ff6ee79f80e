"""The office's own names, which no line of a paper may break."""

import re
from collections.abc import Iterator

from sqlalchemy.orm import Session

from ita_desktop.domain.office import Office, Signatory
from ita_desktop.services import committees, meetings, plans
from ita_desktop.services import office as offices
from ita_desktop.thai.dates import WEEKDAYS

_TERMS = (
    *("ผ่านดีเยี่ยม", "ผ่านดี", "ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง"),
    *("ผู้รับผิดชอบ", "ผู้อำนวยการ", "ผู้เข้าร่วม", "ปีงบประมาณ", "ชำนาญการ", "ปฏิบัติการ", "สิ่งที่ส่งมาด้วย"),
    *(f"วัน{day}ที่" for day in WEEKDAYS),
)
"""Names of levels, and words of every paper that read badly in two parts where a line is wide enough for them."""
_TITLES = ("นางสาว", "นาย", "นาง", "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.", "ดร.")


def own_words(session: Session) -> list[str]:
    """Names of the office, its places, divisions and people, and terms of the papers, each once, without empty ones."""
    office = offices.find_office(session)
    words = [*_TERMS, *(_office_words(office) if office else ())]
    for division in offices.list_divisions(session):
        words += [*_division_words(division.name), division.short_name]
    for officer in offices.list_officers(session):
        words += _person_words(officer.signatory)
    for committee in committees.list_committees(session):
        for member in committee.members:
            words += _person_words(member.person)
    for year in plans.list_plan_years(session):
        for meeting in meetings.list_meetings(session, year):
            people = (meeting.chair, meeting.recorder, meeting.checker, *(one.person for one in meeting.attendances))
            for person in people:
                words += _person_words(person)
    return list(dict.fromkeys(word for word in words if word))


def _office_words(office: Office) -> Iterator[str]:
    yield from (office.name, office.district, office.province)


def _division_words(name: str) -> list[str]:
    """A long name may be parted before และ, so that it fits a column of the measures table."""
    return [part for word in name.split() for part in re.split("(?=และ)", word)]


def _person_words(person: Signatory) -> Iterator[str]:
    """First and last name apart, without the title: a line may end between them."""
    name = person.name.strip()
    for title in _TITLES:
        if name.startswith(title):
            name = name.removeprefix(title)
            break
    yield from name.split()
