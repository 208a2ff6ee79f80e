"""The dialog that shows a pasted table or a file before anything of it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.errors import UserError
from ita_desktop.scores_import import propose_matching, targets_of
from ita_desktop.ui import theme
from ita_desktop.ui.scores.import_model import ImportModel, Index, ToneRole
from ita_desktop.ui.widgets.cards import Strip
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone, paint_mark
from ita_desktop.ui.widgets.parsed_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ita_desktop.domain.assessment import Assessment
    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.framework import Frameworks
    from ita_desktop.scores_import import Grid, Matching
    from ita_desktop.thai.digits import Numerals
    from ita_desktop.ui.say import Say

_GROUND = {Tone.GOOD: theme.GOOD_PALE, Tone.WARNING: theme.WARNING_PALE, Tone.HINT: theme.ACCENT_PALE}
_INK = {Tone.GOOD: theme.INK, Tone.WARNING: theme.WARNING, Tone.HINT: theme.ACCENT_DARK}
_WIDEST_LETTERS = 34
_MOST_REMARKS = 5
_SIZE = QSize(1080, 640)


class ImportDelegate(QStyledItemDelegate):
    """Marks what is taken, what is in doubt and what can be chosen; chooses years and scores from lists."""

    def __init__(self, years: Sequence[FiscalYear], frameworks: Frameworks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._years = years
        self._frameworks = frameworks

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tone = _tone(index)
        area = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(_GROUND[tone] if tone else theme.CARD))
        inside = area.adjusted(8, 0, -8, 0)
        if tone in (Tone.GOOD, Tone.WARNING):
            side = option.fontMetrics.ascent() * 0.7
            paint_mark(painter, QRectF(area.left() + 6, area.center().y() - side / 2, side, side), tone)
            inside.adjust(round(side) + 4, 0, 0, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(_INK[tone] if tone else theme.QUIET))
        text = " ".join(str(index.data() or "").split())
        if tone is Tone.HINT:
            text += " ▼"
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QColor(theme.ACCENT))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = _model(index)
        if not (model.is_year(index) or model.is_target(index)):
            return TextLine(parent=parent)
        box = QComboBox(parent)
        for text, value in self._choices(model, index):
            box.addItem(text, value)
        box.activated.connect(lambda _: self._take(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        model = _model(index)
        if isinstance(editor, QComboBox):
            wanted = model.year(index.column()) if model.is_year(index) else model.target(index.row())
            values = [editor.itemData(n) for n in range(editor.count())]
            editor.setCurrentIndex(values.index(wanted) if wanted in values else 0)
        elif isinstance(editor, TextLine):
            editor.set_value(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(model, ImportModel):
            return
        if isinstance(editor, QComboBox):
            value = editor.currentData()
            if model.is_year(index):
                model.choose_year(index.column(), value)
            else:
                model.choose_target(index.row(), value)
        elif isinstance(editor, TextLine):
            model.setData(index, editor.text())

    def _choices(self, model: ImportModel, index: Index) -> list[tuple[str, object]]:
        nothing: tuple[str, object] = (model.label(None), None)
        if model.is_year(index):
            return [nothing, *((f"ปี {year}", year) for year in self._years)]
        framework = self._frameworks.of(self._years[0])
        return [nothing, *((model.label(target), target) for target in targets_of(framework))]

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class ImportTable(QTableView):
    """A click on a year or a meaning opens its list at once."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and _tone(index) is Tone.HINT:
            self.edit(index)


class ImportDialog(QDialog):
    """Hands the changed assessments over when the clerk agrees; `sheets` gives the table of each named sheet."""

    def __init__(
        self,
        sheets: Mapping[str, Callable[[], Grid]],
        years: Sequence[FiscalYear],
        frameworks: Frameworks,
        assessments: Mapping[FiscalYear, Assessment],
        numerals: Numerals,
        say: Say,
        on_taken: Callable[[Sequence[Assessment]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("ตรวจก่อนนำเข้าคะแนน")
        self._sheets = dict(sheets)
        self._years = years
        self._frameworks = frameworks
        self._numerals = numerals
        self._say = say.within(self)
        self._on_taken = on_taken
        first = next(iter(self._sheets.values()))()
        self.model = ImportModel(self._proposed(first), frameworks, assessments, numerals, self)
        self.table = ImportTable()
        self.sheet = QComboBox()
        self.remarks = Strip(Tone.WARNING)
        self.note = FieldNote()
        self.summary = ThaiLabel()
        self.agree = QPushButton()
        self.cancel = QPushButton("ยกเลิก")
        self._build()
        self._connect()
        self._follow()

    def _proposed(self, grid: Grid) -> Matching:
        return propose_matching(grid, self._frameworks, list(self._years))

    def _build(self) -> None:
        for name in self._sheets:
            self.sheet.addItem(name)
        self.sheet.setVisible(len(self._sheets) > 1)
        self.sheet.setAccessibleName("แผ่นงาน")
        self.table.setModel(self.model)
        self.table.setItemDelegate(ImportDelegate(self._years, self._frameworks, self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setAccessibleName("ตารางที่จะนำเข้า")
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        height = theme.line_height(self.font().pointSize()) + 2
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.agree.setAutoDefault(False)
        lead = ThaiLabel(
            "ตรวจว่าแต่ละคอลัมน์เป็นปีใดและแต่ละแถวเป็นคะแนนใด ช่องที่มีเครื่องหมายถูกจะนำเข้า ช่องที่มีเครื่องหมายเตือนจะไม่นำเข้าจนกว่าจะแก้ไข"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        for widget in (lead, self.sheet, self.remarks):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addLayout(foot(self.agree, self.cancel, told=self.summary))
        self.resize(opening_size(_SIZE, self.parentWidget()))
        self._fit_columns()

    def _connect(self) -> None:
        self.model.dataChanged.connect(lambda *_: self._follow())
        self.model.modelReset.connect(self._fit_columns)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._say_doubt())
        self.sheet.activated.connect(self._turn)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(lambda: self._take())

    def _turn(self, number: int) -> None:
        try:
            grid = self._sheets[self.sheet.itemText(number)]()
        except UserError as error:
            self._say.error(error)
            return
        self.model.show_matching(self._proposed(grid))
        self._follow()

    def _follow(self) -> None:
        found = self.model.preview()
        new = [cell for cell in found.taken if cell.score is not None]
        replaced = sum(cell.before is not None and cell.before != cell.score for cell in new)
        doubtful = len(found.doubtful)
        parts = [f"จะนำเข้า {len(new)} คะแนน"]
        parts += [f"แทนที่ของเดิม {replaced} คะแนน"] if replaced else []
        parts += [f"ไม่นำเข้า {doubtful} ช่องที่ยังสงสัย"] if doubtful else []
        self.summary.setText(self._numerals.show(" · ".join(parts)))
        self.agree.setText(self._numerals.show(f"นำเข้า {len(new)} คะแนน"))
        self.agree.setEnabled(bool(self.model.changed()))
        more = len(found.remarks) - _MOST_REMARKS
        rest = [f"และอีก {more} ข้อ"] if more > 0 else []
        self.remarks.say(self._numerals.show("\n".join([*found.remarks[:_MOST_REMARKS], *rest])))
        self._say_doubt()

    def _say_doubt(self) -> None:
        doubt = self.model.doubt(self.table.currentIndex())
        if doubt:
            self.note.warn(doubt)
        else:
            self.note.clear()

    def _fit_columns(self) -> None:
        widest = _WIDEST_LETTERS * self.fontMetrics().averageCharWidth()
        for column in range(self.model.columnCount()):
            texts = (str(self.model.index(row, column).data() or "") for row in range(self.model.rowCount()))
            wanted = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0) + 52
            self.table.setColumnWidth(column, min(widest, max(wanted, 110)))
        self.table.horizontalHeader().setStretchLastSection(True)

    def _take(self) -> None:
        try:
            self._on_taken(self.model.changed())
        except UserError as error:
            self._say.error(error)
            return
        self.accept()


def _tone(index: Index) -> Tone | None:
    # Qt hands an enumeration of texts back as a plain text.
    data = index.data(ToneRole)
    return Tone(data) if data else None


def _model(index: Index) -> ImportModel:
    model = index.model()
    assert isinstance(model, ImportModel)
    return model
