"""What became of a mail, told to whoever may read it."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from post_office.models import STATUS, Email

from tests.factories import Status, initiative


@pytest.mark.parametrize("who", ["desk", "manager_desk"])
def test_why_a_mail_failed(who, request):
    client = request.getfixturevalue(who)
    initiative(Status.UNCONFIRMED)
    email = Email.objects.get()
    email.logs.create(status=STATUS.failed, exception_type="SMTPError", message="Mailbox is vol")

    page = client.get(reverse("admin:post_office_email_change", args=[email.pk]))

    assert page.content.decode().count("Mailbox is vol") == 1


@pytest.mark.django_db
def test_moments_are_ours_and_in_words(desk):
    initiative(Status.UNCONFIRMED)
    Email.objects.update(created=datetime(2026, 7, 5, 12, 30, tzinfo=UTC))

    page = desk.get(reverse("admin:post_office_email_change", args=[Email.objects.get().pk]))

    shown = re.findall(r'<div class="readonly">(.*?)</div>', page.content.decode())
    assert shown[0] == "5 juli 2026, 14:30"
