"""The two staff groups get the rights that they need for the roadshow."""

from django.db import migrations

from roadshow.groups import MANAGER_RIGHTS, MODERATOR_RIGHTS
from staff.rights import grant_rights


def grant(apps, schema_editor):
    grant_rights(apps, "roadshow", MODERATOR_RIGHTS, MANAGER_RIGHTS)


class Migration(migrations.Migration):
    dependencies = [
        ("roadshow", "0003_rules_in_the_database"),
        ("initiatives", "0003_groups_and_catalogue"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
