"""What the timeline shows: each measure as a bar over the months of the plan year, by indicator."""

from collections.abc import Iterator

from ita_desktop.domain.fiscal_year import Month
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.paper import DocumentKind, NumberedText, PaperSize
from ita_desktop.domain.period import format_period
from ita_desktop.domain.plan_documents import TimelineBar, TimelineDocument, TimelineGroup, TimelineScale
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.services.documents.standing import Standing, standings
from ita_desktop.thai.clean import shortened
from ita_desktop.thai.dates import format_date, format_short_date

_MOST = 200
"""Characters of a measure's name beside its bar; the drawing may cut it further."""


def timeline(source: PaperSource, size: PaperSize) -> TimelineDocument:
    """The plan year's measures over its months, as they stand today."""
    name, year = DocumentKind.TIMELINE.words, wording.fiscal(source.plan_year)
    office, sheet = source.office.long_name, "" if size is PaperSize.A4 else f" {size.words}"
    groups, undated = tuple(_groups(source)), tuple(_undated(source))
    has_day = bool(groups) and source.today in source.plan_year
    title = f"{name} {year} {office}"
    span = f"{format_date(source.plan_year.first_day)} – {format_date(source.plan_year.last_day)}"
    return TimelineDocument(
        meta=wording.meta(source, DocumentKind.TIMELINE, title, f"แผนภูมิระยะเวลามาตรการ {source.plan_year}{sheet}"),
        title_lines=(title, f"{span} ข้อมูล ณ วันที่ {format_date(source.today)}"),
        scale=_scale(source) if groups else None,
        groups=groups,
        undated_heading="มาตรการที่ยังไม่กำหนดระยะเวลา" if undated else "",
        undated=undated,
        today=source.today if has_day else None,
        today_words=format_short_date(source.today) if has_day else "",
        size=size,
        empty="" if source.measures else f"ยังไม่มีมาตรการของ{year}",
    )


def _scale(source: PaperSource) -> TimelineScale:
    months = tuple(source.plan_year.months())
    return TimelineScale(
        columns=(wording.COLUMNS[0], wording.COLUMNS[1], "สถานะ"),
        years=(f"พ.ศ. {months[0].be_year}", f"พ.ศ. {months[-1].be_year}"),
        quarters=tuple(f"ไตรมาส {n}" for n in range(1, 5)),
        months=tuple(month.short_name for month in months),
    )


def _groups(source: PaperSource) -> Iterator[TimelineGroup]:
    """The indicators in their order, measures of none of them last."""
    dated = [one for one in standings(source) if one.measure.period.is_read]
    known = [indicator.code for indicator in source.framework.indicators]
    others = dict.fromkeys(one.measure.indicator_code for one in dated if one.measure.indicator_code not in known)
    for code in (*known, *others):
        bars = tuple(_bar(source, one) for one in dated if one.measure.indicator_code == code)
        if bars:
            yield TimelineGroup(wording.indicator_label(source, code) or "ยังไม่ระบุตัวชี้วัด", bars)


def _bar(source: PaperSource, one: Standing) -> TimelineBar:
    period = one.measure.period
    assert period.first is not None
    assert period.last is not None
    first, last = _place(source, period.first), _place(source, period.last)
    outside = last < 0 or first > 11
    return TimelineBar(
        _name(one.measure),
        one.status,
        " ".join(part for part in (one.status.words, one.late_words) if part),
        one.days_late > 0,
        None if outside else first,
        None if outside else last,
        f"นอกปีงบประมาณ ({format_period(period)})" if outside else "",
    )


def _place(source: PaperSource, month: Month) -> int:
    """Months since the plan year's October."""
    first = source.plan_year.first_month
    return (month.be_year - first.be_year) * 12 + month.number - first.number


def _undated(source: PaperSource) -> Iterator[NumberedText]:
    for one in standings(source):
        if not one.measure.period.is_read:
            label = wording.indicator_label(source, one.measure.indicator_code)
            typed = " ".join(one.measure.period.text.split())
            known = (f"ระยะเวลาที่พิมพ์ไว้: {typed}" if typed else "", one.status.words)
            text = f"{_name(one.measure)} ({' '.join(part for part in known if part)})"
            yield NumberedText("", text, f"ตัวชี้วัดที่ {label}" if label else "")


def _name(measure: Measure) -> str:
    """Its title, else its first action, short enough to stand beside a bar."""
    name = measure.title or (measure.actions[0] if measure.actions else "")
    return shortened(" ".join(name.split()), _MOST) or "ยังไม่ระบุแนวทาง/มาตรการ"
