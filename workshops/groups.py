"""What each of the two groups of staff may do with the offer."""

from __future__ import annotations

MODERATOR_RIGHTS = [
    *("view_workshop", "view_part", "view_request", "change_request"),
    *("view_coachingtrack", "add_coachingtrack", "change_coachingtrack"),
    *("view_coachingmeeting", "add_coachingmeeting", "change_coachingmeeting"),
    *("delete_coachingmeeting", "view_actionplan"),
]
# A 'beheerder' has these besides all that a moderator may.
MANAGER_RIGHTS = [
    *("erase_request", "erase_coachingtrack"),
    *(f"{may}_{what}" for what in ("workshop", "part") for may in ("add", "change", "delete")),
]
