"""Makes the pictures of the documentation again, from the sample office: `python tools/screenshots.py [FOLDER]`.

Every tab, what the measures and a meeting show besides, the first-run page, the office dialog, and the first page
of each paper, as PNG files into docs/images/ or FOLDER. Needs no screen.
"""

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image, ImageDraw
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ita_desktop import paths
from ita_desktop.domain.meeting import Invitation, Photo
from ita_desktop.domain.paper import DocumentKind, PaperOptions, PaperSize
from ita_desktop.services import documents, follow_ups, meetings
from ita_desktop.services.documents.papers import PaperChoice
from ita_desktop.thai import words
from ita_desktop.ui import theme
from ita_desktop.ui.context import Context
from ita_desktop.ui.documents.documents_tab import DocumentsTab, pdf_of
from ita_desktop.ui.documents.page_images import POINTS_PER_INCH, page_image, page_sizes
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.measures_tab import MeasuresTab
from ita_desktop.ui.measures.paste.dialog import PasteDialog
from ita_desktop.ui.measures.sources.suggestion_dialog import SuggestionDialog
from ita_desktop.ui.measures.view_menu import BY_INDICATOR
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.office.office_dialog import OfficeDialog
from ita_desktop.ui.program import Program
from ita_desktop.ui.settings import PcSettings
from ita_desktop.ui.tab import Tab

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
NOW = datetime(2026, 9, 18, 14, 32).astimezone()
"""A day after all that the sample tells of, so that the pictures change only when the program does."""
SIZE = (1366, 768)
PAPER_WIDTH = 827
"""Pixels; an A4 page at 100 dots to the inch."""
COLOURS = 96
_TABS = ("scores", "measures", "meetings", "documents")
_LONGEST_WAIT = 30.0
_CAPTIONS = ("คณะทำงานร่วมพิจารณาผลการประเมินรายตัวชี้วัด", "ผู้แทนแต่ละกองเสนอแนวทางและกำหนดเวลา")
INVITATION = Invitation(
    "ธบ 53201/214",
    date(2026, 6, 4),
    "สำนักปลัดเทศบาล งานบริหารทั่วไป",
    ("กรรมการขับเคลื่อนการประเมินคุณธรรมและความโปร่งใสทุกท่าน", "หัวหน้าส่วนราชการทุกส่วน"),
    ("ระเบียบวาระการประชุม จำนวน 1 ชุด", "ตารางมาตรการ ปีงบประมาณ พ.ศ. 2569 จำนวน 1 ชุด"),
)
COPIED_TABLE = """ตัวชี้วัด\tแนวทาง/มาตรการ\tผู้รับผิดชอบ\tระยะเวลา
1. การปฏิบัติหน้าที่\t"• จัดทำคู่มือการให้บริการประชาชน
• ติดขั้นตอนและเวลาให้บริการไว้ที่จุดบริการ"\tสำนักปลัดเทศบาล\tต.ค. 68 – ม.ค. 69
2. การใช้งบประมาณ\tชี้แจงแผนการใช้จ่ายงบประมาณให้บุคลากรทราบ\tกองคลัง\tไตรมาส 1
9. การเปิดเผยข้อมูล\tปรับปรุงเว็บไซต์ให้ค้นหาข้อมูลได้ง่าย\tทุกส่วนราชการ\tโดยเร็ว
"""
"""What Word puts on the clipboard, with one period that nobody can read."""


def settle(app: QApplication, is_ready: Callable[[], bool] = lambda: True) -> None:
    """Let the window work until it is ready and has painted; `TimeoutError` after half a minute."""
    end = time.monotonic() + _LONGEST_WAIT
    quiet = 0
    while quiet < 10:
        app.processEvents()
        quiet = quiet + 1 if is_ready() else 0
        if time.monotonic() > end:
            raise TimeoutError("the window did not become ready")
        time.sleep(0.02)


def keep(widget: QWidget, name: str, folder: Path) -> Path:
    """The widget's picture as a file."""
    path = folder / f"{name}.png"
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    compact(path)
    return path


def shots_of_tabs(app: QApplication, program: Program, folder: Path) -> Iterator[Path]:
    """The four tabs, and what else the measures and the meetings have to show."""
    window = program.window
    shots_of: dict[type[Tab], Callable[[QApplication, Any, Path], Iterator[Path]]] = {
        MeasuresTab: shots_of_measures,
        MeetingsTab: shots_of_meetings,
        DocumentsTab: shots_of_documents,
    }
    for index, name in enumerate(_TABS):
        window.choose_tab(index)
        settle(app)
        yield keep(window, f"tab-{name}", folder)
        tab = window.tabs()[-1]
        if type(tab) in shots_of:
            yield from shots_of[type(tab)](app, tab, folder)


def shots_of_measures(app: QApplication, tab: MeasuresTab, folder: Path) -> Iterator[Path]:
    """The plan grouped and followed up, measures to choose from, and a table pasted from Word."""
    tab.view_menu.chosen.emit(replace(tab.view_menu.look, group=BY_INDICATOR))
    followed = tab.context.database.read(follow_ups.list_progress, tab.context.years.plan_year)
    tab.side.show_page(tab.follow_up)
    settle(app)
    tab.table.go_to(next(entry.measure_id for entry in followed if entry.evidence))
    settle(app)
    yield keep(tab.window(), "measures-follow-up", folder)
    tab.sources.suggest_for()
    yield keep_dialog(app, SuggestionDialog, "measures-suggestions", folder)
    QGuiApplication.clipboard().setText(COPIED_TABLE)
    tab.paste_table()
    yield keep_dialog(app, PasteDialog, "measures-paste", folder)


def shots_of_meetings(app: QApplication, tab: MeetingsTab, folder: Path) -> Iterator[Path]:
    """The newest meeting's agenda, invitation and photos."""
    database, form = tab.context.database, tab.form
    newest = database.read(meetings.list_meetings, tab.context.years.plan_year)[-1]
    database.write(meetings.save_meeting, replace(newest, invitation=INVITATION))
    database.write(meetings.save_photos, newest.id, [painted_photo(number) for number in range(len(_CAPTIONS))])
    tab.show_item(newest.id)
    for page, name in (
        (form.agenda, "tab-meetings"),
        (form.invitation, "meeting-invitation"),
        (form.photos, "meeting-photos"),
    ):
        form.show_page(page)
        if page is form.agenda:
            next(iter(form.agenda.panels.values())).set_open(True)
        settle(app)
        yield keep(tab.window(), name, folder)


def shots_of_documents(app: QApplication, tab: DocumentsTab, folder: Path) -> Iterator[Path]:
    """A paper in the preview."""
    tab.list.choose((DocumentKind.MEASURES_PLAN, None))
    background, preview = tab.context.background, tab.preview
    settle(app, lambda: not background.busy and preview.page_count > 0 and preview.is_crisp())
    yield keep(tab.window(), "tab-documents", folder)


def keep_dialog(app: QApplication, kind: type[QDialog], name: str, folder: Path) -> Path:
    """The picture of the open dialog of this kind, which is then left without taking anything."""
    settle(app)
    dialog = next(widget for widget in app.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())
    path = keep(dialog, name, folder)
    dialog.reject()
    settle(app)
    return path


def painted_photo(number: int) -> Photo:
    """A room with people at a long table, painted: nobody's face belongs in a documentation."""
    picture = Image.new("RGB", (1200, 900), (226, 221, 208))
    brush = ImageDraw.Draw(picture)
    brush.rectangle((0, 620, 1200, 900), fill=(150, 132, 112))
    brush.rectangle(
        (360 + 60 * number, 90, 860 + 60 * number, 380), fill=(245, 247, 250), outline=(90, 96, 110), width=8
    )
    for place in range(5 + number):
        x, shade = 110 + place * 1000 // (4 + number), 60 + (place * 53 + number * 31) % 90
        brush.ellipse((x - 48, 400, x + 48, 500), fill=(214, 170, 134))
        brush.rounded_rectangle((x - 82, 505, x + 82, 720), 40, fill=(shade, 90, 170 - shade))
    brush.rounded_rectangle((30, 640, 1170, 780), 18, fill=(116, 78, 48))
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=85)
    return Photo(kept.getvalue(), _CAPTIONS[number], f"ภาพประชุม-{number + 1}.jpg")


def shot_of_office(app: QApplication, program: Program, context: Context, folder: Path) -> Path:
    """The dialog with the office's own facts."""
    dialog = OfficeDialog(context, program.window)
    dialog.open()
    settle(app)
    path = keep(dialog, "office", folder)
    dialog.close()
    return path


def shots_of_papers(context: Context, folder: Path) -> Iterator[Path]:
    """The first page of each kind of paper, on every sheet that it is laid out for."""
    choices = context.database.read(documents.choices, context.years.plan_year, context.frameworks(), context.today())
    for kind in DocumentKind:
        # Of the meetings' papers the one that lacks least has most to show.
        choice = min((one for one in choices if one.kind is kind and one.can_print), key=lambda one: len(one.missing))
        for variant in choice.variants:
            size = variant.options.size
            if variant is choice.variants[0] or size is not PaperSize.A4:
                yield shot_of_paper(context, choice, variant.options, folder)


def shot_of_paper(context: Context, choice: PaperChoice, options: PaperOptions, folder: Path) -> Path:
    """The paper's first page."""
    paper = context.database.read(
        documents.compose,
        choice.kind,
        context.years.plan_year,
        context.frameworks(),
        context.texts(),
        context.today(),
        meeting_id=choice.meeting_id,
        options=options,
    )
    pdf = pdf_of(paper)
    sheet = "" if options.size is PaperSize.A4 else f"-{options.size}"
    path = folder / f"paper-{choice.kind}{sheet}.png"
    size = page_sizes(pdf)[0]
    if not page_image(pdf, 0, size, PAPER_WIDTH / size.width() * POINTS_PER_INCH).save(str(path)):
        raise OSError(f"cannot write {path}")
    compact(path)
    return path


def compact(path: Path) -> None:
    """The picture with few colours, which is enough for a page or a window and takes a third of the space."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def shots(folder: Path) -> Iterator[Path]:
    """All pictures, as they are made."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        settings = PcSettings(Path(scratch) / "settings.ini")
        words.configure(paths.resources() / "thai" / "words_th.txt")
        theme.load_fonts()
        theme.apply(app, settings.text_size)
        window = MainWindow()
        window.resize(*SIZE)
        window.show()
        program = Program(window, settings, lambda: NOW, lambda size: theme.apply(app, size))
        program.start(None, sample=True)
        settle(app, lambda: bool(window.tabs()))
        context = window.tabs()[0].context
        yield from shots_of_tabs(app, program, folder)
        yield shot_of_office(app, program, context, folder)
        yield from shots_of_papers(context, folder)
        program.open_file(Path(scratch) / "new.itadb", create=True, remember=False)
        window.show_place("")
        settle(app)
        yield keep(window, "first-run", folder)
        program.end()


def main() -> None:
    """Make the pictures and name each."""
    for path in shots(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(path)


if __name__ == "__main__":
    main()
