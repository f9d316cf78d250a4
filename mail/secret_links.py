"""Links that open something for whoever holds them: only their receiver may see those."""

from __future__ import annotations

import re

SHOWN_INSTEAD = "(link van de indiener)"
# A signed token: what it says, when it was signed, and 43 characters of signature.
SECRET = r"https?://[^\s\"'<>]*/[\w-]+\.[\w-]+\.[\w-]{43}(?![\w-])[^\s\"'<>]*"
ADDRESS = re.compile(SECRET)
HREF = re.compile(rf'href="{SECRET}"')


def hide_secret_links(content: str) -> str:
    """The text or HTML of a mail with words in place of every address that holds a signed token.
    In HTML such a link is then a link no longer; its words stay."""
    return ADDRESS.sub(SHOWN_INSTEAD, HREF.sub(f'title="{SHOWN_INSTEAD}"', content))
