"""Every test runs without a screen and in folders of its own."""

import os

import pytest

from ita_desktop.domain.framework import Frameworks

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def frameworks() -> Frameworks:
    """The frameworks that ship with the program."""
    from ita_desktop.catalog import load_frameworks

    return load_frameworks()
