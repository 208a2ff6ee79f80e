"""Changes of the office's library as steps that can be undone while its dialog is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.services import library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.library import LibraryMeasure
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.undo import History


class LibraryKeeping:
    """Every method is one step of the history; ids and places stay the same through undo and redo."""

    def __init__(self, context: Context, history: History, year: FiscalYear) -> None:
        self._database = context.database
        self._history = history
        self._year = year

    def kept(self) -> list[LibraryMeasure]:
        """The library as it is now."""
        return self._database.read(library.list_library)

    def change(self, before: LibraryMeasure, after: LibraryMeasure) -> None:
        """Keep a changed measure."""
        write = self._database.write
        self._history.do(
            "แก้ไขมาตรการในคลัง",
            self._year,
            lambda: write(library.save_in_library, after),
            lambda: write(library.save_in_library, before),
        )

    def remove(self, removed: Sequence[LibraryMeasure]) -> None:
        """Take measures out of the library."""
        write, ids = self._database.write, [kept.id for kept in removed]
        self._history.do(
            f"นำ {len(ids)} มาตรการออกจากคลัง",
            self._year,
            lambda: write(library.remove_from_library, ids),
            lambda: write(library.restore_to_library, list(removed)),
        )

    def reorder(self, before: Sequence[int], after: Sequence[int]) -> None:
        """Put the library in another order."""
        write = self._database.write
        self._history.do(
            "จัดลำดับคลังมาตรการ",
            self._year,
            lambda: write(library.reorder_library, list(after)),
            lambda: write(library.reorder_library, list(before)),
        )
