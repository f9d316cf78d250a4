"""What both groups of staff may do with the roadshow; the groups themselves are made in
initiatives/groups.py. What can't be undone is done in the agenda, and has its rights there."""

from __future__ import annotations

RIGHTS = [
    *("view_roadshowevent", "add_roadshowevent", "change_roadshowevent"),
    *("view_idea", "view_inspired", "add_inspired", "delete_inspired"),
    *(
        f"{may}_{what}"
        for what in ("programmeitem", "shownpractice")
        for may in ("view", "add", "change", "delete")
    ),
]


def grant_rights(group_model: type, permission_model: type) -> None:
    """Add the rights to the groups. Takes the models, so that a migration can hand over its own."""
    for name in ("moderator", "beheerder"):
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(
            *(
                permission_model.objects.get(content_type__app_label="roadshow", codename=codename)
                for codename in RIGHTS
            )
        )
