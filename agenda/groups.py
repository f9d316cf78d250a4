"""What staff may do in the agenda."""

from __future__ import annotations

MODERATOR_RIGHTS = [
    "view_session",
    "add_session",
    "change_session",
    "view_registration",
    "add_registration",
    "change_registration",
    "view_trainer",
    "add_trainer",
    "change_trainer",
    "view_trainerbooking",
    "add_trainerbooking",
    "change_trainerbooking",
    "delete_trainerbooking",
    "view_evaluation",
]
# A 'beheerder' has these besides: what can't be undone.
MANAGER_RIGHTS = ["delete_registration", "delete_session", "delete_trainer"]
