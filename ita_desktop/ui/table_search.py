"""The search through a table's records: each word anywhere in a record's text, found while the clerk types."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import compress, repeat
from operator import contains
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from ita_desktop.thai.digits import to_arabic

R = TypeVar("R")

_SLICE = 0.004
"""Seconds at a time for which the preparation holds the window up."""


class TableSearch(Generic[R]):
    """Keeps the text of every record, made once, and what the last search found, in which a longer word looks."""

    def __init__(self, searched: Callable[[R], str]) -> None:
        """`searched` gives the text of a record that a search looks through."""
        self._searched = searched
        self._records: Mapping[Hashable, R] = {}
        self._texts: dict[Hashable, str] = {}
        self._words: tuple[str, ...] = ()
        self._all: tuple[list[R], list[str]] | None = None
        self._last: tuple[tuple[str, ...], list[int]] | None = None
        self._timer: QTimer | None = None
        self._waiting: list[Hashable] = []

    def follow(self, records: Mapping[Hashable, R], stale: Iterable[Hashable]) -> None:
        """The records are these now; those of the stale ids are gone or others than before."""
        for i in stale:
            self._texts.pop(i, None)
        self._records, self._all, self._last = records, None, None

    def forget(self) -> None:
        """Make all texts anew: the words for things have changed."""
        self._texts.clear()
        self._all, self._last = None, None

    def look_for(self, text: str) -> None:
        """Look for these words from now on, in either kind of digits."""
        self._words = tuple(to_arabic(text).casefold().split())

    def found(self) -> Iterable[R]:
        """The records that hold every word, in their order."""
        if not self._words:
            self._last = None
            return self._records.values()
        records, texts = self._everything()
        places: Iterable[int] = range(len(texts))
        if self._last is not None and all(any(old in word for word in self._words) for old in self._last[0]):
            # More of the same words: only what held their beginnings can hold them.
            places = self._last[1]
        for word in self._words:
            among = texts if isinstance(places, range) else [texts[n] for n in places]
            places = list(compress(places, map(contains, among, repeat(word))))
        self._last = (self._words, list(places))
        return [records[n] for n in places]

    def found_among(self, records: Iterable[R]) -> Iterable[R]:
        """Those of the records that hold every word."""
        if not self._words:
            return records
        return [record for record in records if all(word in self._text(record) for word in self._words)]

    def prepare(self, owner: QObject) -> None:
        """Make the texts that are lacking in short slices of the idle time of the owner's thread."""
        self._waiting = [i for i in self._records if i not in self._texts]
        if self._waiting and self._timer is None:
            self._timer = QTimer(owner)
            self._timer.timeout.connect(self._make_some)
        if self._waiting and self._timer is not None:
            self._timer.start(0)

    def _make_some(self) -> None:
        until = perf_counter() + _SLICE
        while self._waiting and perf_counter() < until:
            i = self._waiting.pop()
            record = self._records.get(i)
            if record is not None and i not in self._texts:
                self._texts[i] = self._text(record)
        if not self._waiting and self._timer is not None:
            self._timer.stop()

    def _everything(self) -> tuple[list[R], list[str]]:
        """All records and their texts, place by place."""
        if self._all is None:
            texts = self._texts
            for i, record in self._records.items():
                if i not in texts:
                    texts[i] = self._text(record)
            self._all = list(self._records.values()), [texts[i] for i in self._records]
        return self._all

    def _text(self, record: R) -> str:
        return to_arabic(self._searched(record)).casefold()
