"""The open data file: transactions, news of changes, and every way a file can fail."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from fictional_office import full_record
from sqlalchemy import event, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ita_desktop.db import connection as connections
from ita_desktop.db.database import Database
from ita_desktop.db.inspection import SCHEMA_VERSION
from ita_desktop.db.rows import DivisionRow
from ita_desktop.db.types import HundredthsType
from ita_desktop.domain.office import Division
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.record_file import format_record
from ita_desktop.services import office, records


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ข้อมูล สำนักงาน #1 100%.itadb"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database.open(path)
    yield database
    database.close()


def add(session: Session, name: str) -> None:
    office.save_division(session, Division(name))


def names(database: Database) -> list[str]:
    return [division.name for division in database.read(office.list_divisions)]


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        work()
    assert "\n" not in caught.value.sentence
    return caught.value.sentence


def test_that_work_is_kept_and_found_again(database: Database, path: Path) -> None:
    database.write(add, "กองคลัง")
    with closing(Database.open(path)) as again:
        assert names(again) == ["กองคลัง"]


def test_that_work_that_fails_halfway_leaves_nothing(database: Database) -> None:
    def fail(session: Session) -> None:
        add(session, "กองคลัง")
        raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        database.write(fail)
    assert names(database) == []


def test_that_arguments_reach_the_work_and_its_value_comes_back(database: Database) -> None:
    assert database.write(office.save_division, division=Division("กองช่าง")).id == 1


def test_that_reading_work_that_writes_is_a_bug_and_nothing_is_kept(database: Database) -> None:
    with pytest.raises(RuntimeError):
        database.read(add, "กองคลัง")
    assert names(database) == []


def test_that_listeners_hear_the_topics_after_the_change_is_kept(database: Database, path: Path) -> None:
    heard: list[tuple[frozenset[Topic], int]] = []

    def listen(topics: frozenset[Topic]) -> None:
        with closing(Database.open(path)) as other:
            heard.append((topics, len(names(other))))

    database.subscribe(listen)
    database.write(add, "กองคลัง")
    assert heard == [(frozenset({Topic.OFFICE}), 1)]


def test_that_bulk_statements_and_rows_are_both_noticed(database: Database) -> None:
    heard: list[frozenset[Topic]] = []
    database.write(add, "กองคลัง")
    database.subscribe(heard.append)

    def bulk_update(session: Session) -> None:
        session.execute(update(DivisionRow).values(head="หัวหน้า"))

    def bulk_insert(session: Session) -> None:
        session.execute(insert(DivisionRow), [{"name": "ก", "short_name": "", "head": "", "position": 2}])

    def change_row(session: Session) -> None:
        session.scalars(select(DivisionRow)).first().head = "ผู้อำนวยการ"  # type: ignore[union-attr] # there is one

    def remove_row(session: Session) -> None:
        session.delete(session.scalars(select(DivisionRow)).first())

    for work in (bulk_update, bulk_insert, change_row, remove_row):
        database.write(work)
    assert heard == [frozenset({Topic.OFFICE})] * 4


def test_that_nothing_is_announced_when_nothing_changed_or_the_change_failed(database: Database) -> None:
    heard: list[frozenset[Topic]] = []
    database.subscribe(heard.append)
    database.write(office.list_divisions)
    with suppress(UserError):
        database.write(office.save_division, Division(""))
    assert heard == []


def test_that_a_listener_may_read_and_write_again(database: Database) -> None:
    def answer(_topics: frozenset[Topic]) -> None:
        if len(names(database)) < 3:
            database.write(add, f"กอง{len(names(database))}")

    database.subscribe(answer)
    database.write(add, "กองคลัง")
    assert len(names(database)) == 3


def test_that_every_connection_is_set_up_for_safety(database: Database) -> None:
    wanted = {
        "journal_mode": "delete",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
        "cell_size_check": 1,
    }
    with database._prepared()[0].connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted


def test_that_the_scratch_database_goes_with_its_folder() -> None:
    database = Database.scratch()
    database.write(add, "กองคลัง")
    assert names(database) == ["กองคลัง"]
    folder = database.path.parent
    database.close()
    assert not folder.exists()


def test_that_missing_folders_are_made(tmp_path: Path) -> None:
    Database.open(tmp_path / "ใหม่" / "ข้อมูล" / "ita.itadb").close()
    assert (tmp_path / "ใหม่" / "ข้อมูล" / "ita.itadb").stat().st_size > 0


def test_that_two_programs_on_one_file_lose_nothing(database: Database, path: Path) -> None:
    with closing(Database.open(path)) as other:
        for n in range(5):
            database.write(add, f"หนึ่ง {n}")
            other.write(add, f"สอง {n}")
        assert len(names(database)) == len(names(other)) == 10


def test_that_a_copy_is_whole_and_opens(database: Database, tmp_path: Path) -> None:
    database.write(records.write_record, full_record())
    database.copy_to(tmp_path / "สำเนา.itadb")
    with closing(Database.open(tmp_path / "สำเนา.itadb")) as copy:
        assert copy.read(records.read_record) == full_record()


def test_that_a_copy_to_an_impossible_place_is_refused(database: Database, tmp_path: Path) -> None:
    assert "ไม่พบ" in refusal(lambda: database.copy_to(tmp_path / "ไม่มี" / "สำเนา.itadb"))


# --- files that are not what they should be ---------------------------------------------------------------------------


def test_that_a_file_that_is_not_sqlite_is_refused_untouched(path: Path) -> None:
    path.write_text("นี่คือบันทึกข้อความ")
    assert "ไม่ใช่ไฟล์ข้อมูลของ ITA Desktop" in refusal(lambda: Database.open(path))
    assert path.read_text() == "นี่คือบันทึกข้อความ"


def test_that_an_empty_file_is_not_taken_for_a_new_one(path: Path) -> None:
    path.touch()
    assert "ว่างเปล่า" in refusal(lambda: Database.open(path))
    assert path.stat().st_size == 0


def test_that_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE things (id)")
    assert "ไม่ใช่ไฟล์ข้อมูลของ ITA Desktop" in refusal(lambda: Database.open(path))


def test_that_a_folder_is_refused(tmp_path: Path) -> None:
    assert "เป็นโฟลเดอร์" in refusal(lambda: Database.open(tmp_path))


def change_file(path: Path, *statements: str) -> None:
    Database.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_that_a_newer_file_is_refused_untouched(path: Path) -> None:
    change_file(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    assert "รุ่นใหม่กว่า" in refusal(lambda: Database.open(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "foreign",
    [
        "CREATE TRIGGER t AFTER INSERT ON divisions BEGIN DELETE FROM office; END",
        "CREATE VIEW v AS SELECT * FROM divisions",
    ],
)
def test_that_a_file_with_commands_of_its_own_is_refused(path: Path, foreign: str) -> None:
    change_file(path, foreign)
    assert "แปลกปลอม" in refusal(lambda: Database.open(path))


def test_that_a_damaged_file_is_refused_untouched(path: Path) -> None:
    with closing(Database.open(path)) as database:
        database.write(records.write_record, full_record())
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content), 4096):
        content[at : at + 16] = b"\x00" * 16
    path.write_bytes(content)
    assert "เสียหาย" in refusal(lambda: Database.open(path))
    assert path.read_bytes() == content


def test_that_any_damage_is_refused_or_harmless_but_never_a_crash(path: Path, tmp_path: Path) -> None:
    with closing(Database.open(path)) as database:
        database.write(records.write_record, full_record())
    sound = path.read_bytes()
    luck = random.Random(2569)
    refused = 0
    for n in range(120):
        content = bytearray(sound)
        if n % 4 == 0:
            del content[luck.randrange(1, len(content)) :]
        for _ in range(luck.randrange(1, 9)):
            content[luck.randrange(len(content))] ^= 1 << luck.randrange(8)
        damaged = tmp_path / f"{n}.itadb"
        damaged.write_bytes(content)
        try:
            with closing(Database.open(damaged)) as database:
                database.read(records.read_record)
        except UserError:
            refused += 1
    assert refused > 30


def test_that_text_that_is_no_text_is_told_as_damage(path: Path) -> None:
    change_file(path, "INSERT INTO divisions VALUES (1, CAST(x'ff' AS TEXT), '', '', 1)")
    with closing(Database.open(path)) as database:
        assert "เสียหาย" in refusal(lambda: names(database))


# --- files that change under the program ------------------------------------------------------------------------------


def test_that_a_file_that_vanished_is_told_and_works_again_when_it_is_back(database: Database, path: Path) -> None:
    database.write(add, "กองคลัง")
    aside = path.with_name("ย้ายไป.itadb")
    path.rename(aside)
    before = aside.read_bytes()
    assert "ไม่พบไฟล์ข้อมูล" in refusal(lambda: database.write(add, "กองช่าง"))
    assert "ไม่พบไฟล์ข้อมูล" in refusal(lambda: names(database))
    assert aside.read_bytes() == before
    assert not path.exists()
    aside.rename(path)
    database.write(add, "กองช่าง")
    assert names(database) == ["กองคลัง", "กองช่าง"]


@pytest.mark.skipif(os.name != "posix", reason="Windows lets nobody delete a file that is open")
def test_that_a_deleted_file_can_still_be_copied(database: Database, path: Path, tmp_path: Path) -> None:
    database.write(add, "กองคลัง")
    path.unlink()
    database.copy_to(tmp_path / "กู้คืน.itadb")
    with closing(Database.open(tmp_path / "กู้คืน.itadb")) as copy:
        assert names(copy) == ["กองคลัง"]


def test_that_a_file_put_in_its_place_is_taken_up(database: Database, path: Path, tmp_path: Path) -> None:
    database.write(add, "กองคลัง")
    database.copy_to(tmp_path / "สำเนา.itadb")
    database.write(add, "กองช่าง")
    (tmp_path / "สำเนา.itadb").replace(path)
    assert names(database) == ["กองคลัง"]
    database.write(add, "กองการศึกษา")
    assert names(database) == ["กองคลัง", "กองการศึกษา"]


def test_that_a_wrong_file_put_in_its_place_is_refused(database: Database, path: Path, tmp_path: Path) -> None:
    (tmp_path / "อื่น").write_text("อื่น")
    (tmp_path / "อื่น").replace(path)
    assert "ไม่ใช่ไฟล์ข้อมูล" in refusal(lambda: database.write(add, "กองช่าง"))
    assert path.read_text() == "อื่น"


def test_that_a_locked_file_is_told(database: Database, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    database.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "กำลังถูกใช้" in refusal(lambda: database.write(add, "กองช่าง"))
        assert "กำลังถูกใช้" in refusal(lambda: names(database))
        assert "กำลังถูกใช้" in refusal(lambda: Database.open(path))
        other.execute("ROLLBACK")
    database.write(add, "กองช่าง")
    assert names(database) == ["กองช่าง"]


def test_that_a_full_disk_is_told_and_nothing_is_lost(database: Database) -> None:
    database.write(add, "กองคลัง")
    database._engine.dispose()

    def fill(connection: sqlite3.Connection, _record: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(database._engine, "connect", fill)
    assert "พื้นที่ดิสก์เต็ม" in refusal(lambda: database.write(add, "ก" * 50_000))
    assert names(database) == ["กองคลัง"]
    event.remove(database._engine, "connect", fill)
    database._engine.dispose()
    database.write(add, "ก" * 50_000)
    assert names(database) == ["กองคลัง", "ก" * 50_000]


@pytest.fixture
def as_ordinary_user() -> Iterator[Path]:
    """A folder of an ordinary user; root, whom no permission stops, becomes one for the test."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    folder = Path(tempfile.mkdtemp())
    # Everything that opening needs is imported while the interpreter's own folder can still be read.
    Database.open(folder / "ita.itadb").close()
    folder.chmod(0o755)
    if root:
        for owned in (folder, folder / "ita.itadb"):
            os.chown(owned, 65534, 65534)
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions elsewhere")
def test_that_a_read_only_file_is_told_at_open(as_ordinary_user: Path) -> None:
    path = as_ordinary_user / "ita.itadb"
    path.chmod(0o444)
    assert "อ่านได้อย่างเดียว" in refusal(lambda: Database.open(path))


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions elsewhere")
def test_that_a_read_only_folder_is_told_at_open(as_ordinary_user: Path) -> None:
    as_ordinary_user.chmod(0o555)
    assert "อ่านได้อย่างเดียว" in refusal(lambda: Database.open(as_ordinary_user / "ita.itadb"))
    assert "ไม่มีสิทธิ์" in refusal(lambda: Database.open(as_ordinary_user / "new.itadb"))
    assert "ไม่มีสิทธิ์" in refusal(lambda: Database.open(as_ordinary_user / "sub" / "new.itadb"))


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions elsewhere")
def test_that_a_file_of_somebody_else_is_told_at_open(as_ordinary_user: Path) -> None:
    path = as_ordinary_user / "ita.itadb"
    path.chmod(0o000)
    assert "ไม่มีสิทธิ์" in refusal(lambda: Database.open(path))


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions elsewhere")
def test_that_a_folder_that_became_read_only_is_told_and_the_work_can_be_done_again(as_ordinary_user: Path) -> None:
    with closing(Database.open(as_ordinary_user / "ita.itadb")) as database:
        database.write(add, "กองคลัง")
        as_ordinary_user.chmod(0o555)
        assert as_ordinary_user.name in refusal(lambda: database.write(add, "กองช่าง"))
        as_ordinary_user.chmod(0o755)
        database.write(add, "กองช่าง")
        assert names(database) == ["กองคลัง", "กองช่าง"]


# --- the program is killed --------------------------------------------------------------------------------------------

WRITER = """
import sys
from pathlib import Path
from ita_desktop.db.database import Database
from ita_desktop.domain.office import Division
from ita_desktop.services import office

database = Database.open(Path(sys.argv[1]))
print("ready", flush=True)
n = len(database.read(office.list_divisions))
while True:
    database.write(office.save_division, Division(f"กอง {n}" + "ก" * 3000))
    n += 1
    print(n, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_that_a_killed_program_loses_nothing_that_it_said_was_kept(path: Path) -> None:
    luck = random.Random(9)
    acknowledged = 0
    for _ in range(4):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(luck.uniform(0.02, 0.25))
            writer.send_signal(signal.SIGKILL)
            said = [int(line) for line in writer.stdout.read().split("\n")[:-1]]
        acknowledged = max([acknowledged, *said])
        with closing(Database.open(path)) as database:
            assert len(names(database)) >= acknowledged
    assert acknowledged > 0


REPLACER = """
import sys
from dataclasses import replace
from pathlib import Path
from ita_desktop.db.database import Database
from ita_desktop.record_file import parse_record
from ita_desktop.services import records

database = Database.open(Path(sys.argv[1]))
records_by_turn = [parse_record(Path(name).read_bytes()) for name in sys.argv[2:]]
print("ready", flush=True)
while True:
    for record in records_by_turn:
        database.write(records.replace_record, record)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_that_a_killed_import_leaves_the_old_record_or_the_new_one(path: Path, tmp_path: Path) -> None:
    old = full_record()
    new = replace(old, office=replace(old.office, name="ใหม่"), issued_documents=())
    files = [tmp_path / "old.json", tmp_path / "new.json"]
    for file, record in zip(files, (old, new), strict=True):
        file.write_bytes(format_record(record))
    with closing(Database.open(path)) as database:
        database.write(records.write_record, old)
    luck = random.Random(43)
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", REPLACER, path, *files], stdout=subprocess.PIPE, text=True
        ) as replacer:
            assert replacer.stdout is not None
            assert replacer.stdout.readline() == "ready\n"
            time.sleep(luck.uniform(0.02, 0.3))
            replacer.send_signal(signal.SIGKILL)
        with closing(Database.open(path)) as database:
            assert database.read(records.read_record) in (old, new)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_CANTOPEN, "ตรวจสิทธิ์ของไฟล์"),
        (sqlite3.SQLITE_NOTADB, "ไม่ใช่ไฟล์ข้อมูล"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "เสียหาย"),
        (sqlite3.SQLITE_IOERR_WRITE, "ไดรฟ์หรือเครือข่าย"),
        (sqlite3.SQLITE_TOOBIG, "ย่อให้เล็กลง"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "อ่านได้อย่างเดียว"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "กำลังถูกใช้"),
    ],
)
def test_that_every_failure_of_sqlite_has_its_sentence(tmp_path: Path, code: int, words: str) -> None:
    failure = sqlite3.OperationalError("from deep within")
    failure.sqlite_errorcode = code
    sentence = connections.plain_words(failure, tmp_path)
    assert sentence is not None
    assert words in sentence
    assert str(tmp_path) in sentence or code == sqlite3.SQLITE_TOOBIG


def test_that_a_missing_file_is_never_made_by_a_connection(tmp_path: Path) -> None:
    assert "ไม่พบไฟล์ข้อมูล" in refusal(lambda: told(tmp_path / "ไม่มี.itadb"))
    assert not (tmp_path / "ไม่มี.itadb").exists()


def told(path: Path) -> None:
    with connections.told_plainly(path):
        connections.connect(path)


def test_that_a_bug_is_not_dressed_up_as_the_clerks_fault(database: Database) -> None:
    def twice(session: Session) -> None:
        for _ in range(2):
            session.execute(insert(DivisionRow), [{"name": "ก", "short_name": "", "head": "", "position": 1}])

    with pytest.raises(IntegrityError):
        database.write(twice)
    with pytest.raises(sqlite3.ProgrammingError), connections.told_plainly(database.path):
        raise sqlite3.ProgrammingError("a bug")


def test_that_a_score_with_three_decimals_can_never_be_stored() -> None:
    with pytest.raises(ValueError, match="two decimals"):
        HundredthsType(Decimal(100)).store(Decimal("85.425"))
