"""The search through a table's records: each word anywhere in a record's text, found while the clerk types."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import compress, repeat
from operator import contains
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from ita_desktop.thai.digits import to_arabic

R = TypeVar("R")

_REMEMBERED = 12
"""So many searches are remembered until the records change: the clerk takes letters back."""
_SLICE = 0.004
"""Seconds at a time for which the preparation holds the window up."""


@dataclass(frozen=True)
class _Hits(Generic[R]):
    """The records that hold all words of a search, and the text of each."""

    records: list[R]
    texts: list[str]

    def holding(self, word: str) -> _Hits[R]:
        """Those of them that hold the word too."""
        holds = list(map(contains, self.texts, repeat(word)))
        if False not in holds:
            return self
        return _Hits(list(compress(self.records, holds)), list(compress(self.texts, holds)))


class TableSearch(Generic[R]):
    """Keeps the text of every record, made once, and what the last search found, in which a longer word looks."""

    def __init__(self, searched: Callable[[R], str]) -> None:
        """`searched` gives the text of a record that a search looks through."""
        self._searched = searched
        self._records: Mapping[Hashable, R] = {}
        self._texts: dict[Hashable, str] = {}
        self._words: tuple[str, ...] = ()
        self._all: _Hits[R] | None = None
        self._known: dict[tuple[str, ...], _Hits[R]] = {}
        self._timer: QTimer | None = None
        self._waiting: list[Hashable] = []

    def follow(self, records: Mapping[Hashable, R], stale: Iterable[Hashable]) -> None:
        """The records are these now; those of the stale ids are gone or others than before."""
        for i in stale:
            self._texts.pop(i, None)
        self._records, self._all = records, None
        self._known.clear()

    def forget(self) -> None:
        """Make all texts anew: the words for things have changed."""
        self._texts.clear()
        self._all = None
        self._known.clear()

    def look_for(self, text: str) -> None:
        """Look for these words from now on, in either kind of digits."""
        self._words = tuple(to_arabic(text).casefold().split())

    def found(self) -> Iterable[R]:
        """The records that hold every word, in their order."""
        if not self._words:
            return self._records.values()
        hits = self._known.get(self._words)
        if hits is None:
            known, hits = self._narrowest()
            for word in self._words:
                hits = hits if word in known else hits.holding(word)
            self._known[self._words] = hits
            if len(self._known) > _REMEMBERED:
                del self._known[next(iter(self._known))]
        return hits.records

    def _narrowest(self) -> tuple[tuple[str, ...], _Hits[R]]:
        """The newest search of which this one asks for more: only what held its words can hold those of this one."""
        for words, hits in reversed(self._known.items()):
            if all(any(old in word for word in self._words) for old in words):
                return words, hits
        return (), self._everything()

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

    def _everything(self) -> _Hits[R]:
        """All records and their texts."""
        if self._all is None:
            texts = self._texts
            for i, record in self._records.items():
                if i not in texts:
                    texts[i] = self._text(record)
            self._all = _Hits(list(self._records.values()), [texts[i] for i in self._records])
        return self._all

    def _text(self, record: R) -> str:
        return to_arabic(self._searched(record)).casefold()
