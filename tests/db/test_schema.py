"""The schema: fresh and migrated files are the same, and the file itself refuses impossible values."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path

import pytest
from fictional_office import YEAR, full_record
from sqlalchemy import create_engine

from ita_desktop.db import schema
from ita_desktop.db.connection import connect
from ita_desktop.db.database import Database
from ita_desktop.db.inspection import APPLICATION_ID, SCHEMA_FINGERPRINT, SCHEMA_VERSION, fingerprint
from ita_desktop.db.rows import Base
from ita_desktop.db.types import (
    DayType,
    FlagType,
    HundredthsType,
    LinesType,
    MinuteType,
    MomentType,
    MonthType,
    StoredType,
    WordType,
    YearType,
)
from ita_desktop.domain.meeting import Meeting, MinutesDraft
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.record_file import parse_record
from ita_desktop.services import measures, meetings, minutes_drafts, records

DATABASES = Path(__file__).parents[1] / "data" / "databases"
RECORDS = DATABASES.parent / "records"


def statements(path: Path) -> dict[str, list[str]]:
    """Each table's and index's definition as its sorted lines: the order of constraints means nothing."""
    connection = sqlite3.connect(path)
    try:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    finally:
        connection.close()
    return {name: sorted(line.strip().rstrip(",") for line in sql.splitlines()) for name, sql in found}


def pragma(path: Path, name: str) -> object:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


def test_that_a_migrated_file_has_the_schema_of_a_fresh_one(tmp_path: Path) -> None:
    fresh, migrated = tmp_path / "fresh.itadb", tmp_path / "migrated.itadb"
    schema.create(fresh)
    migrated.touch()
    schema.migrate(migrated)
    assert statements(migrated) == statements(fresh)
    assert pragma(migrated, "user_version") == pragma(fresh, "user_version") == SCHEMA_VERSION


def test_that_the_fingerprint_is_that_of_the_newest_schema(tmp_path: Path) -> None:
    schema.create(tmp_path / "new.itadb")
    with closing(sqlite3.connect(tmp_path / "new.itadb")) as connection:
        assert fingerprint(connection) == SCHEMA_FINGERPRINT


def test_that_a_damaged_definition_is_found_before_the_file_is_used(tmp_path: Path) -> None:
    path = tmp_path / "new.itadb"
    schema.create(path)
    path.write_bytes(path.read_bytes().replace(b"chair_name", b"chair_nbme"))
    with pytest.raises(UserError, match="เสียหาย"):
        Database.open(path)


def test_that_a_fresh_file_is_marked_as_ours(tmp_path: Path) -> None:
    schema.create(tmp_path / "new.itadb")
    assert pragma(tmp_path / "new.itadb", "application_id") == APPLICATION_ID
    assert list(tmp_path.iterdir()) == [tmp_path / "new.itadb"]


def test_that_every_row_class_names_its_topic() -> None:
    assert {mapper.class_.topic for mapper in Base.registry.mappers} == set(Topic)


BAD: dict[type, list[object]] = {
    YearType: [2026, 2499, 2700],
    MonthType: ["2026-10", "ต.ค. 68", ""],
    HundredthsType: [-1, 10**15],
    DayType: ["12/1/2569", "", "2026-1-1"],
    MinuteType: ["9.30", "33:00", "12:60"],
    FlagType: [2, -1],
    MomentType: ["2026-01-12", "2026-01-12 09:30:00"],
    LinesType: ["", "text", "{}"],
    WordType: ["", "unknown"],
}


def test_that_the_file_itself_refuses_impossible_values(tmp_path: Path) -> None:
    path = tmp_path / "office.itadb"
    with_record(path)
    connection = connect(path)
    tried = 0
    try:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, StoredType):
                    for bad in BAD[type(column.type)]:
                        with pytest.raises(sqlite3.IntegrityError):
                            connection.execute(f"UPDATE {table.name} SET {column.name} = ?", (bad,))
                        tried += 1
    finally:
        connection.close()
    assert tried > 130


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO office SELECT 2, kind, name, district, province, address, phone, email, website, document_prefix,"
        " logo, garuda, numerals, meeting_numbering FROM office",
        "UPDATE progress SET percent = 101",
        "UPDATE meetings SET number = 0",
        "UPDATE meetings SET ends_at = '08:00' WHERE starts_at IS NOT NULL",
        "UPDATE agenda_items SET section = 6",
        "UPDATE measures SET period_last = NULL WHERE period_first IS NOT NULL",
        "UPDATE measures SET period_last = '2568-09' WHERE period_first IS NOT NULL",
        "UPDATE divisions SET name = 'กองคลัง'",
        "UPDATE divisions SET name = NULL",
        "UPDATE divisions SET position = 'first'",
        "DELETE FROM divisions",
        "DELETE FROM committees",
        "DELETE FROM meetings WHERE id = 6",
        "UPDATE progress SET measure_id = 99",
        "INSERT INTO plans SELECT * FROM plans",
        "INSERT INTO assessments SELECT * FROM assessments",
    ],
)
def test_that_the_file_itself_keeps_the_absolute_rules(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "office.itadb"
    with_record(path)
    connection = connect(path)
    try:
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    finally:
        connection.close()


def with_record(path: Path) -> None:
    database = Database.open(path)
    database.write(records.write_record, full_record())
    database.write(minutes_drafts.keep_draft, MinutesDraft(5, datetime.combine(date(2026, 1, 12), time(9, 30)), "{}"))
    database.close()


THIRD = """
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("divisions", recreate="always") as table:
        table.add_column(sa.Column("phone", sa.Text(), nullable=False, server_default=""))
"""


def versions(tmp_path: Path, third: str) -> Path:
    folder = tmp_path / "versions"
    folder.mkdir()
    for known in (schema.MIGRATIONS / "versions").glob("v*.py"):
        shutil.copy(known, folder)
    (folder / "v0003_third.py").write_text(third)
    return folder


def test_that_an_older_file_is_copied_first_and_then_brought_up_with_all_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "office.itadb"
    with_record(path)
    before = path.read_bytes()
    kept = schema.migrate(path, versions=versions(tmp_path, THIRD), newest=3)
    assert kept == tmp_path / "office ก่อนปรับรุ่น 2.itadb"
    assert statements(kept) != statements(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0003",)
    assert connection.execute("SELECT name, phone FROM divisions WHERE id = 2").fetchone() == ("กองคลัง", "")
    # Batch mode dropped the old table: nothing that referred to it may have gone with it.
    assert connection.execute("SELECT count(*) FROM measure_divisions").fetchone() == (2,)
    connection.close()
    assert before != path.read_bytes()
    database = Database.open(kept)
    assert database.read(records.read_record) == full_record()
    database.close()


def test_that_a_second_copy_does_not_replace_the_first(tmp_path: Path) -> None:
    path = tmp_path / "office.itadb"
    with_record(path)
    folder = versions(tmp_path, THIRD)
    (tmp_path / "office ก่อนปรับรุ่น 2.itadb").write_bytes(b"kept")
    assert schema.migrate(path, versions=folder, newest=3).name == "office ก่อนปรับรุ่น 2 (2).itadb"
    assert (tmp_path / "office ก่อนปรับรุ่น 2.itadb").read_bytes() == b"kept"


def test_that_an_upgrade_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "office.itadb"
    with_record(path)
    before = path.read_bytes()
    broken = THIRD + '\n    op.execute("DELETE FROM divisions")\n'
    with pytest.raises(UserError, match="ปรับรุ่น"):
        schema.migrate(path, versions=versions(tmp_path, broken), newest=3)
    assert path.read_bytes() == before


def test_that_the_program_opens_an_older_file_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "office.itadb"
    with_record(path)
    folder = versions(tmp_path, THIRD.replace('server_default=""', 'server_default="0 2000"'))
    monkeypatch.setattr("ita_desktop.db.inspection.SCHEMA_VERSION", 3)
    monkeypatch.setattr(schema.migrate, "__kwdefaults__", {"versions": folder, "newest": 3})
    database = Database.open(path)
    assert len(database.read(measures.list_measures, YEAR)) == 3
    database.close()
    assert pragma(path, "user_version") == 3


def test_that_files_of_earlier_versions_still_open_with_everything_in_them(tmp_path: Path) -> None:
    for version in range(1, SCHEMA_VERSION + 1):
        path = shutil.copy(DATABASES / f"version_{version}.itadb", tmp_path / f"{version}.itadb")
        database = Database.open(path)
        kept = (RECORDS / f"version_{version}.json").read_bytes()
        assert database.read(records.read_record) == parse_record(kept)
        database.close()


def test_that_a_migrated_file_gives_no_id_twice(tmp_path: Path) -> None:
    path = shutil.copy(DATABASES / "version_1.itadb", tmp_path / "old.itadb")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE sqlite_sequence SET seq = 90 WHERE name = 'meetings'")
        connection.commit()
    database = Database.open(path)
    assert database.write(meetings.save_meeting, Meeting(YEAR, "ประชุมใหม่")).id == 91
    database.close()


def test_that_alembic_finds_nothing_to_change_between_rows_and_the_file(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    path = tmp_path / "office.itadb"
    schema.create(path)
    engine = create_engine("sqlite://", creator=lambda: connect(path))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_that_the_module_is_light_and_alembic_stays_away_from_a_current_file(tmp_path: Path) -> None:
    schema.create(tmp_path / "office.itadb")
    program = f"""
import sys
from contextlib import closing
from pathlib import Path
from ita_desktop.db.database import Database
assert "sqlalchemy" not in sys.modules
database = Database.open(Path({str(tmp_path / "office.itadb")!r}))
assert "sqlalchemy" not in sys.modules
database.prepare()
database.close()
assert "sqlalchemy.orm" in sys.modules
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
