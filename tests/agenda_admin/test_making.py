"""A new session, a new date of a workshop, a draft, and the details of what is published."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from post_office.models import Email

from agenda.models import Kind, Session, SessionStatus, Trainer
from tests.agenda.factories import register, session, trainer
from tests.agenda_admin.reading import SESSIONS, moment, page, said
from tests.factories import municipality
from workshops.models import Workshop, WorkshopSession

DATE = "/admin/workshops/workshopsession/add/"


@pytest.fixture
def filled(db) -> dict:
    """Everything that the form of a session asks."""
    begins = timezone.now() + timedelta(days=40)
    municipality()
    return {
        **moment("begins_at", begins),
        **moment("ends_at", begins + timedelta(hours=3)),
        "title": "Samen sterk",
        "kind": "event",
        "audiences": ["citizens"],
        "way": "on_site",
        "venue": "De Kring",
        "municipality": "2560",
        "seats_on_site": "20",
        "seats_online": "0",
        "most_seats": "6",
        "trainers": [trainer().pk],
        **{name: "unknown" for name in Session.QUESTIONS},
    }


def test_a_new_session_is_a_draft(desk, filled):
    response = desk.post(f"{SESSIONS}add/", filled, follow=True)
    assert said(response) == [
        "Bewaard. De sessie is nog niet gepubliceerd: kijk alles na en kies ‘Publiceren’."
    ]
    made = Session.objects.get()
    assert (made.title, made.status, made.seats_on_site) == ("Samen sterk", "draft", 20)
    assert list(made.trainers.all()) == [Trainer.objects.get()]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"title": ""}, "Schrijf een titel."),
        ({"audiences": []}, "Kies voor wie de sessie is."),
        ({"ends_at_day": "2020-01-01"}, "Het einde komt na het begin."),
        ({"seats_online": "5"}, "Dit past niet bij ‘hoe’. Kies 0 plaatsen of een andere manier."),
        ({"seats_on_site": "1000000"}, "Kies een aantal van 0 tot 5000."),
        ({"seats_on_site": "-1"}, "Kies een aantal van 0 tot 5000."),
        ({"most_seats": "0"}, "Kies minstens 1 plaats."),
        (
            {"closes_at_day": "2099-01-01", "closes_at_hour": "10:00"},
            "Inschrijven stopt ten laatste bij het begin.",
        ),
        ({"online_link": "geen link"}, "Deze link klopt niet. Begin met https://"),
    ],
)
def test_what_is_wrong_is_said(desk, filled, changed, sentence):
    response = desk.post(f"{SESSIONS}add/", filled | changed)
    assert (said(response), response.status_code) == ([sentence], 200)
    assert Session.objects.count() == 0


def test_a_busy_trainer_leaves_nothing_behind(desk, filled):
    desk.post(f"{SESSIONS}add/", filled, follow=True)
    response = desk.post(f"{SESSIONS}add/", filled | {"title": "Nog een"})
    assert said(response) == [
        "Een begeleider heeft op dat moment al iets anders. Kies een ander moment."
    ]
    assert [one.title for one in Session.objects.all()] == ["Samen sterk"]


def test_a_draft_can_change_altogether(desk, filled):
    draft = session(status=SessionStatus.DRAFT)
    desk.post(page(draft, "gegevens"), filled)
    draft.refresh_from_db()
    assert (draft.title, draft.kind) == ("Samen sterk", Kind.EVENT)


def test_details_of_what_is_published_tell_nobody(desk, filled):
    shown = session()
    register(shown)
    Email.objects.all().delete()
    desk.post(page(shown, "gegevens"), filled | {"summary": "Kort.", "step_free": "yes"})
    begins = shown.begins_at
    shown.refresh_from_db()
    assert (shown.summary, shown.step_free, shown.taken_on_site) == ("Kort.", "yes", 1)
    assert (shown.begins_at, shown.title) == (begins, "Iedereen welkom in jouw vereniging")
    assert Email.objects.count() == 0


def test_a_date_of_a_workshop(desk, filled):
    call_command("load_workshops", verbosity=0)
    workshop = Workshop.objects.first()
    response = desk.post(DATE, {**filled, "workshop": workshop.pk}, follow=True)
    assert response.status_code == 200
    made = WorkshopSession.objects.get()
    assert (made.workshop, made.session.title) == (workshop, workshop.title)
    assert made.session.audiences == workshop.audiences
    assert made.session.page == workshop.get_absolute_url()


def test_a_date_of_no_workshop(desk, filled):
    assert said(desk.post(DATE, filled)) == ["Kies een workshop."]
    assert Session.objects.count() == 0


@pytest.mark.parametrize("address", [f"{SESSIONS}add/", DATE])
def test_who_may_not_make_one(client, django_user_model, db, address):
    nobody = django_user_model.objects.create_user("kim", is_staff=True)
    client.force_login(nobody, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code == 403
