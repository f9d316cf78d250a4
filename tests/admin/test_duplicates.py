"""What was probably sent in before."""

import pytest

from initiatives.duplicates import likely_duplicates
from initiatives.models import Status
from tests.factories import initiative, municipality, published

pytestmark = pytest.mark.django_db


def alike(one):
    found = likely_duplicates([one.latest_version.pk])
    return [other.title for other in found[one.pk]]


def test_a_title_that_looks_alike_in_the_same_place():
    published(title="Samentuin Nijlen")
    waiting = initiative(Status.SUBMITTED, title="Samentuin Damhof")

    assert alike(waiting) == ["Samentuin Nijlen"]


def test_elsewhere_the_title_must_look_more_alike():
    published(title="Samentuin Nijlen")
    published(title="Samentuin Damhof!")
    waiting = initiative(
        Status.SUBMITTED,
        title="Samentuin Damhof",
        municipality=municipality("Gent", province="Oost-Vlaanderen"),
    )

    assert alike(waiting) == ["Samentuin Damhof!"]


def test_another_title_in_the_same_place_is_none():
    published(title="Samentuin Damhof")
    waiting = initiative(Status.SUBMITTED, title="Soep op de stoep")

    assert alike(waiting) == []


def test_what_staff_may_not_see_is_not_shown():
    initiative(Status.DRAFT, title="Soep op de stoep")
    initiative(Status.UNCONFIRMED, title="Soep op de stoep")
    waiting = initiative(Status.SUBMITTED, title="Soep op de stoep")

    assert alike(waiting) == []


def test_what_was_turned_down_before_is_told_with_its_status():
    before = initiative(Status.REJECTED, title="Soep op de stoep")
    waiting = initiative(Status.SUBMITTED, title="Soep op de stoep")

    (other,) = likely_duplicates([waiting.latest_version.pk])[waiting.pk]

    assert other == (before.pk, "Soep op de stoep", "Nijlen", "niet weerhouden")
