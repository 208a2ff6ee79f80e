"""A clerk at the real window brings a first meeting from its preset to its papers within the actions promised."""

from pathlib import Path

from pypdf import PdfReader

from benchmarks import meetings, meetings_actions


def test_that_a_meeting_goes_from_its_preset_to_its_minutes_in_few_actions(tmp_path: Path) -> None:
    file, papers = tmp_path / "office.itadb", tmp_path / "papers"
    papers.mkdir()
    meetings_actions.office_file(file)
    course = meetings_actions.done(file, papers)
    assert len(course.preparing) <= meetings.PREPARING, course.preparing
    assert len(course.writing) <= meetings.WRITING, course.writing
    assert course.lacking == ()
    assert meetings_actions.gaps(file) == []
    assert [len(PdfReader(paper).pages) > 0 for paper in course.files] == [True] * 4
