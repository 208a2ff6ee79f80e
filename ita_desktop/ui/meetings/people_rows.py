"""The people of a meeting as rows that keep their identity while they are edited, moved and saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.domain.meeting import Attendance, Meeting, Presence
from ita_desktop.domain.meeting_checks import clock_remarks
from ita_desktop.domain.meeting_people import listed_twice
from ita_desktop.ui.meetings.identities import keep_identities, next_identity


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the lists; `id` lives as long as the form shows the meeting."""

    id: int
    attendance: Attendance
    unread: tuple[tuple[str, str], ...] = ()
    """Texts of cells that cannot be read and so are stored nowhere, by their column."""
    remark: str = ""
    """What is odd about this person among the others."""

    def typed(self, column: str) -> str:
        """What was typed into that cell and cannot be read, or empty."""
        return dict(self.unread).get(column, "")

    def with_typed(self, column: str, text: str) -> PersonRow:
        """With that text in the cell as it was typed; an empty one takes it away."""
        others = tuple(cell for cell in self.unread if cell[0] != column)
        return replace(self, unread=(*others, (column, text)) if text else others)

    @property
    def presence(self) -> Presence:
        """The list that the row stands in."""
        return self.attendance.presence


def rows_of(attendances: Sequence[Attendance], before: Sequence[PersonRow] = ()) -> tuple[PersonRow, ...]:
    """A row for each person; people known from before keep their row."""
    ids = keep_identities(attendances, [(row.id, row.attendance) for row in before])
    known = {row.id: row for row in before}
    rows = (
        replace(known.get(id_, PersonRow(id_, who)), attendance=who) for id_, who in zip(ids, attendances, strict=True)
    )
    return tuple(rows)


def in_list(rows: Sequence[PersonRow], presence: Presence) -> list[PersonRow]:
    """The rows of one list, in their order."""
    return [row for row in rows if row.presence is presence]


def added(rows: Sequence[PersonRow], people: Sequence[Attendance]) -> tuple[PersonRow, ...]:
    """With these people behind the others."""
    first = next_identity([row.id for row in rows])
    return (*rows, *(PersonRow(first + n, who) for n, who in enumerate(people)))


def put_first(rows: Sequence[PersonRow], who: Attendance) -> tuple[PersonRow, ...]:
    """With this person at the head of their list, in place of every row that bears their name."""
    others = [row for row in rows if row.attendance.person.name != who.person.name]
    return (PersonRow(next_identity([row.id for row in rows]), who), *others)


def changed(rows: Sequence[PersonRow], edited: PersonRow) -> tuple[PersonRow, ...]:
    """With one row as it was edited."""
    return tuple(edited if row.id == edited.id else row for row in rows)


def removed(rows: Sequence[PersonRow], ids: Sequence[int]) -> tuple[PersonRow, ...]:
    """Without these rows."""
    return tuple(row for row in rows if row.id not in ids)


def moved(rows: Sequence[PersonRow], id_: int, by: int) -> tuple[PersonRow, ...]:
    """With one row `by` places further down its own list (up when negative), as far as that goes."""
    row = next(row for row in rows if row.id == id_)
    own = in_list(rows, row.presence)
    at = own.index(row)
    target = min(len(own) - 1, max(0, at + by))
    own.insert(target, own.pop(at))
    fresh = iter(own)
    return tuple(next(fresh) if old.presence is row.presence else old for old in rows)


def sent_to(rows: Sequence[PersonRow], ids: Sequence[int], presence: Presence) -> tuple[PersonRow, ...]:
    """With these rows at the end of another list; those who are absent keep a reason but no times."""
    going = [row for row in rows if row.id in ids]
    staying = [row for row in rows if row.id not in ids]
    sent = (replace(row, attendance=_as(row.attendance, presence)) for row in going)
    # Who did not come has no times, and so no texts in their place.
    return (*staying, *(replace(row, unread=()) if presence is Presence.ABSENT else row for row in sent))


def remarked(rows: Sequence[PersonRow], meeting: Meeting) -> tuple[PersonRow, ...]:
    """With what is odd about each person: a name that stands elsewhere too, times outside the meeting."""
    twice = listed_twice(row.attendance for row in rows)
    places = {row.id: place for one in Presence for place, row in enumerate(in_list(rows, one), 1)}

    def remark(row: PersonRow) -> str:
        said = [sentence for _, sentence in clock_remarks(meeting, row.attendance)]
        if row.attendance.person.name in twice:
            others = [other for other in rows if other.id != row.id and _name(other) == _name(row)]
            said.insert(0, f"ชื่อซ้ำกับ{' และ'.join(_place_words(row, other, places[other.id]) for other in others)}")
        return "  ".join(said)

    return tuple(replace(row, remark=remark(row)) for row in rows)


def _name(row: PersonRow) -> str:
    return row.attendance.person.name


def _place_words(row: PersonRow, other: PersonRow, place: int) -> str:
    where = "" if other.presence is row.presence else f"{other.presence.words} "
    return f"{where}ลำดับที่ {place}"


def _as(attendance: Attendance, presence: Presence) -> Attendance:
    reason = attendance.reason if presence is Presence.ABSENT else ""
    substitute = "" if presence is Presence.ABSENT else attendance.substitute_for
    came = replace(attendance, presence=presence, reason=reason, substitute_for=substitute)
    return replace(came, arrived_at=None, left_at=None) if presence is Presence.ABSENT else came
