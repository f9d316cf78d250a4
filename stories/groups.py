"""What each of the two groups of staff may do with stories; the groups themselves are made in
initiatives/groups.py."""

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


def grant_rights(group_model: type, permission_model: type) -> None:
    """Add the rights to the groups. Takes the models, so that a migration can hand over its own."""
    rights = {"moderator": MODERATOR_RIGHTS, "beheerder": MODERATOR_RIGHTS + MANAGER_RIGHTS}
    for name, codenames in rights.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(
            *permission_model.objects.filter(
                content_type__app_label="stories", codename__in=codenames
            )
        )
