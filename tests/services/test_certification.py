"""What certified minutes keep, what a correction does to it, and how both are undone."""

from dataclasses import replace
from datetime import date

import pytest
from fictional_office import YEAR
from paper_samples import FULL

from ita_desktop.db.database import Database
from ita_desktop.document_file import parse_minutes
from ita_desktop.domain.meeting import AgendaItem, AgendaTable, Meeting, MeetingStatus, MinutesVersion
from ita_desktop.domain.meeting_documents import ExtractDocument, MinutesDocument
from ita_desktop.domain.paper import DocumentKind, PaperOptions
from ita_desktop.errors import UserError
from ita_desktop.services import (
    certification,
    documents,
    measures,
    meeting_changes,
    meetings,
    minutes_versions,
    records,
)
from ita_desktop.services import office as offices
from ita_desktop.services.documents.compose import read_source
from ita_desktop.services.documents.extract import extract
from ita_desktop.thai.digits import Numerals, to_thai

DAY = date(2026, 5, 4)
GIVEN = (FULL.frameworks, FULL.texts, DAY)
CHECKED, CERTIFIED = MeetingStatus.CHECKED, MeetingStatus.CERTIFIED


def stored(database: Database) -> Meeting:
    return database.read(meetings.get_meeting, 5)


def printed(database: Database) -> MinutesDocument:
    paper = database.read(documents.compose, DocumentKind.MINUTES, YEAR, *GIVEN, meeting_id=5)
    assert isinstance(paper, MinutesDocument)
    return paper


def copied(database: Database, place: int) -> ExtractDocument:
    options = PaperOptions(agenda_position=place)
    paper = database.read(documents.compose, DocumentKind.EXTRACT, YEAR, *GIVEN, meeting_id=5, options=options)
    assert isinstance(paper, ExtractDocument)
    return paper


def certify(database: Database, by: int | None = 6) -> Meeting:
    wanted = replace(stored(database), status=CERTIFIED, certified_by_id=by)
    return database.write(certification.certify, wanted, *GIVEN)


def correct(database: Database, reason: str = "พิมพ์ชื่อผิด") -> MinutesVersion:
    return database.write(certification.open_for_correction, 5, reason, *GIVEN).version


def change_what_the_record_knows(database: Database) -> None:
    """Everything that prints in minutes without being theirs: measures, names of divisions, the office."""
    database.write(measures.remove_measures, [measure.id for measure in database.read(measures.list_measures, YEAR)])
    office = database.read(offices.find_office)
    assert office is not None
    database.write(offices.save_office, replace(office, name="ชื่อใหม่", numerals=Numerals.ARABIC))


@pytest.fixture
def checked(full: Database) -> Database:
    """Minutes with a table of the measures and an item that names two of them."""
    first = stored(full)
    named = replace(first.agenda[1], tables=(), title="มาตรการที่เลือก")
    agenda = (first.agenda[0], named, AgendaItem(4, "ทั้งแผน", resolution="เห็นชอบ", tables=(AgendaTable.MEASURES,)))
    full.write(meetings.keep_meeting, replace(first, status=CHECKED, certified_by_id=None, agenda=agenda))
    return full


def test_that_certified_minutes_print_the_same_whatever_the_record_becomes(checked: Database) -> None:
    before = printed(checked)
    assert before.parts[3].items[0].rows
    certify(checked)
    certified = printed(checked)
    assert replace(certified, certified="") == before
    change_what_the_record_knows(checked)
    assert printed(checked) == replace(certified, certified=printed(checked).certified)


def test_that_minutes_not_certified_follow_the_record(checked: Database) -> None:
    before = printed(checked)
    change_what_the_record_knows(checked)
    assert printed(checked) != before
    assert not printed(checked).parts[3].items[0].rows


def test_that_the_copy_of_a_resolution_agrees_with_the_certified_minutes(checked: Database) -> None:
    certify(checked)
    change_what_the_record_knows(checked)
    (item,) = [item for item in printed(checked).parts[3].items if item.title.endswith("มาตรการที่เลือก")]
    assert item.rows
    assert copied(checked, 1).item.rows == item.rows
    assert copied(checked, 1).item.paragraphs == ()


def test_that_the_head_of_the_copy_is_that_of_the_certified_minutes(checked: Database) -> None:
    before = copied(checked, 1)
    certify(checked)
    certified = copied(checked, 1).title_lines
    # The minutes were corrected once; a copy of certified ones says so as they do.
    assert certified == (*before.title_lines, "(ฉบับแก้ไขครั้งที่ 1)")
    change_what_the_record_knows(checked)
    assert copied(checked, 1).title_lines == certified


def test_that_a_copy_is_made_of_the_record_where_the_kept_paper_has_no_such_item(checked: Database) -> None:
    certify(checked)
    source = checked.read(read_source, YEAR, *GIVEN, 5)
    assert source.meeting is not None
    certified = printed(checked)
    shorter = replace(certified, parts=tuple(replace(part, items=()) for part in certified.parts))
    copy = extract(replace(source, certified=shorter), source.meeting, 1)
    assert copy.item.title.endswith("มาตรการที่เลือก")


def test_that_the_meeting_that_certified_is_told_as_it_is_now(checked: Database) -> None:
    certify(checked, by=None)
    assert printed(checked).certified == "ที่ประชุมได้รับรองรายงานการประชุมนี้แล้ว"
    checked.write(meetings.save_meeting, replace(stored(checked), certified_by_id=6))
    assert "ประชุมประจำเดือน" in printed(checked).certified


def test_that_certifying_and_its_undo_leave_the_record_as_it_was(checked: Database) -> None:
    before, meeting = checked.read(records.read_record), stored(checked)
    certify(checked)
    assert checked.read(minutes_versions.find_standing, 5) is not None
    checked.write(meeting_changes.put_meeting, meeting)
    assert checked.read(records.read_record) == before
    assert checked.read(minutes_versions.find_standing, 5) is None


def test_that_certifying_drops_links_to_measures_removed_since(checked: Database) -> None:
    wanted = replace(stored(checked), status=CERTIFIED)
    checked.write(measures.remove_measures, [8])
    checked.write(certification.certify, wanted, *GIVEN)
    assert stored(checked).measure_ids == (9,)


def test_that_a_correction_puts_the_kept_paper_aside_with_its_reason(checked: Database) -> None:
    before = checked.read(minutes_versions.list_versions, 5)
    certify(checked)
    assert checked.read(minutes_versions.list_versions, 5) == before
    certified = printed(checked)
    change_what_the_record_knows(checked)
    kept = correct(checked, " พิมพ์ชื่อผิด ")
    assert (kept.number, kept.reason, kept.kept_on) == (len(before) + 1, "พิมพ์ชื่อผิด", DAY)
    assert replace(parse_minutes(kept.content), certified="") == replace(certified, certified="")
    assert checked.read(minutes_versions.list_versions, 5) == [*before, kept]
    assert (stored(checked).status, stored(checked).certified_by_id) == (CHECKED, None)
    assert printed(checked) != certified
    assert printed(checked).title_lines[-1] == f"(ฉบับแก้ไขครั้งที่ {len(before) + 1})"


def test_that_corrected_minutes_are_certified_as_the_next_version(checked: Database) -> None:
    certify(checked)
    first = correct(checked)
    checked.write(meetings.save_meeting, replace(stored(checked), place="ศาลาประชาคม"))
    certify(checked)
    second = checked.read(minutes_versions.find_standing, 5)
    assert second is not None
    assert second.number == first.number + 1
    assert second.content != first.content
    assert correct(checked, "อีกครั้ง").id == second.id


def test_that_minutes_certified_before_papers_were_kept_are_kept_by_their_correction(checked: Database) -> None:
    checked.write(meetings.keep_meeting, replace(stored(checked), status=CERTIFIED))
    assert checked.read(minutes_versions.find_standing, 5) is None
    certified = printed(checked)
    assert parse_minutes(correct(checked).content) == certified


@pytest.mark.parametrize("has_paper", [True, False])
def test_that_a_correction_is_undone_to_the_letter_and_redone(checked: Database, has_paper: bool) -> None:
    certified = certify(checked)
    if not has_paper:
        checked.write(minutes_versions.release, 5)
    before = checked.read(records.read_record)
    opened = checked.write(certification.open_for_correction, 5, "พิมพ์ชื่อผิด", *GIVEN)
    checked.write(certification.take_back_correction, opened, certified.certified_by_id)
    assert checked.read(records.read_record) == before
    assert correct(checked).reason == opened.version.reason
    assert stored(checked).status is CHECKED


def test_that_an_undone_correction_names_no_meeting_that_was_removed_since(checked: Database) -> None:
    later = checked.write(meetings.save_meeting, Meeting(YEAR, "ครั้งหลัง"))
    certify(checked, by=later.id)
    opened = checked.write(certification.open_for_correction, 5, "พิมพ์ชื่อผิด", *GIVEN)
    checked.write(meetings.remove_meeting, later.id)
    checked.write(certification.take_back_correction, opened, later.id)
    assert (stored(checked).status, stored(checked).certified_by_id) == (CERTIFIED, None)


@pytest.mark.parametrize(
    ("reason", "status", "words"),
    [("  ", CERTIFIED, "เหตุผล"), ("\u200b", CERTIFIED, "เหตุผล"), ("มีเหตุ", CHECKED, "ยังไม่ได้รับรอง")],
)
def test_that_a_correction_needs_a_reason_and_certified_minutes(
    checked: Database, reason: str, status: MeetingStatus, words: str
) -> None:
    checked.write(meetings.keep_meeting, replace(stored(checked), status=status))
    before = checked.read(records.read_record)
    with pytest.raises(UserError, match=words):
        correct(checked, reason)
    assert checked.read(records.read_record) == before


def test_that_removed_minutes_come_back_with_the_paper_that_stood(full: Database) -> None:
    meeting = replace(full.read(meetings.get_meeting, 7), status=CERTIFIED)
    full.write(certification.certify, meeting, *GIVEN)
    kept = full.read(minutes_versions.find_standing, 7)
    assert kept is not None
    removed = full.write(meetings.remove_meeting, 7)
    assert full.read(minutes_versions.find_standing, 7) is None
    full.write(meetings.restore_meeting, removed)
    assert full.read(minutes_versions.find_standing, 7) == kept


def test_that_a_written_record_is_read_with_the_paper_that_stands(checked: Database) -> None:
    certify(checked)
    record = checked.read(records.read_record)
    other = Database.scratch()
    other.write(records.write_record, record)
    assert other.read(records.read_record) == record
    assert printed(other) == printed(checked)
    other.close()


def test_that_minutes_certified_elsewhere_get_a_paper_that_changes_no_more(checked: Database) -> None:
    checked.write(meetings.keep_meeting, replace(stored(checked), status=CERTIFIED))
    assert checked.read(certification.list_without_paper) == [5]
    before = printed(checked)
    checked.write(certification.keep_papers, [5], *GIVEN)
    assert checked.read(certification.list_without_paper) == []
    change_what_the_record_knows(checked)
    assert printed(checked) == replace(before, certified=printed(checked).certified)


def test_that_an_unreadable_paper_stops_only_what_was_certified_and_says_what_to_do(checked: Database) -> None:
    checked.write(meetings.keep_meeting, replace(stored(checked), status=CERTIFIED))
    checked.write(minutes_versions.keep_version, MinutesVersion(5, 0, DAY, "", "{}"))
    for kind in DocumentKind:
        if kind in (DocumentKind.MINUTES, DocumentKind.EXTRACT):
            with pytest.raises(UserError, match="เปิดแก้ไข"):
                checked.read(documents.compose, kind, YEAR, *GIVEN, meeting_id=5)
        else:
            checked.read(documents.compose, kind, YEAR, *GIVEN, meeting_id=5)
    correct(checked)
    certify(checked)
    assert printed(checked).parts


def test_that_the_certifying_meeting_of_the_next_year_is_named(checked: Database) -> None:
    this = stored(checked)
    later = Meeting(YEAR + 1, this.name, committee_id=this.committee_id, number=1, held_on=date(2026, 11, 2))
    later = checked.write(meetings.save_meeting, later)
    certify(checked, by=later.id)
    assert "เมื่อวันที่ ๒ พฤศจิกายน ๒๕๖๙" in to_thai(printed(checked).certified)
    paper = checked.read(documents.compose, DocumentKind.MINUTES, YEAR + 1, *GIVEN, meeting_id=later.id)
    assert isinstance(paper, MinutesDocument)
    assert "รายงานการประชุม" in paper.parts[1].items[0].title


def test_that_the_sentence_on_certifying_has_the_digits_of_the_paper(checked: Database) -> None:
    office = checked.read(offices.find_office)
    assert office is not None
    checked.write(offices.save_office, replace(office, numerals=Numerals.THAI))
    certify(checked)
    checked.write(offices.save_office, replace(office, numerals=Numerals.ARABIC))
    assert not any(digit in printed(checked).certified for digit in "0123456789")
