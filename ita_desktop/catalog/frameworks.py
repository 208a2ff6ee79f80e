"""The frameworks that are at hand: shipped, added by the office as files, and kept in the data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop import paths
from ita_desktop.catalog.framework_file import parse_framework
from ita_desktop.catalog.toml_table import read_text
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks
from ita_desktop.errors import UserError

if TYPE_CHECKING:
    from ita_desktop.domain.record import FrameworkEdition


def load_frameworks(editions: Iterable[FrameworkEdition] = (), added: Path | None = None) -> Frameworks:
    """Every framework by result year; for one year an edition wins over an added file, and that over a shipped one.

    Shipped files are parsed when their year is first asked for; added files (from `added`, else from the
    user's data folder) and editions at once, so that their faults show now.
    Raises `UserError` naming file, place and reason.
    """
    own: dict[FiscalYear, Framework] = {}
    for path in sorted((paths.user_frameworks() if added is None else added).glob("*.toml")):
        framework = parse_framework(read_text(path), path.name)
        own[framework.year] = framework
    for edition in editions:
        name = f"{edition.year}.toml (ฉบับของหน่วยงาน)"
        own[edition.year] = _of_year(parse_framework(edition.toml, name), edition.year, name)
    return Frameworks(_Shelf(paths.resources() / "frameworks", own))


def shipped_toml(year: FiscalYear) -> str:
    """The text of the year's shipped file, for an office that starts an edition of its own from it; empty if none."""
    path = paths.resources() / "frameworks" / f"{year}.toml"
    return read_text(path) if path.is_file() else ""


class _Shelf(Mapping[FiscalYear, Framework]):
    """Frameworks by year that parses a shipped file when it is first taken out."""

    def __init__(self, folder: Path, own: Mapping[FiscalYear, Framework]) -> None:
        self._files = {FiscalYear(int(path.stem)): path for path in folder.glob("*.toml")}
        self._years = sorted({*self._files, *own})
        self._parsed = dict(own)

    def __getitem__(self, year: FiscalYear) -> Framework:
        if year not in self._parsed:
            path = self._files[year]
            self._parsed[year] = _of_year(parse_framework(read_text(path), path.name), year, path.name)
        return self._parsed[year]

    def __iter__(self) -> Iterator[FiscalYear]:
        return iter(self._years)

    def __len__(self) -> int:
        return len(self._years)

    def __contains__(self, year: object) -> bool:
        return year in self._files or year in self._parsed


def _of_year(framework: Framework, year: FiscalYear, name: str) -> Framework:
    if framework.year != year:
        raise UserError(f"ไฟล์ {name} ที่ year: ต้องเป็นปี {year} แต่ในไฟล์เป็นปี {framework.year}")
    return framework
