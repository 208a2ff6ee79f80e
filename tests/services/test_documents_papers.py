"""Every paper in the office's numerals, and the list of papers that a year offers."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_samples import EMPTY, FULL, OFFICE, PLAN_YEAR, SCORES, all_text, texts

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.errors import UserError
from ita_desktop.services.documents.numerals import in_numerals
from ita_desktop.services.documents.papers import choices_of, paper
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.services.documents.wording import listed
from ita_desktop.thai.digits import Numerals


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_thai_numerals_reach_every_text_but_codes_and_addresses(kind: DocumentKind) -> None:
    left = "".join(texts(paper(FULL, kind)))
    left = re.sub(r"o[0-9]{1,2}(?= )|www.donsawan.go.th/ita2569", "", left)
    assert not any("0" <= char <= "9" for char in left)
    assert "๒๕๖๘" in left or "๒๕๖๙" in left


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_arabic_numerals_reach_every_text(kind: DocumentKind) -> None:
    document = paper(replace(FULL, office=replace(OFFICE, numerals=Numerals.ARABIC)), kind)
    assert not any("๐" <= char <= "๙" for char in all_text(document))
    assert document.meta.numerals is Numerals.ARABIC


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("source", [FULL, EMPTY])
def test_that_the_plan_years_own_result_is_never_spoken_of(kind: DocumentKind, source: PaperSource) -> None:
    text = all_text(paper(source, kind))
    assert not re.search("(?<!ยกระดับ)ผลการประเมิน ITA (?:ประจำ)?ปีงบประมาณ พ.ศ. ๒๕๖๙", text)


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("source", [FULL, EMPTY])
def test_that_a_paper_names_itself_its_office_and_its_year(kind: DocumentKind, source: PaperSource) -> None:
    meta = paper(source, kind).meta
    assert meta.kind is kind
    assert meta.title
    assert meta.office == source.office.long_name
    assert meta.plan_year == PLAN_YEAR


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_no_text_has_doubled_or_hanging_spaces(kind: DocumentKind) -> None:
    for source in (FULL, EMPTY):
        assert not [text for text in texts(paper(source, kind)) if text != " ".join(text.split())]


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind.is_of_meeting])
def test_that_a_paper_of_a_meeting_asks_for_the_meeting(kind: DocumentKind) -> None:
    with pytest.raises(UserError, match="เลือกการประชุม"):
        paper(replace(FULL, meeting=None), kind)


def test_that_the_years_papers_come_first_and_then_those_of_each_meeting_the_newest_first() -> None:
    offered = [(choice.kind, choice.meeting_id) for choice in choices_of(FULL)]
    of_year = [kind for kind, meeting_id in offered if meeting_id is None]
    assert set(of_year) == {kind for kind in DocumentKind if not kind.is_of_meeting}
    assert [meeting_id for _, meeting_id in offered] == [None] * len(of_year) + [2] * 8 + [1] * 8
    assert [kind for kind, meeting_id in offered if meeting_id == 1] == [
        DocumentKind.INVITATION,
        DocumentKind.INVITATION_LETTER,
        DocumentKind.AGENDA,
        DocumentKind.SIGN_IN,
        DocumentKind.MINUTES,
        DocumentKind.EXTRACT,
        DocumentKind.PHOTO_PAGE,
        DocumentKind.NEWS,
    ]


def test_that_a_meeting_without_a_day_is_the_newest() -> None:
    planned = Meeting(PLAN_YEAR, name="การประชุมย่อย", id=9)
    offered = choices_of(replace(FULL, meetings=(*FULL.meetings, planned)))
    assert [choice.meeting_id for choice in offered if choice.kind is DocumentKind.AGENDA] == [9, 2, 1]


def test_that_papers_are_grouped_under_their_year_or_their_meeting() -> None:
    groups = list(dict.fromkeys(choice.group for choice in choices_of(FULL)))
    assert groups == [
        "เอกสารประจำปี",
        "การประชุม ครั้งที่ ๒/๒๕๖๙ (๒๐ มี.ค. ๖๙) ประจำเดือนมีนาคม ๒๕๖๙",
        "การประชุม ครั้งที่ ๑/๒๕๖๙ (๑๐ พ.ย. ๖๘) คณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส",
    ]


def test_that_a_choice_is_titled_by_name_number_and_day() -> None:
    titles = [choice.title for choice in choices_of(FULL) if choice.kind is DocumentKind.MINUTES]
    assert titles[1] == "รายงานการประชุม ครั้งที่ ๑/๒๕๖๙ (๑๐ พ.ย. ๖๘) คณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส"


def test_that_a_meeting_without_number_and_day_is_told_by_its_name() -> None:
    unknown = replace(FULL, meetings=(Meeting(PLAN_YEAR, name="การประชุมย่อย", id=3), Meeting(PLAN_YEAR, id=4)))
    titles = [choice.title for choice in choices_of(unknown) if choice.kind is DocumentKind.NEWS]
    assert titles == ["ข่าวประชาสัมพันธ์", "ข่าวประชาสัมพันธ์ ย่อย"]


def test_that_a_complete_paper_misses_nothing() -> None:
    by_kind = {(choice.kind, choice.meeting_id): choice for choice in choices_of(FULL)}
    assert by_kind[DocumentKind.MEASURES_PLAN, None].missing == ()
    assert by_kind[DocumentKind.NEWS, 1].missing == ()
    assert by_kind[DocumentKind.NEWS, 2].missing == ("ยังไม่ได้กรอกสถานที่ประชุม", "ยังไม่ได้กรอกประธานที่ประชุม")


def test_that_an_empty_office_is_told_what_is_still_to_enter() -> None:
    offered = {choice.kind: choice for choice in choices_of(replace(EMPTY, meeting=None))}
    assert "ยังไม่ได้กรอกคะแนนรวมปีงบประมาณ พ.ศ. ๒๕๖๘ เอกสารจะไม่กล่าวถึงคะแนน" in offered[DocumentKind.SCORE_SHEET].missing
    assert "ยังไม่มีมาตรการของปีงบประมาณ พ.ศ. ๒๕๖๙" in offered[DocumentKind.MEASURES_PLAN].missing
    assert offered[DocumentKind.MINUTES].missing == ("ยังไม่ได้บันทึกการประชุมของปีงบประมาณ พ.ศ. ๒๕๖๙",)
    assert all(offered[kind].can_print is not kind.is_of_meeting for kind in DocumentKind)


def test_that_an_uncertain_or_contradicted_level_is_remarked() -> None:
    def missing(scores: Assessment) -> tuple[str, ...]:
        return next(choices_of(replace(FULL, assessments=(scores,)))).missing

    total_only = replace(SCORES, indicators={}, instruments={}, announced_level="")
    assert "คะแนนปีงบประมาณ พ.ศ. ๒๕๖๘ ยังสรุประดับไม่ได้ กรอกคะแนนรายเครื่องมือหรือระดับที่ประกาศ" in missing(total_only)
    assert missing(replace(SCORES, announced_level="ผ่านดี")) == (
        "ระดับที่ประกาศของปีงบประมาณ พ.ศ. ๒๕๖๘ ไม่ตรงกับคะแนน โปรดตรวจสอบก่อนพิมพ์",
    )


def test_that_marks_of_markup_are_kept_as_typed() -> None:
    nasty = "ก & ข <b>ค</b> {office} \\"
    meeting = Meeting(PLAN_YEAR, name=nasty, place=nasty, closing=nasty, subject=nasty)
    source = replace(FULL, office=replace(OFFICE, name=nasty), meeting=meeting)
    for kind in DocumentKind:
        assert nasty in all_text(paper(source, kind))


def test_that_parts_are_joined_as_thai_joins_them() -> None:
    assert [listed(parts) for parts in ((), ("ก",), ("ก", "ข"), ("ก", "ข", "ค"), ("IIT", "OIT"))] == [
        "",
        "ก",
        "ก และข",
        "ก ข และค",
        "IIT และ OIT",
    ]


@given(st.recursive(st.text(), lambda inner: st.lists(inner).map(tuple)))
def test_that_the_numerals_pass_keeps_the_shape_of_every_value(value: object) -> None:
    def shape(part: object) -> object:
        return [shape(inner) for inner in part] if isinstance(part, tuple) else len(str(part))

    assert shape(in_numerals(value, Numerals.THAI)) == shape(value)
