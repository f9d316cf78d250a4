"""What changed while a page stood open: said clearly, what was typed is there, nothing is sent."""

import pytest
from django.urls import reverse
from post_office.models import Email

from initiatives import contacting, moderation, reporting
from initiatives.contacting import WantsNoMessages
from initiatives.models import Contact, Message, Report
from initiatives.on_site import NotOnSite
from tests import factories
from tests.submitting.browser import Visitor, heading, typed
from tests.visiting.pages import ANSWERS, address, opened

pytestmark = pytest.mark.django_db
GONE = "Dit initiatief staat niet meer op de site"
WAYS_OFF = {
    "withdrawn": (lambda soup: moderation.withdraw(initiative=soup), 410),
    "archived": (
        lambda soup: moderation.archive(initiative=soup, staff=factories.moderator()),
        410,
    ),
    # Nothing tells any more that this address once was one.
    "erased": (lambda soup: moderation.erase(initiative=soup), 404),
}


def nothing_sent() -> bool:
    mails = Email.objects.filter(headers__Sensitivity="Private")
    return not (mails.exists() or Message.objects.exists() or Report.objects.exists())


@pytest.mark.parametrize("way", WAYS_OFF)
@pytest.mark.parametrize("name", ANSWERS)
def test_taken_off_the_site(visitor, soup, name, way):
    url = address(name, soup)
    answers = opened(visitor, url) | ANSWERS[name]
    secret = soup.contact.email
    take_off, status = WAYS_OFF[way]
    take_off(soup)
    page = visitor.post(url, answers)
    assert (page.status_code, heading(page)) == (status, GONE)
    html = page.content.decode()
    assert ANSWERS[name]["text"].splitlines()[0] in html
    assert (html.count("readonly"), html.count(secret), nothing_sent()) == (1, 0, True)


@pytest.mark.parametrize("name", ANSWERS)
def test_what_was_not_right_yet_is_there_too(visitor, soup, name):
    url = address(name, soup)
    answers = opened(visitor, url) | ANSWERS[name] | {"email": "jan@", "text": "a" * 9_000}
    moderation.withdraw(initiative=soup)
    page = visitor.post(url, answers)
    assert (page.status_code, page.content.decode().count("a" * 9_000)) == (410, 1)


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("way", WAYS_OFF)
def test_opened_after_it_was_taken_off(visitor, soup, name, way):
    url = address(name, soup)
    take_off, status = WAYS_OFF[way]
    take_off(soup)
    page = visitor.get(url)
    expected = {410: GONE, 404: "Deze bladzijde bestaat niet"}[status]
    assert (page.status_code, heading(page)) == (status, expected)
    assert page.content.decode().count("readonly") == 0


@pytest.mark.parametrize("name", ["contact", "report", "contact-sent", "report-sent"])
def test_what_never_was(db, visitor, name):
    assert visitor.get(reverse(f"initiatives:{name}", args=["nergens"])).status_code == 404


def test_wanting_no_more_messages(visitor, soup):
    url = address("contact", soup)
    answers = opened(visitor, url) | ANSWERS["contact"]
    Contact.objects.update(welcomes_contact=False)
    page = visitor.post(url, answers)
    assert (page.status_code, heading(page)) == (409, "Hier kan je geen bericht sturen")
    assert page.content.decode().count("Hoe beginnen jullie eraan?</textarea>") == 1
    assert nothing_sent()


def test_who_wants_no_messages_says_so_and_baz_is_offered(visitor, soup):
    Contact.objects.update(welcomes_contact=False)
    page = visitor.get(address("contact", soup))
    assert (page.status_code, heading(page)) == (200, "Hier kan je geen bericht sturen")
    assert typed(page) == {}
    assert page.content.decode().count('<a class="btn" href="/contact/">') == 1


def test_an_initiative_without_people(visitor, soup):
    Contact.objects.all().delete()
    assert heading(visitor.get(address("contact", soup))) == "Hier kan je geen bericht sturen"


@pytest.mark.parametrize("name", ANSWERS)
def test_the_door_looks_again(soup, name):
    """Taken off the site between the look of the page and the lock."""
    moderation.withdraw(initiative=soup)
    door = {"contact": contacting.pass_on, "report": reporting.receive}[name]
    with pytest.raises(NotOnSite):
        door(initiative=soup, key="k", network="192.0.2.1", **ANSWERS[name])
    assert nothing_sent()


def test_the_door_of_messages_looks_again_who_wants_them(soup):
    Contact.objects.update(welcomes_contact=False)
    with pytest.raises(WantsNoMessages):
        contacting.pass_on(initiative=soup, key="k", network="192.0.2.1", **ANSWERS["contact"])
    assert nothing_sent()


def test_nobody_gets_a_cookie(soup):
    for name in ("contact", "report", "contact-sent", "report-sent"):
        assert Visitor().get(address(name, soup)).status_code == 200
