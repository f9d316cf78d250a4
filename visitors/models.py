"""How often something was asked lately; see visitors/limits.py."""

from __future__ import annotations

from django.db import models


class Tally(models.Model):
    """How often one thing was asked by one asker in one hour. The asker is a keyed hash: no
    address can be read back from it."""

    key = models.CharField(max_length=64)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "telling"
        verbose_name_plural = "tellingen"
        constraints = [models.UniqueConstraint(fields=["key", "hour"], name="tally_once_an_hour")]

    def __str__(self) -> str:
        return f"{self.count} × {self.hour:%d-%m-%Y %H}u"
