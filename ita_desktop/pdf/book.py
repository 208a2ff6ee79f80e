"""A PDF in the making: pages to paint on, fonts in use, bookmarks, and at the end the bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc

from ita_desktop.pdf.fonts import EmbeddedFace
from ita_desktop.pdf.metadata import LANGUAGE, add_metadata
from ita_desktop.pdf.shaping import Face
from ita_desktop.pdf.tagging import Area, Mark, Node, TaggedPage, add_structure, writable

BLACK = "#000000"


@dataclass(frozen=True)
class Meta:
    """What a file says about itself."""

    title: str
    author: str = ""
    subject: str = ""


class Pen:
    """Paints on one page; lengths are points from the top left corner, y grows downwards."""

    def __init__(self, book: "Book", number: int, width: float, height: float) -> None:
        self.book = book
        self.number = number
        self.width = width
        self.height = height
        self.code: list[str] = []
        self.links: list[Any] = []
        self.images: dict[str, Any] = {}
        self._next_mark = 0
        self._artifacts = 0

    def face(self, face: Face) -> EmbeddedFace:
        """The face as this document embeds it."""
        return self.book.face(face)

    @contextmanager
    def tagged(self, node: Node | None) -> Iterator[None]:
        """What is painted inside belongs to this element; without one it is decoration."""
        if node is None or self._artifacts:
            with self.artifact():
                yield
            return
        self.code.append(self._begin(node))
        yield
        self.code.append("EMC")

    def _begin(self, node: Node) -> str:
        node.kids.append(Mark(self.number, self._next_mark))
        self._next_mark += 1
        return f"/{node.role} <</MCID {self._next_mark - 1}>> BDC"

    def retagged(self, node: Node | None) -> list[str]:
        """Code, for inside `tagged`, after which what is painted belongs to this element."""
        return [] if node is None or self._artifacts else ["EMC", self._begin(node)]

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is painted inside is decoration or a repetition: a screen reader skips it."""
        outermost = not self._artifacts
        self._artifacts += 1
        if outermost:
            self.code.append("/Artifact BMC")
        yield
        self._artifacts -= 1
        if outermost:
            self.code.append("EMC")

    def line(
        self,
        ends: tuple[float, float, float, float],
        *,
        width: float = 0.5,
        colour: str = BLACK,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """A straight line from x, y to x, y."""
        x1, y1, x2, y2 = ends
        dashing = f"[{dash[0]:g} {dash[1]:g}] 0 d " if dash else ""
        path = f"{x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l S"
        self.code.append(f"q {dashing}{width:g} w {rgb(colour)} RG {path} Q")

    def rect(
        self,
        box: tuple[float, float, float, float],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line_width: float = 0.5,
    ) -> None:
        """A rectangle: x and y of its top left corner, width and height."""
        x, y, width, height = box
        painting = {(True, True): "B", (True, False): "f", (False, True): "S"}.get(
            (fill is not None, stroke is not None)
        )
        if painting is None:
            return
        colours = (f"{rgb(fill)} rg " if fill else "") + (f"{rgb(stroke)} RG {line_width:g} w " if stroke else "")
        path = f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re {painting}"
        self.code.append(f"q {colours}{path} Q")

    def image(self, name: str, picture: Any, box: tuple[float, float, float, float]) -> None:
        """A picture (an XObject) stretched over the box of x, y, width and height."""
        x, y, width, height = box
        # One name is one picture: a photo that stands twice is stored once.
        known = self.book.document.idToObject.get(name, picture)
        self.images[name] = self.book.document.Reference(known, name)
        place = f"{width:.2f} 0 0 {height:.2f} {x:.2f} {self.height - y - height:.2f} cm"
        self.code.append(f"q {place} /{name} Do Q")

    def link(self, address: str, box: tuple[float, float, float, float], node: Node | None) -> None:
        """A place on the page that opens the address; it is part of this element."""
        x, y, width, height = box
        annotation = _link(address, x, self.height - y - height, x + width, self.height - y)
        self.links.append(annotation)
        if node is not None and not self._artifacts:
            node.kids.append(Area(self.number, annotation))

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline, level 1 to 3, that leads here."""
        self.book.bookmarks.append((level, title, self.number, self.height - top))


class Book:
    """One document: the pages painted so far and what they share."""

    def __init__(self) -> None:
        # Version 1.7 because of the structure tree's table attributes.
        self.document = pdfdoc.PDFDocument(compression=1, invariant=1, lang=LANGUAGE, pdfVersion=(1, 7))
        self.pens: list[Pen] = []
        self.bookmarks: list[tuple[int, str, int, float]] = []
        self._faces: dict[Face, EmbeddedFace] = {}

    def new_page(self, width: float, height: float) -> Pen:
        """An empty page at the end."""
        self.pens.append(Pen(self, len(self.pens), width, height))
        return self.pens[-1]

    def face(self, face: Face) -> EmbeddedFace:
        """The face as this document embeds it."""
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = EmbeddedFace(face, f"F{len(self._faces) + 1}")
        return found

    def close(self, meta: Meta, root: Node) -> bytes:
        """The finished file."""
        document = self.document
        pages = [self._page(pen) for pen in self.pens]
        add_structure(document, root, pages)
        for face in self._faces.values():
            face.add_to(document)
        add_metadata(document, title=meta.title, author=meta.author, subject=meta.subject)
        document.Outlines = Outline(self.bookmarks, pages)
        return bytes(document.GetPDFData(None))

    def _page(self, pen: Pen) -> TaggedPage:
        page = TaggedPage()
        page.pagewidth, page.pageheight = pen.width, pen.height
        content = "\n".join(pen.code).encode("latin-1")
        self.document.updateSignature(content)
        page.Contents = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
        if pen.images:
            page.XObjects = pdfdoc.PDFDictionary(pen.images)
            page.hasImages = 1
        if pen.links:
            page.Annots = pdfdoc.PDFArray([self.document.Reference(link) for link in pen.links])
        self.document.addPage(page)
        return page


class Outline(pdfdoc.PDFObject):
    """The outline, as ReportLab's document asks for one when it is written."""

    def __init__(self, bookmarks: list[tuple[int, str, int, float]], pages: list[TaggedPage]) -> None:
        self._bookmarks = bookmarks
        self._pages = pages
        self.ready = 1 if bookmarks else -1

    def prepare(self, document: Any, _canvas: Any) -> None:
        """Add the entries to the document."""
        if not self._bookmarks:
            return
        top = pdfdoc.PDFDictionary({"Type": "/Outlines"})
        document.Catalog.Outlines = top
        document.Catalog.PageMode = pdfdoc.PDFName("UseOutlines")
        open_entries: list[tuple[int, Any]] = [(0, top)]
        for level, title, page, height in self._bookmarks:
            while open_entries[-1][0] >= level:
                open_entries.pop()
            parent = open_entries[-1][1]
            entry = pdfdoc.PDFDictionary(
                {
                    "Title": pdfdoc.PDFString(writable(title)),
                    "Parent": document.Reference(parent),
                    "Dest": pdfdoc.PDFArray(
                        [document.Reference(self._pages[page]), "/XYZ", "null", round(height, 2), "null"]
                    ),
                }
            )
            reference = document.Reference(entry)
            if "Last" in parent:
                previous = document.idToObject[parent["Last"].name]
                previous["Next"] = reference
                entry["Prev"] = parent["Last"]
            else:
                parent["First"] = reference
            parent["Last"] = reference
            for _, ancestor in open_entries:
                ancestor["Count"] = ancestor.dict.get("Count", 0) + 1
            open_entries.append((level, entry))


def rgb(colour: str) -> str:
    """`#rrggbb` as three PDF numbers."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


def _link(address: str, left: float, bottom: float, right: float, top: float) -> Any:
    address = writable(address)
    action = pdfdoc.PDFDictionary({"S": "/URI", "URI": pdfdoc.PDFString(address)})
    corners = [round(edge, 2) for edge in (left, bottom, right, top)]
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Border": "[0 0 0]",
            "F": 4,
            "Contents": pdfdoc.PDFString(address),
            "Rect": pdfdoc.PDFArray(corners),
            "A": action,
        }
    )
