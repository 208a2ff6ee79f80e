"""What a clerk does to measures, each as one step that can be undone and leaves the file as it was."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import follow_ups, measures
from ita_desktop.services.measures import RemovedMeasures
from ita_desktop.ui.measures.known_measures import Places, placed, places_for, with_added, with_changed
from ita_desktop.ui.undo import History

R = TypeVar("R")
Values = Mapping[int, Mapping[str, Any]]
"""New values by measure and field."""

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
    """Edits, additions, removals and moves of measures in one file, written to its history.

    Every change, undo and redo is one write, whole or not at all. What it leads to is worked out beside it, so
    that a table of thousands need not be read again: `measures` is right as soon as the news of a write is told.
    """

    def __init__(self, database: Database, history: History) -> None:
        self._database = database
        self._history = history
        self._year: FiscalYear | None = None
        self._known: tuple[Measure, ...] | None = None
        self._is_writing = False
        self.touched: tuple[int, ...] = ()
        """The measures that the last change, undo or redo was about."""

    def measures(self, year: FiscalYear) -> tuple[Measure, ...]:
        """The year's measures as stored, in their order; those that a change left alone are the same objects."""
        if self._known is None or self._year != year:
            self._year, self._known = year, tuple(self._database.read(measures.list_measures, year))
        return self._known

    def note_news(self, touched: frozenset[Topic]) -> None:
        """Hear what was saved, anywhere, before anybody asks for the measures again."""
        if Topic.MEASURES in touched and not self._is_writing:
            self._known = None

    def edit(self, edited: Measure) -> None:
        """Save what differs from the stored measure; nothing happens when nothing does."""
        (stored,) = self._stored([edited.id])
        edited = measures.checked_measure(edited)
        names = _differences(stored, edited)
        words = " ".join(dict.fromkeys(_WORDS[name] for name in names))
        self._edit([stored], [edited], f"แก้ไข{words}")

    def edit_all(self, ids: Sequence[int], change: Callable[[Measure], Measure], words: str) -> None:
        """Save what the change makes of these measures of one year, in one step; nothing happens when it is nothing."""
        stored = self._stored(list(dict.fromkeys(ids)))
        self._edit(stored, [measures.checked_measure(change(measure)) for measure in stored], words)

    def add(self, measure: Measure) -> int:
        """Store a new measure at its position, or at the end without one, and give its id."""
        return self.add_all([measure], "เพิ่มมาตรการ")[0]

    def add_all(self, new: Sequence[Measure], words: str) -> list[int]:
        """Store new measures of one year in one step, one behind the other, and give their ids.

        They stand at the position of the first, or at the end when it has none.
        """
        if not new:
            return []
        block, year, place = tuple(new), new[0].plan_year, new[0].position
        kept: list[RemovedMeasures] = []
        ids: list[int] = []
        moved: dict[int, int] = {}
        stood: dict[int, int] = {}

        def forth() -> None:
            if kept:
                self._put_back(year, kept.pop(), moved)
                return
            saved = self._write(year, lambda session: measures.insert_measures(session, block, place), with_added)
            ids.extend(measure.id for measure in saved)
            behind = [measure for measure in self.measures(year) if measure.position >= saved[-1].position]
            pushed_on = {measure.id: measure.position for measure in behind if measure.id != saved[-1].id}
            moved.update(pushed_on)
            stood.update({id_: position - len(saved) for id_, position in pushed_on.items()})
            self.touched = tuple(ids)

        self._history.do(words, year, forth, lambda: kept.append(self._take_out(year, ids, stood)))
        return ids

    def copy(self, originals: Sequence[Measure]) -> list[int]:
        """Store copies right behind the last of the originals, not started, and give their ids."""
        if not originals:
            return []
        place = max(measure.position for measure in originals) + 1
        copies = [replace(measure, status=MeasureStatus.NOT_STARTED, position=place) for measure in originals]
        return self.add_all(copies, f"ทำสำเนา {len(copies)} มาตรการ")

    def remove(self, removed: Sequence[Measure]) -> None:
        """Remove measures of one year with what hangs on them."""
        if not removed:
            return
        year, ids = removed[0].plan_year, [measure.id for measure in removed]
        kept: list[RemovedMeasures] = []
        self._history.do(
            f"ลบ {len(ids)} มาตรการ",
            year,
            lambda: kept.append(self._take_out(year, ids, {})),
            lambda: self._put_back(year, kept.pop(), {}),
        )

    def move(self, plan_year: FiscalYear, ids: Sequence[int]) -> None:
        """Put the year's measures in this order."""
        known = self.measures(plan_year)
        places = places_for(known, ids)
        stood = {measure.id: measure.position for measure in known if measure.id in places}
        if places:
            self._history.do(
                "ย้ายลำดับมาตรการ",
                plan_year,
                lambda: self._place(plan_year, places),
                lambda: self._place(plan_year, stood),
            )

    def _edit(self, stored: Sequence[Measure], edited: Sequence[Measure], words: str) -> None:
        before: dict[int, Mapping[str, Any]] = {}
        after: dict[int, Mapping[str, Any]] = {}
        for old, new in zip(stored, edited, strict=True):
            if names := _differences(old, new):
                before[old.id] = {name: getattr(old, name) for name in names}
                after[old.id] = {name: getattr(new, name) for name in names}
        if not after:
            return
        year = stored[0].plan_year
        is_new = [True]

        def forth() -> None:
            # What was kept once may be kept again, whatever has been said of its progress since.
            self._set(year, after, closing_is_checked=is_new[0])
            is_new[0] = False

        self._history.do(words, year, forth, lambda: self._set(year, before, closing_is_checked=False))

    def _stored(self, ids: Sequence[int]) -> list[Measure]:
        found = self._database.read(measures.find_measures, list(ids))
        return _complete(found, len(ids))

    def _set(self, year: FiscalYear, values: Values, *, closing_is_checked: bool) -> None:
        """Give the measures as they are now these values: what was changed elsewhere meanwhile stays."""

        def work(session: Any) -> list[Measure]:
            stored = _complete(measures.find_measures(session, list(values)), len(values))
            changed = [replace(measure, **values[measure.id]) for measure in stored]
            if closing_is_checked:
                follow_ups.check_closing(session, changed)
            return measures.save_measures(session, changed)

        self.touched = tuple(values)
        self._write(year, work, with_changed)

    def _take_out(self, year: FiscalYear, ids: Sequence[int], places: Places) -> RemovedMeasures:
        """Remove the measures, and give others these positions."""

        def work(session: Any) -> RemovedMeasures:
            removed = measures.remove_measures(session, ids)
            measures.place_measures(session, places)
            return removed

        self.touched = ()
        gone = frozenset(ids)
        return self._write(
            year, work, lambda known, _: placed((measure for measure in known if measure.id not in gone), places)
        )

    def _put_back(self, year: FiscalYear, removed: RemovedMeasures, places: Places) -> None:
        """Bring removed measures back, and give others these positions."""

        def work(session: Any) -> list[Measure]:
            restored = measures.restore_measures(session, removed)
            measures.place_measures(session, places)
            return restored

        self.touched = tuple(measure.id for measure in removed.measures)
        self._write(year, work, lambda known, restored: placed((*known, *restored), places))

    def _place(self, year: FiscalYear, places: Places) -> None:
        self._write(
            year,
            lambda session: measures.place_measures(session, places),
            lambda known, _: placed(known, places),
        )

    def _write(
        self,
        year: FiscalYear,
        work: Callable[[Any], R],
        follow: Callable[[tuple[Measure, ...], R], tuple[Measure, ...]],
    ) -> R:
        """Do the work in one write; `follow` gives the year's measures after it from those before and its result."""
        known = self.measures(year)

        def whole(session: Any) -> R:
            result = work(session)
            # Before the news of the write is told: who hears it asks for them.
            self._known = follow(known, result)
            return result

        self._is_writing = True
        try:
            return self._database.write(whole)
        except BaseException:
            self._known = None
            raise
        finally:
            self._is_writing = False


def moved_ids(ids: Sequence[int], chosen: Sequence[int], before: int) -> list[int]:
    """The ids with the chosen ones, in their order, standing before the place `before` (0 to the length)."""
    picked = set(chosen)
    head = [id_ for id_ in ids[:before] if id_ not in picked]
    tail = [id_ for id_ in ids[before:] if id_ not in picked]
    return [*head, *(id_ for id_ in ids if id_ in picked), *tail]


def _differences(stored: Measure, edited: Measure) -> list[str]:
    """The fields that an edit changes."""
    return [name for name in _WORDS if getattr(stored, name) != getattr(edited, name)]


def _complete(found: list[Measure], wanted: int) -> list[Measure]:
    if len(found) < wanted:
        raise UserError("มาตรการนี้ถูกลบไปแล้ว จึงแก้ไขไม่ได้")
    return found
