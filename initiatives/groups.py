"""The two groups of staff, and just the rights each one needs."""

from __future__ import annotations

MODERATOR_RIGHTS = {
    "initiatives": [
        "view_initiative",
        "add_initiative",
        "change_initiative",
        "view_version",
        "view_assessment",
        "change_assessment",
        "view_trailentry",
        "view_contact",
        "view_consent",
        "view_message",
        "view_report",
        "view_crisis",
        "change_report",
    ],
    "post_office": ["view_email"],
    "places": ["view_municipality", "view_province"],
}
# A 'beheerder' has these besides all that a moderator may.
MANAGER_RIGHTS = {
    "initiatives": [
        "change_contact",
        "archive_initiative",
        "erase_initiative",
        *(
            f"{may}_{what}"
            for what in ("theme", "targetgroup", "crisis")
            for may in ("add", "change", "delete", "view")
        ),
    ],
    "post_office": ["change_email"],
    "places": ["change_municipality"],
    "auth": ["view_user", "add_user", "change_user", "view_group"],
}


def make_groups(group_model: type, permission_model: type) -> None:
    """Make the groups 'moderator' and 'beheerder', or set anew what they may in the apps that are
    named here; what other apps gave them stays. Takes the models, so that a migration can hand
    over its own; what only a later migration makes, that one gives."""
    moderator_rights = _permissions(permission_model, MODERATOR_RIGHTS)
    manager_rights = [*moderator_rights, *_permissions(permission_model, MANAGER_RIGHTS)]
    ours = permission_model.objects.filter(
        content_type__app_label__in={*MODERATOR_RIGHTS, *MANAGER_RIGHTS}
    )
    for name, rights in (("moderator", moderator_rights), ("beheerder", manager_rights)):
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.remove(*ours)
        group.permissions.add(*rights)


def _permissions(permission_model: type, rights: dict[str, list[str]]) -> list:
    return [
        permission
        for app_label, codenames in rights.items()
        for permission in permission_model.objects.filter(
            content_type__app_label=app_label, codename__in=codenames
        )
    ]
