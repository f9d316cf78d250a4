"""What everybody reads, and what nobody may."""

import pytest
from django.core.management import call_command

from initiatives.models import Initiative, Status
from stories.models import Agreement, State, Story, TestBed, Tip
from tests.factories import initiative, published
from tests.stories.factories import agree, barrier, mine, story, tip

pytestmark = pytest.mark.django_db
FOLLOWS = '<span class="badge">Dit verhaal volgt</span>'


@pytest.fixture
def report():
    published(title="De Coronafoon")
    call_command("load_stories", verbosity=0)


def test_the_report_names_five_tellers_and_none_of_their_stories(client, report):
    stories = Story.objects.order_by("position")
    assert [(one.title, one.state, one.text, one.teller) for one in stories] == [
        (title, "follows", "", "")
        for title in (
            "Iemand die het financieel niet breed heeft",
            "Iemand die slechtziend is",
            "Een vrouw met autisme",
            "Een man met het syndroom van Down",
            "Een meisje met een beperking",
        )
    ]
    page = client.get("/verhalen/").content.decode()
    assert page.count(FOLLOWS) == 5
    one = client.get(stories[0].get_absolute_url())
    assert (one.status_code, one.content.decode().count(FOLLOWS)) == (200, 1 + 4)


def test_loading_again_leaves_alone_what_staff_did(report):
    Tip.objects.first().delete()
    TestBed.objects.filter(slug="groenpark").update(title="Anders")
    call_command("load_stories", verbosity=0)
    assert (Story.objects.count(), Tip.objects.count()) == (5, 3)
    assert TestBed.objects.get(slug="groenpark").title == "Anders"


def test_a_test_bed_leads_to_the_practices_that_are_there(client, report):
    page = client.get("/verhalen/proeftuinen/groenpark/").content.decode()
    tried = ("De Coronafoon", "’t Half uurtje voor je buur(t)", "Gedachtenbundel")
    assert [page.count(f"<li>{one}</li>") for one in tried] == [1, 1, 1]
    link = f'<a href="{Initiative.objects.get().get_absolute_url()}">'
    assert (page.count(link), page.count('<article class="card">')) == (1, 1)
    vivel = client.get("/verhalen/proeftuinen/zorgraden/").content.decode()
    offer = 'href="/baz-inspireert/workshops/iedereen-welkom-voor-zorgraden/"'
    assert (vivel.count(offer), vivel.count('<article class="card">')) == (1, 0)


@pytest.mark.parametrize("status", [one for one in Status if one != Status.PUBLISHED])
def test_a_practice_that_is_not_on_the_site_stays_hidden(client, report, status):
    hidden = initiative(status, title="Zwijgzaam", story="Zwijgzaam")
    tried = TestBed.objects.get(slug="groenpark").tried
    tried.filter(title="Gedachtenbundel").update(practice=hidden)
    page = client.get("/verhalen/proeftuinen/groenpark/").content.decode()
    assert (page.count("Zwijgzaam"), page.count('<article class="card">')) == (0, 1)


def test_what_is_not_shown_yet_is_nowhere(client):
    TestBed.objects.create(title="Geheim", slug="geheim", question="Geheim?", asked_by="x")
    draft = story(title="Geheim")
    agree(draft, teller_name="Geheim")
    tip("Geheim", story=draft)
    Tip.objects.create(sentence="Geheim")
    addresses = ["/verhalen/", "/verhalen/tips/", "/verhalen/tips/kaarten/"]
    addresses += ["/verhalen/proeftuinen/", "/sitemap-verhalen.xml"]
    assert ["Geheim" in client.get(one).content.decode() for one in addresses] == [False] * 5
    hidden = [draft.get_absolute_url(), "/verhalen/proeftuinen/geheim/"]
    hidden += ["/verhalen/verhaal-999/", f"/verhalen/verhaal-{10**30}/"]
    assert [client.get(one).status_code for one in hidden] == [404] * 4


def test_what_follows_tells_only_its_facts(client):
    following = story(State.FOLLOWS, portrait=True)
    agree(following, covers_portrait=True)
    tip("Zing mee.", story=following)
    page = client.get(following.get_absolute_url()).content.decode()
    assert [page.count(text) > 0 for text in ("Een koor maakte plaats.", FOLLOWS)] == [True, True]
    secrets = ("Vera", "Noten", "Zing mee.", str(following.portrait.pk))
    assert [text in page for text in secrets] == [False] * 4
    assert client.get(f"/verhalen/foto/{following.portrait.pk}/foto.jpg").status_code == 404


@pytest.mark.parametrize("agreed", [True, False])
def test_a_picture_is_shown_where_that_was_agreed(client, agreed):
    shown = story(State.SHOWN, portrait=True)
    Agreement.objects.update(covers_portrait=agreed)
    picture = f"/verhalen/foto/{shown.portrait.pk}/"
    for page in ("/verhalen/", shown.get_absolute_url()):
        assert (picture in client.get(page).content.decode()) == agreed
    answers = [client.get(picture + name).status_code for name in ("foto.jpg", "400w.avif", "x")]
    assert answers == ([200, 200, 404] if agreed else [404, 404, 404])
    own = client.get(f"{mine(shown)}foto/{shown.portrait.pk}/foto.jpg")
    assert (own.status_code, own["Cache-Control"]) == (200, "private, no-store")


def test_who_agreed_stays_between_us(client):
    shown = story(State.SHOWN)
    agree(shown, teller_name="Vera Echt", helper_name="Bea Hulp", helper_role="supporter")
    for address in ("/verhalen/", shown.get_absolute_url(), "/verhalen/tips/"):
        page = client.get(address).content.decode()
        assert [name in page for name in ("Echt", "Bea", "vera@")] == [False] * 3


def test_markup_in_a_story_stays_text(client):
    shown = story(State.SHOWN, text="<script>x</script>\n\n<b>Twee</b>", teller="<i>V</i>")
    page = client.get(shown.get_absolute_url()).content.decode()
    assert [page.count(markup) for markup in ("<script>x", "<b>Twee", "<i>V")] == [0, 0, 0]
    assert page.count("<p>&lt;b&gt;Twee&lt;/b&gt;</p>") == 1


@pytest.mark.parametrize("number", [1, 3])
def test_one_story_costs_as_much_as_three(client, number, django_assert_num_queries):
    # A page of a story leads to the others.
    for _ in range(number + 1):
        tip(story=(shown := story(State.SHOWN, portrait=True)), barriers=[barrier()])
    with django_assert_num_queries(6):
        client.get("/verhalen/")
    with django_assert_num_queries(7):
        client.get(shown.get_absolute_url())
    with django_assert_num_queries(5):
        client.get("/verhalen/tips/?drempel=geld")
    with django_assert_num_queries(6):
        client.get("/verhalen/tips/kaarten/?drempel=geld")
