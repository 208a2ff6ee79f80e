"""Which elements of a page stay open where a tag stands, as browsers see it: many need no end of their own.

After "Optional tags" and "The stack of open elements" of the HTML standard, with the elements that a copied text has.
"""

from collections.abc import Sequence

_CELLS = frozenset({"td", "th"})
_ROWS = _CELLS | {"tr", "caption", "colgroup"}
_PARTS = frozenset({"tbody", "thead", "tfoot"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_IN_TABLE = frozenset({"table"})
_IN_CELL = _IN_TABLE | _CELLS | {"caption", "button"}
_P = frozenset({"p"})
_BLOCKS = (
    _LISTS
    | {"h1", "h2", "h3", "h4", "h5", "h6", "address", "article", "aside", "blockquote", "center", "details", "div"}
    | {"dl", "fieldset", "figure", "footer", "form", "header", "hr", "main", "nav", "p", "pre", "section", "table"}
)

_ENDED_BY = {
    **dict.fromkeys(_BLOCKS, _P),
    "li": _P | {"li"},
    **dict.fromkeys(("dt", "dd"), _P | {"dt", "dd"}),
    **dict.fromkeys(_CELLS, _CELLS),
    **dict.fromkeys(("tr", "caption", "colgroup"), _ROWS),
    **dict.fromkeys(_PARTS, _ROWS | _PARTS),
}
"""The elements that end where one of this name starts."""
_WITHIN = {
    "li": _IN_CELL | _LISTS,
    **dict.fromkeys(("dt", "dd"), _IN_CELL | {"dl"}),
    **dict.fromkeys(_ROWS | _PARTS | _IN_TABLE, _IN_TABLE),
}
"""Elements over which a tag of this name does not reach; `_IN_CELL` where none are given."""


def left_by_start(still_open: Sequence[str], tag: str) -> int:
    """How many of the open elements, the outermost first, stay open where one with this name starts."""
    if tag == "body":
        return 0
    left = len(still_open)
    ended, within = _ENDED_BY.get(tag, frozenset()), _WITHIN.get(tag, _IN_CELL)
    for place in range(left - 1, -1, -1) if ended else ():
        if still_open[place] in ended:
            left = place
        elif still_open[place] in within:
            break
    return left


def left_by_end(still_open: Sequence[str], tag: str) -> int:
    """How many of the open elements stay open after this end; all where it ends none of them."""
    within = _WITHIN.get(tag, _IN_CELL)
    for place in range(len(still_open) - 1, -1, -1):
        if still_open[place] == tag:
            return place
        if still_open[place] in within:
            break
    return len(still_open)
