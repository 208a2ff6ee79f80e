"""The documents tab over a real data file and real papers."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from keys import press, type_text
from office_context import make_context
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop import evidence_files
from ita_desktop.catalog import sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus, Plan, Progress, ProgressEvidence, Theme, ThemePoint
from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.paper import DocumentKind, PaperOptions, PaperSize, ReportRound
from ita_desktop.domain.plan_documents import FollowUpDocument
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import follow_ups, measures, meetings, office, plans, records
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.documents import reading
from ita_desktop.ui.documents.documents_tab import DocumentsTab, pdf_of
from ita_desktop.ui.documents.words_dialog import WordsDialog
from ita_desktop.ui.widgets.labels import ThaiLabel

YEAR = FiscalYear(2569)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(records.write_record, sample_record())
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget, qtbot: QtBot) -> Iterator[DocumentsTab]:
    yield from shown(database, say, window, qtbot)


def shown(database: Database, say: RecordingSay, window: QWidget, qtbot: QtBot) -> Iterator[DocumentsTab]:
    made = DocumentsTab(make_context(database, say, window), window)
    window.resize(1366, 640)
    made.resize(1366, 640)
    made.show()
    settle(made, qtbot)
    yield made
    made.context.background.stop()


def settle(tab: DocumentsTab, qtbot: QtBot) -> None:
    """Wait until the preview shows what was asked for, at its own zoom."""
    qtbot.waitUntil(lambda: not tab.context.background.busy and tab.preview.is_crisp(), timeout=20_000)


def choose(tab: DocumentsTab, kind: DocumentKind, qtbot: QtBot) -> None:
    choice = next(choice for choice in tab.list.papers.shown() if choice.kind is kind)
    tab.list.choose((choice.kind, choice.meeting_id))
    settle(tab, qtbot)


def text_of(pdf: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(pdf).pages)


def save(tab: DocumentsTab, say: RecordingSay, path: Path, qtbot: QtBot) -> None:
    tab.keep.click()
    say.choose_file(path)
    qtbot.waitUntil(lambda: not tab.context.background.busy)


def test_that_every_paper_of_the_year_is_offered_and_previewed(tab: DocumentsTab, qtbot: QtBot) -> None:
    choices = tab.list.papers.shown()
    kinds = [choice.kind for choice in choices]
    assert set(kinds) == set(DocumentKind)
    assert kinds.count(DocumentKind.MINUTES) == kinds.count(DocumentKind.NEWS) == 4
    for choice in choices:
        tab.list.choose((choice.kind, choice.meeting_id))
        settle(tab, qtbot)
        assert (tab.preview.page_count > 0) is choice.can_print, choice.title
    closed = {choice.kind for choice in choices if not choice.can_print}
    assert closed == {DocumentKind.PHOTO_PAGE}


def test_that_a_paper_is_saved_under_the_suggested_name(
    tab: DocumentsTab, say: RecordingSay, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
    tab.keep.click()
    assert say.suggested[-1].name.startswith("แนวทางและมาตรการยกระดับผลการประเมิน ITA")
    assert say.suggested[-1].name.endswith("2569.pdf")
    target = tmp_path / say.suggested[-1].name
    say.choose_file(target)
    qtbot.waitUntil(lambda: bool(say.told_sentences))
    assert str(target) in say.told_sentences[-1]
    assert "เทศบาลตำบลบ้านสวนตาล" in text_of(target)
    assert list(tmp_path.glob("*.tmp")) == []
    tab.keep.click()
    assert say.suggested[-1].parent == tmp_path


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "ดิสก์เต็ม"), (errno.EROFS, "เลือกโฟลเดอร์อื่น"), (errno.EACCES, "เลือกโฟลเดอร์อื่น")]
)
def test_that_a_refusal_of_the_system_is_a_sentence_and_the_old_file_stays(
    tab: DocumentsTab,
    say: RecordingSay,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")

    def refuse(path: Path, content: bytes) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with qtbot.captureExceptions() as caught:
        save(tab, say, target, qtbot)
    [(kind, error, _)] = caught
    assert issubclass(kind, UserError)
    assert words in str(error)
    assert target.read_bytes() == b"old"
    assert tab.keep.isEnabled()


def test_that_a_file_open_elsewhere_is_left_alone_with_a_sentence(
    tab: DocumentsTab, say: RecordingSay, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")

    def held(self: Path, other: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use", str(other))

    monkeypatch.setattr(Path, "replace", held)
    with qtbot.captureExceptions() as caught:
        save(tab, say, target, qtbot)
    assert "เปิดอยู่ในโปรแกรมอื่น" in str(caught[0][1])
    assert target.read_bytes() == b"old"


def test_that_a_folder_that_is_gone_is_a_sentence(
    tab: DocumentsTab, say: RecordingSay, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.captureExceptions() as caught:
        save(tab, say, tmp_path / "ถอดแล้ว" / "แผน.pdf", qtbot)
    assert str(caught[0][1]).startswith("ไม่พบ")


def test_that_a_copy_is_opened_in_the_systems_viewer(
    tab: DocumentsTab, say: RecordingSay, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) is None)
    tab.open.click()
    qtbot.waitUntil(lambda: len(opened) == 1)
    tab.open.click()
    qtbot.waitUntil(lambda: len(opened) == 2)
    files = [Path(url.toLocalFile()) for url in opened]
    assert files[0] != files[1]
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    assert say.errors == []


def test_that_a_pc_without_a_viewer_is_told_what_to_do(
    tab: DocumentsTab, say: RecordingSay, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    tab.open.click()
    qtbot.waitUntil(lambda: bool(say.errors))
    assert "บันทึกเป็น PDF" in say.errors[0]


def test_that_a_paper_is_printed_page_by_page(
    tab: DocumentsTab, say: RecordingSay, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
    target = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    pages = tab.preview.page_count
    tab._work(lambda: (tmp_path / "x").touch(), lambda _: None)
    tab._send(printer, pdf_of(tab._compose()))
    qtbot.waitUntil(lambda: bool(say.told_sentences), timeout=30_000)
    printed = PdfReader(target)
    assert len(printed.pages) == pages
    assert float(printed.pages[0].mediabox.width) == pytest.approx(595, abs=2)
    assert say.told_sentences[-1] == f"ส่งไปยังเครื่องพิมพ์แล้ว {pages} หน้า"


def test_that_the_score_sheet_is_laid_out_for_a3_and_printed_so(
    tab: DocumentsTab, say: RecordingSay, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
    assert tab.variant.isHidden()
    choose(tab, DocumentKind.SCORE_SHEET, qtbot)
    assert tab.variant.isVisible()
    tab.variant.setFocus()
    QTest.keyClick(tab.variant, Qt.Key.Key_Down)
    settle(tab, qtbot)
    [size] = tab.preview._sizes
    assert (round(size.width()), round(size.height())) == (842, 1191)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    tab._send(printer, pdf_of(tab._compose()))
    qtbot.waitUntil(lambda: bool(say.told_sentences), timeout=30_000)
    [page] = PdfReader(tmp_path / "printed.pdf").pages
    assert float(page.mediabox.height) == pytest.approx(1191, abs=2)
    choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
    assert max(size.height() for size in tab.preview._sizes) < 850


def test_that_printing_asks_for_a_printer_first(tab: DocumentsTab) -> None:
    tab.print.click()
    [dialog] = tab.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_that_turning_the_plan_is_kept_and_shown(tab: DocumentsTab, database: Database, qtbot: QtBot) -> None:
    choose(tab, DocumentKind.SCORE_SHEET, qtbot)
    assert tab.landscape.isHidden()
    choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
    before = database.read(plans.get_plan, YEAR)
    tab.landscape.click()
    settle(tab, qtbot)
    assert database.read(plans.get_plan, YEAR) == replace(before, landscape=not before.landscape)
    assert any(size.width() > size.height() for size in tab.preview._sizes) is not before.landscape


def test_that_all_columns_of_the_plan_are_kept_and_shown(
    tab: DocumentsTab, database: Database, say: RecordingSay, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(tab, DocumentKind.FOLLOW_UP, qtbot)
    assert tab.all_columns.isHidden()
    choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
    assert not tab.all_columns.isChecked()
    tab.all_columns.click()
    settle(tab, qtbot)
    assert database.read(plans.get_plan, YEAR).all_columns
    save(tab, say, tmp_path / "แผน.pdf", qtbot)
    assert "การกำกับติดตาม" in text_of(tmp_path / "แผน.pdf")
    tab.all_columns.click()
    settle(tab, qtbot)
    save(tab, say, tmp_path / "แผน.pdf", qtbot)
    assert "การกำกับติดตาม" not in text_of(tmp_path / "แผน.pdf")


@pytest.mark.parametrize("report_round", ReportRound)
def test_that_a_paper_asked_for_is_shown_in_its_variant(
    tab: DocumentsTab, say: RecordingSay, qtbot: QtBot, report_round: ReportRound
) -> None:
    tab.show_paper(DocumentKind.FOLLOW_UP, PaperOptions(round=report_round))
    settle(tab, qtbot)
    choice = tab.list.current()
    assert choice is not None
    assert choice.kind is DocumentKind.FOLLOW_UP
    tab.keep.click()
    assert say.suggested[-1].name == f"รายงานผลการดำเนินการตามมาตรการ 2569 {report_round.words}.pdf"
    assert tab.preview.page_count > 2


def test_that_each_division_can_be_chosen_for_its_open_measures(
    tab: DocumentsTab, database: Database, say: RecordingSay, qtbot: QtBot
) -> None:
    works = next(found for found in database.read(office.list_divisions) if found.name == "กองช่าง")
    tab.show_paper(DocumentKind.OUTSTANDING, PaperOptions(division_id=works.id))
    settle(tab, qtbot)
    tab.keep.click()
    assert say.suggested[-1].name == "มาตรการที่ยังค้าง 2569 กองช่าง.pdf"


def test_that_another_paper_begins_with_its_usual_variant(tab: DocumentsTab, qtbot: QtBot) -> None:
    tab.show_paper(DocumentKind.SCORE_SHEET, PaperOptions(size=PaperSize.A3))
    settle(tab, qtbot)
    assert tab.variant.currentText() == "กระดาษ A3"
    choose(tab, DocumentKind.TIMELINE, qtbot)
    assert tab.variant.currentText() == "กระดาษ A4"


def test_that_the_preview_follows_the_record_and_keeps_its_place(
    tab: DocumentsTab, database: Database, qtbot: QtBot
) -> None:
    choose(tab, DocumentKind.MINUTES, qtbot)
    tab.preview.verticalScrollBar().setValue(300)
    first = tab._shown
    meeting = database.read(meetings.list_meetings, YEAR)[-1]
    database.write(meetings.save_meeting, replace(meeting, place="ศาลากลางบ้าน"))
    assert tab.preview.page_count > 0
    settle(tab, qtbot)
    assert tab._shown != first
    assert tab.preview.verticalScrollBar().value() == 300


def test_that_nothing_is_drawn_again_when_the_paper_is_the_same(
    tab: DocumentsTab, database: Database, qtbot: QtBot
) -> None:
    choose(tab, DocumentKind.SCORE_SHEET, qtbot)
    asked = tab._asked
    meeting = database.read(meetings.list_meetings, YEAR)[-1]
    database.write(meetings.save_meeting, replace(meeting, place="ศาลากลางบ้าน"))
    settle(tab, qtbot)
    assert tab._asked == asked


def test_that_what_is_missing_is_said_and_a_remark_leads_to_its_tab(
    tab: DocumentsTab, database: Database, qtbot: QtBot
) -> None:
    bare = database.write(meetings.save_meeting, Meeting(YEAR, name="ประชุมด่วน <1> & 2"))
    tab.list.choose((DocumentKind.MINUTES, bare.id))
    settle(tab, qtbot)
    assert "ยังไม่ได้กรอกวันที่ประชุม" in tab.notes.sentences
    places: list[tuple[Topic, int]] = []
    tab.place_asked.connect(lambda topic, item_id: places.append((topic, item_id)))
    line = next(line for line in tab.notes.lines if "ประชุมด่วน" in line.accessibleName())
    press(line, Qt.Key.Key_Return)
    assert places == [(Topic.MEETINGS, bare.id)]


def test_that_an_invitation_has_no_remark_on_measures_and_the_plan_none_on_meetings(
    tab: DocumentsTab, database: Database, qtbot: QtBot
) -> None:
    database.write(measures.save_measure, Measure(YEAR, ""))
    database.write(meetings.save_meeting, Meeting(YEAR, name="ประชุมด่วน"))
    choose(tab, DocumentKind.INVITATION, qtbot)
    assert not any("มาตรการ “" in sentence for sentence in tab.notes.sentences)
    choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
    assert any("ยังไม่ได้กรอกแนวทาง" in sentence for sentence in tab.notes.sentences)
    assert not any("ประชุมด่วน" in sentence for sentence in tab.notes.sentences)


def test_that_notes_beside_a_report_follow_its_round(tab: DocumentsTab, database: Database, qtbot: QtBot) -> None:
    choose(tab, DocumentKind.FOLLOW_UP, qtbot)
    told = []
    for number in range(tab.variant.count()):
        tab.variant.setCurrentIndex(number)
        tab.variant.activated.emit(number)
        settle(tab, qtbot)
        assert isinstance(tab._shown, FollowUpDocument)
        silent = sum(bool(row.nothing) for row in tab._shown.rows)
        told.append(silent)
        words = Numerals.THAI.show(f"มี {silent} มาตรการที่ยังไม่ได้บันทึกผล")
        assert any(words in sentence for sentence in tab.notes.sentences) is bool(silent)
    assert told[0] != told[1]


def test_that_no_line_of_a_note_ends_with_an_opening_quote(window: QWidget) -> None:
    label = ThaiLabel("เอกสารจะพิมพ์ว่า “ยังไม่มีผล” และ “ไม่มีวันที่บันทึกผล”", "caption", window)
    label.show()
    for width in range(60, 400, 7):
        label.resize(width, 400)
        layout = QTextLayout(label.text(), label.font())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            shown = label.text()[line.textStart() : line.textStart() + line.textLength()]
            assert not shown.strip(" \u180e\u200b").endswith("“"), width
        layout.endLayout()


def test_that_a_year_without_meetings_says_so_and_offers_no_empty_paper(
    tmp_path: Path, say: RecordingSay, window: QWidget, qtbot: QtBot
) -> None:
    empty = Database.open(tmp_path / "new.itadb")
    empty.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ใหม่"))
    for tab in shown(empty, say, window, qtbot):
        choose(tab, DocumentKind.MINUTES, qtbot)
        assert tab.preview.page_count == 0
        assert not tab.keep.isEnabled()
        assert tab.notes.sentences[0].startswith("ยังไม่ได้บันทึกการประชุม")
        choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
        assert tab.preview.page_count > 0
        assert tab.keep.isEnabled()
    empty.close()


def open_words(tab: DocumentsTab) -> WordsDialog:
    tab.words.click()
    return tab.findChildren(WordsDialog)[-1]


def test_that_own_words_are_kept_and_printed(
    tab: DocumentsTab, database: Database, say: RecordingSay, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
    dialog = open_words(tab)
    dialog.background.setPlainText("ย่อหน้าแรก & <หนึ่ง>\n\n  ย่อหน้าสอง")
    dialog.approaches.setPlainText("แนวทางเดียว")
    dialog.signer.setText("")
    type_text(dialog.signer, "นายลงนาม ชัดเจน")
    dialog.keep.click()
    plan = database.read(plans.get_plan, YEAR)
    assert plan.background == ("ย่อหน้าแรก & <หนึ่ง>", "ย่อหน้าสอง")
    assert (plan.approaches, plan.signer) == (("แนวทางเดียว",), "นายลงนาม ชัดเจน")
    settle(tab, qtbot)
    target = tmp_path / "plan.pdf"
    save(tab, say, target, qtbot)
    assert "ย่อหน้าแรก & <หนึ่ง>" in text_of(target)


def test_that_words_left_alone_change_nothing(tab: DocumentsTab, database: Database) -> None:
    before = database.read(plans.get_plan, YEAR)
    dialog = open_words(tab)
    assert dialog.plan() == before
    dialog.keep.click()
    assert database.read(plans.get_plan, YEAR) == before


def test_that_the_standard_words_stand_there_in_grey_and_can_be_taken_over(
    tab: DocumentsTab, database: Database, qtbot: QtBot
) -> None:
    database.write(plans.save_plan, Plan(YEAR))
    choose(tab, DocumentKind.MEASURES_PLAN, qtbot)
    words = reading.read_words(tab.context, YEAR)
    dialog = open_words(tab)
    assert dialog.background._standard == "\n\n".join(words.standard.background)
    assert len(words.standard.background) == len(words.standard.background_alone) + 1
    shown = tab._compose()
    assert shown.background == words.standard.background  # type: ignore[union-attr]
    dialog.background.insertPlainText("\n".join(words.standard.background_alone))
    dialog.themes.copy.click()
    dialog.keep.click()
    plan = database.read(plans.get_plan, YEAR)
    assert plan.background == words.standard.background_alone
    assert plan.themes == words.standard.themes
    assert tab._compose().background != ()  # type: ignore[union-attr]


def test_that_themes_are_added_changed_and_removed(tab: DocumentsTab, database: Database) -> None:
    database.write(plans.save_plan, replace(database.read(plans.get_plan, YEAR), themes=()))
    dialog = open_words(tab)
    dialog.themes.add.click()
    dialog.themes.add.click()
    first, second = dialog.themes.editors
    type_text(first.title, "หัวข้อแรก")
    type_text(first.points[0].lead, "นำ")
    type_text(first.points[0].text, "ข้อความ")
    first.add.click()
    first.points[1].remove.click()
    type_text(second.title, "ไม่เอา")
    second.remove.click()
    dialog.keep.click()
    assert database.read(plans.get_plan, YEAR).themes == (Theme("หัวข้อแรก", (ThemePoint("ข้อความ", "นำ"),)),)


@pytest.mark.parametrize("typed", ["100.01", "-5", "84.999", "เก้าสิบ"])
def test_that_an_impossible_target_is_refused_beside_the_field(
    tab: DocumentsTab, database: Database, typed: str
) -> None:
    before = database.read(plans.get_plan, YEAR)
    dialog = open_words(tab)
    dialog.total.clear()
    type_text(dialog.total, typed)
    dialog.keep.click()
    assert dialog.isVisible()
    assert dialog.total.problem()
    assert dialog.total.text() == typed
    assert database.read(plans.get_plan, YEAR) == before


def test_that_closing_with_changed_words_asks_first(tab: DocumentsTab, say: RecordingSay) -> None:
    dialog = open_words(tab)
    dialog.reject()
    assert not dialog.isVisible()
    dialog = open_words(tab)
    type_text(dialog.background, "x")
    dialog.reject()
    assert say.danger
    assert dialog.isVisible()
    say.yes()
    assert not dialog.isVisible()


def test_that_the_news_is_copied_as_text_with_one_press(tab: DocumentsTab, say: RecordingSay, qtbot: QtBot) -> None:
    choose(tab, DocumentKind.MINUTES, qtbot)
    assert not tab.copy.isVisible()
    choose(tab, DocumentKind.NEWS, qtbot)
    assert tab.copy.isVisible()
    QGuiApplication.clipboard().clear()
    tab.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("ข่าวประชาสัมพันธ์\n\n")
    assert "ทั้งนี้" in text
    assert say.told_sentences[-1] == "คัดลอกข้อความข่าวแล้ว วางในเว็บไซต์หรือเฟซบุ๊กได้ทันที"


def test_that_each_resolution_can_be_chosen_for_its_copy(tab: DocumentsTab, say: RecordingSay, qtbot: QtBot) -> None:
    choose(tab, DocumentKind.EXTRACT, qtbot)
    assert tab.variant.isVisible()
    assert tab.variant.count() >= 4
    first = tab.preview.page_count
    tab.variant.setCurrentIndex(3)
    tab.variant.activated.emit(3)
    settle(tab, qtbot)
    tab.keep.click()
    assert first == tab.preview.page_count == 1
    assert "วาระที่ 4" in say.suggested[-1].name


def test_that_the_report_says_which_evidence_is_missing_or_altered(
    tab: DocumentsTab, database: Database, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "ภาพถ่าย.jpg"
    source.write_bytes(b"photo")
    kept = evidence_files.keep(source, evidence_files.evidence_folder(database.path))
    [measure, *_] = database.read(measures.list_measures, tab.context.years.plan_year)
    evidence = ProgressEvidence("ภาพ", kept.file_name, kept.sha256)
    entry = Progress(measure.id, date(2026, 1, 10), MeasureStatus.IN_PROGRESS, evidence=(evidence,))
    database.write(follow_ups.record_progress, entry)
    choose(tab, DocumentKind.FOLLOW_UP, qtbot)
    settle(tab, qtbot)
    assert not any("หลักฐาน" in sentence and "ไม่พบ" in sentence for sentence in tab.notes.sentences)
    [copy] = [path for path in evidence_files.evidence_folder(database.path).iterdir() if path.is_file()]
    copy.chmod(0o644)
    copy.unlink()
    tab.refresh()
    qtbot.waitUntil(lambda: any("ไม่พบ" in sentence for sentence in tab.notes.sentences), timeout=10_000)
