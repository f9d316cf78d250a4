"""Reading the page that searches."""

from __future__ import annotations

import re
from html import unescape

from django.test import Client

ADDRESS = "/zoeken/"


def html_of(client: Client, text: str) -> str:
    """The page for `text`."""
    response = client.get(ADDRESS, {"zoek": text})
    assert (response.status_code, dict(response.cookies)) == (200, {})
    return response.content.decode()


def found(client: Client, text: str) -> dict[str, list[str]]:
    """The titles below each heading, in order."""
    main = html_of(client, text).partition("</form>")[2].partition("</main>")[0]
    groups: dict[str, list[str]] = {}
    for heading, title in re.findall(
        r'<h2 id="(?!soorten|gemeenten)[^"]+">(.*?)</h2>|<h3><a [^>]*>(.*?)</a>', main, re.DOTALL
    ):
        if heading:
            groups[heading] = titles = []
        else:
            titles.append(plain(title))
    return groups


def plain(html: str) -> str:
    """What is read of a piece of a page."""
    return unescape(re.sub("<.*?>", "", html))


def texts(html: str, pattern: str) -> list[str]:
    """What is read of each piece that `pattern` captures."""
    return [" ".join(plain(piece).split()) for piece in re.findall(pattern, html, re.DOTALL)]
