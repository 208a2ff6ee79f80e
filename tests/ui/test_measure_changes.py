"""Changes of measures on a real file: what is known after them, one step each, and undo that leaves no trace."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from fictional_office import YEAR, full_record
from PySide6.QtCore import QObject

from ita_desktop.db.database import Database
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress, ProgressEvidence
from ita_desktop.domain.period import parse_period
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import findings, follow_ups, measures, records
from ita_desktop.ui.context import Years
from ita_desktop.ui.measures.changes import MeasureChanges, moved_ids
from ita_desktop.ui.undo import KEPT_STEPS, History

SEQUENCES = 2000
Dump = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The fictional office with more measures, follow-ups of some and mentions of some in a meeting."""
    with closing(Database.open(tmp_path / "office.itadb")) as opened:
        opened.write(records.write_record, full_record())
        more = [
            Measure(YEAR, "2", "คู่มือ", ("จัดทำ", "แจก"), division_ids=(2, 1), finding_ids=(6,), budget=Decimal("0.25")),
            Measure(YEAR, "", actions=("ประชุม",), all_divisions=True, period=parse_period("ไตรมาส 1", YEAR)),
            Measure(YEAR, "10", "แผนป้องกัน", owner="ปลัด", finding_ids=(4, 6)),
        ]
        saved = opened.write(measures.save_measures, more)
        evidence = (ProgressEvidence("ภาพ", "ภาพ.png", "0" * 64), ProgressEvidence(url="https://example.go.th"))
        for measure in saved[:2]:
            entry = Progress(measure.id, date(2026, 1, 5), MeasureStatus.IN_PROGRESS, 40, "เริ่มแล้ว", evidence=evidence)
            opened.write(follow_ups.record_progress, entry)
        # Straight into the file: which of its meetings may be changed is no matter here.
        with closing(sqlite3.connect(opened.path)) as file:
            meeting_id, item = file.execute("SELECT meeting_id, position FROM agenda_items LIMIT 1").fetchone()
            links = [(meeting_id, item, saved[n].id, 50 + n) for n in (2, 0)]
            into = "INSERT INTO agenda_measures (meeting_id, item_position, measure_id, position) VALUES (?, ?, ?, ?)"
            file.executemany(into, links)
            file.commit()
        yield opened


class Clerk(QObject):
    """Changes with their history, hearing of everything that is saved."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.database = database
        self.history = History(Years(YEAR, self), self)
        self.changes = MeasureChanges(database, self.history)
        self.seen: list[tuple[Measure, ...]] = []
        database.subscribe(self.hear)

    def hear(self, topics: frozenset[Topic]) -> None:
        self.changes.note_news(topics)
        self.seen.append(self.changes.measures(YEAR))

    def stored(self) -> list[Measure]:
        return self.database.read(measures.list_measures, YEAR)


@pytest.fixture
def clerk(database: Database, qapp: object) -> Clerk:
    return Clerk(database)


def dump(file: sqlite3.Connection) -> Dump:
    """Every row of every table but the counters of ids, which never go back."""
    names = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    tables = {name: file.execute(f"SELECT * FROM {name}").fetchall() for name in names if name != "sqlite_sequence"}
    return {name: sorted(rows, key=repr) for name, rows in tables.items()}


@pytest.fixture
def file(database: Database) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(database.path, isolation_level=None)) as connection:
        yield connection


def texts(chance: random.Random) -> str:
    return chance.choice(["", "จัดทำคู่มือ", "ปรับปรุงเว็บไซต์ & <ข้อ>", " เว้นวรรค\u200b ", "ก" * 300])


def some_measure(chance: random.Random) -> Measure:
    return Measure(
        YEAR,
        chance.choice(["", "1", "9"]),
        texts(chance),
        tuple(texts(chance) for _ in range(chance.randint(0, 3))),
        division_ids=tuple(chance.sample([1, 2, 5], chance.randint(0, 2))),
        finding_ids=tuple(chance.sample([4, 6], chance.randint(0, 2))),
        period=parse_period(chance.choice(["", "ตลอดปี", "ม.ค. 69", "เมื่อว่าง"]), YEAR),
        budget=chance.choice([None, Decimal("12.50")]),
    )


def some_change(chance: random.Random) -> Callable[[Measure], Measure]:
    new = some_measure(chance)
    fields = ("indicator_code", "title", "actions", "division_ids", "finding_ids", "period", "budget")
    names = chance.sample(fields, chance.randint(1, 3))
    values = {name: getattr(new, name) for name in names} | {"status": MeasureStatus.IN_PROGRESS}
    return lambda measure: replace(measure, **values)


def change_something(chance: random.Random, changes: MeasureChanges) -> None:
    """One random change, as a clerk makes it."""
    known = changes.measures(YEAR)
    ids = [measure.id for measure in known]
    chosen = chance.sample(known, chance.randint(0, min(3, len(known))))
    work = chance.randrange(7)
    if work == 0 and chosen:
        changes.edit(some_change(chance)(chosen[0]))
    elif work == 1:
        changes.edit_all([measure.id for measure in chosen], some_change(chance), "แก้ไขหลายมาตรการ")
    elif work == 2:
        changes.remove(chosen)
    elif work == 3:
        place = chance.choice([0, *(measure.position + 1 for measure in known)])
        new = [replace(some_measure(chance), position=place) for _ in range(chance.randint(1, 4))]
        changes.add_all(new, "วาง")
    elif work == 4:
        changes.copy(chosen)
    elif work == 5:
        changes.move(YEAR, moved_ids(ids, [measure.id for measure in chosen], chance.randint(0, len(ids))))
    else:
        changes.add(some_measure(chance))


@pytest.mark.parametrize("part", range(10))
def test_that_undo_and_redo_of_any_changes_give_the_file_as_it_was(
    clerk: Clerk, database: Database, file: sqlite3.Connection, part: int
) -> None:
    # What is proved is what the file holds, not that the disk keeps it.
    pooled = database._prepared()[0].raw_connection()
    pooled.cursor().execute("PRAGMA synchronous=OFF").close()
    pooled.close()
    first = dump(file)
    assert first["progress_evidence"]
    assert len(first["agenda_measures"]) > 2
    for number in range(SEQUENCES // 10):
        seed = part * SEQUENCES + number
        chance = random.Random(seed)
        history = History(Years(YEAR, clerk), clerk)
        clerk.history, changes = history, MeasureChanges(database, history)
        clerk.changes = changes
        dumps, now = [first], 0

        def step(
            move: Callable[[], str], by: int, history: History = history, dumps: list[Dump] = dumps, seed: int = seed
        ) -> None:
            nonlocal now
            assert bool(move()) == (0 <= now + by < len(dumps))
            now = min(max(now + by, 0), len(dumps) - 1)
            assert dump(file) == dumps[now], f"seed {seed}, step {now}"

        for _ in range(chance.randint(2, 6)):
            kind = chance.random()
            if kind < 0.15:
                step(history.undo, -1)
            elif kind < 0.3:
                step(history.redo, 1)
            else:
                change_something(chance, changes)
                after = dump(file)
                if after != dumps[now]:
                    dumps[now + 1 :] = [after]
                    now += 1
                assert bool(history.undo_words) == (now > 0)
                assert list(changes.measures(YEAR)) == clerk.stored(), f"seed {seed}"
        while now < len(dumps) - 1:
            step(history.redo, 1)
        while now > 0:
            step(history.undo, -1)
        assert list(changes.measures(YEAR)) == clerk.stored(), f"seed {seed}"
        assert not history.undo()
        if number % 4 == 0:
            while now < len(dumps) - 1:
                step(history.redo, 1)
            while now > 0:
                step(history.undo, -1)
        history.deleteLater()


def test_that_several_measures_are_edited_in_one_step_each_by_itself(clerk: Clerk) -> None:
    before = clerk.stored()
    ids = [measure.id for measure in before[1:4]]
    clerk.changes.edit_all(ids, lambda m: replace(m, owner=f"ผู้ดูแล {m.position}"), "กำหนดผู้รับผิดชอบหลัก")
    assert [measure.owner for measure in clerk.stored()[1:4]] == [f"ผู้ดูแล {m.position}" for m in before[1:4]]
    assert clerk.changes.touched == tuple(ids)
    assert clerk.history.undo() == "กำหนดผู้รับผิดชอบหลัก"
    assert clerk.stored() == before
    clerk.changes.edit_all(ids, lambda m: m, "ไม่เปลี่ยนอะไร")
    assert clerk.history.undo_words == ""


def test_that_pasted_measures_stand_in_a_row_where_the_first_was_asked_for(clerk: Clerk) -> None:
    before = clerk.stored()
    new = [Measure(YEAR, title=title, position=2) for title in ("ก", "ข", "ค")]
    ids = clerk.changes.add_all(new, "วาง 3 มาตรการ")
    assert [measure.id for measure in clerk.stored()] == [before[0].id, *ids, *(m.id for m in before[1:])]
    assert [measure.title for measure in clerk.stored()[1:4]] == ["ก", "ข", "ค"]
    at_end = clerk.changes.add_all([replace(each, position=0) for each in new], "วาง 3 มาตรการ")
    assert [measure.id for measure in clerk.stored()[-3:]] == at_end
    assert clerk.history.undo() == clerk.history.undo() == "วาง 3 มาตรการ"
    assert clerk.stored() == before
    assert clerk.changes.add_all([], "ไม่มีอะไร") == []
    assert clerk.history.undo_words == ""


def test_that_an_own_change_is_known_when_its_news_is_told_and_leaves_the_others_the_same_objects(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = clerk.changes.measures(YEAR)

    def read_again(*_: object) -> None:
        raise AssertionError("the year was read again")

    with monkeypatch.context() as patched:
        patched.setattr(measures, "list_measures", read_again)
        clerk.changes.edit(replace(before[1], title="ใหม่"))
        (added,) = clerk.changes.add_all([Measure(YEAR, title="ท้าย")], "เพิ่ม")
        clerk.changes.remove(before[:1])
        clerk.history.undo()
        clerk.history.redo()
        known = clerk.changes.measures(YEAR)
    assert list(clerk.seen[0][:2]) == [before[0], replace(before[1], title="ใหม่")]
    assert clerk.seen[-1] is known
    assert list(known) == clerk.stored()
    assert known[-1].id == added
    assert all(now is was for now, was in zip(known[1:5], before[2:], strict=True))


def test_that_news_from_elsewhere_is_read(clerk: Clerk, database: Database) -> None:
    clerk.changes.measures(YEAR)
    database.write(measures.save_measure, Measure(YEAR, title="จากที่อื่น"))
    assert list(clerk.seen[-1]) == list(clerk.changes.measures(YEAR)) == clerk.stored()
    database.write(findings.remove_finding, 4)
    assert list(clerk.changes.measures(YEAR)) == clerk.stored()


def test_that_a_change_that_fails_leaves_nothing_behind(clerk: Clerk, file: sqlite3.Connection) -> None:
    before, all_rows = clerk.changes.measures(YEAR), dump(file)
    new = [Measure(YEAR, title="ดี"), Measure(YEAR, division_ids=(404,))]
    with pytest.raises(UserError, match="สำนักหรือกอง"):
        clerk.changes.add_all(new, "วาง")
    with pytest.raises(UserError, match="ประเด็น"):
        clerk.changes.edit_all([m.id for m in before], lambda m: replace(m, finding_ids=(404,)), "แก้ไข")
    with pytest.raises(UserError, match="สตางค์"):
        clerk.changes.edit_all([before[0].id], lambda m: replace(m, budget=Decimal("0.001")), "แก้ไข")
    with pytest.raises(UserError, match="ถูกลบไปแล้ว"):
        clerk.changes.edit_all([before[0].id, 404], lambda m: replace(m, title="ก"), "แก้ไข")
    assert dump(file) == all_rows
    assert clerk.changes.measures(YEAR) == before
    assert clerk.history.undo_words == ""


def test_that_undo_still_puts_back_what_lost_its_finding_meanwhile(clerk: Clerk, database: Database) -> None:
    before = clerk.stored()
    clerk.changes.remove([m for m in before if m.finding_ids])
    database.write(findings.remove_finding, 6)
    clerk.history.undo()
    assert [m.id for m in clerk.stored()] == [m.id for m in before]
    assert {i for m in clerk.stored() for i in m.finding_ids} == {4}
    assert list(clerk.changes.measures(YEAR)) == clerk.stored()


def test_that_undo_keeps_the_place_of_what_was_added_elsewhere_meanwhile(clerk: Clerk, database: Database) -> None:
    before = [m.id for m in clerk.stored()]
    clerk.changes.add_all([Measure(YEAR, title="ก", position=2), Measure(YEAR, title="ข", position=3)], "วาง")
    elsewhere = database.write(measures.save_measure, Measure(YEAR, title="จากที่อื่น"))
    clerk.history.undo()
    assert [m.id for m in clerk.stored()] == [*before, elsewhere.id]
    clerk.history.redo()
    assert [m.title for m in clerk.stored()][1:3] == ["ก", "ข"]
    assert clerk.stored()[-1].id == elsewhere.id
    assert list(clerk.changes.measures(YEAR)) == clerk.stored()


def test_that_a_measure_is_not_closed_without_a_result_but_undo_may_close_it_again(
    clerk: Clerk, database: Database
) -> None:
    old = database.write(measures.save_measure, Measure(YEAR, title="เก่า", status=MeasureStatus.DONE))
    fresh = database.write(measures.save_measure, Measure(YEAR, title="ใหม่"))
    with pytest.raises(UserError, match="บันทึกผล"):
        clerk.changes.edit(replace(fresh, status=MeasureStatus.DONE))
    clerk.changes.edit(replace(old, status=MeasureStatus.IN_PROGRESS))
    clerk.history.undo()
    assert clerk.stored()[-2] == old


def test_that_at_least_fifty_steps_are_kept(clerk: Clerk, file: sqlite3.Connection) -> None:
    assert KEPT_STEPS >= 50
    measure, first = clerk.stored()[0], dump(file)
    for n in range(60):
        clerk.changes.edit(replace(measure, title=f"ครั้งที่ {n}"))
    for _ in range(60):
        assert clerk.history.undo()
    assert dump(file) == first
