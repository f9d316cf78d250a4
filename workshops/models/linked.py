"""What opens with a secret link instead of an account."""

from __future__ import annotations

import uuid

from django.db import models

from agenda.models import new_link_key


class Linked(models.Model):
    """Has a name for in a link, and a key: links made with an older key stop working."""

    uuid = models.UUIDField("kenmerk", default=uuid.uuid4, unique=True, editable=False)
    link_key = models.CharField(max_length=40, default=new_link_key, editable=False)

    class Meta:
        abstract = True
