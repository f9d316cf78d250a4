"""Who takes part in a session, with how many, and where they stand."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from agenda.models.choices import HOLDING, LIVE, RegistrationStatus, Way
from agenda.models.session import Session, new_link_key
from places.models import Municipality


class RegistrationQuerySet(models.QuerySet):
    """The questions that rules and pages ask."""

    def live(self) -> RegistrationQuerySet:
        """Who still counts on it: registered, offered a seat, or waiting."""
        return self.filter(status__in=LIVE)

    def holding(self) -> RegistrationQuerySet:
        """Who holds seats, the first to come first."""
        return self.filter(status__in=HOLDING).order_by("pk")

    def waiting(self, way: Way | None = None) -> RegistrationQuerySet:
        """The waiting list in its order, of one way of taking part or of all."""
        queue = self.filter(status=RegistrationStatus.WAITING).order_by("queue_number")
        return queue.filter(way=way) if way else queue

    def of_address(self, email: str) -> RegistrationQuerySet:
        """All of one e-mail address, in capitals or not."""
        return self.annotate(address=Lower("email")).filter(address=email.strip().lower())


class Registration(models.Model):
    """A person, or an organisation by somebody, with one or more seats of one session.

    Changes hands and status only in agenda/registration.py.
    """

    session = models.ForeignKey(
        Session, models.PROTECT, related_name="registrations", verbose_name="sessie"
    )
    uuid = models.UUIDField("kenmerk", default=uuid.uuid4, unique=True, editable=False)
    link_key = models.CharField(max_length=40, default=new_link_key, editable=False)
    status = models.CharField("status", max_length=10, choices=RegistrationStatus)
    way = models.CharField("hoe", max_length=10, choices=Way)
    seats = models.PositiveIntegerField("plaatsen")

    name = models.CharField("naam", max_length=100, blank=True)
    organisation = models.CharField("organisatie", max_length=120, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name="gemeente",
    )
    email = models.EmailField("e-mailadres", max_length=254, blank=True)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    access_needs = models.TextField("wat nodig is om mee te doen", max_length=600, blank=True)
    dietary_needs = models.TextField("wat iemand (niet) eet", max_length=300, blank=True)
    note = models.TextField("opmerking", max_length=600, blank=True)
    wants_follow_up = models.BooleanField("wil weten wat erna komt", default=False)
    # The words agreed to, as they were then, and when.
    consent_version = models.CharField("versie van de toestemming", max_length=20, blank=True)
    consent_text = models.TextField("toestemming", blank=True)
    consent_at = models.DateTimeField("toestemming gegeven op", null=True, blank=True)

    # The lowest number of those who wait is first. Who is put back goes below the first.
    queue_number = models.IntegerField("plaats in de rij", null=True, blank=True)
    queued_at = models.DateTimeField("wacht sinds", null=True, blank=True)
    offered_until = models.DateTimeField("aanbod geldt tot", null=True, blank=True)
    # The first of the list asks more seats than are free: so many were free when told so.
    told_of_room = models.PositiveIntegerField(default=0, editable=False)
    present = models.PositiveIntegerField("aanwezig", null=True, blank=True)
    # Raised by each change: a calendar takes the highest.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField("ingeschreven op", auto_now_add=True)
    erased_at = models.DateTimeField("gewist op", null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = "inschrijving"
        verbose_name_plural = "inschrijvingen"
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["offered_until"],
                name="registration_offers",
                condition=Q(status=RegistrationStatus.OFFERED),
            ),
            models.Index(Lower("email"), name="registration_address"),
        ]
        constraints = [
            models.UniqueConstraint(
                "session",
                Lower("email"),
                name="registration_once_an_address",
                condition=Q(status__in=LIVE) & ~Q(email=""),
            ),
            models.UniqueConstraint(
                fields=["session", "queue_number"], name="registration_own_place_in_the_queue"
            ),
            models.CheckConstraint(name="registration_takes_a_seat", condition=Q(seats__gte=1)),
            models.CheckConstraint(
                name="registration_waits_in_a_queue",
                condition=Q(
                    status=RegistrationStatus.WAITING,
                    queue_number__isnull=False,
                    queued_at__isnull=False,
                )
                | ~Q(status=RegistrationStatus.WAITING) & Q(queue_number=None, queued_at=None),
            ),
            models.CheckConstraint(
                name="registration_offer_has_an_end",
                condition=Q(status=RegistrationStatus.OFFERED, offered_until__isnull=False)
                | ~Q(status=RegistrationStatus.OFFERED) & Q(offered_until=None),
            ),
            models.CheckConstraint(
                name="registration_present_has_a_seat",
                condition=Q(present=None)
                | Q(status=RegistrationStatus.CONFIRMED, present__lte=F("seats")),
            ),
            models.CheckConstraint(
                name="registration_is_somebody_who_agreed",
                condition=Q(erased_at__isnull=False, name="", email="", consent_at=None)
                | Q(erased_at=None, consent_at__isnull=False)
                & ~Q(name="")
                & ~Q(email="")
                & ~Q(consent_text=""),
            ),
            models.CheckConstraint(
                name="registration_status_known", condition=Q(status__in=RegistrationStatus.values)
            ),
            models.CheckConstraint(name="registration_way_known", condition=Q(way__in=Way.values)),
        ]

    def __str__(self) -> str:
        return f"{self.name or '(gewist)'}: {self.seats} × {self.get_way_display()}"

    @property
    def is_live(self) -> bool:
        """Whether somebody still counts on it."""
        return self.status in LIVE

    @property
    def place_in_queue(self) -> int:
        """1 for the first on the waiting list of the same way; 0 when not waiting."""
        if self.queue_number is None:
            return 0
        queue = Registration.objects.filter(session=self.session_id).waiting(self.way)
        return queue.filter(queue_number__lte=self.queue_number).count()
