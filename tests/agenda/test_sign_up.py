"""Registering on the page of a session."""

import pytest
from django.utils import timezone
from post_office.models import Email

from agenda import registration, scheduling
from agenda.links import make_closed_token, make_token
from agenda.models import Registration, SessionStatus
from agenda.views import booking
from tests.agenda.factories import fill, register, session
from tests.agenda.reading import mails, stands
from tests.agenda.visiting import ANSWERS, opens, problems, sign_up, text
from tests.clock import later
from tests.factories import moderator, municipality
from tests.submitting.browser import Visitor, errors, heading, typed
from tests.together import together
from visitors import limits
from visitors.forms import page_note

pytestmark = pytest.mark.django_db


def test_it_leads_to_ones_own_page():
    workshop = session()
    response = sign_up(workshop, seats="3")
    mia = Registration.objects.get()
    assert (response.status_code, opens(response)) == (302, mia)
    assert (mia.status, mia.way, mia.seats, mia.name) == ("confirmed", "on_site", 3, "Mia")
    assert "Je bent ingeschreven" in text(Visitor().get(response.url))


def test_everything_that_one_may_tell_is_kept():
    municipality("Lokeren", province="Oost-Vlaanderen", postcodes=("9160",))
    told = {
        "organisation": "De Kring",
        "phone": "0499 11 22 33",
        "access_needs": "Een plek voor een rolstoel",
        "dietary_needs": "Geen noten",
        "note": "Tot dan!",
    }
    sign_up(session(), municipality="9160", wants_follow_up="on", **told)
    mia = Registration.objects.get()
    assert {name: getattr(mia, name) for name in told} == told
    assert (mia.municipality.name, mia.wants_follow_up) == ("Lokeren", True)


def test_full_is_said_before_the_button():
    workshop = session(seats=1)
    page = Visitor().get(workshop.get_absolute_url())
    assert ("Alles is volzet" in text(page), "Zet mij op de wachtlijst" in text(page)) == (
        False,
        False,
    )
    fill(workshop)
    page = Visitor().get(workshop.get_absolute_url())
    assert "Je komt op de wachtlijst. Komt er plaats vrij?" in text(page)
    assert text(page).index("Alles is volzet") < text(page).index("Zet mij op de wachtlijst")
    response = sign_up(workshop)
    assert "Je staat op de wachtlijst, op plek 1" in text(Visitor().get(response.url))


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ("", "Schrijf met hoeveel mensen je komt."),
        ("twee", "Schrijf een getal. Bijvoorbeeld: 2."),
        ("1.5", "Schrijf een getal. Bijvoorbeeld: 2."),
        ("0", "Kies minstens 1 plaats."),
        ("-1", "Kies minstens 1 plaats."),
        ("1000000", "Je kan hoogstens 6 plaatsen nemen. Kies een kleiner aantal."),
        ("9" * 30, "Je kan hoogstens 6 plaatsen nemen. Kies een kleiner aantal."),
        ("9" * 9000, "Schrijf een getal. Bijvoorbeeld: 2."),
    ],
)
def test_a_wrong_number(seats, said):
    page = sign_up(session(), seats=seats, note="Tot dan!")
    assert (page.status_code, errors(page)) == (200, [said])
    kept = typed(page)
    assert (kept.get("seats", [""]), kept["note"], kept["name"]) == ([seats], ["Tot dan!"], ["Mia"])
    assert Registration.objects.count() == 0


def test_nothing_filled_in():
    page = sign_up(session(), name="", email="", seats="", consent="")
    assert problems(page) == [
        "Schrijf met hoeveel mensen je komt.",
        "Schrijf je naam.",
        "Schrijf je e-mailadres.",
        "Kruis dit aan. Anders kunnen we je niet inschrijven.",
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"days": -1}, "Dit kan niet meer: de sessie is al begonnen of voorbij."),
        ({"opens": 1}, "Inschrijven kan vanaf "),
        ({"closes": -1}, "Inschrijven kan niet meer. Dat kon tot "),
    ],
)
def test_when_it_can_t_be_done(fields, said):
    workshop = session(days=fields.pop("days", 30))
    for name, days in fields.items():
        with later(days=days):
            setattr(workshop, f"{name}_at", timezone.now())
    workshop.save()
    assert said in text(Visitor().get(workshop.get_absolute_url()))
    page = sign_up(workshop, note="Tot dan!")
    assert [line.startswith(said) for line in problems(page)] == [True]
    assert (typed(page)["note"], Registration.objects.count()) == (["Tot dan!"], 0)


def test_what_was_called_off_says_why():
    workshop = session()
    scheduling.cancel_session(session=workshop, reason="Els is ziek.", staff=moderator())
    assert "Els is ziek." in text(Visitor().get(workshop.get_absolute_url()))
    assert problems(sign_up(workshop)) == ["Deze sessie gaat niet door."]


@pytest.mark.parametrize("fields", [{"status": SessionStatus.DRAFT}, {"is_closed": True}])
def test_what_is_not_public_is_not_there(fields):
    hidden = session(**fields)
    visitor = Visitor()
    assert visitor.get(hidden.get_absolute_url()).status_code == 404
    assert visitor.post(hidden.get_absolute_url(), ANSWERS).status_code == 404


def test_a_closed_session_by_its_link():
    group = session(is_closed=True)
    url = f"/agenda/besloten/{make_closed_token(group)}/"
    page = Visitor().get(url)
    assert (page.status_code, page["X-Robots-Tag"]) == (200, "noindex")
    assert "ld+json" not in page.content.decode()
    response = Visitor().post(url, ANSWERS)
    assert opens(response) == Registration.objects.get()


def test_it_went_online_while_the_page_was_open():
    workshop = session()
    scheduling.switch_to_online(
        session=workshop, online_link="https://samen.example/x", staff=moderator()
    )
    page = sign_up(workshop, way="on_site")
    assert problems(page) == ["Zo kan je niet deelnemen aan deze sessie. Kies een andere manier."]
    again = {name: values[0] for name, values in typed(page).items()}
    assert (again["way"], again["name"]) == ("online", "Mia")
    Visitor().post(workshop.get_absolute_url(), again)
    assert Registration.objects.get().way == "online"


def test_a_program_is_asked_again():
    page = sign_up(session(), onderwerp="koop nu")
    assert problems(page) == ["Er stond iets in een vak dat leeg moet blijven. Klik nog eens."]
    assert Registration.objects.count() == 0


@pytest.mark.parametrize(
    ("where", "limit"), [(limits, "MAILS_PER_ADDRESS"), (booking, "REGISTRATIONS_PER_NETWORK")]
)
def test_not_too_often(monkeypatch, where, limit):
    monkeypatch.setattr(where, limit, 1)
    first = sign_up(session())
    # What was refused does not count.
    wrong = sign_up(session(), seats="0")
    second = sign_up(session())
    assert [page.status_code for page in (first, wrong, second)] == [302, 429, 429]
    assert problems(second) == [
        "Dit gebeurde het voorbije uur al heel vaak. Probeer het over een uur."
    ]
    assert (typed(second)["name"], Registration.objects.count()) == (["Mia"], 1)


def test_a_refusal_does_not_count(monkeypatch):
    monkeypatch.setattr(limits, "MAILS_PER_ADDRESS", 1)
    workshop = session()
    assert [sign_up(workshop, seats="0").status_code for _ in range(3)] == [200, 200, 200]
    assert sign_up(workshop).status_code == 302


def test_the_same_form_twice_is_one_registration():
    workshop = session()
    note = page_note()
    first, second = (sign_up(workshop, page=note) for _ in range(2))
    assert opens(first) == opens(second)
    assert mails() == [("mia", "Je bent ingeschreven")]


@pytest.mark.django_db(transaction=True)
def test_a_double_click_is_one_registration():
    workshop = session()
    note = page_note()
    pages = together(*[lambda: sign_up(workshop, page=note)] * 3)
    assert [page.status_code for page in pages] == [302, 302, 302]
    assert len({opens(page) for page in pages}) == 1
    assert (Registration.objects.count(), Email.objects.count()) == (1, 1)


def test_going_back_to_register_somebody_else():
    workshop = session()
    note = page_note()
    sign_up(workshop, page=note)
    sign_up(workshop, page=note, name="An", email="an@example.org")
    assert [one.name for one in Registration.objects.order_by("pk")] == ["Mia", "An"]


def test_the_same_form_after_a_hand_over():
    workshop = session()
    note = page_note()
    sign_up(workshop, page=note)
    mia = Registration.objects.get()
    registration.hand_over(registration=mia, name="An", email="an@example.org")
    response = sign_up(workshop, page=note)
    assert opens(response) == Registration.objects.latest("pk")
    assert [one.name for one in Registration.objects.order_by("pk")] == ["An", "Mia"]


def test_who_knows_an_address_does_not_get_the_page_of_its_owner():
    workshop = session()
    mia = register(workshop)
    page = sign_up(workshop, email="MIA@example.org", name="Iemand anders")
    assert (page.status_code, heading(page)) == (200, "Kijk in je mailbox")
    assert make_token(mia).split(".")[0] not in page.content.decode()
    assert mails(since=1) == [("mia", "Je bent al ingeschreven")]
    assert stands(mia) == ["confirmed"]
    assert Email.objects.latest("pk").message.count("/agenda/inschrijving/") == 1


def test_a_uuid_from_a_calendar_file_opens_nothing():
    workshop = session()
    mia = register(workshop)
    page = sign_up(workshop, page=str(mia.uuid))
    assert (page.status_code, heading(page)) == (200, "Kijk in je mailbox")
