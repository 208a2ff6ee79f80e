"""The examples in docstrings."""

import doctest
import importlib
from pathlib import Path

import pytest

import ita_desktop

ROOT = Path(ita_desktop.__file__).parent
TOLD = sorted(path for path in ROOT.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.stem)
def test_that_the_examples_of_a_module_are_true(path: Path) -> None:
    name = ".".join(("ita_desktop", *path.relative_to(ROOT).with_suffix("").parts))
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert tried > 0
    assert failed == 0
