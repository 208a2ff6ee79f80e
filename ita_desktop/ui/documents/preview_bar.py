"""The zoom and the page number above the preview."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.documents.preview import Fit, Preview

_SCALES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PreviewBar(QWidget):
    """Drives one preview and follows it."""

    def __init__(self, preview: Preview, numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._numerals = numerals
        self.smaller, self.larger = QPushButton("–"), QPushButton("+")
        self.scale = QComboBox()
        self.pages = QLabel()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.scale.addItem("พอดีความกว้าง", Fit.WIDTH)
        self.scale.addItem("เต็มหน้า", Fit.PAGE)
        for scale in _SCALES:
            self.scale.addItem(self._percent(scale), scale)
        self.scale.addItem("", Fit.FREE)
        self.scale.setAccessibleName("ขนาดที่แสดง")
        self.smaller.setAccessibleName("ย่อ")
        self.larger.setAccessibleName("ขยาย")
        self.smaller.setToolTip("ย่อ (Ctrl+–)")
        self.larger.setToolTip("ขยาย (Ctrl++)")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for button in (self.smaller, self.larger):
            button.setFixedWidth(self.fontMetrics().horizontalAdvance("+") + 34)
        layout.addWidget(self.smaller)
        layout.addWidget(self.scale)
        layout.addWidget(self.larger)
        layout.addSpacing(6)
        layout.addWidget(self.pages)

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self._preview.zoom_out())
        self.larger.clicked.connect(lambda: self._preview.zoom_in())
        self.scale.activated.connect(self._choose)
        self._preview.zoom_changed.connect(lambda _: self._follow_zoom())
        self._preview.page_changed.connect(self._follow_page)
        self._follow_zoom()

    def set_numerals(self, numerals: Numerals) -> None:
        """Use these digits from now on."""
        self._numerals = numerals
        for n in range(self.scale.count()):
            value = self.scale.itemData(n)
            if isinstance(value, float):
                self.scale.setItemText(n, self._percent(value))
        self._follow_zoom()
        self._follow_page(self._preview.page, self._preview.page_count)

    def _percent(self, scale: float) -> str:
        return self._numerals.show(f"{scale * 100:.0f}%")

    def _choose(self, row: int) -> None:
        value = self.scale.itemData(row)
        if isinstance(value, float):
            self._preview.set_zoom(value)
        elif value is not Fit.FREE:
            self._preview.set_fit(value)
        self._preview.setFocus()

    def _follow_zoom(self) -> None:
        last = self.scale.count() - 1
        self.scale.setItemText(last, self._percent(self._preview.zoom))
        fit = self._preview.fit
        row = last if fit is Fit.FREE else 0 if fit is Fit.WIDTH else 1
        self.scale.setCurrentIndex(row)

    def _follow_page(self, page: int, count: int) -> None:
        self.pages.setText(self._numerals.show(f"หน้า {page}/{count}") if count else "")
