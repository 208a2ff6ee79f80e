"""The tables of the data file, cut by subject; importing this package makes the whole schema known."""

from ita_desktop.db.rows.base import Base
from ita_desktop.db.rows.meetings import (
    AgendaItemRow,
    AgendaMeasureRow,
    AttendanceRow,
    CommitteeMemberRow,
    CommitteeRow,
    MeetingRow,
    MinutesDraftRow,
    MinutesVersionRow,
    PhotoRow,
)
from ita_desktop.db.rows.office import DivisionRow, FrameworkEditionRow, IssuedDocumentRow, OfficeRow, OfficerRow
from ita_desktop.db.rows.plans import (
    LibraryMeasureRow,
    MeasureDivisionRow,
    MeasureFindingRow,
    MeasureRow,
    PlanRow,
    ProgressEvidenceRow,
    ProgressRow,
    ThemePointRow,
    ThemeRow,
)
from ita_desktop.db.rows.results import AssessmentRow, DetailScoreRow, FindingRow, IndicatorScoreRow

__all__ = [
    "AgendaItemRow",
    "AgendaMeasureRow",
    "AssessmentRow",
    "AttendanceRow",
    "Base",
    "CommitteeMemberRow",
    "CommitteeRow",
    "DetailScoreRow",
    "DivisionRow",
    "FindingRow",
    "FrameworkEditionRow",
    "IndicatorScoreRow",
    "IssuedDocumentRow",
    "LibraryMeasureRow",
    "MeasureDivisionRow",
    "MeasureFindingRow",
    "MeasureRow",
    "MeetingRow",
    "MinutesDraftRow",
    "MinutesVersionRow",
    "OfficeRow",
    "OfficerRow",
    "PhotoRow",
    "PlanRow",
    "ProgressEvidenceRow",
    "ProgressRow",
    "ThemePointRow",
    "ThemeRow",
]
