"""Addresses that a page may not take."""

from __future__ import annotations

from django.urls import Resolver404, resolve


def is_taken(slug: str) -> bool:
    """Whether the site itself has something at /over/`slug`/ or at /`slug`/: the first would
    never be seen, and beside the second nobody would know which is which."""
    return _view_at(f"/over/{slug}/") != "pages:page" or _view_at(f"/{slug}/") is not None


def _view_at(address: str) -> str | None:
    try:
        return resolve(address).view_name
    except Resolver404:
        return None
