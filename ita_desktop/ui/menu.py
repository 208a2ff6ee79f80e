"""The menu behind the header's button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.ui.theme import TextSize
from ita_desktop.ui.widgets.shortcuts import bind

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZES = ((TextSize.NORMAL, "ปกติ"), (TextSize.LARGE, "ใหญ่"), (TextSize.LARGEST, "ใหญ่มาก"))


@dataclass(frozen=True)
class MenuWork:
    """What the menu's entries do."""

    edit_office: Callable[[], None]
    open_other: Callable[[], None]
    create_new: Callable[[], None]
    show_about: Callable[[], None]
    close: Callable[[], object]
    choose_size: Callable[[TextSize], None]


def build_menu(work: MenuWork, size: TextSize, parent: QWidget) -> QMenu:
    """The menu, with `size` marked; its shortcuts work in the whole window."""
    menu = QMenu(parent)
    menu.addAction("ข้อมูลหน่วยงาน…", work.edit_office)
    sizes = menu.addMenu("ขนาดตัวอักษร")
    group = QActionGroup(menu)
    for choice, words in _SIZES:
        action = sizes.addAction(words)
        action.setCheckable(True)
        action.setChecked(choice is size)
        action.setActionGroup(group)
        action.triggered.connect(lambda _=False, choice=choice: work.choose_size(choice))
    menu.addSeparator()
    opener = menu.addAction("เปิดไฟล์ข้อมูลอื่น…", work.open_other)
    parent.addAction(opener)
    bind("Ctrl+O", opener)
    menu.addAction("สร้างไฟล์ข้อมูลใหม่…", work.create_new)
    menu.addSeparator()
    menu.addAction("เกี่ยวกับโปรแกรม", work.show_about)
    closer = menu.addAction("ปิดโปรแกรม", work.close)
    parent.addAction(closer)
    bind("Ctrl+Q", closer)
    return menu
