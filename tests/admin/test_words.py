"""Admin speaks plain Dutch: the names on its start page, and 'je' to whoever chooses a password."""

import html
import re

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.views.defaults import permission_denied

from tests.factories import published

POLITE = re.compile(r"\b[Uu]w?\b")


def seen(response) -> str:
    """The text of a page without its tags."""
    body = response.content.decode().partition("<body")[2]
    return html.unescape(re.sub(r"<[^>]+>", " ", body))


def test_the_names_on_the_start_page(manager_desk):
    apps = manager_desk.get("/admin/").context["app_list"]

    assert {app["name"]: [model["name"] for model in app["models"]] for app in apps} == {
        "Agenda": ["Begeleiders", "Bezette momenten", "Sessies"],
        "Authenticatie en autorisatie": ["Gebruikers", "Groepen"],
        "BAZ inspireert": ["Deuren", "Wensen"],
        "BAZ on the road": [
            *("Draaiboeken", "Inspiratiemomenten en opvolgsessies"),
            *("Lessons learned", "Sjabloon van het draaiboek"),
        ],
        "Bladzijden en partners": ["Bladzijden", "Partners"],
        "Burgerinitiatieven": [
            *("Berichten", "Burgerinitiatieven", "Crisissen", "Meldingen"),
            *("Spoor van stappen", "Thema’s", "Voor wie"),
        ],
        "Mails": ["Mails"],
        "Plaatsen": ["Gemeentes"],
        "Verhalen, tips en proeftuinen": [
            *("Drempels", "Proeftuinen", "Soorten verenigingen", "Spoor van verhalen"),
            *("Tips", "Toestemmingen", "Verhalen"),
        ],
        "Workshops en coaching": [
            *("Aanvragen", "Coachingtrajecten", "Data van workshops"),
            *("Plannen van aanpak", "Workshops"),
        ],
    }


@pytest.mark.parametrize("what", ["add/", "{}/change/", "{}/password/"])
def test_accounts_say_je(manager_desk, what):
    colleague = User.objects.create_user("colleague", password="een goed wachtwoord")

    text = seen(manager_desk.get(f"/admin/auth/user/{what.format(colleague.pk)}"))

    assert (POLITE.findall(text), text.count("If disabled"), text.count("After you")) == ([], 0, 0)


def test_my_own_password_says_je(desk):
    text = seen(desk.get("/admin/password_change/"))

    assert (POLITE.findall(text), text.count("Je wachtwoord moet minstens 12 tekens")) == ([], 1)


def test_the_columns_of_the_mails_are_dutch(desk):
    published()

    page = desk.get("/admin/post_office/email/").content.decode()

    heads = re.findall(r'<div class="text">(?:<a[^>]*>)?(?:<span>)?(\w[^<]*)', page)
    assert heads == ["Gemaakt op", "Aan", "Onderwerp", "Toestand", "Nieuwe pogingen"]


def test_a_page_that_staff_may_not_open_says_whom_to_ask(desk):
    response = desk.get("/admin/auth/user/")

    text = seen(response)
    assert response.status_code == 403
    assert (text.count("Vraag het aan een beheerder"), text.count("in een mail")) == (1, 0)


def test_anybody_else_is_told_of_the_link(rf):
    request = rf.get("/")
    request.user = AnonymousUser()

    text = seen(permission_denied(request, None))

    assert (text.count("beheerder"), text.count("Kreeg je een link in een mail?")) == (0, 1)
