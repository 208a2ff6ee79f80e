"""The dialogs that measures come from, over a real file: what is offered, ticked, added in one step, and kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from keys import ALT, CTRL, press, type_text
from office_context import make_context
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.library import LibraryMeasure
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.period import parse_period, whole_year
from ita_desktop.errors import UserError
from ita_desktop.services import assessments, findings, follow_ups, library, measures, office, records
from ita_desktop.ui.context import Context
from ita_desktop.ui.measures.changes import MeasureChanges
from ita_desktop.ui.measures.sources import SourcesMenu
from ita_desktop.ui.measures.sources.last_year_dialog import LastYearDialog
from ita_desktop.ui.measures.sources.library_dialog import LibraryDialog
from ita_desktop.ui.measures.sources.library_form import LibraryForm
from ita_desktop.ui.measures.sources.recommendation_dialog import RecommendationDialog
from ita_desktop.ui.measures.sources.suggestion_dialog import SuggestionDialog
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.undo import History
from ita_desktop.ui.widgets.check_entry import Look
from ita_desktop.ui.widgets.check_list import CheckList

LAST, YEAR = FiscalYear(2568), FiscalYear(2569)
SCORES = {"1": Decimal(98), "7": Decimal(80), "9": Decimal(86)}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ตัวอย่าง"))
    yield opened
    opened.close()


@pytest.fixture
def context(database: Database, say: RecordingSay, window: QWidget) -> Context:
    window.resize(1024, 768)
    return make_context(database, say, window)


class Desk:
    """The menu as a tab would use it, with what was added and one history."""

    def __init__(self, context: Context, window: QWidget) -> None:
        self.context = context
        self.window = window
        self.history = History(context.years, window)
        self.changes = MeasureChanges(context.database, self.history)
        self.selected: list[Measure] = []
        self.menu = SourcesMenu(context, self.wording, lambda: self.selected, self.changes.add_all, window)

    def wording(self) -> Wording:
        year, context = self.context.years.plan_year, self.context
        divisions = tuple(context.database.read(office.list_divisions))
        return Wording(year, context.frameworks().of(year - 1), divisions, context.numerals(), context.today())

    def stored(self) -> list[Measure]:
        return self.context.database.read(measures.list_measures, YEAR)

    def dialog(self, kind: type[QDialog], open_it: Callable[[], None]) -> QDialog:
        open_it()
        settle()
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        assert len(found) == 1
        found[0].activateWindow()
        return found[0]


@pytest.fixture
def desk(context: Context, window: QWidget) -> Desk:
    return Desk(context, window)


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def words(list_: CheckList[object], look: Look | None = None) -> list[list[str]]:
    """The lines of each entry, of one look or of all."""
    return [[line.text for line in e.lines if look is None or line.look is look] for e in list_.entries()]


def suggestions(desk: Desk, code: str = "") -> SuggestionDialog:
    made = desk.dialog(SuggestionDialog, lambda: desk.menu.suggest_for(code))
    assert isinstance(made, SuggestionDialog)
    return made


def last_year(desk: Desk) -> LastYearDialog:
    made = desk.dialog(LastYearDialog, desk.menu.start_from_last_year)
    assert isinstance(made, LastYearDialog)
    return made


def recommendations(desk: Desk) -> RecommendationDialog:
    made = desk.dialog(RecommendationDialog, desk.menu.take_recommendations)
    assert isinstance(made, RecommendationDialog)
    return made


def office_library(desk: Desk) -> LibraryDialog:
    made = desk.dialog(LibraryDialog, desk.menu.open_library)
    assert isinstance(made, LibraryDialog)
    return made


def indicator_lines(dialog: SuggestionDialog) -> list[str]:
    model = dialog.indicators.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_that_suggestions_are_taken_by_keys_alone_as_one_step(desk: Desk, database: Database) -> None:
    database.write(assessments.record_assessment, Assessment(LAST, indicators=SCORES))
    dialog = suggestions(desk)
    assert [line.split(".")[0] for line in indicator_lines(dialog)[:3]] == ["9", "7", "1"]
    assert (
        indicator_lines(dialog)[1] == "7. ประสิทธิภาพการสื่อสาร\n80.00 คะแนน · เพิ่มรวมได้ 1.50\nต่ำกว่าเกณฑ์ผ่าน · ยังไม่มีมาตรการ"
    )
    assert not dialog.agree.isEnabled()
    press(dialog.indicators, Qt.Key.Key_Down)
    dialog.suggestions.setFocus()
    press(dialog.suggestions, Qt.Key.Key_Down)
    press(dialog.suggestions, Qt.Key.Key_Space)
    dialog.indicators.setFocus()
    press(dialog.indicators, Qt.Key.Key_Up)
    dialog.suggestions.setFocus()
    press(dialog.suggestions, Qt.Key.Key_Space)
    assert dialog.agree.text() == "เพิ่ม 2 มาตรการ"
    assert "เลือก 1" in indicator_lines(dialog)[0]
    before = database.read(records.read_record)
    press(dialog.suggestions, Qt.Key.Key_Return)
    assert [(m.indicator_code, m.position) for m in desk.stored()] == [("7", 1), ("9", 2)]
    assert desk.stored()[0].text == "ตอบคำถามในช่องทางออนไลน์ภายในหนึ่งวันทำการ และบันทึกสถิติ"
    assert desk.history.undo() == "เพิ่ม 2 มาตรการแนะนำ"
    assert database.read(records.read_record) == before


def test_that_what_the_plan_has_is_marked_and_counted(desk: Desk, database: Database) -> None:
    text = "ตอบคำถาม ในช่องทางออนไลน์ภายในหนึ่งวันทำการและบันทึกสถิติ"
    database.write(measures.save_measure, Measure(YEAR, "7", actions=(text,)))
    dialog = suggestions(desk, "7")
    there = [Look.THERE in {line.look for line in entry.lines} for entry in dialog.suggestions.entries()]
    assert there == [False, True, False, False, False]
    assert "ยังไม่มีคะแนน\nมี 1 มาตรการ" in indicator_lines(dialog)[6]
    assert "ยังไม่มีคะแนนรายตัวชี้วัดของปี 2568" in dialog.lead.raw_text()


def test_that_arrows_lead_from_side_to_side(desk: Desk) -> None:
    dialog = suggestions(desk)
    QTest.keyClick(dialog.indicators, Qt.Key.Key_Right)
    assert dialog.focusWidget() is dialog.suggestions
    QTest.keyClick(dialog.suggestions, Qt.Key.Key_Left)
    assert dialog.focusWidget() is dialog.indicators


def test_that_a_suggestion_answers_the_finding_about_its_indicator(desk: Desk, recommended: list[Finding]) -> None:
    dialog = suggestions(desk, "7")
    press(dialog.suggestions, Qt.Key.Key_Space)
    (measure,) = dialog.chosen()
    assert (measure.finding_ids, measure.topic) == ((recommended[0].id,), "สื่อสาร")


def test_that_a_small_office_reads_who_answers_instead(desk: Desk, database: Database) -> None:
    for division in database.read(office.list_divisions)[1:]:
        database.write(office.remove_division, division.id)
    dialog = suggestions(desk, "7")
    assert words(dialog.suggestions, Look.REMARK)[4] == ["ไม่มีกองสวัสดิการสังคมในรายชื่อส่วนราชการ จึงเสนอสำนักปลัด ตรวจแก้ได้"]
    assert any("บอร์ดหมู่บ้าน" in text for text in words(dialog.suggestions, Look.PLAIN)[0])


def test_that_a_failed_addition_leaves_dialog_and_ticks(desk: Desk, say: RecordingSay) -> None:
    def refuse(new: Sequence[Measure], told: str) -> None:
        raise UserError("ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองอีกครั้ง")

    desk.menu = SourcesMenu(desk.context, desk.wording, list, refuse, desk.window)
    dialog = suggestions(desk)
    press(dialog.suggestions, Qt.Key.Key_Space)
    dialog.agree.click()
    assert say.errors == ["ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองอีกครั้ง"]
    assert dialog.isVisible()
    assert len(dialog.chosen()) == 1


@pytest.fixture
def two_years(database: Database) -> list[Measure]:
    """Last year: one done, one not, one that this year has already with its year moved."""
    given = [
        Measure(LAST, "1", actions=("ทำคู่มือ",), status=MeasureStatus.DONE),
        Measure(
            LAST,
            "7",
            "แผนปี 2568",
            ("ลงข่าวตามระเบียบ พ.ศ. 2560", "สรุปผลปี ๒๕๖๘"),
            period=parse_period("ต.ค. 67 – มี.ค. 68", LAST),
            monitoring="ภายใน มี.ค. 68",
            budget=Decimal(15000),
        ),
        Measure(LAST, "9", actions=("เผยแพร่ผลปี 2567",), period=whole_year(LAST)),
    ]
    saved = database.write(measures.save_measures, given)
    database.write(measures.save_measure, Measure(YEAR, "9", actions=("เผยแพร่ผลปี 2568",)))
    database.write(
        follow_ups.record_progress,
        Progress(saved[1].id, date(2025, 5, 1), MeasureStatus.IN_PROGRESS, result="ลงข่าวแล้ว\n12 เรื่อง"),
    )
    return saved


def test_that_last_years_unfinished_measures_are_ticked_with_their_years_marked(
    desk: Desk, two_years: list[Measure]
) -> None:
    dialog = last_year(desk)
    assert [entry.ticked for entry in dialog.list.entries()] == [False, True, False]
    lines = dialog.list.entries()[1].lines
    assert lines[0].text == "7. ประสิทธิภาพการสื่อสาร · ปีก่อน: กำลังดำเนินการ (ลงข่าวแล้ว 12 เรื่อง)"
    marked = [line.text[a:b] for line in lines for a, b in line.marked]
    assert marked == ["2569", "2569", "68", "69", "69"]
    assert "งบประมาณ 15,000 บาท ตามปีก่อน" in [line.text for line in lines]
    assert "• ลงข่าวตามระเบียบ พ.ศ. 2560" in [line.text for line in lines]
    assert "ปีที่คงไว้ตามเดิม: 2560" in [line.text for line in lines]
    assert words(dialog.list, Look.THERE) == [[], [], ["มีในแผนแล้ว"]]
    assert dialog.list.current_row() == 1


def test_that_the_carried_measures_start_anew_in_one_step(
    desk: Desk, two_years: list[Measure], database: Database
) -> None:
    dialog = last_year(desk)
    dialog.all.click()
    assert dialog.agree.text() == "เพิ่ม 2 มาตรการ"
    press(dialog.list, Qt.Key.Key_Return)
    assert len(desk.stored()) == 3
    first, second = desk.stored()[1:]
    assert (first.text, first.status) == ("ทำคู่มือ", MeasureStatus.NOT_STARTED)
    assert second.actions == ("ลงข่าวตามระเบียบ พ.ศ. 2560", "สรุปผลปี ๒๕๖๙")
    assert second.period.first == Month(2568, 10)
    assert database.read(measures.list_measures, LAST)[1].title == "แผนปี 2568"
    desk.history.undo()
    assert len(desk.stored()) == 1


def test_that_the_clerk_searches_last_year_in_thai(desk: Desk, database: Database) -> None:
    given = [Measure(LAST, "1", actions=(f"งานที่ {n}",)) for n in range(9)]
    database.write(measures.save_measures, [*given, Measure(LAST, "2", actions=("ตรวจนับพัสดุ",))])
    dialog = last_year(desk)
    assert dialog.search.isVisible()
    dialog.search.setFocus()
    type_text(dialog.search, "พัสดุ")
    assert dialog.list.shown_rows() == [9]
    press(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is not dialog.search
    dialog.unfinished.click()
    assert len(dialog.chosen()) == 10


def test_that_without_last_year_the_page_says_what_to_do(desk: Desk) -> None:
    dialog = last_year(desk)
    assert not dialog.agree.isVisible()
    assert dialog.cancel.text() == "ปิด"
    assert dialog.chosen() == []


@pytest.fixture
def recommended(database: Database) -> list[Finding]:
    report = "ตัวชี้วัดที่ 7\n1. ลงข่าวทุกสัปดาห์\n2. ตอบคำถาม\nตัวชี้วัดที่ 9\n- เผยแพร่ข้อมูล"
    database.write(assessments.record_assessment, Assessment(LAST, recommendations=report))
    given = [
        Finding(LAST, "7", FindingClass.URGENT, "ประชาชนไม่ทราบข่าว", recommendation="ลงข่าว ทุกสัปดาห์", topic="สื่อสาร"),
        Finding(LAST, "9", FindingClass.IMPROVE, "ข้อมูลไม่ครบ"),
    ]
    database.write(measures.save_measure, Measure(YEAR, "7", actions=("ตอบคำถาม",)))
    return database.write(findings.save_findings, given)


def test_that_recommendations_become_measures_that_can_be_edited_first(desk: Desk, recommended: list[Finding]) -> None:
    dialog = recommendations(desk)
    assert [entry.ticked for entry in dialog.list.entries()] == [True, False, True]
    assert dialog.form.text.text() == "ลงข่าว ทุกสัปดาห์"
    dialog.form.text.setFocus()
    press(dialog.form.text, Qt.Key.Key_End, CTRL)
    type_text(dialog.form.text, "และเสียงตามสาย")
    press(dialog.form.text, Qt.Key.Key_Return)
    type_text(dialog.form.text, "ลงบอร์ด")
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.list, Qt.Key.Key_Down)
    assert dialog.form.text.text() == "เผยแพร่ข้อมูล"
    dialog.form.topic.setText("โปร่งใส")
    dialog.form.topic.commit()
    dialog.agree.click()
    _, first, second = desk.stored()
    assert first.actions == ("ลงข่าว ทุกสัปดาห์และเสียงตามสาย", "ลงบอร์ด")
    assert (first.indicator_code, first.topic, first.finding_ids) == ("7", "สื่อสาร", (recommended[0].id,))
    assert (second.indicator_code, second.topic, second.finding_ids) == ("9", "โปร่งใส", (recommended[1].id,))


def test_that_another_indicator_brings_its_finding(desk: Desk, recommended: list[Finding]) -> None:
    dialog = recommendations(desk)
    form = dialog.form
    form.indicator.setCurrentIndex(form.indicator.findData("9"))
    form.indicator.activated.emit(form.indicator.currentIndex())
    assert dialog.list.current() == replace(dialog.chosen()[0], indicator_code="9", finding_ids=(recommended[1].id,))
    assert form.finding.currentData() == recommended[1].id
    form.indicator.setCurrentIndex(0)
    form.indicator.activated.emit(0)
    assert words(dialog.list, Look.REMARK)[0] == ["ยังไม่ได้ระบุตัวชี้วัด"]
    form.finding.setCurrentIndex(form.finding.findData(recommended[0].id))
    form.finding.activated.emit(form.finding.currentIndex())
    current = dialog.list.current()
    assert current is not None
    assert (current.indicator_code, current.finding_ids) == ("7", (recommended[0].id,))


def test_that_edited_words_are_not_thrown_away_unasked(
    desk: Desk, recommended: list[Finding], say: RecordingSay
) -> None:
    untouched = recommendations(desk)
    untouched.cancel.click()
    assert say.questions == []
    settle()
    dialog = recommendations(desk)
    type_text(dialog.form.text, "ก")
    press(dialog, Qt.Key.Key_Escape)
    assert say.danger
    assert dialog.isVisible()
    say.yes()
    assert not dialog.isVisible()


def test_that_an_emptied_recommendation_is_not_added(desk: Desk, recommended: list[Finding]) -> None:
    dialog = recommendations(desk)
    dialog.form.text.setFocus()
    press(dialog.form.text, Qt.Key.Key_A, CTRL)
    press(dialog.form.text, Qt.Key.Key_Delete)
    assert dialog.agree.text() == "เพิ่ม 1 มาตรการ"
    assert words(dialog.list)[0][0] == "(ไม่มีถ้อยคำ จะไม่ถูกเพิ่ม)"


def test_that_without_recommendations_the_page_says_where_to_put_them(desk: Desk) -> None:
    dialog = recommendations(desk)
    assert not dialog.agree.isVisible()
    assert dialog.chosen() == []


@pytest.fixture
def kept(database: Database) -> list[LibraryMeasure]:
    given = [
        LibraryMeasure("1", actions=("ทำคู่มือ",), divisions=("กองคลัง",), first_month=10, last_month=12),
        LibraryMeasure("7", actions=("ลงข่าว",), divisions=("กองการประปา",), owner="นิติกร"),
        LibraryMeasure("9", actions=("ตรวจลิงก์",), all_divisions=True),
    ]
    database.write(library.add_to_library, given)
    return database.read(library.list_library)


def shown_library(dialog: LibraryDialog) -> list[str]:
    return [entry.value.text for entry in dialog.list.entries()]


def test_that_kept_measures_come_into_this_year(desk: Desk, kept: list[LibraryMeasure], database: Database) -> None:
    dialog = office_library(desk)
    press(dialog.list, Qt.Key.Key_Space)
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.list, Qt.Key.Key_Space)
    assert words(dialog.list, Look.REMARK)[1] == ["ไม่มีกองการประปาในรายชื่อส่วนราชการ จึงเขียนชื่อไว้ที่ผู้รับผิดชอบหลัก"]
    press(dialog.list, Qt.Key.Key_Return)
    first, second = desk.stored()
    treasury = next(d.id for d in database.read(office.list_divisions) if d.name == "กองคลัง")
    assert (first.division_ids, first.period.text) == ((treasury,), "ต.ค. 68 – ธ.ค. 68")
    assert second.owner == "กองการประปา นิติกร"
    assert desk.history.undo_words == "เพิ่ม 2 มาตรการจากคลัง"
    again = office_library(desk)
    assert words(again.list, Look.THERE) == [["มีในแผนแล้ว"], ["มีในแผนแล้ว"], []]


def test_that_the_library_is_ordered_and_cleared_with_undo(
    desk: Desk, kept: list[LibraryMeasure], database: Database
) -> None:
    dialog = office_library(desk)
    dialog.list.setFocus()
    press(dialog.list, Qt.Key.Key_Space)
    dialog.down.click()
    assert shown_library(dialog) == ["ลงข่าว", "ทำคู่มือ", "ตรวจลิงก์"]
    assert dialog.list.current_row() == 1
    assert [m.text for m in dialog.chosen()] == ["ทำคู่มือ"]
    dialog.remove.click()
    assert shown_library(dialog) == ["ลงข่าว", "ตรวจลิงก์"]
    assert dialog.chosen() == []
    press(dialog, Qt.Key.Key_Z, CTRL)
    press(dialog, Qt.Key.Key_Z, CTRL)
    assert database.read(library.list_library) == kept
    press(dialog, Qt.Key.Key_Y, CTRL)
    press(dialog, Qt.Key.Key_Y, CTRL)
    assert shown_library(dialog) == ["ลงข่าว", "ตรวจลิงก์"]


def test_that_rows_are_not_moved_while_some_are_hidden(desk: Desk, kept: list[LibraryMeasure]) -> None:
    dialog = office_library(desk)
    type_text(dialog.search, "ลิงก์")
    assert dialog.list.shown_rows() == [2]
    assert not dialog.up.isEnabled()
    assert not dialog.down.isEnabled()
    press(dialog.list, Qt.Key.Key_Up, ALT)
    assert shown_library(dialog) == [each.text for each in kept]


def test_that_the_library_is_worked_by_keys(desk: Desk, kept: list[LibraryMeasure]) -> None:
    dialog = office_library(desk)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
    assert shown_library(dialog) == ["ลงข่าว", "ตรวจลิงก์", "ทำคู่มือ"]
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert shown_library(dialog) == ["ลงข่าว", "ตรวจลิงก์"]
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    settle()
    assert [form.edited().text for form in dialog.findChildren(LibraryForm)] == ["ตรวจลิงก์"]


def form_of(dialog: LibraryDialog) -> LibraryForm:
    dialog.edit.click()
    settle()
    return next(form for form in dialog.findChildren(LibraryForm) if form.isVisible())


def test_that_a_kept_measure_is_edited_in_every_field(
    desk: Desk, kept: list[LibraryMeasure], database: Database
) -> None:
    dialog = office_library(desk)
    dialog.list.stand_on(1)
    form = form_of(dialog)
    assert form.edited() == kept[1]
    form.bullets.setFocus()
    press(form.bullets, Qt.Key.Key_End, CTRL)
    type_text(form.bullets, "ทุกวัน")
    form.title.setText("สื่อสาร")
    form.indicator.setCurrentIndex(form.indicator.findData("8"))
    form.first_month.setCurrentIndex(form.first_month.findData(11))
    press(form.divisions, Qt.Key.Key_Down)
    press(form.divisions, Qt.Key.Key_Space)
    press(form.divisions, Qt.Key.Key_Down)
    press(form.divisions, Qt.Key.Key_Space)
    form.save.click()
    changed = database.read(library.list_library)[1]
    assert changed == replace(
        kept[1],
        title="สื่อสาร",
        actions=("ลงข่าวทุกวัน",),
        indicator_code="8",
        first_month=11,
        last_month=11,
        divisions=("สำนักปลัด",),
    )
    assert shown_library(dialog)[1] == "สื่อสาร\nลงข่าวทุกวัน"
    press(dialog, Qt.Key.Key_Z, CTRL)
    assert database.read(library.list_library) == kept


def test_that_impossible_edits_are_explained_and_stay_open(
    desk: Desk, kept: list[LibraryMeasure], say: RecordingSay
) -> None:
    dialog = office_library(desk)
    form = form_of(dialog)
    form.last_month.setCurrentIndex(form.last_month.findData(9))
    form.first_month.setCurrentIndex(form.first_month.findData(9))
    form.last_month.setCurrentIndex(form.last_month.findData(10))
    form.save.click()
    assert say.errors == ["เดือนสิ้นสุดอยู่ก่อนเดือนเริ่มต้น ปีงบประมาณเริ่มเดือนตุลาคมและสิ้นสุดเดือนกันยายน"]
    form.bullets.show_text("")
    form.save.click()
    assert "ยังไม่มีถ้อยคำ" in say.errors[-1]
    assert form.isVisible()


def test_that_selected_measures_are_kept_once(desk: Desk, database: Database, say: RecordingSay) -> None:
    desk.menu.aboutToShow.emit()
    assert not desk.menu.keep.isEnabled()
    desk.menu.keep_chosen()
    assert database.read(library.list_library) == []
    desk.selected = [Measure(YEAR, "1", actions=("ทำ",)), Measure(YEAR, "2", actions=("ลง",))]
    desk.menu.aboutToShow.emit()
    assert desk.menu.keep.isEnabled()
    desk.menu.keep.trigger()
    desk.selected = desk.selected[:1]
    desk.menu.keep.trigger()
    assert say.told_sentences == [
        "เลือกมาตรการในตารางก่อน แล้วจึงเก็บเข้าคลัง",
        "เก็บ 2 มาตรการเข้าคลังแล้ว",
        "1 มาตรการมีในคลังอยู่แล้วหรือยังไม่มีถ้อยคำ",
    ]
    assert [each.text for each in database.read(library.list_library)] == ["ทำ", "ลง"]


def test_that_an_empty_library_says_how_to_fill_it(desk: Desk) -> None:
    dialog = office_library(desk)
    assert not dialog.agree.isVisible()
    assert dialog.chosen() == []


def test_that_every_entry_opens_its_dialog(desk: Desk) -> None:
    menu = desk.menu
    for entry, kind in (
        (menu.suggestions, SuggestionDialog),
        (menu.last_year, LastYearDialog),
        (menu.recommendations, RecommendationDialog),
        (menu.library, LibraryDialog),
    ):
        desk.dialog(kind, entry.trigger).reject()
        settle()
