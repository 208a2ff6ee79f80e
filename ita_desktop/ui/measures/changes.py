"""What a clerk does to measures, each as one step that can be undone and leaves the file as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.errors import UserError
from ita_desktop.services import measures
from ita_desktop.services.measures import RemovedMeasures
from ita_desktop.ui.undo import History

_WORDS = {
    "indicator_code": "ตัวชี้วัด",
    "title": "แนวทาง/มาตรการ",
    "actions": "แนวทาง/มาตรการ",
    "division_ids": "ผู้รับผิดชอบ",
    "all_divisions": "ผู้รับผิดชอบ",
    "period": "ระยะเวลา",
    "status": "สถานะ",
    "method": "วิธีดำเนินการ",
    "monitoring": "การกำกับติดตาม",
    "output_target": "เป้าหมายผลผลิต",
    "budget": "งบประมาณ",
    "owner": "ผู้รับผิดชอบหลัก",
    "topic": "ประเด็น",
    "finding_ids": "ประเด็นจากการวิเคราะห์",
}
"""What an edit of each field is called; these are the fields that an edit may change."""


class MeasureChanges:
    """Edits, additions, removals and moves of measures in one file, written to its history."""

    def __init__(self, database: Database, history: History) -> None:
        self._database = database
        self._history = history
        self.touched: tuple[int, ...] = ()
        """The measures that the last change, undo or redo was about."""

    def edit(self, edited: Measure) -> None:
        """Save what differs from the stored measure; nothing happens when nothing does."""
        stored = self._stored(edited.id)
        names = [name for name in _WORDS if getattr(stored, name) != getattr(edited, name)]
        if not names:
            return
        before = {name: getattr(stored, name) for name in names}
        after = {name: getattr(edited, name) for name in names}
        year, id_ = edited.plan_year, edited.id
        words = " ".join(dict.fromkeys(_WORDS[name] for name in names))
        self._history.do(f"แก้ไข{words}", year, lambda: self._set(id_, after), lambda: self._set(id_, before))

    def add(self, measure: Measure) -> int:
        """Store a new measure at its position, or at the end without one, and give its id."""
        return self._add([measure], "เพิ่มมาตรการ")[0]

    def copy(self, originals: Sequence[Measure]) -> list[int]:
        """Store copies right behind the last of the originals, not started, and give their ids."""
        if not originals:
            return []
        place = max(measure.position for measure in originals) + 1
        copies = [
            replace(measure, id=NEW, status=MeasureStatus.NOT_STARTED, position=place + n)
            for n, measure in enumerate(originals)
        ]
        return self._add(copies, f"ทำสำเนา {len(copies)} มาตรการ")

    def remove(self, removed: Sequence[Measure]) -> None:
        """Remove measures of one year with what hangs on them."""
        if not removed:
            return
        year, ids = removed[0].plan_year, [measure.id for measure in removed]
        before = self._order(year)
        kept: list[RemovedMeasures] = []

        def forth() -> None:
            kept[:] = [self._take_out(year, ids)]

        self._history.do(f"ลบ {len(ids)} มาตรการ", year, forth, lambda: self._put_back(year, kept[0], before))

    def move(self, plan_year: FiscalYear, ids: Sequence[int]) -> None:
        """Put the year's measures in this order."""
        before = self._order(plan_year)
        if before != list(ids):
            self._history.do(
                "ย้ายลำดับมาตรการ",
                plan_year,
                lambda: self._arrange(plan_year, ids),
                lambda: self._arrange(plan_year, before),
            )

    def _add(self, new: Sequence[Measure], words: str) -> list[int]:
        year = new[0].plan_year
        kept: list[RemovedMeasures] = []
        ids: list[int] = []
        after: list[int] = []

        def forth() -> None:
            if kept:
                self._put_back(year, kept[0], after)
                return
            ids.extend(measure.id for measure in self._database.write(measures.save_measures, list(new)))
            after.extend(self._order(year))
            self._arrange(year, after)
            self.touched = tuple(ids)

        def back() -> None:
            kept[:] = [self._take_out(year, ids)]

        self._history.do(words, year, forth, back)
        return ids

    def _stored(self, id_: int) -> Measure:
        found = self._database.read(measures.find_measure, id_)
        if found is None:
            raise UserError("มาตรการนี้ถูกลบไปแล้ว จึงแก้ไขไม่ได้")
        return found

    def _set(self, id_: int, values: Mapping[str, Any]) -> None:
        """Give the measure as it is now these values: what was changed elsewhere meanwhile stays."""
        changed = replace(self._stored(id_), **values)
        self.touched = (id_,)
        self._database.write(measures.save_measure, changed)

    def _take_out(self, year: FiscalYear, ids: Sequence[int]) -> RemovedMeasures:
        self.touched = ()
        removed = self._database.write(measures.remove_measures, list(ids))
        self._arrange(year, self._order(year))
        return removed

    def _put_back(self, year: FiscalYear, removed: RemovedMeasures, order: Sequence[int]) -> None:
        self.touched = tuple(measure.id for measure in removed.measures)
        self._database.write(measures.restore_measures, removed)
        self._arrange(year, order)

    def _order(self, year: FiscalYear) -> list[int]:
        return [measure.id for measure in self._database.read(measures.list_measures, year)]

    def _arrange(self, year: FiscalYear, ids: Sequence[int]) -> None:
        """Number the year's measures in this order without gaps, as every step leaves them."""
        current = self._database.read(measures.list_measures, year)
        if [(measure.id, measure.position) for measure in current] != list(zip(ids, count(1), strict=False)):
            self._database.write(measures.reorder_measures, year, list(ids))


def moved_ids(ids: Sequence[int], chosen: Sequence[int], before: int) -> list[int]:
    """The ids with the chosen ones, in their order, standing before the place `before` (0 to the length)."""
    picked = set(chosen)
    head = [id_ for id_ in ids[:before] if id_ not in picked]
    tail = [id_ for id_ in ids[before:] if id_ not in picked]
    return [*head, *(id_ for id_ in ids if id_ in picked), *tail]
