"""One function a message. Each is queued in the database, in the caller's transaction; the texts
stand in templates/mail/agenda_*. Who has seats gets a calendar file along that puts the session in
their calendar, moves it there, or takes it out."""

from __future__ import annotations

from collections import defaultdict

from django.utils import timezone

from agenda import wording
from agenda.calendar import invitation, withdrawal
from agenda.links import calendar_url, evaluation_url, manage_url, session_url
from agenda.models import Notice, Registration, RegistrationStatus, Way
from mail.sending import File, queue_mail


def send_registered(registration: Registration) -> None:
    """You have your seats."""
    _queue("agenda_registered", registration)


def send_waiting(registration: Registration) -> None:
    """You are on the waiting list, and how that works."""
    _queue("agenda_waiting", registration)


def send_offer(registration: Registration) -> None:
    """There is room for you: do you still want it, and until when you can say so."""
    _queue("agenda_offer", registration, until=wording.when(registration.offered_until))


def send_seated(registration: Registration) -> None:
    """There is room for you, so shortly before that we did not ask."""
    _queue("agenda_seated", registration)


def send_lapsed(registration: Registration) -> None:
    """You did not answer, so the seats went to the next."""
    _queue("agenda_lapsed", registration)


def send_room(registration: Registration) -> None:
    """You are the first who waits, and there is room for fewer than you asked."""
    _queue("agenda_room", registration)


def send_changed(registration: Registration) -> None:
    """You come with more, or with fewer."""
    _queue("agenda_changed", registration)


def send_handed_over(registration: Registration, *, name: str, email: str) -> None:
    """To the former owner: it is somebody else's now, and your link works no longer."""
    files = [withdrawal(registration, email=email)] if _has_seats(registration) else []
    _queue("agenda_handed_over", registration, to=email, files=files, former_name=name)


def send_taken_over(registration: Registration, *, former_name: str) -> None:
    """To the new owner: it is yours now, and what you can do with it."""
    _queue("agenda_taken_over", registration, former_name=former_name)


def send_cancelled(registration: Registration, *, had_seat: bool) -> None:
    """You are no longer expected. `had_seat`: it was in your calendar."""
    files = [withdrawal(registration, email=registration.email)] if had_seat else []
    _queue("agenda_cancelled", registration, files=files, had_seat=had_seat)


def send_put_back(registration: Registration, *, had_seat: bool) -> None:
    """There are fewer seats than we thought: you are back on the waiting list, at its head.
    `had_seat`: it was in your calendar."""
    files = [withdrawal(registration, email=registration.email)] if had_seat else []
    _queue("agenda_put_back", registration, files=files)


def send_moved(registration: Registration, *, changed: set[str]) -> None:
    """The session is at another time or place; `changed` names the fields."""
    times = {"begins_at", "ends_at"}
    _queue(
        "agenda_moved",
        registration,
        other_time=bool(changed & times),
        other_place=bool(changed - times),
    )


def send_online_now(registration: Registration) -> None:
    """The session is online instead of on site."""
    _queue("agenda_online_now", registration)


def send_session_cancelled(registration: Registration) -> None:
    """The session is called off, and why."""
    has_seats = _has_seats(registration)
    files = [withdrawal(registration, email=registration.email)] if has_seats else []
    _queue("agenda_session_cancelled", registration, files=files)


def send_own_link(registration: Registration) -> None:
    """Somebody wanted to register with your address; you were already. Here is your page."""
    _queue("agenda_own_link", registration, files=[])


def send_all_links(email: str) -> None:
    """A new link to each registration of this address that is not over; nothing when there is
    none."""
    coming = (
        Registration.objects.live().of_address(email).filter(session__ends_at__gt=timezone.now())
    )
    links = defaultdict(list)
    for registration in coming.select_related("session").order_by("session__begins_at"):
        day = wording.day(registration.session.begins_at)
        links[registration.email].append(
            (registration.session.title, day, manage_url(registration))
        )
    # To the address that we know, never to the one typed: two that Postgres takes for one may be
    # the mailboxes of two people.
    for known, found in links.items():
        queue_mail(to=known, template="agenda_all_links", context={"links": found})


def send_notice(registration: Registration, kind: Notice.Kind) -> None:
    """What the clock asks: a reminder with link or route, or a thank-you with the evaluation. No
    calendar file goes along: nothing changed."""
    if kind == Notice.Kind.THANKS:
        url = evaluation_url(registration)
        _queue("agenda_thanks", registration, files=[], evaluation_url=url)
    else:
        _queue("agenda_reminder", registration, files=[])


def _queue(
    template: str,
    registration: Registration,
    *,
    to: str = "",
    files: list[File] | None = None,
    **context,
) -> None:
    """Without `files`, an invitation goes along to who has seats."""
    if files is None:
        files = [invitation(registration)] if _has_seats(registration) else []
    queue_mail(
        to=to or registration.email,
        template=template,
        context=_context(registration) | context,
        files=files,
    )


def _has_seats(registration: Registration) -> bool:
    return registration.status == RegistrationStatus.CONFIRMED


def _context(registration: Registration) -> dict:
    session = registration.session
    is_confirmed = _has_seats(registration)
    return {
        "registration": registration,
        "session": session,
        "day": wording.day(session.begins_at),
        "hours": wording.hours(session),
        "seats": wording.seats(registration.seats),
        "is_online": registration.way == Way.ONLINE,
        "is_confirmed": is_confirmed,
        "is_waiting": registration.status == RegistrationStatus.WAITING,
        "is_offered": registration.status == RegistrationStatus.OFFERED,
        "until": registration.offered_until and wording.when(registration.offered_until),
        "place": registration.place_in_queue,
        "room": registration.told_of_room,
        "room_in_words": wording.seats(registration.told_of_room),
        # Only participants may know it.
        "online_link": session.online_link if is_confirmed else "",
        "manage_url": manage_url(registration),
        "session_url": session_url(session),
        "calendar_url": calendar_url(registration.email),
    }
