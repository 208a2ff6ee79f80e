"""Words as glyphs: HarfBuzz places the marks, and every glyph remembers the typed letters it stands for."""

import json
import logging
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb

log = logging.getLogger(__name__)

Part = tuple[int, int, int]
"""A glyph id and its shift, x and y in font units."""

Placed = tuple[int, int, int, int]
"""A glyph id, its advance and its offset, x and y, as HarfBuzz gives them."""

MISSING_GLYPH = 0
REPLACEMENT = "\ufffd"
_CACHE_LIMIT = 60_000
_SARA_AM = "ำ"
_UNDRAWABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
_IGNORABLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")
_WIDE_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")
_HIGHEST_SHIFT = 0.8
"""How far, in em, a mark is raised or lowered: a heap of typed marks must not climb over other lines."""

_OVERHANG = 0.12
"""How far, in em, ink may stand left of a word's start; a lone mark stands further and is moved right."""


class Glyph(NamedTuple):
    """What is drawn at once: one or two glyphs of the face, the text it stands for, widths in 1/1000 em."""

    parts: tuple[Part, ...]
    source: str
    advance: float
    natural: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word ready to be drawn; its width is in 1/1000 em."""

    glyphs: tuple[Glyph, ...]
    width: float


class _Widths(dict[str, float]):
    """Widths of words, measured when first asked for."""

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, word: str) -> float:
        width = self._face.shape(word).width
        self[word] = width
        return width


class Face:
    """A TrueType file with what was shaped in it so far."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.widths = _Widths(self)
        """The width of each word asked for so far, in 1/1000 em; any word may be asked for."""
        self._shaped: dict[str, Shaped] = {}
        self._glyphs: dict[tuple[str, tuple[Placed, ...]], Glyph] = {}
        self._reported: set[str] = set()

    @cached_property
    def font_file(self) -> bytes:
        """The bytes of the file."""
        return self.file.read_bytes()

    @cached_property
    def _font(self) -> Any:
        return hb.Font(hb.Face(self.font_file))

    @cached_property
    def units_per_em(self) -> int:
        """Font units to the em."""
        return int(self._font.face.upem)

    @cached_property
    def _baked(self) -> dict[tuple[Part, ...], int]:
        """The glyphs that `tools/bake_fonts.py` added, by what they show; a face of this PC has none."""
        table = self.file.with_suffix(".json")
        if not table.is_file():
            return {}
        baked = json.loads(table.read_text(encoding="utf-8"))
        return {
            tuple((glyph, x, y) for glyph, x, y in parts): number
            for number, parts in enumerate(baked["glyphs"], start=baked["first"])
        }

    def natural_width(self, glyph: int) -> float:
        """The glyph's own advance in 1/1000 em."""
        return float(self._font.get_glyph_h_advance(glyph)) * 1000 / self.units_per_em

    def shape(self, word: str) -> Shaped:
        """The glyphs of a word; characters that the face lacks become visible boxes and are logged once."""
        found = self._shaped.get(word)
        if found is None:
            if len(self._shaped) > _CACHE_LIMIT:
                self._shaped.clear()
                self.widths.clear()
            found = self._shaped[word] = self._shape(word)
        return found

    def width(self, word: str) -> float:
        """The width of a word in 1/1000 em."""
        return self.widths[word]

    def _shape(self, word: str) -> Shaped:
        for char in _UNDRAWABLE.findall(word):
            self._report(char)
        word = _IGNORABLE.sub("", _UNDRAWABLE.sub(REPLACEMENT, word))
        glyphs: list[Glyph] = []
        for source, placed in self._clusters(word) if word else ():
            if not glyphs and placed:
                placed[0] = self._inside(placed[0])
            glyphs += self._cluster_glyphs(source, placed)
        return Shaped(tuple(glyphs), sum(glyph.advance for glyph in glyphs))

    def _clusters(self, word: str) -> list[tuple[str, list[Placed]]]:
        """Pieces of the word, in typed order, with the glyphs drawn for each."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(word.translate(_WIDE_SPACES))
        buffer.guess_segment_properties()
        buffer.direction = "ltr"  # the typed order, whatever the script
        hb.shape(self._font, buffer)
        highest = round(_HIGHEST_SHIFT * self.units_per_em)
        starts: list[int] = []
        placed: list[list[Placed]] = []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            if not starts or starts[-1] != info.cluster:
                starts.append(info.cluster)
                placed.append([])
            raised = max(-highest, min(highest, position.y_offset))
            placed[-1].append((info.codepoint, position.x_advance, position.x_offset, raised))
        ends = [*starts[1:], len(word)]
        return [(word[a:b], glyphs) for a, b, glyphs in zip(starts, ends, placed, strict=True)]

    def _inside(self, first: Placed) -> Placed:
        """The first glyph of a word, moved right when its ink would stand before the word: a lone mark."""
        glyph, advance, x, y = first
        extents = self._font.get_glyph_extents(glyph)
        before = -(extents.x_bearing + x) if extents else 0
        if before <= _OVERHANG * self.units_per_em:
            return first
        return glyph, advance + before, x + before, y

    def _cluster_glyphs(self, source: str, placed: list[Placed]) -> list[Glyph]:
        """One glyph a typed character as far as it goes; what is left over shares the last one."""
        if len(placed) == 1:
            return [self._glyph(source, (placed[0],))]
        if source.endswith(_SARA_AM) and len(placed) == len(source) + 1:
            # HarfBuzz puts the ring of ำ before the tone; typed order has the tone first.
            ring, *tones, aa = placed
            groups: list[tuple[Placed, ...]] = [((glyph, advance, x + ring[1], y),) for glyph, advance, x, y in tones]
            groups.append((ring, aa))
        else:
            alone = min(len(placed), len(source)) - 1
            groups = [*((one,) for one in placed[:alone]), tuple(placed[alone:])]
        last = len(groups) - 1
        sources = [*source[:last], source[last:]]
        return [self._glyph(text, group) for text, group in zip(sources, groups, strict=True)]

    def _glyph(self, source: str, group: tuple[Placed, ...]) -> Glyph:
        known = self._glyphs.get((source, group))
        if known is None:
            known = self._glyphs[source, group] = self._new_glyph(source, group)
        return known

    def _new_glyph(self, source: str, group: tuple[Placed, ...]) -> Glyph:
        parts: list[Part] = []
        pen = 0
        for glyph, advance, x, y in group:
            parts.append((glyph, pen + x, y))
            pen += advance
            if glyph == MISSING_GLYPH and source != REPLACEMENT:
                self._report(source)
        baked = self._baked.get(tuple(parts))
        shown = tuple(parts) if baked is None else ((baked, 0, 0),)
        natural = sum(self.natural_width(glyph) for glyph, _, _ in shown)
        return Glyph(shown, source, pen * 1000 / self.units_per_em, natural)

    def _report(self, source: str) -> None:
        if source not in self._reported:
            self._reported.add(source)
            names = ", ".join(f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in source)
            log.warning("%s cannot show %s: a box is printed", self.file.name, names)
