"""What the two groups of staff may do in the agenda."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

from agenda.groups import give_rights


def fill_groups(apps, schema_editor):
    # Permissions are normally made after all migrations; the groups need them now.
    create_permissions(installed_apps.get_app_config("agenda"), apps=apps, verbosity=0)
    give_rights(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0010_notices_and_evaluations"),
        # Sets the rights of both groups anew, so it comes first.
        ("initiatives", "0003_groups_and_catalogue"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(fill_groups, migrations.RunPython.noop)]
