import pytest
from django.core.management import call_command

from places.models import Municipality


@pytest.fixture
def places(db) -> dict[str, Municipality]:
    """The real municipalities of today, by slug."""
    call_command("load_places", verbosity=0)
    return {place.slug: place for place in Municipality.objects.current()}
