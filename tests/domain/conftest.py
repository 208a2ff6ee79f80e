"""What several tests of the domain need."""

import pytest

from ita_desktop import paths
from ita_desktop.catalog import load_frameworks, load_word_rules
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.word_check import WordRules
from ita_desktop.thai import words


@pytest.fixture(scope="module")
def rules() -> WordRules:
    """The shipped word rules with the levels of a year; they look words up in the shipped list."""
    words.configure(paths.resources() / "thai" / "words_th.txt")
    framework = load_frameworks().of(FiscalYear(2568))
    return load_word_rules().with_levels(level.name for level in framework.levels)
