"""The seven topics of the analysis, read from resources/topics/."""

from pathlib import Path

from ita_desktop import paths
from ita_desktop.catalog.toml_table import parse_toml, read_text
from ita_desktop.domain.analysis_topic import AnalysisTopic, AnalysisTopics
from ita_desktop.domain.framework import Evidence


def load_topics(file: Path | None = None) -> AnalysisTopics:
    """The shipped topics, or those of another file. Raises `UserError` naming file, place and reason."""
    path = file or paths.resources() / "topics" / "topics.toml"
    top = parse_toml(read_text(path), path.name)
    top.only("source", "verified", "topics")
    topics: list[AnalysisTopic] = []
    for number, row in enumerate(top.tables("topics"), start=1):
        row.only("name", "indicators")
        topic = AnalysisTopic(number, row.text("name"), row.texts("indicators"))
        if topic.name in {other.name for other in topics}:
            raise row.fault("name", f"ประเด็น {topic.name} ซ้ำกับประเด็นก่อนหน้า")
        topics.append(topic)
    return AnalysisTopics(tuple(topics), Evidence(top.text("source"), top.flag("verified")))
