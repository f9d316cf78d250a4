"""Corona, the first crisis, with a page of its own; and who may do what with crises."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

from initiatives.groups import make_groups

TEXT = (
    "In 2020 brak corona uit en ging het land op slot. Burgers zetten zich toen extra in voor "
    "elkaar. BurgersAanZet begon dat op te lijsten: wat deden ze, waarom, en wat hielp hen? "
    "Nu kijken we ook wat de moeite is om te bewaren."
)


def add_corona(apps, schema_editor):
    apps.get_model("initiatives", "Crisis").objects.create(
        slug="corona", name="Corona", text=TEXT, is_shown=True
    )


def fill_groups(apps, schema_editor):
    # Permissions are normally made after all migrations; the groups need them now.
    create_permissions(installed_apps.get_app_config("initiatives"), apps=apps, verbosity=0)
    make_groups(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0007_crisis")]

    operations = [
        migrations.RunPython(add_corona, migrations.RunPython.noop),
        migrations.RunPython(fill_groups, migrations.RunPython.noop),
    ]
