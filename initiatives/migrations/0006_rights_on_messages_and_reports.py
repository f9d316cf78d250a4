"""Staff see that messages went, and settle reports."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

from initiatives.groups import make_groups


def fill_groups(apps, schema_editor):
    # Permissions are normally made after all migrations; the groups need them now.
    create_permissions(installed_apps.get_app_config("initiatives"), apps=apps, verbosity=0)
    make_groups(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0005_messages_and_reports")]

    operations = [migrations.RunPython(fill_groups, migrations.RunPython.noop)]
