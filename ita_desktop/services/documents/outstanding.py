"""What is still to do: the open measures of each division, late ones first, each division on a page of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ita_desktop.domain.follow_up import DUE_SOON_DAYS, Timing, timing
from ita_desktop.domain.office import ALL_DIVISIONS, Division
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.period import format_period
from ita_desktop.domain.plan_documents import CountTable, OpenGroup, OpenPart, OpenRow, OutstandingDocument
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.services.documents.standing import Standing, lines, standings
from ita_desktop.thai.dates import format_date, format_short_date

NO_DIVISION = f"มาตรการที่{wording.UNOWNED}"
NOTHING_NOTED = "ยังไม่ได้บันทึก"
_COLUMNS = ("ที่", *wording.COLUMNS[:3], "กำหนดและสถานะ", "สิ่งที่ต้องทำต่อไป")


def outstanding(source: PaperSource, division_id: int | None = None) -> OutstandingDocument:
    """The open measures of one division, or of all with those that no division answers for at the end.

    A collective measure stands on every division's page: the pages are handed out singly,
    and each has to name all that its division answers for.
    """
    found = [one for one in standings(source) if one.status.is_open]
    asked = next((division for division in source.divisions if division.id == division_id), None)
    name, year = "มาตรการที่ยังค้าง", wording.fiscal(source.plan_year)
    office = source.office.long_name
    span = f"{format_date(source.plan_year.first_day)} – {format_date(source.plan_year.last_day)}"
    of_whom = asked.name if asked else "แต่ละส่วนราชการ"
    short = f"{name} {source.plan_year} {asked.name if asked else 'ทุกส่วนราชการ'}"
    parts = (_part(source, found, asked),) if asked else tuple(_parts(source, found))
    return OutstandingDocument(
        meta=wording.meta(source, DocumentKind.OUTSTANDING, f"{name}ของ{of_whom} {year} {office}", short),
        title_lines=(f"{name}ตามแผนยกระดับผลการประเมิน ITA", f"ประจำ{year} {office}"),
        as_of=f"แผนวันที่ {span} ข้อมูล ณ วันที่ {format_date(source.today)}",
        introduction=() if asked else tuple(_introduction(source, found)),
        summary=None if asked or not found else _summary(source, found),
        columns=_COLUMNS if any(part.groups for part in parts) else (),
        parts=parts,
    )


def _introduction(source: PaperSource, found: Sequence[Standing]) -> Iterator[str]:
    year = wording.fiscal(source.plan_year)
    if not source.measures:
        yield f"ยังไม่มีมาตรการของ{year}"
    elif not found:
        yield f"ไม่มีมาตรการที่ยังค้าง ขอขอบคุณทุกส่วนราชการที่ดำเนินการครบ {len(source.measures)} มาตรการ"
    else:
        yield f"จากมาตรการทั้งหมด {len(source.measures)} มาตรการ {_lead(found)}"


def _parts(source: PaperSource, found: Sequence[Standing]) -> Iterator[OpenPart]:
    """A page for each division that has something open, then what belongs to none of them."""
    for division in source.divisions:
        part = _part(source, found, division)
        if part.groups:
            yield part
    collective = [one for one in found if source.is_collective(one.measure)]
    if collective and not source.divisions:
        yield OpenPart(ALL_DIVISIONS, _lead(collective), (_group(source, "", collective),))
    nobodys = [one for one in found if source.is_unowned(one.measure)]
    if nobodys:
        yield OpenPart(NO_DIVISION, _lead(nobodys), (_group(source, "", nobodys),))


def _part(source: PaperSource, found: Sequence[Standing], division: Division) -> OpenPart:
    own = [one for one in found if source.is_answered_by(one.measure, division)]
    collective = [one for one in found if source.is_collective(one.measure)]
    groups = []
    if own:
        groups.append(_group(source, "", own))
    if collective:
        heading = f"มาตรการที่{ALL_DIVISIONS}รับผิดชอบร่วมกัน"
        groups.append(_group(source, heading, collective, start=len(own) + 1))
    lead = _lead([*own, *collective]) if groups else f"ไม่มีมาตรการที่ยังค้าง ขอขอบคุณ{division.name}ที่ดำเนินการครบถ้วน"
    return OpenPart(division.name, lead, tuple(groups))


def _lead(found: Sequence[Standing]) -> str:
    late = sum(one.days_late > 0 for one in found)
    return f"ยังค้าง {len(found)} มาตรการ" + (f" เลยกำหนดแล้ว {late} มาตรการ" if late else "")


def _group(source: PaperSource, heading: str, found: Sequence[Standing], start: int = 1) -> OpenGroup:
    ordered = sorted(found, key=_urgency)
    return OpenGroup(heading, tuple(_row(source, n, one) for n, one in enumerate(ordered, start=start)))


def _urgency(one: Standing) -> tuple[date, int]:
    """The longest overdue first, then as they fall due; those without a day last."""
    last = one.measure.period.last
    return last.last_day if last else date.max, one.measure.position


def _row(source: PaperSource, number: int, one: Standing) -> OpenRow:
    latest = one.entries[-1] if one.entries else None
    share = f" ร้อยละ {latest.percent}" if latest and latest.percent is not None else ""
    return OpenRow(
        str(number),
        # When it is due says more here than from when on.
        replace(wording.plan_row(source, one.measure), period=""),
        _due(source, one),
        one.days_late > 0,
        f"{one.status.words}{share}",
        (lines(latest.next_step) if latest else ()) or (NOTHING_NOTED,),
    )


def _due(source: PaperSource, one: Standing) -> tuple[str, ...]:
    last = one.measure.period.last
    if last is None:
        typed = " ".join(format_period(one.measure.period).split())
        return (typed, "ไม่ทราบวันครบกำหนด") if typed else ("ยังไม่กำหนดระยะเวลา",)
    if one.late_words:
        return f"ภายใน {format_short_date(last.last_day)}", one.late_words
    left = (last.last_day - source.today).days
    return f"ภายใน {format_short_date(last.last_day)}", f"เหลือ {left} วัน" if left else "ครบกำหนดวันนี้"


def _summary(source: PaperSource, found: Sequence[Standing]) -> CountTable:
    def counted(name: str, owned: Sequence[Standing]) -> tuple[str, ...]:
        late = sum(one.days_late > 0 for one in owned)
        soon = sum(timing(one.measure, source.today) is Timing.DUE_SOON for one in owned)
        return name, *(str(count) if count else "–" for count in (len(owned), late, soon))

    rows = [
        counted(division.name, [one for one in found if source.is_answered_by(one.measure, division)])
        for division in source.divisions
    ]
    collective = [one for one in found if source.is_collective(one.measure)]
    nobodys = [one for one in found if source.is_unowned(one.measure)]
    rows += [counted(ALL_DIVISIONS, collective)] if collective else []
    rows += [counted(wording.UNOWNED, nobodys)] if nobodys else []
    shared = sum(len(source.owners(one.measure)) > 1 for one in found)
    notes = (
        "มาตรการที่หลายส่วนราชการรับผิดชอบร่วมกันนับให้ทุกส่วนราชการ" if shared else "",
        f"มาตรการของ{ALL_DIVISIONS}พิมพ์ไว้ในหน้าของทุกส่วนราชการ" if collective and source.divisions else "",
    )
    return CountTable(
        heading="สรุปรายส่วนราชการ",
        columns=("ส่วนราชการ", "ยังค้าง", "เลยกำหนด", f"ครบกำหนดใน {DUE_SOON_DAYS} วัน"),
        rows=tuple(rows),
        totals=(counted("รวมทั้งแผน", found),),
        note=" ".join(note for note in notes if note),
    )
