"""What the agenda tells to apps that it doesn't know."""

from __future__ import annotations

from django.dispatch import Signal

# A session opened, moved, went online or was called off. Sent in the transaction in which that
# happens, under the session's lock, after who registered was told. Sender: Session. Arguments:
# `session`, `step` (a Step), `changed` (names of fields), `staff` (None where no staff did it).
session_changed = Signal()
