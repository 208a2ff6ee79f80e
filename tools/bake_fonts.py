"""Build time: every Thai mark position that HarfBuzz computes becomes a glyph of the printed fonts.

`python tools/bake_fonts.py [FOLDER]` reads the four Sarabun faces of the package `fontpkg-sarabun`
(test extra) and writes FOLDER/Sarabun-*.ttf and, beside each, Sarabun-*.json: which glyph stands for
which shifted glyphs.
The same input gives the same bytes.
"""

import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from itertools import product
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
FAMILY = "ITA Sarabun"

BASES = "".join(map(chr, range(0x0E01, 0x0E2F)))
UPPER_VOWELS = "ัิีึื็ํ"
LOWER_VOWELS = "ฺุู"
TONES = "่้๊๋์"
SARA_AM = "ำ"

USE_MY_METRICS = 0x0200
ROUND_TO_GRID = 0x0004

Shift = tuple[int, int, int]
"""A glyph id and where it stands, x and y in font units."""


def syllables() -> Iterator[str]:
    """Every base with every vowel mark, tone and sara am, and a lower with an upper mark."""
    vowels = ("", *UPPER_VOWELS, *LOWER_VOWELS)
    tones = ("", *TONES)
    yield from map("".join, product(BASES, vowels, tones))
    yield from map("".join, product(BASES, tones, SARA_AM))
    yield from map("".join, product(BASES, LOWER_VOWELS, UPPER_VOWELS))


def source_face(style: str) -> bytes:
    """The untouched face of this style as the package ships it."""
    return files("fontpkg_sarabun").joinpath(f"files/Sarabun-{style}.ttf").read_bytes()


def shifted_glyphs(face: bytes) -> list[tuple[Shift, ...]]:
    """Each shifted mark, and each nikhahit with the sara aa that follows it, in a fixed order."""
    shaper = hb.Font(hb.Face(face))
    found: set[tuple[Shift, ...]] = set()
    for syllable in syllables():
        buffer = hb.Buffer()
        buffer.add_str(syllable)
        buffer.guess_segment_properties()
        hb.shape(shaper, buffer)
        placed = [
            (info.codepoint, position.x_offset, position.y_offset)
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]
        if syllable.endswith(SARA_AM) and len(placed) == len(syllable) + 1:
            nikhahit_advance = buffer.glyph_positions[1].x_advance
            found.add((placed[1], (placed[-1][0], nikhahit_advance, 0)))
        found.update((shift,) for shift in placed if shift[1] or shift[2])
    return sorted(found, key=lambda glyph: (len(glyph), glyph))


def composite(font: TTFont, parts: tuple[Shift, ...]) -> tuple[Glyph, int]:
    """A glyph made of shifted glyphs, and its advance width in font units."""
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    width = 0
    for glyph_id, x, y in parts:
        component = GlyphComponent()
        component.glyphName = font.getGlyphName(glyph_id)
        component.x, component.y, component.flags = x, y, ROUND_TO_GRID
        glyph.components.append(component)
        width += font["hmtx"].metrics[component.glyphName][0]
    if len(parts) == 1:
        glyph.components[0].flags |= USE_MY_METRICS
    return glyph, width


def rename(font: TTFont, style: str) -> None:
    """Own face names: a reader that knows another Sarabun must not mix the two up."""
    compact = FAMILY.replace(" ", "")
    names = {1: FAMILY, 3: f"1.000;{compact}-{style}", 6: f"{compact}-{style}"}
    for record in font["name"].names:
        if record.nameID == 4:
            record.string = str(record).replace("Sarabun", FAMILY)
        elif record.nameID == 5:
            record.string = f"{record}; mark positions baked"
        elif record.nameID in names:
            record.string = names[record.nameID]


def bake(style: str, folder: Path) -> None:
    """Write the baked face of this style and its table of shifted glyphs into the folder."""
    face = source_face(style)
    glyphs = shifted_glyphs(face)
    target = folder / f"Sarabun-{style}.ttf"
    with files("fontpkg_sarabun").joinpath(f"files/Sarabun-{style}.ttf").open("rb") as source:
        font = TTFont(source, recalcTimestamp=False, lazy=False)
        _add_glyphs(font, glyphs)
        rename(font, style)
        del font["DSIG"]  # signs the untouched file
        font["post"].formatType = 3.0
        font.save(target, reorderTables=True)
    first = len(font.getGlyphOrder()) - len(glyphs)
    table = {"first": first, "glyphs": glyphs}
    target.with_suffix(".json").write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


def _add_glyphs(font: TTFont, glyphs: list[tuple[Shift, ...]]) -> None:
    order = list(font.getGlyphOrder())
    first = len(order)
    glyf, metrics = font["glyf"], font["hmtx"].metrics
    mark_class = font["GDEF"].table.GlyphClassDef.classDefs
    built = [composite(font, parts) for parts in glyphs]
    names = [f"baked{number:04d}" for number in range(len(glyphs))]
    font.setGlyphOrder(order + names)
    glyf.glyphOrder = order + names
    for name, parts, (glyph, width) in zip(names, glyphs, built, strict=True):
        glyf.glyphs[name] = glyph
        glyph.recalcBounds(glyf)
        # The left side bearing must be xMin: a reader that trusts it would draw the glyph displaced.
        metrics[name] = (width, glyph.xMin)
        if len(parts) == 1:
            mark_class[name] = 3
    font["maxp"].numGlyphs = first + len(names)


def main(arguments: list[str]) -> None:
    """Bake the four faces into the given folder, by default the project's `fonts`."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        bake(style, folder)
        print(f"{folder / f'Sarabun-{style}.ttf'}")


if __name__ == "__main__":
    main(sys.argv[1:])
