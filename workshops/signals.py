"""What the offer tells to apps that it doesn't know."""

from __future__ import annotations

from django.dispatch import Signal

# The asker picked a moment: `request` has its session now. Sent for every kind of request, in the
# transaction in which that happens, under the request's lock. Sender: Request.
request_confirmed = Signal()
