"""/agenda/: everything that is coming, and what of it somebody asks for."""

import pytest

from agenda import scheduling
from agenda.models import Audience, SessionStatus, Way
from tests.agenda.factories import fill, register, session
from tests.agenda.visiting import rooms, text, titles
from tests.clock import later
from tests.factories import moderator, municipality

pytestmark = pytest.mark.django_db
URL = "/agenda/"


@pytest.fixture
def three():
    session(title="Nijlen", days=3)
    session(title="Online", seats=0, online=5, days=2, audiences=[Audience.CITIZENS])
    session(
        title="Allebei",
        online=5,
        days=4,
        municipality=municipality("Lokeren", province="Oost-Vlaanderen", postcodes=("9160",)),
        audiences=[Audience.CITIZENS, Audience.LOCAL_GOVERNMENTS],
    )


def test_the_soonest_first_and_only_what_everybody_may_see(client, three):
    session(title="Besloten", is_closed=True)
    session(title="Klad", status=SessionStatus.DRAFT)
    session(title="Voorbij", days=-3)
    assert titles(client.get(URL)) == ["Online", "Nijlen", "Allebei"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("voor=burgers", ["Online", "Allebei"]),
        ("voor=lokale-besturen", ["Allebei"]),
        ("voor=welzijnsorganisaties", []),
        ("provincie=antwerpen", ["Nijlen"]),
        ("provincie=oost-vlaanderen&hoe=online", ["Allebei"]),
        ("hoe=online", ["Online", "Allebei"]),
        ("hoe=ter-plaatse", ["Nijlen", "Allebei"]),
        ("voor=burgers&provincie=antwerpen", []),
        ("voor=&provincie=&hoe=", ["Online", "Nijlen", "Allebei"]),
        ("voor=niemand&provincie=%00&hoe=a&x=%ff&voor[]=1", ["Online", "Nijlen", "Allebei"]),
    ],
)
def test_filters(client, three, query, found):
    page = client.get(f"{URL}?{query}")
    assert (page.status_code, titles(page)) == (200, found)


def test_what_was_chosen_stays_chosen(client, three):
    page = client.get(f"{URL}?voor=burgers&hoe=online").content.decode()
    chosen = [line for line in page.splitlines() if " selected" in line]
    assert chosen == [
        '<option value="burgers" selected>Burgers</option>',
        '<option value="online" selected>Online</option>',
    ]


def test_room_in_words(client):
    many, one, full = (session(seats=n, days=d) for n, d in ((6, 1), (2, 2), (1, 3)))
    both = session(seats=1, online=3, days=4)
    session(days=40, opens_at=many.begins_at)
    off = session(days=41)
    register(one)
    fill(full)
    fill(both, way=Way.ON_SITE)
    scheduling.cancel_session(session=off, reason="Ziek", staff=moderator())
    said = rooms(client.get(URL))
    assert said[:5] == [
        "Nog 6 plaatsen",
        "Nog 1 plaats",
        "Volzet: wachtlijst",
        "Ter plaatse: volzet: wachtlijst",
        "Online: nog 3 plaatsen",
    ]
    assert said[5].startswith("Inschrijven kan vanaf ")
    assert said[6:] == ["Gaat niet door"]


def test_a_free_seat_is_not_for_who_comes_last(client):
    workshop = session(seats=2)
    register(workshop, seats=2)
    first = register(workshop, "An", seats=2)
    assert first.status == "waiting"
    assert rooms(client.get(URL)) == ["Volzet: wachtlijst"]


def test_nothing_is_coming(client):
    assert "Er is nu niets gepland" in text(client.get(URL))
    assert "Hier is nu niets gepland" in text(client.get(f"{URL}?hoe=online"))


def test_it_goes_from_the_list_when_it_is_over(client):
    session(title="Straks", days=1, hours=2)
    with later(days=1, hours=1):
        page = client.get(URL)
        assert (titles(page), rooms(page)) == (["Straks"], ["Nu bezig"])
    with later(days=1, hours=3):
        assert titles(client.get(URL)) == []


@pytest.mark.parametrize("url", [URL, f"{URL}?voor=verenigingen"])
def test_the_same_queries_for_one_and_for_three(client, url, django_assert_num_queries):
    session()
    for _ in range(2):
        with django_assert_num_queries(3):
            client.get(url)
        session(online=4)
        session(days=31)


def test_no_cookie(client, three):
    assert client.get(URL).cookies == {}
