"""What is still to enter before the papers on the course of a plan say all that they could."""

from collections.abc import Iterator
from dataclasses import replace

from ita_desktop.domain.follow_up_checks import check_follow_up
from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.paper import STANDARD_OPTIONS, DocumentKind, PaperOptions, ReportRound
from ita_desktop.domain.remark import Remark
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.services.documents.standing import standings, standings_until
from ita_desktop.thai.dates import format_date


def missing_of_course(
    source: PaperSource, kind: DocumentKind, options: PaperOptions = STANDARD_OPTIONS
) -> Iterator[str]:
    """A sentence a gap of the follow-up report, the outstanding list or the timeline; none for other papers."""
    if kind is DocumentKind.FOLLOW_UP:
        yield from _of_follow_up(source, options.round)
    elif kind is DocumentKind.OUTSTANDING:
        yield from _of_outstanding(source, options.division_id)
    elif kind is DocumentKind.TIMELINE:
        unread = sum(not measure.period.is_read for measure in source.measures)
        if unread:
            yield f"{unread} มาตรการยังไม่มีระยะเวลาที่อ่านได้ จึงไม่มีแท่งในแผนภูมิ"


def remarks_of_round(source: PaperSource, report_round: ReportRound) -> Iterator[Remark]:
    """What is lacking in the follow-ups that the report of the round tells of; later ones are not in it."""
    until = report_round.last_day(source.plan_year)
    for one in standings_until(source, until):
        as_told = replace(one.measure, status=one.status)
        yield from check_follow_up(as_told, one.entries, min(until, source.today))


def _of_follow_up(source: PaperSource, report_round: ReportRound) -> Iterator[str]:
    """Counted as the report itself counts: until the end of its round."""
    until = report_round.last_day(source.plan_year)
    found = standings_until(source, until)
    silent = sum(not one.entries for one in found)
    if silent:
        told = "จนถึงวันนี้" if source.today < until else f"จนถึงวันที่ {format_date(until)}"
        yield f"มี {silent} มาตรการที่ยังไม่ได้บันทึกผล{told} เอกสารจะพิมพ์ว่า “ยังไม่มีผล”"
    done = [one for one in found if one.status is MeasureStatus.DONE and one.entries]
    unproved = sum(not any(entry.evidence for entry in one.entries) for one in done)
    if unproved:
        yield f"{unproved} มาตรการที่แล้วเสร็จยังไม่มีหลักฐาน"


def _of_outstanding(source: PaperSource, division_id: int | None) -> Iterator[str]:
    """What one division is handed names only what it answers for, together with all others or by itself."""
    still_open = [one.measure for one in standings(source) if one.status.is_open]
    asked = next((division for division in source.divisions if division.id == division_id), None)
    if asked is not None:
        still_open = [m for m in still_open if source.is_answered_by(m, asked) or source.is_collective(m)]
    nobodys = sum(source.is_unowned(measure) for measure in still_open)
    if nobodys:
        yield f"{nobodys} มาตรการที่ยังค้างไม่ได้ระบุส่วนราชการ เอกสารจะพิมพ์ไว้หน้าสุดท้าย"
    endless = sum(measure.period.last is None for measure in still_open)
    if endless:
        yield f"{endless} มาตรการที่ยังค้างไม่มีวันครบกำหนด โปรดตรวจช่องระยะเวลา"
