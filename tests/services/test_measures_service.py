"""Measures, findings, plans, assessments and follow-ups."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from fictional_office import YEAR, full_record
from sqlalchemy import event

from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.measure import Measure, MeasureStatus, Plan, Progress, Target, Theme, ThemePoint
from ita_desktop.domain.period import Period
from ita_desktop.domain.record import FrameworkEdition
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import (
    assessments,
    findings,
    follow_ups,
    framework_editions,
    measures,
    meetings,
    office,
    plans,
    records,
)


def refused(database: Database, work: Callable[..., object], *args: object) -> str:
    before = database.read(records.read_record)
    with pytest.raises(UserError) as caught:
        database.write(work, *args)
    assert database.read(records.read_record) == before
    return caught.value.sentence


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The statements that reach the file meanwhile."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(database._prepared()[0], "before_cursor_execute", note)
    yield seen
    event.remove(database._prepared()[0], "before_cursor_execute", note)


# --- measures ---------------------------------------------------------------------------------------------------------


def test_that_a_new_measure_goes_to_the_end_or_to_its_place(full: Database) -> None:
    last = full.write(measures.save_measure, Measure(YEAR, title="ท้าย"))
    assert (last.id, last.position) == (10, 4)
    second = full.write(measures.save_measure, Measure(YEAR, title="ที่สอง", position=2))
    assert [m.id for m in full.read(measures.list_measures, YEAR)] == [7, second.id, 8, 9, last.id]
    far = full.write(measures.save_measure, Measure(YEAR, position=99))
    assert far.position == 6
    assert full.write(measures.save_measure, Measure(YEAR - 1)).position == 1


def test_that_a_changed_measure_is_kept_and_stays_in_its_place(full: Database) -> None:
    old = full.read(measures.list_measures, YEAR)[1]
    changed = replace(old, title="ใหม่", division_ids=(5,), finding_ids=(6, 4), budget=None, position=77)
    saved = full.write(measures.save_measure, changed)
    assert saved == replace(changed, position=2)
    assert full.read(measures.list_measures, YEAR)[1] == saved


def test_that_typed_text_is_cleaned_and_fifty_thousand_characters_are_kept(full: Database) -> None:
    typed = Measure(
        YEAR,
        title=" แนว\u200bทาง\n",
        actions=("- หนึ่ง\n• สอง", "", "สาม & <b>"),
        method="ก" * 50_000,
        division_ids=(2, 2, 1),
    )
    saved = full.write(measures.save_measure, typed)
    assert saved.title == "แนวทาง"
    assert saved.actions == ("หนึ่ง", "สอง", "สาม & <b>")
    assert saved.method == "ก" * 50_000
    assert saved.division_ids == (2, 1)
    assert full.read(measures.list_measures, YEAR)[-1] == saved


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (Measure(YEAR, period=Period("x", Month(2569, 3), Month(2569, 2))), "อยู่ก่อนเดือนเริ่มต้น"),
        (Measure(YEAR, period=Period("x", Month(2569, 3))), "ทั้งเดือนเริ่มต้นและเดือนสิ้นสุด"),
        (Measure(YEAR, budget=Decimal("-0.01")), "งบประมาณ"),
        (Measure(YEAR, budget=Decimal("1.005")), "สตางค์"),
        (Measure(YEAR, budget=Decimal(10) ** 13), "ล้านล้าน"),
        (Measure(YEAR, division_ids=(404,)), "สำนักหรือกอง"),
        (Measure(YEAR, finding_ids=(404,)), "ประเด็น"),
        (Measure(YEAR, method="ก" * 200_001), "ยาวเกิน"),
        (Measure(YEAR, actions=("ก" * 200_001,)), "ยาวเกิน"),
        (Measure(YEAR, id=404), "ถูกลบไปแล้ว"),
    ],
)
def test_that_an_impossible_measure_is_refused(full: Database, measure: Measure, words: str) -> None:
    assert words in refused(full, measures.save_measure, measure)
    assert words in refused(full, measures.save_measures, [Measure(YEAR), measure])


def test_that_removed_measures_come_back_exactly(full: Database) -> None:
    heard: list[frozenset[Topic]] = []
    full.subscribe(heard.append)
    removed = full.write(measures.remove_measures, [7, 8, 9])
    assert full.read(measures.list_measures, YEAR) == []
    assert full.read(follow_ups.list_progress, YEAR) == []
    assert full.read(meetings.get_meeting, 5).measure_ids == ()
    assert full.write(measures.save_measure, Measure(YEAR)).id == 10
    full.write(measures.remove_measures, [10])
    full.write(measures.restore_measures, removed)
    assert full.read(records.read_record) == full_record()
    everything = frozenset({Topic.MEASURES, Topic.FOLLOW_UPS, Topic.MEETINGS})
    assert heard[0] == heard[-1] == everything


def test_that_removed_measures_come_back_without_what_is_gone_since(full: Database) -> None:
    removed = full.write(measures.remove_measures, [8])
    full.write(findings.remove_finding, 4)
    full.write(office.remove_division, 2)
    meeting = full.read(meetings.get_meeting, 5)
    full.write(meetings.keep_meeting, replace(meeting, agenda=meeting.agenda[:1]))
    full.write(measures.restore_measures, removed)
    back = full.read(measures.list_measures, YEAR)[1]
    assert back == replace(full_record().measures[1], division_ids=(1,), finding_ids=())
    assert full.read(meetings.get_meeting, 5).measure_ids == ()
    assert len(full.read(follow_ups.list_progress, YEAR)) == 2


def test_that_a_mention_comes_back_into_an_agenda_that_was_saved_meanwhile(full: Database) -> None:
    removed = full.write(measures.remove_measures, [9])
    full.write(meetings.save_meeting, full.read(meetings.get_meeting, 5))
    full.write(measures.restore_measures, removed)
    assert set(full.read(meetings.get_meeting, 5).measure_ids) == {8, 9}


def test_that_a_mention_comes_back_into_its_item_where_the_agenda_was_put_in_another_order(full: Database) -> None:
    meeting = full.read(meetings.get_meeting, 5)
    (place,) = [n for n, item in enumerate(meeting.agenda) if 9 in item.measure_ids]
    title = meeting.agenda[place].title
    removed = full.write(measures.remove_measures, [9])
    first = replace(meeting.agenda[0], title="เรื่องที่แทรกขึ้นมา", measure_ids=())
    without = tuple(replace(item, measure_ids=()) for item in meeting.agenda)
    full.write(meetings.keep_meeting, replace(meeting, agenda=(first, *without)))
    full.write(measures.restore_measures, removed)
    agenda = full.read(meetings.get_meeting, 5).agenda
    assert [item.title for item in agenda if 9 in item.measure_ids] == [title]


def test_that_measures_are_found_by_their_numbers(full: Database) -> None:
    assert full.read(measures.find_measures, [8]) == [full_record().measures[1]]
    assert full.read(measures.find_measures, [9, 404, 7]) == [full_record().measures[0], full_record().measures[2]]


def test_that_a_block_of_new_measures_takes_its_place_at_once(full: Database) -> None:
    block = [Measure(YEAR, title=title, position=2 + n) for n, title in enumerate("กขค")]
    with statements(full) as seen:
        saved = full.write(measures.save_measures, [*block, Measure(YEAR, title="ท้าย"), Measure(YEAR, title="สุด")])
    assert [measure.title for measure in full.read(measures.list_measures, YEAR)][1:4] == list("กขค")
    assert [measure.position for measure in saved] == [2, 3, 4, 7, 8]
    assert full.read(measures.list_measures, YEAR)[-2:] == saved[-2:]
    assert sum("UPDATE measures" in statement for statement in seen) == 1


def test_that_new_and_changed_measures_of_several_years_are_kept_together(full: Database) -> None:
    old = full.read(measures.list_measures, YEAR)[2]
    given = [Measure(YEAR - 1), replace(old, title="ใหม่"), Measure(YEAR, position=1), Measure(YEAR - 1)]
    saved = full.write(measures.save_measures, given)
    assert [(measure.plan_year, measure.position) for measure in saved] == [
        (YEAR - 1, 1),
        (YEAR, 4),
        (YEAR, 1),
        (YEAR - 1, 2),
    ]
    assert full.read(measures.list_all_measures) == sorted(
        [*saved, *(replace(m, position=m.position + 1) for m in full_record().measures[:2])],
        key=lambda m: (m.plan_year, m.position),
    )


def test_that_measures_take_the_positions_that_are_asked_for(full: Database) -> None:
    with statements(full) as seen:
        full.write(measures.place_measures, {9: 1, 7: 30, 404: 2})
    assert sum("UPDATE measures" in statement for statement in seen) == 1
    assert [(m.id, m.position) for m in full.read(measures.list_measures, YEAR)] == [(9, 1), (8, 2), (7, 30)]


@pytest.mark.parametrize(
    ("column", "value"),
    [("plan_year", 1), ("period_first", "'2568-99'"), ("status", "'x'"), ("actions", "'[1'"), ("actions", "'[]x'")],
)
def test_that_a_measure_that_cannot_be_read_means_a_damaged_file(full: Database, column: str, value: str) -> None:
    with closing(sqlite3.connect(full.path)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        file.execute(f"UPDATE measures SET {column} = {value} WHERE id = 8")
        file.commit()
    for _ in range(2):
        with pytest.raises(UserError, match="เสียหาย"):
            full.read(measures.list_all_measures)


def test_that_lists_need_no_more_statements_for_more_rows(full: Database) -> None:
    with statements(full) as few:
        full.read(measures.list_measures, YEAR)
    many = [Measure(YEAR, "1", actions=(f"ข้อ {n}",), division_ids=(1, 2)) for n in range(300)]
    saved = full.write(measures.save_measures, many)
    with statements(full) as more:
        found = full.read(measures.list_measures, YEAR)
    assert found[3:] == saved
    assert len(more) == len(few) <= 4


def test_that_any_number_of_measures_is_found_changed_removed_and_brought_back(full: Database) -> None:
    raw = full._prepared()[0].raw_connection()
    assert isinstance(raw.driver_connection, sqlite3.Connection)
    # As if SQLite took fifty parameters in place of 32 766, so that three hundred measures are too many.
    raw.driver_connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 50)
    raw.close()
    new = [Measure(YEAR, "1", actions=(f"ข้อ {n}",), division_ids=(1, 2)) for n in range(300)]
    saved = full.write(measures.save_measures, new)
    ids = [measure.id for measure in saved]
    changed = full.write(measures.save_measures, [replace(measure, owner="นายกเทศมนตรี") for measure in saved])
    assert full.read(measures.find_measures, ids) == changed
    removed = full.write(measures.remove_measures, ids)
    assert full.read(measures.find_measures, ids) == []
    assert full.write(measures.restore_measures, removed) == changed
    assert full.read(measures.find_measures, ids) == changed


# --- findings ---------------------------------------------------------------------------------------------------------


def test_that_findings_are_kept_in_their_order(full: Database) -> None:
    saved = full.write(findings.save_finding, Finding(YEAR - 1, "2", FindingClass.IMPROVE, " ข้อ\nค้นพบ "))
    assert saved == Finding(YEAR - 1, "2", FindingClass.IMPROVE, "ข้อ\nค้นพบ", position=3, id=7)
    changed = full.write(findings.save_finding, replace(saved, cause="เหตุ"))
    full.write(findings.reorder_findings, YEAR - 1, [7])
    assert [finding.id for finding in full.read(findings.list_findings, YEAR - 1)] == [7, 4, 6]
    assert full.read(findings.list_findings, YEAR - 1)[0] == replace(changed, position=1)
    assert full.read(findings.list_findings, YEAR) == []


def test_that_a_removed_finding_leaves_its_measures(full: Database) -> None:
    heard: list[frozenset[Topic]] = []
    full.subscribe(heard.append)
    full.write(findings.remove_finding, 4)
    assert full.read(measures.list_measures, YEAR)[1].finding_ids == ()
    assert heard == [frozenset({Topic.FINDINGS, Topic.MEASURES})]
    assert "ถูกลบไปแล้ว" in refused(full, findings.save_finding, full_record().findings[0])


# --- follow-ups -------------------------------------------------------------------------------------------------------


def status(database: Database, id_: int) -> MeasureStatus:
    return next(m.status for m in database.read(measures.list_measures, YEAR) if m.id == id_)


def test_that_the_measure_takes_the_status_of_its_latest_follow_up(full: Database) -> None:
    late = full.write(
        follow_ups.record_progress, Progress(7, date(2026, 5, 1), MeasureStatus.DONE, percent=100, result=" เสร็จ ")
    )
    assert late.result == "เสร็จ"
    early = full.write(follow_ups.record_progress, Progress(7, date(2026, 4, 1), MeasureStatus.IN_PROGRESS))
    assert status(full, 7) is MeasureStatus.DONE
    full.write(follow_ups.remove_progress, late.id)
    assert status(full, 7) is MeasureStatus.IN_PROGRESS
    full.write(follow_ups.record_progress, replace(early, status=MeasureStatus.NOT_DONE, problem="งดจัด"))
    assert status(full, 7) is MeasureStatus.NOT_DONE
    full.write(follow_ups.remove_progress, early.id)
    assert status(full, 7) is MeasureStatus.NOT_STARTED
    full.write(follow_ups.remove_progress, early.id)


def test_that_an_impossible_follow_up_is_refused(full: Database) -> None:
    sound = Progress(7, date(2026, 5, 1), MeasureStatus.DONE, result="เสร็จ")
    assert "๐ ถึง ๑๐๐" in refused(full, follow_ups.record_progress, replace(sound, percent=101))
    assert "มาตรการ" in refused(full, follow_ups.record_progress, replace(sound, measure_id=404))
    assert "ถูกลบไปแล้ว" in refused(full, follow_ups.record_progress, replace(sound, id=404))


# --- assessments and plans --------------------------------------------------------------------------------------------


def test_that_a_years_scores_replace_those_before(full: Database) -> None:
    year = YEAR - 1
    full.write(assessments.record_assessment, Assessment(year, {"10": Decimal("90"), "2": Decimal("85.42")}))
    found = full.read(assessments.find_assessment, year)
    assert found == Assessment(year, {"2": Decimal("85.42"), "10": Decimal("90.00")})
    assert list(found.indicators) == ["2", "10"]
    assert [assessment.year for assessment in full.read(assessments.list_assessments)] == [YEAR - 2, year]
    full.write(assessments.remove_assessment, year)
    assert full.read(assessments.find_assessment, year) is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"total": Decimal("100.01")}, "๐ ถึง ๑๐๐"),
        ({"total": Decimal("-1")}, "๐ ถึง ๑๐๐"),
        ({"indicators": {"1": Decimal("85.425")}}, "๒ ตำแหน่ง"),
        ({"instruments": {Instrument.IIT: Decimal("101")}}, "๐ ถึง ๑๐๐"),
        ({"eit_parts": {3: Decimal("90")}}, "ส่วนที่ ๒"),
    ],
)
def test_that_impossible_scores_are_refused(full: Database, change: dict[str, object], words: str) -> None:
    assert words in refused(full, assessments.record_assessment, replace(Assessment(YEAR - 1), **change))


def test_that_a_plan_is_kept_whole_and_replaced_whole(full: Database) -> None:
    assert full.read(plans.get_plan, YEAR + 1) == Plan(YEAR + 1)
    plan = Plan(
        YEAR,
        target=Target(Decimal("90"), {Instrument.EIT: Decimal("88.5")}),
        background=("ย่อหน้า\nอีกย่อหน้า",),
        approaches=("• แนวทาง",),
        themes=(Theme(" หัวข้อ ", (ThemePoint("ข้อ\nสอง", "นำ"),)),),
    )
    saved = full.write(plans.save_plan, plan)
    assert saved.background == ("ย่อหน้า", "อีกย่อหน้า")
    assert saved.approaches == ("แนวทาง",)
    assert saved.themes == (Theme("หัวข้อ", (ThemePoint("ข้อ\nสอง", "นำ"),)),)
    assert full.read(plans.get_plan, YEAR) == saved
    target = replace(saved, target=Target(total=Decimal("100.5")))
    assert "๐ ถึง ๑๐๐" in refused(full, plans.save_plan, target)


def test_that_every_year_with_anything_in_it_is_listed(full: Database) -> None:
    assert full.read(plans.list_plan_years) == [YEAR - 1, YEAR]
    full.write(measures.save_measure, Measure(YEAR + 2))
    full.write(assessments.record_assessment, Assessment(YEAR + 3))
    assert full.read(plans.list_plan_years) == [YEAR - 1, YEAR, YEAR + 2, YEAR + 4]


def test_that_own_frameworks_are_kept_to_the_letter(full: Database) -> None:
    edition = FrameworkEdition(FiscalYear(2570), "a = 1 \r\n\u200b")
    full.write(framework_editions.save_edition, edition)
    assert full.read(framework_editions.list_editions) == [edition]
    full.write(framework_editions.remove_edition, edition.year)
    assert full.read(framework_editions.list_editions) == []
    assert "ยาวเกิน" in refused(
        full, framework_editions.save_edition, FrameworkEdition(FiscalYear(2570), "a" * 20_000_001)
    )
