"""Makes the pictures of typeset pages again: `python tools/typesetting_pages.py [FOLDER]`.

Into docs/images/ or FOLDER: difficult marks in headings and text, the measures table of the sample office
over three pages, and its news sheet, as small PNG files.
"""

import io
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from ita_desktop import paths
from ita_desktop.catalog import load_frameworks, load_texts
from ita_desktop.db.database import Database
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.pdf.blocks import Block, Column, body, bullets, heading, line, numbered, rule, ruled_table
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build
from ita_desktop.pdf.render import render
from ita_desktop.pdf.styles import bold, italic
from ita_desktop.record_file import parse_record
from ita_desktop.services import documents, records
from ita_desktop.thai import words

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
DPI, DPI_OF_THREE = 140, 90
TODAY = date(2026, 4, 15)
COLOURS = 32
MARKS = "ต่ำ น้ำ ป้ำ ญุ ฐู ฏิ ปี่ ฟ้า ที่ ซื้อ กั๊ก ฤๅ ฎีกา"
_HEAPS = "ปิ่น ปีก ฝ้าย ฟื้น ป๊ะ ฬ่อ กู้ รู้ ญู ฐุ ฎุ ฏุ ศิลป์ สิทธิ์ ฐิติ ญี่ปุ่น กตัญญู ปฏิญญา ทฤษฎี ปรากฏ"


def marks() -> list[Block]:
    """A page of what is hard: low marks under letters with tails, high ones over tall letters, sara am."""
    cells = [[bold(word), f"{word} ใน{word}และ{word}"] for word in MARKS.split()]
    return [
        heading(MARKS, 1),
        line("ตัวหนา ๑๘ พอยต์ · ตัวธรรมดา ๑๖ พอยต์ · ในตาราง ๑๔ พอยต์", align="center", size=14),
        rule(),
        heading(f"๑. หัวข้อ {MARKS}", 2),
        heading("๑.๑ ปิ่น ปีก ฝ้าย ฟื้น ป๊ะ ฬ่อ กู้ รู้ ญู ฐุ ฎุ ฏุ ศิลป์ สิทธิ์", 3),
        body(f"{_HEAPS} ตำบลน้ำปั้นซื้อที่ดินฟื้นฟูป่าต้นน้ำ ผู้ใหญ่กู้เงินซื้อปุ๋ย เจ้าหน้าที่รู้ทฤษฎีและยื่นฎีกาปิดบัญชี"),
        body([bold(f"ตัวหนา {_HEAPS} "), italic(f"ตัวเอน {_HEAPS} "), "แล้วต่อด้วยตัวธรรมดาในบรรทัดเดียวกัน"]),
        numbered(["ปรับปรุงน้ำประปาหมู่บ้านที่ปั๊มน้ำชำรุด ครั้งที่ ๑/๒๕๖๙", "ยื่นญัตติต่อสภาท้องถิ่น เวลา ๑๐.๐๐ น. ณ ห้องประชุม"]),
        bullets(["อื่น ๆ ฯลฯ กรุงเทพฯ ป.ป.ช. และ “ผ่านดี”", "จัดซื้อจัดจ้างด้วยเงิน ๘๔,๙๙๙.๕๐ บาท (ร้อยละ ๘๕)"]),
        ruled_table([Column("คำ", 1, "center"), Column("ในประโยค", 3)], cells),
    ]


def papers() -> tuple[bytes, bytes]:
    """The measures plan and the news sheet of the sample office."""
    frameworks, texts = load_frameworks(), load_texts()
    record = parse_record((paths.resources() / "sample" / "office.json").read_bytes())
    database = Database.scratch()
    database.write(records.write_record, record)
    words.set_own_words(database.read(documents.own_words))
    year = record.plan_years()[-1]
    choices = database.read(documents.choices, year, frameworks, TODAY)
    made = []
    for kind in (DocumentKind.MEASURES_PLAN, DocumentKind.NEWS):
        meeting_id = next(choice.meeting_id for choice in choices if choice.kind is kind)
        paper = database.read(documents.compose, kind, year, frameworks, texts, TODAY, meeting_id=meeting_id)
        made.append(render(paper))
    database.close()
    return made[0], made[1]


def picture(pdf: bytes, pages: Sequence[int], dpi: int) -> bytes:
    """These pages side by side as a PNG of few colours."""
    with pypdfium2.PdfDocument(pdf) as document:
        shots = [document[page].render(scale=dpi / 72).to_pil().convert("RGB") for page in pages]
    sheet = Image.new("RGB", (sum(shot.width for shot in shots), max(shot.height for shot in shots)), "white")
    left = 0
    for shot in shots:
        sheet.paste(shot, (left, 0))
        left += shot.width
    png = io.BytesIO()
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    return png.getvalue()


def table_pages(pdf: bytes, count: int) -> list[int]:
    """The last pages of a plan, which its table fills."""
    with pypdfium2.PdfDocument(pdf) as document:
        return list(range(len(document)))[-count:]


def main(arguments: Sequence[str]) -> None:
    """Make the three pictures and name each with its size."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    words.configure(paths.resources() / "thai" / "words_th.txt")
    plan, news = papers()
    pictures = {
        "typesetting-marks": picture(build(marks(), Meta("วรรณยุกต์และสระ")), [0], DPI),
        "typesetting-table": picture(plan, table_pages(plan, 3), DPI_OF_THREE),
        "typesetting-news": picture(news, [0], DPI),
    }
    for name, png in pictures.items():
        path = folder / f"{name}.png"
        path.write_bytes(png)
        print(f"{path} {len(png) / 1024:.0f} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
