"""The template of the playbook, filled with what the report over 2020 tells (chapter 5.4.1), and
what staff may do with it. The report names no days: those are a proposal that staff can change."""

from django.db import migrations


# kind: what, why, who, days from the day itself
TEMPLATE = {
    "event": [
        (
            "De blauwdruk nalezen",
            "In 2020 werkten we het concept uit: burgers inspireren met goede voorbeelden, en goesting geven.",
            "BAZ",
            -90,
        ),
        (
            "Gastgemeente en aanleiding kiezen",
            "In Nijlen was dat de opening van een nieuw buurthuis.",
            "BAZ en gastgemeente",
            -84,
        ),
        (
            "Praktijken verzamelen",
            "Ze dienen als goede voorbeelden. Voor Nijlen kozen we wat ook kon tijdens strenge maatregelen.",
            "BAZ",
            -70,
        ),
        (
            "Afwegen: online of ter plaatse?",
            "In 2020 maakten de coronamaatregelen ter plaatse samenkomen onmogelijk. Nijlen werd online.",
            "BAZ en gastgemeente",
            -56,
        ),
        (
            "Een filmpje maken, samen met de gemeente",
            "In Nijlen ging het over het buurthuis, en over wat burgers daar samen kunnen doen.",
            "BAZ en gastgemeente",
            -42,
        ),
        (
            "Het programma maken",
            "Eerst tonen we praktijken. Daarna wisselen burgers uit wat ze voor elkaar kunnen betekenen.",
            "begeleider",
            -35,
        ),
        (
            "Burgers uitnodigen",
            "Het inspiratiemoment is er voor hen: zij krijgen goesting om zelf aan de slag te gaan.",
            "gastgemeente",
            -28,
        ),
        (
            "De opvolgsessie plannen",
            "Daarin gaan we verder aan de slag met wie geïnteresseerd is.",
            "BAZ",
            -21,
        ),
        (
            "Geïnteresseerden uitnodigen voor de opvolgsessie",
            "Na Nijlen kregen geïnteresseerde burgers zo verder steun.",
            "BAZ",
            2,
        ),
        (
            "Lessons learned verzamelen",
            "Wat werkte, en wat doen we anders? Het volgende moment begint daarmee.",
            "BAZ en begeleider",
            7,
        ),
    ],
    "follow_up": [
        (
            "De blauwdruk van de opvolgsessie nalezen",
            "In 2020 werkten we er ook een uit voor de opvolgsessie.",
            "begeleider",
            -14,
        ),
        (
            "Afspreken wie burgers verder ondersteunt",
            "Daarvoor is de opvolgsessie er.",
            "BAZ en gastgemeente",
            3,
        ),
        (
            "Lessons learned verzamelen",
            "Wat werkte, en wat doen we anders? De volgende opvolgsessie begint daarmee.",
            "BAZ en begeleider",
            7,
        ),
    ],
}


def fill_template(apps, schema_editor):
    apps.get_model("roadshow", "TemplateTask").objects.bulk_create(
        apps.get_model("roadshow", "TemplateTask")(
            kind=kind,
            title=title,
            why=why,
            who=who,
            days=days,
            position=position,
            is_proposal=True,
        )
        for kind, tasks in TEMPLATE.items()
        for position, (title, why, who, days) in enumerate(tasks, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("roadshow", "0004_rights"),
    ]

    operations = [
        migrations.RunPython(fill_template, migrations.RunPython.noop),
    ]
