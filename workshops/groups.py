"""What each of the two groups of staff may do with the offer; the groups themselves are made in
initiatives/groups.py."""

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


def grant_rights(group_model: type, permission_model: type) -> None:
    """Add the rights to the groups. Takes the models, so that a migration can hand over its own."""
    rights = {"moderator": MODERATOR_RIGHTS, "beheerder": MODERATOR_RIGHTS + MANAGER_RIGHTS}
    for name, codenames in rights.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(
            *(
                permission_model.objects.get(content_type__app_label="workshops", codename=codename)
                for codename in codenames
            )
        )
