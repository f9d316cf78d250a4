"""The two staff groups with just the rights they need, and the six themes of the design."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

from initiatives.groups import make_groups

THEMES = [
    ("ontmoeten", "Ontmoeten", "plat"),
    ("samen-eten", "Samen eten", "satijn"),
    ("tuin-en-groen", "Tuin en groen", "keper"),
    ("delen-en-doorgeven", "Delen en doorgeven", "mat"),
    ("brieven-en-babbels", "Brieven en babbels", "visgraat"),
    ("zorg-voor-elkaar", "Zorg voor elkaar", "ruit"),
]
TARGET_GROUPS = [
    ("iedereen-in-de-buurt", "Iedereen in de buurt"),
    ("ouderen", "Ouderen"),
    ("kinderen-en-jongeren", "Kinderen en jongeren"),
    ("gezinnen", "Gezinnen"),
    ("mensen-met-een-beperking", "Mensen met een beperking"),
    ("mensen-die-alleen-zijn", "Mensen die alleen zijn"),
    ("mensen-met-weinig-geld", "Mensen met weinig geld"),
    ("iedereen", "Iedereen, overal"),
]


def fill_catalogue(apps, schema_editor):
    Theme = apps.get_model("initiatives", "Theme")
    TargetGroup = apps.get_model("initiatives", "TargetGroup")
    for position, (slug, name, weave) in enumerate(THEMES):
        Theme.objects.create(slug=slug, name=name, weave=weave, position=position)
    for position, (slug, name) in enumerate(TARGET_GROUPS):
        TargetGroup.objects.create(slug=slug, name=name, position=position)


def fill_groups(apps, schema_editor):
    # Permissions are normally made after all migrations; the groups need them now.
    for label in ("initiatives", "places", "post_office", "auth"):
        create_permissions(installed_apps.get_app_config(label), apps=apps, verbosity=0)
    make_groups(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0002_rules_in_the_database"),
        ("places", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("post_office", "0014_alter_email_recipient_delivery_status_and_more"),
    ]

    operations = [
        migrations.RunPython(fill_catalogue, migrations.RunPython.noop),
        migrations.RunPython(fill_groups, migrations.RunPython.noop),
    ]
