"""Which remarks stand beside which paper."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.checks import check_office
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.follow_up_checks import check_follow_up
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.measure_checks import check_measures
from ita_desktop.domain.meeting import Attendance, Invitation, Meeting, Presence
from ita_desktop.domain.meeting_checks import check_meeting
from ita_desktop.domain.office import Office, OfficeKind, Signatory
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.paper_remarks import remarks_on_paper
from ita_desktop.domain.remark import Remark
from ita_desktop.domain.topics import Topic

YEAR = FiscalYear(2569)
BARE = Measure(YEAR, "", id=1, status=MeasureStatus.DONE)
TWICE = Attendance(Signatory("นางสาวแก้ว ทดลอง"), Presence.PRESENT)
MEETING = Meeting(YEAR, id=7, attendances=(TWICE, TWICE))


@pytest.fixture(scope="module")
def remarks(frameworks: Frameworks) -> list[Remark]:
    framework = frameworks.of(YEAR - 1)
    weak = Assessment(YEAR - 1, indicators={framework.indicators[0].code: Decimal(50)})
    return [
        *check_office(Office(OfficeKind.SUBDISTRICT, "ใหม่")),
        *check_measures(YEAR, [BARE], framework, weak),
        *check_follow_up(BARE, [], date(2026, 4, 20)),
        *check_meeting(MEETING),
        *check_meeting(replace(MEETING, id=8)),
    ]


def fields(kind: DocumentKind, remarks: list[Remark], topic: Topic, meeting_id: int | None = None) -> set[str]:
    return {r.field for r in remarks_on_paper(kind, meeting_id, remarks) if r.topic is topic}


@pytest.mark.parametrize(
    "kind", [kind for kind in DocumentKind if kind.is_of_meeting and kind is not DocumentKind.NEWS]
)
def test_that_a_meetings_paper_has_no_remark_on_measures_or_on_another_meeting(
    kind: DocumentKind, remarks: list[Remark]
) -> None:
    found = remarks_on_paper(kind, 7, remarks)
    assert {remark.topic for remark in found} <= {Topic.MEETINGS, Topic.OFFICE}
    assert {remark.item_id for remark in found if remark.topic is Topic.MEETINGS} == {7}


def test_that_an_invitation_is_asked_for_its_day_and_not_for_who_came(remarks: list[Remark]) -> None:
    assert fields(DocumentKind.INVITATION, remarks, Topic.MEETINGS, 7) == {"held_on"}
    assert "attendances" in fields(DocumentKind.MINUTES, remarks, Topic.MEETINGS, 7)


def test_that_the_day_of_the_invitation_is_doubted_beside_the_invitations_alone() -> None:
    late = replace(MEETING, held_on=date(2026, 2, 3), invitation=Invitation(dated=date(2026, 2, 4)))
    found = [remark for remark in check_meeting(late) if remark.field == "invitation"]
    assert len(found) == 1
    told = {kind for kind in DocumentKind if remarks_on_paper(kind, 7, found)}
    assert told == {DocumentKind.INVITATION, DocumentKind.INVITATION_LETTER}


def test_that_a_recorder_is_asked_for_where_one_signs(remarks: list[Remark]) -> None:
    told = {kind for kind in DocumentKind if "recorder" in fields(kind, remarks, Topic.MEETINGS, 7)}
    assert told == {DocumentKind.MINUTES, DocumentKind.EXTRACT}


@pytest.mark.parametrize(
    ("field", "printing"),
    [
        ("district", {DocumentKind.INVITATION_LETTER, DocumentKind.NEWS}),
        ("phone", {DocumentKind.INVITATION, DocumentKind.INVITATION_LETTER, DocumentKind.NEWS}),
    ],
)
def test_that_an_office_is_asked_only_beside_papers_that_print_it(
    field: str, printing: set[DocumentKind], remarks: list[Remark]
) -> None:
    assert {kind for kind in DocumentKind if field in fields(kind, remarks, Topic.OFFICE)} == printing


def test_that_a_plan_is_asked_for_what_it_prints_and_not_for_results(remarks: list[Remark]) -> None:
    found = fields(DocumentKind.MEASURES_PLAN, remarks, Topic.MEASURES)
    assert {"actions", "indicator_code", "division_ids", "period", "monitoring"} < found
    assert "follow_up" not in found
    told = fields(DocumentKind.DEVELOPMENT_REPORT, remarks, Topic.MEASURES)
    assert told == found - {"monitoring", "finding_ids"}


def test_that_weak_indicators_without_a_measure_are_named_beside_plan_and_analysis_alone(remarks: list[Remark]) -> None:
    [weak] = [r for r in remarks if "แต่ยังไม่มีมาตรการ" in r.sentence]
    told = {kind for kind in DocumentKind if weak in remarks_on_paper(kind, None, remarks)}
    assert told == {DocumentKind.ANALYSIS, DocumentKind.MEASURES_PLAN, DocumentKind.DEVELOPMENT_REPORT}


def test_that_a_list_of_open_measures_says_what_is_lacking_in_their_follow_up(remarks: list[Remark]) -> None:
    assert "follow_up" in fields(DocumentKind.OUTSTANDING, remarks, Topic.MEASURES)
    assert "monitoring" not in fields(DocumentKind.OUTSTANDING, remarks, Topic.MEASURES)


def test_that_every_remark_stands_beside_some_paper(remarks: list[Remark]) -> None:
    for remark in remarks:
        assert any(remark in remarks_on_paper(kind, remark.item_id, remarks) for kind in DocumentKind), remark.sentence


def test_that_remarks_keep_their_order(remarks: list[Remark]) -> None:
    found = remarks_on_paper(DocumentKind.MINUTES, 7, remarks)
    assert [remarks.index(remark) for remark in found] == sorted(remarks.index(remark) for remark in found)
