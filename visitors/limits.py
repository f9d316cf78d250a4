"""How often people may ask for what costs us or bothers others. Counted in Postgres, so that
all processes count together; two requests at once are two."""

from __future__ import annotations

import ipaddress
from datetime import timedelta

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from visitors.models import Tally

# In one statement: in a flood this is what is asked most.
ONE_MORE = """
INSERT INTO visitors_tally (key, hour, count) VALUES (%s, %s, 1)
ON CONFLICT (key, hour) DO UPDATE SET count = visitors_tally.count + 1
RETURNING count
"""
# Mails of one kind that somebody can have sent to one address.
MAILS_PER_ADDRESS = 5


class TooOften(Exception):
    """Asked too often this hour; the message says what to do, in a sentence for people."""

    def __init__(self) -> None:
        super().__init__("Dit gebeurde het voorbije uur al heel vaak. Probeer het over een uur.")


def count(what: str, asker: str, *, limit: int) -> None:
    """Count one more `what` by `asker` in this hour.

    Raises TooOften from the one after `limit` on.
    """
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    key = salted_hmac(f"visitors.limits.{what}", asker.lower(), algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(ONE_MORE, [key, hour])
        (so_far,) = cursor.fetchone()
    if so_far > limit:
        raise TooOften


def network(request: HttpRequest) -> str:
    """The network a request came from: an IPv4 address, or the /64 that one home gets in IPv6."""
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return "unknown"
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, 64), strict=False))


def forget_old_tallies() -> int:
    """Remove counts of more than a day ago; returns how many."""
    return Tally.objects.filter(hour__lt=timezone.now() - timedelta(days=1)).delete()[0]
