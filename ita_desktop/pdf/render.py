"""From a paper value to the bytes of its PDF, and the name its file should have."""

import re

from ita_desktop import paths
from ita_desktop.domain.documents import Document
from ita_desktop.domain.meeting_documents import MeetingDocument
from ita_desktop.domain.plan_documents import (
    DevelopmentReportDocument,
    FollowUpDocument,
    MeasuresPlanDocument,
    OutstandingDocument,
    TimelineDocument,
)
from ita_desktop.domain.score_documents import AnalysisDocument
from ita_desktop.thai import words
from ita_desktop.thai.digits import to_arabic

MOST_CHARACTERS = 75
"""A Thai character takes three bytes, and Linux allows 255 bytes a name."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_CUT_BRACKET = re.compile(r"\s*\([^)]*$")


def render(document: Document) -> bytes:
    """The paper as a PDF; `UserError` when a picture in it cannot be read."""
    # Each paper's module, and ReportLab behind it, loads when such a paper is first made.
    if isinstance(document, MeasuresPlanDocument):
        from ita_desktop.pdf.measures_plan import measures_plan

        return measures_plan(document)
    if isinstance(document, DevelopmentReportDocument):
        from ita_desktop.pdf.development_report import development_report

        return development_report(document)
    if isinstance(document, MeetingDocument):
        from ita_desktop.pdf.meeting_papers import meeting_paper

        return meeting_paper(document)
    if isinstance(document, AnalysisDocument):
        from ita_desktop.pdf.analysis import analysis

        return analysis(document)
    if isinstance(document, FollowUpDocument):
        from ita_desktop.pdf.follow_up import follow_up

        return follow_up(document)
    if isinstance(document, OutstandingDocument):
        from ita_desktop.pdf.outstanding import outstanding

        return outstanding(document)
    if isinstance(document, TimelineDocument):
        from ita_desktop.pdf.timeline import timeline

        return timeline(document)
    from ita_desktop.pdf.score_sheet import score_sheet

    return score_sheet(document)


def suggested_file_name(document: Document) -> str:
    """`<short title>.pdf` with Arabic digits, allowed on Windows and Linux and never too long."""
    title = _FORBIDDEN.sub("-", to_arabic(document.meta.short_title))
    title = " ".join(title.split())
    if len(title) > MOST_CHARACTERS:
        title = _CUT_BRACKET.sub("", title[: _last_break(title)])
    title = title.strip(" .-")
    if not title or _RESERVED.match(title):
        title = f"ITA {document.meta.plan_year} {title}".strip()
    return f"{title}.pdf"


def _last_break(title: str) -> int:
    """Where a too long title ends: before a word if it has words, at a space if one is near."""
    words.configure(paths.resources() / "thai" / "words_th.txt")
    space = title.rfind(" ", MOST_CHARACTERS // 2, MOST_CHARACTERS + 1)
    fitting = [at for at in words.breaks(title) if at <= MOST_CHARACTERS]
    return space if space > 0 else max(fitting, default=MOST_CHARACTERS)
