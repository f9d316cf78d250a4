"""What staff do with an event."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from agenda.models import Session, SessionStatus
from initiatives import moderation
from roadshow import ideas
from roadshow.models import Inspired, RoadshowEvent
from tests import factories
from tests.admin.addresses import page as initiative_page
from tests.admin.conftest import desk
from tests.agenda.factories import register
from tests.agenda.visiting import text
from tests.agenda_admin.reading import moment, said
from tests.pictures import encoded, picture
from tests.roadshow.factories import event, over, show

__all__ = ["desk"]
pytestmark = pytest.mark.django_db
EVENTS = "/admin/roadshow/roadshowevent/"
INLINES = ("programme", "practices", "inspired")


def page(of: RoadshowEvent, name: str = "change") -> str:
    return f"{EVENTS}{of.pk}/{name}/"


def planned(**more) -> dict:
    begins_at = timezone.now() + timedelta(days=30)
    return {
        "title": "Ideeën in Nijlen",
        "host": "Nijlen",
        "host_email": "griet@nijlen.be",
        "audiences": ["citizens"],
        "way": "on_site",
        "venue": "De Kring",
        "municipality": "Nijlen",
        "seats_on_site": "40",
        "seats_online": "0",
        "most_seats": "6",
        **moment("begins_at", begins_at),
        **moment("ends_at", begins_at + timedelta(hours=3)),
        **dict.fromkeys(Session.QUESTIONS, "unknown"),
        **more,
    }


def filled(of: RoadshowEvent, **more) -> dict:
    """What the page of an event sends, with nothing changed but `more`."""
    forms = {
        f"{prefix}-{name}": "0" for prefix in INLINES for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    return {"host": of.host.name, "host_email": of.host_email, **forms, **more}


def test_planning_an_event(desk):
    factories.municipality()
    answer = desk.post(f"{EVENTS}add/", planned())
    made = RoadshowEvent.objects.get()
    assert answer.url == page(made)
    assert (made.host.name, made.host_email, made.session.status) == (
        "Nijlen",
        "griet@nijlen.be",
        "draft",
    )
    assert desk.get(page(made)).status_code == 200


def test_a_follow_up_before_its_event_is_refused_and_nothing_is_lost(desk):
    first = event(days=60)
    address = f"{EVENTS}add/?volgt={first.pk}"
    start = desk.get(address).content.decode()
    assert start.count(f'value="Opvolgsessie: {first.session.title}"') == 1
    answer = desk.post(address, planned(title="Te vroeg"))
    assert [one.split(".")[0] for one in said(answer)] == [
        "De opvolgsessie komt na het inspiratiemoment"
    ]
    assert answer.content.decode().count('value="Te vroeg"') == 1
    assert RoadshowEvent.objects.count() == 1


def test_programme_practices_and_film(desk, django_capture_on_commit_callbacks):
    made = event(status=SessionStatus.DRAFT)
    soup = factories.published(title="Soep")
    still = SimpleUploadedFile("still.jpg", encoded(picture((640, 360))), "image/jpeg")
    answers = {
        "programme-TOTAL_FORMS": "1",
        "programme-0-begins": "13:30",
        "programme-0-title": "De deur gaat open",
        "practices-TOTAL_FORMS": "1",
        "practices-0-position": "1",
        "practices-0-initiative": f"http://x{soup.get_absolute_url()}",
        "practices-0-teller": "Griet",
        "film_title": "Het buurthuis",
        "film_link": "https://film.example/1",
        "film_still": still,
        "film_still_alt": "De deur van het buurthuis.",
    }
    assert desk.post(page(made), filled(made, **answers)).status_code == 302
    preview = desk.get(page(made, "voorbeeld"))
    told = text(preview)
    assert (told.count("Soep"), told.count("13.30 uur"), told.count("Alleen jij ziet dit")) == (
        1,
    ) * 3
    source = re.search(r'<img src="([^"]+filmbeeld.jpg)"', preview.content.decode())[1]
    assert (desk.get(source).status_code, Client().get(source).status_code) == (200, 404)
    stored = Path(RoadshowEvent.objects.get().film_still.path)
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(page(made), filled(made, **{"film_still-clear": "on"}))
    assert (RoadshowEvent.objects.get().film_still.name, stored.exists()) == ("", False)


def test_what_is_wrong_is_said(desk):
    made = event()
    gone = factories.published()
    moderation.withdraw(initiative=gone)
    answers = {
        "practices-TOTAL_FORMS": "2",
        "practices-0-position": "1",
        "practices-0-initiative": gone.get_absolute_url(),
        "practices-1-position": "2",
        "practices-1-initiative": "nergens\x00",
        "film_link": "javascript:alert(1)",
    }
    answer = desk.post(page(made), filled(made, **answers))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert html.count("Dit is geen webadres. Begin met https://") == 1
    assert html.count("Deze praktijk staat niet op de site. Kies een andere.") == 1
    assert made.practices.count() == 0


def test_a_practice_that_was_withdrawn_does_not_stop_the_page(desk):
    made = event()
    soup = factories.published()
    show(made, soup)
    moderation.withdraw(initiative=soup)
    row = made.practices.get()
    answers = {
        "report": "Het was druk.",
        "practices-TOTAL_FORMS": "1",
        "practices-INITIAL_FORMS": "1",
        "practices-0-id": str(row.pk),
        "practices-0-position": "0",
        "practices-0-initiative": soup.slug,
    }
    assert desk.post(page(made), filled(made, **answers)).status_code == 302
    assert RoadshowEvent.objects.get().report == "Het was druk."


def test_inviting_shows_the_mails_first(desk):
    held = event()
    register(held.session)
    after = event("Opvolgsessie", follows=held, days=60)
    over(held)
    assert text(desk.get(page(after))).count("Uitnodigen…") == 1
    address = page(after, "uitnodigen")
    shown = desk.post(address, {})
    assert (shown.content.decode().count("mia@example.org"), after.invitations.count()) == (1, 0)
    done = desk.post(address, {"bevestigd": "1"}, follow=True)
    assert said(done) == ["De uitnodigingen zijn onderweg."]
    assert text(desk.get(page(after))).count("Uitgenodigd 1, waarvan 0 ja zeiden") == 1
    assert said(desk.post(address, {})) == ["Er is niemand meer om uit te nodigen."]


def test_ideas_are_for_staff_and_go_to_the_host(desk):
    held = event(details={"host_email": "griet@nijlen.be"})
    ideas.save(registration=register(held.session), text="Een soepkar")
    assert text(desk.get(page(held))).count("Een soepkar") == 1
    desk.post(page(held, "ideeen"), {"bevestigd": "1"})
    assert Email.objects.get(to="griet@nijlen.be").message.count("- Een soepkar") == 1


def test_the_moderator_sees_of_which_event_a_submission_was_born(desk):
    held = event()
    waiting = factories.initiative(factories.Status.SUBMITTED)
    Inspired.objects.create(initiative=waiting, event=held)
    assert text(desk.get(initiative_page(waiting))).count(held.session.title) == 1


@pytest.mark.parametrize("name", ["", "add/", "change", "voorbeeld", "uitnodigen", "ideeen"])
def test_only_for_staff(desk, name):
    made = event()
    address = page(made, name) if name.isalpha() else f"{EVENTS}{name}"
    assert (Client().get(address).status_code, desk.get(address).status_code) == (302, 200)
