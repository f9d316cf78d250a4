"""What staff may do in the agenda. The groups themselves are made by initiatives."""

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


def give_rights(group_model: type, permission_model: type) -> None:
    """Add the rights of the agenda to those that the two groups have. Takes the models, so that a
    migration can hand over its own."""
    rights = {
        "moderator": MODERATOR_RIGHTS,
        "beheerder": [*MODERATOR_RIGHTS, *MANAGER_RIGHTS],
    }
    for name, codenames in rights.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(
            *permission_model.objects.filter(
                content_type__app_label="agenda", codename__in=codenames
            )
        )
