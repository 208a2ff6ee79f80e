"""The dialog of the papers' own words: background, approaches, themes, target and signer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ita_desktop.errors import UserError
from ita_desktop.services import plans
from ita_desktop.thai.clean import clean_line, clean_text
from ita_desktop.ui.documents.theme_editor import COPY_STANDARD, ThemesEditor
from ita_desktop.ui.widgets.cards import Strip
from ita_desktop.ui.widgets.choice_line import ChoiceLine, Offer
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.score_field import ScoreField

if TYPE_CHECKING:
    from ita_desktop.domain.measure import Plan
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.documents.reading import PlanWords

_BACKGROUND = (
    "ย่อหน้าละหนึ่งบรรทัด เว้นว่างไว้ โปรแกรมพิมพ์ข้อความสีเทาข้างล่าง ส่วนย่อหน้าเรื่องคะแนนและระดับ โปรแกรมเขียนจากคะแนนที่กรอกเสมอ"
)
_APPROACHES = "ข้อละหนึ่งบรรทัด ไม่ต้องใส่เลขข้อ เว้นว่างไว้ โปรแกรมพิมพ์ข้อความสีเทา"
_THEMES = "หัวข้อในรายงานการพัฒนาองค์กร หากไม่กรอก โปรแกรมพิมพ์หัวข้อสีเทาข้างล่าง มาตรการของปีโปรแกรมต่อท้ายให้เสมอ"
_LEAST_LINES, _MOST_LINES = 10, 18


def paragraphs(text: str) -> tuple[str, ...]:
    """Each line that holds something, cleaned."""
    return tuple(line for line in map(clean_line, clean_text(text).split("\n")) if line)


class WordsDialog(QDialog):
    """Nothing is kept before the clerk presses บันทึก; the preview follows then."""

    def __init__(self, context: Context, words: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._say = context.say.within(self)
        self._plan = words.plan
        numerals = context.numerals()
        self.setWindowTitle(numerals.show(f"ข้อความในเอกสาร ปีงบประมาณ พ.ศ. {words.plan.year}"))
        self.background = GrowingText(_LEAST_LINES, _MOST_LINES)
        self.approaches = GrowingText(_LEAST_LINES, _MOST_LINES)
        self.themes = ThemesEditor(words.plan.themes, words.standard.themes, numerals)
        self.total = ScoreField(numerals)
        self.level = ChoiceLine()
        self.signer = ChoiceLine()
        self.problem = Strip(Tone.ERROR)
        self.keep, self._cancel = QPushButton("บันทึก"), QPushButton("ยกเลิก")
        self.pages = QTabWidget()
        self._build(words)
        self._fill(words)
        self.keep.clicked.connect(self.save)
        self._cancel.clicked.connect(self.reject)

    def _build(self, words: PlanWords) -> None:
        self.pages.setDocumentMode(True)
        standard = words.standard
        background = self._text_page(_BACKGROUND, self.background, standard.background, standard.background_alone)
        approaches = self._text_page(_APPROACHES, self.approaches, standard.approaches, standard.approaches)
        self.pages.addTab(_scrolled(background), "ที่มาและความสำคัญ")
        self.pages.addTab(_scrolled(approaches), "แนวทาง")
        self.pages.addTab(_scrolled(_page(ThaiLabel(_THEMES, "caption"), self.themes)), "หัวข้อรายงานการพัฒนา")
        self.pages.addTab(_scrolled(_page(self._target_form())), "เป้าหมายและผู้ลงนาม")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 12, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(self.problem)
        outer.addWidget(self.pages, 1)
        outer.addLayout(foot(self.keep, self._cancel))
        # Enter in a field must not close a dialog that is half filled in.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.resize(opening_size(self.sizeHint(), self.parentWidget()))

    def _text_page(self, lead: str, text: GrowingText, shown: Sequence[str], copied: Sequence[str]) -> QWidget:
        copy = QPushButton(COPY_STANDARD)
        text.set_standard("\n\n".join(shown))
        copy.clicked.connect(lambda: text.insertPlainText("\n".join(copied)))
        text.textChanged.connect(lambda: copy.setVisible(text.document().isEmpty() and bool(copied)))
        copy.setVisible(bool(copied))
        return _page(ThaiLabel(lead, "caption"), text, copy)

    def _target_form(self) -> Form:
        self._form = form = Form()
        form.row(
            Field("คะแนนรวมที่ตั้งเป้าไว้", self.total, stretch=0),
            Field("ระดับที่ตั้งเป้าไว้", self.level, stretch=1),
        )
        form.row(Field("ผู้ลงนามในแผนและรายงาน", self.signer, "เว้นว่างไว้ โปรแกรมใช้ชื่อผู้บริหาร"))
        form.end()
        return form

    def _fill(self, words: PlanWords) -> None:
        plan = words.plan
        self.background.show_text("\n".join(plan.background))
        self.approaches.show_text("\n".join(plan.approaches))
        self.total.set_value(plan.target.total)
        framework = self._context.frameworks().of(plan.year)
        self.level.offer_texts([level.name for level in framework.levels])
        self.level.set_value(plan.target.level)
        self.signer.offer([Offer(person.name, f"{person.name}  –  {person.post}") for person in words.officers])
        self.signer.set_value(plan.signer)
        self.signer.setPlaceholderText(words.standard.signer)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(40 * line, 28 * line)

    def plan(self) -> Plan:
        """The plan with the words of the dialog."""
        for line in (self.total, self.level, self.signer):
            line.commit()
        target = replace(self._plan.target, total=self.total.value(), level=self.level.value())
        return replace(
            self._plan,
            background=paragraphs(self.background.text()),
            approaches=paragraphs(self.approaches.text()),
            themes=self.themes.themes(),
            target=target,
            signer=self.signer.value(),
        )

    def save(self) -> None:
        """Keep the words and close, or say what is in the way."""
        plan = self.plan()
        if self.total.problem():
            self.pages.setCurrentIndex(self.pages.count() - 1)
            self.total.setFocus()
            return
        try:
            self._context.database.write(plans.save_plan, plan)
        except UserError as error:
            self.problem.say(error.sentence, Tone.ERROR)
            return
        self.accept()

    def reject(self) -> None:
        if self.plan() != self._plan or self.total.problem():
            question = "ปิดโดยไม่บันทึกข้อความที่แก้ไขหรือไม่"
            self._say.confirm(question, super().reject, danger=True, yes="ไม่บันทึก")
        else:
            super().reject()


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 8, 6, 0)
    layout.setSpacing(8)
    for widget in widgets:
        stands_left = isinstance(widget, QPushButton)
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if stands_left else Qt.AlignmentFlag(0))
    layout.addStretch(1)
    return page


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.setProperty("role", "page")
    area.setWidget(page)
    return area
