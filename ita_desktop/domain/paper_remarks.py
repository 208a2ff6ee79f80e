"""Which remarks on the record concern a paper: those on what is printed in it."""

from collections.abc import Iterable

from ita_desktop.domain import follow_up_checks
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.remark import Remark
from ita_desktop.domain.topics import Topic

_NONE: frozenset[str] = frozenset()
_ROW = frozenset({"actions", "indicator_code", "division_ids", "period"})
"""What every table of measures prints."""
_WHEN = frozenset({"name", "held_on", "number"})

_SCORES = frozenset({DocumentKind.SCORE_SHEET, DocumentKind.ANALYSIS, DocumentKind.NEWS})
_PLANS = frozenset({DocumentKind.MEASURES_PLAN, DocumentKind.DEVELOPMENT_REPORT})
_ANSWERING = _PLANS | {DocumentKind.ANALYSIS}
"""Papers that set what is weak against the measures that answer it."""

_MEASURE_FIELDS = {
    DocumentKind.ANALYSIS: frozenset({"actions", "indicator_code", "finding_ids"}),
    DocumentKind.MEASURES_PLAN: _ROW | {"finding_ids", "monitoring"},
    DocumentKind.DEVELOPMENT_REPORT: _ROW,
    DocumentKind.FOLLOW_UP: _ROW,
    DocumentKind.OUTSTANDING: _ROW | {follow_up_checks.FIELD},
    DocumentKind.TIMELINE: _ROW - {"division_ids"},
    DocumentKind.NEWS: _ROW,
}
"""The fields of measures that a paper prints; the follow-ups of a report are told round by round, not here."""

_MEETING_FIELDS = {
    DocumentKind.INVITATION: _WHEN | {"invitation"},
    DocumentKind.INVITATION_LETTER: _WHEN | {"invitation"},
    DocumentKind.AGENDA: _WHEN,
    DocumentKind.SIGN_IN: _WHEN | {"attendances"},
    DocumentKind.MINUTES: _WHEN | {"ends_at", "chair", "recorder", "attendances"},
    DocumentKind.EXTRACT: _WHEN | {"recorder"},
    DocumentKind.PHOTO_PAGE: _WHEN,
    DocumentKind.NEWS: _WHEN | {"chair"},
}
"""The fields of the meeting that its paper prints."""

_OFFICE_FIELDS = {
    DocumentKind.INVITATION: frozenset({"phone"}),
    DocumentKind.INVITATION_LETTER: frozenset({"district", "phone"}),
    DocumentKind.NEWS: frozenset({"district", "phone"}),
}
"""The fields of the office that a paper prints besides its name."""


def remarks_on_paper(kind: DocumentKind, meeting_id: int | None, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """The remarks, in their order, on what the paper prints; of meetings those on its own."""
    return tuple(remark for remark in remarks if _concerns(kind, meeting_id, remark))


def _concerns(kind: DocumentKind, meeting_id: int | None, remark: Remark) -> bool:
    if remark.topic is Topic.OFFICE:
        return remark.field in _OFFICE_FIELDS.get(kind, _NONE)
    if remark.topic is Topic.MEETINGS:
        return remark.item_id == meeting_id and remark.field in _MEETING_FIELDS.get(kind, _NONE)
    if remark.topic is Topic.MEASURES and remark.item_id == NEW:
        # A weak indicator without a measure.
        return kind in _ANSWERING
    if remark.topic is Topic.MEASURES:
        return remark.field in _MEASURE_FIELDS.get(kind, _NONE)
    return remark.topic is Topic.ASSESSMENTS and kind in _SCORES | _PLANS
