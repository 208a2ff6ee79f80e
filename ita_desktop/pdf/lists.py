"""Bulleted and numbered lists: the label hangs left of the text."""

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.pdf.fonts import Family
from ita_desktop.pdf.paragraph import Paragraph
from ita_desktop.pdf.styles import MM, Style, Text
from ita_desktop.pdf.tagging import Node

LABEL_GAP_MM = 1.5
"""White between the widest label and the text."""


def hanging_items(
    items: Sequence[tuple[str, Text]], style: Style, family: Family, parent: Node | None
) -> list[Paragraph]:
    """One paragraph an item, its label hanging; the text of all items starts at the same place.

    The labels stand at `left_mm` + `first_mm` of the style.
    """
    face = family.face(bold=style.bold, italic=style.italic)
    widest = max((face.width(label) for label, _ in items), default=0.0) * family.size(style.size) / 1000
    hang_mm = widest / MM + LABEL_GAP_MM
    hanging = replace(style, left_mm=style.left_mm + style.first_mm + hang_mm, first_mm=-hang_mm)
    whole = Node("L", parent) if items and parent is not None else None
    return [_item(label, text, hanging, family, whole) for label, text in items]


def _item(label: str, text: Text, style: Style, family: Family, whole: Node | None) -> Paragraph:
    if whole is None:
        return Paragraph(text, style, family, label=label)
    item = Node("LI", whole)
    label_node = Node("Lbl", item)
    return Paragraph(text, style, family, Node("LBody", item), label=label, label_node=label_node)
