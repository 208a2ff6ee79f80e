"""Keeps a meeting's photos in step with their page: read when it is seen, saved by themselves, undone step by step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ita_desktop import photo_files
from ita_desktop.errors import UserError
from ita_desktop.services import meetings
from ita_desktop.ui.meetings.autosave import Autosave
from ita_desktop.ui.meetings.photo_reading import Found, PhotoReading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.meeting import Meeting, Photo
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.meetings.photo_reading import Source
    from ita_desktop.ui.meetings.photos_page import PhotosPage
    from ita_desktop.ui.undo import History


class PhotoKeeping(QObject):
    """Knows the photos of the shown meeting as they are stored, once its page was seen."""

    def __init__(
        self, context: Context, page: PhotosPage, history: History, go_to: Callable[[int], None], parent: QObject
    ) -> None:
        """`go_to` is told which meeting undo is about to change, so that it is shown."""
        super().__init__(parent)
        self._context = context
        self._page = page
        self._history = history
        self._go_to = go_to
        self._meeting: Meeting | None = None
        self._stored: tuple[Photo, ...] | None = None
        """None until the page is seen."""
        self._before_step: tuple[Photo, ...] = ()
        self.is_saving = False
        """Whether the news that comes now is of the page's own making."""
        self._autosave = Autosave(self)
        self.reading = PhotoReading(context.background, context.database.path, self)
        self._connect()

    def _connect(self) -> None:
        page = self._page
        page.typed.connect(self._autosave.typed)
        page.left.connect(partial(self._take, "แก้คำบรรยายภาพ"))
        page.changed.connect(self._take)
        page.seen.connect(self._load)
        page.files_asked.connect(self._ask_files)
        page.sources_given.connect(self.add)
        page.cancel_asked.connect(self.reading.cancel)
        self._autosave.due.connect(self.save)
        self.reading.progressed.connect(self._show_progress)
        self.reading.finished.connect(self._take_found)

    def show(self, meeting: Meeting | None) -> None:
        """Show this meeting's photos, now or when the page is seen; what is typed is saved first."""
        if self._meeting is not None and meeting is not None and self._meeting.id == meeting.id:
            self.save()
        else:
            self._page.say_problems(())
        self._meeting, self._stored = meeting, None
        if self._page.isVisible():
            self._load()

    def save(self) -> bool:
        """Store the captions; False, with a sentence beside the list, when they cannot be stored."""
        self._autosave.saved()
        if not self._has_typing():
            return True
        try:
            self._write(self._page.photos())
        except UserError as error:
            self._page.say_problems([f"ยังบันทึกไม่ได้ ข้อความที่พิมพ์ยังอยู่ครบ: {error.sentence}"])
            return False
        return True

    def finish(self) -> bool:
        """Store everything typed, as the page is about to be left; False when it cannot be stored."""
        return self._take("แก้คำบรรยายภาพ")

    def unsaved_work(self) -> str:
        """What could not be saved, in a sentence; empty when all is."""
        if self._has_typing():
            return "คำบรรยายภาพยังบันทึกไม่ได้"
        return "กำลังอ่านภาพที่เพิ่ม ภาพที่ยังอ่านไม่เสร็จจะไม่อยู่ในการประชุม" if self.reading.count else ""

    def add(self, sources: Sequence[Source]) -> None:
        """Read these files off the window's thread and add what can be read."""
        if self._meeting is not None:
            self._page.say_problems(())
            self.reading.read(self._meeting.id, self._meeting.plan_year, sources)

    def _ask_files(self) -> None:
        self._context.say.ask_open_files("เพิ่มภาพถ่าย", photo_files.PATTERNS, self.add)

    def _load(self) -> None:
        if self._stored is not None:
            return
        id_ = self._meeting.id if self._meeting is not None else 0
        self._stored = self._before_step = self._context.database.read(meetings.list_photos, id_)
        self._page.show_photos(self._stored, self._context.numerals())

    def _has_typing(self) -> bool:
        return self._stored is not None and self._page.photos() != self._stored

    def _write(self, photos: tuple[Photo, ...]) -> None:
        if self._meeting is None:
            return
        self.is_saving = True
        try:
            self._stored = self._context.database.write(meetings.save_photos, self._meeting.id, photos)
        finally:
            self.is_saving = False

    def _take(self, words: str) -> bool:
        """Store a change that the clerk has finished, and remember it for undo."""
        if not self.save():
            return False
        if self._meeting is not None and self._stored is not None and self._stored != self._before_step:
            before, self._before_step = self._before_step, self._stored
            self._note_step(words, self._meeting.id, self._meeting.plan_year, before, self._stored)
        return True

    def _note_step(
        self, words: str, id_: int, year: FiscalYear, before: tuple[Photo, ...], after: tuple[Photo, ...]
    ) -> None:
        self._history.do(words, year, partial(self._put, id_, after), partial(self._put, id_, before))

    def _put(self, id_: int, photos: tuple[Photo, ...]) -> None:
        database = self._context.database
        if database.read(meetings.list_photos, id_) != photos:
            self._go_to(id_)
            database.write(meetings.save_photos, id_, photos)

    def _show_progress(self) -> None:
        self._page.show_reading(self.reading.name, self.reading.done, self.reading.count)

    def _take_found(self, found: Sequence[Found]) -> None:
        for each in found:
            problems = self._add_photos(each)
            if self._meeting is not None and each.meeting_id == self._meeting.id:
                self._page.say_problems(problems)
            elif problems:
                self._context.say.error("\n".join(problems))

    def _add_photos(self, found: Found) -> list[str]:
        """Add what was found, as one step; the sentences that say what was not added."""
        is_shown = self._meeting is not None and self._meeting.id == found.meeting_id
        problems = list(found.problems)
        if is_shown and not self.finish():
            return problems
        before = self._context.database.read(meetings.list_photos, found.meeting_id)
        known = {photo.original_sha256 for photo in before} - {""}
        new = []
        for photo in found.photos:
            if photo.original_sha256 in known:
                problems.append(f"มีภาพ “{photo.original_name}” อยู่แล้ว จึงไม่เพิ่มซ้ำ")
            else:
                known.add(photo.original_sha256)
                new.append(photo)
        if not new:
            return problems
        try:
            self._store_added(found, before, (*before, *new), is_shown=is_shown)
        except UserError as error:
            problems.append(error.sentence)
        return problems

    def _store_added(
        self, found: Found, before: tuple[Photo, ...], wanted: tuple[Photo, ...], *, is_shown: bool
    ) -> None:
        self.is_saving = True
        try:
            after = self._context.database.write(meetings.save_photos, found.meeting_id, wanted)
        finally:
            self.is_saving = False
        if is_shown:
            self._stored = self._before_step = after
            self._page.show_photos(after, self._context.numerals())
        words = self._context.numerals().show(f"เพิ่มภาพ {len(after) - len(before)} ภาพ")
        self._note_step(words, found.meeting_id, found.plan_year, before, after)
        self._context.say.tell(f"{words}แล้ว")
