"""The pictures of typeset pages in docs/images can be made again and stay small."""

import importlib.util
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("typesetting-marks", "typesetting-table", "typesetting-news")


def test_that_three_small_pictures_are_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = importlib.util.spec_from_file_location("typesetting_pages", ROOT / "tools" / "typesetting_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.main([str(tmp_path)])
    assert capsys.readouterr().out.count("KB") == 3
    for name in NAMES:
        path = tmp_path / f"{name}.png"
        assert path.stat().st_size < 150_000
        with Image.open(path) as picture:
            assert picture.mode == "P"
            assert picture.width > 1000
            assert len(picture.getcolors() or ()) > 4
        assert (ROOT / "docs" / "images" / f"{name}.png").is_file()
