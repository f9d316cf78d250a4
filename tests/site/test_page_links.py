"""Whoever follows a link arrives, on the site as it is delivered and two clicks from its front
page."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db
CONTENT = [
    *("places", "practices", "stories", "workshops"),
    *("sessions", "roadshow", "doors", "lessons", "pages"),
]
CLICKS = 2
# Of the hundreds of municipalities one is made like the other.
MOST_OF_A_FOLDER = 50


class Reader(HTMLParser):
    """Takes out of a page where it leads, and the names of its own places."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links, self.names = set(), set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.names.add(given.get("id"))
        if tag in {"a", "link"} and (address := given.get("href")):
            self.links.add(address)


def same_kind(address: str) -> tuple:
    """What two addresses have in common that ask a page the same things with other answers."""
    asked = urlsplit(address)
    return asked.path, tuple(sorted(parse_qs(asked.query)))


def is_ours(link: str) -> bool:
    """Whether it leads to a page of this site; files of style and pictures are no page."""
    parts = urlsplit(link)
    return not (parts.scheme or parts.netloc or parts.path.startswith(("/static/", "/foto/")))


def test_every_link_leads_to_its_place(client, settings):
    settings.DEBUG = True  # made-up dates are for development only
    for name in CONTENT:
        call_command(f"load_{name}", verbosity=0)
    seen, shown, wrong, read = set(), Counter(), [], {}
    found = {("/", "")}
    for _ in range(CLICKS + 1):
        ahead, found = sorted(found), set()
        for link, origin in ahead:
            address, _ = urldefrag(link)
            folder = urlsplit(address).path.rsplit("/", 2)[0]
            if same_kind(address) in seen or shown[folder] == MOST_OF_A_FOLDER:
                continue
            seen.add(same_kind(address))
            shown[folder] += 1
            response = client.get(address)
            if response.status_code != 200:
                wrong.append(f"{origin} leads to {address}: {response.status_code}")
            elif response["Content-Type"].startswith("text/html"):
                read[address] = page = Reader(response.content.decode())
                found |= {(urljoin(address, to), address) for to in page.links if is_ours(to)}
    wrong += [
        f"{address} leads to {to}#{place}, which is not there"
        for address, page in read.items()
        for to, place in (urldefrag(urljoin(address, link)) for link in page.links)
        if place and to in read and place not in read[to].names
    ]
    assert wrong == []
