"""Rows written by the driver: the same values, the same news and the same refusals as by the session."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ita_desktop.db.database import Database
from ita_desktop.db.rows import DivisionRow, MeasureDivisionRow, MeasureRow
from ita_desktop.db.types import LinesType
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.period import Period
from ita_desktop.domain.topics import Topic
from ita_desktop.services.measure_rows import row_values
from ita_desktop.services.storage import add_all, columns

YEAR = FiscalYear(2569)
FULL = Measure(
    YEAR,
    "3",
    title="ชื่อ",
    actions=("จัดทำ “คู่มือ”", "ก\\ข", "\U0001f600"),
    all_divisions=True,
    period=Period("ต.ค.๖๘ – เม.ย.๖๙", Month(2568, 10), Month(2569, 4)),
    budget=Decimal("1234.50"),
    status=MeasureStatus.DONE,
    position=1,
    id=7,
)
BARE = Measure(YEAR, position=2, id=8)


@pytest.fixture
def database() -> Iterator[Database]:
    with closing(Database.scratch()) as database:
        yield database


def lying(database: Database) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database.path)) as file:
        return file.execute("SELECT * FROM measures ORDER BY id").fetchall()


def divisions(*names: str) -> list[dict[str, object]]:
    return [{"position": n, "name": name, "head": "", "short_name": ""} for n, name in enumerate(names, start=1)]


def test_that_rows_lie_in_the_file_as_the_session_lays_them(database: Database) -> None:
    rows = [row_values(FULL), row_values(BARE)]

    def by_the_session(session: Session) -> None:
        session.execute(insert(MeasureRow.__table__), rows)

    database.write(by_the_session)
    wanted = lying(database)
    with closing(Database.scratch()) as other:
        other.write(add_all, MeasureRow, rows)
        assert lying(other) == wanted
    assert wanted[0][:5] == (7, 2569, "3", "ชื่อ", json.dumps(FULL.actions, ensure_ascii=False))


def test_that_columns_may_be_named_in_any_order_and_left_to_the_file(database: Database) -> None:
    database.write(add_all, DivisionRow, divisions("กองคลัง", "กองช่าง"))
    database.write(add_all, MeasureRow, [row_values(FULL)])
    database.write(add_all, MeasureDivisionRow, [{"position": 5, "division_id": 2, "measure_id": 7}])
    link = database.read(lambda session: session.scalars(select(MeasureDivisionRow)).one())
    assert (link.measure_id, link.division_id, link.position) == (7, 2, 5)
    with pytest.raises(KeyError):
        database.write(add_all, DivisionRow, [*divisions("ก"), {"name": "ข"}])


def test_that_rows_written_by_the_driver_are_told_and_none_is_not(database: Database) -> None:
    heard: list[frozenset[Topic]] = []
    database.subscribe(heard.append)
    database.write(add_all, DivisionRow, [])
    database.write(add_all, DivisionRow, divisions("กองคลัง"))
    database.write(add_all, MeasureRow, [row_values(FULL)])
    assert heard == [frozenset({DivisionRow.topic}), frozenset({Topic.MEASURES})]
    with pytest.raises(RuntimeError):
        database.read(add_all, DivisionRow, divisions("กองช่าง"))


def test_that_a_row_that_the_file_refuses_takes_all_others_with_it(database: Database) -> None:
    heard: list[frozenset[Topic]] = []
    database.subscribe(heard.append)
    doubled = [row_values(BARE), row_values(FULL), row_values(BARE)]
    with pytest.raises(IntegrityError):
        database.write(add_all, MeasureRow, doubled)
    with pytest.raises(ValueError, match="two decimals"):
        database.write(add_all, MeasureRow, [row_values(BARE), row_values(FULL) | {"budget": Decimal("0.001")}])
    assert lying(database) == []
    assert heard == []


def test_that_rows_given_to_the_session_before_are_stored_before(database: Database) -> None:
    def work(session: Session) -> None:
        session.add(MeasureRow(**row_values(FULL)))
        session.add(DivisionRow(id=1, **divisions("กองคลัง")[0]))
        add_all(session, MeasureDivisionRow, [{"measure_id": 7, "division_id": 1, "position": 0}])

    database.write(work)
    assert database.read(lambda session: session.scalar(select(func.count()).select_from(MeasureDivisionRow))) == 1


def test_that_derived_columns_come_before_the_values_own() -> None:
    values = columns(MeasureRow, FULL, topic_tag="", period_text="ก", period_first=None, period_last=None, title="ข")
    assert values["title"] == "ข"
    assert values["owner"] == FULL.owner
    assert list(values) == list(MeasureRow.__table__.columns.keys())


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))).map(tuple))
def test_that_lines_lie_as_json_and_come_back(lines: tuple[str, ...]) -> None:
    lies = LinesType().store(lines)
    assert lies == json.dumps(lines, ensure_ascii=False)
    assert LinesType().load(lies) == lines
