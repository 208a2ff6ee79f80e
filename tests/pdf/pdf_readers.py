"""What four independent programs read back from a PDF."""

import io
import shutil
import subprocess
from collections.abc import Callable

import pdfplumber
import pypdf
import pypdfium2


def fold(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def pages_by_pdfium(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = []
        for page in document:
            text_page = page.get_textpage()
            pages.append(text_page.get_text_range())
            text_page.close()
            page.close()
        return pages


def by_pdfium(pdf: bytes) -> str:
    return "\n".join(pages_by_pdfium(pdf))


def by_pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def by_pdfplumber(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _by_pdftotext(*options: str) -> Callable[[bytes], str]:
    def read(pdf: bytes) -> str:
        done = subprocess.run(
            ["pdftotext", *options, "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
        )
        return done.stdout.decode("utf-8").replace("\f", "\n")

    return read


READERS: dict[str, Callable[[bytes], str]] = {
    "pdfium": by_pdfium,
    "pypdf": by_pypdf,
    "pdfplumber": by_pdfplumber,
}
if shutil.which("pdftotext"):
    READERS |= {
        "pdftotext": _by_pdftotext(),
        "pdftotext -layout": _by_pdftotext("-layout"),
        "pdftotext -raw": _by_pdftotext("-raw"),
    }
