"""Fields that can be read and copied from, but not changed."""

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from ita_desktop.ui.widgets.date_field import ThaiDateField

READS = "reads"
"""Property of a button that only shows things and stays pressable."""
FREE = "free"
"""Property of a field that stays open where its neighbours are locked."""


def set_read_only(root: QWidget, read_only: bool) -> None:
    """Lock or open every field, table and button inside, but for those that are free."""
    for line in root.findChildren(QLineEdit):
        if line.property(FREE):
            continue
        if isinstance(line, ThaiDateField):
            # Its keys and its calendar change the date without typing.
            line.setEnabled(not read_only)
        else:
            line.setReadOnly(read_only)
            # The style sheet looks at a property only when it is told to look again.
            line.style().unpolish(line)
            line.style().polish(line)
    for text in root.findChildren(QPlainTextEdit):
        if not text.property(FREE) and text.isReadOnly() != read_only:
            text.setReadOnly(read_only)
            text.style().unpolish(text)
            text.style().polish(text)
    for button in root.findChildren(QAbstractButton):
        if not (button.property(READS) or button.property(FREE)):
            button.setEnabled(not read_only)
    for view in root.findChildren(QAbstractItemView):
        view.setEnabled(not read_only)
