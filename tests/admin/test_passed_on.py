"""Messages of visitors: staff see that they went, and send again what did not arrive."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.models import STATUS, Email

from initiatives import contacting
from initiatives.models import Initiative, Message
from mail.delivery import send_due_mail
from tests import factories
from tests.admin.addresses import page
from tests.mail.test_private import FullMailbox
from tests.mail.test_worker import make_due

LIST = "/admin/initiatives/message/"
SECRETS = ["zwijgjan", "Zwijgnaam", "zwijgtekst"]


def pass_on(shown: Initiative | None = None, key: str = "k") -> Message:
    return contacting.pass_on(
        initiative=shown or factories.welcoming(),
        key=key,
        name="Zwijgnaam",
        email="zwijgjan@example.org",
        text="zwijgtekst",
        network="192.0.2.1",
    )


def states(desk, query: str = "") -> list[str]:
    return [message.state for message in desk.get(LIST + query).context["cl"].result_list]


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (STATUS.queued, "wacht"),
        (STATUS.requeued, "wacht op nieuwe poging"),
        (STATUS.sent, "verstuurd"),
        (STATUS.failed, "mislukt"),
    ],
)
def test_its_state_is_that_of_its_mail(desk, status, word):
    message = pass_on()
    Email.objects.filter(pk=message.mail.pk).update(status=status)
    assert states(desk) == [word]
    assert (states(desk, f"?status={status}"), states(desk, "?status=9")) == ([word], [word])
    others = [other for other in (0, 1, 2, 3) if other != status]
    assert [states(desk, f"?status={other}") for other in others] == [[], [], []]


def test_the_list_and_the_initiative_say_that_it_went_and_no_more(desk):
    message = pass_on()
    shown = message.initiative
    texts = [desk.get(url).content.decode() for url in (LIST, page(shown))]
    assert [[text.count(secret) for secret in SECRETS] for text in texts] == [[0] * 3] * 2
    assert texts[0].count(f'<a href="{page(shown)}">Soep op de stoep</a>') == 1
    assert texts[1].count(": wacht</li>") == 1
    assert shown.contact.email not in texts[0]


def test_the_page_of_a_message_tells_no_more(desk):
    message = pass_on()
    html = desk.get(f"{LIST}{message.pk}/change/").content.decode()
    assert [html.count(word) for word in (*SECRETS, message.initiative.contact.email)] == [0] * 4


@pytest.mark.parametrize("what", ["add/", "{}/delete/"])
def test_nobody_makes_or_removes_one(admin_client, what):
    assert admin_client.get(LIST + what.format(pass_on().pk)).status_code == 403


def test_a_fixed_number_of_queries(desk):
    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            desk.get(address)
        return len(captured)

    shown = factories.welcoming()
    pass_on(shown, "0")
    addresses = [LIST, page(shown)]
    desk.get(LIST)
    at_one = [queries(address) for address in addresses]
    for key in ("1", "2"):
        pass_on(shown, key)
    assert [queries(address) for address in addresses] == at_one


@pytest.mark.django_db(transaction=True)
def test_a_full_mailbox_is_tried_again_then_told_then_sent_again(manager_desk, settings):
    ready = settings.POST_OFFICE
    full = f"{FullMailbox.__module__}.{FullMailbox.__name__}"
    settings.POST_OFFICE = {**ready, "BACKENDS": {"default": full}}
    message = pass_on()
    send_due_mail()
    assert states(manager_desk) == ["wacht op nieuwe poging"]
    for _ in range(settings.POST_OFFICE["MAX_RETRIES"]):
        make_due()
        send_due_mail()
    assert states(manager_desk) == ["mislukt"]
    start = manager_desk.get("/admin/").content.decode()
    assert start.count(f'{LIST}?status=1">1 bericht van een bezoeker kwam niet aan') == 1
    assert message.mail.logs.count() == 5

    settings.POST_OFFICE = ready
    manager_desk.post(LIST, {"action": "send_again", "_selected_action": [message.pk]})
    send_due_mail()
    assert states(manager_desk) == ["verstuurd"]
    # Only the message was asked for; the copy to its sender is another mail.
    letters = [path.read_text() for path in settings.MAIL_DIR.glob("*.txt")]
    assert [letter.count("> zwijgtekst") for letter in letters] == [1]


def test_a_moderator_sees_it_and_does_not_send_again(desk):
    message = pass_on()
    Email.objects.update(status=STATUS.failed)
    desk.post(LIST, {"action": "send_again", "_selected_action": [message.pk]})
    assert states(desk) == ["mislukt"]


def test_the_nightly_removal_of_mails_leaves_the_row(desk):
    message = pass_on()
    Email.objects.update(created=timezone.now() - timedelta(days=91))
    call_command("cleanup_mail", days=90)
    assert Email.objects.filter(headers__Sensitivity="Private").count() == 0
    assert (Message.objects.get(), states(desk)) == (message, ["niet meer bewaard"])
