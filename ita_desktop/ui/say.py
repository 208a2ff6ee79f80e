"""The one door to the clerk: sentences, questions and file choices; nothing here ever blocks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from ita_desktop.errors import UserError
from ita_desktop.thai import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TITLE = "ITA Desktop"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that the clerk may give: the words on its button and what it does."""

    words: str
    chosen: Callable[[], None]


class Say(QObject):
    """Speaks to the clerk from one window; a sentence told is shown by whoever listens to `told`."""

    told = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folders: dict[str, Path] = {}
        """Where files were opened last, by the patterns of their kind."""

    def within(self, window: QWidget) -> Say:
        """The same voice for a dialog, whose boxes then stand in front of it."""
        inner = Say(window)
        inner._folders = self._folders
        inner.told.connect(self.told)
        return inner

    def tell(self, sentence: str) -> None:
        """Say what was done, without asking for a click."""
        self.told.emit(sentence)

    def error(self, problem: UserError | str) -> None:
        """Show what is wrong and what to do about it."""
        sentence = problem.sentence if isinstance(problem, UserError) else problem
        box = self._box(QMessageBox.Icon.Warning, sentence)
        box.addButton("ตกลง", QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def inform(self, text: str) -> None:
        """Show something that the clerk asked to see."""
        box = self._box(QMessageBox.Icon.Information, text)
        box.addButton("ปิด", QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def confirm(self, question: str, on_yes: Callable[[], None], *, danger: bool = False, yes: str = "ตกลง") -> None:
        """Ask before doing; when `danger`, Enter and Esc both leave everything as it is."""
        box = self._box(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question, question)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        agree.setProperty("kind", "danger" if danger else "primary")
        decline = box.addButton("ยกเลิก", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(decline if danger else agree)
        box.setEscapeButton(decline)
        box.finished.connect(lambda _: on_yes() if box.clickedButton() is agree else None)
        box.open()

    def choose(self, sentence: str, choices: Sequence[Choice], *, cancel: str = "ปิด") -> None:
        """Show what is wrong with the ways out of it."""
        box = self._box(QMessageBox.Icon.Warning, sentence)
        chosen: dict[QAbstractButton, Callable[[], None]] = {
            box.addButton(choice.words, QMessageBox.ButtonRole.ActionRole): choice.chosen for choice in choices
        }
        box.setEscapeButton(box.addButton(cancel, QMessageBox.ButtonRole.RejectRole))

        def act() -> None:
            action = chosen.get(box.clickedButton())
            if action is not None:
                action()

        box.finished.connect(act)
        box.open()

    def ask_save_file(self, title: str, suggested: Path, on_chosen: Callable[[Path], None]) -> None:
        """Ask where to save; the name is given the suggested ending when it has none."""
        dialog = QFileDialog(self._window, title, str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
        dialog.selectFile(suggested.name)
        self._open(dialog, on_chosen)

    def ask_open_file(self, title: str, patterns: str, on_chosen: Callable[[Path], None]) -> None:
        """Ask for a file that exists, where one of its kind was opened last; patterns as in `ไฟล์ข้อมูล (*.itadb)`."""
        dialog = self._opener(title, patterns)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, on_chosen)

    def ask_open_files(self, title: str, patterns: str, on_chosen: Callable[[Sequence[Path]], None]) -> None:
        """Ask for one file or several that exist; patterns as in `ask_open_file`."""
        dialog = self._opener(title, patterns)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: on_chosen([Path(name) for name in names]))
        dialog.open()

    def _opener(self, title: str, patterns: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._folders.get(patterns, _usual_folder(patterns))), patterns)
        dialog.filesSelected.connect(lambda names: self._folders.update({patterns: Path(names[0]).parent}))
        return dialog

    def _open(self, dialog: QFileDialog, on_chosen: Callable[[Path], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
        dialog.open()

    def _box(self, icon: QMessageBox.Icon, sentence: str) -> QMessageBox:
        box = QMessageBox(icon, _TITLE, words.display_copy(sentence), parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setAccessibleName(sentence)
        # A sentence may quote what was typed: < and & are letters here.
        box.setTextFormat(Qt.TextFormat.PlainText)
        return box


def _usual_folder(patterns: str) -> str:
    """Where people keep files of that kind: pictures in theirs, all else among the documents."""
    places = QStandardPaths.StandardLocation
    place = places.PicturesLocation if "*.jpg" in patterns else places.DocumentsLocation
    return QStandardPaths.writableLocation(place)
