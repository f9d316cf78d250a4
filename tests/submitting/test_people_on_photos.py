"""Whoever sends photos with people on them says that those agree; that is kept as a consent."""

from initiatives import moderation
from initiatives.consents import TEXTS
from initiatives.models import Consent, Status, VersionPhoto
from tests import factories

PEOPLE = Consent.Kind.PEOPLE


def with_people():
    """A draft with one photo on which are people who agree."""
    initiative = factories.initiative(photos=2)
    said = initiative.latest_version.version_photos.first()
    said.people = VersionPhoto.People.AGREED
    said.save()
    return initiative


def standing(initiative) -> list[str]:
    """The words that were agreed to and still hold."""
    consents = initiative.consents.filter(kind=PEOPLE, withdrawn_at__isnull=True)
    return list(consents.values_list("text", flat=True))


def without_people(initiative) -> None:
    """Say of the open version that nobody is to be recognised any more."""
    initiative.latest_version.version_photos.update(people=VersionPhoto.People.NONE)


def published_with_people():
    sent = moderation.send(initiative=with_people())
    return factories.publish(moderation.confirm(initiative=sent))


def test_sending_records_it(db):
    draft = with_people()
    assert standing(draft) == []
    assert standing(moderation.send(initiative=draft)) == [TEXTS[PEOPLE]]


def test_nobody_to_be_recognised_is_no_consent(db):
    assert standing(factories.initiative(Status.SUBMITTED, photos=1)) == []


def test_a_later_version_without_people_withdraws_it(db):
    waiting = moderation.confirm(initiative=moderation.send(initiative=with_people()))
    asked = factories.request_changes(waiting)
    without_people(asked)

    sent = moderation.send(initiative=asked)

    assert standing(sent) == []
    assert sent.consents.filter(kind=PEOPLE, withdrawn_at__isnull=False).count() == 1


def test_an_edit_without_people_leaves_the_consent_of_what_is_online(db):
    edited = moderation.start_edit(initiative=published_with_people())
    without_people(edited)

    assert standing(moderation.send(initiative=edited)) == [TEXTS[PEOPLE]]


def test_once_such_an_edit_is_online_the_next_one_withdraws_it(db):
    edited = moderation.start_edit(initiative=published_with_people())
    without_people(edited)
    shown = factories.publish(moderation.send(initiative=edited))

    again = moderation.start_edit(initiative=shown)

    assert standing(moderation.send(initiative=again)) == []
