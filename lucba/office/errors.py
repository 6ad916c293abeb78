"""The one error an action raises when it refuses: a sentence for the person, and the field it belongs to."""


class RefusedError(Exception):
    """An action refused. `message` is a Vietnamese sentence; `field` names the form field, "" the whole form."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
