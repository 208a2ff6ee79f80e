"""What a reader program finds in a paper."""

import io
import re

import pypdf


def folded_text(pdf: bytes) -> str:
    """The text of all pages in its order, without page numbers and white space."""
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    pages = [re.sub(r"^\s*- [0-9๐-๙]+ -", "", page) for page in pages]
    return "".join("".join(pages).split())
