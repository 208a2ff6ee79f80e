"""Marks stand where HarfBuzz puts them in the published face, and glyphs remember the typed text."""

import importlib.util
import io
from pathlib import Path
from types import ModuleType

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from ita_desktop.pdf import fonts
from ita_desktop.pdf.font_program import FontProgram
from ita_desktop.pdf.shaping import Face

ROOT = Path(__file__).resolve().parents[2]
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
Points = list[tuple[float, float]]


@pytest.fixture(scope="module")
def bake_fonts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bake_fonts_for_marks", ROOT / "tools" / "bake_fonts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def outline(font: TTFont, glyph: int, x: float, y: float) -> Points:
    glyf = font["glyf"]
    name = font.getGlyphName(glyph)
    if not glyf[name].numberOfContours:
        return []
    return [(px + x, py + y) for px, py in glyf[name].getCoordinates(glyf)[0]]


def reference(font: TTFont, shaper: hb.Font, text: str) -> tuple[Points, int]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(shaper, buffer)
    pen, points = 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        points += outline(font, info.codepoint, pen + position.x_offset, position.y_offset)
        pen += position.x_advance
    return points, pen


@pytest.mark.parametrize("style", STYLES)
def test_that_every_syllable_in_the_file_equals_harfbuzz_in_the_published_face(
    bake_fonts: ModuleType, style: str
) -> None:
    published = bake_fonts.source_face(style)
    original, shaper = TTFont(io.BytesIO(published)), hb.Font(hb.Face(published))
    syllables = list(bake_fonts.syllables())
    assert len(set(syllables)) > 3300
    face = Face(ROOT / "fonts" / f"Sarabun-{style}.ttf")
    shaped = {syllable: face.shape(syllable) for syllable in syllables}
    drawn = list(dict.fromkeys(glyph.parts for word in shaped.values() for glyph in word.glyphs))
    embedded = TTFont(io.BytesIO(FontProgram(face.font_file).cut(drawn)))
    number = {parts: at for at, parts in enumerate(drawn, start=1)}
    different = []
    for syllable, word in shaped.items():
        pen, points = 0.0, []
        for glyph in word.glyphs:
            points += outline(embedded, number[glyph.parts], pen, 0)
            pen += glyph.advance
        expected, width = reference(original, shaper, syllable)
        typed = "".join(glyph.source for glyph in word.glyphs)
        if sorted(points) != sorted(expected) or pen != width or typed != syllable:
            different.append(syllable)
    assert different == []


@pytest.mark.parametrize("style", STYLES)
def test_that_embedded_side_bearings_equal_the_left_edge(style: str) -> None:
    face = Face(ROOT / "fonts" / f"Sarabun-{style}.ttf")
    words = ("ต่ำ", "น้ำ", "ป้ำ", "ญุ", "ฐู", "ฏิ", "ปี่", "ฟ้า", "ซื้อ", "กั๊ก", "ำ", "่", "กฺ๊")
    drawn = [glyph.parts for word in words for glyph in face.shape(word).glyphs]
    embedded = TTFont(io.BytesIO(FontProgram(face.font_file).cut(drawn)))
    for name in embedded.getGlyphOrder():
        if embedded["glyf"][name].numberOfContours:
            assert embedded["hmtx"].metrics[name][1] == embedded["glyf"][name].xMin, name


def test_that_a_face_without_baked_marks_is_set_as_exactly(bake_fonts: ModuleType, tmp_path: Path) -> None:
    published = bake_fonts.source_face("Bold")
    (tmp_path / "Plain.ttf").write_bytes(published)
    face = Face(tmp_path / "Plain.ttf")
    original, shaper = TTFont(io.BytesIO(published)), hb.Font(hb.Face(published))
    for syllable in ("ต่ำ", "ป้ำ", "ญุ", "ฐู่", "ปี่", "ษ็้", "กั๊ก"):
        glyphs = face.shape(syllable).glyphs
        embedded = TTFont(io.BytesIO(FontProgram(published).cut([glyph.parts for glyph in glyphs])))
        pen, points = 0.0, []
        for number, glyph in enumerate(glyphs, start=1):
            points += outline(embedded, number, pen, 0)
            pen += glyph.advance
        assert sorted(points) == sorted(reference(original, shaper, syllable)[0]), syllable


def test_that_a_lone_mark_stands_right_of_where_its_line_starts() -> None:
    face = fonts.sarabun().face()
    for text in ("่", "ิก", "ำ", "ํา"):
        first = face.shape(text).glyphs[0]
        drawn = TTFont(io.BytesIO(FontProgram(face.font_file).cut([first.parts])))
        glyph = drawn["glyf"][drawn.getGlyphName(1)]
        assert glyph.xMin >= -130, text
        assert first.advance > 0, text


def test_that_a_missing_character_is_a_box_and_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    face = Face(ROOT / "fonts" / "Sarabun-Regular.ttf")
    glyphs = face.shape("ก👍\x07\ud800").glyphs
    face.shape("ข👍")
    assert [glyph.source for glyph in glyphs] == ["ก", "👍", "\ufffd", "\ufffd"]
    assert [glyph.parts[0][0] for glyph in glyphs[1:]] == [0, 0, 0]
    assert len(TTFont(ROOT / "fonts" / "Sarabun-Regular.ttf")["glyf"][".notdef"].getCoordinates(None)[0]) > 4
    reported = [record.getMessage() for record in caplog.records]
    assert len(reported) == 3
    assert "U+1F44D THUMBS UP SIGN" in reported[2]


def test_that_official_sizes_map_to_the_face_in_use() -> None:
    family = fonts.sarabun()
    assert [family.size(official) for official in (16, 18, 20, 29)] == [11, 12.5, 14, 20]
    assert family.leading(16) == pytest.approx(20.8)
    government = fonts.Family("TH SarabunPSK", family.files, 1.0)
    assert government.size(16) == 16
    assert government.leading(16) == pytest.approx(20.8)


def test_that_a_government_face_of_the_pc_is_offered_when_all_four_files_are_there(tmp_path: Path) -> None:
    assert [family.name for family in fonts.installed_families([tmp_path])] == ["Sarabun"]
    for name in ("THSarabunNew", "THSarabunNew-Bold", "THSarabunNew_Italic"):
        (tmp_path / f"{name}.ttf").write_bytes(b"")
    assert len(fonts.installed_families([tmp_path])) == 1
    (tmp_path / "THSarabunNew BoldItalic.TTF").write_bytes(b"")
    assert [family.name for family in fonts.installed_families([tmp_path])] == ["Sarabun", "TH Sarabun New"]
    assert fonts.installed_families([tmp_path / "nowhere"])[0] is fonts.sarabun()
    assert fonts.family("") is fonts.sarabun()
    assert fonts.family("no such family") is fonts.sarabun()


def test_that_a_font_without_truetype_outlines_is_refused() -> None:
    with pytest.raises(ValueError, match="glyf"):
        FontProgram(b"OTTO\0\1\0\0\0\0\0\0CFF \0\0\0\0\0\0\0\0\0\0\0\0")
