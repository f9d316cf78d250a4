"""The mails: what people typed stays text, in both parts, and nobody reads of somebody else."""

import html

import pytest
from post_office.models import Email

from agenda import registration, scheduling
from agenda.links import manage_url
from agenda.models import Registration, Session
from mail.sending import NO_ANSWERING_MACHINES
from tests.agenda.factories import after_offer, fill, register, session
from tests.factories import moderator

pytestmark = pytest.mark.django_db
TITLE = "{{ registration.email }} {% now 'Y' %} <script>1</script> & soep\r\nBcc: x@y.be"
ON_ONE_LINE = " ".join(TITLE.split())
NAME = "Mia {{ registration.phone }} <b>Peeters</b>"
LINK = "https://samen.example/geheim?a=1&b=2"
SOMEBODY_ELSE = {
    "name": "Zwijgzaam",
    "email": "zwijgzaam@example.org",
    "organisation": "Stil vzw",
    "phone": "0477 00 00 00",
    "note": "Ik hoor niet",
}


def start(**fields) -> Session:
    """A session of three seats on site and three online, one of each taken by somebody else."""
    workshop = session(seats=3, online=3, title=TITLE, online_link=LINK, **fields)
    registration.register(session=workshop, way="online", seats=1, **SOMEBODY_ELSE)
    return workshop


def mia(workshop: Session, seats: int = 2) -> Registration:
    return register(workshop, NAME, seats, way="online", email="mia@example.org")


def seated(kind: str) -> None:
    """What happens to somebody who has seats."""
    workshop = start()
    one = mia(workshop)
    staff = moderator()
    match kind:
        case "changed":
            registration.change_seats(registration=one, seats=1)
        case "taken_over":
            registration.hand_over(registration=one, name=NAME, email="mia@example.org")
        case "handed_over":
            registration.hand_over(registration=one, name=NAME, email="an@example.org")
        case "cancelled":
            registration.cancel(registration=one)
        case "put_back":
            capacity = {"way": "online", "seats": 1, "put_back": True}
            scheduling.change_capacity(session=workshop, staff=staff, **capacity)
        case "moved":
            changes = {"online_link": LINK + "&c=3"}
            scheduling.move(session=workshop, changes=changes, staff=staff)
        case "online_now":
            scheduling.switch_to_online(session=workshop, online_link=LINK, staff=staff)
        case "session_cancelled":
            scheduling.cancel_session(session=workshop, reason="Ziek", staff=staff)


def waiting(kind: str) -> None:
    """What happens to somebody who waits."""
    workshop = start(days=0.1 if kind == "seated" else 30)
    full = fill(workshop, way="online")
    one = mia(workshop)
    if kind == "waiting":
        return
    registration.cancel(registration=full[0])
    if kind == "room":
        return
    registration.cancel(registration=full[1])
    one.refresh_from_db()
    if kind == "lapsed":
        with after_offer(one):
            registration.lapse_offers()


SEATED = ["registered", "changed", "taken_over", "handed_over", "cancelled"]
SEATED += ["put_back", "moved", "online_now", "session_cancelled"]
WAITING = ["waiting", "room", "offer", "seated", "lapsed"]
# To whom the link to take part online may go.
WITH_LINK = {"registered", "changed", "taken_over", "moved", "online_now", "seated"}
# What says good-bye has no key to a registration.
WITHOUT_KEY = {"handed_over", "cancelled", "session_cancelled", "lapsed"}


def mail_of(kind: str) -> Email:
    (seated if kind in SEATED else waiting)(kind)
    return Email.objects.filter(to="mia@example.org").latest("pk")


@pytest.mark.parametrize("kind", SEATED + WAITING)
def test_what_was_typed_stays_what_it_is(kind):
    mail = mail_of(kind)
    assert mail.message.count(TITLE) == 1
    assert mail.html_message.count(html.escape(TITLE)) == 1
    assert mail.message.count(NAME) >= 1
    assert mail.html_message.count(html.escape(NAME)) >= 1
    assert mail.html_message.count("<script") == mail.html_message.count("<b>") == 0
    assert mail.subject.count(ON_ONE_LINE) == 1
    assert mail.subject.count("\n") == mail.subject.count("\r") == 0
    # Nothing that was typed became a header.
    assert mail.headers == NO_ANSWERING_MACHINES


@pytest.mark.parametrize("kind", SEATED + WAITING)
def test_both_parts_say_it_and_tell_no_secret(kind):
    mail = mail_of(kind)
    one = Registration.objects.filter(name=NAME).get()
    key = manage_url(one)[:60]
    files = "".join(file.file.read().decode() for file in mail.attachments.all())
    files = files.replace("\r\n ", "")  # long lines are folded
    for part in (mail.message, mail.html_message, files):
        assert [part.count(text) for text in SOMEBODY_ELSE.values()] == [0] * 5
    has_entry = kind in WITH_LINK
    assert (files.count(LINK) > 0, files.count(key) > 0) == (has_entry, has_entry)
    for part in (mail.message, html.unescape(mail.html_message)):
        assert part.count("Burgers inspireren elkaar") == 1
        assert (part.count(LINK) > 0) == (kind in WITH_LINK)
        assert (part.count(key) > 0) == (kind not in WITHOUT_KEY)
    assert mail.html_message.count("<!DOCTYPE html>") == 1
    assert mail.html_message.count('lang="nl-BE"') == 1
