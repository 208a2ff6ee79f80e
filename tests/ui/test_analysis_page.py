"""The page of the analysis over a real data file: proposing, editing, ordering, sending to the measures, undoing."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from keys import CTRL, press, type_text
from office_context import make_context
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.topics import Topic
from ita_desktop.services import assessments, findings, measures
from ita_desktop.ui.meetings.pick_dialog import PickDialog
from ita_desktop.ui.scores.analysis_page import AnalysisPage
from ita_desktop.ui.scores.scores_tab import ScoresTab
from ita_desktop.ui.widgets.mark_icon import Tone

Y2568, Y2569 = FiscalYear(2568), FiscalYear(2569)
SCORES = ["80", "90", "95", "95", "95", "90", "95", "95", "70.38", "96"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    indicators = {str(n): Decimal(score) for n, score in enumerate(SCORES, start=1)}
    opened.write(assessments.record_assessment, Assessment(Y2568, indicators))
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> Iterator[ScoresTab]:
    window.resize(1366, 700)
    made = ScoresTab(make_context(database, say, window), window)
    made.resize(1366, 700)
    made.show()
    made.show_page(1)
    yield made
    # Left to the event loop, hundreds of widgets would stay alive for the tests that follow.
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(tab: ScoresTab) -> AnalysisPage:
    shown = tab.stack.currentWidget()
    assert isinstance(shown, AnalysisPage)
    return shown


def lines(page: AnalysisPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def kept(database: Database) -> list[Finding]:
    return database.read(findings.list_findings, Y2568)


def choose_class(page: AnalysisPage, number: int) -> None:
    page.form.finding_class.setCurrentIndex(number)
    page.form.finding_class.activated.emit(number)


def test_that_every_indicator_with_a_score_is_proposed_most_pressing_first(
    page: AnalysisPage, database: Database
) -> None:
    assert lines(page)[0] == "9. การเปิดเผยข้อมูล\nเสนอ: ต้องแก้ไขเร่งด่วน · 70.38 · รวมเพิ่มได้ 4.92"
    assert lines(page)[1].startswith("1. การปฏิบัติหน้าที่\nเสนอ: ต้องแก้ไขเร่งด่วน")
    assert lines(page)[2].startswith("6. คุณภาพการดำเนินงาน\nเสนอ: ควรพัฒนา")
    assert len(lines(page)) == 10
    assert kept(database) == []


def test_that_rule_reason_and_effect_are_said(page: AnalysisPage) -> None:
    assert "ต่ำกว่า 85 คะแนน: ต้องแก้ไขเร่งด่วน" in page.rule.raw_text()
    assert "ยกตัวชี้วัดที่ 9. การเปิดเผยข้อมูล จาก 70.38 เป็น 95.00 คะแนนรวมเพิ่ม 4.92" in page.form.effect.raw_text()
    assert "ได้ 70.38 คะแนน ต่ำกว่า 85 จึงต้องแก้ไขเร่งด่วน" in page.form.effect.raw_text()


def test_that_a_proposed_finding_is_kept_when_a_field_is_left(page: AnalysisPage, database: Database) -> None:
    page.form.cause.setFocus()
    type_text(page.form.cause, "เว็บไซต์ปรับปรุง ไม่ครบ")
    assert kept(database) == []
    page.form.cause.clearFocus()
    page.finish()
    assert kept(database) == [
        Finding(Y2568, "9", FindingClass.URGENT, cause="เว็บไซต์ปรับปรุง ไม่ครบ", position=1, id=kept(database)[0].id)
    ]
    assert lines(page)[0].startswith("9. การเปิดเผยข้อมูล\nต้องแก้ไขเร่งด่วน")


def test_that_several_fields_of_a_proposed_finding_make_one_finding(page: AnalysisPage, database: Database) -> None:
    page.form.text.setPlainText("ข้อมูลไม่ครบ")
    page.form.cause.setPlainText("ไม่มีผู้รับผิดชอบ")
    page.form.recommendation.setPlainText("เผยแพร่ให้ครบ")
    page.form.topic.setText("การให้บริการและระบบ E-Service")
    page.finish()
    (finding,) = kept(database)
    assert (finding.text, finding.cause, finding.recommendation, finding.topic) == (
        "ข้อมูลไม่ครบ",
        "ไม่มีผู้รับผิดชอบ",
        "เผยแพร่ให้ครบ",
        "การให้บริการและระบบ E-Service",
    )


def test_that_another_class_than_the_rules_is_kept_and_remarked(page: AnalysisPage, database: Database) -> None:
    choose_class(page, 2)
    assert [finding.finding_class for finding in kept(database)] == [FindingClass.KEEP]
    note = page.form.form.note(page.form.finding_class)
    assert note.tone is Tone.WARNING
    assert "ต้องแก้ไขเร่งด่วน" in note.sentence
    choose_class(page, 0)
    assert not note.sentence


def test_that_all_proposals_are_taken_in_one_step(tab: ScoresTab, page: AnalysisPage, database: Database) -> None:
    choose_class(page, 1)
    page.propose.click()
    found = kept(database)
    assert len(found) == 10
    assert found[0].finding_class is FindingClass.IMPROVE
    assert not page.propose.isEnabled()
    press(tab, Qt.Key.Key_Z, CTRL)
    assert len(kept(database)) == 1
    press(tab, Qt.Key.Key_Y, CTRL)
    assert kept(database) == found


def test_that_findings_are_put_in_another_order(tab: ScoresTab, page: AnalysisPage, database: Database) -> None:
    page.propose.click()
    assert not page.up.isEnabled()
    page.down.click()
    assert [finding.indicator_code for finding in kept(database)][:2] == ["1", "9"]
    assert page.form.head.raw_text().startswith("ตัวชี้วัดที่ 9.")
    press(tab, Qt.Key.Key_Z, CTRL)
    assert [finding.indicator_code for finding in kept(database)][:2] == ["9", "1"]


def test_that_edits_and_removal_are_undone(tab: ScoresTab, page: AnalysisPage, database: Database) -> None:
    page.form.text.setPlainText("ก่อน")
    page.finish()
    page.form.text.setPlainText("หลัง")
    page.finish()
    page.form.remove.click()
    assert kept(database) == []
    seen = []
    for _ in range(3):
        press(tab, Qt.Key.Key_Z, CTRL)
        seen.append([finding.text for finding in kept(database)])
    assert seen == [["หลัง"], ["ก่อน"], []]
    for _ in range(2):
        press(tab, Qt.Key.Key_Y, CTRL)
    assert [finding.text for finding in kept(database)] == ["หลัง"]


def open_dialog(page: AnalysisPage) -> PickDialog[object]:
    page.form.send.click()
    (found,) = [dialog for dialog in page.window().findChildren(PickDialog) if dialog.isVisible()]
    return found


def test_that_a_weak_indicator_is_sent_to_the_measures_with_suggestions(
    tab: ScoresTab, page: AnalysisPage, database: Database
) -> None:
    dialog = open_dialog(page)
    items = [str(dialog.list.model().index(n, 0).data()) for n in range(dialog.list.model().rowCount())]
    assert len(items) > 1
    assert any("ต.ค. 68" in item for item in items)
    dialog.all.click()
    dialog.agree.click()
    added = database.read(measures.list_measures, Y2569)
    assert len(added) == len(items)
    (finding,) = kept(database)
    assert {measure.finding_ids for measure in added} == {(finding.id,)}
    assert all(measure.indicator_code == "9" and measure.period.is_read for measure in added)
    assert page.sent.sentence == f"เพิ่ม {len(added)} มาตรการในแผนปี 2569 แล้ว"
    page.sent_undo.click()
    assert database.read(measures.list_measures, Y2569) == []
    press(tab, Qt.Key.Key_Y, CTRL)
    assert database.read(measures.list_measures, Y2569) == added


def test_that_nothing_chosen_adds_no_measure(page: AnalysisPage, database: Database) -> None:
    open_dialog(page).agree.click()
    assert database.read(measures.list_measures, Y2569) == []
    assert not page.sent.sentence


def test_that_the_added_measures_can_be_looked_at(tab: ScoresTab, page: AnalysisPage, database: Database) -> None:
    asked: list[tuple[Topic, int]] = []
    tab.place_asked.connect(lambda topic, item: asked.append((topic, item)))
    dialog = open_dialog(page)
    dialog.all.click()
    dialog.agree.click()
    page.sent_show.click()
    assert asked == [(Topic.MEASURES, database.read(measures.list_measures, Y2569)[0].id)]


def test_that_the_reports_recommendations_are_kept_with_the_scores(
    tab: ScoresTab, page: AnalysisPage, database: Database
) -> None:
    page.recommendations.setPlainText("ควรเผยแพร่ข้อมูลให้ครบถ้วน")
    page.finish()
    found = database.read(assessments.find_assessment, Y2568)
    assert found is not None
    assert found.recommendations == "ควรเผยแพร่ข้อมูลให้ครบถ้วน"
    press(tab, Qt.Key.Key_Z, CTRL)
    found = database.read(assessments.find_assessment, Y2568)
    assert found is not None
    assert not found.recommendations


def test_that_a_year_without_scores_says_what_to_do_first(tab: ScoresTab, page: AnalysisPage) -> None:
    tab.context.years.choose(FiscalYear(2560))
    assert page.empty.isVisible()
    assert not page.form.isVisible()
    page.finish()


def test_that_typing_is_kept_when_another_page_or_finding_is_shown(
    tab: ScoresTab, page: AnalysisPage, database: Database
) -> None:
    page.form.text.setPlainText("หนึ่ง")
    page.select("6")
    assert page.form.head.raw_text() == "ตัวชี้วัดที่ 6. คุณภาพการดำเนินงาน"
    assert page.form.text.text() == ""
    page.form.text.setPlainText("สอง")
    tab.show_page(0)
    assert {finding.indicator_code: finding.text for finding in kept(database)} == {"9": "หนึ่ง", "6": "สอง"}


@pytest.mark.parametrize("number", [2, 3])
def test_that_the_other_pages_are_shown(tab: ScoresTab, number: int) -> None:
    tab.show_page(number)
    assert tab.stack.currentWidget().isVisible()
    tab.context.years.choose(FiscalYear(2568))
    tab.show_page(0)
    assert tab.stack.currentWidget() is tab.entry
