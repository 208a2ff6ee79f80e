"""Words that official papers write in another way, each with the correction that a clerk may ask for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ita_desktop.domain.double_words import NO_DOUBLES, DoubleWords, doubled
from ita_desktop.domain.meeting import Meeting
from ita_desktop.thai import words

_PASSED = "ผ่าน"
_URGENT = "โดยด่วน"
_NO_LEVELS = ("ขึ้น", "มาก", "กว่า", "ที่สุด", "เด่น", "เลิศ", "พอ", "ถึง", "ๆ", " ๆ")
"""What makes another word of a level's short name."""
_NEIGHBOUR = 40
"""Letters that hold the word beside a finding."""
_YEAR = re.compile("[0-9๐-๙]+")


class TextPlace(StrEnum):
    """What kind of text is checked: some words are wrong in minutes alone."""

    TEXT = "text"
    MINUTES = "minutes"
    TITLE = "title"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class WordRule:
    """One rule: what to look for, and what to write instead (None where only a person can say)."""

    key: str
    find: re.Pattern[str]
    write: str | None
    why: str
    places: frozenset[TextPlace] = frozenset(TextPlace)
    unless: re.Pattern[str] | None = None
    """A line with this in it speaks of something else, where the word is right."""


@dataclass(frozen=True, slots=True)
class WordRules:
    """All rules, the more important ones first, and the words that may stand twice."""

    rules: tuple[WordRule, ...]
    doubles: DoubleWords = NO_DOUBLES
    other_levels: re.Pattern[str] | None = None
    """What else has levels of such names: a line with it is not about the assessment's."""

    def with_levels(self, names: Iterable[str]) -> "WordRules":
        """With rules for the level names that a framework gives."""
        levels = (replace(rule, unless=self.other_levels) for rule in level_rules(names))
        return replace(self, rules=(*self.rules, *levels))


@dataclass(frozen=True, slots=True)
class WordRemark:
    """`found` stands at `text[start:end]`; `suggestion` would stand there instead, None for a hint alone."""

    start: int
    end: int
    found: str
    suggestion: str | None
    why: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class MeetingWord:
    """A remark on a text of a meeting: the field's name, and the item's place in the agenda (-1 outside of it)."""

    field: str
    position: int
    remark: WordRemark


def check_words(text: str, rules: WordRules, place: TextPlace = TextPlace.TEXT) -> tuple[WordRemark, ...]:
    """The remarks on the text from its beginning; of those that overlap the one of the earlier rule.

    No rule looks beyond a line, and lines seen before are remembered: a key costs the check of its own line.
    """
    found: list[WordRemark] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found += (
            replace(remark, start=start + remark.start, end=start + remark.end)
            for remark in _check_line(line, rules, place)
        )
        start += len(line)
    return tuple(found)


@lru_cache(8192)
def _check_line(line: str, rules: WordRules, place: TextPlace) -> tuple[WordRemark, ...]:
    found: list[WordRemark] = []
    for remark in _remarks(line, rules, place):
        if all(remark.end <= other.start or other.end <= remark.start for other in found):
            found.append(remark)
    return tuple(sorted(found, key=lambda remark: remark.start))


def corrected(text: str, remark: WordRemark) -> str:
    """The text with the remark's suggestion; `ValueError` for a hint or where the text has changed since."""
    if remark.suggestion is None or text[remark.start : remark.end] != remark.found:
        raise ValueError(f"remark does not fit the text; got {remark!r}")
    return text[: remark.start] + remark.suggestion + text[remark.end :]


def change_in_sight(text: str, remark: WordRemark) -> tuple[str, str | None]:
    """What stands there and what would, with the words beside it where one could not see the change alone.

    A list cannot show a space at the end of a word, nor a word that is taken out.
    """
    found, wanted = remark.found, remark.suggestion
    if wanted is None or (wanted and wanted == wanted.strip() and wanted.split() != found.split()):
        return found, wanted
    behind = _first_word(text[remark.end :])
    before = _last_word(text[: remark.start]) if not behind or found[:1].isspace() or wanted[:1].isspace() else ""
    return f"{before}{found}{behind}", f"{before}{wanted}{behind}"


def _first_word(text: str) -> str:
    line = text[:_NEIGHBOUR].partition("\n")[0]
    year = _YEAR.match(line)
    return year.group() if year else line[: next(iter(words.breaks(line)), None)].rstrip()


def _last_word(text: str) -> str:
    line = text[-_NEIGHBOUR:].rpartition("\n")[2]
    return line[max(words.breaks(line), default=0) :].lstrip()


def all_corrected(text: str, rules: WordRules, place: TextPlace = TextPlace.TEXT) -> str:
    """The text with every suggestion, for a clerk who asks for all of them at once."""
    for remark in reversed(check_words(text, rules, place)):
        if remark.suggestion is not None:
            text = corrected(text, remark)
    return text


def check_meeting_words(meeting: Meeting, rules: WordRules) -> tuple[MeetingWord, ...]:
    """The remarks on every text of the meeting, in the order of its pages."""
    return tuple(
        MeetingWord(field, position, remark)
        for field, position, text, place in meeting_texts(meeting)
        for remark in check_words(text, rules, place)
    )


def level_rules(names: Iterable[str]) -> Iterator[WordRule]:
    """Rules for names of levels that are written short: ระดับดีเยี่ยม for ระดับผ่านดีเยี่ยม."""
    official = [name for name in names if len(name) > len(_PASSED)]
    for name in official:
        short = name.removeprefix(_PASSED)
        if short != name:
            # The longer names hold the shorter ones: ดีเยี่ยม is no ดี, and ดีขึ้น is no level.
            longer = [each.removeprefix(name) for each in official if each.startswith(name) and each != name]
            others = "|".join(map(re.escape, [*longer, *_NO_LEVELS]))
            pattern = rf"(?<=ระดับ)(?P<sign>\s?[“\"]?){re.escape(short)}(?!{others})"
            yield _level_rule(pattern, name)
        if name.endswith(_URGENT):
            yield _level_rule(rf"(?P<sign>){re.escape(name.removesuffix(_URGENT))}(?:อย่าง)?(?:เร่งด่วน|ด่วน)", name)


def _level_rule(pattern: str, name: str) -> WordRule:
    return WordRule(f"level {name}", re.compile(pattern), rf"\g<sign>{name}", "ชื่อระดับตามประกาศ")


def _remarks(text: str, rules: WordRules, place: TextPlace) -> Iterator[WordRemark]:
    for rule in rules.rules:
        if place not in rule.places or (rule.unless is not None and rule.unless.search(text)):
            continue
        for match in rule.find.finditer(text):
            write = None if rule.write is None else match.expand(rule.write)
            yield WordRemark(match.start(), match.end(), match.group(), write, rule.why, rule.key)
    for double in doubled(text, rules.doubles):
        why = f"“{double.word}” พิมพ์ซ้ำกัน"
        yield WordRemark(double.start, double.end, text[double.start : double.end], double.once, why, "double")


def meeting_texts(meeting: Meeting) -> Iterator[tuple[str, int, str, TextPlace]]:
    """Every text of the meeting in the order of its pages: field, place of the item (-1 outside), text, its kind."""
    yield "subject", -1, meeting.subject, TextPlace.TITLE
    for position, item in enumerate(meeting.agenda):
        yield "title", position, item.title, TextPlace.TITLE
        yield "facts", position, item.facts, TextPlace.MINUTES
        yield "discussion", position, item.discussion, TextPlace.MINUTES
        yield "resolution", position, item.resolution, TextPlace.MINUTES
    yield "closing", -1, meeting.closing, TextPlace.NEWS
