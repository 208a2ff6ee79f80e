"""The follow-up panel over a real data file: writing, closing, evidence, leaving, undoing."""

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from keys import CTRL, press, type_text
from office_context import make_context
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop import evidence_files
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress, ProgressEvidence
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.period import parse_period
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.errors import UserError
from ita_desktop.services import follow_ups, measures, office, records
from ita_desktop.ui.context import Context
from ita_desktop.ui.measures.changes import MeasureChanges
from ita_desktop.ui.measures.follow_up import FollowUpPanel
from ita_desktop.ui.measures.follow_up.changes import FollowUpChanges
from ita_desktop.ui.measures.follow_up.entry_form import EntryForm
from ita_desktop.ui.measures.follow_up.typed import parse_address, parse_percent
from ita_desktop.ui.undo import History
from ita_desktop.ui.widgets.mark_icon import Tone

YEAR = FiscalYear(2569)
TODAY = date(2026, 1, 15)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    folder = tmp_path / "ข้อมูล อบต."
    folder.mkdir()
    opened = Database.open(folder / "ita.itadb")
    opened.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ตัวอย่าง"))
    yield opened
    opened.close()


@pytest.fixture
def plan(database: Database) -> list[Measure]:
    """A measure that is under way, set so by hand, and one that is late."""
    period = parse_period("ต.ค. 68 – ม.ค. 69", YEAR)
    late = parse_period("ต.ค. 68", YEAR)
    under_way = Measure(YEAR, "1", "อบรมเจ้าหน้าที่", period=period, status=MeasureStatus.IN_PROGRESS)
    return database.write(measures.save_measures, [under_way, Measure(YEAR, "9", "เปิดเผยข้อมูล", period=late)])


@pytest.fixture
def context(database: Database, say: RecordingSay, window: QWidget) -> Iterator[Context]:
    made = make_context(database, say, window)
    yield made
    made.background.stop()


@pytest.fixture
def history(context: Context, window: QWidget) -> History:
    return History(context.years, window)


@pytest.fixture
def panel(context: Context, history: History, plan: list[Measure], window: QWidget) -> FollowUpPanel:
    """The panel as the tab uses it: shown anew after each saved change."""
    made = FollowUpPanel(context, history, window)
    window.resize(420, 760)
    made.resize(420, 760)
    made.show()
    window.activateWindow()
    made.show_measure(plan[0])
    context.feed.changed.connect(lambda _: made.show_measure(now(context.database, made_id(made))))
    return made


def made_id(panel: FollowUpPanel) -> int:
    assert panel._measure is not None
    return panel._measure.id


def now(database: Database, id_: int) -> Measure:
    (found,) = database.read(measures.find_measures, [id_])
    return found


def entries(database: Database, measure: Measure) -> list[Progress]:
    return database.read(follow_ups.list_progress_of, measure.id)


def dump(database: Database) -> OfficeRecord:
    return database.read(records.read_record)


def form_of(panel: FollowUpPanel) -> EntryForm:
    form = panel.form()
    assert form is not None
    return form


def choose(form: EntryForm, status: MeasureStatus) -> None:
    form.status.setCurrentIndex(form.status.findData(status.value))


def source(tmp_path: Path, name: str, content: bytes = b"proof") -> Path:
    path = tmp_path / "แฟลชไดรฟ์" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def kept(database: Database, path: Path) -> ProgressEvidence:
    file = evidence_files.keep(path, evidence_files.evidence_folder(database.path))
    return ProgressEvidence("", file.file_name, file.sha256)


def stored_path(database: Database, evidence: ProgressEvidence) -> Path:
    found = evidence_files.look_up(evidence, evidence_files.evidence_folder(database.path)).path
    assert found is not None
    return found


def copied(panel: FollowUpPanel, qtbot: QtBot) -> None:
    wait(qtbot, lambda: not form_of(panel).evidence.is_copying)


def wait(qtbot: QtBot, until: Callable[[], bool]) -> None:
    """Wait for work that another thread does, however busy the machine is."""
    qtbot.waitUntil(until, timeout=30_000)


# --- writing, closing, undoing ----------------------------------------------------------------------------------------


def test_that_a_follow_up_is_written_with_the_keyboard_and_undo_brings_back_the_status_set_by_hand(
    panel: FollowUpPanel, database: Database, plan: list[Measure], history: History
) -> None:
    before = dump(database)
    panel.add.click()
    form = form_of(panel)
    assert QApplication.focusWidget() is form.texts["result"]
    type_text(form.texts["result"], "จัดอบรม <๑ ครั้ง> & ครบทุกคน")
    type_text(form.percent, "๑๐๐%")
    choose(form, MeasureStatus.DONE)
    press(form.texts["result"], Qt.Key.Key_Return, CTRL)
    assert panel.form() is None
    (entry,) = entries(database, plan[0])
    assert entry == Progress(plan[0].id, TODAY, MeasureStatus.DONE, 100, "จัดอบรม <๑ ครั้ง> & ครบทุกคน", id=entry.id)
    assert now(database, plan[0].id).status is MeasureStatus.DONE
    assert [card.entry for card in panel.cards()] == [entry]
    after = dump(database)
    assert history.undo() == "เพิ่มการติดตาม"
    assert dump(database) == before
    assert panel.cards() == []
    history.redo()
    assert dump(database) == after


def test_that_a_measure_is_not_closed_without_a_result_and_what_was_typed_stays(
    panel: FollowUpPanel, database: Database, plan: list[Measure]
) -> None:
    panel.add.click()
    form = form_of(panel)
    choose(form, MeasureStatus.DONE)
    assert form.percent.value() == 100
    type_text(form.texts["next_step"], "ส่งรายงาน")
    form.save.click()
    assert panel.form() is form
    assert "ผลการดำเนินการ" in form.form.note(form.texts["result"]).sentence
    assert form.form.note(form.texts["result"]).tone is Tone.ERROR
    assert QApplication.focusWidget() is form.texts["result"]
    assert form.texts["next_step"].text() == "ส่งรายงาน"
    assert entries(database, plan[0]) == []
    choose(form, MeasureStatus.NOT_DONE)
    form.save.click()
    assert "เหตุผล" in form.form.note(form.texts["problem"]).sentence
    type_text(form.texts["problem"], "ไม่ได้รับงบประมาณ")
    form.save.click()
    assert now(database, plan[0].id).status is MeasureStatus.NOT_DONE


def test_that_closing_from_the_table_asks_for_what_it_needs_and_leaving_closes_nothing(
    panel: FollowUpPanel, database: Database, plan: list[Measure], say: RecordingSay
) -> None:
    panel.begin_closing(plan[1], MeasureStatus.DONE)
    form = form_of(panel)
    assert form.measure == plan[1]
    assert QApplication.focusWidget() is form.texts["result"]
    panel.show_measure(plan[0])
    assert panel.unsaved_work() == ""
    assert "ยังไม่ได้เปลี่ยนสถานะ" in say.told_sentences[-1]
    assert now(database, plan[1].id).status is MeasureStatus.NOT_STARTED
    panel.begin_closing(plan[1], MeasureStatus.NOT_DONE)
    assert QApplication.focusWidget() is form_of(panel).texts["problem"]
    type_text(form_of(panel).texts["problem"], "งดจัด")
    panel.show_measure(plan[0])
    assert now(database, plan[1].id).status is MeasureStatus.NOT_DONE
    assert entries(database, plan[1])[0].problem == "งดจัด"


def test_that_leaving_saves_what_was_typed(panel: FollowUpPanel, database: Database, plan: list[Measure]) -> None:
    panel.add.click()
    type_text(form_of(panel).texts["result"], "เริ่มแล้ว")
    panel.show_measure(plan[1])
    assert panel.form() is None
    assert [entry.result for entry in entries(database, plan[0])] == ["เริ่มแล้ว"]
    panel.add.click()
    panel.finish_editing()
    assert panel.form() is None
    assert entries(database, plan[1]) == []


def test_that_what_cannot_be_saved_waits_at_its_measure_with_the_reason(
    panel: FollowUpPanel, database: Database, plan: list[Measure]
) -> None:
    panel.add.click()
    form = form_of(panel)
    type_text(form.texts["result"], "เริ่มแล้ว")
    type_text(form.percent, "ครึ่งหนึ่ง")
    panel.show_measure(plan[1])
    assert panel.form() is None
    assert form.isHidden()
    assert entries(database, plan[0]) == []
    assert panel.unsaved_work() == "มีการติดตามที่ยังบันทึกไม่ได้ ของมาตรการ “อบรมเจ้าหน้าที่”"
    panel.show_measure(plan[0])
    assert panel.form() is form
    assert not form.isHidden()
    assert form.percent.text() == "ครึ่งหนึ่ง"
    assert "๐ ถึง ๑๐๐" in form.complaint()
    form.percent.clear()
    type_text(form.percent, "50")
    form.save.click()
    assert [(entry.result, entry.percent) for entry in entries(database, plan[0])] == [("เริ่มแล้ว", 50)]
    assert panel.unsaved_work() == ""


def test_that_a_measure_removed_meanwhile_keeps_the_words_until_they_are_let_go(
    panel: FollowUpPanel, database: Database, plan: list[Measure]
) -> None:
    panel.add.click()
    form = form_of(panel)
    type_text(form.texts["result"], "เริ่มแล้ว")
    panel._context.feed.changed.disconnect()
    database.write(measures.remove_measures, [plan[0].id])
    panel.finish_editing()
    assert "ถูกลบไปแล้ว" in form.complaint()
    assert panel.unsaved_work()
    panel.forget([plan[0].id])
    assert panel.unsaved_work() == ""


def test_that_entries_are_listed_newest_first_mended_and_removed(
    panel: FollowUpPanel, database: Database, plan: list[Measure], history: History, say: RecordingSay
) -> None:
    for day in (3, 9, 6):
        told = Progress(plan[0].id, date(2026, 1, day), MeasureStatus.IN_PROGRESS, day, f"วันที่ {day}")
        database.write(follow_ups.record_progress, told)
    assert [card.entry.recorded_on.day for card in panel.cards()] == [9, 6, 3]
    assert panel.cards()[0].head.raw_text() == "9 มกราคม 2569"
    assert panel.cards()[0].status.raw_text() == "กำลังดำเนินการ ร้อยละ 9"
    before = dump(database)
    panel.cards()[1].edit.click()
    form = form_of(panel)
    assert form.texts["result"].text() == "วันที่ 6"
    assert [card.entry.recorded_on.day for card in panel.cards()] == [9, 3]
    form.day.setText("12 ม.ค. 2569")
    press(form.day, Qt.Key.Key_Return, CTRL)
    form.save.click()
    assert [card.entry.recorded_on.day for card in panel.cards()] == [12, 9, 3]
    panel.cards()[2].remove.click()
    assert [card.entry.recorded_on.day for card in panel.cards()] == [12, 9]
    assert "เลิกทำ" in say.told_sentences[-1]
    touched: list[int] = []
    panel.touched.connect(touched.append)
    assert [history.undo(), history.undo()] == ["ลบการติดตาม", "แก้ไขการติดตาม"]
    assert touched == [plan[0].id] * 2
    assert dump(database) == before


def test_that_opening_another_entry_saves_the_one_that_was_open(
    panel: FollowUpPanel, database: Database, plan: list[Measure]
) -> None:
    first = database.write(follow_ups.record_progress, Progress(plan[0].id, TODAY, MeasureStatus.IN_PROGRESS))
    panel.add.click()
    type_text(form_of(panel).texts["result"], "ใหม่")
    panel.cards()[0].edit.click()
    assert form_of(panel).entry == first
    assert len(entries(database, plan[0])) == 2
    type_text(form_of(panel).percent, "x")
    panel.cards()[0].edit.click()
    assert form_of(panel).entry == first
    assert QApplication.focusWidget() is form_of(panel).percent


def test_that_escape_asks_before_words_are_thrown_away(
    panel: FollowUpPanel, database: Database, plan: list[Measure], say: RecordingSay
) -> None:
    panel.add.click()
    press(form_of(panel).texts["result"], Qt.Key.Key_Escape)
    assert panel.form() is None
    assert say.questions == []
    panel.add.click()
    type_text(form_of(panel).texts["problem"], "ฝนตก")
    press(form_of(panel).texts["problem"], Qt.Key.Key_Escape)
    assert say.danger
    assert form_of(panel).texts["problem"].text() == "ฝนตก"
    say.yes()
    assert panel.form() is None
    assert entries(database, plan[0]) == []


def test_that_a_date_to_come_is_doubted_and_the_wheel_changes_no_status(panel: FollowUpPanel) -> None:
    panel.add.click()
    form = form_of(panel)
    form.day.setText("1 ก.พ. 2569")
    form.day.commit()
    assert form.form.note(form.day).tone is Tone.WARNING
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(form.status, wheel)
    assert form.status.currentData() == MeasureStatus.IN_PROGRESS.value


def test_that_the_keyboard_goes_through_the_form_from_top_to_bottom(
    panel: FollowUpPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.add_files([source(tmp_path, "ก.pdf", b"1"), source(tmp_path, "ข.pdf", b"2")])
    copied(panel, qtbot)
    form = form_of(panel)
    editor = form.evidence
    editor.add_link.setChecked(True)
    expected: list[QWidget] = [form.day, form.status, form.percent, *form.texts.values()]
    for row in editor._rows:
        expected += [row.open, row.remove, row.caption]
    expected += [editor.add_file, editor.add_link, editor.address, editor.checked_on, editor.take_link]
    expected += [form.save, form.cancel]
    form.window().activateWindow()
    wait(qtbot, form.window().isActiveWindow)
    form.day.setFocus()
    went = [QApplication.focusWidget()]
    for _ in expected[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Tab)
        went.append(QApplication.focusWidget())
    assert went == expected


def test_that_the_head_says_how_long_until_the_end_or_since(panel: FollowUpPanel, plan: list[Measure]) -> None:
    assert panel.head.raw_text() == "อบรมเจ้าหน้าที่"
    # A line never begins with the dot.
    assert panel.state.raw_text() == "กำลังดำเนินการ\u00a0· ต.ค. 68 – ม.ค. 69\u00a0· ครบกำหนดในอีก 16 วัน"
    panel.show_measure(plan[1])
    assert panel.state.raw_text().endswith("เลยกำหนดมา 76 วัน")
    panel.show_measure(None)
    assert panel.add.isHidden()
    assert "เลือกมาตรการ" in panel.head.raw_text()


def test_that_a_panel_out_of_sight_reads_nothing_and_catches_up_when_shown(
    panel: FollowUpPanel, database: Database, plan: list[Measure]
) -> None:
    panel.hide()
    database.write(follow_ups.record_progress, Progress(plan[1].id, TODAY, MeasureStatus.IN_PROGRESS))
    panel.show_measure(plan[1])
    assert panel.cards() == []
    panel.show()
    assert len(panel.cards()) == 1


@pytest.mark.parametrize("seed", range(12))
def test_that_any_steps_are_taken_back_one_by_one(
    seed: int, context: Context, plan: list[Measure], database: Database, window: QWidget
) -> None:
    chance = random.Random(seed)
    history = History(context.years, window)
    changes = FollowUpChanges(database, history)
    dumps = [dump(database)]
    for _ in range(25):
        measure = chance.choice(plan)
        own = entries(database, measure)
        told = Progress(measure.id, date(2026, chance.randint(1, 3), 5), chance.choice(list(MeasureStatus)), None, "ผล")
        match chance.choice(["add", "edit", "remove", "refused"]):
            case "edit" if own:
                changes.record(measure, replace(told, id=chance.choice(own).id))
            case "remove" if own:
                changes.remove(measure, chance.choice(own))
            case "refused":
                with pytest.raises(UserError):
                    changes.record(measure, replace(told, percent=101))
                continue
            case _:
                changes.record(measure, told)
        dumps.append(dump(database))
    for expected in reversed(dumps[:-1]):
        history.undo()
        assert dump(database) == expected
    assert history.undo() == ""
    for expected in dumps[1:]:
        history.redo()
        assert dump(database) == expected


@pytest.mark.parametrize("seed", range(8))
def test_that_steps_of_the_table_and_of_the_follow_up_are_taken_back_together(
    seed: int, context: Context, plan: list[Measure], database: Database, window: QWidget
) -> None:
    chance = random.Random(seed)
    history = History(context.years, window)
    table, changes = MeasureChanges(database, history), FollowUpChanges(database, history)
    dumps = [dump(database)]
    for _ in range(20):
        own = database.read(measures.list_measures, YEAR)
        measure = chance.choice(own) if own else None
        told = Progress(measure.id if measure else 0, date(2026, chance.randint(1, 3), 5), MeasureStatus.DONE, 80, "ผล")
        match chance.choice(["table", "table", "remove", "follow", "follow", "follow", "close"]):
            case "table" if measure:
                table.edit(replace(measure, title=f"เรื่อง {chance.random()}", status=MeasureStatus.IN_PROGRESS))
            case "remove" if measure:
                table.remove([measure])
            case "follow" if measure:
                changes.record(measure, told)
            case "close" if measure and not entries(database, measure) and measure.status.is_open:
                with pytest.raises(UserError, match="ติดตามผล"):
                    table.edit(replace(measure, status=MeasureStatus.DONE))
                continue
            case _:
                table.add(Measure(YEAR, "3"))
        dumps.append(dump(database))
    for expected in reversed(dumps[:-1]):
        history.undo()
        assert dump(database) == expected
    for expected in dumps[1:]:
        history.redo()
        assert dump(database) == expected


# --- evidence ---------------------------------------------------------------------------------------------------------


def test_that_several_files_are_copied_and_saved_with_their_entry(
    panel: FollowUpPanel, database: Database, plan: list[Measure], say: RecordingSay, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.add.click()
    form_of(panel).evidence.add_file.click()
    photo, letter = source(tmp_path, "ภาพ 9 ธ.ค. 68.jpg"), source(tmp_path, "หนังสือ.pdf", b"letter")
    say.choose_files(photo, tmp_path / "หายไป.pdf", letter)
    copied(panel, qtbot)
    editor = form_of(panel).evidence
    assert "หายไป.pdf" in editor.note.sentence
    assert editor.note.tone is Tone.ERROR
    type_text(editor._rows[0].caption, "วันอบรม")
    form_of(panel).save.click()
    (entry,) = entries(database, plan[0])
    assert [(e.caption, e.file_name) for e in entry.evidence] == [("วันอบรม", photo.name), ("", letter.name)]
    photo.unlink()
    wait(qtbot, lambda: panel.cards()[0].rows[0].icon._tone is Tone.GOOD)
    assert stored_path(database, entry.evidence[0]).read_bytes() == b"proof"
    row = panel.cards()[0].rows[0]
    assert (row.described.raw_text(), row.label.raw_text()) == ("วันอบรม", photo.name)
    assert row.described.isVisible()


def test_that_the_same_file_is_not_put_in_twice(panel: FollowUpPanel, tmp_path: Path, qtbot: QtBot) -> None:
    photo = source(tmp_path, "ภาพ.jpg")
    for _ in range(2):
        panel.add_files([photo])
        copied(panel, qtbot)
    assert len(form_of(panel).evidence.evidence()) == 1
    assert "ไม่เพิ่มซ้ำ" in form_of(panel).evidence.note.sentence


def test_that_what_proves_a_closed_measure_goes_to_the_entry_that_closed_it(
    panel: FollowUpPanel, database: Database, plan: list[Measure], tmp_path: Path, qtbot: QtBot
) -> None:
    done = Progress(plan[0].id, TODAY, MeasureStatus.DONE, 100, "เสร็จแล้ว")
    closing = database.write(follow_ups.record_progress, done)
    panel.add_files([source(tmp_path, "ภาพ.jpg")])
    assert form_of(panel).entry == closing
    copied(panel, qtbot)
    panel.finish_editing()
    (entry,) = entries(database, plan[0])
    assert replace(entry, evidence=()) == closing
    assert [each.file_name for each in entry.evidence] == ["ภาพ.jpg"]


def test_that_files_dropped_onto_a_field_become_evidence(panel: FollowUpPanel, tmp_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source(tmp_path, "ภาพ.jpg")))])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(60, 300), *rest)
    QCoreApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    QCoreApplication.sendEvent(panel, QDropEvent(QPointF(60, 300), *rest))
    copied(panel, qtbot)
    form = form_of(panel)
    assert [each.file_name for each in form.evidence.evidence()] == ["ภาพ.jpg"]
    assert not any(text.acceptDrops() for text in form.texts.values())
    text = QMimeData()
    text.setText("ข้อความ")
    refused = QDragEnterEvent(QPoint(60, 300), Qt.DropAction.CopyAction, text, *rest[2:])
    QCoreApplication.sendEvent(panel, refused)
    assert not refused.isAccepted()


def test_that_altered_and_missing_files_are_marked_where_they_are_shown(
    panel: FollowUpPanel, database: Database, plan: list[Measure], tmp_path: Path, qtbot: QtBot
) -> None:
    sound, altered, missing = (kept(database, source(tmp_path, f"{n}.pdf", n.encode())) for n in "กขค")
    changed = stored_path(database, altered)
    changed.chmod(0o644)
    changed.write_bytes("ข*".encode())
    stored_path(database, missing).unlink()
    page = ProgressEvidence("หน้าเว็บ", url="https://www.example.go.th", checked_on=TODAY)
    told = Progress(plan[0].id, TODAY, MeasureStatus.IN_PROGRESS, evidence=(sound, altered, missing, page))
    database.write(follow_ups.record_progress, told)
    rows = panel.cards()[0].rows
    wait(qtbot, lambda: rows[2].note.tone is Tone.WARNING)
    assert [row.icon._tone for row in rows] == [Tone.GOOD, Tone.ERROR, Tone.WARNING, Tone.HINT]
    assert rows[0].note.sentence == ""
    assert "ถูกแก้ไข" in rows[1].note.sentence
    assert "ไม่พบ" in rows[2].note.sentence
    assert rows[3].note.sentence == "ตรวจว่าเปิดได้เมื่อ 15 มกราคม 2569"
    # A file that was found sound and is altered afterwards is found out at the next look.
    path = stored_path(database, sound)
    path.chmod(0o644)
    path.write_bytes(b"other")
    panel.show_measure(plan[1])
    panel.show_measure(plan[0])
    wait(qtbot, lambda: panel.cards()[0].rows[0].note.tone is Tone.ERROR)
    panel.cards()[0].edit.click()
    row = form_of(panel).evidence._rows[0]
    wait(qtbot, lambda: row.note.tone is Tone.ERROR)


def test_that_evidence_is_opened_only_when_it_is_what_was_kept(
    panel: FollowUpPanel, database: Database, plan: list[Measure], say: RecordingSay, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile() or url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    sound, altered, missing = (kept(database, source(tmp_path, f"{n}.pdf", n.encode())) for n in "กขค")
    changed = stored_path(database, altered)
    changed.chmod(0o644)
    changed.write_bytes(b"x")
    stored_path(database, missing).unlink()
    page = ProgressEvidence(url="https://www.example.go.th/ita")
    strange = ProgressEvidence(url="javascript:alert(1)")
    told = (sound, altered, missing, page, strange)
    database.write(follow_ups.record_progress, Progress(plan[0].id, TODAY, MeasureStatus.IN_PROGRESS, evidence=told))
    rows = panel.cards()[0].rows
    rows[0].open.click()
    wait(qtbot, lambda: opened == [str(stored_path(database, sound))])
    rows[1].open.click()
    wait(qtbot, lambda: len(say.questions) == 1)
    assert "ถูกแก้ไข" in say.questions[0]
    assert say.danger
    assert len(opened) == 1
    say.yes()
    assert opened[1] == str(changed)
    rows[2].open.click()
    wait(qtbot, lambda: len(say.errors) == 1)
    assert "ค.pdf" in say.errors[0]
    rows[3].open.click()
    assert opened[2] == "https://www.example.go.th/ita"
    rows[4].open.click()
    assert len(opened) == 3
    assert len(say.errors) == 2


def test_that_a_copy_shows_how_far_it_is_and_is_cancelled_without_a_trace(
    panel: FollowUpPanel, database: Database, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = source(tmp_path, "วิดีโอ.mp4")
    os.truncate(film, 64 << 20)
    slow(monkeypatch)
    panel.add_files([film, source(tmp_path, "ภาพ.jpg")])
    editor = form_of(panel).evidence
    assert not editor.copying.isHidden()
    wait(qtbot, lambda: editor.bar.value() > 0)
    assert "วิดีโอ.mp4" in editor.copied_name.text()
    form_of(panel).save.click()
    assert "กำลังคัดลอก" in form_of(panel).note.sentence
    panel.add_files([film])
    assert "รอให้คัดลอก" in editor.note.sentence
    assert "กำลังคัดลอก" in panel.unsaved_work()
    editor.cancel_copy.click()
    copied(panel, qtbot)
    assert "ยกเลิก" in editor.note.sentence
    assert editor.copying.isHidden()
    assert editor.evidence() == ()
    assert not evidence_files.evidence_folder(database.path).exists()


def test_that_leaving_while_files_are_copied_saves_when_they_are_there(
    panel: FollowUpPanel, database: Database, plan: list[Measure], tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    film = source(tmp_path, "วิดีโอ.mp4", bytes(8 << 20))
    slow(monkeypatch)
    panel.add_files([film])
    type_text(form_of(panel).texts["result"], "ถ่ายวิดีโอแล้ว")
    panel.show_measure(plan[1])
    assert entries(database, plan[0]) == []
    wait(qtbot, lambda: bool(entries(database, plan[0])))
    (entry,) = entries(database, plan[0])
    assert [each.file_name for each in entry.evidence] == ["วิดีโอ.mp4"]
    assert panel.unsaved_work() == ""


def test_that_a_form_let_go_stops_its_copy(
    panel: FollowUpPanel, plan: list[Measure], tmp_path: Path, qtbot: QtBot, context: Context, database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    film = source(tmp_path, "วิดีโอ.mp4")
    os.truncate(film, 64 << 20)
    slow(monkeypatch)
    panel.add_files([film])
    panel.forget([plan[0].id])
    wait(qtbot, lambda: not context.background.busy)
    assert not evidence_files.evidence_folder(database.path).exists()


def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each chunk of a copy take a moment, as on an old stick."""
    import time

    sha256 = evidence_files.hashlib.sha256

    class Slow:
        def __init__(self) -> None:
            self._digest = sha256()

        def update(self, chunk: bytes) -> None:
            time.sleep(0.02)
            self._digest.update(chunk)

        def hexdigest(self) -> str:
            return self._digest.hexdigest()

    class Hashes:
        sha256 = Slow

    monkeypatch.setattr(evidence_files, "hashlib", Hashes)


def test_that_a_page_is_put_in_with_the_day_it_was_checked(
    panel: FollowUpPanel, database: Database, plan: list[Measure]
) -> None:
    panel.add.click()
    editor = form_of(panel).evidence
    editor.add_link.click()
    assert QApplication.focusWidget() is editor.address
    type_text(editor.address, "www.example.go.th/ita ปี 69")
    press(editor.address, Qt.Key.Key_Return)
    assert "ที่อยู่เว็บ" in editor.address.problem()
    assert editor.evidence() == ()
    form_of(panel).save.click()
    assert entries(database, plan[0]) == []
    editor.address.setText("www.example.go.th/ita?ปี=69")
    press(editor.address, Qt.Key.Key_Return)
    assert editor.evidence() == (ProgressEvidence(url="https://www.example.go.th/ita?ปี=69", checked_on=TODAY),)
    assert editor.link_form.isHidden()
    editor.add_link.click()
    type_text(editor.address, "http://a.go.th")
    form_of(panel).save.click()
    assert [each.url for each in entries(database, plan[0])[0].evidence] == [
        "https://www.example.go.th/ita?ปี=69",
        "http://a.go.th",
    ]


def test_that_evidence_is_taken_out_and_comes_back_with_undo(
    panel: FollowUpPanel, database: Database, plan: list[Measure], history: History, tmp_path: Path
) -> None:
    proof = kept(database, source(tmp_path, "ภาพ.jpg"))
    told = Progress(plan[0].id, TODAY, MeasureStatus.IN_PROGRESS, evidence=(proof,))
    saved = database.write(follow_ups.record_progress, told)
    panel.cards()[0].edit.click()
    form_of(panel).evidence._rows[0].remove.click()
    form_of(panel).save.click()
    assert entries(database, plan[0])[0].evidence == ()
    history.undo()
    assert entries(database, plan[0]) == [saved]
    assert stored_path(database, proof).read_bytes() == b"proof"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.example.go.th/ita", "https://www.example.go.th/ita"),
        (" www.example.go.th ", "https://www.example.go.th"),
        ("example.go.th:8080/x", "https://example.go.th:8080/x"),
        ("http://เทศบาล.ไทย/ข่าว", "http://เทศบาล.ไทย/ข่าว"),
        ("ข่าวประชาสัมพันธ์", None),
        ("https://", None),
        ("https://localhost", None),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("https://[1", None),
        ("https://a.b c.d", None),
    ],
)
def test_that_only_addresses_of_pages_are_taken(text: str, address: str | None) -> None:
    if address is None:
        with pytest.raises(UserError):
            parse_address(text)
    else:
        assert parse_address(text) == address


@pytest.mark.parametrize(("text", "percent"), [("40", 40), ("๔๐ %", 40), ("ร้อยละ 100", 100), ("0", 0), ("101", None),
                                               ("-1", None), ("ครึ่ง", None), ("4.5", None)])  # fmt: skip
def test_that_a_percentage_is_read(text: str, percent: int | None) -> None:
    if percent is None:
        with pytest.raises(UserError):
            parse_percent(text)
    else:
        assert parse_percent(text) == percent


def test_that_nothing_is_answered_into_a_panel_that_is_gone(
    panel: FollowUpPanel, tmp_path: Path, context: Context, qtbot: QtBot, database: Database, plan: list[Measure],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    proof = kept(database, source(tmp_path, "ภาพ.jpg", bytes(3 << 20)))
    slow(monkeypatch)
    panel.add_files([source(tmp_path, "วิดีโอ.mp4", bytes(4 << 20))])
    database.write(
        follow_ups.record_progress, Progress(plan[0].id, TODAY, MeasureStatus.DONE, None, "ผล", "", "", (proof,))
    )
    context.feed.changed.disconnect()
    from shiboken6 import delete

    delete(panel)
    wait(qtbot, lambda: not context.background.busy)
    QCoreApplication.processEvents()


def settled() -> None:
    for _ in range(8):
        QApplication.processEvents()


def in_sight(panel: FollowUpPanel, widget: QWidget) -> bool:
    viewport = panel.page.viewport()
    place = QRect(widget.mapTo(viewport, QPoint()), widget.size())
    return viewport.rect().contains(place)


def low(panel: FollowUpPanel, window: QWidget) -> None:
    """The panel as it stands beside the table on a low screen."""
    panel.resize(342, 400)
    window.activateWindow()
    settled()


def test_that_the_field_that_the_keyboard_reaches_is_whole_in_sight(panel: FollowUpPanel, window: QWidget) -> None:
    low(panel, window)
    panel.add_entry()
    settled()
    form = form_of(panel)
    assert form.texts["result"].hasFocus()
    for field in (form.texts["result"], form.texts["problem"], form.texts["next_step"], form.save, form.day):
        field.setFocus()
        settled()
        assert in_sight(panel, field)


def test_that_a_text_that_grows_stays_whole_in_sight(panel: FollowUpPanel, window: QWidget) -> None:
    low(panel, window)
    panel.add_entry()
    settled()
    text = form_of(panel).texts["result"]
    for line in ("หนึ่ง", "\nสอง", "\nสาม", "\nสี่"):
        text.insertPlainText(line)
        settled()
        assert in_sight(panel, text), line


def test_that_after_saving_the_new_card_stands_from_its_date(
    panel: FollowUpPanel, window: QWidget, database: Database, plan: list[Measure]
) -> None:
    for month in (1, 2, 3):
        earlier = Progress(plan[0].id, date(2025, 10 + month - 1, 5), MeasureStatus.IN_PROGRESS, result="ผล " * 60)
        database.write(follow_ups.record_progress, earlier)
    low(panel, window)
    panel.add_entry()
    settled()
    form = form_of(panel)
    # Dated before the others, its card is not the first.
    form.day.set_value(date(2025, 10, 20))
    form.texts["result"].insertPlainText("ผลใหม่ " * 40)
    settled()
    form.save.click()
    settled()
    [card] = [card for card in panel.cards() if card.entry.result.startswith("ผลใหม่")]
    assert panel.cards()[0] is not card
    assert in_sight(panel, card.head)
    assert card.mapTo(panel.page.viewport(), QPoint()).y() >= 0


def test_that_cards_and_form_end_where_the_button_above_them_ends(
    panel: FollowUpPanel, window: QWidget, database: Database, plan: list[Measure]
) -> None:
    def edge(widget: QWidget) -> int:
        return widget.mapTo(panel, QPoint(widget.width(), 0)).x()

    low(panel, window)
    wanted = edge(panel.add)
    for count in range(6):
        day = date(2025, 11, 1 + count)
        database.write(
            follow_ups.record_progress, Progress(plan[0].id, day, MeasureStatus.IN_PROGRESS, result="ผล " * 30)
        )
        settled()
        assert {edge(card) for card in panel.cards()} == {wanted}
    assert panel.page.verticalScrollBar().maximum() > 0
    panel.add_entry()
    settled()
    assert edge(form_of(panel)) == wanted


def test_that_a_name_has_its_own_line_before_it_is_cut_and_keeps_its_end(
    panel: FollowUpPanel, window: QWidget, database: Database, plan: list[Measure]
) -> None:
    names = ["ก.pdf", "ภาพการประชุมชี้แจงแนวทาง.jpg", f"{'รายงานการประชุมคณะกรรมการ' * 5}.pdf"]
    evidence = tuple(ProgressEvidence(file_name=name, sha256="a" * 64) for name in names)
    entry = Progress(plan[0].id, date(2025, 12, 1), MeasureStatus.IN_PROGRESS, result="ผล", evidence=evidence)
    database.write(follow_ups.record_progress, entry)
    low(panel, window)
    short, middle, long = panel.cards()[0].rows
    assert short.open.mapTo(short, QPoint()).y() < short.label.height()
    assert middle.label.text() == names[1]
    assert middle.open.mapTo(middle, QPoint()).y() >= middle.label.geometry().bottom()
    assert long.label.text().endswith(".pdf")
    assert "…" in long.label.text()
    assert long.label.toolTip() == names[2]
