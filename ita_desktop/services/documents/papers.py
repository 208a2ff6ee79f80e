"""Which papers a plan year offers, and each of them finished from what was read."""

from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.domain.documents import Document, DocumentKind, PaperSize
from ita_desktop.domain.meeting import Meeting
from ita_desktop.errors import UserError
from ita_desktop.services.documents import meeting_words, wording
from ita_desktop.services.documents.analysis import analysis, unanswered
from ita_desktop.services.documents.development_report import development_report
from ita_desktop.services.documents.measures_plan import measures_plan
from ita_desktop.services.documents.minutes import minutes
from ita_desktop.services.documents.news import news, unreadable_photos
from ita_desktop.services.documents.numerals import in_numerals
from ita_desktop.services.documents.score_sheet import score_sheet
from ita_desktop.services.documents.source import PaperSource

_SIGNED = (DocumentKind.ANALYSIS, DocumentKind.MEASURES_PLAN, DocumentKind.DEVELOPMENT_REPORT)
_SIZES = {DocumentKind.SCORE_SHEET: (PaperSize.A4, PaperSize.A3)}


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A paper that can be asked for; `missing` are sentences of what is still to enter."""

    kind: DocumentKind
    title: str
    meeting_id: int | None = None
    missing: tuple[str, ...] = ()
    sizes: tuple[PaperSize, ...] = (PaperSize.A4,)
    """The sheets that the paper is laid out for; which one is asked for when it is made."""

    @property
    def can_print(self) -> bool:
        """Whether there is anything to tell: a paper of a meeting needs the meeting."""
        return self.meeting_id is not None or not self.kind.is_of_meeting


def paper(source: PaperSource, kind: DocumentKind, size: PaperSize = PaperSize.A4) -> Document:
    """The finished paper in the office's numerals; `UserError` without a meeting where the paper tells of one."""
    return in_numerals(_paper(source, kind, size), source.office.numerals)


def choices_of(source: PaperSource) -> Iterator[PaperChoice]:
    """The papers that can be made of what was read."""
    show = source.office.numerals.show
    for kind in DocumentKind:
        if not kind.is_of_meeting:
            missing = tuple(show(text) for text in _missing(source, kind))
            yield PaperChoice(kind, kind.words, missing=missing, sizes=_SIZES.get(kind, (PaperSize.A4,)))
        elif not source.meetings:
            yield PaperChoice(
                kind, kind.words, missing=(show(f"ยังไม่ได้บันทึกการประชุมของ{wording.fiscal(source.plan_year)}"),)
            )
        for meeting in source.meetings if kind.is_of_meeting else ():
            lacking = (*_missing(source, kind), *_missing_of_meeting(meeting, kind))
            title = meeting_words.list_title(source, meeting, kind)
            yield PaperChoice(kind, show(title), meeting.id, tuple(show(text) for text in lacking))


def _paper(source: PaperSource, kind: DocumentKind, size: PaperSize) -> Document:
    if kind is DocumentKind.SCORE_SHEET:
        return score_sheet(source, size)
    if kind is DocumentKind.ANALYSIS:
        return analysis(source)
    if kind is DocumentKind.MEASURES_PLAN:
        return measures_plan(source)
    if kind is DocumentKind.DEVELOPMENT_REPORT:
        return development_report(source)
    if source.meeting is None:
        raise UserError("เลือกการประชุมที่จะจัดทำเอกสารก่อน")
    return minutes(source, source.meeting) if kind is DocumentKind.MINUTES else news(source, source.meeting)


def _missing(source: PaperSource, kind: DocumentKind) -> Iterator[str]:
    year = wording.fiscal(source.result_year)
    if kind is not DocumentKind.MINUTES:
        if source.outcome.total is None:
            yield f"ยังไม่ได้กรอกคะแนนรวม{year} เอกสารจะไม่กล่าวถึงคะแนน"
        elif not source.outcome.level_name:
            yield f"คะแนน{year} ยังสรุประดับไม่ได้ กรอกคะแนนรายเครื่องมือหรือระดับที่ประกาศ"
        if source.outcome.level_contradicts:
            yield f"ระดับที่ประกาศของ{year} ไม่ตรงกับคะแนน โปรดตรวจสอบก่อนพิมพ์"
    if kind is DocumentKind.SCORE_SHEET:
        if len(source.assessment.indicators) < len(source.framework.indicators):
            yield f"ยังกรอกคะแนนรายตัวชี้วัด{year} ไม่ครบ แผนภูมิจะแสดงเท่าที่มี"
    elif kind is not DocumentKind.MINUTES and not source.measures:
        yield f"ยังไม่มีมาตรการของ{wording.fiscal(source.plan_year)}"
    if kind is DocumentKind.ANALYSIS:
        yield from _missing_of_analysis(source)
    if kind in _SIGNED and not source.signer().name:
        yield "ยังไม่มีชื่อผู้ลงนาม เพิ่มผู้บริหารใน “ข้อมูลหน่วยงาน” หรือเว้นไว้เขียนด้วยมือ"


def _missing_of_analysis(source: PaperSource) -> Iterator[str]:
    year = wording.fiscal(source.result_year)
    if len(source.assessment.indicators) < len(source.framework.indicators):
        yield f"ยังกรอกคะแนนรายตัวชี้วัด{year} ไม่ครบ เอกสารจะวิเคราะห์เท่าที่มี"
    if not source.findings and source.assessment.indicators:
        yield f"ยังไม่ได้บันทึกประเด็นจากการวิเคราะห์{year} เอกสารจะจัดกลุ่มตามคะแนนให้"
    if source.measures:
        for label in unanswered(source):
            yield f"ตัวชี้วัดที่ {label} ต้องแก้ไขเร่งด่วน แต่ยังไม่มีมาตรการ"


def _missing_of_meeting(meeting: Meeting, kind: DocumentKind) -> Iterator[str]:
    if meeting.held_on is None:
        yield "ยังไม่ได้กรอกวันที่ประชุม"
    if not meeting.place.strip():
        yield "ยังไม่ได้กรอกสถานที่ประชุม"
    if not meeting.chair.name:
        yield "ยังไม่ได้กรอกประธานที่ประชุม"
    unreadable = unreadable_photos(meeting) if kind is DocumentKind.NEWS else ()
    if unreadable:
        which = wording.listed([str(n) for n in unreadable])
        yield f"เปิดภาพที่ {which} ของการประชุมไม่ได้ ข่าวจะไม่มีภาพนี้ เลือกไฟล์ JPG หรือ PNG ใหม่แทน"
