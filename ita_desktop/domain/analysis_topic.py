"""The seven topics by which an analysis may be grouped beside the indicators (ita.md 4.1)."""

from dataclasses import dataclass

from ita_desktop.domain.framework import Evidence


@dataclass(frozen=True, slots=True)
class AnalysisTopic:
    """One topic with the indicators that belong to it."""

    number: int
    name: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnalysisTopics:
    """The topics in their order, and whether their names have been checked."""

    topics: tuple[AnalysisTopic, ...]
    evidence: Evidence

    def of(self, indicator_code: str) -> tuple[AnalysisTopic, ...]:
        """The topics that the indicator belongs to."""
        return tuple(topic for topic in self.topics if indicator_code in topic.indicators)
