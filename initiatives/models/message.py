"""What visitors had passed on to the people behind an initiative."""

from __future__ import annotations

from django.db import models
from post_office.models import Email

from initiatives.models.initiative import Initiative
from mail.states import state_of


class Message(models.Model):
    """That a message went, and when. What it says, and from whom, stands only in its two mails, and
    goes from there (mail/private.py)."""

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="messages", verbose_name="initiatief"
    )
    sent_at = models.DateTimeField("wanneer", auto_now_add=True)
    # The same for a second click on the same button.
    key = models.CharField(max_length=64, editable=False)
    mail = models.OneToOneField(
        Email, models.SET_NULL, null=True, related_name="message_sent", verbose_name="mail"
    )
    copy = models.OneToOneField(
        Email, models.SET_NULL, null=True, related_name="message_copied", verbose_name="kopie"
    )

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "key"], name="message_sent_once")
        ]

    def __str__(self) -> str:
        return f"bericht {self.pk}"

    @property
    def state(self) -> str:
        """Where its mail stands, in words."""
        return state_of(self.mail)
