"""The photos of a meeting on their page, with real picture files: added, ordered, captioned, removed, undone."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from keys import ALT, CTRL, press, type_text
from office_context import make_context
from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay
from sqlalchemy.orm import Session

from ita_desktop import photo_files
from ita_desktop.catalog import sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import MeetingStatus, Photo
from ita_desktop.errors import UserError
from ita_desktop.services import meetings, records
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings import autosave
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.meetings.photo_reading import PASTED_NAME

YEAR = FiscalYear(2569)
ORIENTATION = 0x0112


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(records.write_record, sample_record())
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> Iterator[MeetingsTab]:
    made = MeetingsTab(make_context(database, say, window, numerals=Numerals.THAI), window)
    window.resize(1366, 700)
    made.resize(1366, 700)
    made.show()
    window.activateWindow()
    made.show_item(of_status(database, MeetingStatus.CHECKED))
    made.form.show_page(made.form.photos)
    yield made
    made.context.background.stop()


def of_status(database: Database, status: MeetingStatus) -> int:
    return next(one.id for one in database.read(meetings.list_meetings, YEAR) if one.status is status)


def picture(folder: Path, name: str, size: tuple[int, int] = (640, 480), turned: int = 1) -> Path:
    """A picture of its own colour, its camera held as EXIF says."""
    path = folder / name
    image = Image.new("RGB", size, f"#{zlib.crc32(name.encode()) & 0xFFFFFF:06x}")
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    image.save(path, exif=exif)
    return path


def stored(tab: MeetingsTab) -> tuple[Photo, ...]:
    return tab.context.database.read(meetings.list_photos, tab.keeping.current_id)


def captions(tab: MeetingsTab) -> list[str]:
    return [photo.caption for photo in stored(tab)]


def add(tab: MeetingsTab, qtbot: QtBot, *paths: Path) -> None:
    """Choose the files in the dialog and wait until they are read."""
    QTest.mouseClick(tab.form.photos.add, Qt.MouseButton.LeftButton)
    assert isinstance(tab.context.say, RecordingSay)
    tab.context.say.choose_files(*paths)
    read_to_end(tab, qtbot)


def read_to_end(tab: MeetingsTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tab.photos.reading.count == 0, timeout=20_000)


def write_caption(tab: MeetingsTab, place: int, text: str) -> None:
    caption = tab.form.photos.cards[place].caption
    caption.setFocus()
    type_text(caption, text)


def test_that_chosen_files_become_photos_upright_with_their_originals_beside_the_data(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "รูปจากกล้อง"
    folder.mkdir()
    paths = [picture(folder, "ประชุมเช้า ๑.jpg", turned=6), picture(folder, "ประชุมบ่าย.png")]
    add(tab, qtbot, *paths)
    first, second = stored(tab)
    assert (first.original_name, second.original_name) == ("ประชุมเช้า ๑.jpg", "ประชุมบ่าย.png")
    shown = QImage.fromData(first.image)
    assert (shown.width(), shown.height()) == (480, 640), "turned as the camera was held"
    for photo, path in zip((first, second), paths, strict=True):
        original = photo_files.find_original(photo, tab.context.database.path)
        assert original.path is not None
        assert original.path.read_bytes() == path.read_bytes()
    assert [not card.picture.pixmap().isNull() for card in tab.form.photos.cards] == [True, True]
    assert tab.keeping.history.undo_words == "เพิ่มภาพ ๒ ภาพ"


def test_that_files_that_are_no_photos_are_named_and_the_others_are_added(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    good = picture(tmp_path, "ดี.jpg")
    broken = tmp_path / "เสีย.jpg"
    broken.write_bytes(picture(tmp_path, "ใหญ่.jpg", (1600, 1200)).read_bytes()[:4000])
    heic = tmp_path / "ไอโฟน.heic"
    heic.write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 40)
    words = tmp_path / "บันทึก.jpg"
    words.write_text("ไม่ใช่ภาพ", encoding="utf-8")
    add(tab, qtbot, broken, heic, good, words, tmp_path / "ไม่มี.jpg")
    assert [photo.original_name for photo in stored(tab)] == ["ดี.jpg"]
    said = tab.form.photos.note.sentence.split("\n")
    assert [next(name for name in ("เสีย", "ไอโฟน", "บันทึก", "ไม่มี") if name in line) for line in said] == [
        "เสีย",
        "ไอโฟน",
        "บันทึก",
        "ไม่มี",
    ]
    assert "JPG" in said[1]


def test_that_a_photo_of_80_megapixels_is_read_and_reduced(tab: MeetingsTab, qtbot: QtBot, tmp_path: Path) -> None:
    add(tab, qtbot, picture(tmp_path, "ใหญ่มาก.jpg", (10_000, 8_000)))
    shown = QImage.fromData(stored(tab)[0].image)
    assert max(shown.width(), shown.height()) == photo_files.LONGEST_SIDE


def test_that_progress_is_shown_while_files_are_read_and_the_rest_can_be_left_out(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tab.form.photos
    tab.photos.add([picture(tmp_path, f"{n}.jpg", (3000, 2000)) for n in range(8)])
    assert page.reading.isVisible()
    assert page.bar.maximum() == 8
    assert "0.jpg" in page.read_name.text()
    assert "กำลังอ่านภาพ" in tab.unsaved_work()
    qtbot.waitUntil(lambda: tab.photos.reading.done >= 1, timeout=20_000)
    QTest.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
    read_to_end(tab, qtbot)
    assert 1 <= len(stored(tab)) < 8
    assert not page.reading.isVisible()
    add(tab, qtbot, picture(tmp_path, "ต่อ.jpg"))
    assert stored(tab)[-1].original_name == "ต่อ.jpg"


def dropped(tab: MeetingsTab, mime: QMimeData, target: QWidget) -> bool:
    """Drag onto the widget and let go; whether it took the drag."""
    at, actions = QPoint(20, 20), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, actions, mime, button, keys)
    QApplication.sendEvent(target, enter)
    QApplication.sendEvent(target, QDropEvent(QPointF(at), actions, mime, button, keys))
    return enter.isAccepted()


def urls(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_that_dragged_files_become_photos_on_the_page_and_on_a_caption(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tab.form.photos
    assert dropped(tab, urls(picture(tmp_path, "ก.jpg"), picture(tmp_path, "ข.jpg")), page)
    read_to_end(tab, qtbot)
    assert dropped(tab, urls(picture(tmp_path, "ค.jpg")), page.cards[0].caption.viewport())
    read_to_end(tab, qtbot)
    assert [photo.original_name for photo in stored(tab)] == ["ก.jpg", "ข.jpg", "ค.jpg"]
    assert captions(tab) == ["", "", ""], "no file name is typed into a caption"
    link = QMimeData()
    link.setUrls([QUrl("https://www.example.go.th/photo.jpg")])
    assert not dropped(tab, link, page)


@pytest.mark.parametrize("where", ["page", "caption"])
def test_that_a_copied_picture_is_pasted_as_a_photo(tab: MeetingsTab, qtbot: QtBot, tmp_path: Path, where: str) -> None:
    page = tab.form.photos
    add(tab, qtbot, picture(tmp_path, "ก.jpg"))
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    target = page.add if where == "page" else page.cards[0].caption
    target.setFocus()
    press(target, Qt.Key.Key_V, CTRL, "v")
    read_to_end(tab, qtbot)
    pasted = stored(tab)[1]
    assert pasted.original_name == PASTED_NAME
    shown = QImage.fromData(pasted.image)
    assert (shown.width(), shown.height()) == (300, 200)
    assert shown.pixelColor(150, 100).green() > 100
    assert photo_files.find_original(pasted, tab.context.database.path).path is not None


def test_that_copied_files_are_pasted_and_words_still_go_into_a_caption(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tab.form.photos
    QGuiApplication.clipboard().setMimeData(urls(picture(tmp_path, "จากโฟลเดอร์.png")))
    press(page, Qt.Key.Key_V, CTRL, "v")
    read_to_end(tab, qtbot)
    QGuiApplication.clipboard().setText("คณะทำงานประชุม")
    page.cards[0].caption.setFocus()
    press(page.cards[0].caption, Qt.Key.Key_V, CTRL, "v")
    assert page.cards[0].caption.text() == "คณะทำงานประชุม"
    press(page, Qt.Key.Key_V, CTRL, "v")
    assert "ไม่มีภาพ" in page.note.sentence
    assert len(page.cards) == 1


def test_that_the_same_picture_is_not_added_twice(tab: MeetingsTab, qtbot: QtBot, tmp_path: Path) -> None:
    path = picture(tmp_path, "ก.jpg")
    add(tab, qtbot, path)
    add(tab, qtbot, path, picture(tmp_path, "ข.jpg"))
    assert [photo.original_name for photo in stored(tab)] == ["ก.jpg", "ข.jpg"]
    assert "“ก.jpg” อยู่แล้ว" in tab.form.photos.note.sentence


def test_that_captions_are_saved_by_themselves_and_leaving_one_is_one_step(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    add(tab, qtbot, picture(tmp_path, "ก.jpg"), picture(tmp_path, "ข.jpg"))
    write_caption(tab, 0, "ประธานเปิด")
    assert captions(tab) == ["", ""]
    qtbot.waitUntil(lambda: captions(tab) == ["ประธานเปิด", ""], timeout=autosave.LATEST + 500)
    type_text(tab.form.photos.cards[0].caption, "ประชุม")
    press(tab.form.photos.cards[0].caption, Qt.Key.Key_Return)
    assert tab.form.photos.cards[1].caption.hasFocus()
    assert captions(tab) == ["ประธานเปิดประชุม", ""]
    assert tab.keeping.history.undo_words == "แก้คำบรรยายภาพ"
    tab.undo()
    assert captions(tab) == ["", ""]
    assert tab.form.photos.cards[0].caption.text() == ""
    tab.redo()
    assert tab.form.photos.cards[0].caption.text() == "ประธานเปิดประชุม"


@pytest.mark.parametrize("leave", ["meeting", "tab", "year"])
def test_that_a_caption_is_saved_before_anything_else_is_shown(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path, leave: str
) -> None:
    add(tab, qtbot, picture(tmp_path, "ก.jpg"))
    meeting = tab.keeping.current_id
    write_caption(tab, 0, "ยังพิมพ์อยู่")
    if leave == "meeting":
        tab.show_item(of_status(tab.context.database, MeetingStatus.CERTIFIED))
        assert tab.form.photos.photos() != ()
    elif leave == "tab":
        tab.finish_editing()
    else:
        tab.finish_editing()
        tab.context.years.choose(YEAR + 1)
    assert tab.context.database.read(meetings.list_photos, meeting)[0].caption == "ยังพิมพ์อยู่"


def test_that_photos_are_moved_by_keys_and_buttons_and_each_move_is_undone(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tab.form.photos
    add(tab, qtbot, *(picture(tmp_path, f"{name}.jpg") for name in "กขค"))

    def order() -> str:
        return "".join(photo.original_name[0] for photo in stored(tab))

    card = page.cards[0]
    card.caption.setFocus()
    press(card.caption, Qt.Key.Key_Down, ALT)
    assert order() == "ขกค"
    assert card.caption.hasFocus(), "the cursor stays in the caption that was moved"
    QTest.mouseClick(card.down, Qt.MouseButton.LeftButton)
    assert order() == "ขคก"
    assert card.picture.hasFocus(), "the button at the end is dull and hands the keyboard on"
    press(card.picture, Qt.Key.Key_Down, ALT)
    assert order() == "ขคก"
    press(card.picture, Qt.Key.Key_Up, ALT)
    assert order() == "ขกค"
    for expected in ("ขคก", "ขกค", "กขค"):
        tab.undo()
        assert order() == expected
    assert [each.name.raw_text()[0] for each in page.cards] == list("กขค")
    assert page.cards[0].place.raw_text() == "ภาพที่ ๑"


def test_that_a_photo_is_removed_by_delete_and_comes_back_by_undo(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tab.form.photos
    add(tab, qtbot, picture(tmp_path, "ก.jpg"), picture(tmp_path, "ข.jpg"))
    write_caption(tab, 0, "คำบรรยาย")
    before = (replace(stored(tab)[0], caption="คำบรรยาย"), stored(tab)[1])
    press(page.cards[0].caption, Qt.Key.Key_Delete)
    assert len(page.cards) == 2, "Delete in a caption deletes letters"
    page.cards[0].picture.setFocus()
    press(page.cards[0].picture, Qt.Key.Key_Delete)
    assert [photo.original_name for photo in stored(tab)] == ["ข.jpg"]
    assert page.cards[0].picture.hasFocus()
    tab.undo()
    assert stored(tab) == before
    tab.undo()
    assert captions(tab) == ["", ""]
    tab.undo()
    assert stored(tab) == ()


def test_that_more_photos_than_the_news_prints_are_kept_with_a_word_about_it(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tab.form.photos
    add(tab, qtbot, *(picture(tmp_path, f"{n}.jpg") for n in range(6)))
    assert not page.limit.isVisible()
    add(tab, qtbot, picture(tmp_path, "6.jpg"))
    assert len(stored(tab)) == 7
    assert "มีภาพ ๗ ภาพ" in page.limit.sentence
    assert "๖ ภาพแรก" in page.limit.sentence
    assert ["ไม่อยู่ในข่าว" in card.place.raw_text() for card in page.cards] == [False] * 6 + [True]


def test_that_certified_minutes_take_photos_and_captions(tab: MeetingsTab, qtbot: QtBot, tmp_path: Path) -> None:
    tab.show_item(of_status(tab.context.database, MeetingStatus.CERTIFIED))
    count = len(stored(tab))
    add(tab, qtbot, picture(tmp_path, "หลังรับรอง.jpg"))
    write_caption(tab, -1, "ติดประกาศ")
    tab.finish_editing()
    assert len(stored(tab)) == count + 1
    assert captions(tab)[-1] == "ติดประกาศ"


def test_that_photos_are_read_only_when_their_page_is_seen(
    tab: MeetingsTab, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    add(tab, qtbot, picture(tmp_path, "ก.jpg"))
    read: list[int] = []
    listed = meetings.list_photos

    def noted(session: Session, id_: int) -> tuple[Photo, ...]:
        read.append(id_)
        return listed(session, id_)

    monkeypatch.setattr(meetings, "list_photos", noted)
    meeting = tab.keeping.current_id
    tab.form.show_page(tab.form.head)
    tab.show_item(of_status(tab.context.database, MeetingStatus.CERTIFIED))
    tab.show_item(meeting)
    assert read == []
    tab.form.show_page(tab.form.photos)
    assert read == [meeting]
    assert [card.name.raw_text() for card in tab.form.photos.cards] == ["ก.jpg"]


def test_that_photos_still_being_read_go_to_the_meeting_they_were_added_to(
    tab: MeetingsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    meeting = tab.keeping.current_id
    tab.photos.add([picture(tmp_path, "ก.jpg"), picture(tmp_path, "ข.jpg")])
    other = of_status(tab.context.database, MeetingStatus.CERTIFIED)
    tab.show_item(other)
    before = stored(tab)
    tab.photos.add([picture(tmp_path, "ค.jpg")])
    read_to_end(tab, qtbot)
    names = [photo.original_name for photo in tab.context.database.read(meetings.list_photos, meeting)]
    assert names == ["ก.jpg", "ข.jpg"]
    assert [photo.original_name for photo in stored(tab)[len(before) :]] == ["ค.jpg"]
    tab.undo()
    assert stored(tab) == before
    tab.undo()
    assert tab.keeping.current_id == meeting, "undo shows the meeting that it changes"
    assert stored(tab) == ()


def test_that_a_caption_that_cannot_be_saved_stays_and_is_said(
    tab: MeetingsTab, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    add(tab, qtbot, picture(tmp_path, "ก.jpg"))

    def full(*_: object) -> tuple[Photo, ...]:
        raise UserError("ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองใหม่")

    meeting = tab.keeping.current_id
    write_caption(tab, 0, "สำคัญ")
    with monkeypatch.context() as patched:
        patched.setattr(meetings, "save_photos", full)
        tab.show_item(of_status(tab.context.database, MeetingStatus.CERTIFIED))
        assert tab.keeping.current_id == meeting, "the meeting is not left"
        assert "ดิสก์เต็ม" in tab.form.photos.note.sentence
        assert tab.unsaved_work() == "คำบรรยายภาพยังบันทึกไม่ได้"
    tab.finish_editing()
    assert captions(tab) == ["สำคัญ"]
    assert tab.unsaved_work() == ""


@pytest.mark.qt_log_ignore("JPEG", extend=True)
def test_that_a_picture_in_the_record_that_cannot_be_shown_is_named(tab: MeetingsTab) -> None:
    broken = Photo(b"\xff\xd8\xff" + b"\0" * 40, "ภาพเก่า")
    tab.context.database.write(meetings.save_photos, tab.keeping.current_id, [broken])
    assert tab.form.photos.cards[0].picture.text() == "เปิดภาพนี้ไม่ได้"
    assert tab.form.photos.cards[0].caption.text() == "ภาพเก่า"


def test_that_an_empty_picture_on_the_clipboard_adds_nothing(tab: MeetingsTab, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setData("application/x-qt-image", QByteArray(b"no picture"))
    QGuiApplication.clipboard().setMimeData(mime)
    press(tab.form.photos, Qt.Key.Key_V, CTRL, "v")
    assert tab.photos.reading.count == 0
    assert stored(tab) == ()
