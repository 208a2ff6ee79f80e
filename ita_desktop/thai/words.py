"""Words of running text: where a line may break, on paper and on screens."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate, groupby, pairwise
from pathlib import Path

from ita_desktop.thai import line_rules

ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
_SHOWN_SPACES = (" ", "\t", "\n", ZERO_WIDTH_SPACE)

COMPOUNDS_FILE = "compounds.txt"
"""Beside the word list: compounds of the list that a narrow column needs in parts, `เทศบาล|ตำบล`, one a line."""

SHORT_WORDS_FILE = "short_words.txt"
"""Beside the word list: short words that are never part of a name the list does not know, one a line."""

_SYLLABLE = 3
"""Letters of a token that may be a syllable of an unknown name: โค|ริ, ดิ|จิ|ตัล."""


@cache
def load_words(list_file: Path) -> Callable[[str], list[str]]:
    """The splitter over this word list (UTF-8, a word a line); takes about 0.1 s and 60 MB the first time.

    Raises `FileNotFoundError`; nlpo3 itself would fail for good on a missing file.
    """
    import nlpo3

    if not list_file.is_file():
        raise FileNotFoundError(list_file)
    name = str(list_file.resolve())
    nlpo3.load_dict(name, name)
    lines = list_file.with_name(COMPOUNDS_FILE).read_text(encoding="utf-8").split()
    compounds = {line.replace("|", ""): line.split("|") for line in lines}
    listed = frozenset(list_file.read_text(encoding="utf-8").split("\n"))
    alone = frozenset(list_file.with_name(SHORT_WORDS_FILE).read_text(encoding="utf-8").split())

    def may_be_of_name(token: str) -> bool:
        return token not in listed or (len(token) <= _SYLLABLE and token not in alone)

    def split(letters: str) -> list[str]:
        tokens: list[str] = []
        for of_name, group in groupby(nlpo3.segment(letters, name), may_be_of_name):
            pieces = list(group)
            if of_name and not listed.issuperset(pieces):
                tokens.append("".join(pieces))
            else:
                tokens += pieces
        return _in_parts(_recut(tokens, listed), compounds)

    return split


def _recut(tokens: list[str], listed: frozenset[str]) -> list[str]:
    """รายงาน|การ for ราย|งานการ: the longest match takes a small word that belongs to what follows."""
    found: list[str] = []
    for token in tokens:
        rest = token.removesuffix("การ")
        if rest and rest != token and found and found[-1] + rest in listed:
            found[-1:] = [found[-1] + rest, "การ"]
        elif len(token) == 1 and found and token not in "ณธ":
            found[-1] += token  # a consonant the list knows no word for
        else:
            found.append(token)
    return found


def _in_parts(tokens: list[str], compounds: dict[str, list[str]]) -> list[str]:
    return [part for token in tokens for part in compounds.get(token) or (token,)]


class Words:
    """A word list, an office's own words, and what was already looked up in them."""

    def __init__(self, list_file: Path, own: Iterable[str] = ()) -> None:
        self.list_file = list_file
        tidy = {" ".join(word.split()) for word in own}
        self.own = tuple(sorted((word for word in tidy if len(word) > 1), key=lambda word: (-len(word), word)))
        self.breaks = lru_cache(4096)(self._breaks)
        self.display_copy = lru_cache(8192)(self._display_copy)
        self._run_breaks = lru_cache(50_000)(self._breaks_in_run)

    def _breaks(self, text: str) -> tuple[int, ...]:
        own = sorted(span for word in self.own for span in _places(text, word))
        glued = line_rules.glued(text)
        found: list[int] = []
        end = 0
        for match in line_rules.RUN.finditer(text):
            before = text[end - 1 : end]
            at, end = match.span()
            if at and self._may_begin(text, at, before, glued, own):
                found.append(at)
            if end - at > 3:
                inside = tuple((a - at, b - at) for a, b in own if a < end and b > at) if own else ()
                found += [at + offset for offset in self._run_breaks(match.group(), inside)]
        return tuple(found)

    @staticmethod
    def _may_begin(text: str, at: int, before: str, glued: set[int], own: list[tuple[int, int]]) -> bool:
        if at in glued or text[at - 1] in line_rules.NO_BREAK_SPACES:
            return False
        return line_rules.may_begin(text, at, before) and not any(a < at < b for a, b in own)

    def _breaks_in_run(self, run: str, own: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
        rules = list(line_rules.whole_spans(run))
        cuts = {edge for span in rules for edge in span}
        cuts |= {edge for span in own if self._is_unlisted(run[max(span[0], 0) : span[1]]) for edge in span}
        chances = set(cuts)
        for letters in line_rules.LETTERS.finditer(run):
            begin, end = letters.span()
            edges = sorted({begin, end, *(cut for cut in cuts if begin < cut < end)})
            chances.add(begin)
            for first, last in pairwise(edges):
                chances.update(accumulate(map(len, self._tokens(run[first:last])), initial=first))
        allowed = {at for at in chances if 0 < at < len(run) and line_rules.may_break(run, at)}
        for first, last, inside in line_rules.link_breaks(run):
            allowed = {at for at in allowed if not first < at < last} | set(inside)
        for first, last in (*own, *rules):
            allowed.difference_update(range(first + 1, last))
        return tuple(sorted(allowed))

    def _is_unlisted(self, word: str) -> bool:
        """Whether the list would take the word apart; short ones are too often part of another word."""
        return len(word) > 3 and len(self._tokens(word)) > 1

    def _tokens(self, letters: str) -> list[str]:
        return load_words(self.list_file)(letters) if len(letters) > 3 else [letters]

    def _display_copy(self, text: str) -> str:
        parts: list[str] = []
        for first, last in pairwise((0, *self.breaks(text), len(text))):
            part = text[first:last]
            words = part.rstrip(" ")
            parts.append(words.replace(" ", NO_BREAK_SPACE) + part[len(words) :])
            if part[-1:] not in _SHOWN_SPACES and last < len(text):
                parts.append(ZERO_WIDTH_SPACE)
        return "".join(parts)


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
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
    return current().breaks(text)


def loose_breaks(text: str) -> tuple[int, ...]:
    """As `breaks`, for a column narrower than one of the own words: these may break at their inner words."""
    return _without_own(current().list_file).breaks(text)


def display_copy(text: str) -> str:
    """The text for a screen, never to be stored: U+200B at break chances, U+00A0 where a line must not end."""
    return current().display_copy(text)


def warm_up() -> None:
    """Load the word list now (0.1 s, holds the interpreter): call it when the window has been painted."""
    load_words(current().list_file)


@cache
def _without_own(list_file: Path) -> Words:
    return Words(list_file)
