"""Shortcuts that also fire while the keyboard types Thai."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

# The Kedmanee layout: the letter that a key types without Shift.
_LATIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
_THAI = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ"
_TWIN = {latin: thai for latin, thai in zip(_LATIN, _THAI, strict=True) if "\u0e00" <= thai <= "\u0e7f"}
_EDITING = "zyxcva"


def with_twin(keys: str) -> list[QKeySequence]:
    """`Ctrl+S` and the same keys on the Thai layout (`Ctrl+ห`); for `QAction.setShortcuts`."""
    modifiers, _, key = keys.rpartition("+")
    twin = _TWIN.get(key.lower())
    sequences = [QKeySequence(keys)]
    if modifiers and twin:
        sequences.append(QKeySequence(f"{modifiers}+{twin}"))
    return sequences


def bind(keys: str, to: QAction | QWidget, slot: Callable[[], object] | None = None) -> None:
    """Give an action its shortcut, or let a widget (and what is inside it) call `slot` on those keys."""
    if isinstance(to, QAction):
        to.setShortcuts(with_twin(keys))
        to.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return
    shortcut = QShortcut(to)
    shortcut.setKeys(with_twin(keys))
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    if slot is not None:
        shortcut.activated.connect(slot)


_UNDO_KEYS = with_twin("Ctrl+Z")
_REDO_KEYS = [*with_twin("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")]


def is_undo(event: QKeyEvent) -> bool:
    """Whether the keys mean undo, on the Latin or the Thai layout."""
    return QKeySequence(event.keyCombination()) in _UNDO_KEYS


def is_redo(event: QKeyEvent) -> bool:
    """Whether the keys mean redo, on the Latin or the Thai layout."""
    return QKeySequence(event.keyCombination()) in _REDO_KEYS


def lets_pass(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether a field should leave these keys to its tab: they ask for undo or redo and the field has none of its own.

    Qt's fields keep the keys even then, so that nothing would happen.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return (is_undo(event) and not can_undo) or (is_redo(event) and not can_redo)


def translate_editing_keys(owner: QObject) -> None:
    """Let Ctrl+Z, Y, X, C, V and A reach the focused text field while the keyboard types Thai."""
    for letter in _EDITING:
        twin = QShortcut(QKeySequence(f"Ctrl+{_TWIN[letter]}"), owner)
        twin.setContext(Qt.ShortcutContext.ApplicationShortcut)
        twin.activated.connect(lambda letter=letter: _press(letter))


def _press(letter: str) -> None:
    focused = QGuiApplication.focusObject()
    if focused is None:
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.ControlModifier)
        QCoreApplication.sendEvent(focused, event)
