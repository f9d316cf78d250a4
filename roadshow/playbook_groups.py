"""What staff may do with playbooks, lessons and figures. The groups themselves are made by
initiatives."""

from __future__ import annotations

MODERATOR_RIGHTS = [
    "view_roadshowevent",
    *(f"{may}_task" for may in ("view", "add", "change", "delete")),
    *(f"{may}_templatetask" for may in ("view", "add", "change")),
    *(f"{may}_lesson" for may in ("view", "add", "change")),
]
# A 'beheerder' has these besides.
MANAGER_RIGHTS = ["delete_templatetask", "delete_lesson"]


def give_rights(group_model: type, permission_model: type) -> None:
    """Add the rights to those that the two groups have. Takes the models, so that a migration can
    hand over its own."""
    rights = {
        "moderator": MODERATOR_RIGHTS,
        "beheerder": [*MODERATOR_RIGHTS, *MANAGER_RIGHTS],
    }
    for name, codenames in rights.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(
            *permission_model.objects.filter(
                content_type__app_label="roadshow", codename__in=codenames
            )
        )
