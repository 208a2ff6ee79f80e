"""The preview: pages drawn from a worker, crisp at every zoom, never empty in between."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keys import CTRL, press
from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.background import Background
from ita_desktop.ui.documents import page_images
from ita_desktop.ui.documents.page_images import Band, band_image, bands, page_sizes
from ita_desktop.ui.documents.preview import LARGEST, SMALLEST, Fit, Preview, fitting_zoom, page_places
from ita_desktop.ui.documents.preview_bar import PreviewBar

A4 = (595.2756, 841.8898)


def pdf_of(pages: int, landscape: bool = False, colour: tuple[float, float, float] = (0.8, 0.1, 0.1)) -> bytes:
    """Pages that are one colour above their middle, and a line apart every 40 points."""
    target = BytesIO()
    size = A4[::-1] if landscape else A4
    canvas = Canvas(target, pagesize=size)
    for _ in range(pages):
        canvas.setFillColorRGB(*colour)
        canvas.rect(0, size[1] / 2, size[0], size[1] / 2, stroke=0, fill=1)
        for y in range(0, int(size[1]), 40):
            canvas.line(0, y, size[0], y)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture
def background(window: QWidget) -> Iterator[Background]:
    made = Background(window)
    yield made
    made.stop()


@pytest.fixture
def preview(window: QWidget, background: Background) -> Preview:
    made = Preview(background, window)
    made.resize(600, 500)
    made.show()
    return made


def show(preview: Preview, pdf: bytes, qtbot: QtBot, *, same_paper: bool = False) -> None:
    count = len(page_sizes(pdf))
    preview.show_pdf(pdf, same_paper=same_paper)
    qtbot.waitUntil(lambda: preview.page_count == count and preview.is_crisp())


def middle_colour(preview: Preview, at: QPoint) -> str:
    return preview.viewport().grab().toImage().pixelColor(at).name()


def largest_difference(one: QImage, other: QImage) -> int:
    """How far two pictures are apart in their worst spot, 0 to 255; PDFium rounds edges by their place."""
    first, second = (
        Image.frombytes("RGBX", (image.width(), image.height()), bytes(image.constBits())).convert("RGB")
        for image in (one, other)
    )
    return max(high for _, high in ImageChops.difference(first, second).getextrema())


@pytest.mark.parametrize("scale", [0.7, 1.37, 3.3, 6.61])
def test_that_the_strips_of_a_page_join_without_a_seam(scale: float, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = pdf_of(1)
    [size] = page_sizes(pdf)
    monkeypatch.setattr(page_images, "_LARGEST_BAND", 200_000)
    parts = bands(0, size, scale)
    height = sum(part.height for part in parts)
    whole = band_image(pdf, Band(0, scale, 0, height))
    assert len(parts) > 1
    top = 0
    for part in parts:
        image = band_image(pdf, part)
        assert (part.top, image.height(), image.width()) == (top, part.height, whole.width())
        assert largest_difference(image, whole.copy(0, top, whole.width(), part.height)) <= 2
        top += part.height
    assert top == whole.height()


def test_that_no_strip_is_huge() -> None:
    for scale in (0.3, 1.0, 4.0, 10.7):
        for band in bands(0, QSizeF(*A4), scale):
            assert band.height * A4[0] * scale < 4_000_000


def test_that_bytes_that_are_no_pdf_are_refused() -> None:
    with pytest.raises(ValueError, match="not a readable PDF"):
        page_sizes(b"<html>")


@given(st.lists(st.tuples(st.floats(50, 2000), st.floats(50, 2000)), min_size=1, max_size=9), st.floats(0.25, 4))
def test_that_pages_never_overlap(sizes: list[tuple[float, float]], zoom: float) -> None:
    places = page_places([QSizeF(*size) for size in sizes], zoom, 700)
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert all(place.left() > 0 for place in places)


@given(st.integers(200, 3000), st.integers(200, 3000))
def test_that_a_fitting_page_has_room(width: int, height: int) -> None:
    zoom = fitting_zoom([QSizeF(*A4)], Fit.PAGE, QSize(width, height))
    [place] = page_places([QSizeF(*A4)], zoom, width)
    if SMALLEST < zoom < LARGEST:
        assert place.width() <= width
        assert place.height() <= height


def test_that_a_paper_is_shown_over_the_whole_width(preview: Preview, qtbot: QtBot) -> None:
    assert preview.page_count == 0
    show(preview, pdf_of(3), qtbot)
    assert (preview.page, preview.page_count) == (1, 3)
    assert preview.horizontalScrollBar().maximum() == 0
    assert middle_colour(preview, QPoint(300, 60)) == "#cc1a1a"


def test_that_the_page_number_follows_the_scrolling(preview: Preview, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    show(preview, pdf_of(3), qtbot)
    preview.page_changed.connect(lambda page, count: told.append((page, count)))
    press(preview, Qt.Key.Key_End)
    assert told[-1] == (3, 3)
    press(preview, Qt.Key.Key_Home)
    press(preview, Qt.Key.Key_PageDown)
    press(preview, Qt.Key.Key_PageDown)
    assert told[-1][0] == 2


def test_that_zooming_is_bounded_and_crisp_again(preview: Preview, qtbot: QtBot) -> None:
    show(preview, pdf_of(1), qtbot)
    for _ in range(30):
        press(preview, Qt.Key.Key_Plus, CTRL)
    assert preview.zoom == LARGEST
    assert preview.fit is Fit.FREE
    qtbot.waitUntil(preview.is_crisp)
    for _ in range(30):
        press(preview, Qt.Key.Key_Minus, CTRL)
    assert preview.zoom == SMALLEST
    press(preview, Qt.Key.Key_0, CTRL)
    assert preview.fit is Fit.WIDTH
    qtbot.waitUntil(preview.is_crisp)


def test_that_ctrl_and_the_wheel_zoom_around_the_pointer(preview: Preview, qtbot: QtBot) -> None:
    show(preview, pdf_of(2), qtbot)
    preview.set_zoom(1.0)
    preview.verticalScrollBar().setValue(400)
    at = QPoint(250, 200)
    before = (preview.verticalScrollBar().value() + at.y()) / preview.zoom
    wheel = QWheelEvent(
        QPointF(at), QPointF(at), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.viewport(), wheel)
    assert preview.zoom == pytest.approx(1.1)
    after = (preview.verticalScrollBar().value() + at.y()) / preview.zoom
    assert after == pytest.approx(before, abs=4)


def test_that_the_old_page_stays_in_sight_until_the_new_one_is_drawn(preview: Preview, qtbot: QtBot) -> None:
    show(preview, pdf_of(2), qtbot)
    preview.verticalScrollBar().setValue(120)
    at = QPoint(300, 60)
    blue = pdf_of(2, colour=(0.1, 0.1, 0.8))
    preview._take(blue, page_sizes(blue), same_paper=True)
    assert not preview.is_crisp()
    assert middle_colour(preview, at) == "#cc1a1a"
    assert preview.verticalScrollBar().value() == 120
    qtbot.waitUntil(preview.is_crisp)
    assert middle_colour(preview, at) == "#1a1acc"


def test_that_another_paper_begins_at_its_top(preview: Preview, qtbot: QtBot) -> None:
    show(preview, pdf_of(3), qtbot)
    press(preview, Qt.Key.Key_End)
    show(preview, pdf_of(2, landscape=True), qtbot)
    assert preview.verticalScrollBar().value() == 0
    preview.clear()
    assert (preview.page_count, preview.page) == (0, 0)


def test_that_only_the_last_paper_asked_for_is_shown(preview: Preview, qtbot: QtBot) -> None:
    preview.show_pdf(pdf_of(5), same_paper=False)
    show(preview, pdf_of(2), qtbot)
    qtbot.waitUntil(lambda: not preview._background.busy)
    assert preview.page_count == 2


def test_that_memory_stays_bounded_over_a_long_paper(preview: Preview, qtbot: QtBot) -> None:
    show(preview, pdf_of(30), qtbot)
    preview.set_zoom(2.0)
    for n in range(0, preview.verticalScrollBar().maximum(), 3_000):
        preview.verticalScrollBar().setValue(n)
        qtbot.waitUntil(preview.is_crisp)
    kept = preview._pictures._images.values()
    assert sum(image.sizeInBytes() for image in kept if isinstance(image, QImage)) <= 120_000_000


def test_that_the_bar_drives_and_follows_the_preview(preview: Preview, window: QWidget, qtbot: QtBot) -> None:
    bar = PreviewBar(preview, Numerals.THAI, window)
    show(preview, pdf_of(3), qtbot)
    assert bar.pages.text() == "หน้า ๑/๓"
    bar._choose(bar.scale.findText("๑๕๐%"))
    assert preview.zoom == 1.5
    bar.larger.click()
    assert bar.scale.currentText() == "๑๗๕%"
    bar.smaller.click()
    bar._choose(bar.scale.findData(Fit.PAGE))
    assert preview.fit is Fit.PAGE
    assert bar.scale.currentText() == "เต็มหน้า"
