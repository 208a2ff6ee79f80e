"""Makes the pictures of the documentation again, from the sample office: `python tools/screenshots.py [FOLDER]`.

Every tab, the first-run page, the office dialog, and the first page of each paper, as PNG files into
docs/images/ or FOLDER. Needs no screen.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop import paths
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services import documents
from ita_desktop.thai import words
from ita_desktop.ui import theme
from ita_desktop.ui.context import Context
from ita_desktop.ui.documents.documents_tab import DocumentsTab, pdf_of
from ita_desktop.ui.documents.page_images import POINTS_PER_INCH, page_image, page_sizes
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.office.office_dialog import OfficeDialog
from ita_desktop.ui.program import Program
from ita_desktop.ui.settings import PcSettings
from ita_desktop.ui.tab import Tab

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
NOW = datetime(2026, 3, 20, 14, 32).astimezone()
"""A day in the sample's plan year, so that the pictures change only when the program does."""
SIZE = (1366, 768)
PAPER_WIDTH = 827
"""Pixels; an A4 page at 100 dots to the inch."""
PAPER_COLOURS = 96
_TABS = ("scores", "measures", "meetings", "documents")
_LONGEST_WAIT = 30.0


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
    return path


def prepare(app: QApplication, tab: Tab) -> None:
    """Bring something worth seeing into sight."""
    if isinstance(tab, MeetingsTab):
        tab.form.show_page(tab.form.agenda)
        next(iter(tab.form.agenda.panels.values())).set_open(True)
    if isinstance(tab, DocumentsTab):
        tab.list.choose((DocumentKind.MEASURES_PLAN, None))
        background, preview = tab.context.background, tab.preview
        settle(app, lambda: not background.busy and preview.page_count > 0 and preview.is_crisp())
    settle(app)


def shots_of_tabs(app: QApplication, program: Program, folder: Path) -> Iterator[Path]:
    """The four tabs with something to see in each."""
    window = program.window
    for index, name in enumerate(_TABS):
        window.choose_tab(index)
        settle(app)
        prepare(app, window.tabs()[-1])
        yield keep(window, f"tab-{name}", folder)


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
    frameworks, texts, year = context.frameworks(), context.texts(), context.years.plan_year
    choices = context.database.read(documents.choices, year, frameworks, context.today())
    first = {choice.kind: choice for choice in reversed(choices)}
    for choice in first.values():
        for number, variant in enumerate(choice.variants):
            paper = context.database.read(
                documents.compose,
                choice.kind,
                year,
                frameworks,
                texts,
                context.today(),
                meeting_id=choice.meeting_id,
                options=variant.options,
            )
            pdf = pdf_of(paper)
            size = page_sizes(pdf)[0]
            path = folder / f"paper-{choice.kind}{f'-{number + 1}' if number else ''}.png"
            if not page_image(pdf, 0, size, PAPER_WIDTH / size.width() * POINTS_PER_INCH).save(str(path)):
                raise OSError(f"cannot write {path}")
            compact(path)
            yield path


def compact(path: Path) -> None:
    """The picture with few colours, which is enough for a page and takes a third of the space."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(PAPER_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
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
