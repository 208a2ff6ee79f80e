"""Fields that can be read and copied from, but not changed."""

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from ita_desktop.ui.widgets.date_field import ThaiDateField

READS = "reads"
"""Property of a button that only shows things and stays pressable."""


def set_read_only(root: QWidget, read_only: bool) -> None:
    """Lock or open every field, table and button inside."""
    for line in root.findChildren(QLineEdit):
        if isinstance(line, ThaiDateField):
            # Its keys and its calendar change the date without typing.
            line.setEnabled(not read_only)
        else:
            line.setReadOnly(read_only)
            # The style sheet looks at a property only when it is told to look again.
            line.style().unpolish(line)
            line.style().polish(line)
    for text in root.findChildren(QPlainTextEdit):
        text.setReadOnly(read_only)
    for button in root.findChildren(QAbstractButton):
        if not button.property(READS):
            button.setEnabled(not read_only)
    for view in root.findChildren(QAbstractItemView):
        view.setEnabled(not read_only)
