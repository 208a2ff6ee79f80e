"""What the report on the measures says: every measure with its status, its results and their evidence."""

from collections.abc import Iterator, Sequence
from datetime import date

from ita_desktop.domain.measure import MeasureStatus, Progress, ProgressEvidence
from ita_desktop.domain.office import ALL_DIVISIONS
from ita_desktop.domain.paper import DocumentKind, ReportRound
from ita_desktop.domain.plan_documents import CountTable, EntryPrint, EvidencePrint, FollowUpDocument, FollowUpRow
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.source import PaperSource, verified_item
from ita_desktop.services.documents.standing import Standing, lines, percent, standings_until
from ita_desktop.thai.dates import format_date, format_short_date

NOTHING = "ยังไม่มีผล"
_STATUSES = (
    MeasureStatus.DONE,
    MeasureStatus.IN_PROGRESS,
    MeasureStatus.NOT_STARTED,
    MeasureStatus.NOT_DONE,
)
_COLUMNS = (
    "ที่",
    *wording.COLUMNS[:3],
    "ระยะเวลา",
    "สถานะ",
    "ผลการดำเนินการและหลักฐาน",
    "ปัญหาอุปสรรค และขั้นตอนต่อไป",
)


def follow_up(source: PaperSource, report_round: ReportRound) -> FollowUpDocument:
    """The report on the plan year's measures until the last day of the round."""
    until = report_round.last_day(source.plan_year)
    found = standings_until(source, until)
    name, year = DocumentKind.FOLLOW_UP.words, wording.fiscal(source.plan_year)
    office = source.office.long_name
    rows = tuple(_row(source, n, one) for n, one in enumerate(found, start=1))
    return FollowUpDocument(
        meta=wording.meta(
            source,
            DocumentKind.FOLLOW_UP,
            f"{name} {year} {report_round.words} {office}",
            f"{name} {source.plan_year} {report_round.words}",
        ),
        title_lines=(
            f"{name}เพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
            f"ประจำ{year} {report_round.words} ({_span(source, until)})",
            office,
        ),
        reference=_reference(source, report_round),
        introduction=tuple(_introduction(source, found, until)),
        summary=_summary(source, found) if found else None,
        table_heading="ผลการดำเนินการรายมาตรการ" if found else "",
        columns=_heads(rows) if found else (),
        rows=rows,
        problem_label="ปัญหา:" if any(entry.problem for row in rows for entry in row.entries) else "",
        next_label="ขั้นตอนต่อไป:" if any(entry.next_step for row in rows for entry in row.entries) else "",
        evidence_label="หลักฐาน:" if any(entry.evidence for row in rows for entry in row.entries) else "",
        signature=wording.signature(source.signer()),
    )


def _span(source: PaperSource, until: date) -> str:
    return f"{format_date(source.plan_year.first_day)} – {format_date(until)}"


def _reference(source: PaperSource, report_round: ReportRound) -> str:
    """The report that OIT asks for covers the whole year before it (ita.md 4.2), so the half year answers no item."""
    if report_round is ReportRound.SIX_MONTHS:
        return ""
    asking = source.frameworks.of(source.plan_year + 1)
    return wording.reference(source, verified_item(asking, asking.report_item), asking.year)


def _introduction(source: PaperSource, found: Sequence[Standing], until: date) -> Iterator[str]:
    year = wording.fiscal(source.plan_year)
    if not found:
        yield f"ยังไม่มีมาตรการของ{year}"
        return
    planned = f"{source.office.long_name} กำหนดมาตรการยกระดับผลการประเมิน ITA ประจำ{year} ไว้ {len(found)} มาตรการ"
    if source.today < until:
        told = f"รายงานนี้จัดทำก่อนสิ้นรอบ ข้อมูล ณ วันที่ {format_date(source.today)}"
    else:
        told = f"รายงานนี้แสดงผลถึงวันที่ {format_date(until)}"
    yield f"{planned} {told}"
    yield " ".join(part for part in (_shares(found), _open_points(found)) if part)


def _shares(found: Sequence[Standing]) -> str:
    counts = {status: sum(one.status is status for one in found) for status in _STATUSES}
    return wording.listed(
        [
            f"{status.words} {count} มาตรการ (ร้อยละ {percent(count, len(found))})"
            for status, count in counts.items()
            if count
        ]
    )


def _open_points(found: Sequence[Standing]) -> str:
    late, silent = sum(one.days_late > 0 for one in found), sum(not one.entries for one in found)
    points = [f"เลยกำหนด {late} มาตรการ"] if late else []
    points += [f"ยังไม่มีผล {silent} มาตรการ"] if silent else []
    return f"ในจำนวนนี้{wording.listed(points)}" if points else ""


def _summary(source: PaperSource, found: Sequence[Standing]) -> CountTable:
    of_divisions = [
        (division.name, [one for one in found if source.is_answered_by(one.measure, division)])
        for division in source.divisions
    ]
    collective = [one for one in found if source.is_collective(one.measure)]
    unowned = [one for one in found if source.is_unowned(one.measure)]
    named = [*of_divisions, (ALL_DIVISIONS, collective), (wording.UNOWNED, unowned)]
    shown = [(name, owned) for name, owned in named if owned]
    shared = sum(len(owned) for _, owned in shown) > len(found)
    counts = _counts(found)
    return CountTable(
        heading="สรุปผลตามสถานะและส่วนราชการ",
        columns=("ส่วนราชการ", "มาตรการ", *(status.words for status in _STATUSES), "เลยกำหนด"),
        rows=tuple((name, *(str(count or "–") for count in _counts(owned))) for name, owned in shown),
        totals=(
            ("รวมทั้งแผน", *(str(count or "–") for count in counts)),
            ("คิดเป็นร้อยละ", *(percent(count, len(found)) if count else "–" for count in counts)),
        ),
        note="มาตรการที่หลายส่วนราชการรับผิดชอบร่วมกันนับให้ทุกส่วนราชการ ส่วนแถวรวมนับครั้งเดียว" if shared else "",
    )


def _counts(found: Sequence[Standing]) -> tuple[int, ...]:
    by_status = (sum(one.status is status for one in found) for status in _STATUSES)
    return len(found), *by_status, sum(one.days_late > 0 for one in found)


def _row(source: PaperSource, number: int, one: Standing) -> FollowUpRow:
    remarks = (one.late_words, "ไม่มีวันที่บันทึกผล" if one.is_undated else "")
    return FollowUpRow(
        str(number),
        wording.plan_row(source, one.measure),
        one.status.words,
        tuple(remark for remark in remarks if remark),
        tuple(_entry(entry) for entry in one.entries),
        "" if one.entries else NOTHING,
    )


def _entry(entry: Progress) -> EntryPrint:
    share = f" ร้อยละ {entry.percent}" if entry.percent is not None and entry.status is not MeasureStatus.DONE else ""
    return EntryPrint(
        format_short_date(entry.recorded_on),
        f"{entry.status.words}{share}",
        lines(entry.result),
        lines(entry.problem),
        lines(entry.next_step),
        tuple(_evidence(proof) for proof in entry.evidence),
    )


def _evidence(proof: ProgressEvidence) -> EvidencePrint:
    checked = f"ตรวจสอบเมื่อ {format_short_date(proof.checked_on)}" if proof.url and proof.checked_on else ""
    return EvidencePrint(" ".join(proof.caption.split()), proof.file_name, proof.url, checked)


def _heads(rows: Sequence[FollowUpRow]) -> tuple[str, ...]:
    """The last column has a head only where a problem or a next step is told."""
    told = any(entry.problem or entry.next_step for row in rows for entry in row.entries)
    return _COLUMNS if told else (*_COLUMNS[:-1], "")
