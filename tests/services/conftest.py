"""A new data file for each test, empty or with the fictional office in it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fictional_office import full_record

from ita_desktop.db.database import Database
from ita_desktop.services import records


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(tmp_path / "ita.itadb")) as database:
        yield database


@pytest.fixture
def full(database: Database) -> Database:
    database.write(records.write_record, full_record())
    return database
