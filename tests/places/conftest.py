import pytest
from django.core.management import call_command


@pytest.fixture
def places(db):
    """The real municipalities."""
    call_command("load_places", verbosity=0)
