"""Which papers a plan year offers, and each of them finished from what was read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ita_desktop.domain.documents import Document
from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.paper import STANDARD_OPTIONS, DocumentKind, PaperOptions, PaperSize
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

_OF_YEAR: dict[DocumentKind, Callable[[PaperSource, PaperOptions], Document]] = {
    DocumentKind.SCORE_SHEET: lambda source, options: score_sheet(source, options.size),
    DocumentKind.ANALYSIS: lambda source, _: analysis(source),
    DocumentKind.MEASURES_PLAN: lambda source, _: measures_plan(source),
    DocumentKind.DEVELOPMENT_REPORT: lambda source, _: development_report(source),
}
_OF_MEETING: dict[DocumentKind, Callable[[PaperSource, Meeting, PaperOptions], Document]] = {
    DocumentKind.MINUTES: lambda source, meeting, _: minutes(source, meeting),
    DocumentKind.NEWS: lambda source, meeting, _: news(source, meeting),
}
_SIGNED = (DocumentKind.ANALYSIS, DocumentKind.MEASURES_PLAN, DocumentKind.DEVELOPMENT_REPORT)


@dataclass(frozen=True, slots=True)
class PaperVariant:
    """One way in which a paper can be made, and what it is called beside the others."""

    words: str
    options: PaperOptions


STANDARD = (PaperVariant("", STANDARD_OPTIONS),)
_SIZES = tuple(PaperVariant(f"กระดาษ {size.words}", PaperOptions(size=size)) for size in PaperSize)


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A paper that can be asked for; `missing` are sentences of what is still to enter."""

    kind: DocumentKind
    title: str
    meeting_id: int | None = None
    missing: tuple[str, ...] = ()
    variants: tuple[PaperVariant, ...] = STANDARD
    """The ways in which the paper can be made, the usual one first."""

    @property
    def can_print(self) -> bool:
        """Whether there is anything to tell: a paper of a meeting needs the meeting."""
        return self.meeting_id is not None or not self.kind.is_of_meeting


def paper(source: PaperSource, kind: DocumentKind, options: PaperOptions = STANDARD_OPTIONS) -> Document:
    """The finished paper in the office's numerals; `UserError` without a meeting where the paper tells of one."""
    if kind in _OF_YEAR:
        return in_numerals(_OF_YEAR[kind](source, options), source.office.numerals)
    if source.meeting is None:
        raise UserError("เลือกการประชุมที่จะจัดทำเอกสารก่อน")
    return in_numerals(_OF_MEETING[kind](source, source.meeting, options), source.office.numerals)


def choices_of(source: PaperSource) -> Iterator[PaperChoice]:
    """The papers that can be made of what was read."""
    show = source.office.numerals.show
    for kind in (*_OF_YEAR, *_OF_MEETING):
        if not kind.is_of_meeting:
            missing = tuple(show(text) for text in _missing(source, kind))
            yield PaperChoice(kind, kind.words, missing=missing, variants=_variants(kind))
        elif not source.meetings:
            yield PaperChoice(
                kind, kind.words, missing=(show(f"ยังไม่ได้บันทึกการประชุมของ{wording.fiscal(source.plan_year)}"),)
            )
        for meeting in source.meetings if kind.is_of_meeting else ():
            lacking = (*_missing(source, kind), *_missing_of_meeting(meeting, kind))
            title = meeting_words.list_title(source, meeting, kind)
            yield PaperChoice(kind, show(title), meeting.id, tuple(show(text) for text in lacking))


def _variants(kind: DocumentKind) -> tuple[PaperVariant, ...]:
    return _SIZES if kind is DocumentKind.SCORE_SHEET else STANDARD


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
