"""Two hands at once: real threads, each with its own connection to Postgres."""

import threading
from contextlib import suppress

import pytest
from post_office.models import Email

from initiatives import moderation, photos, slugs, writing
from initiatives.completeness import MAX_PHOTOS
from initiatives.models import Initiative, Status, Version
from initiatives.steps import StepNotAllowed
from tests import factories
from tests.submitting.photos import jpeg
from tests.together import together
from visitors import limits

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 4


def steps(initiative: Initiative) -> list[str]:
    return list(initiative.trail.values_list("step", flat=True))


def test_sending_twice_is_one_sending_and_one_mail():
    draft = factories.initiative()
    results = together(*[lambda: moderation.send(initiative=draft)] * TIMES)
    assert [result.status for result in results] == [Status.UNCONFIRMED] * TIMES
    assert (steps(draft), Email.objects.count()) == (["send"], 1)


def test_confirming_twice_is_one_confirmation_and_one_mail():
    sent = factories.initiative(Status.UNCONFIRMED)
    results = together(*[lambda: moderation.confirm(initiative=sent)] * TIMES)
    assert sum(isinstance(result, StepNotAllowed) for result in results) == TIMES - 1
    assert (steps(sent), Email.objects.count()) == (["send", "confirm"], 2)


@pytest.mark.parametrize("attempt", range(TIMES))
def test_sending_while_withdrawing(attempt):
    """Whichever comes first, it ends withdrawn, and the trail is a road that can be walked."""
    asked = factories.initiative(Status.CHANGES_REQUESTED)
    before = steps(asked)
    calls = [
        lambda: moderation.send(initiative=asked),
        lambda: moderation.withdraw(initiative=asked),
    ]
    results = together(*(calls if attempt % 2 else reversed(calls)))
    sent_first = not any(isinstance(result, StepNotAllowed) for result in results)
    asked.refresh_from_db()
    assert (asked.status, asked.waiting_since) == (Status.WITHDRAWN, None)
    assert steps(asked)[len(before) :] == (["send"] if sent_first else []) + ["withdraw"]


@pytest.mark.parametrize("attempt", range(TIMES))
def test_sending_while_writing(attempt):
    """What is sent is either what was written before or what was written last: never half."""
    draft = factories.initiative()

    def write() -> None:
        with writing.open_version(draft) as version:
            version.title = version.summary = "Anders"
            version.save()

    calls = [write, lambda: moderation.send(initiative=draft)]
    written, sent = together(*calls)
    version = Version.objects.get()
    assert sent.status == Status.UNCONFIRMED
    expected = ("Soep op de stoep", "Buren eten samen soep.")
    if not isinstance(written, StepNotAllowed):
        expected = ("Anders", "Anders")
    assert (version.title, version.summary) == expected
    assert Email.objects.get().subject == f"Bevestig je initiatief: {version.title}"


def test_two_edits_begun_at_once_are_one():
    shown = factories.published()
    results = together(*[lambda: moderation.start_edit(initiative=shown)] * TIMES)
    assert sum(isinstance(result, StepNotAllowed) for result in results) == TIMES - 1
    assert [version.number for version in shown.versions.all()] == [1, 2]


def test_uploads_at_once_do_not_make_seven_of_six():
    draft = factories.initiative()
    version = draft.latest_version
    for _ in range(MAX_PHOTOS - 1):
        photos.add_photo(version=version, upload=jpeg())
    uploads = [jpeg() for _ in range(TIMES)]
    results = together(
        *[lambda file=file: photos.add_photo(version=version, upload=file) for file in uploads]
    )
    refused = [result for result in results if isinstance(result, photos.PhotoRefused)]
    assert (len(refused), version.version_photos.count()) == (TIMES - 1, MAX_PHOTOS)
    positions = [photo.position for photo in version.version_photos.all()]
    assert positions == list(range(MAX_PHOTOS))


def test_a_limit_counts_all_together():
    calls = [lambda: limits.count("mail", "mia@example.org", limit=3)] * 8
    refused = [result for result in together(*calls) if isinstance(result, limits.TooOften)]
    assert len(refused) == 5


def test_the_same_title_published_twice_at_once(monkeypatch):
    """Both look for a free address before either has taken it."""
    both_looked = threading.Barrier(2)
    slug_for = slugs.slug_for

    def look_together(initiative: Initiative, title: str) -> str:
        slug = slug_for(initiative, title)
        with suppress(threading.BrokenBarrierError):
            both_looked.wait(0.5)
        return slug

    waiting = [factories.initiative(Status.SUBMITTED) for _ in range(2)]
    factories.moderator()
    monkeypatch.setattr(slugs, "slug_for", look_together)
    results = together(*[lambda one=one: factories.publish(one) for one in waiting])
    assert {result.slug for result in results} == {"soep-op-de-stoep", "soep-op-de-stoep-2"}
