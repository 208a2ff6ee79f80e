"""The filters over the measures table, asked by the strip above it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from office_context import make_context
from PySide6.QtWidgets import QWidget
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.period import parse_period
from ita_desktop.services import measures, office
from ita_desktop.ui.measures.measures_tab import MeasuresTab

YEAR = FiscalYear(2569)


@pytest.fixture
def tab(tmp_path: Path, say: RecordingSay, window: QWidget) -> Iterator[MeasuresTab]:
    """One late measure of the second division and one of all divisions."""
    database = Database.open(tmp_path / "office.itadb")
    database.write(office.found_office, Office(OfficeKind.SUBDISTRICT_MUNICIPALITY, "ตัวอย่าง"))
    division = database.read(office.list_divisions)[1]
    late = Measure(YEAR, "9", period=parse_period("ต.ค. – พ.ย.", YEAR))
    own = replace(late, actions=("ของกอง",), division_ids=(division.id,))
    database.write(measures.save_measures, [own, replace(late, actions=("ของทุกส่วน",), all_divisions=True)])
    made = MeasuresTab(make_context(database, say, window), window)
    made.resize(1366, 700)
    made.show()
    yield made
    database.close()


def shown(tab: MeasuresTab) -> list[str]:
    return [measure.text for measure in tab.model.shown()]


def test_that_a_division_of_the_strip_shows_as_many_late_ones_as_it_said(tab: MeasuresTab) -> None:
    said = {button.text(): button for button in tab.strip.divisions.shown()}
    assert set(said) == {"กองคลัง 1", "ทุกส่วนราชการ 1"}
    said["กองคลัง 1"].click()
    assert shown(tab) == ["ของกอง"]
    said["ทุกส่วนราชการ 1"].click()
    assert shown(tab) == ["ของทุกส่วน"]


def test_that_a_division_that_the_clerk_chooses_answers_for_collective_ones_too(tab: MeasuresTab) -> None:
    tab.strip.divisions.shown()[0].click()
    tab.filters.division.activated.emit(tab.filters.division.currentIndex())
    assert shown(tab) == ["ของกอง", "ของทุกส่วน"]
