"""A TrueType file reduced to the glyphs that a document draws, with shifted glyphs as composites."""

import struct
from collections.abc import Callable, Sequence
from itertools import accumulate

from ita_desktop.pdf.shaping import Part

_ARGS_ARE_WORDS, _ARGS_ARE_XY, _HAS_SCALE = 0x0001, 0x0002, 0x0008
_MORE_COMPONENTS, _HAS_XY_SCALE, _HAS_MATRIX = 0x0020, 0x0040, 0x0080
_KEPT = ("cvt ", "fpgm", "prep")
_CHECKSUM_MAGIC = 0xB1B0AFBA


class FontProgram:
    """The tables of one TrueType file, from which small fonts are cut."""

    def __init__(self, font_file: bytes) -> None:
        count = struct.unpack_from(">H", font_file, 4)[0]
        entries = (struct.unpack_from(">4sLLL", font_file, 12 + 16 * number) for number in range(count))
        self._tables = {tag.decode("latin-1"): font_file[at : at + size] for tag, _, at, size in entries}
        if "glyf" not in self._tables:
            raise ValueError("not a TrueType font: no glyf table")
        self.glyph_count: int = struct.unpack_from(">H", self._tables["maxp"], 4)[0]
        long_offsets = struct.unpack_from(">h", self._tables["head"], 50)[0]
        if long_offsets:
            self._offsets = struct.unpack(f">{self.glyph_count + 1}L", self._tables["loca"])
        else:
            halves = struct.unpack(f">{self.glyph_count + 1}H", self._tables["loca"])
            self._offsets = tuple(2 * half for half in halves)
        self._wide_metrics: int = struct.unpack_from(">H", self._tables["hhea"], 34)[0]

    def head(self) -> tuple[int, int, int, int, int]:
        """Units to the em and the box of all glyphs: left, bottom, right, top."""
        units = struct.unpack_from(">H", self._tables["head"], 18)[0]
        return units, *struct.unpack_from(">4h", self._tables["head"], 36)

    def vertical_extent(self) -> tuple[int, int]:
        """Ascent and (negative) descent in font units."""
        ascent, descent = struct.unpack_from(">hh", self._tables["hhea"], 4)
        return ascent, descent

    def is_italic(self) -> bool:
        """Whether the face calls itself italic."""
        return bool(struct.unpack_from(">H", self._tables["head"], 44)[0] & 2)

    def postscript_name(self) -> str:
        """The name a PDF knows the face by."""
        name = self._tables["name"]
        count, storage = struct.unpack_from(">HH", name, 2)
        for number in range(count):
            platform, _, _, kind, size, at = struct.unpack_from(">6H", name, 6 + 12 * number)
            if kind == 6:
                text = name[storage + at : storage + at + size]
                return text.decode("utf-16-be" if platform in (0, 3) else "latin-1").replace(" ", "")
        return "Unnamed"

    def cut(self, glyphs: Sequence[tuple[Part, ...]]) -> bytes:
        """A TrueType font whose glyph 0 is the missing box and glyph n shows the n-th of these."""
        pieces = [((0, 0, 0),), *glyphs]
        numbers: dict[int, int] = {}
        for number, parts in enumerate(pieces):
            if len(parts) == 1 and parts[0][1:] == (0, 0):
                numbers.setdefault(parts[0][0], number)

        def number_of(glyph: int) -> int:
            if glyph not in numbers:
                numbers[glyph] = len(pieces)
                pieces.append(((glyph, 0, 0),))
            return numbers[glyph]

        data: list[bytes] = []
        metrics: list[tuple[int, int]] = []
        for parts in pieces:  # grows while components are met
            glyph, x, y = parts[0]
            if len(parts) == 1 and not x and not y:
                data.append(self._renumbered(glyph, number_of))
                metrics.append(self._metric(glyph))
            else:
                piece, left = self._composite(parts, number_of)
                data.append(piece)
                metrics.append((sum(self._metric(part[0])[0] for part in parts), left))
        return _assemble(self._head_tables(len(pieces)), data, metrics)

    def _outline(self, glyph: int) -> bytes:
        return self._tables["glyf"][self._offsets[glyph] : self._offsets[glyph + 1]]

    def _metric(self, glyph: int) -> tuple[int, int]:
        """Advance and left side bearing."""
        hmtx, wide = self._tables["hmtx"], self._wide_metrics
        if glyph < wide:
            advance, left = struct.unpack_from(">Hh", hmtx, 4 * glyph)
            return advance, left
        advance = struct.unpack_from(">H", hmtx, 4 * (wide - 1))[0]
        return advance, struct.unpack_from(">h", hmtx, 4 * wide + 2 * (glyph - wide))[0]

    def _renumbered(self, glyph: int, number_of: Callable[[int], int]) -> bytes:
        outline = self._outline(glyph)
        if not outline or struct.unpack_from(">h", outline)[0] >= 0:
            return outline
        changed = bytearray(outline)
        at, flags = 10, _MORE_COMPONENTS
        while flags & _MORE_COMPONENTS:
            flags, component = struct.unpack_from(">HH", changed, at)
            struct.pack_into(">H", changed, at + 2, number_of(component))
            at += 8 if flags & _ARGS_ARE_WORDS else 6
            at += 8 if flags & _HAS_MATRIX else 4 if flags & _HAS_XY_SCALE else 2 if flags & _HAS_SCALE else 0
        return bytes(changed)

    def _composite(self, parts: tuple[Part, ...], number_of: Callable[[int], int]) -> tuple[bytes, int]:
        """The outline that shows all parts, and its left edge."""
        inked = [part for part in parts if self._outline(part[0])]
        if not inked:
            return b"", 0
        boxes = [struct.unpack_from(">4h", self._outline(glyph), 2) for glyph, _, _ in inked]
        shifts = [(x, y) for _, x, y in inked]
        left = min(box[0] + x for box, (x, _) in zip(boxes, shifts, strict=True))
        bottom = min(box[1] + y for box, (_, y) in zip(boxes, shifts, strict=True))
        right = max(box[2] + x for box, (x, _) in zip(boxes, shifts, strict=True))
        top = max(box[3] + y for box, (_, y) in zip(boxes, shifts, strict=True))
        outline = struct.pack(">5h", -1, left, bottom, right, top)
        for number, (glyph, x, y) in enumerate(inked, start=1):
            more = _MORE_COMPONENTS if number < len(inked) else 0
            outline += struct.pack(">HHhh", _ARGS_ARE_WORDS | _ARGS_ARE_XY | more, number_of(glyph), x, y)
        return outline, left

    def _head_tables(self, glyph_count: int) -> dict[str, bytes]:
        tables = {tag: self._tables[tag] for tag in _KEPT if tag in self._tables}
        head = bytearray(self._tables["head"])
        struct.pack_into(">L", head, 8, 0)
        struct.pack_into(">h", head, 50, 1)
        hhea = bytearray(self._tables["hhea"])
        struct.pack_into(">H", hhea, 34, glyph_count)
        maxp = bytearray(self._tables["maxp"])
        struct.pack_into(">H", maxp, 4, glyph_count)
        elements, depth = struct.unpack_from(">HH", maxp, 28)
        struct.pack_into(">HH", maxp, 28, max(elements, 2), depth + 1)
        return tables | {"head": bytes(head), "hhea": bytes(hhea), "maxp": bytes(maxp)}


def _assemble(tables: dict[str, bytes], outlines: list[bytes], metrics: list[tuple[int, int]]) -> bytes:
    padded = [outline + b"\0" * (-len(outline) % 4) for outline in outlines]
    offsets = [0, *accumulate(map(len, padded))]
    tables |= {
        "glyf": b"".join(padded),
        "loca": struct.pack(f">{len(offsets)}L", *offsets),
        "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in metrics),
    }
    power = len(tables).bit_length() - 1
    directory = struct.pack(">L4H", 0x00010000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    at = len(directory) + 16 * len(tables)
    body = b""
    for tag in sorted(tables):
        table = tables[tag]
        directory += struct.pack(">4sLLL", tag.encode(), _checksum(table), at + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    font = bytearray(directory + body)
    head_at = at + sum(len(tables[tag]) + (-len(tables[tag]) % 4) for tag in sorted(tables) if tag < "head")
    struct.pack_into(">L", font, head_at + 8, (_CHECKSUM_MAGIC - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
