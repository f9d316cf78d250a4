"""Taking it back: gone from every public page at once."""

import pytest
from django.urls import reverse

from initiatives.models import Status
from tests import factories
from tests.submitting.browser import address, heading, page_name
from tests.submitting.mails import subjects
from tests.submitting.test_drop_edit import published_with_photo


def test_opening_the_link_only_asks(db, visitor):
    shown = factories.published()
    page = visitor.get(address("withdraw", shown))
    assert heading(page) == "Wil je ‘Soep op de stoep’ intrekken?"
    shown.refresh_from_db()
    assert shown.status == Status.PUBLISHED


def test_gone_from_every_page_and_file(db, visitor):
    shown, photo = published_with_photo(visitor)
    public = [shown.get_absolute_url(), f"/foto/{photo}/foto.jpg"]
    lists = [reverse("home"), reverse("initiatives:list"), reverse("initiatives:list") + "?q=soep"]
    assert [visitor.get(url).status_code for url in public] == [200, 200]
    assert page_name(visitor.post(address("withdraw", shown))) == "status"
    assert [visitor.get(url).status_code for url in public] == [404, 404]
    for url in lists:
        assert visitor.get(url).content.decode().count("Soep op de stoep") == 0
    assert subjects()[-1] == (shown.contact.email, "Je initiatief is ingetrokken")
    # Its own people still see what they wrote.
    name = {"photo_id": photo, "name": "foto.jpg"}
    assert visitor.get(address("my-photo", shown, **name)).status_code == 200


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REJECTED, Status.ARCHIVED])
def test_where_there_is_nothing_to_withdraw(db, visitor, status):
    initiative = factories.initiative(status)
    page = visitor.post(address("withdraw", initiative))
    assert page.context["problem"].startswith("Dit kan nu niet")
    initiative.refresh_from_db()
    assert initiative.status == status


def test_a_double_click_is_one_withdrawal(db, visitor):
    shown = factories.published()
    for _ in range(2):
        assert visitor.post(address("withdraw", shown)).status_code in {200, 302}
    assert shown.trail.filter(step="withdraw").count() == 1
    assert [subject for _, subject in subjects()].count("Je initiatief is ingetrokken") == 1


def test_an_edit_under_way_goes_with_it(db, visitor):
    shown = factories.published()
    visitor.post(address("edit", shown))
    visitor.post(address("withdraw", shown))
    shown.refresh_from_db()
    assert (shown.status, shown.edit_status) == (Status.WITHDRAWN, "")
    assert page_name(visitor.get(address("review", shown))) == "status"
