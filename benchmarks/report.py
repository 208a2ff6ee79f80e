"""What every benchmark prints: figures, the targets they should meet, and whether they do."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measured value; without a target it only informs."""

    name: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False

    @property
    def holds(self) -> bool | None:
        """Whether the target is met, None when there is none."""
        if self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options every benchmark has."""
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--strict", action="store_true", help="end with 1 when a target is missed")


def report(figures: Sequence[Figure], options: argparse.Namespace) -> int:
    """Print the figures as a table, write them as JSON when asked; the program's exit code."""
    rows = [("figure", "value", "unit", "target", "holds")]
    for figure in figures:
        sign = "≥" if figure.at_least else "≤"
        target = "" if figure.target is None else f"{sign} {figure.target:g}"
        holds = {None: "", True: "yes", False: "NO"}[figure.holds]
        rows.append(
            (
                figure.name,
                f"{figure.value:.3g}" if figure.value < 1000 else f"{figure.value:.0f}",
                figure.unit,
                target,
                holds,
            )
        )
    print_table(rows)
    if options.json:
        found = [asdict(figure) | {"holds": figure.holds} for figure in figures]
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    missed = any(figure.holds is False for figure in figures)
    return 1 if missed and options.strict else 0


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Rows of equal length in columns, the first row as heading."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
