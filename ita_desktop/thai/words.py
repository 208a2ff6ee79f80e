"""Words of running text: where a line may break, on paper and on screens."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from ita_desktop.thai import line_rules, word_list
from ita_desktop.thai.line_rules import Span

ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
_SHOWN_SPACES = (" ", "\t", "\n", ZERO_WIDTH_SPACE)


class Chances(NamedTuple):
    """Where a line may begin, rising, and which of these places are poor ones."""

    every: tuple[int, ...]
    poor: frozenset[int]


class Words:
    """A word list, an office's own words, and what was already looked up in them."""

    def __init__(self, list_file: Path, own: Iterable[str] = ()) -> None:
        self.list_file = list_file
        tidy = {" ".join(word.split()) for word in own}
        self.own = tuple(sorted((word for word in tidy if len(word) > 1), key=lambda word: (-len(word), word)))
        self.chances = lru_cache(4096)(self._chances)
        self.display_copy = lru_cache(8192)(self._display_copy)
        self._run_chances = lru_cache(50_000)(self._chances_in_run)

    def _chances(self, text: str) -> Chances:
        own = sorted(span for word in self.own for span in _places(text, word))
        glued = line_rules.glued(text)
        found: list[int] = []
        poor: list[int] = []
        end = 0
        for match in line_rules.RUN.finditer(text):
            before = text[end - 1 : end]
            at, end = match.span()
            if at and self._may_begin(text, at, before, glued, own):
                found.append(at)
            if end - at > 3:
                inside = tuple((a - at, b - at) for a, b in own if a < end and b > at) if own else ()
                run = self._run_chances(match.group(), inside)
                found += [at + offset for offset in run.every]
                poor += [at + offset for offset in run.poor]
        poor += line_rules.poor_spaces(text, own)
        return Chances(tuple(found), frozenset(poor).intersection(found))

    @staticmethod
    def _may_begin(text: str, at: int, before: str, glued: set[int], own: list[Span]) -> bool:
        if at in glued or text[at - 1] in line_rules.NO_BREAK_SPACES:
            return False
        return line_rules.may_begin(text, at, before) and not any(a < at < b for a, b in own)

    def _chances_in_run(self, run: str, own: tuple[Span, ...]) -> Chances:
        rules = list(line_rules.whole_spans(run))
        names = [span for span in own if self._is_unlisted(run[max(span[0], 0) : span[1]])]
        cuts = {edge for span in (*rules, *names) for edge in span}
        chances = cuts | line_rules.hyphen_breaks(run)
        poor = chances - cuts | {at for at, _ in names if run[: max(at, 0)].endswith(line_rules.BEFORE_NAME)}
        for letters in line_rules.LETTERS.finditer(run):
            begin, end = letters.span()
            edges = sorted({begin, end, *(cut for cut in cuts if begin < cut < end)})
            chances.update((begin, end))
            for first, last in pairwise(edges):
                for border, is_poor in self._borders(run[first:last]):
                    chances.add(first + border)
                    if is_poor:
                        poor.add(first + border)
        allowed = {at for at in chances if 0 < at < len(run) and line_rules.may_break(run, at)}
        for first, last, inside in line_rules.link_breaks(run):
            allowed = {at for at in allowed if not first < at < last} | set(inside)
        for first, last in (*own, *rules):
            allowed.difference_update(range(first + 1, last))
        return Chances(tuple(sorted(allowed)), frozenset(poor & allowed))

    def _is_unlisted(self, word: str) -> bool:
        """Whether the list would take the word apart; short ones are too often part of another word."""
        return len(word) > 3 and next(self._borders(word), None) is not None

    def _borders(self, letters: str) -> Iterator[word_list.Border]:
        return word_list.load(self.list_file).borders(letters) if len(letters) > 3 else iter(())

    def _display_copy(self, text: str) -> str:
        parts: list[str] = []
        for first, last in pairwise((0, *self.chances(text).every, len(text))):
            part = text[first:last]
            words = part.rstrip(" ")
            parts.append(words.replace(" ", NO_BREAK_SPACE) + part[len(words) :])
            if part[-1:] not in _SHOWN_SPACES and last < len(text):
                parts.append(ZERO_WIDTH_SPACE)
        return "".join(parts)


def _places(text: str, word: str) -> Iterator[Span]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


_current: Words | None = None


def configure(list_file: Path) -> None:
    """Name the word list to use; nothing is read before the first look-up."""
    global _current
    if _current is None or _current.list_file != list_file:
        _current = Words(list_file, _current.own if _current else ())


def current() -> Words:
    """The words in use; `RuntimeError` before `configure`."""
    if _current is None:
        raise RuntimeError("words.configure was not called")
    return _current


def set_own_words(words: Iterable[str]) -> None:
    """Replace the words that stay whole: the office's names, divisions, officers and places."""
    global _current
    fresh = Words(current().list_file, words)
    if fresh.own != current().own:
        _current = fresh


def breaks(text: str) -> tuple[int, ...]:
    """The offsets, rising, at which a line may begin: inside runs of letters and after white space.

    Never before a vowel or tone mark, ๆ, ฯ or closing sign, nor after เแโใไ or an opening bracket.
    """
    return current().chances(text).every


def chances(text: str) -> Chances:
    """As `breaks`, told apart: at a poor one a line ends only when no better one is near."""
    return current().chances(text)


def loose_breaks(text: str) -> tuple[int, ...]:
    """As `breaks`, for a column narrower than one of the own words: these may break at their inner words."""
    return _without_own(current().list_file).chances(text).every


def display_copy(text: str) -> str:
    """The text for a screen, never to be stored: U+200B at break chances, U+00A0 where a line must not end."""
    return current().display_copy(text)


@cache
def _without_own(list_file: Path) -> Words:
    return Words(list_file)
