"""What each of the two groups of staff may do with the doors."""

from __future__ import annotations

MODERATOR_RIGHTS = ["view_door", "view_block", "view_wish"]
MANAGER_RIGHTS = [
    *("change_door", "add_block", "change_block", "delete_block"),
    *("add_wish", "change_wish", "delete_wish"),
]
