"""How far the printing of a long paper is: WeasyPrint writes a line to its log for each page it lays out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[int], None]
LOG = logging.getLogger("weasyprint.progress")
PAGE = "Creating layout - Page"


def nobody(page: int) -> None:
    """Tell nobody about `page`."""


class PageHandler(logging.Handler):
    """Passes on the number of each page laid out."""

    def __init__(self, tell: Tell) -> None:
        super().__init__(logging.INFO)
        self.tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Read "Step 5 - Creating layout - Page 12"; the other steps are left out."""
        if PAGE in record.msg and isinstance(record.args, tuple):
            self.tell(int(str(record.args[0])))


@contextmanager
def telling_pages(tell: Tell) -> Iterator[None]:
    """Let `tell` hear of each page laid out inside; the log itself stays as quiet as it was."""
    if tell is nobody:
        yield
        return
    handler, level, propagates = PageHandler(tell), LOG.level, LOG.propagate
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    try:
        yield
    finally:
        LOG.removeHandler(handler)
        LOG.setLevel(level)
        LOG.propagate = propagates
