"""What tests fill in and look for on the agenda's pages."""

from __future__ import annotations

import html
import re

from django.http import HttpResponse
from django.urls import resolve, reverse

from agenda.links import make_token, read_token
from agenda.models import Registration, Session
from tests.submitting.browser import Visitor

BADGE = re.compile(r'<li class="badge[^"]*">(.*?)</li>')
CARD = re.compile(r'<article class="date">.*?<h3><a href="[^"]+">(.*?)</a></h3>', re.DOTALL)
SUMMARY = re.compile(r'aria-labelledby="error-summary">.*?<ul class="plain">(.*?)</ul>', re.DOTALL)
ANSWERS = {
    "way": "on_site",
    "seats": "1",
    "name": "Mia",
    "email": "mia@example.org",
    "consent": "on",
}


def titles(page: HttpResponse) -> list[str]:
    """What the cards on the page are called, in their order."""
    return [html.unescape(title) for title in CARD.findall(page.content.decode())]


def rooms(page: HttpResponse) -> list[str]:
    """What is said of the seats, in the order of the page; not the partners in the footer."""
    return BADGE.findall(page.content.decode().partition("<footer")[0])


def problems(page: HttpResponse) -> list[str]:
    """The lines of the error summary."""
    found = SUMMARY.search(page.content.decode())
    lines = re.findall(r"<li>(.*?)</li>", found[1], re.DOTALL) if found else []
    return [html.unescape(re.sub(r"<[^>]+>", "", line)) for line in lines]


def sign_up(
    session: Session, visitor: Visitor | None = None, url: str = "", **answers
) -> HttpResponse:
    """Open the page of a session, or another `url` of it, fill in the form there, and send it."""
    visitor = visitor or Visitor()
    url = url or session.get_absolute_url()
    note = re.search(r'name="page" value="([^"]+)"', visitor.get(url).content.decode())
    page = {"page": note[1]} if note else {}
    return visitor.post(url, {**ANSWERS, **page, **answers})


def own(registration: Registration, name: str = "registration") -> str:
    """The address of a page of the participant."""
    return reverse(f"agenda:{name}", args=[make_token(registration)])


def opens(response: HttpResponse) -> Registration:
    """Whose own page a redirect leads to; a token holds the time, so no two are alike."""
    match = resolve(response.url)
    assert match.view_name == "agenda:registration"
    return read_token(match.kwargs["token"])


def text(page: HttpResponse) -> str:
    """The words of the page itself, without tags."""
    main = page.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())
