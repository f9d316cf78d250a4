"""Every step of a request, for ever."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from workshops.models.request import Request


class RequestStep(models.Model):
    """One step: what, when, and which of the staff, if any. Rows are only ever added: a trigger in
    the database (migration 0004) refuses every change. Holds no personal data of who asks."""

    class Code(models.TextChoices):
        ASK = "ask", "Aangevraagd"
        PROPOSE = "propose", "Momenten voorgesteld"
        DECLINE = "decline", "Gezegd dat het niet kan"
        PICK = "pick", "De aanvrager koos een moment"
        REFUSE = "refuse", "De aanvrager zei dat niets past"
        WITHDRAW = "withdraw", "Ingetrokken"
        CALL_OFF = "call_off", "De aanvrager zegde af"
        REMIND = "remind", "De aanvrager kreeg een herinnering"
        LAPSE = "lapse", "Het voorstel verviel"
        MOVE = "move", "De sessie is verplaatst"
        SWITCH_TO_ONLINE = "switch_to_online", "De sessie ging online"
        CANCEL_SESSION = "cancel_session", "De sessie is afgelast"
        ERASE = "erase", "Alle gegevens gewist"

    request = models.ForeignKey(
        Request, models.PROTECT, related_name="trail", verbose_name="aanvraag"
    )
    at = models.DateTimeField("wanneer", auto_now_add=True)
    code = models.CharField("wat", max_length=20, choices=Code)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="medewerker",
    )

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "spoor van stappen"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at:%d-%m-%Y %H:%M} · {self.get_code_display()}"
