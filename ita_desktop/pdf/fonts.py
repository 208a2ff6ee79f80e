"""The faces that papers are printed in, official sizes in them, and how a face gets into a PDF."""

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc

from ita_desktop import paths
from ita_desktop.pdf.font_program import FontProgram
from ita_desktop.pdf.shaping import Face, Glyph

SARABUN = "Sarabun"
"""The family that ships with the program."""

HYPHENS = ("-", "\u2010")
NO_BREAK_SPACE = "\u00a0"

LINE_SPACING = 1.3
"""Single spacing of TH Sarabun, as a multiple of the official size: 16 pt stands on 20.8 pt."""

_GOVERNMENT_FAMILIES = {
    "TH SarabunPSK": ("THSarabun", "THSarabun Bold", "THSarabun Italic", "THSarabun BoldItalic"),
    "TH Sarabun New": (
        "THSarabunNew",
        "THSarabunNew Bold",
        "THSarabunNew Italic",
        "THSarabunNew BoldItalic",
    ),
    "TH SarabunIT๙": ("THSarabunIT๙", "THSarabunIT๙ Bold", "THSarabunIT๙ Italic", "THSarabunIT๙ BoldItalic"),
}
"""Families an office may choose when its PC has them, and how their files are called."""


@dataclass(frozen=True)
class Family:
    """Four faces of one design: regular, bold, italic, bold italic; `scale` is em per official size."""

    name: str
    files: tuple[Path, Path, Path, Path]
    scale: float

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """The face of this weight and slope."""
        return _face(self.files[bold + 2 * italic])

    def size(self, official: float) -> float:
        """The size in points that looks like this official size (16 → 11 in Sarabun)."""
        return official if self.scale == 1 else round(official * self.scale * 2) / 2

    def leading(self, official: float) -> float:
        """The distance of lines in points that belongs to this official size (16 → 20.8)."""
        return official * LINE_SPACING


@cache
def _face(file: Path) -> Face:
    return Face(file)


@cache
def sarabun() -> Family:
    """The shipped family. ก is 0.407 em high in TH Sarabun and 0.586 em in Sarabun: 16 pt there is 11 pt here."""
    folder = paths.fonts()
    files = [folder / f"Sarabun-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")]
    return Family(SARABUN, (files[0], files[1], files[2], files[3]), 0.69)


def font_folders() -> tuple[Path, ...]:
    """Where this PC keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        return Path("C:/Windows/Fonts"), home / "AppData/Local/Microsoft/Windows/Fonts"
    return home / ".fonts", home / ".local/share/fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")


def installed_families(folders: Iterable[Path] | None = None) -> tuple[Family, ...]:
    """The shipped family, then each government family whose four faces lie in one of the folders."""
    found = {
        _bare(file.stem): file
        for folder in (font_folders() if folders is None else folders)
        if folder.is_dir()
        for file in sorted(folder.rglob("*.[tT][tT][fF]"))
    }
    families = [sarabun()]
    for name, stems in _GOVERNMENT_FAMILIES.items():
        files = [found.get(_bare(stem)) for stem in stems]
        if None not in files:
            regular, bold, italic, bold_italic = (file for file in files if file)
            families.append(Family(name, (regular, bold, italic, bold_italic), 1.0))
    return tuple(families)


def _bare(stem: str) -> str:
    """THSarabunNew Bold, THSarabunNew-Bold and THSarabunNew_Bold are one name."""
    return re.sub("[ _-]", "", stem).casefold()


@cache
def family(name: str) -> Family:
    """The family of this name if this PC has it, else Sarabun."""
    if name in ("", SARABUN):
        return sarabun()
    return next((found for found in installed_families() if found.name == name), sarabun())


class _Codes(dict[str, str]):
    """Words as they stand in a content stream, encoded when first asked for."""

    def __init__(self, encode: Callable[[str], str]) -> None:
        super().__init__()
        self._encode = encode

    def __missing__(self, word: str) -> str:
        code = self[word] = self._encode(word)
        return code


class EmbeddedFace:
    """One face in one document: which glyphs it has drawn, numbered in the order of their first use."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.codes = _Codes(self._encode)
        """Each word as the inside of a literal string of a TJ array, in Latin-1; any word may be asked for."""
        self._numbers: dict[Glyph, int] = {}

    def code_at_line_end(self, word: str) -> str:
        """As in `codes`, for the last word of a line: a hyphen there is read back as a hyphen.

        Readers take it for hyphenation and drop it, unless the glyph stands for a space as well.
        """
        if not word.endswith(HYPHENS):
            return self.codes[word]
        *glyphs, hyphen = self.face.shape(word).glyphs
        return self._code((*glyphs, hyphen._replace(source=hyphen.source + NO_BREAK_SPACE)))

    def _encode(self, word: str) -> str:
        return self._code(self.face.shape(word).glyphs)

    def _code(self, glyphs: Iterable[Glyph]) -> str:
        pieces: list[str] = []
        for glyph in glyphs:
            number = self._numbers.setdefault(glyph, len(self._numbers) + 1)
            pieces.append(_escaped(number))
            kern = glyph.natural - glyph.advance
            if abs(kern) > 0.01:
                pieces.append(f"){kern:.2f}(")
        return "".join(pieces)

    @cached_property
    def _program(self) -> FontProgram:
        return _program(self.face.file)

    def add_to(self, document: Any) -> None:
        """Put the font with its used glyphs and its table of typed letters into the document."""
        name = f"{_subset_tag(self.resource)}+{self._program.postscript_name()}"
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": document.Reference(self._descriptor(document, name)),
                "CIDToGIDMap": "/Identity",
                "DW": 0,
                "W": _widths(list(self._numbers)),
            }
        )
        unicode_map = _stream(_unicode_map(list(self._numbers)).encode("ascii"))
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(unicode_map),
            }
        )
        document.idToObject[pdfdoc.BasicFonts].dict[self.resource] = document.Reference(font)

    def _descriptor(self, document: Any, name: str) -> Any:
        units, *box = self._program.head()
        ascent, descent = self._program.vertical_extent()
        font_file = _stream(self._program.cut([glyph.parts for glyph in self._numbers]))
        font_file.dictionary["Length1"] = len(font_file.content)
        symbolic, italic = 4, 64
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": pdfdoc.PDFName(name),
                "Flags": symbolic | (italic if self._program.is_italic() else 0),
                "FontBBox": pdfdoc.PDFArray([round(edge * 1000 / units) for edge in box]),
                "ItalicAngle": -12 if self._program.is_italic() else 0,
                "Ascent": round(ascent * 1000 / units),
                "Descent": round(descent * 1000 / units),
                "CapHeight": round(ascent * 1000 / units),
                "StemV": 80,
                "FontFile2": document.Reference(font_file),
            }
        )


@cache
def _program(file: Path) -> FontProgram:
    return FontProgram(_face(file).font_file)


@cache
def _escaped(number: int) -> str:
    """Two bytes of a literal string."""
    return "".join(f"\\{byte:03o}" if byte in b"()\\\r" else chr(byte) for byte in divmod(number, 256))


def _stream(content: bytes) -> Any:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _subset_tag(resource: str) -> str:
    """Six capitals that tell the fonts of one document apart."""
    return "ITA" + "".join(chr(ord("A") + int(digit)) for digit in f"{int(resource[1:]):03d}")


def _widths(glyphs: list[Glyph]) -> str:
    return "[1 [" + " ".join(f"{glyph.natural:g}" for glyph in glyphs) + "]]"


def _unicode_map(glyphs: list[Glyph]) -> str:
    entries = [
        f"<{number:04X}> <{glyph.source.encode('utf-16-be').hex().upper()}>"
        for number, glyph in enumerate(glyphs, start=1)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)
