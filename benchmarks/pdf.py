"""Thai on paper against its peers: time, memory, size, what can be read back, where lines break.

`python -m benchmarks.pdf [--json FILE] [--strict] [--pages 1 10 200] [--rounds N]`; each engine runs in
processes of its own, with the same text in the same face; a peer that is not installed is skipped.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.pdf_engines import ENGINES, MODULES, PEERS_THAT_SHAPE
from benchmarks.report import Figure, add_options, print_table, report
from benchmarks.thai_text import Passage, passages, phrases

SLOW = {"fpdf2": 10}
"""The most pages an engine is asked for: fpdf2 needs minutes for 200."""

_INVISIBLE = re.compile("[\\s\u200b\ufeff\ufffe\x02]+")
_SKELETON = re.compile("[^ก-ฮะาเแโใไๆ0-9๐-๙A-Za-z]")
"""Marks may come back in any order from a peer; letters and digits are enough to find a line."""


def main(arguments: Sequence[str]) -> int:
    """Measure all engines, print the table and the figures."""
    parser = argparse.ArgumentParser(prog="benchmarks.pdf", description=__doc__)
    add_options(parser)
    parser.add_argument("--pages", type=int, nargs="+", default=[1, 10, 200])
    parser.add_argument("--rounds", type=int, default=7, help="warm rounds for up to 10 pages")
    parser.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--cold", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.engine:
        print(json.dumps(_measure(options.engine, options.pages, options.rounds, cold=options.cold)))
        return 0
    results: dict[str, dict[str, Any]] = {}
    for engine in ENGINES:
        if find_spec(MODULES.get(engine, "ita_desktop")) is None:
            print(f"skipped: {engine} is not installed")
            continue
        results[engine] = _in_own_process(engine, options)
    _print_engines(results, options.pages)
    print()
    return report(_figures(results, options.pages), options)


def _in_own_process(engine: str, options: argparse.Namespace) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.pdf", "--engine", engine, "--rounds", str(options.rounds)]
    cold = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run([*command, "--cold", "--pages", "1"], check=True, capture_output=True)
        cold.append((time.perf_counter() - started) * 1000)
    pages = [str(count) for count in options.pages if count <= SLOW.get(engine, 10**6)]
    done = subprocess.run([*command, "--pages", *pages], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1]) | {"cold": statistics.median(cold)}


def _measure(engine: str, pages: Sequence[int], rounds: int, *, cold: bool) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        target = Path(folder) / "out.pdf"
        set_text = ENGINES[engine]()
        set_text([passage.text for passage in passages(1, seed=0)], target)
        if cold:
            return {}
        found: dict[str, Any] = {"warm": {}, "kb": {}}
        before = _peak_memory_mb()
        for count in pages:
            times = []
            for number in range(rounds if count <= 10 else 3):
                made = passages(count, seed=100 * count + number)
                texts = [passage.text for passage in made]
                started = time.perf_counter()
                set_text(texts, target)
                times.append((time.perf_counter() - started) * 1000)
            found["warm"][str(count)] = statistics.median(times)
            found["kb"][str(count)] = target.stat().st_size / 1024
            if count <= 10:
                found |= _reading(target.read_bytes(), made)
        found["peak_mb"] = _peak_memory_mb()
        found["growth_mb"] = found["peak_mb"] - before
        return found


def _peak_memory_mb() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _reading(pdf: bytes, made: Sequence[Passage]) -> dict[str, float]:
    """How many phrases of the text are not found in what pdfium reads, and line breaks inside words."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        pages = []
        for page in document:
            text_page = page.get_textpage()
            pages.append(text_page.get_text_range())
            text_page.close()
            page.close()
    read = "\n".join(pages)
    joined = _INVISIBLE.sub("", read)
    used = [phrase for phrase in phrases() if any(phrase in passage.text for passage in made)]
    breaks, inside = _breaks(read, made)
    return {
        "phrases": len(used),
        "lost": sum(phrase not in joined for phrase in used),
        "breaks": breaks,
        "inside": inside,
    }


def _breaks(read: str, made: Sequence[Passage]) -> tuple[int, int]:
    """Line breaks found again in the text, and those of them that part a word."""
    text = "\n".join(passage.text for passage in made)
    kept = [at for at, char in enumerate(text) if not _SKELETON.match(char)]
    skeleton = "".join(text[at] for at in kept)
    borders: set[int] = set()
    start = 0
    for passage in made:
        borders.update(start + at for at in passage.borders)
        start += len(passage.text) + 1
    place = count = inside = 0
    for line in re.split(r"[\r\n]+", read):
        letters = _SKELETON.sub("", line)
        found = skeleton.find(letters, place, place + 4 * len(letters) + 40) if len(letters) > 5 else -1
        if found < 0:
            continue
        place = found + len(letters)
        if place >= len(kept):
            break
        count += 1
        # A mark may stand between the last letter of the line and the border.
        inside += not borders.intersection(range(kept[place - 1] + 1, kept[place] + 1))
    return count, inside


def _print_engines(results: dict[str, dict[str, Any]], pages: Sequence[int]) -> None:
    ours = results["ours"]
    head = ("engine", "cold ms", *(f"{count} p. ms" for count in pages), *(f"× ours {count}" for count in pages))
    rows = [(*head, "KB", "peak MB", "phrases lost", "breaks in words")]
    for engine, found in results.items():
        warm = [found["warm"].get(str(count)) for count in pages]
        ratios = [value / ours["warm"][str(count)] if value else None for value, count in zip(warm, pages, strict=True)]
        rows.append(
            (
                engine,
                f"{found['cold']:.0f}",
                *(f"{value:.1f}" if value else "–" for value in warm),
                *(f"{value:.2f}" if value else "–" for value in ratios),
                "/".join(f"{size:.0f}" for size in found["kb"].values()),
                f"{found['peak_mb']:.0f}",
                f"{found['lost']}/{found['phrases']}",
                f"{found['inside']}/{found['breaks']}",
            )
        )
    print_table(rows)


def _figures(results: dict[str, dict[str, Any]], pages: Sequence[int]) -> list[Figure]:
    ours = results["ours"]
    figures = [
        Figure("phrases lost on reading back", ours["lost"], "phrases", 0),
        Figure("line breaks at word borders", 100 * (1 - ours["inside"] / ours["breaks"]), "%", 98, at_least=True),
        Figure("memory growth while setting all pages", ours["growth_mb"], "MB", 60),
    ]
    for count in pages:
        mine = ours["warm"][str(count)]
        peers = [results[peer]["warm"].get(str(count)) for peer in PEERS_THAT_SHAPE if peer in results]
        fastest = min((value for value in peers if value), default=None)
        if fastest:
            figures.append(Figure(f"{count} pages, of the fastest peer that shapes", mine / fastest, "×", 0.7))
        if count >= 100 and "reportlab" in results:
            plain = results["reportlab"]["warm"][str(count)]
            figures.append(Figure(f"{count} pages, of unshaped ReportLab", mine / plain, "×", 1.2))
    return figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
