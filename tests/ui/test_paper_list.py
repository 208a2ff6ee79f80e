"""The list of papers: heads of groups, where the keys lead, and how it stays readable."""

from dataclasses import replace

import pytest
from keys import press
from paper_samples import FULL, SECOND_MEETING
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services.documents import PaperChoice
from ita_desktop.services.documents.papers import choices_of
from ita_desktop.ui.documents.paper_list import PaperList, short_title, starts_group

CHOICES = tuple(choices_of(FULL))
OF_YEAR = sum(choice.meeting_id is None for choice in CHOICES)


@pytest.fixture
def papers(window: QWidget) -> PaperList:
    made = PaperList(window)
    made.resize(380, 400)
    made.show_papers(CHOICES)
    made.show()
    return made


def row_of(papers: PaperList) -> int:
    return papers.currentIndex().row()


def press_control(papers: PaperList, key: Qt.Key) -> None:
    press(papers, key, Qt.KeyboardModifier.ControlModifier)


def test_that_a_head_stands_above_the_years_papers_and_above_each_meetings(papers: PaperList) -> None:
    heads = [row for row in range(papers.papers.rowCount()) if starts_group(papers.papers.index(row, 0))]
    assert heads == [0, OF_YEAR, OF_YEAR + 8]


def test_that_meetings_named_alike_have_a_head_each(papers: PaperList) -> None:
    alike = tuple(replace(SECOND_MEETING, number=None, held_on=None, name="", id=n) for n in (5, 6))
    papers.show_papers(tuple(choices_of(replace(FULL, meetings=alike))))
    heads = [row for row in range(papers.papers.rowCount()) if starts_group(papers.papers.index(row, 0))]
    assert heads == [0, OF_YEAR, OF_YEAR + 8]


def test_that_a_row_with_a_head_is_higher_by_it(papers: PaperList) -> None:
    heights = [papers.sizeHintForRow(row) for row in (OF_YEAR, OF_YEAR + 4)]
    assert heights[0] > heights[1] + papers.fontMetrics().height()


def test_that_below_its_head_a_meetings_paper_is_called_by_its_kind_alone() -> None:
    minutes = next(choice for choice in CHOICES if choice.kind is DocumentKind.MINUTES)
    assert short_title(minutes) == "รายงานการประชุม"
    assert short_title(CHOICES[0]) == CHOICES[0].title


def test_that_the_full_title_is_what_a_screen_reader_says(papers: PaperList) -> None:
    said = papers.papers.index(OF_YEAR + 4, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("รายงานการประชุม ครั้งที่ ๒/๒๕๖๙")


def test_that_the_arrows_go_through_all_papers_and_with_control_from_group_to_group(papers: PaperList) -> None:
    press(papers, Qt.Key.Key_Down)
    assert row_of(papers) == 1
    press_control(papers, Qt.Key.Key_Down)
    assert row_of(papers) == OF_YEAR
    press_control(papers, Qt.Key.Key_Down)
    press(papers, Qt.Key.Key_Down)
    assert row_of(papers) == OF_YEAR + 9
    press_control(papers, Qt.Key.Key_Down)
    assert row_of(papers) == OF_YEAR + 9
    for row in (OF_YEAR + 8, OF_YEAR, 0, 0):
        press_control(papers, Qt.Key.Key_Up)
        assert row_of(papers) == row


def test_that_the_chosen_paper_stays_chosen_when_a_newer_meeting_comes(papers: PaperList) -> None:
    papers.choose((DocumentKind.AGENDA, 1))
    newer = replace(SECOND_MEETING, number=3, held_on=None, id=3)
    papers.show_papers(tuple(choices_of(replace(FULL, meetings=(*FULL.meetings, newer)))))
    current = papers.current()
    assert isinstance(current, PaperChoice)
    assert (current.kind, current.meeting_id) == (DocumentKind.AGENDA, 1)


def test_that_the_list_can_be_painted_at_any_width(papers: PaperList) -> None:
    for width in (60, 200, 900):
        papers.resize(width, 300)
        assert not papers.grab().isNull()


def test_that_the_chosen_paper_stays_in_sight_when_notes_take_room_from_the_list(papers: PaperList) -> None:
    papers.resize(300, 600)
    QApplication.processEvents()
    row = max(n for n in range(papers.papers.rowCount()) if papers.visualRect(papers.papers.index(n, 0)).bottom() < 500)
    papers.setCurrentIndex(papers.papers.index(row, 0))
    papers.resize(300, 260)
    QApplication.processEvents()
    assert papers.viewport().rect().contains(papers.visualRect(papers.currentIndex()))
