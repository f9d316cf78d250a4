"""What staff see of the mails, and that no mail can do harm there."""

import pytest
from django.urls import reverse
from post_office.models import STATUS, Email

from mail.sending import queue_mail

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def failed(db) -> Email:
    email = queue_mail(to="mia@example.org", template="greeting", context={"name": SCRIPT})
    Email.objects.update(status=STATUS.failed, number_of_retries=4)
    return email


def test_a_failed_mail_stands_in_the_list(admin_client, failed):
    url = reverse("admin:post_office_email_changelist")
    rows = admin_client.get(url, {"status": STATUS.failed}).context["cl"].result_list
    assert [email.pk for email in rows] == [failed.pk]


def test_nothing_of_a_mail_is_markup_in_the_admin(admin_client, failed):
    page = admin_client.get(reverse("admin:post_office_email_change", args=[failed.pk]))
    assert (page.status_code, page.content.decode().count(SCRIPT)) == (200, 0)
    assert page.content.decode().count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 2


def test_the_preview_is_a_sandbox(admin_client, failed):
    page = admin_client.get(reverse("admin:mail_preview", args=[failed.pk]))
    assert page.content.decode() == failed.html_message
    assert page["Content-Security-Policy"].split("; ")[:2] == ["sandbox", "default-src 'none'"]


def test_a_failed_mail_can_be_sent_again(admin_client, failed):
    admin_client.post(
        reverse("admin:post_office_email_changelist"),
        {"action": "send_again", "_selected_action": [failed.pk]},
    )
    failed.refresh_from_db()
    assert (failed.status, failed.number_of_retries) == (STATUS.queued, 0)


def test_a_mail_can_not_be_rewritten(admin_client, failed):
    url = reverse("admin:post_office_email_change", args=[failed.pk])
    assert admin_client.post(url, {"subject": "iets anders"}).status_code == 403
