"""Whether enough of a committee came: more than half of its members, those who sent somebody counted as come."""

from dataclasses import dataclass

from ita_desktop.domain.meeting import Attendance, Committee, Meeting, Presence


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many of `members` came; `members` is at least 1."""

    members: int
    present: int

    @property
    def needed(self) -> int:
        """The fewest that are more than half (ita.md 10.2 rule 11)."""
        return self.members // 2 + 1

    @property
    def is_met(self) -> bool:
        """Whether enough came."""
        return self.present >= self.needed

    @property
    def words(self) -> str:
        """`ผู้มาประชุม 5 คน จากกรรมการ 9 คน ครบองค์ประชุม`, Arabic digits."""
        came = f"ผู้มาประชุม {self.present} คน จากกรรมการ {self.members} คน"
        return f"{came} ครบองค์ประชุม" if self.is_met else f"{came} ไม่ครบองค์ประชุม ต้องมาอย่างน้อย {self.needed} คน"


def quorum(meeting: Meeting, committee: Committee | None) -> Quorum | None:
    """The quorum of the meeting's committee; None where its members are not known or nobody is listed as come yet.

    A member counts once; whoever came in a member's place counts for that member.
    """
    present = meeting.people(Presence.PRESENT)
    if committee is None or not committee.members or not present:
        return None
    members = {member.person.name for member in committee.members}
    came = {one.person.name for one in present} & members
    substitutes = sum(1 for one in present if one.substitute_for and one.person.name not in members)
    return Quorum(len(committee.members), min(len(committee.members), len(came) + substitutes))


def strangers(meeting: Meeting, committee: Committee) -> tuple[Attendance, ...]:
    """Those listed as ผู้มาประชุม who are neither members nor there for one."""
    members = {member.person.name for member in committee.members}
    return tuple(
        one for one in meeting.people(Presence.PRESENT) if one.person.name not in members and not one.substitute_for
    )
