"""What a draft says: it goes along with its items and people, and comes back from its JSON as far as it can be read."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Attendance, Meeting, Presence
from ita_desktop.domain.office import Signatory
from ita_desktop.ui.meetings.draft import DraftContent, draft_json, moved, parse_draft

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
    if len(before) == len(after):
        # As in the form: as many items as before are the same ones, rewritten.
        assert found == content.fields
    else:
        assert found == {f"agenda.{place}.due": title for place, title in enumerate(after) if title in before}


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
