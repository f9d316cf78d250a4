"""The teller's own page."""

from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import Email

from stories import publishing
from stories.models import Agreement, State, Story
from tests.factories import moderator
from tests.stories.factories import agree, mine, story, tip

pytestmark = pytest.mark.django_db
SHOWN = "Je verhaal staat op de site"
NOT_SHOWN = "Je verhaal staat nu niet op de site"


def test_they_see_what_everybody_reads_and_what_was_agreed(client):
    shown = story(State.SHOWN)
    tip("Zing mee.", story=shown)
    response = client.get(mine(shown))
    html = response.content.decode()
    for text in (SHOWN, "Noten lezen kan ik niet.", "Zing mee.", "Op de website, in workshops"):
        assert html.count(text) == 1
    assert html.count("mag blijven") == 1  # in the words of the agreement, and no button
    assert (response["Referrer-Policy"], response["X-Robots-Tag"]) == ("no-referrer", "noindex")
    assert dict(response.cookies) == {}


@pytest.mark.parametrize("state", [State.DRAFT, State.LAPSED])
def test_what_is_not_shown_says_so(client, state):
    assert client.get(mine(story(state))).content.decode().count(NOT_SHOWN) == 1


def test_the_mail_leads_to_it(client, settings):
    shown = story(State.SHOWN)
    mail = Email.objects.get()
    assert (mail.to, mail.message.count(settings.SITE_URL + mine(shown)[:60])) == (
        ["vera@example.org"],
        1,
    )
    assert [word in mail.message for word in ("Vera", "Zingen", "Noten", "{{")] == [False] * 4
    assert mail.message.count(f"{settings.SITE_URL}/contact/") == 1


def test_a_story_may_stay_for_two_more_years(client):
    shown = story(State.SHOWN, days=40)
    old = shown.agreement
    response = client.post(f"{mine(shown)}vernieuwen/")
    assert response.status_code == 302
    new = shown.agreement
    assert new.valid_until == timezone.localdate() + timedelta(days=730)
    assert (new.teller_name, new.uses, new.words) == (old.teller_name, old.uses, old.words)
    assert Agreement.objects.get(pk=old.pk).teller_name == ""
    assert (shown.trail.last().step, shown.trail.last().actor) == ("renew", "teller")
    # A second click finds that there is nothing to do.
    again = client.post(f"{mine(shown)}vernieuwen/").content.decode()
    assert again.count("Je toestemming loopt nog lang genoeg.") == 1
    assert Agreement.objects.count() == 2


def test_looking_changes_nothing(client):
    shown = story(State.SHOWN, days=40)
    for page in ("vernieuwen/", "weghalen/", ""):
        client.get(mine(shown) + page)
    assert (Agreement.objects.count(), Story.objects.get().state) == (1, State.SHOWN)


def test_after_it_lapsed_it_comes_back_when_staff_show_it(client):
    lapsed = story(State.LAPSED)
    client.post(f"{mine(lapsed)}vernieuwen/")
    assert client.get(lapsed.get_absolute_url()).status_code == 410
    publishing.show(story=lapsed, staff=moderator())
    assert client.get(lapsed.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("token", ["onzin", "a.b.c", "x" * 3000])
def test_a_link_that_is_not_ours(client, token):
    for page in ("", "vernieuwen/", "weghalen/"):
        response = client.post(f"/verhalen/mijn/{token}/{page}")
        assert (response.status_code, response.content.decode().count("Deze link werkt niet")) == (
            404,
            2,
        )


def test_a_lost_link_comes_by_mail_and_says_nothing_to_others(client):
    shown = story(State.SHOWN)
    agree(story(), email="vera@example.org")
    Email.objects.all().delete()
    pages = [
        client.post("/verhalen/link-vragen/", {"email": email}).content.decode()
        for email in ("VERA@example.org", "an@example.org")
    ]
    assert pages[0] == pages[1]
    assert [mail.to for mail in Email.objects.all()] == [["vera@example.org"]] * 2
    publishing.withdraw(story=shown)
    client.post("/verhalen/link-vragen/", {"email": "vera@example.org"})
    assert Email.objects.count() == 2  # one was withdrawn with its mail, and one came
