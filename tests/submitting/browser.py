"""A browser as far as the form needs one: it sends what is on the page, and keeps no cookie."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client
from django.urls import resolve, reverse

from initiatives.links import Purpose, make_token
from initiatives.models import Initiative

ERROR = re.compile(r'<p class="error"[^>]*>.*?<span>(.*?)</span>', re.DOTALL)
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


class Visitor(Client):
    """Never has a cookie and never gets one; CSRF is checked as on the real site."""

    def __init__(self, **defaults) -> None:
        super().__init__(enforce_csrf_checks=True, **defaults)

    def request(self, **request) -> HttpResponse:
        response = super().request(**request)
        assert not response.cookies
        assert not self.cookies
        return response


class Fields(HTMLParser):
    """What pressing a button would send: every field of the page by name."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.textarea = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "textarea":
            self.textarea = attrs["name"]
            self.values.setdefault(self.textarea, []).append("")
        if tag != "input" or attrs.get("type") == "file":
            return
        value = attrs.get("value") or ""
        if attrs.get("type") in {"radio", "checkbox"}:
            if "checked" not in attrs:
                return
            value = attrs.get("value", "on")
        self.values.setdefault(attrs["name"], []).append(value)

    def handle_endtag(self, tag):
        if tag == "textarea":
            # A browser ignores the line break right after the tag.
            self.values[self.textarea][-1] = self.values[self.textarea][-1].removeprefix("\n")
            self.textarea = None

    def handle_data(self, data):
        if self.textarea:
            self.values[self.textarea][-1] += data


def typed(page: HttpResponse) -> dict[str, list[str]]:
    """What stands in the fields of `page`, empty fields left out."""
    fields = Fields()
    fields.feed(page.content.decode())
    return {name: values for name, values in fields.values.items() if any(values)}


def as_typed(answers: dict) -> dict[str, list[str]]:
    """What `typed` gives where `answers` stand in the fields."""
    lists = {name: value if isinstance(value, list) else [value] for name, value in answers.items()}
    return {name: values for name, values in lists.items() if any(values)}


def errors(page: HttpResponse) -> list[str]:
    """The messages beside the fields of `page`."""
    return [html.unescape(text) for text in ERROR.findall(page.content.decode())]


def heading(page: HttpResponse) -> str:
    """The h1 of `page`."""
    return html.unescape(HEADING.search(page.content.decode())[1])


def address(
    name: str, initiative: Initiative, purpose: Purpose = Purpose.MANAGE, /, **parts
) -> str:
    """The address of the page `name` for whoever holds the link to `initiative`."""
    token = make_token(initiative, purpose)
    return reverse(f"initiatives:{name}", kwargs={"token": token, **parts})


def page_name(response: HttpResponse) -> str:
    """Where a redirect leads: the name of the page, and of the step if it is one."""
    match = resolve(response.url.partition("?")[0])
    return match.kwargs.get("step", match.url_name)
