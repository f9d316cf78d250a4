"""What the site says of itself: as staff wrote it, and where they did not, as it was delivered."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from pages.models import Page

DATA = Path(__file__).resolve().parent / "data"


def page_with_key(key: str) -> Page:
    """The page that the site itself leads to under `key`; see ALWAYS_SHOWN."""
    return Page.objects.filter(key=key).first() or delivered_page(key)


def delivered_page(key: str) -> Page:
    """The page `key` as it comes with the site, not saved. Raises KeyError."""
    told = delivered()[key]
    body = (DATA / f"{key}.html").read_text(encoding="utf-8")
    return Page(key=key, slug=key, is_shown=True, body=body, **told)


@cache
def delivered() -> dict[str, dict]:
    """What pages come with the site, by key: the title, the lead and the place of each."""
    pages = json.loads((DATA / "pages.json").read_text(encoding="utf-8"))
    return {
        page["key"]: {"title": page["title"], "lead": page["lead"], "position": position}
        for position, page in enumerate(pages)
    }
