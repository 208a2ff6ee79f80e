"""The announced scores of one result year, and how a typed score is read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_arabic

MIN_SCORE, MAX_SCORE = Decimal(0), Decimal(100)
CENT = Decimal("0.01")
"""Scores are published with two decimals."""
_FINEST = Decimal("0.000000001")

_NUMBER = re.compile(r"(-?)(\d+)(?:[.,](\d*))?")


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was announced for one result year; everything but the year is optional. Scores in points, 0 to 100."""

    year: FiscalYear
    indicators: Mapping[str, Decimal] = field(default_factory=dict)
    """Score by indicator code."""
    instruments: Mapping[Instrument, Decimal] = field(default_factory=dict)
    total: Decimal | None = None
    eit_parts: Mapping[int, Decimal] = field(default_factory=dict)
    """EIT part 1 and 2; kept, never computed with (their shares are not published, ita.md 1.1)."""
    details: Mapping[str, Decimal] = field(default_factory=dict)
    """Score by code of a question (`i1`, `e1`) or item (`o1`) in that year's numbering; never computed with,
    because how they make an indicator is not published exactly (ita.md 1.4)."""
    announced_level: str = ""
    announced_on: date | None = None
    source: str = ""
    """Where the scores were read, e.g. the report's file name."""
    recommendations: str = ""
    """NACC's recommendation text from the result report."""

    def has_scores(self) -> bool:
        """Whether any score is known that a level could follow from."""
        return bool(self.indicators or self.instruments or self.total is not None)


def announced_in_season(result_year: FiscalYear, announced_on: date) -> bool:
    """Whether the day lies in July to September of the result year, when results come out (ita.md 2.3, 10.2)."""
    return result_year.quarter(4)[0].first_day <= announced_on <= result_year.last_day


def parse_score(text: str) -> Decimal | None:
    """The score of a typed text (Thai or Arabic digits, point or comma), None when empty.

    Raises `UserError` for letters, negatives, more than two decimals or a score over 100.
    """
    typed = to_arabic(text).strip()
    if not typed:
        return None
    if typed.endswith("%"):
        raise UserError(f"กรอกเฉพาะตัวเลข ไม่ต้องใส่เครื่องหมาย % เช่น {text.strip().rstrip('% ')}")
    match = _NUMBER.fullmatch(typed)
    if match is None:
        raise UserError(f"“{text.strip()}” ไม่ใช่ตัวเลข กรอกคะแนน ๐ ถึง ๑๐๐ เช่น ๘๕.๔๒")
    sign, whole, decimals = match[1], match[2], match[3] or ""
    if sign:
        raise UserError("คะแนนติดลบไม่ได้ กรอกคะแนน ๐ ถึง ๑๐๐")
    if len(decimals) > 2:
        raise UserError("คะแนนมีทศนิยมได้ไม่เกิน ๒ ตำแหน่ง เช่น ๘๕.๔๒")
    score = Decimal(f"{int(whole[:12])}.{decimals or '0'}")
    if score > MAX_SCORE:
        raise UserError("คะแนนเกิน ๑๐๐ ไม่ได้ กรอกคะแนน ๐ ถึง ๑๐๐")
    return score.quantize(CENT)


def display_score(score: Decimal) -> Decimal:
    """The score as it is shown: two decimals, half up; computing goes on with the unrounded value."""
    # A mean of three ends in a cut-off digit, which must not decide which way a half is rounded.
    return score.quantize(_FINEST).quantize(CENT, rounding=ROUND_HALF_UP)


def format_score(score: Decimal | None) -> str:
    """`85.42`, or `–` when unknown; Arabic digits."""
    return "–" if score is None else f"{display_score(score)}"
