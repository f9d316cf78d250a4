"""Making the next version of an initiative."""

from __future__ import annotations

from initiatives.models import Initiative, Version

# What one version has of its own and its copy must not inherit.
OWN_FIELDS = {"id", "initiative", "number", "created_at", "written_at", "sent_at", "unfinished"}
COPIED_FIELDS = [
    field.name for field in Version._meta.concrete_fields if field.name not in OWN_FIELDS
]


def copy_version(source: Version, initiative: Initiative) -> Version:
    """An open copy of `source`, with the next number, the same choices and the same photos."""
    copy = Version.objects.create(
        initiative=initiative,
        number=initiative.latest_version.number + 1,
        **{name: getattr(source, name) for name in COPIED_FIELDS},
    )
    copy.themes.set(source.themes.all())
    copy.target_groups.set(source.target_groups.all())
    for shown in source.version_photos.all():
        copy.version_photos.create(
            photo_id=shown.photo_id, position=shown.position, alt=shown.alt, people=shown.people
        )
    return copy
