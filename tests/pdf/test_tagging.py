"""A screen reader finds headings, paragraphs, lists, tables and what a figure shows."""

import io
from typing import Any

import pypdf
from pypdf.generic import ContentStream

from ita_desktop.drawing.shapes import Drawing, Rect
from ita_desktop.pdf.blocks import Column, body, bullets, drawing, heading, ruled_table
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build
from ita_desktop.pdf.styles import link

PARAGRAPH = "การประเมินคุณธรรมและความโปร่งใส " * 60
STORY = [
    heading("หัวเรื่อง", 1),
    heading("หัวข้อ"),
    body(PARAGRAPH),
    bullets(["หนึ่ง", "สอง"]),
    ruled_table([Column("ก", 1), Column("ข", 1)], [[str(number), PARAGRAPH] for number in range(9)]),
    drawing(Drawing(100, 50, (Rect(0, 0, 100, 50, "#cccccc"),)), "แผนภูมิแท่งแสดงคะแนน"),
]


def reader_of() -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(build(STORY, Meta("x"))))


def elements(node: Any, depth: int = 0) -> list[tuple[int, Any]]:
    node = node.get_object()
    found = [(depth, node)]
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            found += elements(kid, depth + 1)
    return found


def test_that_the_structure_holds_every_kind_of_block_in_order() -> None:
    root = reader_of().trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    roles = [str(node["/S"]) for _, node in elements(root["/StructTreeRoot"]["/K"])]
    assert roles[:10] == ["/Document", "/H1", "/H2", "/P", "/L", "/LI", "/Lbl", "/LBody", "/LI", "/Lbl"]
    assert roles.count("/TR") == 10
    assert (roles.count("/TH"), roles.count("/TD")) == (2, 18)
    assert roles[-1] == "/Figure"


def test_that_a_figure_has_its_words() -> None:
    tree = reader_of().trailer["/Root"]["/StructTreeRoot"]
    assert str(elements(tree["/K"])[-1][1]["/Alt"]) == "แผนภูมิแท่งแสดงคะแนน"


def test_that_every_mark_on_a_page_is_found_from_the_page_and_from_the_structure() -> None:
    reader = reader_of()
    tree = reader.trailer["/Root"]["/StructTreeRoot"]
    looked_up = {entry[0]: entry[1] for entry in zip(*[iter(tree["/ParentTree"]["/Nums"])] * 2, strict=True)}
    from_structure: set[tuple[int, int]] = set()
    pages = {
        page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference
    }
    for _, node in elements(tree["/K"]):
        kids = node["/K"]
        for kid in kids:
            if isinstance(kid, int):
                from_structure.add((pages[node.raw_get("/Pg").idnum], kid))
            elif "/MCID" in kid.get_object():
                from_structure.add((pages[kid.get_object().raw_get("/Pg").idnum], kid.get_object()["/MCID"]))
    from_pages: set[tuple[int, int]] = set()
    for number, page in enumerate(reader.pages):
        content = ContentStream(page["/Contents"].get_object(), reader)
        depth = 0
        for operands, operator in content.operations:
            if operator == b"BDC":
                from_pages.add((number, operands[1]["/MCID"]))
            depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
            assert 0 <= depth <= 1, "marks do not nest"
        assert depth == 0
        assert page["/StructParents"] == number
        assert len(looked_up[number].get_object()) == len([mark for at, mark in from_pages if at == number])
    assert len(reader.pages) > 2
    assert from_structure == from_pages


def test_that_a_link_is_an_element_between_the_words_around_it() -> None:
    text = ["ดูที่", link("เว็บไซต์ของหน่วยงาน " * 12, "https://a.th"), " หรือ ", link("อีเมล", "mailto:a@b.th"), "ได้"]
    pdf = build([body(text)], Meta("x"))
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    page = reader.pages[0]
    root = reader.trailer["/Root"]
    tree = root["/StructTreeRoot"]
    paragraph = next(node for _, node in elements(tree["/K"]) if node["/S"] == "/P")
    kinds = ["link" if isinstance(kid.get_object(), dict) else "text" for kid in paragraph["/K"]]
    first = kinds.index("link")
    assert kinds[first:].count("link") == 2
    assert "text" in kinds[:first]
    assert kinds[-1] == "text"
    looked_up = {entry[0]: entry[1] for entry in zip(*[iter(tree["/ParentTree"]["/Nums"])] * 2, strict=True)}
    annotations = [annotation.get_object() for annotation in page["/Annots"]]
    assert len(annotations) > 2, "the first link runs over several lines, one area each"
    for annotation in annotations:
        element = looked_up[annotation["/StructParent"]].get_object()
        assert element["/S"] == "/Link"
        areas = [kid.get_object() for kid in element["/K"] if isinstance(kid.get_object(), dict)]
        assert any(area["/Obj"].get_object() == annotation for area in areas)
    assert tree["/ParentTreeNextKey"] == len(reader.pages) + len(annotations)


def test_that_a_link_in_a_repeated_heading_leaves_no_empty_element() -> None:
    columns = [Column(link("ก", "https://a.th"), 1)]
    reader = pypdf.PdfReader(io.BytesIO(build([ruled_table(columns, [[str(n)] for n in range(90)])], Meta("x"))))
    tree = reader.trailer["/Root"]["/StructTreeRoot"]
    assert len(reader.pages) > 1
    assert [str(node["/S"]) for _, node in elements(tree["/K"])].count("/Link") == 1
