"""Changing something published: what was approved stays online until the change is approved."""

from django.urls import reverse

from initiatives import moderation
from initiatives.models import Status
from tests import factories
from tests.submitting.browser import address, page_name, typed

LIST = reverse("initiatives:list")


def public(visitor, initiative) -> tuple[int, int]:
    """How often the approved and the changed title stand on its page and in the list."""
    initiative.refresh_from_db()
    pages = [visitor.get(initiative.get_absolute_url()), visitor.get(LIST)]
    content = "".join(page.content.decode() for page in pages)
    return content.count("Soep op de stoep</"), content.count("Soep voor iedereen</")


def edit(visitor, initiative) -> None:
    assert page_name(visitor.post(address("edit", initiative))) == "review"
    url = address("step", initiative, step="kort") + "?nakijken"
    answers = {**typed(visitor.get(url)), "title": "Soep voor iedereen"}
    assert page_name(visitor.post(url, answers)) == "review"


def test_the_approved_version_stays_until_the_new_one_is_approved(db, visitor):
    shown = factories.published()
    as_approved = public(visitor, shown)
    assert (as_approved[0] > 0, as_approved[1]) == (True, 0)
    edit(visitor, shown)
    assert public(visitor, shown) == as_approved
    assert page_name(visitor.post(address("review", shown))) == "status"
    assert public(visitor, shown) == as_approved
    factories.request_changes(shown)
    assert public(visitor, shown) == as_approved
    visitor.post(address("review", shown))
    factories.publish(shown)
    assert public(visitor, shown) == (0, as_approved[0])


def test_a_rejected_edit_changes_nothing_online(db, visitor):
    shown = factories.published()
    as_approved = public(visitor, shown)
    edit(visitor, shown)
    visitor.post(address("review", shown))
    factories.reject(shown)
    assert public(visitor, shown) == as_approved
    assert shown.status == Status.PUBLISHED


def test_beginning_twice_is_told(db, visitor):
    shown = factories.published()
    edit(visitor, shown)
    page = visitor.post(address("edit", shown))
    assert page.context["problem"] == (
        "Dit kan nu niet: de status is ‘wordt geschreven’. Kijk de pagina opnieuw na."
    )
    assert shown.versions.count() == 2


def test_opening_the_address_begins_nothing(db, visitor):
    shown = factories.published()
    assert page_name(visitor.get(address("edit", shown))) == "status"
    assert shown.versions.count() == 1


def test_an_edit_under_way_survives_archive_and_restore(db, visitor):
    shown = factories.published()
    edit(visitor, shown)
    moderation.archive(initiative=shown, staff=factories.moderator())
    restored = moderation.restore(initiative=shown, staff=factories.moderator())
    assert (restored.status, restored.edit_status) == ("published", "draft")
    assert page_name(visitor.post(address("review", shown))) == "status"


def test_an_edit_that_waits_comes_back_to_the_queue(db, visitor):
    shown = factories.published()
    edit(visitor, shown)
    moderation.send(initiative=shown)
    moderation.archive(initiative=shown, staff=factories.moderator())
    restored = moderation.restore(initiative=shown, staff=factories.moderator())
    assert (restored.edit_status, restored.waiting_since is None) == ("submitted", False)


def test_a_question_about_an_edit_comes_back_too(db, visitor):
    shown = factories.published()
    edit(visitor, shown)
    moderation.send(initiative=shown)
    factories.request_changes(shown)
    moderation.archive(initiative=shown, staff=factories.moderator())
    restored = moderation.restore(initiative=shown, staff=factories.moderator())
    assert restored.edit_status == "changes_requested"


def test_a_settled_edit_stays_settled(db, visitor):
    for settle in (factories.reject, factories.publish):
        shown = factories.published()
        edit(visitor, shown)
        moderation.send(initiative=shown)
        settle(shown)
        moderation.archive(initiative=shown, staff=factories.moderator())
        restored = moderation.restore(initiative=shown, staff=factories.moderator())
        assert restored.edit_status == ""
        assert page_name(visitor.post(address("edit", shown))) == "review"
