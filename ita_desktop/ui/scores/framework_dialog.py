"""The dialog of the assessment frameworks: seen, copied, edited, passed on as a file, and taken only when sound."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ita_desktop import files
from ita_desktop.catalog.framework_file import read_framework_file
from ita_desktop.catalog.framework_writer import edition_of, framework_file_name, framework_toml
from ita_desktop.domain.fiscal_year import LAST_YEAR, FiscalYear
from ita_desktop.domain.framework_draft import Fault, copied, faults
from ita_desktop.errors import UserError
from ita_desktop.services import framework_editions
from ita_desktop.ui.scores.framework_page import FrameworkPage, TablePage
from ita_desktop.ui.scores.framework_pages import IndicatorsPage, ItemsPage, LevelsPage, WeightsPage
from ita_desktop.ui.widgets.cards import Strip
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.framework import Framework
    from ita_desktop.ui.context import Context

_COMING = 2
"""So many result years after the newest known one can be prepared."""
_PATTERN = "กรอบการประเมิน (*.toml)"


class FrameworkDialog(QDialog):
    """Shows one year's framework as a draft; nothing is kept before it is taken."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._say = context.say.within(self)
        numerals = context.numerals()
        self.years = QComboBox()
        self.state = ThaiLabel("", "caption")
        self.problem = Strip(Tone.ERROR)
        self.tabs = QTabWidget()
        self.pages: tuple[tuple[FrameworkPage, str], ...] = (
            (WeightsPage(numerals), "น้ำหนักและจำนวนข้อ"),
            (IndicatorsPage(numerals), "ตัวชี้วัด"),
            (LevelsPage(numerals), "เกณฑ์ระดับ"),
            (ItemsPage(numerals), "ข้อ OIT"),
        )
        self.copy, self.go_back = QPushButton(), QPushButton("กลับไปใช้ฉบับของโปรแกรม")
        self.bring, self.give = QPushButton("นำเข้าไฟล์…"), QPushButton("ส่งออกไฟล์…")
        self.take, self._close = QPushButton("บันทึกและใช้กรอบนี้"), QPushButton("ปิด")
        self._build()
        self._connect()
        self._untouched: Framework | None = None
        self._offer_years()
        self.show_year(context.years.result_year)

    def show_year(self, year: FiscalYear) -> None:
        """Show the year's framework as used now; a year without one shows a copy of the latest before it."""
        known = self._context.frameworks().by_year
        if year in known:
            self._show(known[year])
        else:
            base = self._before(year)
            self._show(copied(base, year) if base else self._context.frameworks().of(year))

    def draft(self) -> Framework:
        """The framework as typed; what cannot be read counts as 0 or empty and is among `faults`."""
        framework = self._loaded
        for page, _ in self.pages:
            framework = page.put(framework)
        return framework

    def faults(self) -> tuple[Fault, ...]:
        """Everything that keeps the draft from being taken."""
        draft = self.draft()
        unread = [fault for page, _ in self.pages for fault in page.unread]
        places = {(fault.section, fault.item, fault.key) for fault in unread}
        rest = [fault for fault in faults(draft) if (fault.section, fault.item, fault.key) not in places]
        return (*unread, *rest)

    def save(self) -> None:
        """Take the draft as the office's edition, or turn to the first thing to mend."""
        draft, found = self.draft(), self.faults()
        if found:
            self._show_faults(found)
            page = next(n for n, (page, _) in enumerate(self.pages) if found[0].section in page.sections)
            self.tabs.setCurrentIndex(page)
            return
        if lost := self._lost_scores(draft):
            question = f"กรอบนี้ไม่มี {' '.join(lost)} ที่กรอกคะแนนปี {draft.year} ไว้แล้ว คะแนนเหล่านั้นจะไม่ถูกนำมาคิด ใช้กรอบนี้หรือไม่"
            self._say.confirm(
                self._context.numerals().show(question), partial(self._keep, draft), danger=True, yes="ใช้กรอบนี้"
            )
        else:
            self._keep(draft)

    def _keep(self, draft: Framework) -> None:
        try:
            self._context.database.write(framework_editions.save_edition, edition_of(draft))
        except UserError as error:
            self.problem.say(error.sentence, Tone.ERROR)
            return
        self._say.tell(self._context.numerals().show(f"ใช้กรอบการประเมินปี {draft.year} ฉบับของหน่วยงานแล้ว"))
        self._offer_years()
        self.show_year(draft.year)

    def _lost_scores(self, draft: Framework) -> list[str]:
        """The indicators with kept scores that the draft has no longer."""
        kept = self._context.assessment(draft.year)
        codes = {indicator.code for indicator in draft.indicators}
        return [f"ตัวชี้วัดที่ {code}" for code in (kept.indicators if kept else ()) if code not in codes]

    def reject(self) -> None:
        self._unless_edited(super().reject)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(58 * line, 38 * line)

    def _build(self) -> None:
        self.setWindowTitle("กรอบการประเมิน ITA")
        self.years.setAccessibleName("ผลคะแนนปีงบประมาณ")
        self.go_back.setProperty("kind", "danger")
        top = QHBoxLayout()
        top.addWidget(QLabel("กรอบของผลคะแนนปี"))
        top.addWidget(self.years)
        for button in (self.copy, self.bring, self.give):
            top.addWidget(button)
        top.addStretch(1)
        self.tabs.setDocumentMode(True)
        for page, words in self.pages:
            scrolled = ScrollPage(margin=0)
            scrolled.body.addWidget(page)
            if isinstance(page, TablePage):
                page.table.reached.connect(partial(_keep_in_sight, scrolled))
            self.tabs.addTab(scrolled, words)
        bottom = foot(self.take, self._close, left=(self.go_back,))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 12, 20, 16)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self.state)
        outer.addWidget(self.tabs, 1)
        outer.addWidget(self.problem)
        outer.addLayout(bottom)
        for button in self.findChildren(QPushButton):
            # Enter in a field or cell must not close or take a half-edited framework.
            button.setAutoDefault(False)
        self.resize(opening_size(self.sizeHint(), self.parentWidget()))

    def _connect(self) -> None:
        self.years.activated.connect(self._choose_year)
        self.copy.clicked.connect(self._copy_before)
        self.bring.clicked.connect(lambda: self._say.ask_open_file("นำเข้ากรอบการประเมิน", _PATTERN, self._import))
        self.give.clicked.connect(self._ask_export)
        self.go_back.clicked.connect(self._ask_go_back)
        self.take.clicked.connect(self.save)
        self._close.clicked.connect(self.reject)
        for page, _ in self.pages:
            page.changed.connect(self._follow)

    def _offer_years(self) -> None:
        known = set(self._context.frameworks().by_year)
        wanted = {*known, self._context.years.result_year, self._context.years.plan_year}
        newest = max(known)
        wanted |= {newest + n for n in range(1, _COMING + 1) if newest.be + n <= LAST_YEAR}
        self.years.clear()
        for year in sorted(wanted, reverse=True):
            self.years.addItem(self._context.numerals().show(str(year)), year)

    def _show(self, framework: Framework, words: str = "") -> None:
        self._loaded = framework
        for page, _ in self.pages:
            page.show_framework(framework)
        self._untouched = self.draft()
        self.years.setCurrentIndex(self._index(framework.year))
        self._say_state(words)
        self._follow()

    def _say_state(self, words: str) -> None:
        framework, numerals = self._loaded, self._context.numerals()
        is_own, is_known = framework.year in self._own_years(), framework.year in self._context.frameworks().by_year
        base = self._before(framework.year)
        if not words and is_own:
            words = f"ปี {framework.year} ใช้ฉบับที่หน่วยงานบันทึกเอง"
        elif not words and is_known:
            words = f"ปี {framework.year} ใช้ฉบับที่มากับโปรแกรม หากแก้ไขแล้วบันทึก จะใช้ฉบับของหน่วยงานแทน"
        elif not words:
            words = f"ยังไม่มีกรอบของปี {framework.year} ข้อมูลข้างล่างคัดลอกมาจากปี {base.year if base else '–'} ตรวจแก้แล้วกดบันทึก"
        unverified = [evidence for evidence in framework.evidence.values() if not evidence.verified]
        checked = "ตรวจกับเอกสารครบทุกหมวดแล้ว" if not unverified else f"ยังไม่ได้ตรวจกับเอกสาร {len(unverified)} หมวด"
        self.state.setText(numerals.show(f"{words} · {checked}"))
        self.go_back.setVisible(is_own)
        self.copy.setEnabled(base is not None)
        self.copy.setText(numerals.show(f"คัดลอกจากปี {base.year}" if base else "คัดลอกจากปีก่อน"))

    def _follow(self) -> None:
        """Show what is wrong with the draft as typed."""
        self._show_faults(self.faults())

    def _show_faults(self, found: tuple[Fault, ...]) -> None:
        numerals = self._context.numerals()
        for n, (page, words) in enumerate(self.pages):
            own = [fault for fault in found if fault.section in page.sections]
            page.show_faults(own)
            self.tabs.setTabText(n, numerals.show(f"{words} (ต้องแก้ {len(own)})") if own else words)
        if found:
            sentence = f"ต้องแก้ {len(found)} จุดก่อนจึงใช้กรอบนี้ได้ เริ่มจาก {found[0].sentence}"
            self.problem.say(numerals.show(sentence), Tone.ERROR)
        else:
            self.problem.say("")
        self.give.setEnabled(not found)

    def _choose_year(self) -> None:
        year = self.years.currentData()
        self.years.setCurrentIndex(self._index(self._loaded.year))
        if year != self._loaded.year:
            self._unless_edited(lambda: self.show_year(year))

    def _copy_before(self) -> None:
        year = self._loaded.year
        base = self._before(year)
        if base is not None:
            words = f"คัดลอกจากกรอบปี {base.year} ยังไม่ได้บันทึก ตรวจแก้แล้วกดบันทึก"
            self._unless_edited(lambda: self._show_unsaved(copied(base, year), words))

    def _show_unsaved(self, framework: Framework, words: str) -> None:
        """Show a draft that counts as edited, so that it is not lost unasked."""
        self._show(framework, words)
        self._untouched = None

    def _import(self, path: Path) -> None:
        try:
            framework = read_framework_file(path)
        except UserError as error:
            self._say.error(error)
            return
        words = f"อ่านจากไฟล์ {path.name} แล้ว ยังไม่ได้บันทึก ตรวจดูแล้วกดบันทึก"
        if self._index(framework.year) < 0:
            self.years.addItem(self._context.numerals().show(str(framework.year)), framework.year)
        self._unless_edited(lambda: self._show_unsaved(framework, words))

    def _ask_export(self) -> None:
        if self.faults():
            self.save()
            return
        draft = self.draft()
        suggested = Path.home() / framework_file_name(draft.year)
        self._say.ask_save_file("ส่งออกกรอบการประเมิน", suggested, partial(self._export, framework_toml(draft)))

    def _export(self, text: str, path: Path) -> None:
        try:
            files.write_whole(path, text.encode())
        except UserError as error:
            self._say.error(error)
            return
        self._say.tell(f"ส่งออกกรอบการประเมินไว้ที่ {path} แล้ว นำไปให้หน่วยงานอื่นนำเข้าได้")

    def _ask_go_back(self) -> None:
        year = self._loaded.year
        question = f"ลบกรอบการประเมินปี {year} ที่หน่วยงานบันทึกเอง แล้วกลับไปใช้ฉบับของโปรแกรมหรือไม่"
        self._say.confirm(
            self._context.numerals().show(question), lambda: self._remove(year), danger=True, yes="ลบฉบับของหน่วยงาน"
        )

    def _remove(self, year: FiscalYear) -> None:
        self._context.database.write(framework_editions.remove_edition, year)
        self._offer_years()
        self.show_year(year)

    def _unless_edited(self, go_on: Callable[[], None]) -> None:
        """Go on, after asking when something typed would be lost."""
        if self.draft() == self._untouched and not any(page.unread for page, _ in self.pages):
            go_on()
            return
        question = f"กรอบการประเมินปี {self._loaded.year} มีการแก้ไขที่ยังไม่ได้บันทึก ทิ้งการแก้ไขหรือไม่"
        self._say.confirm(self._context.numerals().show(question), go_on, danger=True, yes="ทิ้งการแก้ไข")

    def _before(self, year: FiscalYear) -> Framework | None:
        """The latest framework before the year."""
        known = self._context.frameworks().by_year
        earlier = [each for each in known if each < year]
        return known[max(earlier)] if earlier else None

    def _own_years(self) -> set[FiscalYear]:
        return {edition.year for edition in self._context.database.read(framework_editions.list_editions)}

    def _index(self, year: FiscalYear) -> int:
        return next((n for n in range(self.years.count()) if self.years.itemData(n) == year), -1)


def _keep_in_sight(area: ScrollPage, widget: QWidget, place: QRect) -> None:
    """Scroll the page to a cell."""
    inside = area.widget()
    if inside is not None:
        middle = widget.mapTo(inside, place.center())
        area.ensureVisible(middle.x(), middle.y(), 0, place.height())
