"""What each of the two groups of staff may do with the roadshow. What can't be undone is done in
the agenda, and has its rights there."""

from __future__ import annotations

MODERATOR_RIGHTS = [
    *("view_roadshowevent", "add_roadshowevent", "change_roadshowevent"),
    *("view_idea", "view_inspired", "add_inspired", "delete_inspired"),
    *(
        f"{may}_{what}"
        for what in ("programmeitem", "shownpractice", "task")
        for may in ("view", "add", "change", "delete")
    ),
    *(f"{may}_{what}" for what in ("templatetask", "lesson") for may in ("view", "add", "change")),
]
# A 'beheerder' has these besides.
MANAGER_RIGHTS = ["delete_templatetask", "delete_lesson"]
