"""The trail only grows: the database refuses every other way."""

import pytest
from django.db import IntegrityError, connection, transaction

from initiatives.models import TrailEntry
from tests.factories import published


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
