"""Addresses of initiatives: readable, unique, and never lost when they change."""

from __future__ import annotations

from django.db import connection
from django.utils.text import slugify

from initiatives.models import FormerSlug, Initiative

LONGEST = 80
# Any number; the mail worker has another.
LOCK = 7_262_002
# Words that are addresses of the showcase itself; see initiatives/urls.py.
RESERVED = {"aanmelden", "crisis", "feed", "kaart", "mijn", "bevestigen", "link-vragen"}


def slug_for(initiative: Initiative, title: str) -> str:
    """The address that `initiative` gets under `title`: its own if that still fits, or else the
    first one that nobody has or had."""
    wanted = slugify(title)[:LONGEST].strip("-") or "initiatief"
    if initiative.slug and _stem(initiative.slug) == wanted:
        return initiative.slug
    slug, number = wanted, 1
    while slug in RESERVED or _taken(slug, initiative):
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def give_slug(initiative: Initiative, title: str) -> None:
    """Set the address that fits `title`; an address the initiative had before will redirect. Call
    it in a transaction: until that ends, others who look for a free address wait."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    slug = slug_for(initiative, title)
    if slug == initiative.slug:
        return
    if initiative.slug:
        FormerSlug.objects.create(slug=initiative.slug, initiative=initiative)
    initiative.former_slugs.filter(slug=slug).delete()
    initiative.slug = slug


def _stem(slug: str) -> str:
    head, _, tail = slug.rpartition("-")
    return head if tail.isdigit() else slug


def _taken(slug: str, initiative: Initiative) -> bool:
    others = Initiative.objects.exclude(pk=initiative.pk).filter(slug=slug)
    former = FormerSlug.objects.exclude(initiative=initiative).filter(slug=slug)
    return others.exists() or former.exists()
