"""A `Say` that writes down what it is asked to say and answers as the test wants."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ita_desktop.errors import UserError
from ita_desktop.ui.say import Choice, Say


class RecordingSay(Say):
    """Keeps sentences and questions; `yes`, `pick` and `choose_file` answer the last one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.errors: list[str] = []
        self.told_sentences: list[str] = []
        self.questions: list[str] = []
        self.choices: list[Choice] = []
        self.suggested: list[Path] = []
        self.titles: list[str] = []
        """Titles of file choosers, and the words on the buttons that agree or close."""
        self.danger = False
        self.spoke_within: list[QWidget] = []
        self._on_yes: Callable[[], None] | None = None
        self._on_file: Callable[[Path], None] | None = None
        self._on_files: Callable[[Sequence[Path]], None] | None = None

    def within(self, window: QWidget) -> "RecordingSay":
        self.spoke_within.append(window)
        return self

    def tell(self, sentence: str) -> None:
        self.told_sentences.append(sentence)
        self.told.emit(sentence)

    def error(self, problem: UserError | str) -> None:
        self.errors.append(problem.sentence if isinstance(problem, UserError) else problem)

    def inform(self, text: str) -> None:
        self.told_sentences.append(text)

    def confirm(self, question: str, on_yes: Callable[[], None], *, danger: bool = False, yes: str = "ตกลง") -> None:
        self.questions.append(question)
        self.titles.append(yes)
        self.danger = danger
        self._on_yes = on_yes

    def choose(self, sentence: str, choices: Sequence[Choice], *, cancel: str = "ปิด") -> None:
        self.questions.append(sentence)
        self.titles.append(cancel)
        self.choices = list(choices)

    def ask_save_file(self, title: str, suggested: Path, on_chosen: Callable[[Path], None]) -> None:
        self.titles.append(title)
        self.suggested.append(suggested)
        self._on_file = on_chosen

    def ask_open_file(self, title: str, patterns: str, on_chosen: Callable[[Path], None]) -> None:
        self.titles.append(f"{title} {patterns}")
        self._on_file = on_chosen

    def ask_open_files(self, title: str, patterns: str, on_chosen: Callable[[Sequence[Path]], None]) -> None:
        self.titles.append(f"{title} {patterns}")
        self._on_files = on_chosen

    def yes(self) -> None:
        """Answer the last question with yes."""
        assert self._on_yes is not None, "nothing was asked"
        answer, self._on_yes = self._on_yes, None
        answer()

    def pick(self, words: str) -> None:
        """Press the button with these words."""
        next(choice for choice in self.choices if choice.words == words).chosen()

    def choose_file(self, path: Path) -> None:
        """Answer the open file question."""
        assert self._on_file is not None, "no file was asked for"
        answer, self._on_file = self._on_file, None
        answer(path)

    def choose_files(self, *paths: Path) -> None:
        """Answer the open question for several files."""
        assert self._on_files is not None, "no files were asked for"
        answer, self._on_files = self._on_files, None
        answer(paths)
