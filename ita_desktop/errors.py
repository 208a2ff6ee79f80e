"""The one kind of failure that a clerk can act on."""


class UserError(Exception):
    """A full Thai sentence that says what is wrong and what to do; shown to the clerk as it is."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
