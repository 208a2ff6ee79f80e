"""The dialog that shows a pasted table before its measures are added."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.measure import Measure
from ita_desktop.errors import UserError
from ita_desktop.measures_import import ColumnKind, Office, PastedTable, RowKind
from ita_desktop.ui import theme
from ita_desktop.ui.measures.paste.kind_header import KindHeader
from ita_desktop.ui.measures.paste.model import PasteModel
from ita_desktop.ui.measures.paste.row_panel import RowPanel
from ita_desktop.ui.measures.paste.tick_delegate import TickDelegate
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.say import Say
from ita_desktop.ui.widgets.cards import Strip
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.shortcuts import bind

_SIZE = QSize(1240, 700)
_FITTED_ROWS = 40
"""Rows fitted to their text when the table is shown; in longer tables the others show their first lines."""
_MOST_LINES, _USUAL_LINES = 7, 3
_WIDTHS = {ColumnKind.TEXT: 34, ColumnKind.METHOD: 28, ColumnKind.NUMBER: 16}
_USUAL_WIDTH = 20
"""Widths of columns in letters."""
_FIRST_WIDTH = 18
_TABLE_SHARE, _LEAST_SHARE = 0.72, 0.75
_MOST_NOTES, _MOST_HEAD_ROWS = 3, 9


class PasteDialog(QDialog):
    """Hands the measures over when the clerk agrees; leaving it leaves nothing behind."""

    def __init__(
        self,
        tables: Mapping[str, PastedTable],
        wording: Wording,
        say: Say,
        add: Callable[[Sequence[Measure], str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("ตรวจก่อนเพิ่มมาตรการ")
        self._tables = dict(tables)
        self._wording = wording
        self._tell = say
        self._say = say.within(self)
        self._add = add
        office = Office(wording.plan_year, wording.framework, wording.divisions)
        self.model = PasteModel(next(iter(self._tables.values())), office, wording.numerals, self)
        self.header = KindHeader()
        self.table = QTableView()
        self.panel = RowPanel(wording)
        self.sheet = QComboBox()
        self.head_rows = QComboBox()
        self.notes = Strip(Tone.HINT)
        self.summary = ThaiLabel()
        self.next_doubt = QPushButton("แถวถัดไปที่ควรดู")
        self.agree = QPushButton()
        self.cancel = QPushButton("ยกเลิก")
        self._build()
        self._connect()
        self._show_table()

    def _build(self) -> None:
        for name in self._tables:
            self.sheet.addItem(name)
        self.sheet.setVisible(len(self._tables) > 1)
        self.sheet.setAccessibleName("แผ่นงาน")
        self.head_rows.setAccessibleName("จำนวนแถวที่เป็นหัวตาราง")
        self.table.setHorizontalHeader(self.header)
        self.table.setModel(self.model)
        self.table.setItemDelegate(TickDelegate(parent=self.table))
        # Number, tick and texts of a tall row begin at one height.
        self.table.verticalHeader().setProperty("lines", "top")
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setAccessibleName("ตารางที่วาง เว้นวรรคเพื่อเลือกหรือไม่เลือกแถว")
        self.table.verticalHeader().setDefaultSectionSize(self._lines_height(_USUAL_LINES))
        self.next_doubt.setProperty("kind", "quiet")
        for button in (self.next_doubt, self.agree, self.cancel):
            button.setAutoDefault(False)
        self._lay_out()
        self.resize(opening_size(_SIZE, self.parentWidget()))

    def _lay_out(self) -> None:
        lead = ThaiLabel("เลือกเหนือแต่ละคอลัมน์ว่าเป็นอะไร แถวที่มีเครื่องหมายถูกจะเพิ่มเป็นมาตรการ ช่องสีเหลืองคือส่วนที่ควรดู")
        top = QHBoxLayout()
        top.addWidget(lead, 1)
        top.addWidget(self.sheet)
        top.addWidget(self.head_rows)
        parts = QSplitter()
        parts.addWidget(self.table)
        parts.addWidget(self.panel)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        parts.setSizes([round(1000 * _TABLE_SHARE), round(1000 * (1 - _TABLE_SHARE))])
        parts.setChildrenCollapsible(False)
        buttons = foot(self.agree, self.cancel, told=self.summary)
        buttons.insertWidget(1, self.next_doubt)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.notes)
        layout.addWidget(parts, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.model.changed.connect(self._follow)
        self.header.chosen.connect(lambda column, kind: self.model.choose_kind(column, ColumnKind(kind)))
        self.header.reached.connect(self._bring_into_sight)
        self.head_rows.activated.connect(self.model.choose_head_rows)
        self.sheet.activated.connect(self._turn)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_row())
        self.table.horizontalScrollBar().valueChanged.connect(lambda _: self.header.place())
        self.next_doubt.clicked.connect(self._go_to_doubt)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self._take)
        bind("F8", self, self._go_to_doubt)
        bind("Ctrl+Return", self, self.agree.click)
        self.next_doubt.setToolTip("F8")
        self.agree.setToolTip("Ctrl+Enter")

    def _turn(self, _number: int) -> None:
        self.model.show_table(self._tables[self.sheet.currentText()])
        self._show_table()

    def _show_table(self) -> None:
        self.header.offer(self.model.table.width)
        self.head_rows.clear()
        for count in range(min(_MOST_HEAD_ROWS, self.model.rowCount()) + 1):
            self.head_rows.addItem(self._wording.numerals.show(f"หัวตาราง {count} แถว" if count else "ไม่มีหัวตาราง"))
        self._fit_columns()
        self._span_merged()
        for row in range(min(self.model.rowCount(), _FITTED_ROWS)):
            self.table.resizeRowToContents(row)
            height = min(self.table.rowHeight(row), self._lines_height(_MOST_LINES))
            self.table.setRowHeight(row, height)
        self._follow()
        rows = self.model.reading.rows
        first = next((n for n, row in enumerate(rows) if row.kind is RowKind.MEASURE), 0)
        self.table.setCurrentIndex(self.model.index(first, 0))
        self.table.setFocus()

    def _fit_columns(self) -> None:
        """Every column in sight where that leaves room to read; else wide enough and scrolled."""
        letter = self.fontMetrics().averageCharWidth()
        self.table.setColumnWidth(0, _FIRST_WIDTH * letter)
        wanted = [_WIDTHS.get(kind, _USUAL_WIDTH) * letter for kind in self.model.layout_read.kinds]
        room = self.width() * _TABLE_SHARE - (_FIRST_WIDTH + 12) * letter
        share = max(_LEAST_SHARE, room / sum(wanted))
        for column, width in enumerate(wanted, start=1):
            self.table.setColumnWidth(column, round(width * share))

    def _span_merged(self) -> None:
        """Cells merged side by side look so; those merged downwards repeat what is carried down."""
        self.table.clearSpans()
        merged = self.model.table.merged
        beside = Counter(first for (row, _), first in merged.items() if first[0] == row)
        for (row, column), others in beside.items():
            self.table.setSpan(row, column + 1, 1, others + 1)

    def _lines_height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + 2 * theme.MARK_ROOM + 4

    def _follow(self) -> None:
        show = self._wording.numerals.show
        self.header.show_kinds(self.model.layout_read.kinds)
        self.head_rows.setCurrentIndex(self.model.layout_read.head_rows)
        count = len(self.model.reading.measures)
        doubts = len(self.model.doubtful_rows())
        aside = sum(row.kind in (RowKind.SET_ASIDE, RowKind.LEFT_OUT) for row in self.model.reading.rows)
        parts = [f"จะเพิ่ม {count} มาตรการ"]
        parts += [f"ควรดู {doubts} แถว"] if doubts else []
        parts += [f"ไม่นำเข้า {aside} แถว"] if aside else []
        self.summary.setText(show(" · ".join(parts)))
        self.agree.setText(show(f"เพิ่ม {count} มาตรการ"))
        self.agree.setEnabled(count > 0)
        self.next_doubt.setEnabled(doubts > 0)
        notes = self.model.reading.notes
        more = [f"และอีก {len(notes) - _MOST_NOTES} ข้อ"] if len(notes) > _MOST_NOTES else []
        self.notes.say(show("\n".join([*notes[:_MOST_NOTES], *more])))
        self._show_row()

    def _show_row(self) -> None:
        self.panel.show_row(*self.model.result(self.table.currentIndex().row()))

    def _bring_into_sight(self, column: int) -> None:
        self.table.scrollTo(self.model.index(max(0, self.table.currentIndex().row()), column + 1))

    def _go_to_doubt(self) -> None:
        rows = self.model.doubtful_rows()
        if rows:
            here = self.table.currentIndex().row()
            row = next((row for row in rows if row > here), rows[0])
            self.table.setCurrentIndex(self.model.doubt_at(row))
            self.table.setFocus()

    def _take(self) -> None:
        measures = self.model.reading.measures
        words = self._wording.numerals.show(f"วาง {len(measures)} มาตรการ")
        try:
            self._add(measures, words)
        except UserError as error:
            self._say.error(error)
            return
        self.accept()
        self._tell.tell(f"{words}แล้ว เลิกทำได้ด้วย Ctrl+Z")
