"""Somebody asks for a workshop, for coaching or for an inspiration event: the question, and the
moments proposed for it."""

from __future__ import annotations

from uuid import UUID, uuid5

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from agenda.models import Audience, Session, SessionStatus, SessionWay, Trainer, Way
from initiatives.working_days import WORKING_DAYS_PROMISED, working_days_since
from places.models import Municipality
from workshops.models.linked import Linked
from workshops.models.workshop import Workshop

MOST_PROPOSED = 3
LARGEST_GROUP = 200


class RequestQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def at_staff(self) -> RequestQuerySet:
        """What waits for an answer of ours, the oldest first."""
        return self.filter(status=Request.Status.WAITING).order_by("turn_since", "pk")

    def with_all(self) -> RequestQuerySet:
        """With what its pages show, in a fixed number of queries."""
        return self.select_related(
            "workshop", "municipality__province", "session__municipality", "assigned_to"
        ).prefetch_related(
            "preferred", "moments__trainers", "moments__municipality", "trail__staff"
        )


class Request(Linked):
    """A question for a workshop, for coaching or for an inspiration event. Changes status only by
    a step: see workshops/steps.py."""

    class Kind(models.TextChoices):
        WORKSHOP = "workshop", "workshop"
        COACHING = "coaching", "coaching"
        EVENT = "event", "inspiratiemoment"

    class Status(models.TextChoices):
        WAITING = "waiting", "wacht op ons antwoord"
        PROPOSED = "proposed", "kiest een moment"
        CONFIRMED = "confirmed", "ligt vast"
        DECLINED = "declined", "kan niet"
        WITHDRAWN = "withdrawn", "ingetrokken"
        # Settled, and then the asker could not after all.
        CALLED_OFF = "called_off", "afgezegd"

    # Whose turn it is; the others are settled.
    OPEN = [Status.WAITING, Status.PROPOSED]

    kind = models.CharField("wat", max_length=10, choices=Kind)
    workshop = models.ForeignKey(
        Workshop,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="requests",
        verbose_name="workshop",
    )
    status = models.CharField("stand", max_length=10, choices=Status, default=Status.WAITING)
    # Raised by each step: who decides on what changed meanwhile, is told.
    revision = models.PositiveIntegerField(default=0, editable=False)
    turn_since = models.DateTimeField("aan de beurt sinds", default=timezone.now, editable=False)

    audience = models.CharField("soort organisatie", max_length=20, choices=Audience)
    # A citizen may have neither.
    organisation = models.CharField("dienst of organisatie", max_length=120, blank=True)
    role = models.CharField("functie", max_length=100, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="requests", verbose_name="gemeente"
    )
    name = models.CharField("naam", max_length=100, blank=True)
    email = models.EmailField("e-mailadres", max_length=254, blank=True)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    question = models.TextField("vraag", max_length=2000, blank=True)
    # Of an inspiration event: 'de opening van een buurthuis', and what place the asker has for it.
    occasion = models.CharField("aanleiding", max_length=200, blank=True)
    place_offered = models.CharField("plaats die er is", max_length=200, blank=True)
    group_size = models.PositiveSmallIntegerField(
        "grootte van de groep",
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST_GROUP)],
    )
    way = models.CharField("hoe", max_length=10, choices=SessionWay)
    # The words agreed to, as they were then, and when.
    consent_version = models.CharField("versie van de toestemming", max_length=20, blank=True)
    consent_text = models.TextField("toestemming", blank=True)
    consent_at = models.DateTimeField("toestemming gegeven op", null=True, blank=True)

    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="toegewezen aan",
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beantwoord door",
    )
    message = models.TextField("ons bericht", max_length=1000, blank=True)
    # Why none of our moments fits, in the asker's words.
    refusal = models.TextField("waarom niets past", max_length=600, blank=True)
    lapses_at = models.DateTimeField("voorstel geldt tot", null=True, blank=True)
    reminded_at = models.DateTimeField("herinnerd op", null=True, blank=True)
    session = models.OneToOneField(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="of_request",
        verbose_name="sessie",
    )
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)
    erased_at = models.DateTimeField("gewist op", null=True, blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        permissions = [("erase_request", "Kan alle gegevens van een aanvraag wissen")]
        ordering = ["turn_since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="request_status_known",
                condition=Q(
                    status__in=[
                        *("waiting", "proposed", "confirmed"),
                        *("declined", "withdrawn", "called_off"),
                    ]
                ),
            ),
            models.CheckConstraint(
                name="request_kind_known", condition=Q(kind__in=["workshop", "coaching", "event"])
            ),
            models.CheckConstraint(
                name="request_is_for_a_workshop_or_something_else",
                condition=Q(kind="workshop", workshop__isnull=False)
                | ~Q(kind="workshop") & Q(workshop=None),
            ),
            models.CheckConstraint(
                name="request_is_of_an_organisation_or_a_citizen",
                condition=~Q(organisation="") | Q(kind="event", audience="citizens"),
            ),
            models.CheckConstraint(
                name="request_only_an_event_has_an_occasion",
                condition=Q(kind="event") | Q(occasion="", place_offered=""),
            ),
            models.CheckConstraint(
                name="request_confirmed_has_a_session",
                condition=Q(status__in=["confirmed", "called_off"], session__isnull=False)
                | ~Q(status__in=["confirmed", "called_off"]) & Q(session=None),
            ),
            models.CheckConstraint(
                name="request_proposal_has_an_end",
                condition=Q(status="proposed", lapses_at__isnull=False)
                | ~Q(status="proposed") & Q(lapses_at=None),
            ),
            models.CheckConstraint(
                name="request_answer_is_of_somebody",
                condition=Q(answered_by__isnull=False)
                | ~Q(status__in=["proposed", "confirmed", "declined", "called_off"]),
            ),
            models.CheckConstraint(
                name="request_group_has_a_size",
                condition=Q(group_size__gte=1, group_size__lte=LARGEST_GROUP),
            ),
            models.CheckConstraint(
                name="request_is_of_somebody_who_agreed",
                condition=Q(erased_at__isnull=False, name="", email="", consent_at=None)
                | Q(erased_at=None, consent_at__isnull=False)
                & ~Q(name="")
                & ~Q(email="")
                & ~Q(consent_text=""),
            ),
            models.CheckConstraint(
                name="request_audience_known", condition=Q(audience__in=Audience.values)
            ),
            models.CheckConstraint(
                name="request_way_known", condition=Q(way__in=SessionWay.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {self.municipality}"

    @property
    def subject(self) -> str:
        """What is asked for, in words."""
        return self.workshop.title if self.workshop else self.get_kind_display().capitalize()

    @property
    def for_whom(self) -> str:
        """The organisation, where there is one, and the municipality."""
        return ", ".join(part for part in (self.organisation, str(self.municipality)) if part)

    @property
    def is_event(self) -> bool:
        """Whether it is about an inspiration event."""
        return self.kind == self.Kind.EVENT

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.status in self.OPEN

    @property
    def whose_turn(self) -> str:
        """'wij', 'de aanvrager' or 'niemand'."""
        turns = {self.Status.WAITING: "wij", self.Status.PROPOSED: "de aanvrager"}
        return turns.get(self.status, "niemand")

    @property
    def days_waiting(self) -> int | None:
        """Working days since the turn went to whose it is; None when it is nobody's."""
        return working_days_since(self.turn_since) if self.is_open else None

    @property
    def is_late(self) -> bool:
        """Whether it is our turn for longer than we promise."""
        return self.status == self.Status.WAITING and self.days_waiting > WORKING_DAYS_PROMISED

    @property
    def can_be_called_off(self) -> bool:
        """Whether the session that it became is still to come."""
        return (
            self.status == self.Status.CONFIRMED
            and self.session.status != SessionStatus.CANCELLED
            and not self.session.has_begun
        )

    @property
    def calendar_uid(self) -> UUID:
        """By which the asker's calendar knows the session again."""
        return uuid5(self.uuid, "session")

    @property
    def open_moments(self) -> list[ProposedMoment]:
        """What can be picked from, in order."""
        return [one for one in self.moments.all() if one.status == ProposedMoment.Status.OPEN]


class PreferredMoment(models.Model):
    """A day and a part of it that would suit whoever asks."""

    class Part(models.TextChoices):
        MORNING = "morning", "voormiddag"
        AFTERNOON = "afternoon", "namiddag"
        EVENING = "evening", "avond"

    request = models.ForeignKey(
        Request, models.CASCADE, related_name="preferred", verbose_name="aanvraag"
    )
    day = models.DateField("dag")
    part = models.CharField("deel van de dag", max_length=10, choices=Part)

    class Meta:
        verbose_name = "voorkeur"
        verbose_name_plural = "voorkeuren"
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "day", "part"], name="preferred_once")
        ]

    def __str__(self) -> str:
        return f"{self.day:%d-%m-%Y}, {self.get_part_display()}"


class ProposedMoment(models.Model):
    """A moment that we proposed. It holds nobody: who picks first has the trainers."""

    class Status(models.TextChoices):
        OPEN = "open", "kan gekozen worden"
        PICKED = "picked", "gekozen"
        LEFT = "left", "niet gekozen"

    request = models.ForeignKey(
        Request, models.CASCADE, related_name="moments", verbose_name="aanvraag"
    )
    # One of three, while it can be picked.
    slot = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    status = models.CharField("stand", max_length=10, choices=Status, default=Status.OPEN)
    begins_at = models.DateTimeField("begint")
    ends_at = models.DateTimeField("eindigt")
    way = models.CharField("hoe", max_length=10, choices=Way)
    venue = models.CharField("plaats", max_length=120, blank=True)
    street = models.CharField("straat en nummer", max_length=120, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gemeente",
    )
    online_link = models.URLField("link om online deel te nemen", max_length=500, blank=True)
    trainers = models.ManyToManyField(Trainer, related_name="+", verbose_name="begeleiders")

    class Meta:
        verbose_name = "voorgesteld moment"
        verbose_name_plural = "voorgestelde momenten"
        ordering = ["begins_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "slot"], name="proposal_own_slot"),
            models.UniqueConstraint(
                fields=["request"], name="proposal_picked_once", condition=Q(status="picked")
            ),
            models.CheckConstraint(
                name="proposal_at_most_three_open",
                condition=Q(status="open", slot__isnull=False, slot__gte=1, slot__lte=MOST_PROPOSED)
                | ~Q(status="open") & Q(slot=None),
            ),
            models.CheckConstraint(
                name="proposal_status_known", condition=Q(status__in=["open", "picked", "left"])
            ),
            models.CheckConstraint(
                name="proposal_ends_after_it_begins", condition=Q(ends_at__gt=F("begins_at"))
            ),
            models.CheckConstraint(
                name="proposal_has_a_place",
                condition=Q(way="online")
                | Q(way="on_site", municipality__isnull=False) & ~Q(venue=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.begins_at):%d-%m-%Y %H:%M}"

    @property
    def where(self) -> str:
        """'online', or the place with its street and municipality."""
        if self.way == Way.ONLINE:
            return "online"
        return ", ".join(part for part in (self.venue, self.street, str(self.municipality)) if part)
