"""Making a new data file, and bringing an older one to the newest schema after copying it."""

import sqlite3
from pathlib import Path

from ita_desktop.db.connection import connect, told_plainly
from ita_desktop.db.inspection import APPLICATION_ID, SCHEMA_VERSION
from ita_desktop.errors import UserError
from ita_desktop.files import free_name, put_in_place, temporary_beside

MIGRATIONS = Path(__file__).with_name("migrations")


def revision(version: int) -> str:
    """Alembic's name of a schema version (`0001`)."""
    return f"{version:04d}"


def create(path: Path) -> None:
    """Make an empty data file of the newest schema; it appears under its name only when whole."""
    from sqlalchemy import create_engine, event

    from ita_desktop.db.rows import Base

    with told_plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with temporary_beside(path) as temporary, told_plainly(path):
        temporary.touch(exist_ok=False)
        connection = connect(temporary)
        try:
            engine = create_engine("sqlite://", creator=lambda: connection)
            event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
            with engine.begin() as work:
                Base.metadata.create_all(work)
                work.exec_driver_sql(
                    "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
                    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
                )
                work.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision(SCHEMA_VERSION),))
                work.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
                work.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            engine.dispose()
        finally:
            connection.close()
        put_in_place(temporary, path)


def copy(source: sqlite3.Connection, path: Path) -> None:
    """Copy an open database to `path` with SQLite's own backup and verify the copy before it takes its name."""
    with temporary_beside(path) as temporary, told_plainly(path):
        temporary.touch(exist_ok=False)
        target = connect(temporary)
        try:
            source.backup(target)
            if target.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise UserError(f"สำเนา “{path}” ไม่สมบูรณ์ จึงไม่เก็บไว้ เลือกเก็บที่อื่น แล้วลองอีกครั้ง")
        finally:
            target.close()
        put_in_place(temporary, path)


def migrate(path: Path, *, versions: Path = MIGRATIONS / "versions", newest: int = SCHEMA_VERSION) -> Path:
    """Bring an older file to schema `newest` and return the copy that was made of it first.

    The work is done on a second copy that replaces the file only when whole.
    """
    with told_plainly(path):
        source = connect(path)
    try:
        (version,) = source.execute("PRAGMA user_version").fetchone()
        kept = free_name(path.with_name(f"{path.stem} ก่อนปรับรุ่น {version}{path.suffix}"))
        copy(source, kept)
        with temporary_beside(path) as temporary:
            copy(source, temporary)
            with told_plainly(path):
                _upgrade(temporary, versions, newest)
                source.close()
                put_in_place(temporary, path)
    finally:
        source.close()
    return kept


def _upgrade(path: Path, versions: Path, newest: int) -> None:
    # Alembic is slow to import and only an older file needs it.
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event

    # Batch mode drops and renames tables, which must not cascade to the rows that refer to them.
    connection = connect(path, foreign_keys=False)
    try:
        engine = create_engine("sqlite://", creator=lambda: connection)
        event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.set_main_option("version_locations", str(versions).replace("%", "%%"))
        config.set_main_option("path_separator", "newline")
        with engine.begin() as work:
            config.attributes["connection"] = work
            command.upgrade(config, revision(newest))
            work.exec_driver_sql(f"PRAGMA user_version={newest}")
            if work.exec_driver_sql("PRAGMA foreign_key_check").fetchone() is not None:
                raise UserError(f"ปรับรุ่น “{path}” ไม่สำเร็จ ไฟล์เดิมยังอยู่ครบ เปิดไฟล์สำรองแทน")
        engine.dispose()
    finally:
        connection.close()
