"""The two staff groups get the rights that they need for pages and partners."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

from pages.groups import grant_rights


def grant(apps, schema_editor):
    # Permissions are normally made after all migrations; the groups need them now.
    create_permissions(installed_apps.get_app_config("pages"), apps=apps, verbosity=0)
    grant_rights(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_initial"),
        ("initiatives", "0003_groups_and_catalogue"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
