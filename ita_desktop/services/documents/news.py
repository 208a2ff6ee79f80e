"""What the news sheet says of one meeting."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting import AgendaTable, Meeting, Photo
from ita_desktop.domain.meeting_documents import NewsDocument
from ita_desktop.domain.paper import DocumentKind, NumberedText, PhotoPrint
from ita_desktop.services.documents import meeting_words, wording
from ita_desktop.services.documents.pictures import is_picture
from ita_desktop.services.documents.source import PaperSource

MAX_PHOTOS = 6
_MEASURES = "มาตรการ"
MOST_IN_FULL = 6
"""More measures than this are told in one short sentence each, so that the sheet stays within two pages."""


def news(source: PaperSource, meeting: Meeting) -> NewsDocument:
    """The news of the meeting, with the measures that it dealt with."""
    measures = _measures(source, meeting)
    return NewsDocument(
        meta=meeting_words.meta(source, meeting, DocumentKind.NEWS),
        banner=DocumentKind.NEWS.words,
        office=source.office.long_name,
        place=source.office.place,
        occasion=f"{wording.DEVELOPMENT} ประจำ{wording.fiscal(source.plan_year)}",
        headline=_headline(source),
        lead=tuple(_lead(source, meeting, bool(measures))),
        points=tuple(_points(source, measures)),
        closing=(*_whole_plan(source, measures), *_closing(source, meeting)),
        contact=_contact(source),
        logo=source.office.logo,
        photos=tuple(PhotoPrint(photo.image, photo.caption) for photo in _shown(meeting)),
    )


def _measures(source: PaperSource, meeting: Meeting) -> tuple[Measure, ...]:
    """Those that resolutions name, else the agenda; the whole plan where the meeting dealt with measures in general.

    What is only carried on under agenda 3 is no news beside what was resolved, and of a meeting about something else
    no measure is told: it set none.
    """
    resolved = [id_ for item in meeting.agenda if item.resolution for id_ in item.measure_ids]
    named = source.measures_named(tuple(dict.fromkeys(resolved)) or meeting.measure_ids)
    if named:
        return named
    texts = (meeting.subject, *(text for item in meeting.agenda for text in (item.title, item.facts, item.resolution)))
    has_table = any(AgendaTable.MEASURES in item.tables for item in meeting.agenda)
    return source.measures if has_table or any(_MEASURES in text for text in texts) else ()


def unreadable_photos(meeting: Meeting) -> tuple[int, ...]:
    """The places, counted from 1, of the photos that the sheet leaves out because they are no pictures."""
    return tuple(n for n, photo in enumerate(meeting.photos, start=1) if not is_picture(photo.image))


def _shown(meeting: Meeting) -> tuple[Photo, ...]:
    return tuple(photo for photo in meeting.photos if is_picture(photo.image))[:MAX_PHOTOS]


def _points(source: PaperSource, measures: Sequence[Measure]) -> Iterator[NumberedText]:
    tell = wording.measure_point if len(measures) <= MOST_IN_FULL else wording.short_measure_point
    for n, measure in enumerate(measures, start=1):
        yield tell(source, measure, f"{n}.")


def _whole_plan(source: PaperSource, measures: Sequence[Measure]) -> tuple[str, ...]:
    """Where the rest stands, when the measures are told in short."""
    if len(measures) <= MOST_IN_FULL:
        return ()
    plan = f"{DocumentKind.MEASURES_PLAN.words} ประจำ{wording.fiscal(source.plan_year)}"
    return (f"มาตรการข้างต้นเป็นเพียงสาระสำคัญ รายละเอียด ผู้รับผิดชอบ และระยะเวลาดำเนินการ ปรากฏตาม{plan}",)


def _headline(source: PaperSource) -> tuple[str, ...]:
    result, plan = wording.fiscal(source.result_year), wording.fiscal(source.plan_year)
    target = source.frameworks.of(source.plan_year).level_named(source.plan.target.level)
    first = f"{source.office.long_name} นำผลการประเมิน ITA {result}"
    if target is None:
        return first, f"ไปพัฒนาองค์กรใน{plan}"
    return first, f"ไปพัฒนาองค์กร ตั้งเป้าหมายผลการประเมินระดับ “{target.name}”", f"ใน{plan}"


def _lead(source: PaperSource, meeting: Meeting, has_measures: bool) -> Iterator[str]:
    held = meeting_words.title(source, meeting)
    chair = meeting.chair.full
    act = f"{chair} เป็นประธานใน{held}" if chair else f"{source.office.long_name} จัด{held}"
    parts = (
        meeting_words.day_and_time(meeting),
        meeting_words.place(meeting),
        act,
        meeting_words.purpose(source, meeting),
    )
    yield " ".join(part for part in parts if part)
    result, plan = wording.fiscal(source.result_year), wording.fiscal(source.plan_year)
    scores = wording.score_clause(source)
    said = [f"จากผลการประเมิน ITA ประจำ{result} {source.office.long_name} {scores}"] if scores else []
    said += [part for part in (wording.holding_clause(source), wording.weak_indicators(source)) if part]
    if has_measures:
        said.append(f"ที่ประชุม{'จึง' if said else ''}ได้กำหนดมาตรการขับเคลื่อนใน{plan} ดังนี้")
    if said:
        yield " ".join(said)


def _closing(source: PaperSource, meeting: Meeting) -> tuple[str, ...]:
    if meeting.closing.strip():
        return tuple(line.strip() for line in meeting.closing.splitlines() if line.strip())
    return (wording.standard(source, source.texts.news_closing),)


def _contact(source: PaperSource) -> tuple[str, ...]:
    office = source.office
    phone = f"โทรศัพท์ {office.phone}" if office.phone else ""
    ways = " ".join(part for part in (phone, office.website, office.email) if part)
    if not (office.address or ways):
        return ()
    return tuple(line for line in (f"{office.long_name} {office.address}".strip(), ways) if line)
