"""The trail only grows: the database refuses every other way."""

import re

import pytest
from django.db import IntegrityError, connection, transaction

from initiatives.models import TrailEntry
from tests.factories import moderator, published


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE initiatives_trailentry SET why = 'anders'",
        "DELETE FROM initiatives_trailentry",
        "TRUNCATE initiatives_trailentry",
    ],
)
@pytest.mark.django_db
def test_sql_is_refused(sql):
    published()
    before = list(TrailEntry.objects.values())

    with connection.cursor() as cursor:
        # Postgres would refuse a TRUNCATE before it comes to the trigger.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            cursor.execute(sql)

    assert list(TrailEntry.objects.values()) == before


def test_the_list_has_the_full_name_of_staff(desk):
    mo = moderator()
    mo.first_name, mo.last_name = "Mo", "Peeters"
    mo.save()
    published()

    html = desk.get("/admin/initiatives/trailentry/").content.decode()

    newest_first = re.findall(r'class="field-colleague">(.*?)<', html)
    assert newest_first == ["Mo Peeters", "–", "–"]  # published, confirmed, sent
