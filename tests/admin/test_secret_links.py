"""The link in a mail is the key of one person: staff read the mail, but never that link."""

import re

import pytest
from django.urls import reverse
from post_office.models import Email

from initiatives.models import Status
from mail.secret_links import SHOWN_INSTEAD, hide_secret_links
from tests.admin.addresses import answers, page
from tests.factories import initiative, published
from tests.submitting.mails import links

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r"[\w-]{20,}\.[\w-]+\.[\w-]{20,}")


def read_as_staff(desk, email: Email) -> list[str]:
    """The page of a mail, and the mail as its receiver sees it."""
    names = ("post_office_email_change", "mail_preview")
    return [desk.get(reverse(f"admin:{name}", args=[email.pk])).content.decode() for name in names]


def test_no_mail_on_the_road_shows_staff_its_link(desk):
    published()
    mails = list(Email.objects.all())

    assert len(mails) == 3  # confirm, received, published
    for email in mails:
        assert TOKEN.search(email.message)
        assert TOKEN.search(email.html_message)
        assert [TOKEN.findall(html) for html in read_as_staff(desk, email)] == [[], []]


def test_words_stand_where_the_link_stood(desk):
    initiative(Status.UNCONFIRMED)
    email = Email.objects.get()

    text, html = read_as_staff(desk, email)

    assert text.count(SHOWN_INSTEAD) == len(links(email))
    assert html.count(f'<a class="knop" title="{SHOWN_INSTEAD}">Bevestig je initiatief</a>') == 1


def test_the_mail_that_is_read_before_a_decision_shows_no_link(desk):
    waiting = initiative(Status.SUBMITTED)
    desk.post(page(waiting), answers(waiting))

    html = desk.get(page(waiting, "decide", "publish")).content.decode()

    assert (TOKEN.findall(html), html.count(SHOWN_INSTEAD)) == ([], 1)
    assert html.count("/inspireer-elkaar/soep-op-de-stoep/") == 1


def test_another_address_stays():
    text = "Zie https://www.burgersaanzet.be/a/jaarverslag.2020.pdf of http://soep.be/x.y.z."

    assert hide_secret_links(text) == text
