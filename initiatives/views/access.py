"""Pages that a link to an initiative opens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from initiatives.links import Purpose, read_token
from visitors.views import opened_by_link


def opened_by(purpose: Purpose) -> Callable:
    """Decorate a view (request, initiative, token, …) that a link for `purpose` opens."""
    return opened_by_link(
        partial(read_token, purpose=purpose), refusal="initiatives/link_error.html"
    )
