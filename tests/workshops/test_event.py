"""An inspiration event on the road of a request: asked, picked, made ready, called off."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agenda import scheduling
from agenda.errors import AlreadyPromised
from agenda.links import session_url
from agenda.models import Kind, Session, SessionStatus, TrainerBooking
from tests.agenda.test_calendar_files import entries
from tests.factories import moderator
from tests.workshops import factories
from tests.workshops.mails import to_people, to_staff
from workshops import requesting
from workshops.errors import CantBeCalledOff, TrainerTaken
from workshops.following_up import follow_up
from workshops.links import Purpose, url_of
from workshops.models import Request, WorkshopSession
from workshops.signals import request_confirmed

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    """The requests that other apps heard of."""
    requests = []

    def hear(sender, request, **kwargs):
        requests.append((sender, request, request.session.pk))

    request_confirmed.connect(hear)
    yield requests
    request_confirmed.disconnect(hear)


def test_it_becomes_a_session_for_everybody_that_nobody_sees_yet(client, heard):
    asked = factories.confirmed_event()
    session = Session.objects.get()
    assert heard == [(Request, asked, session.pk)]
    assert (session.kind, session.status, session.is_closed) == (
        *(Kind.EVENT, SessionStatus.DRAFT),
        False,
    )
    assert (session.title, session.audiences, session.seats_on_site) == (
        "Inspiratiemoment in Nijlen",
        ["citizens"],
        12,
    )
    assert ([one.name for one in session.trainers.all()], WorkshopSession.objects.count()) == (
        ["Mia"],
        0,
    )
    assert client.get(session.get_absolute_url()).status_code == 404


def test_other_apps_hear_of_nothing_that_failed(heard):
    first, second = (factories.propose(factories.event(who)) for who in ("Mia", "Jan"))
    begins_at = factories.first_moment(first).begins_at
    second.moments.update(begins_at=begins_at)
    requesting.pick(request=first, moment=factories.first_moment(first).pk)
    with pytest.raises(TrainerTaken):
        requesting.pick(request=second, moment=factories.first_moment(second).pk)
    assert [request for _, request, _ in heard] == [first]


def test_mails_and_pages_call_it_by_its_name(client, desk):
    asked = factories.confirmed_event(audience="citizens", organisation="", role="")
    mails = list(to_people())
    assert [mail.subject for mail in mails] == [
        "We kregen je aanvraag: Inspiratiemoment",
        "Kies een moment: Inspiratiemoment",
        "Het ligt vast: Inspiratiemoment",
    ]
    assert mails[0].message.count("Voor: Nijlen\n") == 1
    assert to_staff()[0] == "Aangevraagd: Inspiratiemoment, Nijlen"
    page = client.get(url_of(asked, Purpose.REQUEST)).content.decode()
    assert page.count("<h1>Inspiratiemoment</h1>") == page.count(factories.OCCASION) == 1
    staff = desk.get(f"/admin/workshops/request/{asked.pk}/change/").content.decode()
    assert (staff.count(factories.OCCASION), staff.count("Ze is nog niet gepubliceerd")) == (1, 1)
    rows = desk.get("/admin/workshops/request/?beurt=niemand").content.decode()
    assert rows.count("een burger") == 1


def test_the_link_to_register_comes_when_it_is_published(client):
    asked = factories.confirmed_event()
    link = session_url(Session.objects.get())
    assert [mail for mail in to_people() if link in mail.message] == []
    page = url_of(asked, Purpose.REQUEST)
    assert client.get(page).context["session_url"] == ""
    for _ in range(2):
        scheduling.open_session(session=asked.session, staff=moderator())
    assert client.get(page).context["session_url"] == link
    (told,) = [mail for mail in to_people() if link in mail.message]
    assert (told.to, told.subject) == (
        ["mia@example.org"],
        "Het staat op de site: Inspiratiemoment in Nijlen",
    )


def by_staff(session: Session, **changes) -> dict:
    """What the form of a draft sends."""
    begins, ends = timezone.localtime(session.begins_at), timezone.localtime(session.ends_at)
    return {
        "title": session.title,
        "kind": session.kind,
        "audiences": session.audiences,
        "begins_at_day": f"{begins:%Y-%m-%d}",
        "begins_at_hour": f"{begins:%H:%M:%S}",
        "ends_at_day": f"{ends:%Y-%m-%d}",
        "ends_at_hour": f"{ends:%H:%M:%S}",
        "way": session.way,
        "venue": session.venue,
        "street": session.street,
        "municipality": session.municipality.name,
        "seats_on_site": "40",
        "seats_online": "0",
        "most_seats": "4",
        "trainers": [trainer.pk for trainer in session.trainers.all()],
        **{question: "unknown" for question in Session.QUESTIONS},
    } | changes


def test_staff_read_the_mail_before_they_move_a_draft(desk):
    session = factories.confirmed_event().session
    page = f"/admin/agenda/session/{session.pk}/gegevens/"
    moment = session.begins_at.replace(microsecond=0)
    Session.objects.update(begins_at=moment, ends_at=moment + timedelta(hours=3))
    session.refresh_from_db()
    assert desk.post(page, by_staff(session)).status_code == 302
    sent = to_people().count()
    typed = by_staff(session, venue="De Meent")
    response = desk.post(page, typed)
    assert [one.subject for one in response.context["previews"]] == [
        "Je afspraak is veranderd: Inspiratiemoment"
    ]
    session.refresh_from_db()
    assert (session.venue, to_people().count()) == ("De Kring", sent)
    assert desk.post(page, typed | {"bevestigd": "ja"}).status_code == 302
    session.refresh_from_db()
    assert (session.venue, session.seats_on_site, to_people().count()) == ("De Meent", 40, sent + 1)


def test_a_draft_that_moves_is_told_to_the_asker():
    asked = factories.confirmed_event()
    draft = scheduling.save_draft(
        session=asked.session, values={"title": "Buren in Nijlen"}, trainers=[]
    )
    scheduling.save_draft(session=draft, values={"venue": "De Meent"}, trainers=[])
    uid = str(asked.calendar_uid)
    assert entries() == [("mia", "REQUEST", uid, 0), ("mia", "REQUEST", uid, 1)]
    assert to_people().last().message.count("De Meent") == 1


def test_staff_cannot_delete_what_somebody_counts_on():
    asked = factories.confirmed_event()
    with pytest.raises(AlreadyPromised):
        scheduling.delete_draft(session=asked.session)
    assert Session.objects.count() == 1


def test_calling_off_what_nobody_saw(client):
    asked = factories.confirmed_event()
    requesting.call_off(request=asked, reason="De zaal is stuk.")
    session = Session.objects.get()
    assert (session.status, TrainerBooking.objects.count()) == ("cancelled", 0)
    assert client.get(session.get_absolute_url()).status_code == 404
    assert entries()[-1] == ("mia", "CANCEL", str(asked.calendar_uid), 1)


def test_staff_call_off_a_draft_that_somebody_counts_on(desk):
    asked = factories.confirmed_event()
    page = f"/admin/agenda/session/{asked.session.pk}"
    steps = desk.get(f"{page}/change/").context["steps"]
    assert list(steps) == ["publiceren", "afgelasten"]
    desk.post(f"{page}/stap/afgelasten/", {"reason": "De zaal is stuk.", "bevestigd": "ja"})
    assert Session.objects.get().status == SessionStatus.CANCELLED
    assert entries()[-1] == ("mia", "CANCEL", str(asked.calendar_uid), 1)
    assert to_people().last().message.count("De zaal is stuk.") == 1


def test_calling_off_what_lacks_a_place():
    asked = factories.confirmed_event()
    scheduling.save_draft(session=asked.session, values={"venue": ""}, trainers=[])
    with pytest.raises(CantBeCalledOff):
        requesting.call_off(request=asked, reason="De zaal is stuk.")
    assert Request.objects.get().status == "confirmed"


def test_silence_is_followed_up_and_all_is_erased(client):
    asked = factories.event(place_offered="De schuur van Mia")
    assert follow_up().startswith("0 proposals lapsed")
    requesting.erase(request=asked)
    asked.refresh_from_db()
    assert (asked.occasion, asked.place_offered, asked.status) == ("", "", "withdrawn")


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "workshop"},
        {"kind": "coaching"},
        {"kind": "perhaps"},
        {"audience": "associations", "organisation": ""},
    ],
)
def test_what_can_never_be(fields):
    factories.event()
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.update(**fields)
