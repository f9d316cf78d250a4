"""A coaching track: begun, written in by both, rounded off, erased."""

import pytest
from django.db import IntegrityError, transaction
from post_office.models import Email

from tests.factories import municipality
from tests.workshops import factories
from tests.workshops.mails import to_people
from workshops import coaching, requesting
from workshops.errors import WordsNeeded
from workshops.links import Purpose, make_token
from workshops.models import CoachingMeeting, CoachingTrack

pytestmark = pytest.mark.django_db
ADMIN = "/admin/workshops/coachingtrack/"


@pytest.fixture
def track() -> CoachingTrack:
    """What a request for coaching led to."""
    asked = factories.propose(factories.request(workshop=None))
    requesting.pick(request=asked, moment=factories.first_moment(asked).pk)
    return CoachingTrack.objects.get()


def address(track: CoachingTrack) -> str:
    return f"/baz-inspireert/traject/{make_token(track, Purpose.TRACK)}/"


def by_staff(**changes) -> dict:
    """What the form in admin sends."""
    return {
        "municipality": municipality().pk,
        "organisation": "Dienst Welzijn",
        "contact_name": "Nele",
        "contact_email": "nele@nijlen.example",
        "contact_phone": "",
        "intake": "Zij willen buren helpen.",
        "goals": "",
        "next_step": "",
        "changed": "",
        "stays": "",
        "meetings-TOTAL_FORMS": "1",
        "meetings-INITIAL_FORMS": "0",
        "meetings-0-subject": "Kennismaking",
        "meetings-0-planned_on": factories.day(20).strftime("%d/%m/%Y"),
        "meetings-0-agreed": "",
    } | changes


def test_a_picked_moment_begins_it(track):
    meeting = CoachingMeeting.objects.get()
    assert (meeting.session, meeting.subject) == (track.request.session, "Kennismaking")
    assert (track.municipality.name, track.intake) == ("Nijlen", factories.QUESTION)
    subjects = [mail.subject for mail in Email.objects.order_by("-pk")[:2]]
    assert subjects == ["Het ligt vast: Coaching", "De pagina van jullie coaching"]


def test_staff_choose_among_the_municipalities_of_today(desk, track):
    gone = municipality("Hasselt", province="Limburg", postcodes=("3500",))
    gone.successor = municipality("Hasselt-Kortessem", province="Limburg", postcodes=("3500",))
    gone.save()

    def choices(page: str) -> list[str]:
        form = desk.get(f"{ADMIN}{page}").context["adminform"].form
        return [place.name for place in form.fields["municipality"].queryset]

    assert choices("add/") == ["Hasselt-Kortessem", "Nijlen"]
    CoachingTrack.objects.update(municipality=gone)
    assert choices(f"{track.pk}/change/") == ["Hasselt", "Hasselt-Kortessem", "Nijlen"]


def test_the_municipality_writes_its_goals(client, track):
    assert client.post(address(track), {"goals": "Buren kennen elkaar."}).status_code == 302
    page = client.get(address(track)).content.decode()
    assert page.count("<p>Buren kennen elkaar.</p>") == 1
    assert dict(client.cookies) == {}


def test_staff_begin_one(desk):
    response = desk.post(f"{ADMIN}add/", by_staff())
    assert response.status_code == 302
    track = CoachingTrack.objects.get()
    assert track.meetings.get().planned_on == factories.day(20)
    assert [mail.to for mail in Email.objects.all()] == [["nele@nijlen.example"]]


def test_a_meeting_without_a_day(desk):
    response = desk.post(f"{ADMIN}add/", by_staff(**{"meetings-0-planned_on": ""}))
    (formset,) = response.context["inline_admin_formsets"]
    assert formset.formset.errors == [{"planned_on": ["Kies een sessie of een dag."]}]
    assert (CoachingTrack.objects.count(), Email.objects.count()) == (0, 0)


def test_staff_do_not_write_over_the_goals(desk, client):
    desk.post(f"{ADMIN}add/", by_staff())
    track = CoachingTrack.objects.get()
    meeting = track.meetings.get()
    form = by_staff(next_step="We zien elkaar in mei.") | {
        "meetings-INITIAL_FORMS": "1",
        "meetings-0-id": meeting.pk,
        "meetings-0-track": track.pk,
        "meetings-0-agreed": "Nele nodigt uit.",
    }
    coaching.write_goals(track=track, goals="Buren kennen elkaar.")
    # Their page is from before: it has no goals, and sends along that it had none.
    seen = {"initial-goals": "", "goals": "", "initial-next_step": ""}
    assert desk.post(f"{ADMIN}{track.pk}/change/", form | seen).status_code == 302
    track.refresh_from_db()
    assert (track.goals, track.next_step) == ("Buren kennen elkaar.", "We zien elkaar in mei.")
    assert client.get(address(track)).content.decode().count("<p>Nele nodigt uit.</p>") == 1


def test_rounding_off_needs_words(track):
    with pytest.raises(WordsNeeded):
        coaching.close(track=track)


def test_rounding_off(desk, client, track):
    CoachingTrack.objects.update(changed="De dienst vraagt nu eerst wat buren willen.")
    sent = Email.objects.count()
    preview = desk.get(f"{ADMIN}{track.pk}/afronden/").context["mail"]
    assert Email.objects.count() == sent
    for _ in range(2):
        desk.post(f"{ADMIN}{track.pk}/afronden/")
    assert Email.objects.count() == sent + 1
    mail = Email.objects.latest("pk")
    words, _, _ = mail.message.partition("http")
    assert (mail.subject, words) == (preview.subject, preview.text.partition("http")[0])
    page = client.post(address(track), {"goals": "Te laat."})
    assert page.context["problem"].startswith("Dit traject is afgerond.")
    track.refresh_from_db()
    assert (track.goals, track.closed_at is not None) == ("", True)


def test_erasing_the_contact(desk, manager_desk, client, track):
    link = address(track)
    assert desk.post(f"{ADMIN}{track.pk}/wissen/").status_code == 403
    manager_desk.post(f"{ADMIN}{track.pk}/wissen/")
    track.refresh_from_db()
    assert (track.contact_name, track.contact_email, track.intake) == ("", "", "")
    assert client.get(link).status_code == 404
    assert Email.objects.filter(subject="De pagina van jullie coaching").count() == 0


def test_the_request_takes_it_along(track):
    requesting.erase(request=track.request)
    track.refresh_from_db()
    assert (track.contact_email, to_people().count()) == ("", 0)


@pytest.mark.parametrize("fields", [{"contact_email": ""}, {"contact_name": ""}])
def test_it_has_a_contact(track, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        CoachingTrack.objects.update(**fields)
