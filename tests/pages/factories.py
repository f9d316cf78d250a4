"""Pages and partners to test with."""

from __future__ import annotations

from django.contrib.auth.models import Group, User

from pages.models import Page
from pages.writing import save_page
from tests import factories


def manager() -> User:
    """A member of staff who may write pages."""
    user = factories.moderator("beheer")
    user.groups.set([Group.objects.get(name="beheerder")])
    return user


def page(**values) -> Page:
    """A page that is shown; `values` may differ."""
    told = {
        "title": "Onze geschiedenis",
        "slug": "geschiedenis",
        "lead": "Hoe het begon.",
        "body": "<p>Vijf organisaties praatten met elkaar.</p>",
        "is_shown": True,
    }
    return save_page(page=Page(**(told | values)), revision=0, staff=None)
