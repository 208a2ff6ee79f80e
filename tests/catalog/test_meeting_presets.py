"""The shipped presets of meetings, and how faulty files are refused."""

from dataclasses import replace
from datetime import date

import pytest

from ita_desktop.catalog import load_meeting_presets, parse_meeting_presets
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem
from ita_desktop.domain.meeting_presets import in_years, preset_agenda, preset_named
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_thai

YEAR = FiscalYear(2569)
TOP = 'general_phrases = ["รับทราบ"]\n'
ONE = """[[presets]]
key = "one"
name = "หนึ่ง"
months = [11, 1]
subject = "ปี {plan_year}"
[[presets.items]]
section = 4
title = "เรื่อง {result_year}"
tables = ["scores"]
phrases = ["เห็นชอบ {plan_year}"]
"""
GOOD = TOP + ONE


def test_that_the_four_meetings_of_the_year_are_shipped_and_cover_every_month_once() -> None:
    found = load_meeting_presets()
    assert [preset.key for preset in found.presets] == ["analysis", "readiness", "explanation", "result"]
    assert found is load_meeting_presets()
    for month, place in {10: 0, 12: 0, 1: 0, 3: 1, 4: 1, 6: 2, 8: 3, 9: 3}.items():
        assert found.for_day(date(2026, month, 5)) == found.presets[place]
    for month in range(1, 13):
        assert sum(preset.suits(date(2026, month, 5)) for preset in found.presets) == 1


def test_that_every_text_is_complete_for_a_year() -> None:
    found = load_meeting_presets()
    for preset in found.presets:
        assert 0 < len(in_years(preset.subject, YEAR)) < 250
        agenda = preset_agenda(preset, YEAR)
        assert {item.section for item in agenda} == {1, 4}
        for item in agenda:
            assert item.facts
            assert "{" not in item.title + item.facts
            phrases = found.phrases_for(item, YEAR)
            assert phrases
            assert phrases == found.phrases_for(replace(item, title=to_thai(item.title)), YEAR)
            assert not set(phrases) & set(found.general_phrases)


def test_that_wordings_are_offered_for_items_of_presets() -> None:
    presets = parse_meeting_presets(GOOD, "x.toml")
    assert presets.phrases_for(AgendaItem(4, "เรื่อง 2568"), YEAR) == ("เห็นชอบ 2569",)
    assert presets.phrases_for(AgendaItem(4, "เรื่องอื่น"), YEAR) == ()
    assert preset_named(presets.presets, "one") is presets.presets[0]
    assert preset_named(presets.presets, "two") is None
    assert presets.presets[0].suits(date(2026, 1, 31))
    assert not presets.presets[0].suits(date(2026, 2, 1))
    assert presets.for_day(date(2026, 2, 1)) is presets.presets[0]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("section = 4", "section = 6", "section"),
        ('"scores"', '"score"', "tables"),
        ("{result_year}", "{year}", "title"),
        ('{plan_year}"]', '{plan_year"]', "phrases"),
        ("[11, 1]", "[0, 1]", "months"),
        ("[11, 1]", "[11]", "months"),
        ('name = "หนึ่ง"', 'nam = "หนึ่ง"', "nam"),
        ('key = "one"', "", "key"),
    ],
)
def test_that_a_faulty_file_is_refused_with_its_place(old: str, new: str, place: str) -> None:
    assert old in GOOD
    with pytest.raises(UserError) as caught:
        parse_meeting_presets(GOOD.replace(old, new, 1), "x.toml")
    assert "x.toml" in caught.value.sentence
    assert place in caught.value.sentence


def test_that_two_presets_cannot_bear_one_key_and_none_is_too_few() -> None:
    with pytest.raises(UserError, match="ซ้ำกัน"):
        parse_meeting_presets(GOOD + ONE, "x.toml")
    with pytest.raises(UserError, match="อย่างน้อยหนึ่ง"):
        parse_meeting_presets("presets = []", "x.toml")
