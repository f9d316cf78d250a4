"""A participant's own page: where it stands, and each step that can be taken there."""

import pytest

from agenda import registration, scheduling
from agenda.links import calendar_url, make_token
from agenda.models import Registration, Subscriber, Way
from tests.agenda.factories import after_offer, fill, register, session
from tests.agenda.reading import book, mails, stands
from tests.agenda.visiting import opens, own, problems, text
from tests.clock import later
from tests.factories import moderator
from tests.submitting.browser import Visitor, errors, heading, typed

pytestmark = pytest.mark.django_db
LINK = "https://samen.example/geheim"


@pytest.fixture
def visitor():
    return Visitor()


@pytest.fixture
def offered():
    workshop = session(seats=1)
    first, second = register(workshop), register(workshop, "An")
    registration.cancel(registration=first)
    second.refresh_from_db()
    return second


def test_where_it_stands(visitor, offered):
    said = text(visitor.get(own(offered)))
    assert "Er wacht 1 plaats op jouw antwoord. Antwoord voor" in said
    assert ("Ja, ik kom" in said, "Nee, ik kom niet" in said) == (True, True)
    waiting = register(offered.session, "Bo", seats=2)
    assert "Je staat op de wachtlijst, op plek 1 Je vroeg 2 plaatsen." in text(
        visitor.get(own(waiting))
    )


def test_opening_a_link_changes_nothing(visitor, offered):
    before = mails()
    for name in ("seats", "accept", "decline", "cancel", "erase", "hand-over", "details"):
        assert visitor.get(own(offered, name)).status_code in {200, 302}
    assert (stands(offered), mails()) == (["offered"], before)


def test_taking_the_offer_twice_is_once(visitor, offered):
    for _ in range(2):
        assert opens(visitor.post(own(offered, "accept"))) == offered
    assert stands(offered) == ["confirmed"]
    assert mails()[-1] == ("an", "Je bent ingeschreven")


def test_leaving_the_offer_is_asked_first(visitor, offered):
    next_one = register(offered.session, "Bo")
    assert heading(visitor.get(own(offered, "decline"))) == "Wil je de plaats niet?"
    assert opens(visitor.post(own(offered, "decline"))) == offered
    assert stands(offered, next_one) == ["cancelled", "offered"]


def test_an_offer_that_lapsed(visitor, offered):
    with after_offer(offered):
        page = visitor.post(own(offered, "accept"))
        assert "Je bent te laat: de plaats bleef vrij tot" in text(page)
        registration.lapse_offers()
        said = text(visitor.get(own(offered)))
    assert "Je antwoordde niet op tijd" in said


def test_cancelling_is_asked_first(visitor):
    mia = register(session())
    assert heading(visitor.get(own(mia, "cancel"))) == "Wil je je afmelden?"
    for _ in range(2):
        assert opens(visitor.post(own(mia, "cancel"))) == mia
    assert "Je bent afgemeld" in text(visitor.get(own(mia)))
    assert mails(since=1) == [("mia", "Je bent afgemeld")]


@pytest.mark.parametrize("name", ["details", "hand-over", "cancel"])
def test_what_is_over_asks_nothing_any_more(visitor, name):
    mia = registration.cancel(registration=register(session(online=3), way="online"))
    assert opens(visitor.get(own(mia, name))) == mia
    said = text(visitor.get(own(mia)))
    assert ("Je doet online mee" in said, "Je bent afgemeld" in said) == (False, True)


def test_another_number(visitor):
    workshop = session(seats=4)
    mia = register(workshop)
    assert opens(visitor.post(own(mia, "seats"), {"seats": "3"})) == mia
    assert book(workshop)[0] == (4, 3, 0)


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ("0", "Kies minstens 1 plaats."),
        ("7", "Je kan hoogstens 6 plaatsen nemen. Kies een kleiner aantal."),
        ("6", "Er is nog 1 plaats extra vrij. Je houdt de plaatsen die je had."),
        ("veel", "Schrijf een getal. Bijvoorbeeld: 2."),
    ],
)
def test_a_wrong_number(visitor, seats, said):
    workshop = session(seats=5)
    mia = register(workshop, seats=4)
    page = visitor.post(own(mia, "seats"), {"seats": seats})
    assert (errors(page), problems(page), typed(page)) == ([said], [said], {"seats": [seats]})
    assert book(workshop)[0] == (5, 4, 0)


def test_other_needs(visitor):
    mia = register(session(), note="Tot dan!")
    answers = typed(visitor.get(own(mia, "details")))
    assert answers == {"note": ["Tot dan!"]}
    visitor.post(own(mia, "details"), {"note": "", "access_needs": "Ringleiding"})
    mia.refresh_from_db()
    assert (mia.note, mia.access_needs) == ("", "Ringleiding")


def test_needs_that_are_too_long_stay(visitor):
    mia = register(session())
    page = visitor.post(own(mia, "details"), {"note": "a" * 700})
    assert errors(page) == ["Maak dit korter. Er mogen 600 tekens staan, jij hebt er 700."]
    assert typed(page) == {"note": ["a" * 700]}


def test_handing_over(visitor):
    mia = register(session(), seats=2)
    old = own(mia)
    answers = {"name": "An", "email": "an@example.org", "consent": "on"}
    page = visitor.post(own(mia, "hand-over"), answers)
    assert heading(page) == "Doorgegeven aan An"
    gone = visitor.get(old)
    assert (gone.status_code, heading(gone)) == (410, "Deze link werkt niet meer")
    assert "Gaf je je inschrijving door aan een collega?" in text(gone)
    assert visitor.post(own(mia, "cancel")).status_code == 410
    mia.refresh_from_db()
    assert (mia.name, mia.status, visitor.get(own(mia)).status_code) == ("An", "confirmed", 200)


def test_handing_over_to_somebody_who_comes_already(visitor):
    workshop = session()
    mia, _ = register(workshop), register(workshop, "An")
    answers = {"name": "An", "email": "an@example.org", "consent": "on"}
    page = visitor.post(own(mia, "hand-over"), answers)
    assert (len(errors(page)), typed(page)["email"]) == (1, ["an@example.org"])
    assert errors(visitor.post(own(mia, "hand-over"), {"name": "An", "email": "an"})) == [
        "Dit e-mailadres klopt niet. Bijvoorbeeld: an@voorbeeld.be.",
        "Kruis dit aan. Vraag het eerst aan je collega.",
    ]


def test_having_all_forgotten(visitor):
    mia = register(session())
    old = own(mia)
    assert heading(visitor.get(own(mia, "erase"))) == "Wil je alles laten wissen?"
    assert heading(visitor.post(own(mia, "erase"))) == "Alles is gewist"
    assert visitor.get(old).status_code == 410
    assert (Registration.objects.get().name, Subscriber.objects.count()) == ("", 0)


def test_the_online_link_is_for_who_holds_a_seat(visitor):
    workshop = session(seats=0, online=1)
    has, waits = register(workshop), register(workshop, "An")
    assert [LINK in visitor.get(own(one)).content.decode() for one in (has, waits)] == [True, False]
    registration.cancel(registration=has)
    assert [LINK in visitor.get(own(one)).content.decode() for one in (has, waits)] == [
        False,
        False,
    ]


def test_who_comes_on_site_gets_no_online_link(visitor):
    mia = register(session(online=3), way=Way.ON_SITE)
    assert LINK not in visitor.get(own(mia)).content.decode()


def test_ones_own_calendar(visitor, settings):
    mia = register(session())
    address = calendar_url(mia.email).split("/kalender/")[1].split(".")[0]
    assert address in visitor.get(own(mia)).content.decode()


def test_what_is_called_off_or_over(visitor):
    mia = register(session(days=2))
    with later(days=3):
        said = text(visitor.get(own(mia)))
        assert ("Je was ingeschreven" in said, "Meld je af" in said) == (True, False)
        assert "Dit kan niet meer" in text(visitor.post(own(mia, "cancel")))
    scheduling.cancel_session(session=mia.session, reason="Els is ziek.", staff=moderator())
    said = text(visitor.get(own(mia)))
    assert ("Els is ziek." in said, "Meld je af" in said) == (True, False)
    assert problems(visitor.post(own(mia, "seats"), {"seats": "2"})) == [
        "Deze sessie gaat niet door."
    ]


def test_a_page_for_its_holder_alone(visitor):
    page = visitor.get(own(register(session())))
    assert (page["X-Robots-Tag"], page["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert "private" in page["Cache-Control"]


def test_links_that_open_nothing(visitor):
    mia = register(session())
    assert heading(visitor.get("/agenda/inschrijving/onzin/")) == "Deze link werkt niet"
    token = make_token(mia)
    with later(days=366):
        page = visitor.get(f"/agenda/inschrijving/{token}/")
        assert (page.status_code, heading(page)) == (410, "Deze link is te oud")


def test_room_for_fewer_is_told(visitor):
    workshop = session(seats=3)
    first = fill(workshop)[0]
    group = register(workshop, "Bo", seats=2)
    registration.cancel(registration=first)
    assert "Er is nu 1 plaats vrij." in text(visitor.get(own(group)))
