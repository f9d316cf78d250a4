"""Another time than now, for links that expire and for what is promised within some days."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core import signing
from django.utils import timezone


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """As if it were `moment`, for what Django tells of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: moment)
        patch.setattr(signing, "time", SimpleNamespace(time=moment.timestamp))
        yield


def later(**span: float):
    """As if so many days, hours or seconds had gone by."""
    return at(timezone.now() + timedelta(**span))
