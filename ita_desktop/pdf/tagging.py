"""The structure that a screen reader walks through: headings, paragraphs, lists, tables, figures."""

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from reportlab.pdfbase import pdfdoc

Role = Literal[
    "Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Sect", "Link"
]

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """The text with U+FFFD for what neither a PDF nor an XML text can hold: control characters, half a pair."""
    return _UNWRITABLE.sub("\ufffd", text)


class Mark(NamedTuple):
    """A marked stretch of a page's contents."""

    page: int
    number: int


class Area(NamedTuple):
    """A place on a page that can be clicked, with its annotation."""

    page: int
    annotation: Any


class Node:
    """One element of the structure, and what it left on pages while it was painted, in reading order."""

    def __init__(self, role: Role, parent: "Node | None" = None, alt: str = "") -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.kids: list[Node | Mark | Area] = []
        if parent is not None:
            parent.kids.append(self)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, parents first."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def is_painted(self) -> bool:
        """Whether anything of it stands on a page."""
        return any(not isinstance(kid, Node) or kid.is_painted() for kid in self.kids)


class RawObject(pdfdoc.PDFObject):
    """A PDF object written out already; ReportLab knows no structure elements."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, _document: Any) -> bytes:
        """The object's bytes."""
        return self.text.encode("ascii")


class TaggedPage(pdfdoc.PDFPage):
    """A page that says where its marks are looked up."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")

    def __init__(self) -> None:
        super().__init__()
        # ReportLab's canvas sets these on every page, and its page reads them.
        self.ExtGState = None
        self._shadingUsed: dict[str, Any] = {}


def add_structure(document: Any, root: Node, pages: list[TaggedPage]) -> None:
    """Write the structure under the root node into the document; pages are those the marks count from 0."""
    painted = [node for node in root.walk() if node.is_painted()]
    tree = RawObject()
    tree_number = _number(document, tree)
    elements = {node: RawObject() for node in painted}
    numbers = {node: _number(document, element) for node, element in elements.items()}
    page_numbers = [_number(document, page) for page in pages]
    on_page: list[dict[int, int]] = [{} for _ in pages]
    areas: list[int] = []
    for node in painted:
        parent = numbers[node.parent] if node.parent else tree_number
        first_page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        where = f"/Pg {page_numbers[first_page]} 0 R" if first_page is not None else ""
        kids = [_kid(document, kid, first_page, page_numbers, numbers) for kid in node.kids]
        alt = f"/Alt <feff{writable(node.alt).encode('utf-16-be').hex()}>" if node.alt else ""
        scope = "/A <</O/Table/Scope/Column>>" if node.role == "TH" else ""
        shown = " ".join(filter(None, kids))
        elements[node].text = f"<</S/{node.role}/P {parent} 0 R{where}{alt}{scope}/K[{shown}]>>"
        for kid in node.kids:
            if isinstance(kid, Mark):
                on_page[kid.page][kid.number] = numbers[node]
            elif isinstance(kid, Area):
                kid.annotation["StructParent"] = len(pages) + len(areas)
                areas.append(numbers[node])
    rows = [
        f"{page} [{' '.join(f'{marks[mark]} 0 R' for mark in sorted(marks))}]" for page, marks in enumerate(on_page)
    ]
    rows += [f"{key} {number} 0 R" for key, number in enumerate(areas, start=len(pages))]
    tree.text = (
        f"<</Type/StructTreeRoot/K {numbers[root]} 0 R/ParentTree <</Nums[{' '.join(rows)}]>>"
        f"/ParentTreeNextKey {len(rows)}>>"
        if painted
        else "<</Type/StructTreeRoot>>"
    )
    for number, page in enumerate(pages):
        page.StructParents = number
        page.Tabs = pdfdoc.PDFName("S")
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


def _kid(
    document: Any, kid: Node | Mark | Area, first_page: int | None, page_numbers: list[int], numbers: dict[Node, int]
) -> str:
    if isinstance(kid, Node):
        return f"{numbers[kid]} 0 R" if kid in numbers else ""
    if isinstance(kid, Area):
        return f"<</Type/OBJR/Pg {page_numbers[kid.page]} 0 R/Obj {_number(document, kid.annotation)} 0 R>>"
    if kid.page == first_page:
        return str(kid.number)
    return f"<</Type/MCR/Pg {page_numbers[kid.page]} 0 R/MCID {kid.number}>>"


def _number(document: Any, item: Any) -> int:
    reference = document.Reference(item)
    number, _ = document.idToObjectNumberAndVersion[reference.name]
    return int(number)
