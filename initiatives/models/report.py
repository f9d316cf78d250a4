"""What visitors say is not right about an initiative, and what staff did about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from post_office.models import Email

from initiatives.models.initiative import Initiative
from mail.states import state_of


class ReportQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def waiting(self) -> ReportQuerySet:
        """What staff have to settle, longest waiting first."""
        return self.filter(outcome="").order_by("reported_at", "pk")


class Report(models.Model):
    """One 'Klopt er iets niet?'. The address goes the moment it is settled: by then a mail that
    tells the outcome waits in the queue."""

    class Kind(models.TextChoices):
        WRONG = "wrong", "Er staat iets dat niet klopt, of niet meer"
        GONE = "gone", "Dit initiatief bestaat niet meer"
        PERSON = "person", "Ik sta op een foto of in de tekst, en dat wil ik niet"
        OTHER = "other", "Iets anders"

    class Outcome(models.TextChoices):
        CHANGED = "changed", "aangepast"
        TAKEN_OFF = "taken_off", "van de site gehaald"
        NOTHING = "nothing", "niets veranderd"

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="reports", verbose_name="initiatief"
    )
    kind = models.CharField("wat is er", max_length=10, choices=Kind)
    text = models.TextField("wat de melder schreef", max_length=2000, blank=True)
    email = models.EmailField("e-mailadres van de melder", max_length=254, blank=True)
    reported_at = models.DateTimeField("gemeld op", auto_now_add=True)
    # The same for a second click on the same button.
    key = models.CharField(max_length=64, editable=False)
    outcome = models.CharField("wat we deden", max_length=10, choices=Outcome, blank=True)
    answer = models.TextField("wat we de melder lieten weten", max_length=1000, blank=True)
    settled_at = models.DateTimeField("afgehandeld op", null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="afgehandeld door",
    )
    mail = models.OneToOneField(
        Email, models.SET_NULL, null=True, related_name="report_answered", verbose_name="mail"
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        ordering = ["reported_at", "pk"]
        indexes = [
            models.Index(fields=["reported_at"], name="report_waiting", condition=Q(outcome=""))
        ]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "key"], name="report_sent_once"),
            models.CheckConstraint(
                name="report_outcome_has_its_maker",
                condition=Q(outcome="", settled_at__isnull=True, settled_by__isnull=True)
                | (~Q(outcome="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="report_settled_knows_no_address", condition=Q(outcome="") | Q(email="")
            ),
        ]

    def __str__(self) -> str:
        return f"melding {self.pk}"

    @property
    def mail_state(self) -> str:
        """Where the mail to its maker stands, in words."""
        return state_of(self.mail)
