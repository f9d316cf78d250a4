"""The doors: a page for each audience with what fits it, in the order of staff."""

import re

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from agenda.models import Audience, SessionStatus
from audiences.models import Block, Door, Wish
from tests.agenda.factories import session
from tests.factories import published
from tests.workshops.factories import workshop

pytestmark = pytest.mark.django_db
ADDRESSES = {
    Audience.CITIZENS: "/baz-inspireert/burgers/",
    Audience.ASSOCIATIONS: "/baz-inspireert/verenigingen/",
    Audience.WELFARE: "/baz-inspireert/welzijnsorganisaties/",
    Audience.LOCAL_GOVERNMENTS: "/baz-inspireert/lokale-besturen/",
}


@pytest.fixture
def doors():
    call_command("load_doors", verbosity=0)
    return {Audience(door.audience): door for door in Door.objects.all()}


def drawn(client, door) -> dict[str, list[str]]:
    """What the page of a door shows: by kind of block, in its order, the titles."""
    blocks = client.get(door.get_absolute_url()).context["blocks"]
    return {
        block.kind: [item if item == "coaching" else item.title for item in items]
        for block, items in blocks
    }


def test_the_addresses(doors):
    assert {audience: door.get_absolute_url() for audience, door in doors.items()} == ADDRESSES


@pytest.mark.parametrize("audience", Audience)
def test_with_nothing_there_every_door_still_leads_on(client, doors, audience):
    response = client.get(ADDRESSES[audience])

    door = doors[audience]
    main = response.content.decode().partition("<main")[2]
    assert response.status_code == 200
    assert main.count(f'class="btn btn-green" href="{door.step_url}">{door.step}') == 1
    assert drawn(client, door) == (
        {"coaching": ["coaching"]} if audience == Audience.LOCAL_GOVERNMENTS else {}
    )


def test_each_audience_sees_its_own(client, doors):
    workshop()
    workshop("open", title="Iedereen welkom", audiences=[Audience.ASSOCIATIONS])
    workshop("later", title="Nog niet", audiences=[Audience.ASSOCIATIONS], is_shown=False)
    session(title="Voor iedereen", audiences=list(Audience), days=9)
    session(title="Samen", audiences=[Audience.ASSOCIATIONS], days=5)
    session(title="Af", audiences=[Audience.ASSOCIATIONS], status=SessionStatus.DRAFT)
    session(title="Besloten", audiences=[Audience.ASSOCIATIONS], is_closed=True)
    session(title="Voorbij", audiences=[Audience.ASSOCIATIONS], days=-5)
    published(title="Soepkar")

    assert drawn(client, doors[Audience.ASSOCIATIONS]) == {
        "workshops": ["Iedereen welkom"],
        "dates": ["Samen", "Voor iedereen"],
        "practices": ["Soepkar"],
    }
    assert drawn(client, doors[Audience.LOCAL_GOVERNMENTS]) == {
        "workshops": ["Rol en positie van het lokaal bestuur"],
        "coaching": ["coaching"],
        "dates": ["Voor iedereen"],
        "practices": ["Soepkar"],
    }


def test_staff_set_the_order_and_what_is_left_out(client, doors):
    door = doors[Audience.LOCAL_GOVERNMENTS]
    workshop()
    published(title="Soepkar")
    door.blocks.filter(kind=Block.Kind.PRACTICES).update(position=0)
    door.blocks.filter(kind=Block.Kind.WORKSHOPS).update(position=9)
    door.blocks.filter(kind=Block.Kind.COACHING).update(is_shown=False)

    assert list(drawn(client, door)) == ["practices", "workshops"]


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_for_more(client, doors, django_assert_num_queries, number):
    for at in range(number):
        workshop(f"w{at}", audiences=[Audience.ASSOCIATIONS])
        session(audiences=[Audience.ASSOCIATIONS])
        published()
    client.get(ADDRESSES[Audience.ASSOCIATIONS])

    with django_assert_num_queries(9):
        client.get(ADDRESSES[Audience.ASSOCIATIONS])


def test_an_unknown_door_is_no_page(client, doors):
    assert client.get("/baz-inspireert/koningen/").status_code == 404


def test_who_does_not_know_the_way_is_helped(client, doors):
    context = client.get("/baz-inspireert/").context

    assert [door.get_absolute_url() for door in context["doors"]] == list(ADDRESSES.values())
    assert [(wish.text, wish.url) for wish in context["wishes"]][:3] == [
        ("zien wat anderen doen", "/inspireer-elkaar/"),
        ("weten wat er in mijn gemeente is", "/gemeenten/"),
        ("vertellen wat wij doen", "/inspireer-elkaar/aanmelden/"),
    ]


def test_every_wish_leads_to_a_page(client, doors):
    assert {wish.url: client.get(wish.url).status_code for wish in Wish.objects.all()} == {
        wish.url: 200 for wish in Wish.objects.all()
    }


def test_loading_again_leaves_what_staff_changed(doors):
    Door.objects.filter(audience=Audience.CITIZENS).update(title="Doe mee")
    Wish.objects.first().delete()
    before = list(Wish.objects.values()), list(Block.objects.values()), list(Door.objects.values())

    call_command("load_doors", verbosity=0)

    assert before == (
        *(list(Wish.objects.values()), list(Block.objects.values())),
        list(Door.objects.values()),
    )


@pytest.mark.parametrize(
    "wrong",
    [
        lambda door: Door.objects.filter(pk=door.pk).update(audience="koningen"),
        lambda door: Door.objects.filter(pk=door.pk).update(target="nergens"),
        lambda door: Wish.objects.create(text="vliegen", target="nergens"),
        lambda door: Block.objects.create(door=door, kind="tips", title="x", sentence="y"),
        lambda door: Block.objects.create(door=door, kind="wafels", title="x", sentence="y"),
    ],
)
def test_the_database_refuses(doors, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong(doors[Audience.ASSOCIATIONS])


@pytest.mark.parametrize(
    ("address", "marks"),
    [
        ("/baz-inspireert/", ["page"]),
        *((door, ["true"]) for door in ADDRESSES.values()),
        ("/baz-inspireert/workshops/rol-en-positie/", ["true"]),
        ("/baz-inspireert/roadshow/", ["true"]),
        ("/verhalen/", []),
    ],
)
def test_the_menu_says_where_one_is(client, doors, address, marks):
    workshop()
    header = client.get(address).content.decode().partition("<main")[0]

    # The menu stands there twice: folded up for a phone, and open.
    found = re.findall(r'<a href="/baz-inspireert/" aria-current="(\w+)">', header)
    assert found == [mark for mark in marks for _ in range(2)]
