"""How a cell of the grid is painted and edited."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.domain.explanation import level_title
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme
from ita_desktop.ui.scores.level_box import LevelBox
from ita_desktop.ui.scores.parts import ANNOUNCED_ON, LEVEL, Part, ScorePart, YearScores
from ita_desktop.ui.scores.score_model import Index, Look, LookRole, ScoreModel
from ita_desktop.ui.widgets.mark_icon import Tone, paint_mark
from ita_desktop.ui.widgets.parsed_line import ParsedLine, TextLine
from ita_desktop.ui.widgets.score_field import ScoreField
from ita_desktop.ui.widgets.shortcuts import is_redo, is_undo

_INK = {Tone.ERROR: theme.ERROR, Tone.WARNING: theme.WARNING}
_PALE = {Tone.ERROR: theme.ERROR_PALE, Tone.WARNING: theme.WARNING_PALE}
_PADDING = 9
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CellDelegate(QStyledItemDelegate):
    """Paints cells lightly and edits them in the field of their kind.

    `left` tells rows down and columns right to go to once a cell was taken; `step_asked` an undo (-1) or
    redo (1) from inside an editor whose text is untouched.
    """

    left = Signal(int, int)
    step_asked = Signal(int)
    problem_changed = Signal(str)

    def __init__(self, numerals: Numerals, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.numerals = numerals
        self._today = today
        self.editor: QWidget | None = None
        self._begun_with = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, area = index.data(LookRole), option.rect
        painter.save()
        painter.fillRect(area, QColor(_ground(look, option)))
        if look.tone is not None:
            side = round(option.fontMetrics.ascent() * 0.7)
            spot = QRectF(area.left() + 6, area.center().y() - side / 2, side, side)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_mark(painter, spot, look.tone)
            painter.setFont(option.font)
        font = option.font
        font.setBold(look.depth == 0 and not look.derived)
        painter.setFont(font)
        painter.setPen(QColor(_ink(look)))
        self._paint_text(painter, option, index, look)
        if option.state & QStyle.StateFlag.State_Selected:
            pen = QPen(QColor(theme.ACCENT), 2 if option.state & QStyle.StateFlag.State_Active else 1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, look: Look) -> None:
        inside = option.rect.adjusted(_PADDING + (16 if look.tone else 0), 0, -_PADDING, 0)
        text = str(index.data() or "")
        if look.own_code:
            painter.save()
            painter.setPen(QColor(theme.QUIET))
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), look.own_code)
            painter.restore()
            inside = inside.adjusted(option.fontMetrics.horizontalAdvance(look.own_code) + 6, 0, 0, 0)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = _model(index)
        place = model.cell(index)
        if place is None:
            return QWidget(parent)
        year, part = place
        editor = self._make(parent, part)
        editor.setAccessibleName(self.numerals.show(f"{part.name} ปี {year}"))
        kept = model.index(index.row(), index.column())
        if isinstance(editor, ScoreField):
            editor.typed.connect(lambda value: model.set_typing(kept, value))
        if isinstance(editor, ParsedLine):
            editor.problem_changed.connect(self.problem_changed)
            editor.problem_changed.connect(lambda problem: model.stop_typing() if problem else None)
        if isinstance(editor, LevelBox):
            editor.activated.connect(lambda _: self._take(editor))
        self.editor = editor
        return editor

    def _make(self, parent: QWidget, part: Part[Any]) -> QWidget:
        if isinstance(part, ScorePart):
            return ScoreField(self.numerals, parent)
        if part is LEVEL:
            return LevelBox(parent)
        if part is ANNOUNCED_ON:
            # With its calendar, and only once a date is edited: the first page comes sooner without it.
            from ita_desktop.ui.widgets.date_field import ThaiDateField

            return ThaiDateField(self.numerals, self._today, parent=parent)
        return TextLine(parent=parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        model = _model(index)
        place = model.cell(index)
        # A refreshed model calls this again while the clerk is typing: keep what is typed.
        if place is None or editor.property("begun"):
            return
        editor.setProperty("begun", True)
        scores = model.scores(index.column())
        stored = place[1].get(scores.assessment)
        if isinstance(editor, LevelBox):
            _fill(editor, scores)
        elif isinstance(editor, ParsedLine):
            editor.set_value(stored)
            unread = model.unread(index)
            if unread is not None:
                editor.setText(unread[0])
                editor.complain(unread[1])
            self._begun_with = editor.text()
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(model, ScoreModel):
            return
        if isinstance(editor, LevelBox):
            model.setData(index, editor.currentData() or "")
        elif isinstance(editor, ParsedLine):
            if editor.commit():
                model.setData(index, editor.value())
            else:
                model.keep_unread(index, editor.text(), editor.problem())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        parent = editor.parentWidget()
        room = parent.width() if parent is not None else option.rect.width()
        width = min(max(option.rect.width(), editor.minimumWidth()), room)
        left = min(option.rect.left(), room - width)
        editor.setGeometry(QRect(left, option.rect.top(), width, option.rect.height()))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            if event.type() is QEvent.Type.KeyPress:
                return self._handle(editor, event)
            if event.type() is QEvent.Type.ShortcutOverride and (is_undo(event) or is_redo(event)):
                event.accept()
                return True
            return False
        return super().eventFilter(editor, event)

    def _handle(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Whether the key was used up; the others are the editor's own."""
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        line = editor if isinstance(editor, ParsedLine) else None
        if key in _ENTER:
            self._leave(editor, -1 if back else 1, 0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._leave(editor, 0, -1 if key == Qt.Key.Key_Backtab or back else 1)
        elif key == Qt.Key.Key_Escape:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        elif line is not None and (is_undo(event) or is_redo(event)) and line.text() == self._begun_with:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            self.step_asked.emit(-1 if is_undo(event) else 1)
        elif isinstance(editor, ScoreField | TextLine) and key in _STEPS and not alt:
            self._leave(editor, _STEPS[Qt.Key(key)], 0)
        elif isinstance(editor, ScoreField) and not event.modifiers() and _at_edge(editor, key):
            self._leave(editor, 0, 1 if key == Qt.Key.Key_Right else -1)
        else:
            return False
        return True

    def _leave(self, editor: QWidget, down: int, right: int) -> None:
        if isinstance(editor, ParsedLine) and not editor.commit():
            return
        self._take(editor)
        self.left.emit(down, right)

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def _model(index: Index) -> ScoreModel:
    model = index.model()
    assert isinstance(model, ScoreModel)
    return model


def _fill(box: LevelBox, scores: YearScores) -> None:
    found = scores.outcome
    nothing = f"คำนวณ: {level_title(found)}" if found.level is not None else "ยังไม่ระบุ"
    box.show_levels(scores.framework, scores.assessment.announced_level, nothing)


def _at_edge(line: ParsedLine[Any], key: int) -> bool:
    everything = bool(line.text()) and line.selectedText() == line.text()
    if key == Qt.Key.Key_Right:
        return everything or line.cursorPosition() == len(line.text())
    return key == Qt.Key.Key_Left and (everything or line.cursorPosition() == 0)


def _ground(look: Look, option: QStyleOptionViewItem) -> str:
    if look.tone in _PALE:
        return _PALE[look.tone]
    if option.state & QStyle.StateFlag.State_Selected and look.exists:
        return theme.ACCENT_PALE
    return theme.GROUND if look.depth == 0 or not look.exists else theme.CARD


def _ink(look: Look) -> str:
    if look.change is not None:
        return theme.GOOD if look.change > 0 else theme.WARNING if look.change < 0 else theme.INK
    if look.tone in _INK:
        return _INK[look.tone]
    return theme.QUIET if look.derived else theme.INK
