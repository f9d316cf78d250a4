"""Where the pages are, and what they say."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape

from django.http import HttpResponse
from django.utils import timezone

from agenda.models import Session

SESSIONS = "/admin/agenda/session/"


def page(session: Session, name: str = "change") -> str:
    """Where a page about a session is."""
    return f"{SESSIONS}{session.pk}/{name}/"


def step(session: Session, name: str) -> str:
    """Where a step with a session is."""
    return f"{SESSIONS}{session.pk}/stap/{name}/"


def moment(name: str, at: datetime) -> dict[str, str]:
    """What the two inputs of a moment send."""
    local = timezone.localtime(at)
    return {f"{name}_day": f"{local:%Y-%m-%d}", f"{name}_hour": f"{local:%H:%M}"}


def items(response: HttpResponse, tag: str = "li") -> list[str]:
    """The texts of all elements of one kind, without markup."""
    found = re.findall(rf"<{tag}[ >].*?</{tag}>", response.content.decode(), re.S)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]


def said(response: HttpResponse) -> list[str]:
    """The messages at the top of a page, or what its notice says is wrong."""
    texts = response.content.decode()
    part = re.search(r'<ul class="messagelist">.*?</ul>|<div class="notice".*?</ul>', texts, re.S)
    if not part:
        return []
    found = re.findall(r"<li[^>]*>(.*?)</li>", part.group(), re.S)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]
