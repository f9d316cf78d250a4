"""The consent ledger: who agreed to what, for which use, until when."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from stories.models.choices import Helper, Use

# Renewal is asked so long before the end.
RENEWAL = timedelta(days=60)
# Two years, unless something else was agreed.
VALID_FOR = timedelta(days=730)


class AgreementQuerySet(models.QuerySet):
    """The questions that rules and pages ask."""

    def live(self) -> AgreementQuerySet:
        """What holds today."""
        today = timezone.localdate()
        return self.filter(ended_at=None, valid_from__lte=today, valid_until__gte=today)

    def for_use(self, use: Use) -> AgreementQuerySet:
        """What lets a story be used so today."""
        return self.live().filter(uses__contains=[use])

    def for_website(self) -> AgreementQuerySet:
        """What lets a story stand on the site today."""
        return self.for_use(Use.WEBSITE)

    def near_their_end(self) -> AgreementQuerySet:
        """What ends soon: the first to end comes first."""
        soon = timezone.localdate() + RENEWAL
        return self.live().filter(valid_until__lte=soon).order_by("valid_until", "pk")

    def to_renew(self) -> AgreementQuerySet:
        """What ends soon, and was not asked to be renewed yet."""
        return self.near_their_end().filter(renewal_asked_at=None)


class Agreement(models.Model):
    """What was agreed about one story: one row holds at a time, a next one ends it.

    Only stories/ledger.py and stories/publishing.py write these. What names people is emptied once
    it has ended: that there was an agreement stays, whose it was does not.
    """

    story = models.ForeignKey(
        "stories.Story", models.PROTECT, related_name="agreements", verbose_name="verhaal"
    )
    covers_portrait = models.BooleanField(
        "geldt ook voor de foto",
        default=False,
        help_text="De foto die nu bij het verhaal staat. Bij een andere foto vraag je het opnieuw.",
    )
    teller_name = models.CharField(
        "naam van de verteller", max_length=100, blank=True, help_text="Komt nooit op de site."
    )
    helper_name = models.CharField("naam van wie mee akkoord ging", max_length=100, blank=True)
    helper_role = models.CharField("in welke rol", max_length=16, choices=Helper, blank=True)
    email = models.EmailField(
        "e-mailadres",
        max_length=254,
        blank=True,
        help_text="Van de verteller, of van wie helpt. Daar gaat de link naartoe.",
    )
    uses = ArrayField(
        models.CharField(max_length=16, choices=Use), verbose_name="waarvoor", size=len(Use)
    )
    words = models.TextField("de woorden van de afspraak", max_length=3000, blank=True)
    version = models.CharField("versie van de woorden", max_length=40, blank=True)
    valid_from = models.DateField("geldt vanaf", default=timezone.localdate)
    valid_until = models.DateField("geldt tot en met")
    renewal_asked_at = models.DateTimeField("vernieuwing gevraagd op", null=True, blank=True)
    ended_at = models.DateTimeField("beëindigd op", null=True, blank=True, editable=False)
    recorded_at = models.DateTimeField("genoteerd op", auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name="genoteerd door",
    )

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "toestemming"
        verbose_name_plural = "toestemmingen"
        ordering = [F("ended_at").asc(nulls_first=True), "valid_until", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story"], condition=Q(ended_at=None), name="agreement_one_holds_per_story"
            ),
            models.CheckConstraint(name="agreement_is_for_something", condition=Q(uses__len__gt=0)),
            models.CheckConstraint(
                name="agreement_ends_after_it_begins",
                condition=Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="agreement_names_somebody_or_has_ended",
                condition=Q(ended_at=None) & ~Q(teller_name="") & ~Q(words="")
                | Q(ended_at__isnull=False, teller_name="", helper_name="", email="", words=""),
            ),
        ]

    def __str__(self) -> str:
        return f"toestemming {self.pk}, tot en met {self.valid_until:%d-%m-%Y}"

    @property
    def use_labels(self) -> list[str]:
        """What it is for, in words."""
        return [use.label for use in Use if use in self.uses]

    @property
    def days_left(self) -> int:
        """How many days it still holds after today; below zero when it is over."""
        return (self.valid_until - timezone.localdate()).days

    @property
    def may_be_renewed(self) -> bool:
        """Whether its end is near, or just past."""
        return self.ended_at is None and self.days_left <= RENEWAL.days

    @property
    def renewed_until(self) -> date:
        """Until when it would hold, if it was renewed today."""
        return timezone.localdate() + VALID_FOR
