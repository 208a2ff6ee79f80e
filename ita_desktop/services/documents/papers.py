"""Which papers a plan year offers, and each of them finished from what was read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.documents import Document
from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.paper import STANDARD_OPTIONS, DocumentKind, PaperOptions, PaperSize, ReportRound
from ita_desktop.errors import UserError
from ita_desktop.services.documents import meeting_words, wording
from ita_desktop.services.documents.agenda import agenda
from ita_desktop.services.documents.analysis import analysis, unanswered
from ita_desktop.services.documents.development_report import development_report
from ita_desktop.services.documents.extract import extract, resolved, variant_words
from ita_desktop.services.documents.follow_up import follow_up
from ita_desktop.services.documents.invitation import invitation
from ita_desktop.services.documents.letter import letter
from ita_desktop.services.documents.measures_plan import measures_plan
from ita_desktop.services.documents.meeting_gaps import has_content, missing_of_meeting
from ita_desktop.services.documents.minutes import as_certified, minutes
from ita_desktop.services.documents.news import news, unreadable_photos
from ita_desktop.services.documents.numerals import in_numerals
from ita_desktop.services.documents.outstanding import outstanding
from ita_desktop.services.documents.photo_page import photo_page
from ita_desktop.services.documents.plan_gaps import missing_of_course
from ita_desktop.services.documents.score_sheet import score_sheet
from ita_desktop.services.documents.sign_in import sign_in
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.services.documents.timeline import timeline

_OF_YEAR: dict[DocumentKind, Callable[[PaperSource, PaperOptions], Document]] = {
    DocumentKind.SCORE_SHEET: lambda source, options: score_sheet(source, options.size),
    DocumentKind.ANALYSIS: lambda source, _: analysis(source),
    DocumentKind.MEASURES_PLAN: lambda source, _: measures_plan(source),
    DocumentKind.DEVELOPMENT_REPORT: lambda source, _: development_report(source),
    DocumentKind.FOLLOW_UP: lambda source, options: follow_up(source, options.round),
    DocumentKind.OUTSTANDING: lambda source, options: outstanding(source, options.division_id),
    DocumentKind.TIMELINE: lambda source, options: timeline(source, options.size),
}
_OF_MEETING: dict[DocumentKind, Callable[[PaperSource, Meeting, PaperOptions], Document]] = {
    DocumentKind.INVITATION: lambda source, meeting, _: invitation(source, meeting),
    DocumentKind.INVITATION_LETTER: lambda source, meeting, _: letter(source, meeting),
    DocumentKind.AGENDA: lambda source, meeting, _: agenda(source, meeting),
    DocumentKind.SIGN_IN: lambda source, meeting, _: sign_in(source, meeting),
    DocumentKind.MINUTES: lambda source, meeting, _: minutes(source, meeting),
    DocumentKind.EXTRACT: lambda source, meeting, options: extract(source, meeting, options.agenda_position),
    DocumentKind.PHOTO_PAGE: lambda source, meeting, _: photo_page(source, meeting),
    DocumentKind.NEWS: lambda source, meeting, _: news(source, meeting),
}
_OF_COURSE = (DocumentKind.FOLLOW_UP, DocumentKind.OUTSTANDING, DocumentKind.TIMELINE)
"""Papers on how the plan goes: they say nothing of the result that it answers."""
_SIGNED = (DocumentKind.ANALYSIS, DocumentKind.MEASURES_PLAN, DocumentKind.DEVELOPMENT_REPORT, DocumentKind.FOLLOW_UP)


@dataclass(frozen=True, slots=True)
class PaperVariant:
    """One way in which a paper can be made, and what it is called beside the others."""

    words: str
    options: PaperOptions
    missing: tuple[str, ...] | None = None
    """What is still to enter for the paper made in this way; None where it is the same in every way."""


OF_YEAR, OF_MEETINGS = "เอกสารประจำปี", "การประชุม"
STANDARD = (PaperVariant("", STANDARD_OPTIONS),)
_SIZES = tuple(PaperVariant(f"กระดาษ {size.words}", PaperOptions(size=size)) for size in PaperSize)


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A paper that can be asked for; `missing` are sentences of what is still to enter for the usual variant."""

    kind: DocumentKind
    title: str
    meeting_id: int | None = None
    missing: tuple[str, ...] = ()
    variants: tuple[PaperVariant, ...] = STANDARD
    """The ways in which the paper can be made, the usual one first."""
    group: str = OF_YEAR
    """What heads the papers that it belongs to: the year's, or those of one meeting."""
    has_content: bool = True
    """Whether there is anything to tell; `missing` says what there is not."""

    @property
    def can_print(self) -> bool:
        """Whether the paper can be made: one of a meeting needs the meeting."""
        return self.has_content and (self.meeting_id is not None or not self.kind.is_of_meeting)

    def missing_in(self, variant: PaperVariant) -> tuple[str, ...]:
        """What is still to enter for the paper made in this way."""
        return self.missing if variant.missing is None else variant.missing


def paper(source: PaperSource, kind: DocumentKind, options: PaperOptions = STANDARD_OPTIONS) -> Document:
    """The finished paper in the office's numerals; `UserError` without a meeting where the paper tells of one."""
    if kind in _OF_YEAR:
        return in_numerals(_OF_YEAR[kind](source, options), source.office.numerals)
    if source.meeting is None:
        raise UserError("เลือกการประชุมที่จะจัดทำเอกสารก่อน")
    kept = source.certified
    # What tells of certified minutes has their digits, too.
    numerals = source.office.numerals if kept is None else kept.meta.numerals
    if kind is DocumentKind.MINUTES and kept is not None:
        return as_certified(kept, in_numerals(minutes(source, source.meeting), numerals))
    return in_numerals(_OF_MEETING[kind](source, source.meeting, options), numerals)


def choices_of(
    source: PaperSource, with_photos: Callable[[Meeting], Meeting] = lambda meeting: meeting
) -> Iterator[PaperChoice]:
    """The papers that can be made of what was read: those of the year, then those of each meeting, newest first.

    `with_photos` gives a meeting its photos where it was read without them; no two meetings' are held at once.
    """
    show = source.office.numerals.show
    for kind in _OF_YEAR:
        missing = tuple(show(text) for text in _missing(source, kind))
        yield PaperChoice(kind, kind.words, missing=missing, variants=_variants(source, kind))
    if not source.meetings:
        missing = (show(f"ยังไม่ได้บันทึกการประชุมของ{wording.fiscal(source.plan_year)}"),)
        for kind in _OF_MEETING:
            yield PaperChoice(kind, kind.words, missing=missing, group=OF_MEETINGS)
    told_of_scores = tuple(_missing(source, DocumentKind.NEWS)) if source.meetings else ()
    for meeting in sorted(source.meetings, key=_newness, reverse=True):
        group = show(meeting_words.group_title(source, meeting))
        meeting = with_photos(meeting)
        unreadable = unreadable_photos(meeting)
        for kind in _OF_MEETING:
            of_scores = told_of_scores if kind is DocumentKind.NEWS else ()
            missing = (*of_scores, *missing_of_meeting(source, meeting, kind, unreadable))
            yield PaperChoice(
                kind,
                show(meeting_words.list_title(source, meeting, kind)),
                meeting.id,
                tuple(show(text) for text in missing),
                _variants_of_meeting(meeting, kind),
                group,
                has_content(meeting, kind, unreadable),
            )


def _newness(meeting: Meeting) -> tuple[date, int, int]:
    """A meeting without a day is being prepared: the newest of all."""
    return meeting.held_on or date.max, meeting.number or 0, meeting.id


def _variants(source: PaperSource, kind: DocumentKind) -> tuple[PaperVariant, ...]:
    if kind in (DocumentKind.SCORE_SHEET, DocumentKind.TIMELINE):
        return _SIZES
    if kind is DocumentKind.FOLLOW_UP:
        rounds = (PaperOptions(round=each) for each in reversed(ReportRound))
        return tuple(_variant(source, kind, source.office.numerals.show(one.round.words), one) for one in rounds)
    if kind is DocumentKind.OUTSTANDING:
        divisions = (_variant(source, kind, each.name, PaperOptions(division_id=each.id)) for each in source.divisions)
        return (PaperVariant("ทุกส่วนราชการ", STANDARD_OPTIONS), *divisions)
    return STANDARD


def _variant(source: PaperSource, kind: DocumentKind, words: str, options: PaperOptions) -> PaperVariant:
    missing = tuple(source.office.numerals.show(text) for text in _missing(source, kind, options))
    return PaperVariant(words, options, missing)


def _variants_of_meeting(meeting: Meeting, kind: DocumentKind) -> tuple[PaperVariant, ...]:
    if kind is not DocumentKind.EXTRACT:
        return STANDARD
    resolutions = tuple(
        PaperVariant(variant_words(one), PaperOptions(agenda_position=one.place)) for one in resolved(meeting)
    )
    return resolutions or STANDARD


def _missing(source: PaperSource, kind: DocumentKind, options: PaperOptions = STANDARD_OPTIONS) -> Iterator[str]:
    year = wording.fiscal(source.result_year)
    if kind not in _OF_COURSE:
        if source.outcome.total is None:
            yield f"ยังไม่ได้กรอกคะแนนรวม{year} เอกสารจะไม่กล่าวถึงคะแนน"
        elif not source.outcome.level_name:
            yield f"คะแนน{year} ยังสรุประดับไม่ได้ กรอกคะแนนรายเครื่องมือหรือระดับที่ประกาศ"
        if source.outcome.level_contradicts:
            yield f"ระดับที่ประกาศของ{year} ไม่ตรงกับคะแนน โปรดตรวจสอบก่อนพิมพ์"
    if kind is DocumentKind.SCORE_SHEET:
        if len(source.assessment.indicators) < len(source.framework.indicators):
            yield f"ยังกรอกคะแนนรายตัวชี้วัด{year} ไม่ครบ แผนภูมิจะแสดงเท่าที่มี"
    elif not source.measures:
        yield f"ยังไม่มีมาตรการของ{wording.fiscal(source.plan_year)}"
    if kind is DocumentKind.ANALYSIS:
        yield from _missing_of_analysis(source)
    yield from missing_of_course(source, kind, options)
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
