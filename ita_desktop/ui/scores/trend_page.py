"""The trend page: up to ten years of one score or several, the radar of the indicators, and the years as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.trend import TOTAL, Trend, trend
from ita_desktop.services import assessments
from ita_desktop.ui.scores.trend_views import (
    View,
    description,
    heads,
    radar_artist,
    radar_description,
    rows,
    trend_artist,
    views,
)
from ita_desktop.ui.widgets.cards import GAP, PAGE_MARGIN, Card, Strip
from ita_desktop.ui.widgets.delegates import ThaiWrapDelegate
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.scroll_page import ScrollPage
from ita_desktop.ui.widgets.shapes_view import ShapesView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent

    from ita_desktop.ui.context import Context

_CHART_TEXT = 0.8
"""Size of the charts' letters against the window's."""
_CHART_LINES = 17
"""Height of the charts in lines of text."""
_ONE_COLUMN = 130
"""Width in letters below which the radar goes under the lines."""


class TrendPage(QWidget):
    """Years up to the result year that the window shows; nothing is edited here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._trend: Trend | None = None
        self._views: dict[str, View] = {}
        self.choice = _CalmBox()
        self.choice.setAccessibleName("ดูแนวโน้มของ")
        self.notice = Strip(Tone.HINT)
        line = self.fontMetrics().lineSpacing()
        self.chart = ShapesView(least_width=320, least_height=_CHART_LINES * line)
        self.radar = ShapesView(least_width=320, least_height=_CHART_LINES * line)
        self.table = YearsTable()
        self.notes = ThaiLabel("", "caption")
        self._build()
        self.choice.currentIndexChanged.connect(lambda _: self._show())

    def refresh(self) -> None:
        """Show the years as kept; what is followed stays chosen where it still exists."""
        kept = self._context.database.read(assessments.list_assessments)
        self._trend = trend(self._context.frameworks(), kept, self._context.years.result_year)
        chosen = self.choice.currentData() or TOTAL
        self._views = {view.key: view for view in views(self._trend)}
        self.choice.blockSignals(True)
        self.choice.clear()
        for view in self._views.values():
            self.choice.addItem(self._context.numerals().show(view.name), view.key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self.choice.blockSignals(False)
        self._show()

    def follow(self, key: str) -> None:
        """Follow `total`, an instrument or an indicator by its code."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(QLabel("ดูแนวโน้มของ"))
        top.addWidget(self.choice, 1)
        lines, radar, years = Card("แนวโน้มคะแนน"), Card("รูปเรดาร์ตัวชี้วัด"), Card("คะแนนและระดับผลแต่ละปี")
        self._lines_card, self._radar_card, self._years_card = lines, radar, years
        lines.body.addLayout(top)
        lines.body.addWidget(self.chart, 1)
        radar.body.addWidget(self.radar, 1)
        years.body.addWidget(self.table)
        years.body.addWidget(self.notes)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(lines, 11)
        self._columns.addWidget(radar, 10)
        self.page = ScrollPage(margin=0)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.body.addWidget(self.notice)
        self.page.body.addLayout(self._columns)
        self.page.body.addWidget(years)
        self.page.body.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        outside.addWidget(self.page, 1)

    def _show(self) -> None:
        found, key = self._trend, self.choice.currentData()
        if found is None or key not in self._views:
            return
        view, numerals = self._views[key], self._context.numerals()
        framework = self._context.frameworks().of(found.years[-1])
        size = self.font().pointSizeF() * _CHART_TEXT
        has_scores = any(series.known for series in (found.total, *found.instruments, *found.indicators))
        for card in (self._lines_card, self._years_card):
            card.setVisible(has_scores)
        self._radar_card.setVisible(any(series.known for series in found.indicators))
        self.chart.show_artist(trend_artist(found, view, framework, numerals, size), description(view, found, numerals))
        self.radar.show_artist(radar_artist(found, framework, numerals, size), radar_description(found, numerals))
        self.table.show_rows([numerals.show(head) for head in heads(view)], rows(found, view, numerals))
        self.notes.setText(numerals.show("\n".join(found.notes)))
        self.notes.setVisible(bool(found.notes))
        self.notice.say(numerals.show(_notice(found, view)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() / self.fontMetrics().averageCharWidth() < _ONE_COLUMN
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)


class YearsTable(QTableWidget):
    """A year a row, as high as its rows, so that the page scrolls and not the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("คะแนนและระดับผลแต่ละปี")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(ThaiWrapDelegate(parent=self))
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(70)

    def show_rows(self, column_heads: list[str], texts: list[tuple[str, ...]]) -> None:
        """Show other rows."""
        self.clear()
        self.setColumnCount(len(column_heads))
        self.setRowCount(len(texts))
        self.setHorizontalHeaderLabels(column_heads)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for n, row in enumerate(texts):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(n, column, item)
        self._fit()

    def texts(self) -> list[list[str]]:
        """What the table shows, row by row."""
        cells = [[self.item(n, column) for column in range(self.columnCount())] for n in range(self.rowCount())]
        return [[item.text() if item else "" for item in row] for row in cells]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _fit(self) -> None:
        """Ten rows at most are measured, and only once their width is known: wrapping is what takes time."""
        if not self.isVisible():
            return
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class _CalmBox(QComboBox):
    """A choice that scrolling the page does not change."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _notice(found: Trend, view: View) -> str:
    if not any(series.known for series in (found.total, *found.instruments, *found.indicators)):
        return f"ยังไม่มีคะแนนถึงปี {found.years[-1]} กรอกคะแนนของแต่ละปีก่อน แล้วหน้านี้จะแสดงแนวโน้ม"
    known = max(series.known for series in view.series)
    if known == 0:
        return f"ยังไม่มี{view.name}ของปีใด กรอกคะแนนก่อนจึงจะเห็นแนวโน้ม"
    if known == 1:
        return f"มี{view.name}เพียงปีเดียว กรอกคะแนนของปีก่อน ๆ เพิ่ม แล้วจะเห็นแนวโน้ม"
    return ""
