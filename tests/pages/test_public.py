"""What everybody reads of the pages that staff write, and what not."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from pages.models import Page, Partner
from pages.writing import save_page
from tests.initiatives.test_page_weight import LIMIT, first_view
from tests.pages import factories

pytestmark = pytest.mark.django_db


def test_a_draft_is_nowhere(client):
    page = factories.page(is_shown=False, title="Nog niet af")
    assert client.get(page.get_absolute_url()).status_code == 404
    for address in ("/over/", "/over/partners/", "/sitemap-bladzijden.xml"):
        said = client.get(address).content.decode()
        assert page.title not in said
        assert page.slug not in said
    page.is_shown = True
    save_page(page=page, revision=1, staff=None)
    shown = client.get(page.get_absolute_url())
    assert shown.content.decode().count(f"<h1>{page.title}</h1>") == 1
    assert dict(shown.cookies) == {}
    assert page.get_absolute_url() in client.get("/sitemap-bladzijden.xml").content.decode()


def test_in_the_order_of_staff(client):
    for position, slug in ((3, "c"), (1, "a"), (2, "b")):
        factories.page(slug=slug, position=position)
    assert [page.slug for page in client.get("/over/").context["others"]] == ["a", "b", "c"]
    assert [page.slug for page in client.get("/over/b/").context["others"]] == ["a", "c"]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(client, rows, django_assert_num_queries):
    for number in range(rows):
        factories.page(slug=f"a{number}")
        Partner.objects.create(name=f"P{number}", is_shown=True)
    for address, queries in (("/over/", 2), ("/over/a0/", 2), ("/over/partners/", 1)):
        with django_assert_num_queries(queries):
            client.get(address)


def test_a_partner_that_is_no_partner_yet(client):
    Partner.objects.create(name="Nieuwe vzw")
    assert "Nieuwe vzw" not in client.get("/over/partners/").content.decode()


@pytest.mark.parametrize("key", ["over", "contact", "privacy", "toegankelijkheid"])
def test_what_the_site_leads_to_is_there_before_it_is_loaded_and_after(client, key):
    address = reverse({"over": "pages:about", "toegankelijkheid": "accessibility"}.get(key, key))
    before = client.get(address).content
    call_command("load_pages", verbosity=0)
    page = Page.objects.get(key=key)
    assert (page.get_absolute_url(), client.get(f"/over/{page.slug}/").status_code) == (
        *(address, 404),
    )
    title = f"<h1>{page.title}</h1>".encode()
    assert before.count(title) == client.get(address).content.count(title) == 1
    page.title = "Anders gezegd"
    save_page(page=page, revision=1, staff=None)
    assert client.get(address).content.count(b"<h1>Anders gezegd</h1>") == 1


@pytest.mark.parametrize("address", ["/over/", "/over/partners/", "/over/vragen/", "/contact/"])
def test_light(client, address):
    call_command("load_pages", verbosity=0)
    assert first_view(client.get(address).content.decode()) <= LIMIT


@pytest.mark.parametrize("address", ["/over/%00/", "/over/partners/x.webp", "/over/A%20b/"])
def test_an_odd_address(client, address):
    assert client.get(address).status_code in {400, 404}
