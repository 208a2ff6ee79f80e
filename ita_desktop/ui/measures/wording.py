"""How a measure's fields read on screen, and what is doubtful about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.follow_up import EVERY_DIVISION, NOBODY, NOBODY_WORDS, Timing, responsible_ids, timing
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.measure import Measure, MeasureStatus, named_divisions
from ita_desktop.domain.office import ALL_DIVISIONS, Division
from ita_desktop.domain.period import Period, format_period, why_unread
from ita_desktop.domain.period_reading import period_example
from ita_desktop.thai.digits import Numerals
from ita_desktop.thai.order import sort_key


@dataclass(frozen=True)
class Wording:
    """The words of one plan year: names from the framework and the office, digits as the office writes them."""

    plan_year: FiscalYear
    framework: Framework
    divisions: tuple[Division, ...]
    numerals: Numerals
    today: date

    officers: tuple[str, ...] = ()
    """Names of the officers now in office."""

    @cached_property
    def division_names(self) -> Mapping[int, str]:
        """The name of each division by its id."""
        return {division.id: division.name for division in self.divisions}

    @cached_property
    def indicator_labels(self) -> Mapping[str, str]:
        """`๑. การปฏิบัติหน้าที่` by indicator code, in the framework's order."""
        return {i.code: self.numerals.show(i.label) for i in self.framework.indicators}

    def indicator(self, measure: Measure) -> str:
        """The indicator's label; a code that the framework does not know is shown as it is."""
        code = measure.indicator_code
        return self.indicator_labels.get(code, code and self.numerals.show(f"ตัวชี้วัดที่ {code}"))

    def responsible(self, measure: Measure) -> str:
        """The responsible divisions, a line each."""
        return "\n".join(named_divisions(measure, self.division_names))

    def period(self, measure: Measure) -> str:
        """The period in the one printed style, or as it was typed."""
        return self.numerals.show(format_period(measure.period))

    def period_problem(self, period: Period) -> str:
        """What is doubtful about a period, or empty."""
        if not period.text and not period.is_read:
            return ""
        if not period.is_read:
            return self.numerals.show(why_unread(period.text, self.plan_year) or "อ่านช่วงเวลานี้ไม่ได้")
        if not period.lies_in(self.plan_year):
            return self.numerals.show(f"อยู่นอกปีงบประมาณ พ.ศ. {self.plan_year}")
        return ""

    @property
    def period_example(self) -> str:
        """A period as one may type it."""
        return self.numerals.show(period_example(self.plan_year))

    def status(self, measure: Measure) -> str:
        """The status, and that the measure is late or its end is near."""
        words, when = measure.status.words, timing(measure, self.today)
        return f"{words} · {when.words}" if when in (Timing.LATE, Timing.DUE_SOON) else words

    def text(self, measure: Measure) -> str:
        """Title and bullets, a line each."""
        return "\n".join([*([measure.title] if measure.title else []), *(f"• {action}" for action in measure.actions)])

    def searched(self, measure: Measure) -> str:
        """Everything a search looks through."""
        return "\n".join(
            (
                self.indicator(measure),
                measure.text,
                self.responsible(measure),
                self.period(measure),
                measure.period.text,
                self.status(measure),
                measure.method,
                measure.monitoring,
                measure.output_target,
                measure.owner,
                measure.topic,
            )
        )

    def indicator_rank(self, measure: Measure) -> tuple[int, str]:
        """Sorts by the framework's order; undecided ones last."""
        codes = list(self.indicator_labels)
        code = measure.indicator_code
        return (codes.index(code) if code in codes else len(codes), code)

    def responsible_rank(self, measure: Measure) -> tuple[str, str]:
        """Sorts by name in Thai order."""
        return sort_key(self.responsible(measure))

    def indicator_group(self, measure: Measure) -> str:
        """What the group of the measure's indicator is called."""
        return self.indicator(measure) or "ยังไม่เลือกตัวชี้วัด"

    def division_group(self, measure: Measure) -> str:
        """What the group of the division that answers first is called."""
        first = self._first_responsible(measure)
        return {EVERY_DIVISION: ALL_DIVISIONS, NOBODY: NOBODY_WORDS}.get(first) or self.division_names[first]

    def division_rank(self, measure: Measure) -> int:
        """Sorts by the division that answers first, in the office's order; those of nobody last."""
        places = {id_: place for place, id_ in enumerate((*self.division_names, EVERY_DIVISION, NOBODY))}
        return places[self._first_responsible(measure)]

    def _first_responsible(self, measure: Measure) -> int:
        return responsible_ids(measure, self.division_names)[0]

    def period_rank(self, measure: Measure) -> tuple[int, int, int, int]:
        """Sorts by first, then last month; unread ones last."""
        first, last = measure.period.first, measure.period.last
        if first is None or last is None:
            return (9999, 0, 0, 0)
        return (first.be_year, first.number, last.be_year, last.number)

    def status_rank(self, measure: Measure) -> tuple[bool, int]:
        """Sorts late ones first, then by how far the measure is."""
        return (not measure.is_late(self.today), list(MeasureStatus).index(measure.status))
