"""The printed fonts are exactly what the bake tool makes of the published faces."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


@pytest.fixture(scope="module")
def bake_fonts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bake_fonts", ROOT / "tools" / "bake_fonts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("style", STYLES)
def test_that_a_fresh_bake_equals_the_shipped_face(bake_fonts: ModuleType, tmp_path: Path, style: str) -> None:
    bake_fonts.bake(style, tmp_path)
    for name in (f"Sarabun-{style}.ttf", f"Sarabun-{style}.json"):
        assert (tmp_path / name).read_bytes() == (ROOT / "fonts" / name).read_bytes(), name


@pytest.mark.parametrize("style", STYLES)
def test_that_a_baked_face_has_its_own_name_and_true_side_bearings(style: str) -> None:
    font = TTFont(ROOT / "fonts" / f"Sarabun-{style}.ttf")
    assert font["name"].getDebugName(1) == "ITA Sarabun"
    assert font["name"].getDebugName(6) == f"ITASarabun-{style}"
    first = json.loads((ROOT / "fonts" / f"Sarabun-{style}.json").read_text(encoding="utf-8"))["first"]
    baked = font.getGlyphOrder()[first:]
    assert len(baked) > 150
    for name in baked:
        assert font["hmtx"].metrics[name][1] == font["glyf"][name].xMin, name


def test_that_main_bakes_all_four_faces(
    bake_fonts: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bake_fonts.main([str(tmp_path / "new")])
    assert len(capsys.readouterr().out.splitlines()) == 4
    assert len(list((tmp_path / "new").glob("*.ttf"))) == 4
