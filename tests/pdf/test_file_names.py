"""The names that papers' files are given."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_samples import FIRST_MEETING, FULL

from ita_desktop.domain.documents import Document
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.pdf.render import suggested_file_name
from ita_desktop.services.documents.papers import paper

MEETING_KINDS = (DocumentKind.MINUTES, DocumentKind.NEWS)
PLAN = paper(FULL, DocumentKind.MEASURES_PLAN)


def _titled(title: str) -> Document:
    return replace(PLAN, meta=replace(PLAN.meta, short_title=title))


def test_that_the_name_is_the_title_with_arabic_digits() -> None:
    assert suggested_file_name(paper(FULL, DocumentKind.SCORE_SHEET)) == ("ผลการประเมิน ITA 2568.pdf")


def test_that_the_papers_of_a_year_have_names_of_their_own() -> None:
    names = [
        suggested_file_name(paper(replace(FULL, meeting=meeting), kind))
        for meeting in FULL.meetings
        for kind in MEETING_KINDS
    ]
    assert names[0] == "รายงานการประชุม ครั้งที่ 1-2569 (10 พ.ย. 68).pdf"
    assert len(set(names)) == 4


def test_that_a_long_title_is_cut_between_words_without_a_hanging_bracket() -> None:
    title = "รายงานการประชุมคณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส ครั้งที่ 1/2569 (10 พฤศจิกายน 2568)"
    assert suggested_file_name(_titled(title)) == ("รายงานการประชุมคณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส ครั้งที่ 1-2569.pdf")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "ITA 2569.pdf"),
        ("con", "ITA 2569 con.pdf"),
        ("ก: ข? <ค>|ง", "ก- ข- -ค-ง.pdf"),
        ("ก/ข\\ค", "ก-ข-ค.pdf"),
        ("ชื่อ. ", "ชื่อ.pdf"),
    ],
)
def test_that_names_windows_refuses_are_changed(title: str, name: str) -> None:
    assert suggested_file_name(_titled(title)) == name


@given(st.text(max_size=300))
def test_that_any_title_gives_a_name_that_every_system_takes(title: str) -> None:
    name = suggested_file_name(_titled(title))
    assert name.endswith(".pdf")
    assert not set(name) & set('<>:"/\\|?*')
    assert all(char >= " " for char in name)
    assert len(name.encode("utf-8", "replace")) <= 255 or (not name.isascii() and len(name) <= 79)
    assert not name.removesuffix(".pdf").endswith((" ", "."))
    assert name.removesuffix(".pdf")


def test_that_a_long_title_without_spaces_is_cut_between_words() -> None:
    title = "การวิเคราะห์" * 10
    assert suggested_file_name(_titled(title)) == "การวิเคราะห์" * 6 + "การ.pdf"


def test_that_meetings_without_a_number_are_told_apart_by_their_names() -> None:
    bare = replace(FIRST_MEETING, number=None)
    other = replace(bare, name="การประชุมประจำเดือน", committee_id=None)
    names = [
        suggested_file_name(paper(replace(FULL, meeting=meeting), DocumentKind.MINUTES)) for meeting in (bare, other)
    ]
    assert names[0] == "รายงานการประชุม (10 พ.ย. 68) คณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส.pdf"
    assert names[1] == "รายงานการประชุม (10 พ.ย. 68) ประจำเดือน.pdf"
