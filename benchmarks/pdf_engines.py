"""The programs that set the same Thai text in the same face: ours and its peers."""

import os
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from ita_desktop import paths

Engine = Callable[[Sequence[str], Path], None]
"""Sets paragraphs of text and writes a PDF."""

SIZE, LEADING, INDENT, GAP = 11.0, 20.8, 70.9, 3.0
LEFT, RIGHT, TOP, BOTTOM = 85.0, 56.7, 70.9, 56.7
"""Points: the page of official papers."""

FACE = paths.fonts() / "Sarabun-Regular.ttf"
PEERS_THAT_SHAPE = ("qt", "typst", "weasyprint", "fpdf2")


def ours() -> Engine:
    """This program."""
    from ita_desktop.pdf.blocks import body
    from ita_desktop.pdf.book import Meta
    from ita_desktop.pdf.build import build

    def set_text(paragraphs: Sequence[str], target: Path) -> None:
        target.write_bytes(build([body(text, after=GAP) for text in paragraphs], Meta("benchmark")))

    return set_text


def reportlab() -> Engine:
    """ReportLab's own paragraphs, unshaped: marks stand wrong, the speed is what its layout costs."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("S", str(FACE)))
    style = ParagraphStyle("s", fontName="S", fontSize=SIZE, leading=LEADING, firstLineIndent=INDENT, spaceAfter=GAP)

    def set_text(paragraphs: Sequence[str], target: Path) -> None:
        document = SimpleDocTemplate(
            str(target), pagesize=A4, leftMargin=LEFT, rightMargin=RIGHT, topMargin=TOP, bottomMargin=BOTTOM
        )
        document.build([Paragraph(escape(text), style) for text in paragraphs])

    return set_text


def fpdf2() -> Engine:
    """fpdf2 with text shaping."""
    from fpdf import FPDF

    def set_text(paragraphs: Sequence[str], target: Path) -> None:
        page = FPDF(format="A4", unit="pt")
        page.set_margins(LEFT, TOP, RIGHT)
        page.set_auto_page_break(True, BOTTOM)
        page.add_page()
        page.add_font("S", "", str(FACE))
        page.set_font("S", size=SIZE)
        page.set_text_shaping(True)
        for text in paragraphs:
            page.multi_cell(0, LEADING, text, align="L", new_x="LMARGIN", new_y="NEXT")
        page.output(str(target))

    return set_text


def weasyprint() -> Engine:
    """WeasyPrint."""
    import weasyprint as engine

    style = (
        f"@page{{size:A4;margin:{TOP}pt {RIGHT}pt {BOTTOM}pt {LEFT}pt}}"
        f"@font-face{{font-family:S;src:url({FACE.as_uri()})}}"
        f"body{{font:{SIZE}pt/{LEADING}pt S}}p{{margin:0 0 {GAP}pt;text-indent:{INDENT}pt}}"
    )

    def set_text(paragraphs: Sequence[str], target: Path) -> None:
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        html = f'<html lang="th"><title>x</title><style>{style}</style><body>{text}'
        engine.HTML(string=html).write_pdf(str(target))

    return set_text


def typst() -> Engine:
    """typst."""
    import typst as engine

    special = str.maketrans({char: "\\" + char for char in "\\#*_$`<>@=-+/~\"'[]"})
    head = (
        f'#set page(paper: "a4", margin: (left: {LEFT}pt, right: {RIGHT}pt, top: {TOP}pt, bottom: {BOTTOM}pt))\n'
        f'#set text(font: "ITA Sarabun", size: {SIZE}pt, lang: "th")\n'
        f"#set par(leading: {LEADING - SIZE}pt, first-line-indent: {INDENT}pt)\n"
    )

    def set_text(paragraphs: Sequence[str], target: Path) -> None:
        source = target.with_suffix(".typ")
        source.write_text(head + "\n\n".join(text.translate(special) for text in paragraphs), encoding="utf-8")
        engine.compile(str(source), output=str(target), font_paths=[str(FACE.parent)], ignore_system_fonts=True)

    return set_text


def qt() -> Engine:
    """Qt's QTextDocument on a QPdfWriter."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    application = QGuiApplication([])
    QFontDatabase.addApplicationFont(str(FACE))

    def set_text(paragraphs: Sequence[str], target: Path) -> None:
        assert application is not None
        writer = QPdfWriter(str(target))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(LEFT, TOP, RIGHT, BOTTOM), QPageLayout.Unit.Point)
        writer.setResolution(1200)
        document = QTextDocument()
        document.setDefaultFont(QFont("ITA Sarabun", round(SIZE)))
        line_height = LEADING / SIZE / 1.3 * 100
        style = f'style="margin:0 0 {GAP}pt 0;text-indent:{INDENT * 96 / 72:.0f}px;line-height:{line_height:.0f}%"'
        document.setHtml("".join(f"<p {style}>{escape(text)}</p>" for text in paragraphs))
        document.print_(writer)

    return set_text


ENGINES: dict[str, Callable[[], Engine]] = {
    "ours": ours,
    "reportlab": reportlab,
    "qt": qt,
    "typst": typst,
    "weasyprint": weasyprint,
    "fpdf2": fpdf2,
}
MODULES = {"reportlab": "reportlab", "qt": "PySide6", "typst": "typst", "weasyprint": "weasyprint", "fpdf2": "fpdf"}
"""What must be installed for each peer."""
