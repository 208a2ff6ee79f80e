"""Where lines really end, against references that nobody here tuned on.

`python -m benchmarks.breaks [--gold FILE …] [--misses N] [--json FILE] [--strict]`: paragraphs are set at the
widths of the papers, and every line end that is not at a border of the reference counts as a miss.
The text of the papers and of the five real documents is cut by deepcut, a segmenter learned from another
corpus (packages `pythainlp` and `onnxruntime` of the bench extra; skipped by name without them). FILE is a
corpus cut by hand: CoNLL-U, or a sentence a line with `|` between words.
"""

import argparse
import logging
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from benchmarks.report import Figure, add_options, report

ROOT = Path(__file__).resolve().parents[1]
TEXT_WIDTHS = (453.5, 400.0, 340.0)
"""Points: running text on an upright A4 page, lists, and signature-wide paragraphs, in 16 point type."""

CELL_WIDTHS = (182.0, 101.0)
"""Points: the two text columns of the measures table, in 14 point type."""

LEAST_LETTERS = 40
"""A shorter text is never broken in running text."""

SENTENCES = 6
"""A gold corpus comes in sentences: so many make a paragraph."""

_PREFIXES = ("การ", "ความ", "ผู้", "นัก", "ชาว", "อย่าง", "น่า")
_NAME_PARTS = (
    *("นาย", "นาง", "นางสาว", "เทศบาล", "เทศบาลตำบล", "องค์การ", "องค์การบริหาร", "ส่วนตำบล", "สำนักงาน", "สภา"),
    *("คณะกรรมการ", "ตำบล", "อำเภอ", "จังหวัด", "ป้องกัน", "และ", "ปราบปราม", "การทุจริต", "แห่งชาติ"),
)
"""Corpora differ in whether การ is a word of its own and in whether the name of a person, place or authority
is one word, its kind and title included; the second figure takes a break between such parts as right."""

_THAI = re.compile("[ก-๎]")


@dataclass
class Count:
    """Line ends looked at, those that part a word of the reference, and which words those were."""

    ends: int = 0
    inside: int = 0
    between_parts: int = 0
    misses: Counter[str] = field(default_factory=Counter)

    def share(self, *, parts_part: bool = False) -> float:
        """Line ends at borders, in percent; with `parts_part` also those after การ and between parts of a name."""
        return 100 * (1 - (self.inside - self.between_parts * parts_part) / max(self.ends, 1))


Words = Sequence[str]
"""A paragraph in the reference's words, white space among them."""


def count_ends(paragraphs: Sequence[Words], widths: Sequence[float], size: float, found: Count) -> Count:
    """Set the paragraphs at each width and compare every line end with the reference; adds to what was found."""
    from ita_desktop.pdf.fonts import sarabun
    from ita_desktop.pdf.paragraph import Paragraph
    from ita_desktop.pdf.styles import Style

    for words in paragraphs:
        text = "".join(words)
        borders = set(accumulate(map(len, words)))
        paragraph = Paragraph(text, Style(size=size), sarabun())
        for width in widths:
            paragraph.measure(width)
            for at in _line_ends(text, paragraph.line_texts()):
                found.ends += 1
                # A link has no words.
                if at not in borders and _THAI.search(text[at - 1 : at + 1]) and not text[at - 1].isspace():
                    _add_miss(found, words, at)
    return found


def _line_ends(text: str, lines: Sequence[str]) -> Iterator[int]:
    """The offset in the text at which each line but the first begins."""
    at = 0
    for line in lines[:-1]:
        left = len("".join(line.split()))
        while left or text[at].isspace():
            left -= not text[at].isspace()
            at += 1
        yield at


def _add_miss(found: Count, words: Words, at: int) -> None:
    start = 0
    for word in words:
        if start + len(word) > at:
            break
        start += len(word)
    head, tail = word[: at - start], word[at - start :]
    found.inside += 1
    if head in _PREFIXES or head.endswith(_NAME_PARTS) or tail.startswith(_NAME_PARTS):
        found.between_parts += 1
    else:
        found.misses[f"{head}|{tail}"] += 1


def official_paragraphs() -> Iterator[tuple[list[str], list[str]]]:
    """For the sample office and each of the five real ones: its own words, and every longer text of its papers."""
    from ita_desktop import paths
    from ita_desktop.catalog import load_frameworks, load_texts
    from ita_desktop.db.database import Database
    from ita_desktop.record_file import parse_record
    from ita_desktop.services import documents, records

    frameworks, texts = load_frameworks(), load_texts()
    samples = sorted((paths.resources() / "sample").glob("*.json"))
    for file in [*samples, *sorted((ROOT / "tests" / "data" / "seeds").glob("*.json"))]:
        record = parse_record(file.read_bytes())
        database = Database.scratch()
        database.write(records.write_record, record)
        year = record.plan_years()[-1]
        found: dict[str, None] = {}
        for choice in database.read(documents.choices, year, frameworks, year.last_day):
            if choice.kind.is_of_meeting and choice.meeting_id is None:
                continue
            paper = database.read(
                documents.compose, choice.kind, year, frameworks, texts, year.last_day, meeting_id=choice.meeting_id
            )
            found.update(dict.fromkeys(_texts_in(paper)))
        own_words = list(database.read(documents.own_words))
        database.close()
        yield own_words, [text for text in found if len(text) >= LEAST_LETTERS]


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (" ".join(line.split()) for line in value.split("\n"))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts_in(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts_in(getattr(value, one.name))


def gold_paragraphs(file: Path) -> list[Words]:
    """The corpus in paragraphs; `OSError` or `UnicodeDecodeError` when it cannot be read."""
    lines = file.read_text(encoding="utf-8").splitlines()
    sentences = _of_conllu(lines) if file.suffix == ".conllu" else [line.split("|") for line in lines if line]
    groups = (sentences[at : at + SENTENCES] for at in range(0, len(sentences), SENTENCES))
    return [[word for sentence in group for word in (*sentence, " ")][:-1] for group in groups]


def _of_conllu(lines: Sequence[str]) -> list[list[str]]:
    sentences: list[list[str]] = [[]]
    for line in lines:
        columns = line.split("\t")
        if not line:
            sentences.append([])
        elif columns[0].isdecimal():
            sentences[-1] += [columns[1]] if "SpaceAfter=No" in columns[9] else [columns[1], " "]
    return [sentence for sentence in sentences if sentence]


def _official_counts() -> tuple[Count, Count]:
    """Line ends of the papers' texts, in running text and in cells, against deepcut."""
    from pythainlp.tokenize import word_tokenize

    from ita_desktop.thai import words

    text, cells = Count(), Count()
    seen: set[str] = set()
    for own_words, paragraphs in official_paragraphs():
        words.set_own_words(own_words)
        cut = [word_tokenize(one, engine="deepcut") for one in paragraphs if one not in seen]
        seen.update(paragraphs)
        count_ends(cut, TEXT_WIDTHS, 16.0, text)
        count_ends(cut, CELL_WIDTHS, 14.0, cells)
    words.set_own_words([])
    return text, cells


def main(arguments: Sequence[str]) -> int:
    """Count the line ends and print the figures, with the most frequent misses when asked."""
    from ita_desktop import paths
    from ita_desktop.thai import words

    parser = argparse.ArgumentParser(prog="benchmarks.breaks", description=__doc__)
    add_options(parser)
    parser.add_argument("--gold", type=Path, nargs="+", default=[], metavar="FILE", help="a corpus cut by hand")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list the N most frequent misses")
    options = parser.parse_args(arguments)
    words.configure(paths.resources() / "thai" / "words_th.txt")
    logging.disable()  # a corpus has characters that no face has
    counts: dict[str, Count] = {}
    if missing := [name for name in ("pythainlp", "onnxruntime") if find_spec(name) is None]:
        print(f"skipped: the papers' texts against deepcut ({', '.join(missing)} not installed)")
    else:
        counts["papers, running text, deepcut"], counts["papers, table cells, deepcut"] = _official_counts()
    for file in options.gold:
        counts[f"{file.name}, running text"] = count_ends(gold_paragraphs(file), TEXT_WIDTHS, 16.0, Count())
    figures: list[Figure] = []
    for name, count in counts.items():
        if options.misses:
            print(name, *(f"{word} ×{often}" for word, often in count.misses.most_common(options.misses)), sep="\n  ")
        figures += [
            Figure(f"{name}: line ends", count.ends, "lines"),
            Figure(f"{name}: at borders as marked", count.share(), "%"),
            Figure(f"{name}: also between parts", count.share(parts_part=True), "%", 98, at_least=True),
        ]
    return report(figures, options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
