"""Sets a plain text with the papers' engine, for looking at lines and for measuring them.

`python tools/proof.py IN.txt OUT.pdf [--width-mm W] [--size PT] [--align left|justify] [--words FILE]`:
IN is UTF-8, a paragraph a line; FILE holds words that must stay whole, one a line; PT is an official size.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from ita_desktop import paths
from ita_desktop.pdf.blocks import line
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import WORD_LIST, build
from ita_desktop.pdf.page import A4_MM, Page
from ita_desktop.pdf.styles import Align
from ita_desktop.thai import words

PAGE = Page(numbering="none")
WIDEST_MM = A4_MM[0] - 2 * PAGE.right_mm


def proof(text: str, title: str, width_mm: float, size: float, align: Align) -> bytes:
    """The text as a PDF, a paragraph a line, without heading and page numbers."""
    left = min(PAGE.left_mm, (A4_MM[0] - width_mm) / 2)
    page = replace(PAGE, left_mm=left, right_mm=A4_MM[0] - left - width_mm)
    paragraphs = text.removesuffix("\n").split("\n")
    return build([line(paragraph, size=size, align=align) for paragraph in paragraphs], Meta(title), page)


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="proof.py", description="Set a plain Thai text with the engine.")
    parser.add_argument("source", type=Path, metavar="IN.txt")
    parser.add_argument("target", type=Path, metavar="OUT.pdf")
    parser.add_argument("--width-mm", type=float, default=PAGE.body_width / 72 * 25.4, metavar="W")
    parser.add_argument("--size", type=float, default=16.0, metavar="PT", help="official size, 4 to 200")
    parser.add_argument("--align", choices=("left", "justify"), default="left")
    parser.add_argument("--words", type=Path, metavar="FILE", help="words that stay whole, one a line")
    options = parser.parse_args(arguments)
    if not 5 <= options.width_mm <= WIDEST_MM:
        parser.error(f"--width-mm must lie between 5 and {WIDEST_MM:g}")
    if not 4 <= options.size <= 200:
        parser.error("--size must lie between 4 and 200")
    return options


def main(arguments: list[str]) -> int:
    """Write the proof; 1 when a file cannot be read or written."""
    options = _arguments(arguments)
    try:
        text = options.source.read_text(encoding="utf-8-sig")
        own = options.words.read_text(encoding="utf-8-sig").splitlines() if options.words else []
        words.configure(paths.resources() / "thai" / WORD_LIST)
        words.set_own_words(own)
        made = proof(text, options.source.name, options.width_mm, options.size, options.align)
        options.target.write_bytes(made)
    except (OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
