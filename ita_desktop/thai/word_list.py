"""The word list: letters cut into words, and at which of their borders a line should rather not end."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

COMPOUNDS_FILE = "compounds.txt"
"""Beside the word list: compounds of the list that a narrow column needs in parts, `เทศบาล|ตำบล`, one a line."""

SHORT_WORDS_FILE = "short_words.txt"
"""Beside the word list: short words that are never part of a name the list does not know, one a line."""

Border = tuple[int, bool]
"""Where a word ends, and whether the border is a poor one."""

_SYLLABLE = 3
"""Letters of a token that may be a syllable of an unknown name: โค|ริ, ดิ|จิ|ตัล."""

_LEADING = frozenset(("การ", "ความ", "ผู้", "นัก", "ชาว", "อย่าง", "น่า", "นาย", "นาง", "นางสาว"))
"""What belongs to the word behind it."""

_TRAILING = frozenset(("ละ", "นี้", "นั้น", "กัน"))
"""What belongs to the word before it: ปี|ละ, ปี|นี้."""

_LONGEST_REST = 12
"""Letters behind a border in which a listed word that spans it is looked for."""


class WordList:
    """The words of one file, and how they cut a run of Thai letters."""

    def __init__(self, segment: Callable[[str], list[str]], list_file: Path) -> None:
        """Raises `FileNotFoundError` without one of the three files."""
        self._segment = segment
        self._listed = frozenset(list_file.read_text(encoding="utf-8").split("\n"))
        lines = list_file.with_name(COMPOUNDS_FILE).read_text(encoding="utf-8").split()
        self._compounds = {line.replace("|", ""): line.split("|") for line in lines}
        self._alone = frozenset(list_file.with_name(SHORT_WORDS_FILE).read_text(encoding="utf-8").split())

    def borders(self, letters: str) -> Iterator[Border]:
        """The end of each word but the last.

        Poor are borders inside a compound, behind การ and the like, beside a name that the list does not
        know, and those that a listed word spans: the cut may be wrong there, or reads badly.
        """
        start = 0
        for word, following in pairwise((*self._words(letters), "")):
            at = start
            for part in self._compounds.get(word, (word,))[:-1]:
                at += len(part)
                yield at, True
            at = start + len(word)
            if following:
                yield at, self._is_poor(letters, start, at, word, following)
            start = at

    def _is_poor(self, letters: str, start: int, at: int, word: str, following: str) -> bool:
        listed = self._listed
        if word in _LEADING or following in _TRAILING or not listed.issuperset((word, following)):
            return True
        return any(letters[start:end] in listed for end in range(at + 1, min(at + _LONGEST_REST, len(letters)) + 1))

    def _words(self, letters: str) -> list[str]:
        found: list[str] = []
        for of_name, group in groupby(self._segment(letters), self._may_be_of_name):
            pieces = list(group)
            if of_name and not self._listed.issuperset(pieces):
                found.append("".join(pieces))
            else:
                found += pieces
        return self._recut(found)

    def _may_be_of_name(self, token: str) -> bool:
        return token not in self._listed or (len(token) <= _SYLLABLE and token not in self._alone)

    def _recut(self, tokens: list[str]) -> list[str]:
        """The words where of several cuts with as few words the segmenter took an unlikely one."""
        found: list[str] = []
        for token in tokens:
            before = found[-1] if found else ""
            if len(token) == 1 and before and token not in "ณธ":
                found[-1] += token  # a consonant the list knows no word for
            elif taken := self._letters_of_word_before(before, token):
                found[-1:] = [before + token[:taken], token[taken:]]
            else:
                found.append(token)
        return found

    def _letters_of_word_before(self, before: str, token: str) -> int:
        """How many letters of the token end the word before it; the segmenter likes the later word long."""
        if not before:
            return 0
        if token.endswith("การ") and before + token[:-3] in self._listed and len(token) > 3:
            return len(token) - 3  # รายงาน|การ for ราย|งานการ
        if before in self._alone or before not in self._listed:
            return 0
        if before + token[0] in self._alone and token[1:] in self._listed:
            return 1  # จาก|รุ่น for จา|กรุ่น
        for taken in range(len(token) - 2, 0, -1):  # ต่อเนื่อง|จาก for ต่อ|เนื่องจาก
            if token[taken:] in self._alone and before + token[:taken] in self._listed:
                return taken
        return 0


@cache
def load(list_file: Path) -> WordList:
    """The word list of this file (UTF-8, a word a line); takes about 0.1 s and 60 MB the first time.

    Raises `FileNotFoundError`; nlpo3 itself would fail for good on a missing file.
    """
    import nlpo3

    if not list_file.is_file():
        raise FileNotFoundError(list_file)
    name = str(list_file.resolve())
    nlpo3.load_dict(name, name)
    return WordList(lambda letters: nlpo3.segment(letters, name), list_file)
