"""Three lines that name a person as papers do: name, post, acting post."""

from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from ita_desktop.domain.office import Signatory
from ita_desktop.ui.meetings.surroundings import Surroundings
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.form import Field
from ita_desktop.ui.widgets.parsed_line import ParsedLine, TextLine


class SignatoryLines(QObject):
    """Picking a name fills in post and acting post; each can be changed freely afterwards."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[date | None, Surroundings] | None = None
        self.name = ChoiceLine()
        self.post = ChoiceLine()
        self.acting = TextLine()
        self.acting.setToolTip("เช่น ปฏิบัติหน้าที่นายกเทศมนตรี หรือรักษาราชการแทนปลัดเทศบาล")
        self.name.picked.connect(self._take)
        for line in (self.name, self.post, self.acting):
            line.committed.connect(self.changed)

    def fields(self, label: str) -> tuple[Field, Field, Field]:
        """The three fields of a form's row."""
        return (
            Field(label, self.name, stretch=3),
            Field("ตำแหน่ง", self.post, stretch=3),
            Field("รักษาราชการแทน (ถ้ามี)", self.acting, stretch=3),
        )

    def offer(self, day: date | None, surroundings: Surroundings) -> None:
        """Offer everybody who may be named, with the posts of the day; the same again costs nothing."""
        if (day, surroundings) == self._offered:
            return
        self._offered = (day, surroundings)
        people = surroundings.people_offers(day)
        self.name.offer(people)
        self.post.offer_texts(surroundings.posts())

    def show(self, person: Signatory) -> None:
        """Show a stored person; lines that stand for it already keep their cursor and what is being typed."""
        for line, text in ((self.name, person.name), (self.post, person.post), (self.acting, person.acting)):
            if line.value() != text:
                line.set_value(text)

    def value(self) -> Signatory:
        """The person as the lines name them."""
        return Signatory(self.name.value(), self.post.value(), self.acting.value())

    def lines(self, name: str) -> dict[str, ParsedLine[Any]]:
        """The three lines under keys that begin with the name."""
        return {f"{name}.name": self.name, f"{name}.post": self.post, f"{name}.acting": self.acting}

    def commit(self) -> None:
        """Take what is being typed."""
        for line in (self.name, self.post, self.acting):
            line.commit()

    def _take(self, person: object) -> None:
        if isinstance(person, Signatory):
            self.show(person)
            self.changed.emit()
