"""What the clock does with agreements."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone
from post_office.models import Email

from stories import publishing
from stories.models import Agreement, State, Story
from tests.clock import at, later
from tests.stories.factories import story, tip

pytestmark = pytest.mark.django_db


def round_() -> None:
    call_command("follow_up_stories")


def subjects() -> list[str]:
    return [mail.subject for mail in Email.objects.order_by("pk")]


def test_renewal_is_asked_once_sixty_days_before(client):
    story(State.SHOWN, days=365)
    with later(days=304):
        round_()
        assert subjects() == ["Wat we afspraken over jouw verhaal"]
    for days in (305, 305, 340):
        with later(days=days):
            round_()
    assert subjects() == ["Wat we afspraken over jouw verhaal", "Mag jouw verhaal blijven?"]
    assert [entry.step for entry in Story.objects.get().trail.all()][-1] == "ask_renewal"


def test_without_an_address_no_mail_goes():
    story(State.SHOWN, days=30)
    Agreement.objects.update(email="")
    round_()
    assert (len(subjects()), Agreement.objects.near_their_end().count()) == (1, 1)


def test_at_midnight_it_is_off_the_site_with_nobody_there(client):
    shown = story(State.SHOWN, days=10)
    tip("Zing mee.", story=shown)
    end = datetime.combine(
        timezone.localdate() + timedelta(days=11), datetime.min.time(), ZoneInfo("Europe/Brussels")
    )
    pages = [shown.get_absolute_url(), "/verhalen/", "/verhalen/tips/"]

    def words() -> list[bool]:
        texts = [client.get(page).content.decode() for page in pages]
        wanted = ["Noten lezen", "Een koor maakte plaats.", "Zing mee."]
        return [word in text for word, text in zip(wanted, texts, strict=True)]

    with at(end - timedelta(seconds=1)):
        assert words() == [True, True, True]
    with at(end + timedelta(seconds=1)):
        assert words() == [False, False, False]
        assert client.get(pages[0]).status_code == 410
        round_()
    assert (Story.objects.get().state, shown.trail.last().step) == (State.LAPSED, "lapse")


@pytest.mark.parametrize("state", [State.LAPSED, State.DRAFT])
def test_what_nobody_agreed_to_anew_is_wiped_after_ninety_days(state):
    """Also what staff took off the site, and left there."""
    lapsed = story(State.LAPSED)
    Story.objects.update(state=state)
    with later(days=89):
        round_()
        assert Story.objects.get().text
    with later(days=90):
        round_()
    lapsed.refresh_from_db()
    assert (lapsed.state, lapsed.text, lapsed.agreement) == (State.WITHDRAWN, "", None)
    assert lapsed.trail.last().actor == "system"


def test_one_that_fails_does_not_keep_the_others(monkeypatch, caplog):
    first, second = story(State.LAPSED), story(State.LAPSED)
    withdraw = publishing.withdraw

    def fail_for_first(*, story):
        if story == first:
            raise RuntimeError("kapot")
        return withdraw(story=story)

    monkeypatch.setattr(publishing, "withdraw", fail_for_first)
    with later(days=91):
        round_()
    assert caplog.messages == [f"A step of the round failed for story {first.pk}."]
    assert [one.state for one in Story.objects.order_by("pk")] == ["lapsed", "withdrawn"]
    assert second.pk
