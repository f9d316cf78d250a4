"""What staff do with stories in admin."""

import pytest
from django.test import Client
from post_office.models import Email

from stories.models import Agreement, Barrier, Portrait, State, Story, TestBed, Tip
from tests.admin.conftest import desk, manager_desk
from tests.pictures import encoded, picture, upload
from tests.stories.factories import agree, barrier, mine, story, tip

__all__ = ["desk", "manager_desk"]
LOGIN, YES, NO = 302, 200, 403
STORIES = "/admin/stories/"
# address: what a stranger, a moderator and a 'beheerder' get
TABLE = {
    "story/": (LOGIN, YES, YES),
    "story/add/": (LOGIN, YES, YES),
    "story/1/change/": (LOGIN, YES, YES),
    "story/1/delete/": (LOGIN, NO, NO),
    "story/1/voorbeeld/": (LOGIN, YES, YES),
    "story/1/foto/": (LOGIN, YES, YES),
    "story/1/toestemming/": (LOGIN, YES, YES),
    "story/1/stap/intrekken/": (LOGIN, YES, YES),
    "story/1/stap/onzin/": (LOGIN, 404, 404),
    "tip/": (LOGIN, YES, YES),
    "tip/add/": (LOGIN, YES, YES),
    "agreement/": (LOGIN, YES, YES),
    "agreement/add/": (LOGIN, NO, NO),
    "trailentry/": (LOGIN, YES, YES),
    "trailentry/add/": (LOGIN, NO, NO),
    "barrier/": (LOGIN, YES, YES),
    "barrier/add/": (LOGIN, NO, YES),
    "associationkind/add/": (LOGIN, NO, YES),
    "testbed/": (LOGIN, YES, YES),
    "testbed/add/": (LOGIN, NO, YES),
}
AGREED = {
    "teller_name": "Vera Echt",
    "helper_name": "Bea",
    "helper_role": "supporter",
    "email": "bea@example.org",
    "uses": ["website", "print"],
    "words": "Het mag.",
    "valid_from": "01-01-2026",
    "valid_until": "31-12-2999",
}


def at(told: Story, page: str) -> str:
    return f"{STORIES}story/{told.pk}/{page}/"


@pytest.mark.parametrize("what", TABLE)
def test_who_may_open_what(desk, manager_desk, what):
    told = story()
    address = STORIES + what.replace("/1/", f"/{told.pk}/")
    people = (Client(), desk, manager_desk)
    assert tuple(client.get(address).status_code for client in people) == TABLE[what]


def test_from_a_blank_page_to_the_site(desk, client):
    told = {"title": "Zingen", "summary": "Kort.", "teller": "Vera", "text": "Een.", "position": 0}
    desk.post(f"{STORIES}story/add/", told)
    made = Story.objects.get()
    desk.post(at(made, "foto"), {"photo": upload(), "alt": "Vera zingt"})
    shown = desk.post(at(made, "stap/tonen"), follow=True).content.decode()
    assert shown.count("Noteer eerst wat er afgesproken is.") == 1
    desk.post(at(made, "toestemming"), AGREED | {"covers_portrait": "on"})
    preview = desk.get(at(made, "voorbeeld")).content.decode()
    assert [preview.count(text) for text in ("<p>Een.</p>", "Vera vertelt")] == [1, 1]
    assert client.get(made.get_absolute_url()).status_code == 404
    desk.post(at(made, "stap/tonen"))
    page = client.get(made.get_absolute_url()).content.decode()
    assert (page.count("<p>Een.</p>"), page.count(str(made.portrait.pk))) == (1, 5)
    assert [mail.to for mail in Email.objects.all()] == [["bea@example.org"]]


def test_what_is_on_the_site_is_not_changed(desk):
    told = story(State.SHOWN, portrait=True)
    one = tip("Zing mee.", story=told)
    portrait = Portrait.objects.get()
    desk.post(at(told, "change"), {"title": "Anders", "text": "Anders", "position": 0})
    desk.post(f"{STORIES}tip/{one.pk}/change/", {"sentence": "Anders", "position": 0})
    desk.post(f"{STORIES}tip/{one.pk}/delete/", {"post": "yes"})
    desk.post(f"{STORIES}tip/add/", {"sentence": "Nieuw", "position": 0, "story": told.pk})
    desk.post(at(told, "foto"), {"photo": upload(), "alt": "Anders"})
    desk.post(at(told, "foto"), {"weg": "ja"})
    assert (Story.objects.get().title, Portrait.objects.get()) == ("Zingen zonder noten", portrait)
    assert [tip.sentence for tip in Tip.objects.all()] == ["Zing mee."]
    desk.post(at(told, "stap/afhalen"))
    desk.post(at(told, "change"), {"title": "Anders", "text": "Anders", "position": 0})
    assert Story.objects.get().title == "Anders"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"teller_name": ""}, "Schrijf de naam van de verteller."),
        ({"uses": []}, "Kies minstens één ding waarvoor het mag."),
        ({"uses": ["tv"]}, ""),
        ({"valid_until": "31-02-2027"}, "Schrijf de dag zo: 31-12-2027."),
        ({"valid_until": "01-01-2020"}, "Kies een dag na het begin."),
        ({"email": "vera"}, "Dit e-mailadres klopt niet. Bijvoorbeeld: an@voorbeeld.be."),
        ({"helper_role": ""}, "Vul naam en rol allebei in, of laat ze allebei leeg."),
        ({"words": "x" * 3001}, "Maak dit korter."),
    ],
)
def test_a_wrong_answer_is_kept_and_says_what_to_do(desk, wrong, message):
    told = story()
    page = desk.post(at(told, "toestemming"), AGREED | wrong).content.decode()
    assert page.count("Dit moet nog in orde komen") == 1
    assert message in page
    assert ("Bea" in page, Agreement.objects.count(), Email.objects.count()) == (True, 0, 0)


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"alt": "Vera"}, "Kies een foto."),
        ({"photo": upload(b"geen foto"), "alt": "Vera"}, "We kunnen dit bestand niet lezen"),
        ({"photo": upload(encoded(picture((50, 50)))), "alt": "Vera"}, "Deze foto is te klein"),
        ({"photo": upload()}, "Schrijf in één zin wat er te zien is."),
    ],
)
def test_a_wrong_picture_is_refused(desk, sent, message):
    told = story()
    page = desk.post(at(told, "foto"), sent).content.decode()
    assert (message in page, Portrait.objects.count()) == (True, 0)


def test_another_picture_is_another_question(desk):
    told = story(State.SHOWN, portrait=True)
    desk.post(at(told, "stap/afhalen"))
    desk.post(at(told, "foto"), {"photo": upload(), "alt": "Een ander"})
    assert (Portrait.objects.get().alt, told.agreement.covers_portrait) == ("Een ander", False)


def test_what_ends_first_stands_on_top(desk):
    for days in (400, 30, 90):
        story(State.SHOWN, days=days, title=f"Nog {days}")
    ended = story(title="Weg")
    agree(ended)
    desk.post(at(ended, "stap/intrekken"))
    rows = desk.get(f"{STORIES}agreement/").context["cl"].result_list
    assert [row.story.title for row in rows] == ["Nog 30", "Nog 90", "Nog 400"]
    rows = desk.get(f"{STORIES}agreement/?welke=vernieuwen").context["cl"].result_list
    assert [row.story.title for row in rows] == ["Nog 30"]
    start = desk.get("/admin/").content.decode()
    assert (start.count("Binnenkort afgelopen (1)"), start.count("Nog 30")) == (1, 1)


def test_the_link_of_the_teller_stands_with_the_story(desk):
    told = story()
    page = desk.get(at(told, "change")).content.decode()
    assert page.count(mine(told)[:60]) == 1


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("listed", "queries"), [("story/", 9), ("agreement/", 7), ("tip/", 9), ("trailentry/", 7)]
)
def test_one_row_costs_as_much_as_three(desk, listed, queries, number, django_assert_num_queries):
    for _ in range(number):
        tip(story=story(State.SHOWN))
    desk.get(STORIES + listed)
    with django_assert_num_queries(queries):
        desk.get(STORIES + listed)


def test_what_a_tip_uses_stays(manager_desk):
    used, unused = barrier("geld"), barrier("zien")
    tip(barriers=[used])
    for one in (used, unused):
        manager_desk.post(f"{STORIES}barrier/{one.pk}/delete/", {"post": "yes"})
    assert list(Barrier.objects.all()) == [used]


def test_a_tip_stays_with_its_story(desk):
    one = tip("Zing mee.", story=story())
    changed = {"sentence": "Zing.", "position": 0, "story": story().pk}
    desk.post(f"{STORIES}tip/{one.pk}/change/", changed)
    assert (Tip.objects.get().sentence, Tip.objects.get().story) == ("Zing.", one.story)


def test_a_test_bed_that_is_hidden_leaves_the_sitemap(manager_desk, settings):
    settings.PAGE_CACHE = True
    bed = TestBed.objects.create(title="P", slug="p", question="?", asked_by="x", is_shown=True)
    told = {"title": "P", "slug": "p", "question": "?", "asked_by": "x", "position": 0}
    told |= {"tried-TOTAL_FORMS": 0, "tried-INITIAL_FORMS": 0}
    reader = Client()
    assert reader.get("/sitemap-verhalen.xml").content.count(b"/proeftuinen/p/") == 1
    manager_desk.post(f"{STORIES}testbed/{bed.pk}/change/", told)
    assert reader.get("/sitemap-verhalen.xml").content.count(b"/proeftuinen/p/") == 0
