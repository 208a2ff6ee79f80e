"""A framework becomes the text of its file and comes back as it was."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.catalog import load_frameworks, parse_framework
from ita_desktop.catalog.framework_file import read_framework_file
from ita_desktop.catalog.framework_writer import edition_of, framework_file_name, framework_toml
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Evidence, Framework, Frameworks, Indicator, Instrument, LevelRule, OitItem
from ita_desktop.domain.framework_draft import copied, faults, sections_of, with_levels
from ita_desktop.errors import UserError
from ita_desktop.files import file_name, write_whole

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(str.strip).filter(bool)
_SIGNS = ['"คำพูด"', "\\ทับ", "สอง\nบรรทัด", "แท็บ\tใน", "a\x01b", "# ไม่ใช่หมายเหตุ", "'''", '"""']
TEXTS_WITH_SIGNS = TEXTS | st.sampled_from(_SIGNS)
MARKS = st.integers(0, 10_000).map(lambda cents: Decimal(cents) / 100)


@st.composite
def any_frameworks(draw: st.DrawFn) -> Framework:
    """Any framework without faults."""
    cuts = sorted(draw(st.lists(st.integers(1, 9999), min_size=2, max_size=2, unique=True)))
    shares = (cuts[0], cuts[1] - cuts[0], 10_000 - cuts[1])
    codes = draw(st.lists(TEXTS, min_size=3, max_size=8, unique=True))
    kinds = [*Instrument, *(draw(st.sampled_from(Instrument)) for _ in codes[3:])]
    indicators = tuple(
        Indicator(code, draw(TEXTS_WITH_SIGNS), kind, draw(st.just("") | TEXTS))
        for code, kind in zip(codes, kinds, strict=True)
    )
    levels = draw(_levels())
    numbers = draw(st.lists(st.integers(1, 99), max_size=5, unique=True))
    items = tuple(draw(_items(f"o{n}", indicators)) for n in numbers)
    pair = (items[0].code, items[1].code) if len(items) > 1 and draw(st.booleans()) else ("", "")
    framework = Framework(
        year=draw(st.integers(2560, 2590).map(FiscalYear)),
        weights={i: Decimal(share) / 10_000 for i, share in zip(Instrument, shares, strict=True)},
        indicators=indicators,
        levels=levels,
        pass_mark=draw(st.sampled_from(levels)).total_min,
        excellent_mark=levels[0].total_min,
        oit_items=items,
        measures_item=pair[0],
        report_item=pair[1],
        questions=draw(st.dictionaries(st.sampled_from(Instrument), st.integers(1, 200))),
        eit_parts=draw(st.integers(0, 2)),
    )
    evidence = {s: Evidence(draw(TEXTS_WITH_SIGNS), draw(st.booleans())) for s in sections_of(framework)}
    source = evidence["levels"].source
    own = {f"levels.{level.name}": Evidence(source, draw(st.booleans())) for level in levels if draw(st.booleans())}
    return Framework(**{name: getattr(framework, name) for name in Framework.__slots__} | {
        "evidence": {**evidence, **own}
    })  # fmt: skip


@st.composite
def _levels(draw: st.DrawFn) -> tuple[LevelRule, ...]:
    totals = sorted(draw(st.sets(MARKS.filter(bool), max_size=5)), reverse=True)
    lows = sorted((draw(MARKS) for _ in totals), reverse=True)
    names = draw(st.lists(TEXTS_WITH_SIGNS, min_size=len(totals) + 1, max_size=len(totals) + 1, unique=True))
    marks = [*zip(totals, lows, strict=True), (Decimal(0), Decimal(0))]
    return tuple(LevelRule(name, *mark) for name, mark in zip(names, marks, strict=True))


@st.composite
def _items(draw: st.DrawFn, code: str, indicators: Sequence[Indicator]) -> OitItem:
    below = draw(st.sampled_from([i.code for i in indicators if i.instrument is Instrument.OIT]))
    before = tuple(draw(st.lists(TEXTS, max_size=2)))
    return OitItem(code, draw(TEXTS_WITH_SIGNS), below, draw(st.just("") | TEXTS), draw(st.booleans()), before)


@settings(max_examples=200, deadline=None)
@given(any_frameworks())
def test_that_any_sound_framework_is_read_back_as_it_was(framework: Framework) -> None:
    assert faults(framework) == ()
    assert parse_framework(framework_toml(framework), "x.toml") == framework


@pytest.mark.parametrize("be", range(2561, 2570))
def test_that_every_shipped_framework_is_read_back_as_it_was(frameworks: Frameworks, be: int) -> None:
    framework = frameworks.of(FiscalYear(be))
    assert parse_framework(framework_toml(framework), "x.toml") == framework


def test_that_a_framework_travels_as_a_file_to_another_office(frameworks: Frameworks, tmp_path: Path) -> None:
    year = FiscalYear(2570)
    draft = copied(frameworks.of(FiscalYear(2569)), year)
    path = tmp_path / file_name(framework_file_name(year))
    write_whole(path, framework_toml(draft).encode())
    assert path.name == "กรอบการประเมิน ITA 2570.toml"
    received = read_framework_file(path)
    assert received == draft
    kept = load_frameworks([edition_of(received)], added=tmp_path / "none")
    assert kept.of(year) == draft
    assert not any(evidence.verified for evidence in kept.of(year).evidence.values())
    assert not any(item.verified for item in kept.of(year).oit_items)


def test_that_a_file_with_a_byte_order_mark_from_notepad_is_read(frameworks: Frameworks, tmp_path: Path) -> None:
    framework = frameworks.of(FiscalYear(2568))
    path = tmp_path / "usb.toml"
    path.write_bytes(b"\xef\xbb\xbf" + framework_toml(framework).replace("\n", "\r\n").encode())
    assert read_framework_file(path) == framework


def test_that_a_faulty_draft_is_not_taken(frameworks: Frameworks) -> None:
    draft = copied(frameworks.of(FiscalYear(2569)), FiscalYear(2570))
    with pytest.raises(UserError, match="เกณฑ์ระดับ: ต้องมีอย่างน้อยหนึ่งระดับ"):
        edition_of(with_levels(draft, ()))
