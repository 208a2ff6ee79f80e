"""What the words beside a score say: which indicator, instrument, question, item or total they name, and which year."""

import re
from collections.abc import Iterable

from ita_desktop.domain.fiscal_year import FIRST_YEAR, LAST_YEAR, FiscalYear
from ita_desktop.domain.framework import Framework, Instrument
from ita_desktop.scores_import.target import TOTAL, ScoreKind, ScoreTarget
from ita_desktop.thai.clean import clean_line
from ita_desktop.thai.digits import to_arabic

_DETAIL = re.compile(r"(?:^|[(\s])([ieo])\s?([1-9]\d{0,2})(?![\d.])", re.IGNORECASE | re.ASCII)
_NUMBERED = re.compile(r"^(?:ตัวชี้วัด(?:ที่)?)?\s*(\d{1,2})\s*(?:[.):\-–]\s*|$|\s+(?=\D))", re.ASCII)
_NAMED_NUMBER = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(\d{1,2})(?!\d)", re.ASCII)
_INSTRUMENT = re.compile(r"(?<![a-z])(iit|eit|oit)(?![a-z])", re.IGNORECASE)
_EIT_PART = re.compile(r"(?:ส่วนที่|ส่วน|part)\s*([12])(?!\d)", re.IGNORECASE | re.ASCII)
_TOTAL_WORDS = ("คะแนนรวม", "คะแนนเฉลี่ยรวม", "คะแนนเฉลี่ย", "ผลรวม", "รวมทั้งหมด", "ภาพรวม", "คะแนนita", "total", "overall")
_YEAR = re.compile(r"(?<!\d)(2[56]\d\d)(?!\d)", re.ASCII)
_SHORT_YEAR = re.compile(r"^(?:ปี(?:งบประมาณ)?|พ\.?ศ\.?|fy)\s*(\d\d)$", re.IGNORECASE | re.ASCII)


class LabelReader:
    """Reads labels against the names of several years' frameworks."""

    def __init__(self, frameworks: Iterable[Framework]) -> None:
        self._codes: set[str] = set()
        self._names: dict[str, set[str]] = {}
        for framework in frameworks:
            for indicator in framework.indicators:
                self._codes.add(indicator.code)
                self._names.setdefault(_squeezed(indicator.name), set()).add(indicator.code)

    def targets(self, label: str) -> set[ScoreTarget]:
        """Every score of the most specific kind that the label names; more than one is a doubt."""
        text = to_arabic(clean_line(label))
        squeezed = _squeezed(text)
        details = {match[1].lower() + match[2] for match in _DETAIL.finditer(text)}
        if details:
            return {ScoreTarget(ScoreKind.DETAIL, code) for code in details}
        codes = self._by_name(squeezed) | self._by_number(text)
        if codes:
            return {ScoreTarget(ScoreKind.INDICATOR, code) for code in codes}
        instruments = {match[1].upper() for match in _INSTRUMENT.finditer(text)} or _by_official_name(squeezed)
        part = _EIT_PART.search(text)
        if part and instruments <= {Instrument.EIT.value} and instruments:
            return {ScoreTarget(ScoreKind.EIT_PART, part[1])}
        if instruments:
            return {ScoreTarget(ScoreKind.INSTRUMENT, name) for name in instruments}
        return {TOTAL} if squeezed == "รวม" or any(word in squeezed for word in _TOTAL_WORDS) else set()

    def _by_name(self, squeezed: str) -> set[str]:
        exact = self._names.get(squeezed)
        if exact:
            return set(exact)
        # The longest name counts: one name may be part of another.
        found = sorted((name for name in self._names if name in squeezed), key=len, reverse=True)
        separate = [name for n, name in enumerate(found) if not any(name in longer for longer in found[:n])]
        return {code for name in separate for code in self._names[name]}

    def _by_number(self, text: str) -> set[str]:
        match = _NAMED_NUMBER.search(text) or _NUMBERED.match(text)
        return {match[1]} & self._codes if match else set()


def years_in(text: str) -> list[FiscalYear]:
    """The Buddhist years that a heading names; two digits count where nothing else stands beside them."""
    typed = to_arabic(clean_line(text))
    short = _SHORT_YEAR.match(typed)
    numbers = [2500 + int(short[1])] if short else [int(year) for year in _YEAR.findall(typed)]
    return [FiscalYear(number) for number in dict.fromkeys(numbers) if FIRST_YEAR <= number <= LAST_YEAR]


def _by_official_name(squeezed: str) -> set[str]:
    return {i.value for i in Instrument if _squeezed(i.thai_name) in squeezed}


def _squeezed(text: str) -> str:
    """The text without spaces and signs, small letters, Arabic digits: line breaks fall anywhere in printed names."""
    return re.sub(r"[\s.,:;()\-–/\"“”]+", "", to_arabic(text)).lower()
