"""A mail to test with: templates of the tests' own, so that texts of the site may change."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def greeting_template(settings):
    """Makes templates/mail/greeting.* of this folder known."""
    here = Path(__file__).parent / "templates"
    settings.TEMPLATES = [
        {**engine, "DIRS": [*engine["DIRS"], here]} for engine in settings.TEMPLATES
    ]
