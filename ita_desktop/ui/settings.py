"""What belongs to this PC and not to the record: text size, window place, views of tables, where work went on last."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from ita_desktop.ui.theme import TextSize

if TYPE_CHECKING:
    from ita_desktop.domain.fiscal_year import FiscalYear

_TEXT_SIZE, _GEOMETRY, _LAST_FILE = "window/text_size", "window/geometry", "data/last_file"
_WORKED_IN = "data/worked_in"
_VIEWS = "views/"


class KeptViews(MutableMapping[str, str]):
    """How tables are shown, a text a name, in a group of the ini file."""

    def __init__(self, ini: QSettings) -> None:
        self._ini = ini

    def __getitem__(self, name: str) -> str:
        kept = self._ini.value(_VIEWS + name)
        if not isinstance(kept, str):
            raise KeyError(name)
        return kept

    def __setitem__(self, name: str, view: str) -> None:
        self._ini.setValue(_VIEWS + name, view)

    def __delitem__(self, name: str) -> None:
        self._ini.remove(_VIEWS + name)

    def __iter__(self) -> Iterator[str]:
        return (key.removeprefix(_VIEWS) for key in self._ini.allKeys() if key.startswith(_VIEWS))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class PcSettings:
    """Reads and keeps the settings in one ini file; damaged values count as not set."""

    def __init__(self, file: Path) -> None:
        self._ini = QSettings(str(file), QSettings.Format.IniFormat)
        self.views = KeptViews(self._ini)
        """How tables are shown, by name."""

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

    def year_worked_in(self, file: Path) -> FiscalYear | None:
        """The plan year in which this PC last changed that file; None when it has changed another one since."""
        # Imported when needed: the settings are read before the window is painted.
        from ita_desktop.domain.fiscal_year import FiscalYear

        be, _, name = str(self._ini.value(_WORKED_IN, "")).partition(" ")
        try:
            return FiscalYear(int(be)) if name == str(file) else None
        except ValueError:
            return None

    def note_work(self, file: Path, plan_year: FiscalYear) -> None:
        """Remember in which plan year that file was changed last."""
        if self.year_worked_in(file) != plan_year:
            self._ini.setValue(_WORKED_IN, f"{plan_year.be} {file}")

    @property
    def last_file(self) -> Path | None:
        """The data file that the clerk opened last, if not the usual one."""
        kept = str(self._ini.value(_LAST_FILE, ""))
        return Path(kept) if kept else None

    @last_file.setter
    def last_file(self, file: Path | None) -> None:
        self._ini.setValue(_LAST_FILE, str(file) if file else "")
