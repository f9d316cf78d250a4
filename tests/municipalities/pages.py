"""Reading a page as text."""

from __future__ import annotations

import re
from html import unescape

from django.test import Client


def html_of(client: Client, address: str) -> str:
    """The page at an address; it answers 200 and sets no cookie."""
    response = client.get(address)
    assert (address, response.status_code, dict(response.cookies)) == (address, 200, {})
    return response.content.decode()


def texts(html: str, pattern: str) -> list[str]:
    """What a pattern finds, without tags and double spaces."""
    found = [re.sub("<[^>]+>", " ", text) for text in re.findall(pattern, html, re.DOTALL)]
    return [" ".join(unescape(text).split()).replace(" .", ".") for text in found]


def section(html: str, heading: str) -> str:
    """The section with a heading of this id; '' where there is none."""
    found = re.search(rf'<section[^>]*aria-labelledby="{heading}">(.*?)</section>', html, re.DOTALL)
    return found.group(1) if found else ""


def titles(html: str) -> list[str]:
    """The titles of the cards."""
    return texts(html, r"<h3><a [^>]*>(.*?)</a></h3>")


def rows(html: str) -> list[str]:
    """The lines of the lists."""
    return texts(html, r"<li>((?:(?!<h3>).)*?)(?=</li>|\n<li>|\n</ul>)")
