"""What belongs to this PC and not to the record: text size, window place, the file opened last."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ita_desktop.ui.theme import TextSize

_TEXT_SIZE, _GEOMETRY, _LAST_FILE = "window/text_size", "window/geometry", "data/last_file"


class PcSettings:
    """Reads and keeps the settings in one ini file; damaged values count as not set."""

    def __init__(self, file: Path) -> None:
        self._ini = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def text_size(self) -> TextSize:
        """The chosen text size."""
        kept = str(self._ini.value(_TEXT_SIZE, TextSize.NORMAL.value))
        return next((size for size in TextSize if str(size.value) == kept), TextSize.NORMAL)

    @text_size.setter
    def text_size(self, size: TextSize) -> None:
        self._ini.setValue(_TEXT_SIZE, size.value)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, empty at first."""
        kept = self._ini.value(_GEOMETRY)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._ini.setValue(_GEOMETRY, geometry)

    @property
    def last_file(self) -> Path | None:
        """The data file that the clerk opened last, if not the usual one."""
        kept = str(self._ini.value(_LAST_FILE, ""))
        return Path(kept) if kept else None

    @last_file.setter
    def last_file(self, file: Path | None) -> None:
        self._ini.setValue(_LAST_FILE, str(file) if file else "")
