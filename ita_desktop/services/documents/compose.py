"""From the stored record to finished papers."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from ita_desktop.document_file import parse_minutes
from ita_desktop.domain.documents import Document
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.meeting_documents import MinutesDocument
from ita_desktop.domain.paper import STANDARD_OPTIONS, DocumentKind, PaperOptions
from ita_desktop.domain.texts import StandardTexts
from ita_desktop.errors import UserError
from ita_desktop.services import (
    assessments,
    committees,
    findings,
    follow_ups,
    measures,
    meetings,
    minutes_versions,
    plans,
)
from ita_desktop.services import office as offices
from ita_desktop.services.documents.papers import PaperChoice, choices_of, paper
from ita_desktop.services.documents.source import PaperSource

_AS_CERTIFIED = (DocumentKind.MINUTES, DocumentKind.EXTRACT)
"""Papers that tell what was certified."""
_UNREADABLE = "อ่านรายงานการประชุมฉบับที่รับรองไว้ไม่ได้ เปิดการประชุมนี้ในแท็บ “การประชุม” กด “เปิดแก้ไข” ตรวจเนื้อหา แล้วรับรองอีกครั้ง"


def compose(
    session: Session,
    kind: DocumentKind,
    plan_year: FiscalYear,
    frameworks: Frameworks,
    texts: StandardTexts,
    today: date,
    *,
    meeting_id: int | None = None,
    options: PaperOptions = STANDARD_OPTIONS,
) -> Document:
    """The finished paper; `UserError` without an office, or without a meeting where the paper tells of one.

    Of the options those count that `choices` offers for the paper; what is late follows from `today`.
    Certified minutes are the paper that was kept when they were certified.
    """
    source = read_source(session, plan_year, frameworks, texts, today, meeting_id)
    if meeting_id is not None and kind in _AS_CERTIFIED:
        source = replace(source, certified=_certified(session, meeting_id))
    return paper(source, kind, options)


def choices(session: Session, plan_year: FiscalYear, frameworks: Frameworks, today: date) -> list[PaperChoice]:
    """Every paper of the plan year, those of a meeting once for each meeting."""
    pictured = meetings.count_photos(session, plan_year)

    def with_photos(meeting: Meeting) -> Meeting:
        return replace(meeting, photos=meetings.list_photos(session, meeting.id)) if meeting.id in pictured else meeting

    return list(choices_of(read_source(session, plan_year, frameworks, StandardTexts(), today), with_photos))


def read_source(
    session: Session,
    plan_year: FiscalYear,
    frameworks: Frameworks,
    texts: StandardTexts,
    today: date,
    meeting_id: int | None = None,
) -> PaperSource:
    """All that the papers of a plan year need."""
    office = offices.find_office(session)
    if office is None:
        raise UserError("ยังไม่มีข้อมูลหน่วยงาน กรอกชนิดและชื่อหน่วยงานก่อนจัดทำเอกสาร")
    told = meetings.get_meeting(session, meeting_id) if meeting_id is not None else None
    return PaperSource(
        office=office,
        plan=plans.get_plan(session, plan_year),
        frameworks=frameworks,
        texts=texts,
        today=today,
        divisions=tuple(offices.list_divisions(session)),
        officers=tuple(offices.list_officers(session)),
        measures=tuple(measures.list_measures(session, plan_year)),
        progress=tuple(follow_ups.list_progress(session, plan_year)),
        findings=tuple(findings.list_findings(session, plan_year - 1)),
        assessments=tuple(assessments.list_assessments(session)),
        committees=tuple(committees.list_committees(session)),
        meetings=tuple(meetings.list_meetings(session, plan_year)),
        meeting=told,
        series=tuple(meetings.list_series(session, told)) if told is not None else (),
        versions=tuple(minutes_versions.list_versions(session, told.id)) if told is not None else (),
    )


def _certified(session: Session, meeting_id: int) -> MinutesDocument | None:
    kept = minutes_versions.find_standing(session, meeting_id)
    if kept is None:
        return None
    try:
        return parse_minutes(kept.content)
    except UserError as failure:
        raise UserError(_UNREADABLE) from failure
