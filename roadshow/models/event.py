"""An inspiration event or a follow-up session: who hosts it, its programme, what is shown there."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agenda.models import Kind, Session, SessionStatus
from initiatives.models import Initiative
from places.models import Municipality
from workshops.models import Request

WEB_ADDRESS = r"^https?://"


class RoadshowEventQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def shown(self) -> RoadshowEventQuerySet:
        """What everybody may see: of a session that was published, also when it was called off,
        and that is not for one group only."""
        return self.exclude(session__status=SessionStatus.DRAFT).filter(session__is_closed=False)

    def for_cards(self) -> RoadshowEventQuerySet:
        """With all that a card shows, in one query."""
        return self.select_related(
            "session__municipality__province",
            "host__province",
            "host__successor__province",
            "follows__session",
        )


class RoadshowEvent(models.Model):
    """What the roadshow adds to a session of the agenda (report, chapter 5.4.1).

    When, where and how many seats stand in the session, and change in the agenda's rules; what is
    of the roadshow changes in roadshow/planning.py.
    """

    session = models.OneToOneField(
        Session, models.CASCADE, primary_key=True, related_name="of_roadshow", verbose_name="sessie"
    )
    slug = models.SlugField("adres", max_length=100, unique=True)
    # Filled for a follow-up session: the event that it follows.
    follows = models.ForeignKey(
        "self",
        # A draft can be removed, and with it its event.
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name="volgt op",
    )
    host = models.ForeignKey(
        Municipality, models.PROTECT, related_name="hosted_events", verbose_name="gastgemeente"
    )
    occasion = models.CharField(
        "naar aanleiding van",
        max_length=200,
        blank=True,
        help_text="Bijvoorbeeld: de opening van een buurthuis.",
    )
    lead = models.TextField("inleiding", max_length=600, blank=True)
    # What happened, told afterwards.
    report = models.TextField("hoe het was", max_length=3000, blank=True)
    request = models.OneToOneField(
        Request,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="roadshow_event",
        verbose_name="aanvraag",
    )
    # Whom we write to at the host's; never on the site.
    host_name = models.CharField("contact bij de gastheer", max_length=100, blank=True)
    host_email = models.EmailField("e-mailadres van dat contact", max_length=254, blank=True)

    film_title = models.CharField("titel van de film", max_length=120, blank=True)
    # Nothing loads from there before somebody clicks.
    film_link = models.URLField("adres van de film", max_length=500, blank=True)
    film_still = models.ImageField("stilstaand beeld", upload_to="films", blank=True)
    film_still_alt = models.CharField("wat op dat beeld te zien is", max_length=250, blank=True)

    # Where nobody registered, as in a broadcast: how many were reached, by estimate.
    people_reached = models.PositiveIntegerField(
        "bereikte mensen",
        null=True,
        blank=True,
        help_text="Alleen als niet iedereen zich inschreef. Anders tellen we wie er was.",
    )
    notes = models.TextField("notities voor het draaiboek", max_length=3000, blank=True)
    is_example = models.BooleanField(
        "voorbeeld", default=False, help_text="Een detail is verzonnen om te tonen hoe het werkt."
    )

    objects = RoadshowEventQuerySet.as_manager()

    class Meta:
        verbose_name = "inspiratiemoment of opvolgsessie"
        verbose_name_plural = "inspiratiemomenten en opvolgsessies"
        ordering = ["session__begins_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="event_does_not_follow_itself", condition=~Q(follows=F("session"))
            ),
            models.CheckConstraint(
                name="event_film_is_a_web_address",
                condition=Q(film_link="") | Q(film_link__regex=WEB_ADDRESS),
            ),
            models.CheckConstraint(
                name="event_film_has_a_title", condition=Q(film_link="") | ~Q(film_title="")
            ),
            models.CheckConstraint(
                name="event_still_is_described", condition=Q(film_still="") | ~Q(film_still_alt="")
            ),
        ]

    def __str__(self) -> str:
        return str(self.session)

    def get_absolute_url(self) -> str:
        return reverse("roadshow:event", args=[self.slug])

    @property
    def is_follow_up(self) -> bool:
        """Whether it is a follow-up session, and not an inspiration event."""
        return self.session.kind == Kind.FOLLOW_UP


class ProgrammeItem(models.Model):
    """One part of an event's programme."""

    event = models.ForeignKey(
        RoadshowEvent, models.CASCADE, related_name="programme", verbose_name="inspiratiemoment"
    )
    begins = models.TimeField("om")
    title = models.CharField("titel", max_length=100)
    text = models.CharField("uitleg", max_length=300, blank=True)
    is_example = models.BooleanField("voorbeeld", default=False)

    class Meta:
        verbose_name = "deel van het programma"
        verbose_name_plural = "programma"
        ordering = ["begins", "pk"]

    def __str__(self) -> str:
        return f"{self.begins:%H:%M} {self.title}"


class ShownPractice(models.Model):
    """An initiative that is shown at an event, and who tells of it. Only what is published is seen:
    what is withdrawn disappears from the programme by itself."""

    event = models.ForeignKey(
        RoadshowEvent, models.CASCADE, related_name="practices", verbose_name="inspiratiemoment"
    )
    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        related_name="shown_at",
        verbose_name="praktijk",
    )
    teller = models.CharField(
        "wie erover vertelt",
        max_length=120,
        blank=True,
        help_text="Alleen wie het goed vindt om hier met naam te staan.",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    # When the host was told that it was withdrawn.
    told_gone_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "getoonde praktijk"
        verbose_name_plural = "getoonde praktijken"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "initiative"], name="practice_once_an_event"),
        ]

    def __str__(self) -> str:
        return str(self.initiative)
