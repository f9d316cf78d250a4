"""A sent version never changes; the next one is a copy."""

import pytest

from initiatives import moderation, photos, writing
from initiatives.models import Version
from initiatives.versions import COPIED_FIELDS, OWN_FIELDS
from tests import factories
from tests.submitting.photos import jpeg

pytestmark = pytest.mark.django_db


def telling(version: Version) -> dict:
    """All that people told, with the photos in their order."""
    version = Version.objects.get(pk=version.pk)
    fields = {name: getattr(version, name) for name in COPIED_FIELDS}
    shown = version.version_photos.values_list("photo_id", "position", "alt", "people")
    return {
        **fields,
        "themes": [theme.slug for theme in version.themes.all()],
        "target_groups": [group.slug for group in version.target_groups.all()],
        "photos": list(shown),
    }


@pytest.fixture
def shown():
    """Something published in which every field says something."""
    draft = factories.initiative(
        learned="Begin klein.",
        time_needed="Een uur",
        people_needed="Drie buren",
        needs="Een kom",
        costs="Niets",
        support_needed="Een zaal",
        spot="Bij de kerk",
        start_year=2020,
        crisis=factories.crisis(),
        **factories.CRISIS_ANSWERS,
        contact_name="Mia",
        website="https://example.org",
        themes=[factories.theme("samen-eten"), factories.theme("ontmoeten")],
    )
    for alt in ("Een", "Twee"):
        photo = photos.add_photo(version=draft.latest_version, upload=jpeg())
        photo.alt, photo.people = alt, "agreed"
        photo.save()
    version = draft.latest_version
    writing.put_photo_first(version, str(photo.photo_id))
    moderation.send(initiative=draft)
    return factories.publish(moderation.confirm(initiative=draft))


def test_a_copy_says_the_same(shown):
    assert all(getattr(shown.live_version, name) for name in COPIED_FIELDS)
    copy = moderation.start_edit(initiative=shown).latest_version
    assert telling(copy) == telling(shown.live_version)
    assert [photo.alt for photo in copy.version_photos.all()] == ["Twee", "Een"]
    assert (copy.number, copy.sent_at, copy.unfinished) == (2, None, {})


def test_every_field_is_either_copied_or_its_own():
    names = {field.name for field in Version._meta.concrete_fields}
    assert (set(COPIED_FIELDS) | OWN_FIELDS, set(COPIED_FIELDS) & OWN_FIELDS) == (names, set())


def test_what_is_written_in_the_copy_stays_there(shown):
    before = telling(shown.live_version)
    copy = moderation.start_edit(initiative=shown).latest_version
    factories.fill(copy, title="Anders", themes=[factories.theme("zorg-voor-elkaar")])
    first = copy.version_photos.first()
    first.alt = "Anders"
    first.save()
    photos.remove_photo(version=copy, photo_id=copy.version_photos.last().photo_id)
    moderation.send(initiative=shown)
    assert telling(shown.live_version) == before
    assert telling(copy) != before


def test_after_a_question_the_sent_version_stays_as_it_was():
    asked = factories.initiative("changes_requested")
    sent, copy = asked.versions.order_by("number")
    before = telling(sent)
    factories.fill(copy, story="Nu met meer uitleg.")
    moderation.send(initiative=asked)
    assert telling(sent) == before
    assert [version.number for version in asked.versions.all()] == [1, 2]


def test_after_a_dropped_edit_the_next_one_starts_from_what_is_online(shown):
    factories.fill(moderation.start_edit(initiative=shown).latest_version, title="Anders")
    moderation.drop_edit(initiative=shown)
    assert moderation.start_edit(initiative=shown).latest_version.title == "Soep op de stoep"
