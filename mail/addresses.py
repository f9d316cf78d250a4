"""E-mail addresses in what a mail server answers: it names them when it refuses a mail."""

from __future__ import annotations

import logging
import re

# With an apostrophe in it too, but not with the quotes that a server puts around one.
PART = r"[^\s<>()\[\]{}'\",;:@]+"
ADDRESS = re.compile(rf"{PART}(?:'{PART})*@{PART}")


def hide_addresses(text: str) -> str:
    """`text` with words in place of every e-mail address."""
    return ADDRESS.sub("(adres)", text)


class WithoutAddresses(logging.Filter):
    """Lets every line of a log through, without the addresses in it or in its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites `record`; always True."""
        record.msg, record.args = hide_addresses(record.getMessage()), None
        if record.exc_info:
            traceback = logging.Formatter().formatException(record.exc_info)
            record.exc_text, record.exc_info = hide_addresses(traceback), None
        return True
