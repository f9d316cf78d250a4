"""A site with something of every kind to find."""

import pytest
from django.core.management import call_command

from agenda.models import Audience, Kind
from initiatives.finding.index import Index
from places.models import Municipality
from tests.agenda.factories import session
from tests.finding.conftest import nothing_kept, showcase  # noqa: F401 - fixtures


@pytest.fixture(scope="module")
def whole_site(showcase: Index) -> Index:  # noqa: F811
    """The showcase of tests/finding, the workshops of the report, and two dates."""
    call_command("load_workshops", verbosity=0)
    session(
        title="BurgersAanZet in Lokeren",
        kind=Kind.EVENT,
        audiences=[Audience.CITIZENS],
        municipality=Municipality.objects.get(slug="lokeren"),
    )
    session(title="Krachtige burgers maken het verschil", seats=0, online=9)
    return showcase
