"""What each of the two groups of staff may do with stories."""

from __future__ import annotations

# Whoever may change a story may also withdraw it: that must never wait for somebody else.
MODERATOR_RIGHTS = [
    *(f"{may}_{what}" for what in ("story", "tip") for may in ("add", "change", "view")),
    *("delete_tip", "view_agreement", "view_trailentry"),
    *("view_barrier", "view_associationkind", "view_testbed", "view_tried"),
]
# A 'beheerder' has these besides all that a moderator may.
MANAGER_RIGHTS = [
    *(
        f"{may}_{what}"
        for what in ("barrier", "associationkind", "testbed", "tried")
        for may in ("add", "change", "delete")
    ),
]
