"""Addresses: readable, never two the same, never lost."""

import pytest

from initiatives import moderation
from initiatives.models import FormerSlug, Initiative
from initiatives.slugs import LONGEST, RESERVED
from initiatives.urls import urlpatterns
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/inspireer-elkaar/"


def retitle(initiative: Initiative, title: str) -> Initiative:
    """Change the title as its people do: by an edit that is approved."""
    version = moderation.start_edit(initiative=initiative).latest_version
    version.title = title
    version.save()
    return factories.publish(moderation.send(initiative=initiative))


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Soep op de stoep", "soep-op-de-stoep"),
        ("’t Half uurtje voor je buur(t)", "t-half-uurtje-voor-je-buurt"),
        ("Één café vóór iedereen!", "een-cafe-voor-iedereen"),
        ("حساء في الشارع", "initiatief"),
        ("🍲🍲🍲", "initiatief"),
        ("Mijn", "mijn-2"),
        ("Link vragen", "link-vragen-2"),
        ("../../admin", "admin"),
    ],
)
def test_made_of_the_title(client, title, slug):
    shown = factories.published(title=title)
    assert shown.slug == slug
    assert client.get(f"{LIST}{slug}/").context["initiative"] == shown


def test_none_before_it_is_published():
    assert factories.initiative("submitted").slug is None


def test_never_too_long(client):
    shown = factories.published(title="a" * 39 + " " + "b" * 40)
    assert len(shown.slug) == LONGEST
    again = factories.published(title="a" * 39 + " " + "b" * 40)
    assert again.slug == f"{shown.slug}-2"


def test_the_same_title_twice():
    slugs = [factories.published().slug for _ in range(3)]
    assert slugs == ["soep-op-de-stoep", "soep-op-de-stoep-2", "soep-op-de-stoep-3"]


def test_every_word_of_the_showcase_itself_is_reserved():
    words = {str(pattern.pattern).partition("/")[0] for pattern in urlpatterns}
    assert words - {"", "<slug:slug>"} == RESERVED


def test_another_title_redirects(client):
    shown = retitle(factories.published(), "Soep voor iedereen")
    response = client.get(f"{LIST}soep-op-de-stoep/")
    assert (response.status_code, response.url) == (301, f"{LIST}soep-voor-iedereen/")
    assert shown.slug == "soep-voor-iedereen"


def test_there_and_back_again(client):
    shown = retitle(retitle(factories.published(), "Soep voor iedereen"), "Soep op de stoep")
    assert shown.slug == "soep-op-de-stoep"
    assert client.get(f"{LIST}soep-op-de-stoep/").status_code == 200
    assert client.get(f"{LIST}soep-voor-iedereen/").url == f"{LIST}soep-op-de-stoep/"
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["soep-voor-iedereen"]


def test_an_address_somebody_had_is_not_given_away(client):
    first = retitle(factories.published(), "Soep voor iedereen")
    second = factories.published()
    assert second.slug == "soep-op-de-stoep-2"
    assert client.get(f"{LIST}soep-op-de-stoep/").url == first.get_absolute_url()


def test_the_same_title_keeps_its_number():
    factories.published()
    second = factories.published()
    assert retitle(second, "Soep op de stoep").slug == "soep-op-de-stoep-2"
    assert FormerSlug.objects.count() == 0


def test_a_former_address_of_what_is_withdrawn_leads_nowhere(client):
    shown = retitle(factories.published(), "Soep voor iedereen")
    moderation.withdraw(initiative=shown)
    for slug in ("soep-op-de-stoep", "soep-voor-iedereen"):
        assert client.get(f"{LIST}{slug}/").status_code == 404
