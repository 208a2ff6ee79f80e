"""Files are looked for where such files were found last, pictures first among the pictures."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ita_desktop import photo_files
from ita_desktop.ui.say import Say

TABLES = "ตาราง (*.xlsx *.csv)"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def location(place: QStandardPaths.StandardLocation) -> str:
        folder = tmp_path / place.name
        folder.mkdir(exist_ok=True)
        return str(folder)

    monkeypatch.setattr(QStandardPaths, "writableLocation", location)


@pytest.fixture
def voice(window: QWidget) -> Iterator[Say]:
    yield Say(window)
    for left in window.findChildren(QFileDialog):
        left.close()


def asked(window: QWidget) -> QFileDialog:
    dialog = window.findChildren(QFileDialog)[-1]
    assert isinstance(dialog, QFileDialog)
    return dialog


def test_that_pictures_are_looked_for_among_the_pictures_and_tables_among_the_documents(
    voice: Say, window: QWidget
) -> None:
    voice.ask_open_files("เพิ่มภาพถ่าย", photo_files.PATTERNS, lambda _: None)
    assert asked(window).directory().dirName() == "PicturesLocation"
    voice.ask_open_file("นำเข้าคะแนนจากไฟล์", TABLES, lambda _: None)
    assert asked(window).directory().dirName() == "DocumentsLocation"


def test_that_the_next_file_of_a_kind_is_looked_for_where_the_last_was(
    voice: Say, window: QWidget, tmp_path: Path
) -> None:
    folder = tmp_path / "การประชุม"
    folder.mkdir()
    taken: list[Path] = []
    voice.ask_open_files("เพิ่มภาพถ่าย", photo_files.PATTERNS, taken.extend)
    asked(window).filesSelected.emit([str(folder / "ภาพ.jpg")])
    assert taken == [folder / "ภาพ.jpg"]
    voice.within(window).ask_open_files("เพิ่มภาพถ่าย", photo_files.PATTERNS, taken.extend)
    assert Path(asked(window).directory().absolutePath()) == folder
    voice.ask_open_file("นำเข้าคะแนนจากไฟล์", TABLES, lambda _: None)
    assert asked(window).directory().dirName() == "DocumentsLocation"
