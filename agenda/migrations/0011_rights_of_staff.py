"""What the two groups of staff may do in the agenda."""

from django.db import migrations

from agenda.groups import MANAGER_RIGHTS, MODERATOR_RIGHTS
from staff.rights import grant_rights


def fill_groups(apps, schema_editor):
    grant_rights(apps, "agenda", MODERATOR_RIGHTS, MANAGER_RIGHTS)


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0010_notices_and_evaluations"),
        # Sets the rights of both groups anew, so it comes first.
        ("initiatives", "0003_groups_and_catalogue"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(fill_groups, migrations.RunPython.noop)]
