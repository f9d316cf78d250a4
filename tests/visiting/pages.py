"""The pages on which a visitor writes, and what one writes there."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from initiatives.models import Initiative
from tests.submitting.browser import typed

MESSAGE = {
    "name": "Jan Janssens",
    "email": "jan@example.org",
    "text": "Dag!\nHoe beginnen jullie eraan?",
}
REPORT = {"kind": "wrong", "text": "Het is op zaterdag.", "email": "jan@example.org"}
ANSWERS = {"contact": MESSAGE, "report": REPORT}


def address(name: str, initiative: Initiative) -> str:
    """Where the page `name` of an initiative is: contact, contact-sent, report, report-sent."""
    return reverse(f"initiatives:{name}", args=[initiative.slug])


def opened(visitor: Client, url: str) -> dict:
    """What the form on that page holds before anything is typed."""
    return typed(visitor.get(url))


def write(visitor: Client, name: str, initiative: Initiative, /, **changed) -> HttpResponse:
    """Open a page, fill in what there is to fill in, and press the button."""
    url = address(name, initiative)
    answers = opened(visitor, url) | ANSWERS[name] | changed
    network = answers.pop("network", "192.0.2.1")
    return visitor.post(url, answers, REMOTE_ADDR=network)
