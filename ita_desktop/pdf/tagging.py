"""The structure that a screen reader walks through: headings, paragraphs, lists, tables, figures."""

from collections.abc import Iterator
from typing import Any, Literal

from reportlab.pdfbase import pdfdoc

Role = Literal[
    "Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Sect"
]

BOM = "feff"


class Node:
    """One element of the structure, and the marks it left on pages while it was painted."""

    def __init__(self, role: Role, parent: "Node | None" = None, alt: str = "") -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.children: list[Node] = []
        self.marks: list[tuple[int, int]] = []
        if parent is not None:
            parent.children.append(self)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def is_painted(self) -> bool:
        """Whether anything of it stands on a page."""
        return bool(self.marks) or any(child.is_painted() for child in self.children)


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
    for node in painted:
        parent = numbers[node.parent] if node.parent else tree_number
        kids = [_mark(page, mark, node.marks[0][0], page_numbers) for page, mark in node.marks]
        kids += [f"{numbers[child]} 0 R" for child in node.children if child in numbers]
        where = f"/Pg {page_numbers[node.marks[0][0]]} 0 R" if node.marks else ""
        alt = f"/Alt <{BOM}{node.alt.encode('utf-16-be').hex()}>" if node.alt else ""
        scope = "/A <</O/Table/Scope/Column>>" if node.role == "TH" else ""
        elements[node].text = f"<</S/{node.role}/P {parent} 0 R{where}{alt}{scope}/K[{' '.join(kids)}]>>"
        for page, mark in node.marks:
            on_page[page][mark] = numbers[node]
    rows = " ".join(
        f"{page} [{' '.join(f'{marks[mark]} 0 R' for mark in sorted(marks))}]" for page, marks in enumerate(on_page)
    )
    tree.text = (
        f"<</Type/StructTreeRoot/K {numbers[root]} 0 R/ParentTree <</Nums[{rows}]>>/ParentTreeNextKey {len(pages)}>>"
        if painted
        else "<</Type/StructTreeRoot>>"
    )
    for number, page in enumerate(pages):
        page.StructParents = number
        page.Tabs = pdfdoc.PDFName("S")
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


def _mark(page: int, mark: int, first_page: int, page_numbers: list[int]) -> str:
    if page == first_page:
        return str(mark)
    return f"<</Type/MCR/Pg {page_numbers[page]} 0 R/MCID {mark}>>"


def _number(document: Any, item: Any) -> int:
    reference = document.Reference(item)
    number, _ = document.idToObjectNumberAndVersion[reference.name]
    return int(number)
