"""What the tests of open data share."""

import pytest

from initiatives.models import Initiative
from tests import factories

SITE = "https://baz.example"


@pytest.fixture(autouse=True)
def site(settings):
    """The address that every whole address begins with."""
    settings.SITE_URL = SITE


@pytest.fixture
def full(db):
    """One that told everything."""
    shown = factories.published(
        learned="Begin klein.",
        time_needed="Twee uur",
        people_needed="Vier",
        needs="Een pot",
        costs="Niets",
        support_needed="Een zaal",
        spot="Aan de kerk",
        start_year=2020,
        crisis=factories.crisis(),
        **factories.CRISIS_ANSWERS,
        website="https://soep.example/",
        contact_name="Mia",
        themes=[factories.theme("samen-eten"), factories.theme("ontmoeten")],
        photos=2,
    )
    return Initiative.objects.get(pk=shown.pk)
