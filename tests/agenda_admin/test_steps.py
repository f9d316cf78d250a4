"""Steps with a session: the mails are read first, nothing happens before that."""

from datetime import timedelta

import pytest
from post_office.models import Attachment, Email

from agenda.models import Session, SessionStatus, SessionWay
from tests.agenda.factories import fill, register, session, trainer
from tests.agenda_admin.reading import moment, page, said, step
from tests.factories import municipality

CONFIRM = {"bevestigd": "ja"}


@pytest.fixture
def workshop(db) -> Session:
    """A session with two people."""
    made = session(seats=2)
    register(made, "Mia")
    register(made, "An")
    Email.objects.all().delete()
    return made


def post(desk, workshop, name, data):
    return desk.post(step(workshop, name), data, follow=True)


def moved(workshop) -> dict:
    later = workshop.begins_at + timedelta(days=1)
    return {
        **moment("begins_at", later),
        **moment("ends_at", later + timedelta(hours=3)),
        "venue": "De Brug",
        "street": "Markt 2",
        "municipality": "Nijlen",
        "route": "",
    }


def test_nothing_happens_before_the_mail_is_read(desk, workshop):
    response = post(desk, workshop, "verplaatsen", moved(workshop))
    (preview,) = response.context["previews"]
    assert preview.subject == "Let op, een ander moment: Iedereen welkom in jouw vereniging"
    assert preview.addresses == ["mia@example.org", "an@example.org"]
    assert preview.text.count("De Brug, Markt 2, Nijlen") == 1
    assert Session.objects.get().venue == "De Kring"
    assert (Email.objects.count(), Attachment.objects.filter(emails=None).count()) == (0, 2)


def test_no_secret_link_in_the_preview(desk, workshop):
    response = post(desk, workshop, "verplaatsen", moved(workshop))
    assert "/agenda/inschrijving/" not in response.content.decode()
    post(desk, workshop, "verplaatsen", moved(workshop) | CONFIRM)
    assert "/agenda/inschrijving/" in Email.objects.first().message


def test_move(desk, workshop):
    response = post(desk, workshop, "verplaatsen", moved(workshop) | CONFIRM)
    assert said(response) == ["De sessie is verplaatst."]
    assert (Session.objects.get().venue, Email.objects.count()) == ("De Brug", 2)


def test_what_was_typed_goes_along(desk, workshop):
    data = moved(workshop)
    preview = post(desk, workshop, "verplaatsen", data)
    assert dict(preview.context["typed"]) == data
    back = post(desk, workshop, "verplaatsen", data | {"terug": "ja"})
    assert back.context["form"].data["venue"] == "De Brug"
    assert Session.objects.get().venue == "De Kring"


def test_an_hour_that_does_not_exist(desk, workshop):
    data = moved(workshop) | {"begins_at_day": "2027-03-28", "begins_at_hour": "02:30"}
    response = post(desk, workshop, "verplaatsen", data)
    assert said(response) == [
        "Dit uur bestaat niet. Die nacht gaat de klok van 2 naar 3 uur. Kies een ander uur."
    ]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"ends_at_day": "2026-01-01"}, "Het einde ligt voor het begin. Verander ook het einde."),
        ({"begins_at_day": "2020-01-01"}, "Het begin is al voorbij. Kies een later moment."),
        (
            {"begins_at_day": "", "begins_at_hour": ""},
            "Vul in wanneer de sessie begint: de dag en het uur.",
        ),
    ],
)
def test_a_moment_that_can_not_be(desk, workshop, changed, sentence):
    response = post(desk, workshop, "verplaatsen", moved(workshop) | changed)
    assert said(response) == [sentence]


def test_go_online(desk, workshop):
    data = {"online_link": "https://samen.example/x", "seats": ""} | CONFIRM
    assert said(post(desk, workshop, "online", data)) == ["De sessie gaat nu online door."]
    found = Session.objects.get()
    assert (found.way, found.taken_online, Email.objects.count()) == (SessionWay.ONLINE, 2, 2)


def test_fewer_seats_than_are_taken(desk, workshop):
    data = {"way": "on_site", "seats": "1"}
    assert said(post(desk, workshop, "plaatsen", data)) == [
        "Er zijn al 2 plaatsen bezet. Kies minstens 2, "
        "of zet wie te veel is terug op de wachtlijst."
    ]
    response = post(desk, workshop, "plaatsen", data | {"put_back": "on"} | CONFIRM)
    assert said(response) == ["Het aantal plaatsen is veranderd."]
    found = Session.objects.get()
    assert (found.seats_on_site, found.taken_on_site, found.waiting_on_site) == (1, 1, 1)


@pytest.mark.parametrize("seats", ["-1", "1000000", "veel"])
def test_seats_that_are_none(desk, workshop, seats):
    response = post(desk, workshop, "plaatsen", {"way": "on_site", "seats": seats})
    assert (response.status_code, said(response)) == (200, ["Kies een aantal van 0 tot 5000."])
    assert Session.objects.get().seats_on_site == 2


def test_call_off(desk, workshop):
    assert len(said(post(desk, workshop, "afgelasten", {"reason": " "}))) == 1
    preview = post(desk, workshop, "afgelasten", {"reason": "Els is ziek."})
    assert preview.context["previews"][0].text.count("Els is ziek.") == 1
    response = post(desk, workshop, "afgelasten", {"reason": "Els is ziek."} | CONFIRM)
    assert said(response) == ["De sessie gaat niet door. De deelnemers krijgen een mail."]
    assert Session.objects.get().status == SessionStatus.CANCELLED
    assert said(post(desk, workshop, "verplaatsen", moved(workshop))) == [
        "Deze sessie gaat niet door."
    ]


def test_publish_what_is_not_ready(desk, db):
    draft = session(status=SessionStatus.DRAFT, venue="")
    assert said(post(desk, draft, "publiceren", {})) == ["Vul de plaats in."]
    Session.objects.update(venue="De Kring")
    assert said(post(desk, draft, "publiceren", {})) == ["De sessie is gepubliceerd."]


def test_a_trainer_who_is_elsewhere(desk, workshop):
    els = trainer()
    other = session(begins_at=workshop.begins_at, municipality=municipality("Lokeren"))
    data = {"trainers": [els.pk]}
    assert said(post(desk, other, "begeleiders", data)) == ["De begeleiders zijn bewaard."]
    assert said(post(desk, workshop, "begeleiders", data)) == [
        "Een begeleider heeft op dat moment al iets anders. Kies een ander moment."
    ]


def test_only_a_draft_can_be_removed(desk, workshop):
    assert said(post(desk, workshop, "verwijderen", {})) == [
        "Deze sessie is al gepubliceerd. Verplaats ze of gelast ze af."
    ]
    draft = session(status=SessionStatus.DRAFT)
    post(desk, draft, "verwijderen", {})
    assert list(Session.objects.all()) == [workshop]


def test_steps_that_fit(desk, workshop):
    found = desk.get(page(workshop)).context["steps"]
    assert list(found) == ["verplaatsen", "online", "plaatsen", "begeleiders", "afgelasten"]
    draft = session(status=SessionStatus.DRAFT)
    assert list(desk.get(page(draft)).context["steps"]) == ["publiceren", "verwijderen"]


def test_a_full_session_takes_a_fixed_number_of_queries(desk, django_assert_num_queries):
    one, many = session(seats=1), session(seats=3)
    fill(one)
    fill(many)
    desk.get(page(one))
    counts = []
    for made in (one, many):
        with django_assert_num_queries(11) as captured:
            desk.get(page(made))
        counts.append(len(captured))
    assert counts[0] == counts[1]
