"""What the plan's follow-up comes to: late by division, due soon, and the two reports of the year."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ita_desktop.domain.follow_up import DUE_SOON_DAYS, Timing
from ita_desktop.domain.follow_up_overview import PlanOverview
from ita_desktop.domain.measure import Measure, Progress
from ita_desktop.domain.office import Division
from ita_desktop.domain.paper import ReportRound
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.measures.follow_up.division_buttons import DivisionButtons
from ita_desktop.ui.widgets.mark_icon import MarkIcon, Tone


class FollowUpStrip(QFrame):
    """One row of fixed height; every figure is a button that asks the table to show what it counts."""

    late_asked = Signal(int)
    """Show what is late: of a division, `EVERY_DIVISION` or `NOBODY`; 0 for all."""
    due_soon_asked = Signal()
    round_asked = Signal(ReportRound)

    def __init__(self, numerals: Callable[[], Numerals], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numerals = numerals
        self._counted_for: tuple[tuple[Division, ...], date] = ((), date.min)
        self._overview = PlanOverview(*self._counted_for)
        self.setProperty("role", "strip")
        self._icon = MarkIcon(Tone.HINT)
        self.late = QPushButton()
        self.late.setProperty("kind", "danger")
        self.calm = QLabel()
        self.divisions = DivisionButtons(numerals)
        self.due_soon = QPushButton()
        self.due_soon.setToolTip(numerals().show(f"แสดงมาตรการที่จะสิ้นสุดภายใน {DUE_SOON_DAYS} วัน"))
        self.summary = QLabel()
        self.summary.setProperty("tone", "quiet")
        self.rounds = {round_: self._round_button(round_) for round_ in ReportRound}
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.late)
        row.addWidget(self.calm)
        row.addWidget(self.divisions, 1)
        for widget in (self.due_soon, self.summary, *self.rounds.values()):
            row.addWidget(widget)
        self.setFixedHeight(self.due_soon.sizeHint().height() + 10)
        self.late.clicked.connect(lambda _=False: self.late_asked.emit(0))
        self.due_soon.clicked.connect(lambda _=False: self.due_soon_asked.emit())
        self.divisions.asked.connect(self.late_asked)
        self.show_overview((), (), (), date.min)

    def show_overview(
        self, measures: Sequence[Measure], progress: Sequence[Progress], divisions: Sequence[Division], today: date
    ) -> None:
        """Count the year's measures as they stand today."""
        counted_for = (tuple(divisions), today)
        if counted_for != self._counted_for:
            self._counted_for, self._overview = counted_for, PlanOverview(divisions, today)
        overview = self._overview
        overview.follow(measures)
        late, due_soon = overview.number(Timing.LATE), overview.number(Timing.DUE_SOON)
        self.late.setText(self._show(f"เลยกำหนด {late}"))
        self.late.setToolTip(self._show(f"แสดงมาตรการที่เลยกำหนดทั้งหมด {late} มาตรการ"))
        self.due_soon.setText(self._show(f"ใกล้ครบกำหนด {due_soon}"))
        self.calm.setText("ไม่มีมาตรการที่เลยกำหนด" if measures else "ยังไม่มีมาตรการให้ติดตาม")
        self.late.setVisible(late > 0)
        self.calm.setVisible(late == 0)
        self.due_soon.setVisible(due_soon > 0)
        self.divisions.show_counts(overview.late_by_division())
        self._order_tabs()
        followed = len(overview.ids & {entry.measure_id for entry in progress})
        self.summary.setText(self._show(f"ติดตามแล้ว {followed} จาก {len(measures)}") if measures else "")
        self.summary.setToolTip(self._show(f"มีบันทึกการติดตามแล้ว {followed} จาก {len(measures)} มาตรการ"))
        self._dress(Tone.WARNING if late else Tone.GOOD if measures else Tone.HINT)
        self.setAccessibleName(self._show(f"เลยกำหนด {late} มาตรการ ใกล้ครบกำหนด {due_soon} มาตรการ"))
        self._share_room()

    def minimumSizeHint(self) -> QSize:
        # The row gives way by itself: a window may be narrower than all its words.
        return QSize(300, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setFixedHeight(self.due_soon.sizeHint().height() + 10)
            self._share_room()

    def _share_room(self) -> None:
        """Where it is narrow, first the summary goes for the divisions, then the reports' buttons say less."""
        margins = self._row.contentsMargins()
        always = [w for w in (self._icon, self.late, self.calm, self.due_soon) if not w.isHidden()]
        needed = sum(w.sizeHint().width() + 8 for w in always) + self.divisions.minimumSizeHint().width()
        needed += margins.left() + margins.right()
        for short in (False, True):
            for round_, button in self.rounds.items():
                button.setText(self._show(round_.words if short else f"รายงาน{round_.words}"))
            with_rounds = needed + sum(button.sizeHint().width() + 8 for button in self.rounds.values())
            if with_rounds <= self.width():
                break
        more = self.divisions.wanted_width() - self.divisions.minimumSizeHint().width()
        with_summary = with_rounds + max(0, more) + self.summary.sizeHint().width() + 16
        self.summary.setVisible(with_summary <= self.width())

    def _order_tabs(self) -> None:
        """Buttons made later would come last for the keyboard, whatever stands beside them."""
        chain = [self.late, *self.divisions.tab_order(), self.due_soon, *self.rounds.values()]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _round_button(self, round_: ReportRound) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(self._show(f"รายงาน{round_.words}"))
        button.setToolTip(self._show(f"เปิดรายงานผลการดำเนินการตามมาตรการ {round_.words} พร้อมพิมพ์"))
        button.clicked.connect(lambda _=False: self.round_asked.emit(round_))
        return button

    def _dress(self, tone: Tone) -> None:
        self._icon.set_tone(tone)
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)

    def _show(self, text: str) -> str:
        return self._numerals().show(text)
