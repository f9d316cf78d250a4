"""The address of a page is nobody else's."""

import pytest
from django.db import IntegrityError, transaction

from pages.models import Page
from tests.pages import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def write(client):
    """Sends the form of a new page with this address; returns what is said of it."""
    client.force_login(factories.manager())

    def send(slug: str) -> list[str]:
        told = {"title": "A", "slug": slug, "lead": "B", "body": "<p>C</p>", "position": 0}
        response = client.post("/admin/pages/page/add/", told)
        return [] if response.status_code == 302 else response.context["errors"][0]

    return send


@pytest.mark.parametrize("slug", ["partners", "agenda", "privacy", "admin", "Contact", "over"])
def test_an_address_of_the_site_itself(write, slug):
    assert write(slug) == [
        f"De site heeft zelf al een bladzijde op ‘{slug.lower()}’. Kies een ander adres."
    ]
    assert Page.objects.count() == 0


@pytest.mark.parametrize(
    ("slug", "kept"), [("ons-verhaal", "ons-verhaal"), ("Ons_Verhaal", "ons-verhaal")]
)
def test_a_free_one(write, slug, kept):
    assert write(slug) == []
    assert Page.objects.get().slug == kept


@pytest.mark.parametrize("slug", ["-", "a--b", "é", "a b", "a/b", "../x", ""])
def test_one_that_is_none(write, slug):
    assert len(write(slug)) == 1
    assert Page.objects.count() == 0


def test_one_that_a_page_has(write):
    factories.page(slug="ons-verhaal")
    assert len(write("ons-verhaal")) == 1
    assert Page.objects.count() == 1


@pytest.mark.parametrize("slug", ["A", "a_b", "a/b", "-a", ""])
def test_the_database_refuses_what_is_no_address(slug):
    page = factories.page()
    with pytest.raises(IntegrityError, match="page_slug_is_an_address"), transaction.atomic():
        Page.objects.filter(pk=page.pk).update(slug=slug)
