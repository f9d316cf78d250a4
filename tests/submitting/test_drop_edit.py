"""Letting an edit go: what is online stays, what was new is gone."""

from initiatives import moderation
from initiatives.models import Photo
from tests import factories
from tests.submitting.browser import address, heading, page_name
from tests.submitting.photos import jpeg
from tests.submitting.test_photos import add


def published_with_photo(visitor):
    draft = factories.initiative()
    (photo,) = add(visitor, draft)
    photo.alt, photo.people = "Soep", "none"
    photo.save()
    moderation.send(initiative=draft)
    return factories.publish(moderation.confirm(initiative=draft)), photo.photo_id


def test_asking_first(db, visitor):
    shown = factories.published()
    visitor.post(address("edit", shown))
    page = visitor.get(address("drop-edit", shown))
    assert heading(page) == "Wil je de wijziging laten vallen?"
    assert shown.versions.count() == 2


def test_its_words_and_photos_are_gone(db, visitor, settings, django_capture_on_commit_callbacks):
    shown, kept = published_with_photo(visitor)
    visitor.post(address("edit", shown))
    visitor.post(address("photos", shown), {"fotos": [jpeg(), jpeg()]})
    visitor.post(address("step", shown, step="verhaal"), {"story": "Anders."})
    assert Photo.objects.count() == 3
    with django_capture_on_commit_callbacks(execute=True):
        assert page_name(visitor.post(address("drop-edit", shown))) == "status"
    shown.refresh_from_db()
    assert (shown.edit_status, shown.versions.get()) == ("", shown.live_version)
    assert [photo.pk for photo in Photo.objects.all()] == [kept]
    assert [folder.name for folder in (settings.MEDIA_ROOT / "fotos").iterdir()] == [str(kept)]
    assert visitor.get(f"/foto/{kept}/foto.jpg").status_code == 200


def test_a_second_time_is_told(db, visitor):
    shown = factories.published()
    visitor.post(address("edit", shown))
    visitor.post(address("drop-edit", shown))
    page = visitor.post(address("drop-edit", shown))
    assert page.context["problem"].startswith("Dit kan nu niet")


def test_after_it_a_new_edit_can_begin(db, visitor):
    shown = factories.published()
    for _ in range(2):
        assert page_name(visitor.post(address("edit", shown))) == "review"
        visitor.post(address("drop-edit", shown))
    assert shown.trail.filter(step="drop_edit").count() == 2
