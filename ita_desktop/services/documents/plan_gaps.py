"""What is still to enter before the papers on the course of a plan say all that they could."""

from collections.abc import Iterator

from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.services.documents.standing import standings


def missing_of_course(source: PaperSource, kind: DocumentKind) -> Iterator[str]:
    """A sentence a gap of the follow-up report, the outstanding list or the timeline; none for other papers."""
    if kind is DocumentKind.FOLLOW_UP:
        yield from _of_follow_up(source)
    elif kind is DocumentKind.OUTSTANDING:
        yield from _of_outstanding(source)
    elif kind is DocumentKind.TIMELINE:
        unread = sum(not measure.period.is_read for measure in source.measures)
        if unread:
            yield f"{unread} มาตรการยังไม่มีระยะเวลาที่อ่านได้ จึงไม่มีแท่งในแผนภูมิ"


def _of_follow_up(source: PaperSource) -> Iterator[str]:
    found = standings(source)
    silent = sum(not one.entries for one in found)
    if silent:
        yield f"ถึงวันนี้ {silent} มาตรการยังไม่ได้บันทึกผล เอกสารจะพิมพ์ว่า “ยังไม่มีผล”"
    done = [one for one in found if one.status is MeasureStatus.DONE and one.entries]
    unproved = sum(not any(entry.evidence for entry in one.entries) for one in done)
    if unproved:
        yield f"{unproved} มาตรการที่แล้วเสร็จยังไม่มีหลักฐาน"


def _of_outstanding(source: PaperSource) -> Iterator[str]:
    still_open = [one.measure for one in standings(source) if one.status.is_open]
    nobodys = sum(source.is_unowned(measure) for measure in still_open)
    if nobodys:
        yield f"{nobodys} มาตรการที่ยังค้างไม่ได้ระบุส่วนราชการ เอกสารจะพิมพ์ไว้หน้าสุดท้าย"
    endless = sum(measure.period.last is None for measure in still_open)
    if endless:
        yield f"{endless} มาตรการที่ยังค้างไม่มีวันครบกำหนด โปรดตรวจช่องระยะเวลา"
