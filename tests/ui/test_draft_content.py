"""What a draft says: it goes along with its items and people, and comes back from its JSON as far as it can be read."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Attendance, Meeting, MeetingStatus, Presence
from ita_desktop.domain.meeting_states import freezes
from ita_desktop.domain.office import Signatory
from ita_desktop.ui.meetings.draft import DraftContent, draft_json, moved, parse_draft
from ita_desktop.ui.meetings.identities import keep_identities
from ita_desktop.ui.meetings.withheld import joined, taken, withheld

TITLES = st.lists(st.sampled_from("กขคงจฉช"), unique=True, max_size=6)
EMPTY = Meeting(FiscalYear(2569))


def with_items(titles: list[str]) -> Meeting:
    return replace(EMPTY, agenda=tuple(AgendaItem(4, title) for title in titles))


def with_people(names: list[str], presence: Presence) -> Meeting:
    return replace(EMPTY, attendances=tuple(Attendance(Signatory(name), presence) for name in names))


@given(TITLES, TITLES)
def test_that_texts_go_along_with_their_items(before: list[str], after: list[str]) -> None:
    content = DraftContent({f"agenda.{place}.due": title for place, title in enumerate(before)})
    found = moved(content, with_items(before), with_items(after)).fields
    staying = {f"agenda.{place}.due": title for place, title in enumerate(after) if title in before}
    assert {key: text for key, text in found.items() if text in after} == staying
    # As in the form: where there are as many items as before, those that are no others were rewritten.
    assert len(found) == (len(before) if len(before) == len(after) else len(staying))


@given(st.permutations("กขคงจ"), st.integers(0, 4))
def test_that_a_text_of_a_rewritten_item_stays_in_its_place(titles: list[str], at: int) -> None:
    content = DraftContent({f"agenda.{place}.due": title for place, title in enumerate(titles)})
    rewritten = [*titles[:at], "ฮ", *titles[at + 1 :]]
    assert moved(content, with_items(titles), with_items(rewritten)) == content


@given(st.lists(st.sampled_from("กข"), max_size=5), st.integers(0, 4))
def test_that_rewriting_one_of_equal_items_moves_no_other(values: list[str], at: int) -> None:
    before = list(enumerate(values))
    rewritten = [*values[:at], "ฮ", *values[at + 1 :]][: len(values)]
    assert keep_identities(rewritten, before) == tuple(range(len(values)))


@given(st.lists(st.sampled_from("กขค"), max_size=6), st.lists(st.sampled_from("กขค"), max_size=6))
def test_that_as_many_values_share_out_the_same_identities(before: list[str], after: list[str]) -> None:
    found = keep_identities(after, [(place * 10, value) for place, value in enumerate(before)])
    assert len(set(found)) == len(after)
    if len(before) == len(after):
        assert sorted(found) == [place * 10 for place in range(len(before))]
        common = sum(min(before.count(value), after.count(value)) for value in "กขค")
        assert sum(before[identity // 10] == value for identity, value in zip(found, after, strict=True)) == common


DAYS = st.none() | st.dates(date(2025, 10, 1), date(2026, 9, 30))
MINUTES = st.builds(
    lambda items, place, closing: replace(
        EMPTY, agenda=tuple(AgendaItem(4, title, done_on=day) for title, day in items), place=place, closing=closing
    ),
    st.lists(st.tuples(st.sampled_from("กขคง"), DAYS), max_size=4, unique_by=lambda pair: pair[0]),
    st.sampled_from(["", "ห้องประชุม", "ศาลาประชาคม"]),
    st.sampled_from(["", "ข่าวแรก", "ข่าวใหม่"]),
)


@given(MINUTES, MINUTES)
def test_that_certified_minutes_take_nothing_of_a_draft_but_what_they_leave_free(
    stored: Meeting, typed: Meeting
) -> None:
    certified = replace(stored, status=MeetingStatus.CERTIFIED)
    said = taken(DraftContent({}, typed), certified).meeting or certified
    assert freezes(said) == freezes(certified)
    assert (said.status, said.closing) == (MeetingStatus.CERTIFIED, typed.closing)
    days = {item.title: item.done_on for item in typed.agenda}
    for item in said.agenda:
        assert item.title not in days or item.done_on == days[item.title]


@given(MINUTES, MINUTES, st.dictionaries(st.sampled_from(["ends_at", "agenda.0.due", "present.0.role"]), st.text()))
def test_that_nothing_of_a_draft_is_lost_between_taking_and_opening(
    stored: Meeting, typed: Meeting, fields: dict[str, str]
) -> None:
    certified = replace(stored, status=MeetingStatus.CERTIFIED)
    content = DraftContent({**fields, "invitation.dated": "31 ก.พ."}, typed)
    free, waiting = taken(content, certified), withheld(content, certified)
    said = free.meeting or certified
    whole = joined(waiting, said, said, free.fields)
    assert whole.fields == content.fields
    if whole.meeting is not None:
        assert freezes(whole.meeting) == freezes(typed)
        assert whole.meeting.closing == typed.closing
    else:
        assert freezes(replace(typed, status=MeetingStatus.CERTIFIED)) == freezes(said)
    assert withheld(whole, certified).is_empty == waiting.is_empty


@given(TITLES, st.sampled_from(Presence), st.data())
def test_that_a_cell_goes_along_with_its_person(names: list[str], presence: Presence, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from(names))) if names else set()
    staying = [name for name in names if name not in gone]
    content = DraftContent({f"{presence}.{place}.role": name for place, name in enumerate(names)} | {"place": "ห้อง"})
    found = moved(content, with_people(names, presence), with_people(staying, presence)).fields
    assert found == {f"{presence}.{place}.role": name for place, name in enumerate(staying)} | {"place": "ห้อง"}


def test_that_texts_of_no_item_and_the_refused_meeting_stay() -> None:
    fields = {"held_on": "31 ก.พ.", "present.new": "นายใหม่", "recorder.name": "นางจด", "agenda.9.due": "เดิม"}
    content = DraftContent(fields, with_items(["ก"]))
    assert moved(content, with_items(["ก", "ข"]), with_items(["ก"])) == content


def test_that_a_draft_comes_back_from_its_json() -> None:
    content = DraftContent({"held_on": "31 ก.พ."}, with_items(["เรื่องแรก"]))
    assert parse_draft(draft_json(content)) == content


def test_that_of_another_version_s_draft_the_texts_come_back() -> None:
    assert parse_draft('{"fields": {"place": "ห้อง", "other": 5}, "meeting": {"plan_year": "new"}}').fields == {
        "place": "ห้อง"
    }
    assert parse_draft("{").is_empty
