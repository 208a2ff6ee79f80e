"""Follow-ups in a real file: the status follows, closing needs a result, and what was is brought back exactly."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.follow_up import latest
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress, ProgressEvidence
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import follow_ups, measures

YEAR = FiscalYear(2569)
DAY = date(2026, 3, 1)
EVIDENCE = (
    ProgressEvidence("ภาพกิจกรรม", "ภาพ.jpg", "ab" * 32),
    ProgressEvidence("ประกาศ", url="https://www.example.go.th/1", checked_on=DAY),
)
DONE = Progress(0, DAY, MeasureStatus.DONE, 100, "จัดอบรมแล้ว 1 ครั้ง", "", "", EVIDENCE)


@pytest.fixture
def measure(database: Database) -> Measure:
    return database.write(measures.save_measure, Measure(YEAR, "1", actions=("จัดอบรม",)))


def status(database: Database, measure: Measure) -> MeasureStatus:
    (found,) = database.read(measures.find_measures, [measure.id])
    return found.status


def set_by_hand(database: Database, measure: Measure, wanted: MeasureStatus) -> None:
    database.write(measures.save_measure, replace(measure, status=wanted))


def test_that_closing_needs_a_result_or_a_reason(database: Database, measure: Measure) -> None:
    bare = Progress(measure.id, DAY, MeasureStatus.DONE)
    with pytest.raises(UserError, match="ผลการดำเนินการ"):
        database.write(follow_ups.record_progress, bare)
    with pytest.raises(UserError, match="เหตุผล"):
        database.write(follow_ups.record_progress, replace(bare, status=MeasureStatus.NOT_DONE))
    # Invisible letters are no result.
    with pytest.raises(UserError, match="ผลการดำเนินการ"):
        database.write(follow_ups.record_progress, replace(bare, result=" \u200b\n"))
    assert database.read(follow_ups.list_progress_of, measure.id) == []
    assert status(database, measure) is MeasureStatus.NOT_STARTED
    saved = database.write(follow_ups.record_progress, replace(DONE, measure_id=measure.id))
    assert status(database, measure) is MeasureStatus.DONE
    with pytest.raises(UserError, match="ผลการดำเนินการ"):
        database.write(follow_ups.record_progress, replace(saved, result=""))
    assert database.read(follow_ups.list_progress_of, measure.id) == [saved]


def test_that_a_status_set_by_hand_stays_when_an_older_entry_is_mended(database: Database, measure: Measure) -> None:
    old = database.write(follow_ups.record_progress, Progress(measure.id, DAY, MeasureStatus.NOT_STARTED))
    new = database.write(
        follow_ups.record_progress, Progress(measure.id, DAY + timedelta(days=9), MeasureStatus.NOT_STARTED)
    )
    set_by_hand(database, measure, MeasureStatus.IN_PROGRESS)
    database.write(follow_ups.record_progress, replace(old, problem="รอเอกสาร"))
    database.write(follow_ups.record_progress, replace(new, next_step="ทวงถาม"))
    assert status(database, measure) is MeasureStatus.IN_PROGRESS
    database.write(follow_ups.remove_progress, old.id)
    assert status(database, measure) is MeasureStatus.IN_PROGRESS
    database.write(follow_ups.record_progress, Progress(measure.id, DAY + timedelta(days=9), MeasureStatus.NOT_STARTED))
    assert status(database, measure) is MeasureStatus.NOT_STARTED


def test_that_putting_back_restores_the_status_set_by_hand(database: Database, measure: Measure) -> None:
    set_by_hand(database, measure, MeasureStatus.IN_PROGRESS)
    before = database.read(follow_ups.follow_ups_of, measure.id)
    saved = database.write(follow_ups.record_progress, replace(DONE, measure_id=measure.id))
    after = database.read(follow_ups.follow_ups_of, measure.id)
    database.write(follow_ups.put_back, before)
    assert status(database, measure) is MeasureStatus.IN_PROGRESS
    assert database.read(follow_ups.list_progress_of, measure.id) == []
    database.write(follow_ups.put_back, after)
    assert status(database, measure) is MeasureStatus.DONE
    assert database.read(follow_ups.list_progress_of, measure.id) == [saved]
    database.write(measures.remove_measures, [measure.id])
    with pytest.raises(UserError, match="ถูกลบไปแล้ว"):
        database.write(follow_ups.put_back, before)


def test_that_measures_are_announced_only_when_a_status_changed(database: Database, measure: Measure) -> None:
    heard: list[frozenset[Topic]] = []
    database.subscribe(heard.append)
    entry = database.write(follow_ups.record_progress, Progress(measure.id, DAY, MeasureStatus.NOT_STARTED))
    database.write(follow_ups.record_progress, replace(entry, percent=10, status=MeasureStatus.IN_PROGRESS))
    assert heard == [frozenset({Topic.FOLLOW_UPS}), frozenset({Topic.FOLLOW_UPS, Topic.MEASURES})]


def test_that_a_measure_is_not_closed_by_hand_without_an_entry_that_tells_how(
    database: Database, measure: Measure
) -> None:
    closing = replace(measure, status=MeasureStatus.DONE)
    for refused in (closing, replace(closing, id=0), replace(measure, status=MeasureStatus.NOT_DONE)):
        with pytest.raises(UserError, match="ติดตามผล"):
            database.read(follow_ups.check_closing, [measure, refused])
    database.read(follow_ups.check_closing, [measure, replace(measure, status=MeasureStatus.IN_PROGRESS)])
    database.write(follow_ups.record_progress, replace(DONE, measure_id=measure.id))
    database.read(follow_ups.check_closing, [closing])
    set_by_hand(database, measure, MeasureStatus.IN_PROGRESS)
    database.read(follow_ups.check_closing, [closing])
    with pytest.raises(UserError, match="ไม่ได้ดำเนินการ"):
        database.read(follow_ups.check_closing, [replace(measure, status=MeasureStatus.NOT_DONE)])


def test_that_an_old_records_closed_measure_may_stay_closed(full: Database) -> None:
    """A record of an older program may hold a closed measure that tells no result."""
    stored = full.read(measures.list_measures, YEAR)
    told = Progress(stored[0].id, DAY, MeasureStatus.DONE, id=900)
    full.write(follow_ups.put_back, follow_ups.FollowUps(stored[0].id, MeasureStatus.DONE, (told,)))
    (closed,) = full.read(measures.find_measures, [stored[0].id])
    assert closed.status is MeasureStatus.DONE
    full.read(follow_ups.check_closing, [closed])
    assert full.read(follow_ups.list_progress_of, closed.id) == [told]


def key(entry: Progress | None) -> object:
    """What of the latest entry the status follows."""
    return entry and (entry.id, entry.recorded_on, entry.status)


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "remove", "hand"]),
        st.integers(0, 5),
        st.integers(0, 20),
        st.sampled_from(MeasureStatus),
    ),
    max_size=9,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_that_any_sequence_is_taken_back_step_by_step(
    database: Database, changes: list[tuple[str, int, int, MeasureStatus]]
) -> None:
    measure = database.write(measures.save_measure, Measure(YEAR, "2"))
    states = [database.read(follow_ups.follow_ups_of, measure.id)]
    for kind, which, day, wanted in changes:
        own = states[-1].progress
        told = Progress(measure.id, DAY + timedelta(days=day), wanted, result="ผล", evidence=EVIDENCE[: which % 3])
        if kind == "add" or not own:
            database.write(follow_ups.record_progress, told)
        elif kind == "edit":
            database.write(follow_ups.record_progress, replace(told, id=own[which % len(own)].id))
        elif kind == "remove":
            database.write(follow_ups.remove_progress, own[which % len(own)].id)
        elif wanted.is_open:
            set_by_hand(database, measure, wanted)
        states.append(database.read(follow_ups.follow_ups_of, measure.id))
        before, now = (latest(state.progress) for state in states[-2:])
        if key(before) != key(now):
            assert states[-1].status is (now.status if now else MeasureStatus.NOT_STARTED)
        elif kind != "hand":
            assert states[-1].status is states[-2].status
    for state in (*reversed(states), *states):
        database.write(follow_ups.put_back, state)
        assert database.read(follow_ups.follow_ups_of, measure.id) == state
