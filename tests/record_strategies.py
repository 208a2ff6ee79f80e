"""Arbitrary sound records for property tests, built from the domain's own field types."""

from collections.abc import Sequence
from dataclasses import is_dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin

from fictional_office import JPEG, PNG
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.library import LibraryMeasure
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.office import Office
from ita_desktop.domain.period import Period, parse_period
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.record_shape import keys_of

YEARS = st.integers(2560, 2572).map(FiscalYear)
TEXTS = st.one_of(
    st.sampled_from(["", "กองคลัง", "<b>&amp;</b>", "ตลอดปี", "ต.ค. 68 – มี.ค. 69", "บรรทัด\nสอง", "= 1+1", "\u200bก"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
MONTHS = st.builds(Month, st.integers(2560, 2572), st.integers(1, 12))
_SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(0, 50),
    bool: st.booleans(),
    Decimal: st.integers(0, 10_000).map(lambda n: Decimal(n) / 100),
    date: st.dates(date(1957, 1, 1), date(2150, 1, 1)),
    time: st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
    bytes: st.sampled_from([b"", PNG, JPEG]),
    FiscalYear: YEARS,
    Month: MONTHS,
}
_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "section": st.integers(1, 5),
    "percent": st.none() | st.integers(0, 100),
    "number": st.none() | st.integers(1, 99),
    "eit_parts": st.dictionaries(st.sampled_from([1, 2]), _SCALARS[Decimal]),
}


def periods() -> st.SearchStrategy[Period]:
    """Read, unread, and read by a clerk's own hand; never ending before it starts."""
    ends = st.tuples(MONTHS, MONTHS).map(sorted)
    read = st.builds(lambda text, ends: Period(text, *ends), TEXTS, ends)
    return st.one_of(st.builds(Period, TEXTS), read, st.builds(parse_period, TEXTS, YEARS))


def of_type(hint: Any, name: str = "") -> st.SearchStrategy[Any]:
    """Any value that a field of this type and name may hold."""
    if name in _BY_NAME and hint is not str:
        return _BY_NAME[name]
    if hint is Period:
        return periods()
    if isinstance(hint, UnionType):
        return st.none() | of_type(next(part for part in get_args(hint) if part is not type(None)), name)
    if get_origin(hint) is tuple:
        return st.lists(of_type(get_args(hint)[0]), max_size=3).map(tuple)
    if get_origin(hint) is not None:
        key, value = get_args(hint)
        return st.dictionaries(of_type(key), of_type(value), max_size=3)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    assert is_dataclass(hint)
    return st.deferred(lambda: st.builds(hint, **{key.name: of_type(key.hint, key.name) for key in keys_of(hint)}))


@st.composite
def records(draw: st.DrawFn) -> OfficeRecord:
    """A record whose parts refer only to each other, as `check_references` and the services want it."""
    record = draw(of_type(OfficeRecord))
    lists = ("divisions", "officers", "findings", "measures", "progress", "library")
    lists += ("committees", "meetings", "minutes_versions", "issued_documents")
    record = replace(record, **{name: _numbered(getattr(record, name)) for name in lists})
    divisions, findings = _ids(record.divisions), _ids(record.findings)
    measures, meetings = _ids(record.measures), _ids(record.meetings)
    return replace(
        record,
        office=_named(record.office, "ก"),
        divisions=tuple(_named(division, f"กอง{n}") for n, division in enumerate(record.divisions)),
        committees=tuple(_named(committee, "ข") for committee in map(_in_order, record.committees)),
        officers=tuple(
            _in_order(replace(_named(officer, "ค"), division_id=_one_of(divisions, officer.division_id)))
            for officer in record.officers
        ),
        plans=_one_a_year(record.plans),
        assessments=_one_a_year(record.assessments),
        frameworks=_one_a_year(record.frameworks),
        measures=tuple(
            replace(
                measure,
                division_ids=_some_of(divisions, measure.division_ids),
                finding_ids=_some_of(findings, measure.finding_ids),
            )
            for measure in record.measures
        ),
        progress=tuple(
            replace(entry, measure_id=_one_of(measures, entry.measure_id)) for entry in record.progress if measures
        ),
        library=tuple(map(_with_window, record.library)),
        minutes_versions=tuple(
            replace(version, meeting_id=_one_of(meetings, version.meeting_id), number=n)
            for n, version in enumerate(record.minutes_versions if meetings else (), start=1)
        ),
        meetings=tuple(_sound_meeting(meeting, record, measures, meetings) for meeting in record.meetings),
        issued_documents=tuple(
            replace(document, meeting_id=_one_of(meetings, document.meeting_id)) for document in record.issued_documents
        ),
    )


def _sound_meeting(meeting: Meeting, record: OfficeRecord, measures: Sequence[int], meetings: Sequence[int]) -> Meeting:
    starts, ends = meeting.starts_at, meeting.ends_at
    return replace(
        meeting,
        committee_id=_one_of(_ids(record.committees), meeting.committee_id),
        certified_by_id=_one_of(meetings, meeting.certified_by_id),
        starts_at=min(starts, ends) if starts and ends else starts,
        ends_at=max(starts, ends) if starts and ends else ends,
        agenda=tuple(replace(item, measure_ids=_some_of(measures, item.measure_ids)) for item in meeting.agenda),
    )


def _with_window(kept: LibraryMeasure) -> LibraryMeasure:
    first, last = kept.first_month, kept.last_month
    known = first is not None and last is not None
    return replace(kept, first_month=first % 12 + 1 if known else None, last_month=last % 12 + 1 if known else None)


def _numbered(values: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(replace(value, id=3 * n + 1) for n, value in enumerate(values))


def _ids(values: Sequence[Any]) -> list[int]:
    return [value.id for value in values]


def _one_of(ids: Sequence[int], chosen: int | None) -> int | None:
    return ids[chosen % len(ids)] if ids and chosen is not None else None


def _some_of(ids: Sequence[int], chosen: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(ids[n % len(ids)] for n in chosen)) if ids else ()


def _named(value: Any, name: str) -> Any:
    return replace(value, name=name)


def _in_order(value: Any) -> Any:
    first, last = ("since", "until") if hasattr(value, "since") else ("valid_from", "valid_until")
    begin, end = getattr(value, first), getattr(value, last)
    return replace(value, **{first: min(begin, end), last: max(begin, end)}) if begin and end else value


def _one_a_year(values: Sequence[Any]) -> tuple[Any, ...]:
    return tuple({value.year: value for value in values}.values())


MEASURES = of_type(Measure)
OFFICES = of_type(Office)
