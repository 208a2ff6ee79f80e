"""The shipped wordings of papers."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from paper_samples import texts

from ita_desktop.catalog.texts import load_texts
from ita_desktop.domain.texts import StandardTexts
from ita_desktop.paths import resources

SHIPPED = (resources() / "texts" / "papers.toml").read_text(encoding="utf-8")


def _load(folder: Path, toml: str) -> StandardTexts:
    file = folder / "papers.toml"
    file.write_text(toml, encoding="utf-8")
    return load_texts(file)


def test_that_every_wording_is_there() -> None:
    shipped = load_texts()
    assert all(getattr(shipped, field.name) for field in fields(StandardTexts))


def test_that_wordings_use_the_official_terms_only() -> None:
    everything = "\n".join(texts(load_texts()))
    for wrong in ("ผู้มีส่วนได้เสีย", "No-Gift", "E - Service", "กลุ่มงาน", "ระดับดีเยี่ยม", "ไม่น้อยกว่าร้อยละ 100", "ITA :", "ๆ "):
        assert wrong not in everything, wrong
    assert not re.search(r"พ\.ศ\.\S", everything)


def test_that_no_wording_holds_a_year_but_those_with_years_of_their_own() -> None:
    shipped = load_texts()
    dated = {goal.text for goal in shipped.national_goals}
    assert not [text for text in texts(shipped) if re.search(r"25\d\d", text) and text not in dated]


def test_that_an_unknown_place_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="offfice"):
        _load(tmp_path, SHIPPED.replace("{office}", "{offfice}", 1))


def test_that_a_missing_wording_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="news_closing"):
        _load(tmp_path, SHIPPED.replace("news_closing =", "news_ending =", 1))
