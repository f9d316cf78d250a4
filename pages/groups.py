"""What each of the two groups of staff may do with pages."""

from __future__ import annotations

MODERATOR_RIGHTS = ["view_page", "view_telling", "view_partner"]
# A 'beheerder' has these besides all that a moderator may.
MANAGER_RIGHTS = [
    f"{may}_{what}" for what in ("page", "partner") for may in ("add", "change", "delete")
]
