"""'Klopt er iets niet?': what a visitor says lands in the queue of staff."""

import pytest
from post_office.models import Email

from initiatives import moderation
from initiatives.models import Report, TrailEntry
from tests.submitting.browser import heading
from tests.visiting.pages import REPORT, address, opened, write

pytestmark = pytest.mark.django_db


def test_a_report_waits_for_staff(visitor, soup):
    response = write(visitor, "report", soup)
    assert (response.status_code, response.url) == (302, address("report-sent", soup))
    (report,) = Report.objects.waiting()
    assert (report.initiative, report.kind, report.text, report.email) == (
        soup,
        Report.Kind.WRONG,
        "Het is op zaterdag.",
        "jan@example.org",
    )
    assert Email.objects.count() == 0


def test_an_address_may_be_left_out(visitor, soup):
    assert write(visitor, "report", soup, email="").status_code == 302
    assert Report.objects.get().email == ""


def test_after_sending_a_reload_shows_the_same_page(visitor, soup):
    url = write(visitor, "report", soup).url
    pages = [visitor.get(url) for _ in range(2)]
    assert [heading(page) for page in pages] == ["Dank je wel voor je melding"] * 2
    assert Report.objects.count() == 1


def test_the_same_button_twice_is_one_report(visitor, soup):
    url = address("report", soup)
    answers = opened(visitor, url) | REPORT
    assert [visitor.post(url, answers).url for _ in range(3)] == [address("report-sent", soup)] * 3
    assert Report.objects.count() == 1


def test_it_changes_nothing_that_others_see(visitor, soup):
    before = [visitor.get(soup.get_absolute_url()).content, TrailEntry.objects.count()]
    write(visitor, "report", soup)
    assert [visitor.get(soup.get_absolute_url()).content, TrailEntry.objects.count()] == before


def test_people_who_want_no_messages_can_be_wrong_too(visitor, soup):
    soup.contact.welcomes_contact = False
    soup.contact.save()
    assert write(visitor, "report", soup).status_code == 302


def test_taken_off_the_site_the_moment_after(visitor, soup):
    url = write(visitor, "report", soup).url
    moderation.withdraw(initiative=soup)
    assert heading(visitor.get(url)) == "Dank je wel voor je melding"
    assert Report.objects.waiting().count() == 1
