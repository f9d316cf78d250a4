"""Staff write a page: draft, preview, show, and two at once."""

import pytest
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction

from pages.models import Page, Telling
from pages.writing import ChangedMeanwhile, save_page
from tests import factories as staff
from tests.pages import factories
from tests.together import together

pytestmark = pytest.mark.django_db
ADD = "/admin/pages/page/add/"


@pytest.fixture
def desk(client):
    client.force_login(factories.manager())
    return client


def typed(page: Page | None = None, **values) -> dict:
    """What the form of `page`, or of a new one, sends."""
    told = {"title": "A", "slug": "a", "lead": "B", "body": "<p>C</p>", "position": 0}
    if page:
        told = {name: getattr(page, name) for name in told} | {"revision": page.revision}
        told |= {"is_shown": "on"} if page.is_shown else {}
    return told | values


def change(page: Page) -> str:
    return f"/admin/pages/page/{page.pk}/change/"


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_a_draft_that_is_shown_later(desk):
    desk.post(ADD, typed())
    page = Page.objects.get()
    assert (page.is_shown, page.revision, page.key) == (False, 1, "")
    desk.post(change(page), typed(page, is_shown="on", body="<h1>C</h1>"))
    page.refresh_from_db()
    assert (page.is_shown, page.revision, page.body) == (True, 2, "<h2>C</h2>")
    kept = Telling.objects.values_list("revision", "body", "is_shown", "saved_by__username")
    assert list(kept) == [
        (2, "<h2>C</h2>", True, "beheer"),
        (1, "<p>C</p>", False, "beheer"),
    ]


def test_what_is_missing(desk):
    errors = desk.post(ADD, typed(title="", lead="", body="<p> </p>")).context["errors"]
    assert sum(map(len, errors)) == 3
    assert ["Schrijf de tekst van de bladzijde."] in errors
    assert Page.objects.count() == 0


def test_a_link_that_could_not_stay_is_named(desk):
    body = '<p><a href="javascript:alert(1)">Klik</a></p>'
    response = desk.post(ADD, typed(body=body))
    assert Page.objects.get().body == "<p>Klik</p>"
    assert said(response)[0] == (
        "Dit kan geen link zijn en is weg: javascript:alert(1). Een link begint met https:// "
        "of mailto:, of met / als hij op deze site blijft."
    )


def test_too_long(desk):
    errors = desk.post(ADD, typed(body=f"<p>{'a' * 60_000}</p>")).context["errors"]
    assert errors[0] == ["Deze tekst is te lang. Maak er twee bladzijden van."]


def test_a_preview_saves_nothing(desk):
    page = factories.page()
    told = typed(page, title="Nieuw", body="<p onclick='x()'>Net getypt</p>")
    shown = desk.post("/admin/pages/page/voorbeeld/", told)
    html = shown.content.decode()
    assert (html.count("<h1>Nieuw</h1>"), html.count("<p>Net getypt</p>")) == (1, 1)
    assert html.count("Dit is een voorbeeld. Er is nog niets bewaard.") == 1
    assert Page.objects.get().title == page.title
    assert desk.get("/admin/pages/page/voorbeeld/").status_code == 405


def test_the_second_of_two_is_told(desk):
    page = factories.page()
    first, second = typed(page, title="Van An"), typed(page, title="Van Bo", lead="Bo was hier.")
    assert desk.post(change(page), first).status_code == 302
    response = desk.post(change(page), second)
    page.refresh_from_db()
    assert page.title == "Van An"
    assert response.context["errors"][0][0].startswith(
        "beheer bewaarde deze bladzijde terwijl jij schreef ("
    )
    assert response.content.decode().count("Bo was hier.") == 1
    # Pressing again does not help; nor does a form without a number, or with nonsense.
    for revision in (1, "", "x", 9):
        again = desk.post(change(page), second | {"revision": revision})
        assert again.status_code == 200
    page.refresh_from_db()
    assert page.title == "Van An"


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment():
    page = factories.page()

    def save(title: str):
        mine = Page.objects.get(pk=page.pk)
        mine.title = title
        return save_page(page=mine, revision=1, staff=None).title

    results = together(lambda: save("An"), lambda: save("Bo"))
    (winner,) = [one for one in results if isinstance(one, str)]
    assert [type(one) for one in results if one != winner] == [ChangedMeanwhile]
    page.refresh_from_db()
    assert (page.title, page.revision, page.tellings.count()) == (winner, 2, 2)


def test_an_earlier_telling_is_read_and_put_back(desk):
    page = factories.page(title="Eerst")
    desk.post(change(page), typed(page, title="Later"))
    earlier = f"/admin/pages/page/{page.pk}/vroeger/1/"
    assert desk.get(earlier).content.decode().count("<h1>Eerst</h1>") == 1
    history = desk.get(f"/admin/pages/page/{page.pk}/history/").content.decode()
    assert (history.count("Zet deze tekst terug"), history.count("Dit staat er nu.")) == (1, 1)
    for stale in ("1", "", "x"):
        desk.post(f"{earlier}terug/", {"revision": stale})
        assert Page.objects.get().title == "Later"
    desk.post(f"{earlier}terug/", {"revision": "2"})
    page.refresh_from_db()
    assert (page.title, page.is_shown, page.revision) == ("Eerst", True, 3)
    assert page.tellings.count() == 3


def test_a_page_that_the_site_leads_to_stays(desk):
    page = factories.page(key="contact", slug="contact")
    desk.post(change(page), {"title": "Bel ons", "lead": "B", "body": "", "revision": 1})
    desk.post(f"/admin/pages/page/{page.pk}/delete/", {"post": "yes"})
    page = Page.objects.get()
    assert (page.title, page.body, page.slug, page.is_shown) == ("Bel ons", "", "contact", True)
    with pytest.raises(IntegrityError, match="page_of_the_site_is_shown"), transaction.atomic():
        Page.objects.update(is_shown=False)


def test_a_page_of_staff_can_go(desk):
    page = factories.page()
    desk.post(f"/admin/pages/page/{page.pk}/delete/", {"post": "yes"})
    assert (Page.objects.count(), Telling.objects.count()) == (0, 0)


def test_a_moderator_reads_and_changes_nothing(client):
    page = factories.page(is_shown=False)
    client.force_login(staff.moderator())
    reading = [
        *(change(page), "/admin/pages/page/", f"/admin/pages/page/{page.pk}/history/"),
        *(f"/admin/pages/page/{page.pk}/vroeger/1/", "/admin/pages/partner/"),
    ]
    assert [client.get(address).status_code for address in reading] == [200] * 5
    writing = [
        *(ADD, change(page), "/admin/pages/page/voorbeeld/", "/admin/pages/partner/add/"),
        f"/admin/pages/page/{page.pk}/vroeger/1/terug/",
    ]
    assert [client.post(address, typed()).status_code for address in writing] == [403] * 5
    client.logout()
    assert [client.get(address).status_code for address in reading] == [302] * 5
