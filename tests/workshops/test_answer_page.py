"""Staff answer on a page: fill in, read the mail, send. Nothing goes before that."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from agenda import scheduling
from tests.agenda.factories import session, trainer
from tests.workshops import factories
from workshops.errors import AlreadyAnswered
from workshops.models import Request

pytestmark = pytest.mark.django_db
LIST = "/admin/workshops/request/"


def page(asked: Request, name: str = "change") -> str:
    return f"{LIST}{asked.pk}/{name}/"


def filled(asked: Request, *days: int, naar: str = "", trainers=None, **changes) -> dict:
    """What the form sends with a moment on each of these days from now, at 13.30."""
    data = {"revision": str(asked.revision), "message": "Tot dan!", "naar": naar}
    for number in range(1, 4):
        name = f"moment{number}-"
        data |= {f"{name}hours": "3", f"{name}way": "on_site", f"{name}municipality": "Nijlen"}
        if number <= len(days):
            data |= {
                f"{name}begins_at_day": factories.day(days[number - 1]).isoformat(),
                f"{name}begins_at_hour": "13:30",
                f"{name}venue": "Gemeentehuis",
                f"{name}trainers": [one.pk for one in trainers or [factories.els()]],
            }
    return data | changes


def test_the_mail_is_shown_and_then_sent(desk):
    asked = factories.request()
    sent = Email.objects.count()
    response = desk.post(page(asked, "voorstellen"), filled(asked, 20, 21, 22))
    assert response.context["mail"].subject.startswith("Kies een moment: Rol en positie")
    assert response.context["mail"].text.count("Gemeentehuis") == 3
    assert (Email.objects.count(), Request.objects.get().status) == (sent, "waiting")
    typed = {}
    for name, value in response.context["typed"]:
        typed.setdefault(name, []).append(value)
    response = desk.post(page(asked, "voorstellen"), typed | {"naar": "verstuur"})
    assert response.url == LIST
    asked.refresh_from_db()
    assert (asked.status, asked.moments.count(), asked.answered_by.username) == (
        "proposed",
        3,
        "mo",
    )
    assert Email.objects.count() == sent + 1


def test_going_back_keeps_what_was_typed(desk):
    asked = factories.request()
    response = desk.post(page(asked, "voorstellen"), filled(asked, 20, naar="verander"))
    form = response.context["form"]
    assert form.moments[0]["venue"].value() == "Gemeentehuis"
    assert form.message["message"].value() == "Tot dan!"


@pytest.mark.parametrize(
    ("days", "changes", "wrong"),
    [
        ([], {}, ["begins_at", "trainers", "venue"]),
        ([20], {"moment1-venue": ""}, ["venue"]),
        ([20], {"moment1-begins_at_hour": ""}, ["begins_at"]),
        ([20], {"moment1-hours": "0"}, ["hours"]),
        ([20], {"moment1-hours": "NaN"}, ["hours"]),
        ([20], {"moment1-trainers": "999999"}, ["trainers"]),
        ([20], {"moment2-venue": "Elders"}, ["begins_at", "trainers"]),
        ([20], {"moment1-way": "boot"}, ["way"]),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(desk, days, changes, wrong):
    asked = factories.request()
    response = desk.post(page(asked, "voorstellen"), filled(asked, *days, **changes))
    names = [field.name for field in response.context["form"].wrong_fields]
    assert sorted(names) == wrong
    assert Request.objects.get().status == "waiting"


def problem(desk: Client, asked: Request, data: dict) -> str:
    return desk.post(page(asked, "voorstellen"), data).context["form"].problem


def test_a_trainer_who_is_taken(desk):
    asked, els, an = factories.request(), factories.els(), trainer("An")
    begins_at = timezone.make_aware(
        timezone.datetime.combine(factories.day(20), timezone.datetime.min.time())
    ) + timedelta(hours=12)
    scheduling.book_trainers(session=session(begins_at=begins_at), trainers=[els])
    sentence = problem(desk, asked, filled(asked, 20, trainers=[els, an]))
    assert sentence.startswith("Els is al bezet op ")
    assert problem(desk, asked, filled(asked, 21, trainers=[els, an], naar="verander")) == ""


def test_the_same_moment_twice_or_one_that_is_past(desk):
    asked = factories.request()
    assert problem(desk, asked, filled(asked, 20, 20)).startswith("Stel 1 tot 3 verschillende")
    assert problem(desk, asked, filled(asked, -1)).startswith("Dit moment is al voorbij")


def test_a_colleague_was_first(desk):
    asked = factories.request()
    stale = filled(asked, 20, naar="verstuur")
    factories.propose(asked)
    response = desk.post(page(asked, "voorstellen"), stale, follow=True)
    assert [str(message) for message in response.context["messages"]] == [str(AlreadyAnswered())]
    assert Request.objects.get().moments.count() == 3


def test_declining_is_read_first(desk):
    asked = factories.request()
    data = {"revision": "0", "reason": "Wij zitten vol tot de zomer."}
    response = desk.post(page(asked, "kan-niet"), data)
    assert response.context["mail"].text.count("Wij zitten vol tot de zomer.") == 1
    assert Request.objects.get().status == "waiting"
    desk.post(page(asked, "kan-niet"), data | {"naar": "verstuur"})
    assert Request.objects.get().status == "declined"
    assert "Wij zitten vol" in Email.objects.latest("pk").message


def test_declining_without_a_reason(desk):
    asked = factories.request()
    data = {"revision": "0", "reason": " ", "naar": "verstuur"}
    assert set(desk.post(page(asked, "kan-niet"), data).context["form"].errors) == {"reason"}


@pytest.mark.parametrize("name", ["voorstellen", "kan-niet"])
def test_what_is_settled_is_not_answered(desk, name):
    asked = factories.confirmed()
    assert desk.get(page(asked, name)).url == page(asked)


def test_what_is_wrong_names_its_moment(desk):
    asked = factories.request()
    wrong = {"moment2-venue": "", "moment3-trainers": []}
    response = desk.post(page(asked, "voorstellen"), filled(asked, 20, 21, 22, **wrong))
    assert re.findall(r'<li><a href="#.*?">(.*?)</a></li>', response.content.decode()) == [
        "Moment 2: Vul de plaats in.",
        "Moment 3: Kies wie begeleidt.",
    ]


def test_without_trainers_staff_are_told_to_add_one(desk):
    address = page(factories.request(), "voorstellen")
    said = "Er is nog niemand die kan begeleiden."
    assert desk.get(address).content.decode().count(said) == 1
    factories.els()
    assert desk.get(address).content.decode().count(said) == 0
