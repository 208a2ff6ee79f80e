"""What the organisation-development report says: the meeting, the result and what was developed from it."""

from collections.abc import Iterator, Sequence
from datetime import date

from ita_desktop.domain.measure import Theme, ThemePoint
from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.paper import DocumentKind, NumberedText
from ita_desktop.domain.plan_documents import DevelopmentReportDocument, ThemePart
from ita_desktop.services.documents import meeting_words, wording
from ita_desktop.services.documents.source import PaperSource, verified_item


def development_report(source: PaperSource) -> DevelopmentReportDocument:
    """The report of the plan year about the result of the year before."""
    office, year = source.office.long_name, wording.fiscal(source.plan_year)
    plan_framework = source.frameworks.of(source.plan_year)
    return DevelopmentReportDocument(
        meta=wording.meta(
            source,
            DocumentKind.DEVELOPMENT_REPORT,
            f"{wording.DEVELOPMENT} {year} {office}",
            f"{wording.DEVELOPMENT} {source.plan_year}",
        ),
        title_lines=(wording.DEVELOPMENT, f"ประจำ{year}", office),
        reference=wording.reference(source, verified_item(plan_framework, plan_framework.measures_item)),
        lead=tuple(_lead(source)),
        introduction=tuple(_introduction(source)),
        themes=tuple(_themes(source)),
        signature=wording.signature(source.signer()),
    )


def told_meeting(source: PaperSource) -> Meeting | None:
    """The meeting that the report begins with: the one asked for, else the year's first one with a date."""
    dated = [meeting for meeting in source.meetings if meeting.held_on]
    return source.meeting or min(dated, key=lambda meeting: meeting.held_on or date.max, default=None)


def _lead(source: PaperSource) -> Iterator[str]:
    meeting = told_meeting(source)
    if meeting is None:
        return
    chair = f"โดยมี {meeting.chair.full} เป็นประธาน" if meeting.chair.name else ""
    held = f"{source.office.long_name} ได้จัด{meeting_words.title(source, meeting)}"
    parts = (
        meeting_words.day_and_time(meeting),
        held,
        meeting_words.place(meeting),
        chair,
        meeting_words.purpose(source, meeting),
    )
    yield " ".join(part for part in parts if part)


def _introduction(source: PaperSource) -> Iterator[str]:
    scores = wording.score_clause(source)
    if scores:
        said = (
            f"{wording.result_opening(source)} {scores}",
            wording.holding_clause(source),
            wording.weak_indicators(source),
        )
        yield " ".join(part for part in said if part)
    yield wording.standard(source, source.texts.report_introduction)


def _themes(source: PaperSource) -> Iterator[ThemePart]:
    themes = source.plan.themes or _standard_themes(source)
    for n, theme in enumerate(themes, start=1):
        points = tuple(NumberedText("", point.text, point.lead) for point in theme.points)
        yield ThemePart(f"{n}. {theme.title}", points)
    if source.measures:
        heading = f"{len(themes) + 1}. มาตรการที่กำหนดใน{wording.fiscal(source.plan_year)}"
        yield ThemePart(heading, tuple(wording.measure_point(source, measure) for measure in source.measures))


def _standard_themes(source: PaperSource) -> Sequence[Theme]:
    return tuple(
        Theme(theme.title, tuple(ThemePoint(wording.standard(source, text), lead) for lead, text in theme.points))
        for theme in source.texts.themes
    )
