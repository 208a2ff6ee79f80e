"""Papers straight from a data file."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from paper_samples import (
    CHIEF,
    COMMITTEE,
    DEPUTY,
    DIVISIONS,
    FINDINGS,
    FIRST_MEETING,
    FORMER_HEAD,
    FULL,
    LAST_YEAR,
    MEASURES,
    OFFICE,
    PLAN_YEAR,
    SCORES,
    SECOND_MEETING,
    TODAY,
)
from PIL import Image

from ita_desktop.db.database import Database
from ita_desktop.domain.meeting import CommitteeMember, Photo
from ita_desktop.domain.meeting_documents import MinutesDocument
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.errors import UserError
from ita_desktop.services import documents, meetings, records
from ita_desktop.services.documents.papers import choices_of, paper

RECORD = OfficeRecord(
    OFFICE,
    DIVISIONS,
    tuple(replace(officer, position=n) for n, officer in enumerate((FORMER_HEAD, DEPUTY, CHIEF))),
    (FULL.plan,),
    (LAST_YEAR, SCORES),
    findings=FINDINGS,
    measures=MEASURES,
    committees=(replace(COMMITTEE, members=(CommitteeMember(CHIEF.signatory, "เลขานุการ"),)),),
    meetings=(replace(FIRST_MEETING, agenda=FIRST_MEETING.agenda[:2]), SECOND_MEETING),
)


@pytest.fixture
def database() -> Iterator[Database]:
    opened = Database.scratch()
    yield opened
    opened.close()


@pytest.fixture
def filled(database: Database) -> Database:
    database.write(records.write_record, RECORD)
    return database


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_a_stored_office_prints_what_its_values_print(filled: Database, kind: DocumentKind) -> None:
    source = replace(FULL, committees=RECORD.committees, meetings=RECORD.meetings, meeting=RECORD.meetings[0])
    composed = filled.read(documents.compose, kind, PLAN_YEAR, FULL.frameworks, FULL.texts, TODAY, meeting_id=1)
    assert composed == paper(source, kind)


def test_that_the_choices_are_those_of_the_stored_year(filled: Database) -> None:
    assert filled.read(documents.choices, PLAN_YEAR, FULL.frameworks, TODAY) == list(choices_of(FULL))


def test_that_stored_photos_let_their_meeting_alone_print_a_photo_page(filled: Database) -> None:
    def pages() -> dict[int | None, tuple[bool, tuple[str, ...]]]:
        choices = filled.read(documents.choices, PLAN_YEAR, FULL.frameworks, TODAY)
        photo_pages = [choice for choice in choices if choice.kind is DocumentKind.PHOTO_PAGE]
        return {choice.meeting_id: (choice.can_print, choice.missing) for choice in photo_pages}

    stored = io.BytesIO()
    Image.new("RGB", (80, 60), "#3a7").save(stored, "JPEG")
    assert not any(can_print for can_print, _ in pages().values())
    filled.write(meetings.save_photos, 2, [Photo(stored.getvalue()), Photo(b"\xff\xd8\xff\xe0 cut off")])
    can_print, missing = pages()[2]
    assert can_print
    assert any(sentence.startswith("เปิดภาพที่ ๒ ของการประชุมไม่ได้") for sentence in missing)
    assert not pages()[1][0]


def test_that_a_year_of_which_nothing_is_stored_prints_less(filled: Database) -> None:
    later = filled.read(documents.choices, PLAN_YEAR + 5, FULL.frameworks, TODAY)
    assert all(choice.can_print is not choice.kind.is_of_meeting for choice in later)
    plan = filled.read(documents.compose, DocumentKind.MEASURES_PLAN, PLAN_YEAR + 5, FULL.frameworks, FULL.texts, TODAY)
    assert plan.meta.plan_year == PLAN_YEAR + 5


def test_that_the_named_meeting_is_told(filled: Database) -> None:
    told = filled.read(
        documents.compose, DocumentKind.MINUTES, PLAN_YEAR, FULL.frameworks, FULL.texts, TODAY, meeting_id=2
    )
    assert isinstance(told, MinutesDocument)
    assert told.title_lines[0] == "รายงานการประชุมประจำเดือนมีนาคม ๒๕๖๙"


def test_that_without_an_office_the_clerk_is_told_what_to_enter(database: Database) -> None:
    with pytest.raises(UserError, match="ยังไม่มีข้อมูลหน่วยงาน"):
        database.read(documents.choices, PLAN_YEAR, FULL.frameworks, TODAY)


def test_that_the_offices_own_names_are_kept_whole(filled: Database) -> None:
    words = filled.read(documents.own_words)
    for name in ("ดอนสวรรค์", "เมืองใหม่", "สุขสันต์", "พรทิพย์", "แสงทอง", "สมพงษ์", "กองคลัง", "สำนักปลัดฯ", "ผ่านดีเยี่ยม"):
        assert name in words
    assert "" not in words
    assert len(words) == len(set(words))


def test_that_a_long_division_name_may_be_parted_before_its_and(filled: Database) -> None:
    words = filled.read(documents.own_words)
    assert {"กองสาธารณสุข", "และสิ่งแวดล้อม"} <= set(words)


def test_that_an_empty_file_knows_the_terms_of_the_papers(database: Database) -> None:
    assert {"ผ่านดีเยี่ยม", "ผ่านดี", "ปีงบประมาณ"} <= set(database.read(documents.own_words))
