"""What tests look at after a step."""

from __future__ import annotations

from post_office.models import Email

from agenda.models import Registration, SeatChange, Session, Way


def stands(*registrations: Registration) -> list[str]:
    """The status of each, as it is stored now."""
    return [Registration.objects.get(pk=one.pk).status for one in registrations]


def steps(about: Registration | Session) -> list[str]:
    """The steps in the audit of a registration, or of a session itself."""
    rows = SeatChange.objects.filter(
        **{"registration": about}
        if isinstance(about, Registration)
        else {"session": about, "registration": None}
    )
    return list(rows.values_list("step", flat=True))


def book(session: Session) -> list[tuple[int, int, int]]:
    """Seats, taken and waiting, on site and online."""
    session.refresh_from_db()
    return [(session.seats(way), session.taken(way), session.waiting(way)) for way in Way]


def mails(since: int = 0) -> list[tuple[str, str]]:
    """To whom and about what, of the mails after the first `since`."""
    rows = Email.objects.order_by("pk")[since:]
    return [(mail.to[0].partition("@")[0], mail.subject.partition(":")[0]) for mail in rows]
