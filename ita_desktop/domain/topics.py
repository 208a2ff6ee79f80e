"""What a saved change can touch; screens listen to topics."""

from enum import StrEnum


class Topic(StrEnum):
    """One subject of the office's record."""

    OFFICE = "office"
    PLANS = "plans"
    ASSESSMENTS = "assessments"
    FINDINGS = "findings"
    MEASURES = "measures"
    LIBRARY = "library"
    FOLLOW_UPS = "follow_ups"
    COMMITTEES = "committees"
    MEETINGS = "meetings"
    DRAFTS = "drafts"
    DOCUMENTS = "documents"
    FRAMEWORKS = "frameworks"
