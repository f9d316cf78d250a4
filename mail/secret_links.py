"""Links that open something for whoever holds them: only their receiver may see those."""

from __future__ import annotations

import re

SHOWN_INSTEAD = "(persoonlijke link)"
# A signed token: what it says, when it was signed, and 43 characters of signature.
SIGNED = r"https?://[^\s\"'<>]*/[\w-]+\.[\w-]+\.[\w-]{43}(?![\w-])[^\s\"'<>]*"
SIGNED_ADDRESS = re.compile(SIGNED)
HREF = re.compile(rf'href="{SIGNED}"')


def hide_secret_links(content: str) -> str:
    """The text or HTML of a mail with words in place of every address that holds a signed token.
    In HTML such a link is then a link no longer; its words stay."""
    return SIGNED_ADDRESS.sub(SHOWN_INSTEAD, HREF.sub(f'title="{SHOWN_INSTEAD}"', content))
