"""The secret behind somebody's own calendar."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from agenda.models.session import new_link_key


class Subscriber(models.Model):
    """One e-mail address, of a person or an organisation, with the key of the calendar that shows
    all its sessions. Goes when the last registration of the address is erased."""

    email = models.EmailField("e-mailadres", max_length=254, unique=True)
    link_key = models.CharField(max_length=40, default=new_link_key, editable=False)

    class Meta:
        verbose_name = "eigen kalender"
        verbose_name_plural = "eigen kalenders"
        constraints = [
            models.CheckConstraint(
                name="subscriber_in_small_letters", condition=Q(email=Lower(F("email")))
            )
        ]

    def __str__(self) -> str:
        return self.email

    @classmethod
    def of(cls, email: str) -> Subscriber:
        """The one of this address, made if need be."""
        return cls.objects.get_or_create(email=email.lower())[0]
