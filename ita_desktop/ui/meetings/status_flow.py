"""ร่าง, ตรวจแล้ว, รับรองแล้ว: how minutes go from one to the other, and what is kept when they are corrected."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

from ita_desktop import files
from ita_desktop.document_file import parse_minutes
from ita_desktop.domain.meeting import Meeting, MeetingStatus, MinutesVersion
from ita_desktop.domain.meeting_proposals import certify
from ita_desktop.domain.meeting_states import certifiable, has_resolved
from ita_desktop.services import meetings, minutes_versions
from ita_desktop.ui.meetings.certifying import Certifying
from ita_desktop.ui.meetings.correction_dialog import CorrectionDialog
from ita_desktop.ui.meetings.meeting_status import meeting_words
from ita_desktop.ui.meetings.version_list import VersionsDialog
from ita_desktop.ui.widgets.mark_icon import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QDialog, QWidget

    from ita_desktop.ui.context import Context
    from ita_desktop.ui.meetings.keeping import Keeping
    from ita_desktop.ui.meetings.surroundings import Surroundings
    from ita_desktop.ui.widgets.cards import Strip


class StatusFlow(QObject):
    """Knows which earlier minutes the shown meeting certifies, and offers to note it."""

    def __init__(
        self, context: Context, keeping: Keeping, offer: Strip, finish: Callable[[], bool], window: QWidget
    ) -> None:
        """`offer` says what agenda 2 certifies; `finish` stores everything typed before a state changes."""
        super().__init__(window)
        self._context = context
        self._keeping = keeping
        self._offer = offer
        self._finish = finish
        self._window = window
        self._earlier: tuple[int, ...] = ()
        """Ids of the minutes that the offer is about."""
        self._names = ""
        self._surroundings: Surroundings | None = None
        self.agree = offer.add_button("ปรับสถานะเป็น “รับรองแล้ว”")
        self.agree.clicked.connect(self.certify_earlier)

    def show(self, meeting: Meeting | None, surroundings: Surroundings) -> None:
        """Offer to certify what agenda 2 of this meeting resolved to certify."""
        self._surroundings = surroundings
        found = certifiable(meeting, surroundings.meetings, surroundings.numbering) if meeting is not None else ()
        self._earlier = tuple(earlier.id for earlier in found)
        self._names = " และ".join(meeting_words(earlier, surroundings) for earlier in found)
        sentence = surroundings.numerals.show(f"ระเบียบวาระที่ 2 มีมติรับรองรายงานการประชุม{self._names}")
        self._offer.say(sentence if found else "", Tone.HINT)

    def certify_earlier(self) -> None:
        """Note that this meeting certified the earlier minutes, as one step."""
        meeting = self._keeping.stored
        if not self._finish() or meeting is None or not self._earlier:
            return
        # Read whole for undo: what the tab knows of other meetings is less.
        before = [self._context.database.read(meetings.get_meeting, id_) for id_ in self._earlier]
        if self._must_wait(before):
            return
        words = f"รับรองรายงานการประชุม{self._names}"
        self._certify(words, meeting, before, [certify(earlier, meeting) for earlier in before])
        self._context.say.tell(f"{words} แล้ว")

    def _must_wait(self, minutes: Sequence[Meeting]) -> bool:
        """Whether some of these minutes are not all stored, said so then: their certified paper would lack the rest."""
        found = next((each for each in minutes if self._keeping.waits_at(each)), None)
        if found is None or self._surroundings is None:
            return False
        certified = MeetingStatus.CERTIFIED.words
        if self._keeping.stored is not None and self._keeping.stored.id == found.id:
            self._keeping.show_unread()
            sentence = f"ยังมีช่องที่โปรแกรมอ่านไม่ได้ แก้ช่องที่มีเครื่องหมายก่อน แล้วจึงปรับสถานะเป็น “{certified}”"
        else:
            which = meeting_words(found, self._surroundings)
            sentence = (
                f"การประชุม{which} ยังมีข้อความที่พิมพ์ค้างไว้และยังไม่ได้บันทึก "
                f"เปิดการประชุมนั้นและแก้ให้เรียบร้อยก่อน แล้วจึงปรับสถานะเป็น “{certified}”"
            )
        self._context.say.error(sentence)
        return True

    def _certify(self, words: str, shown: Meeting, before: list[Meeting], certified: list[Meeting]) -> None:
        step = Certifying(self._context, shown, before, certified, self._keeping.go_to)
        step.make(words, self._keeping.history)

    def ask_status(self, wanted: Meeting) -> None:
        """Give the shown minutes another status; certified ones ask for a reason first."""
        stored, certified = self._keeping.stored, MeetingStatus.CERTIFIED
        if stored is not None and stored.status is certified and wanted.status is not certified:
            self.ask_reopen()
        elif self._finish() and self._keeping.stored is not None:
            stored = self._keeping.stored
            changed = replace(stored, status=wanted.status, certified_by_id=wanted.certified_by_id)
            if changed.status is certified and stored.status is not certified:
                if not self._must_wait([stored]):
                    self._ask_certify(stored, changed)
            else:
                self._keeping.write(changed)
                self._keeping.note_step("เปลี่ยนสถานะรายงานการประชุม")

    def _ask_certify(self, stored: Meeting, changed: Meeting) -> None:
        """Certify; after a question where the meeting that is to have done it has not resolved so."""
        agree = partial(self._certify, "รับรองรายงานการประชุม", stored, [stored], [changed])
        by, around = changed.certified_by_id, self._surroundings
        later = self._context.database.read(meetings.find_meeting, by) if by is not None else None
        if later is None or around is None or has_resolved(later, stored, around.meetings, around.numbering):
            agree()
            return
        which = meeting_words(later, around)
        question = (
            f"การประชุม{which} ยังไม่มีมติรับรองรายงานการประชุมนี้ในระเบียบวาระที่ 2 "
            f"ต้องการปรับสถานะเป็น “{MeetingStatus.CERTIFIED.words}” เลยหรือไม่"
        )
        self._context.say.confirm(around.numerals.show(question), agree, yes="ปรับสถานะ")

    def ask_reopen(self) -> None:
        """Ask why certified minutes are to be corrected; what was certified before is listed below."""
        dialog = CorrectionDialog(
            self._window,
            given=self._keeping.open_for_correction,
            versions=self._versions(),
            numerals=self._context.numerals(),
        )
        dialog.versions.save_asked.connect(partial(self._ask_save, dialog))
        dialog.open()

    def show_versions(self) -> None:
        """Show what was certified before each correction."""
        dialog = VersionsDialog(self._versions(), self._context.numerals(), self._window)
        dialog.versions.save_asked.connect(partial(self._ask_save, dialog))
        dialog.open()

    def _versions(self) -> list[MinutesVersion]:
        id_ = self._keeping.stored.id if self._keeping.stored is not None else 0
        return self._context.database.read(minutes_versions.list_versions, id_)

    def _ask_save(self, dialog: QDialog, version: MinutesVersion) -> None:
        from ita_desktop.pdf.render import suggested_file_name

        document = parse_minutes(version.content)
        named = Path(suggested_file_name(document))
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        suggested = folder / f"{named.stem} ฉบับที่ {version.number}{named.suffix}"
        say = self._context.say.within(dialog)
        say.ask_save_file("บันทึกรายงานการประชุมฉบับเดิมเป็น PDF", suggested, partial(self._save, version))

    def _save(self, version: MinutesVersion, path: Path) -> None:
        def work() -> None:
            # Imported when a paper is made: ReportLab takes long to load.
            from ita_desktop.pdf.render import render

            files.write_whole(path, render(parse_minutes(version.content)))

        self._context.background.run(work, lambda _: self._context.say.tell(f"บันทึกเอกสารแล้ว: {path}"))
