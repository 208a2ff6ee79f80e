"""Measures that the office keeps for later years, beside the suggestions that come with the program."""

from dataclasses import dataclass

from ita_desktop.domain.identity import NEW


@dataclass(frozen=True, slots=True)
class LibraryMeasure:
    """A measure without a year: months instead of a period, names of divisions instead of the divisions."""

    indicator_code: str = ""
    title: str = ""
    actions: tuple[str, ...] = ()
    method: str = ""
    divisions: tuple[str, ...] = ()
    """Full names of the responsible divisions."""
    all_divisions: bool = False
    owner: str = ""
    first_month: int | None = None
    """First month of the usual window, 1 to 12; None together with `last_month` when there is none."""
    last_month: int | None = None
    monitoring: str = ""
    output_target: str = ""
    topic: str = ""
    position: int = 0
    id: int = NEW

    @property
    def text(self) -> str:
        """Title and actions as one text, a line each."""
        return "\n".join(part for part in (self.title, *self.actions) if part)
