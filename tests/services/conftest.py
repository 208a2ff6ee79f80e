"""A data file for each test, empty or with the fictional office in it."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fictional_office import full_record

from ita_desktop.db import schema
from ita_desktop.db.database import Database
from ita_desktop.services import records


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files to copy: making a new one takes ten times as long."""
    folder = tmp_path_factory.mktemp("templates")
    schema.create(folder / "empty.itadb")
    with closing(Database.open(folder / "full.itadb")) as database:
        database.write(records.write_record, full_record())
    return folder


@pytest.fixture
def database(templates: Path, tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(shutil.copy(templates / "empty.itadb", tmp_path / "ita.itadb"))) as database:
        yield database


@pytest.fixture
def full(templates: Path, tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(shutil.copy(templates / "full.itadb", tmp_path / "full.itadb"))) as database:
        yield database
