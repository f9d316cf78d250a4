"""What became of a mail, told to whoever may read it."""

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
