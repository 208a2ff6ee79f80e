"""Columns of pieces are cut where a typesetter would cut them."""

import pytest

from ita_desktop import paths
from ita_desktop.drawing.shapes import Drawing, Rect
from ita_desktop.pdf.blocks import House, body, drawing, heading, line, photo, signature, space, together
from ita_desktop.pdf.flow import Piece, Space, Stack, Together, into_pages
from ita_desktop.pdf.fonts import sarabun
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.tagging import Node
from ita_desktop.thai import words


class Bar(Piece):
    """Something of a height."""

    def __init__(self, name: str, height: float, *, next_: bool = False, previous: bool = False) -> None:
        self.name = name
        self.height = height
        self.keep_with_next = next_
        self.keep_with_previous = previous

    def measure(self, _width: float) -> float:
        return self.height

    def paint(self, *_: object) -> None:
        raise AssertionError("not painted here")


@pytest.fixture(autouse=True)
def _words() -> None:
    words.configure(paths.resources() / "thai" / "words_th.txt")


def cut(*pieces: Piece) -> list[str]:
    return [
        "".join(getattr(piece, "name", "_") for piece in page.pieces) for page in into_pages(Stack(pieces), 100, 100)
    ]


def test_that_pieces_fill_pages_in_order() -> None:
    assert cut(Bar("a", 60), Bar("b", 40), Bar("c", 1)) == ["ab", "c"]
    assert cut() == [""]


def test_that_what_belongs_together_moves_together() -> None:
    assert cut(Bar("a", 60), Bar("h", 20, next_=True), Bar("b", 30)) == ["a", "hb"]
    assert cut(Bar("a", 60), Bar("h", 10, next_=True), Space(5), Bar("b", 30)) == ["a", "h_b"]
    assert cut(Bar("a", 60), Bar("b", 20), Bar("s", 30, previous=True)) == ["a", "bs"]
    assert cut(Bar("a", 60), Bar("b", 20), Space(5), Bar("s", 30, previous=True)) == ["a", "b_s"]
    assert cut(Bar("a", 50), Bar("h", 5, next_=True), Bar("b", 20), Bar("s", 30, previous=True)) == ["a", "hbs"]


def test_that_wishes_for_more_than_a_page_are_given_up() -> None:
    assert cut(Bar("a", 60, next_=True), Bar("b", 60, next_=True), Bar("c", 60)) == ["a", "b", "c"]
    assert cut(Bar("x", 300), Bar("y", 300)) == ["x", "y"]
    assert cut(Bar("a", 90), Bar("s", 30, previous=True)) == ["a", "s"]


def test_that_a_gap_never_opens_a_page() -> None:
    assert cut(Space(10), Bar("a", 90), Space(20), Bar("b", 10)) == ["a_", "b"]
    assert cut(Bar("a", 100), Space(20)) == ["a_"]


def test_that_a_group_higher_than_a_page_is_cut() -> None:
    group = Together([Bar(str(number), 30) for number in range(5)])
    assert [len(page.pieces) for page in into_pages(Stack([Bar("a", 50), group]), 100, 100)] == [2, 1, 1]


@pytest.mark.parametrize("filled", range(26, 36))
def test_that_a_signature_behind_a_gap_is_not_alone(filled: int) -> None:
    house = House(sarabun(), Page())
    root = Node("Document")
    blocks = [*[line("ข้อความ")] * filled, body("ท้าย"), space(20), signature(["(ลงชื่อ)", "(นาย ก)", "นายก"])]
    story = [piece for block in blocks for piece in block(house, root)]
    last = into_pages(Stack(story), house.page.body_width, house.page.body_height)[-1]
    assert len([piece for piece in last.pieces if not isinstance(piece, Space)]) >= 2


def test_that_a_drawing_is_never_higher_than_the_page() -> None:
    house = House(sarabun(), Page(landscape=True))
    high = drawing(Drawing(100, 4000, (Rect(0, 0, 1, 1),)), "สูง")(house, Node("Document"))[0]
    assert high.measure(house.page.body_width) < house.page.body_height


def test_that_headings_know_three_levels_only() -> None:
    with pytest.raises(KeyError):
        heading("ก", 4)
    assert callable(together([]))
    assert callable(photo(b"", "ภาพ", width_mm=10))
