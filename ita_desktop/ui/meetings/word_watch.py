"""Looks at the words of the meeting in the form, and corrects one when the clerk asks for it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ita_desktop.domain.meeting_states import is_frozen
from ita_desktop.domain.word_check import (
    MeetingWord,
    change_in_sight,
    check_meeting_words,
    check_words,
    corrected,
    meeting_texts,
)
from ita_desktop.ui.meetings.agenda_page import AgendaPage
from ita_desktop.ui.meetings.agenda_texts import select
from ita_desktop.ui.meetings.closing_page import ClosingPage
from ita_desktop.ui.meetings.head_page import HeadPage
from ita_desktop.ui.meetings.word_strip import ShownWord, WordStrip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.meeting import Meeting
    from ita_desktop.ui.meetings.meeting_form import MeetingForm
    from ita_desktop.ui.meetings.surroundings import Surroundings

PAUSE = 500
"""Milliseconds without a key after which the words are looked at."""
_SLICE = 0.006
"""Seconds of reading between two looks at the keyboard."""
_FREE = "closing"
"""The one text that stays open in certified minutes."""
_FIELDS = {"title": "ชื่อเรื่อง", "facts": "ข้อเท็จจริง", "discussion": "การอภิปราย", "resolution": "มติที่ประชุม"}


class WordWatch(QObject):
    """Nothing is corrected unasked; each correction is one step that can be undone."""

    def __init__(self, form: MeetingForm, strip: WordStrip) -> None:
        super().__init__(form)
        self._form = form
        self._strip = strip
        self._meeting: Meeting | None = None
        self._surroundings: Surroundings | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._reading: Iterator[None] = iter(())
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._read_on)
        self._pause.timeout.connect(self._begin)
        form.typed.connect(self._wait)
        form.changed.connect(lambda _: self._wait())
        strip.correction_asked.connect(self.correct)
        strip.place_asked.connect(self.go_to)
        form.bar.currentChanged.connect(lambda _: strip.show_page(form.page_kind))

    def follow(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """The form shows this meeting now; its words are looked at soon."""
        another = self._meeting is None or self._meeting.id != meeting.id
        self._meeting, self._surroundings = meeting, surroundings
        if another:
            self._strip.show_words((), surroundings.numerals)
        self._wait()

    def _wait(self) -> None:
        self._slices.stop()
        self._pause.start()

    def _begin(self) -> None:
        self._reading = self._lines()
        self._slices.start()

    def _lines(self) -> Iterator[None]:
        """Check line by line what `look` will ask for: forty pages at once would hold up the keys."""
        if self._meeting is None or self._surroundings is None or self._surroundings.words is None:
            return
        for _, _, text, place in meeting_texts(self._form.meeting(self._meeting)):
            for line in text.splitlines(keepends=True):
                check_words(line, self._surroundings.words, place)
                yield

    def _read_on(self) -> None:
        end = monotonic() + _SLICE
        for _ in self._reading:
            if monotonic() > end:
                return
        self.look()

    def look(self) -> None:
        """Look at the words as they stand in the form now."""
        self._pause.stop()
        self._slices.stop()
        if self._meeting is None or self._surroundings is None or self._surroundings.words is None:
            return
        meeting = self._form.meeting(self._meeting)
        found = check_meeting_words(meeting, self._surroundings.words)
        if is_frozen(self._meeting):
            found = tuple(word for word in found if word.field == _FREE)
        self._strip.show_page(self._form.page_kind)
        self._strip.show_words([self._shown(word, meeting) for word in found], self._surroundings.numerals)

    def turn_list(self) -> None:
        """Open the list of words or fold it away; from a page without words go to the first page that has one."""
        if not self._strip.found:
            return
        if self._strip.isHidden():
            self._show_page(self._strip.found[0].word)
            self._strip.set_open(True)
        else:
            self._strip.set_open(not self._strip.is_open)

    def correct(self, word: MeetingWord) -> None:
        """Put the suggestion in place of the word, where it still stands; typing before it is a step of its own."""
        self._form.left.emit()
        text, remark = self._text(word), word.remark
        if remark.suggestion is not None and text[remark.start : remark.end] == remark.found:
            self._put(word, corrected(text, remark))
            self._form.changed.emit(f"แก้คำ “{remark.found}”")
        self.look()

    def go_to(self, word: MeetingWord) -> None:
        """Show the word where it stands, selected."""
        form, remark = self._form, word.remark
        self._show_page(word)
        if word.position >= 0:
            form.agenda.show_words(word.position, word.field, remark.start, remark.end)
        elif word.field == _FREE:
            select(form.closing.closing, remark.start, remark.end)
        else:
            form.head.subject.setFocus()
            form.head.subject.setSelection(remark.start, remark.end - remark.start)

    def _show_page(self, word: MeetingWord) -> None:
        form, kind = self._form, _page(word)
        form.show_page(form.agenda if kind is AgendaPage else form.closing if kind is ClosingPage else form.head)

    def _shown(self, word: MeetingWord, meeting: Meeting) -> ShownWord:
        before, after = change_in_sight(self._text(word), word.remark)
        return ShownWord(word, _page(word), _place(word, meeting), before, after)

    def _text(self, word: MeetingWord) -> str:
        if self._meeting is None:
            return ""
        now = self._form.meeting(self._meeting)
        if word.position < 0:
            return str(getattr(now, word.field))
        return str(getattr(now.agenda[word.position], word.field)) if word.position < len(now.agenda) else ""

    def _put(self, word: MeetingWord, text: str) -> None:
        if word.position >= 0:
            self._form.agenda.put_text(word.position, word.field, text)
        elif word.field == _FREE:
            self._form.closing.closing.show_text(text)
        else:
            self._form.head.subject.put_back(text)
            self._form.head.subject.commit()


def _page(word: MeetingWord) -> type[QWidget]:
    if word.position >= 0:
        return AgendaPage
    return ClosingPage if word.field == _FREE else HeadPage


def _place(word: MeetingWord, meeting: Meeting) -> str:
    """`4.1 มติที่ประชุม` as the page counts its items, Arabic digits."""
    if word.position < 0:
        return "ย่อหน้าปิดท้ายของข่าว" if word.field == _FREE else "เรื่องที่ประชุม"
    section = meeting.agenda[word.position].section
    number = sum(item.section == section for item in meeting.agenda[: word.position + 1])
    return f"{section}.{number} {_FIELDS[word.field]}"
