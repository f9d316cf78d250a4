"""One meeting that people can register for: a date of a workshop, an event of the roadshow."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from agenda.models.accessibility import Accessible
from agenda.models.choices import Audience, Booking, Kind, SessionStatus, SessionWay, Way
from places.models import Municipality

MOST_SEATS = 6  # the usual most for one registration


def new_link_key() -> str:
    """A fresh secret: links made with the old one stop working."""
    return secrets.token_urlsafe(24)


class SessionQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def shown(self) -> SessionQuerySet:
        """What everybody may see: published, also what was cancelled after that, and not for one
        group only."""
        return self.exclude(status=SessionStatus.DRAFT).filter(is_closed=False)

    def coming(self) -> SessionQuerySet:
        """What is not over yet, soonest first."""
        return self.filter(ends_at__gt=timezone.now()).order_by("begins_at", "pk")

    def of_month(self, year: int, month: int) -> SessionQuerySet:
        """What begins in that month of Brussels time, soonest first."""
        return self.filter(begins_at__year=year, begins_at__month=month).order_by("begins_at", "pk")

    def for_cards(self) -> SessionQuerySet:
        """With all that a card shows, in one query."""
        return self.select_related("municipality__province")


class Session(Accessible):
    """When, where or online, for whom, and how many seats. Seats change hands in
    agenda/registration.py; what participants must know of changes in agenda/scheduling.py."""

    uuid = models.UUIDField("kenmerk", default=uuid.uuid4, unique=True, editable=False)
    status = models.CharField(
        "status", max_length=10, choices=SessionStatus, default=SessionStatus.DRAFT
    )
    kind = models.CharField("soort", max_length=10, choices=Kind, default=Kind.WORKSHOP)
    title = models.CharField("titel", max_length=120)
    summary = models.TextField("waarover het gaat", max_length=600, blank=True)
    # The page of the workshop or the event, on this site. The agenda doesn't know those apps.
    page = models.CharField("adres van de uitleg", max_length=200, blank=True)
    audiences = ArrayField(
        models.CharField(max_length=20, choices=Audience), verbose_name="voor wie", default=list
    )

    begins_at = models.DateTimeField("begint")
    ends_at = models.DateTimeField("eindigt")
    way = models.CharField("hoe", max_length=10, choices=SessionWay, default=SessionWay.ON_SITE)
    # Only participants ever see it.
    online_link = models.URLField("link om online deel te nemen", max_length=500, blank=True)
    venue = models.CharField("plaats", max_length=120, blank=True)
    street = models.CharField("straat en nummer", max_length=120, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name="gemeente",
    )
    route = models.TextField("hoe je er komt", max_length=600, blank=True)

    seats_on_site = models.PositiveIntegerField("plaatsen ter plaatse", default=0)
    seats_online = models.PositiveIntegerField("plaatsen online", default=0)
    # Kept by a trigger (migration 0002) from the registrations; what code writes here is not heard.
    taken_on_site = models.PositiveIntegerField(default=0, editable=False)
    taken_online = models.PositiveIntegerField(default=0, editable=False)
    waiting_on_site = models.PositiveIntegerField(default=0, editable=False)
    waiting_online = models.PositiveIntegerField(default=0, editable=False)
    most_seats = models.PositiveSmallIntegerField(
        "meeste plaatsen per inschrijving", default=MOST_SEATS
    )
    opens_at = models.DateTimeField("inschrijven kan vanaf", null=True, blank=True)
    closes_at = models.DateTimeField("inschrijven kan tot", null=True, blank=True)

    is_closed = models.BooleanField(
        "besloten groep",
        default=False,
        help_text="Staat niet in de agenda. Inschrijven kan alleen met de geheime link.",
    )
    link_key = models.CharField(max_length=40, default=new_link_key, editable=False)
    # Raised by each change that participants must know: their calendar takes the highest.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    cancelled_reason = models.TextField("waarom het niet doorgaat", max_length=600, blank=True)
    is_example = models.BooleanField(
        "voorbeeld", default=False, help_text="Verzonnen om te tonen hoe het werkt."
    )
    trainers = models.ManyToManyField(
        "agenda.Trainer",
        through="agenda.TrainerBooking",
        related_name="sessions",
        verbose_name="begeleiders",
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    changed_at = models.DateTimeField("veranderd op", auto_now=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        ordering = ["begins_at", "pk"]
        indexes = [models.Index(fields=["begins_at"], name="session_begins")]
        constraints = [
            models.CheckConstraint(
                name="session_ends_after_it_begins", condition=Q(ends_at__gt=F("begins_at"))
            ),
            models.CheckConstraint(
                name="session_registration_closes_by_the_begin",
                condition=Q(closes_at=None) | Q(closes_at__lte=F("begins_at")),
            ),
            models.CheckConstraint(
                name="session_registration_opens_before_it_closes",
                condition=(Q(opens_at=None) | Q(opens_at__lt=F("begins_at")))
                & (Q(opens_at=None) | Q(closes_at=None) | Q(opens_at__lt=F("closes_at"))),
            ),
            # The heart of the seat book.
            models.CheckConstraint(
                name="session_is_not_overbooked",
                condition=Q(taken_on_site__lte=F("seats_on_site"))
                & Q(taken_online__lte=F("seats_online")),
            ),
            models.CheckConstraint(
                name="session_seats_match_its_way",
                condition=~Q(way=SessionWay.ONLINE, seats_on_site__gt=0)
                & ~Q(way=SessionWay.ON_SITE, seats_online__gt=0),
            ),
            models.CheckConstraint(
                name="session_gives_one_registration_a_seat", condition=Q(most_seats__gte=1)
            ),
            models.CheckConstraint(
                name="session_open_has_a_title_and_an_audience",
                condition=Q(status=SessionStatus.DRAFT) | (~Q(title="") & Q(audiences__len__gt=0)),
            ),
            models.CheckConstraint(
                name="session_open_has_a_place",
                condition=Q(status=SessionStatus.DRAFT)
                | Q(way=SessionWay.ONLINE)
                | (~Q(venue="") & Q(municipality__isnull=False)),
            ),
            models.CheckConstraint(
                name="session_cancelled_says_why",
                condition=~Q(status=SessionStatus.CANCELLED) | ~Q(cancelled_reason=""),
            ),
            models.CheckConstraint(
                name="session_audiences_known",
                condition=Q(audiences__contained_by=Audience.values),
            ),
            models.CheckConstraint(
                name="session_status_known", condition=Q(status__in=SessionStatus.values)
            ),
            models.CheckConstraint(
                name="session_way_known", condition=Q(way__in=SessionWay.values)
            ),
            models.CheckConstraint(name="session_kind_known", condition=Q(kind__in=Kind.values)),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({timezone.localtime(self.begins_at):%d-%m-%Y %H:%M})"

    def get_absolute_url(self) -> str:
        # An event has a page of its own, with the same form on it.
        if self.page and self.kind in {Kind.EVENT, Kind.FOLLOW_UP}:
            return self.page
        return reverse("agenda:session", args=[self.uuid])

    @property
    def ways(self) -> list[Way]:
        """How one can take part."""
        return list(Way) if self.way == SessionWay.BOTH else [Way(self.way)]

    def seats(self, way: Way) -> int:
        """How many seats there are for `way`."""
        return getattr(self, f"seats_{Way(way).value}")

    def taken(self, way: Way) -> int:
        """How many of those are given away or kept for somebody who may still accept."""
        return getattr(self, f"taken_{Way(way).value}")

    def free(self, way: Way) -> int:
        """How many seats nobody holds. Free is not for whoever asks: see `waiting`."""
        return self.seats(way) - self.taken(way)

    def waiting(self, way: Way) -> int:
        """How many registrations are on the waiting list of `way`."""
        return getattr(self, f"waiting_{Way(way).value}")

    @property
    def has_begun(self) -> bool:
        return self.begins_at <= timezone.now()

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()

    @property
    def last_moment(self) -> datetime:
        """Until when people can register."""
        return self.closes_at or self.begins_at

    @property
    def booking(self) -> Booking:
        """Whether one can register now, or why not. Full is no reason: there is a waiting list."""
        now = timezone.now()
        if self.status == SessionStatus.DRAFT:
            return Booking.UNPUBLISHED
        if self.status == SessionStatus.CANCELLED:
            return Booking.CANCELLED
        if self.has_begun:
            return Booking.PAST
        if self.opens_at and now < self.opens_at:
            return Booking.NOT_YET
        return Booking.OPEN if now < self.last_moment else Booking.CLOSED
