"""Scores: what a keystroke costs, the least change to a level, and ten years with every question score.

`python -m benchmarks.scores [--json FILE] [--strict] [--rounds N]`; medians over fresh random score sets, first what
the rules cost by themselves, then the real scores tab without a screen.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import scores_tab
from benchmarks.report import Figure, add_options, report
from ita_desktop import catalog
from ita_desktop.db.database import Database
from ita_desktop.domain.advice import change_sentence, weak_sentence
from ita_desktop.domain.assessment import Assessment, display_score
from ita_desktop.domain.explanation import difference_sentence, level_reason, level_title, step_sentence
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.domain.scoring import outcome
from ita_desktop.domain.trend import trend
from ita_desktop.domain.what_if import fewest_indicators, fewest_points, imagined
from ita_desktop.services import assessments, records

NEWEST = FiscalYear(2568)
YEARS = 10
QUESTIONS = {"i": 30, "e": 15, "o": 43}
"""As many as any known year had."""


def main(arguments: Sequence[str]) -> int:
    """Measure, print the figures, and say by the exit code whether the targets hold."""
    parser = argparse.ArgumentParser(prog="benchmarks.scores", description=__doc__)
    add_options(parser)
    parser.add_argument("--rounds", type=int, default=300)
    options = parser.parse_args(arguments)
    frameworks = catalog.load_frameworks()
    chance = random.Random(options.rounds)
    figures = _of_rules(frameworks, chance, options.rounds)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "years.itadb"
        with closing(Database.open(file)) as database:
            many = tuple(_year(frameworks, chance, NEWEST - n) for n in range(YEARS))
            office = Office(OfficeKind.SUBDISTRICT_MUNICIPALITY, "บ้านตัวอย่าง")
            database.write(records.write_record, OfficeRecord(office, assessments=many))
        figures += _of_ten_years(file, frameworks)
        opened, said, painted = scores_tab.measured(file, chance, YEARS, min(options.rounds, 60))
    figures += [
        *_spread("the scores tab opened on ten years, all details unfolded, painted", opened, 150),
        *_spread("the scores tab says anew what the scores mean", said, 2),
        *_spread("a key in the scores tab until all is painted", painted, None),
    ]
    return report(figures, options)


def _of_rules(frameworks: Frameworks, chance: random.Random, rounds: int) -> list[Figure]:
    framework = frameworks.of(NEWEST)
    sets = [_year(frameworks, chance, NEWEST) for _ in range(rounds)]
    best = framework.levels[0]
    costs: dict[str, Callable[[Assessment], object]] = {
        "recompute after a keystroke, rules and sentences": partial(_recompute, framework),
        "fewest points to the best level": lambda a: fewest_points(framework, a, best),
        "fewest indicators to the best level": lambda a: fewest_indicators(framework, a, best),
        "what-if slider, rules": lambda a: outcome(framework, imagined(framework, a, {"9": Decimal(77)})),
    }
    return [
        figure
        for name, work in costs.items()
        for figure in _spread(name, [_milliseconds(partial(work, each)) for each in sets], 2)
    ]


def _recompute(framework: Framework, assessment: Assessment) -> list[str]:
    """Everything that the page says about a year, as it is said again after each key."""
    found = outcome(framework, assessment)
    sentences = [level_title(found), level_reason(found)]
    sentences += [step_sentence(step) for step in found.steps]
    sentences += [weak_sentence(weak) for weak in found.weak]
    sentences += [difference_sentence(difference) for difference in found.differences]
    above = found.next_level
    if above is not None:
        sentences.append(change_sentence(framework, above, fewest_points(framework, assessment, above)))
    return sentences


def _of_ten_years(file: Path, frameworks: Frameworks) -> list[Figure]:
    def opened() -> None:
        with closing(Database.open(file)) as database:
            years = database.read(assessments.list_assessments)
            assert len(years) == YEARS
            assert all(len(each.details) == sum(QUESTIONS.values()) for each in years)
            trend(frameworks, years, NEWEST)

    with closing(Database.open(file)) as database:
        read = [_milliseconds(partial(database.read, assessments.list_assessments)) for _ in range(15)]
        years = database.read(assessments.list_assessments)
    follow = [_milliseconds(partial(trend, frameworks, years, NEWEST)) for _ in range(15)]
    whole = [_milliseconds(opened) for _ in range(15)]
    return [
        *_spread("ten years with all question scores: file opened, read and followed", whole, 150),
        Figure("of that, reading the scores", statistics.median(read), "ms"),
        Figure("of that, following them through the frameworks", statistics.median(follow), "ms"),
    ]


def _year(frameworks: Frameworks, chance: random.Random, year: FiscalYear) -> Assessment:
    """One year with every score there can be."""
    indicators = {str(n): Decimal(chance.randint(6000, 10_000)) / 100 for n in range(1, 11)}
    details = {
        f"{letter}{n}": Decimal(chance.randint(0, 10_000)) / 100
        for letter, count in QUESTIONS.items()
        for n in range(1, count + 1)
    }
    known = Assessment(year, indicators=indicators, details=details)
    found = outcome(frameworks.of(year), known)
    assert found.total is not None
    instruments = {i: display_score(score.value) for i, score in found.instruments.items()}
    return replace(known, instruments=instruments, total=display_score(found.total.value))


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _spread(name: str, found: Sequence[float], target: float | None) -> list[Figure]:
    return [
        Figure(name, statistics.median(found), "ms", target),
        Figure(f"{name}, slowest of {len(found)}", max(found), "ms"),
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
