"""The page on which one asks: what is kept, what is refused, and where it leads."""

import re

import pytest
from django.urls import reverse

from tests.factories import municipality
from tests.workshops import factories
from tests.workshops.mails import to_people
from workshops.forms.request import COACHING
from workshops.models import Request

pytestmark = pytest.mark.django_db
ADDRESS = "/baz-inspireert/aanvragen/"


@pytest.fixture(autouse=True)
def offer():
    municipality()
    factories.workshop()


def answers(**changes) -> dict:
    typed = {
        "what": "rol-en-positie",
        "question": "Wat is onze rol?",
        "audience": "local_governments",
        "municipality": "2560",
        "organisation": "Dienst Welzijn",
        "role": "diensthoofd",
        "group_size": "12",
        "way": "on_site",
        "day_1": factories.day(20).isoformat(),
        "part_1": "morning",
        "day_2": f"{factories.day(21):%d/%m/%Y}",
        "part_2": "evening",
        "name": "Mia Peeters",
        "email": "mia@example.org",
        "consent": "on",
    }
    return typed | changes


def test_it_is_asked(client):
    response = client.post(ADDRESS, answers())
    asked = Request.objects.get()
    assert response.status_code == 302
    page = client.get(response.url)
    assert page.status_code == 200
    assert page.context["asked"] == asked
    assert dict(client.cookies) == {}
    assert (asked.municipality.name, asked.workshop.slug, asked.status) == (
        "Nijlen",
        "rol-en-positie",
        "waiting",
    )
    assert [str(one) for one in asked.preferred.all()] == [
        f"{factories.day(20):%d-%m-%Y}, voormiddag",
        f"{factories.day(21):%d-%m-%Y}, avond",
    ]
    mail = to_people().get()
    assert mail.subject == "We kregen je aanvraag: Rol en positie van het lokaal bestuur"


def test_two_clicks_ask_once(client):
    first, second = (client.post(ADDRESS, answers()) for _ in range(2))
    assert client.get(second.url).context["asked"] == client.get(first.url).context["asked"]
    assert (Request.objects.count(), to_people().count()) == (1, 1)
    client.post(ADDRESS, answers(name="Jan"))
    assert Request.objects.count() == 2


def test_errors_are_named_in_the_order_of_the_page(client):
    form = client.post(ADDRESS, {}).context["form"]
    assert [field.name for field in form if field.errors] == [
        *("what", "question", "audience", "municipality", "organisation", "role"),
        *("group_size", "way", "day_1", "part_1", "day_2", "part_2", "name", "email", "consent"),
    ]


def test_coaching_is_asked(client):
    client.post(ADDRESS, answers(what=COACHING))
    asked = Request.objects.get()
    assert (asked.kind, asked.workshop) == ("coaching", None)


@pytest.mark.parametrize("slug", ["rol-en-positie", "coaching"])
def test_the_link_of_a_workshop_chooses_it(client, slug):
    form = client.get(f"{ADDRESS}?workshop={slug}").context["form"]
    assert form["what"].value() == slug


def links_to_municipality(page) -> list[str]:
    return re.findall(r'href="(/gemeenten/.+?)">Lees wat er al leeft in', page.content.decode())


def test_the_link_of_a_municipality_fills_it_in(client):
    page = client.get(f"{ADDRESS}?gemeente=nijlen")
    assert page.context["form"]["municipality"].value().text == "Nijlen"
    assert links_to_municipality(page) == ["/gemeenten/nijlen/"]


@pytest.mark.parametrize("slug", ["", "atlantis", "%00", "x" * 500])
def test_a_municipality_that_is_none(client, slug):
    page = client.get(f"{ADDRESS}?gemeente={slug}")
    assert page.context["form"]["municipality"].value().text == ""
    assert links_to_municipality(page) == []


def test_what_lives_there_is_shown_once_it_is_known(client):
    known = client.post(ADDRESS, answers(consent=""))
    assert links_to_municipality(known) == ["/gemeenten/nijlen/"]
    assert links_to_municipality(client.post(ADDRESS, answers(municipality="1000"))) == []


YESTERDAY = factories.day(-1).isoformat


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"what": "onzin"}, {"what"}),
        ({"what": ""}, {"what"}),
        ({"group_size": "0"}, {"group_size"}),
        ({"group_size": "-1"}, {"group_size"}),
        ({"group_size": "1000000"}, {"group_size"}),
        ({"group_size": "veel"}, {"group_size"}),
        ({"municipality": "1000"}, {"municipality"}),
        ({"day_1": YESTERDAY()}, {"day_1"}),
        ({"day_1": factories.day(0).isoformat()}, {"day_1"}),
        ({"day_1": "9999-01-01"}, {"day_1"}),
        ({"day_1": "32/13/2026"}, {"day_1"}),
        ({"day_2": factories.day(20).isoformat(), "part_2": "morning"}, {"day_2"}),
        ({"day_2": "", "part_2": ""}, {"day_2", "part_2"}),
        ({"day_3": factories.day(22).isoformat()}, {"part_3"}),
        ({"part_3": "morning"}, {"day_3"}),
        ({"part_1": "night"}, {"part_1"}),
        ({"email": "mia@"}, {"email"}),
        ({"consent": ""}, {"consent"}),
        ({"question": "x" * 2001}, {"question"}),
        ({"name": "", "role": "\x00"}, {"name", "role"}),
        ({"onderwerp": "koop nu"}, {"__all__"}),
    ],
)
def test_what_is_wrong_is_said_and_all_is_kept(client, changes, wrong):
    typed = answers(**changes)
    response = client.post(ADDRESS, typed)
    form = response.context["form"]
    assert response.status_code == 200
    assert set(form.errors) == wrong
    shown = response.content.decode()
    kept = ["Dienst Welzijn", "2560", "Wat is onze rol?", factories.day(21).strftime("%d/%m/%Y")]
    assert [text for text in kept if text in shown or text not in typed.values()] == kept
    assert (Request.objects.count(), to_people().count()) == (0, 0)


def test_a_workshop_that_is_not_offered(client):
    factories.workshop("stil", is_shown=False)
    factories.workshop("nooit", can_be_requested=False)
    choices = [slug for slug, _ in client.get(ADDRESS).context["form"]["what"].field.choices]
    assert choices == ["rol-en-positie", COACHING]


def test_not_for_ever(client):
    for number in range(5):
        client.post(ADDRESS, answers(question=f"Vraag {number}"))
    response = client.post(ADDRESS, answers())
    assert response.context["form"].non_field_errors() == [
        "Dit gebeurde het voorbije uur al heel vaak. Probeer het over een uur."
    ]
    assert Request.objects.count() == 5


def test_buttons_lead_here(client):
    page = client.get(factories.workshop().get_absolute_url()).content.decode()
    assert page.count(f'href="{ADDRESS}?workshop=rol-en-positie"') == 1
    coaching = client.get(reverse("workshops:coaching")).content.decode()
    assert coaching.count(f'href="{ADDRESS}?workshop=coaching"') == 1
