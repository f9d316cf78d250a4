"""Both roads from end to end, with an address in every place that is private: nobody gets to read
one of somebody else, on a page, in a header, in a mail or in a log."""

import io
import logging
from pathlib import Path

import pytest
from post_office.models import STATUS, Email

from initiatives import contacting, moderation
from initiatives.models import Contact, Report
from mail.delivery import send_due_mail
from tests import factories
from tests.admin.conftest import at_desk
from tests.database import tables_with
from tests.initiatives.test_leaks import everywhere
from tests.mail.test_private import FullMailbox
from tests.visiting.pages import address, opened, write

# Who has which; the receiver of a message may read the sender's, and nobody else anybody's.
WORDS = {
    "receiver": "zwijgmia",
    "sender": "zwijgjan",
    "reporter": "zwijgan",
    "staff": "zwijgmo",
}
OUR_LOGGERS = ["mail", "post_office", "django.request", "django.security", "initiatives"]


def names_in(text: str) -> list[str]:
    """Whose address stands in it."""
    return [who for who, word in WORDS.items() if word in text.lower()]


@pytest.fixture
def logs(caplog):
    """All that our loggers tell, as it reaches the console and whatever comes after it."""
    for name in OUR_LOGGERS:
        caplog.set_level(logging.DEBUG, logger=name)
    written = io.StringIO()
    (console,) = logging.getLogger("post_office").handlers
    before = console.setStream(written)
    yield lambda: written.getvalue() + caplog.text
    console.setStream(before)


@pytest.fixture
def staff(transactional_db):
    moderator = factories.moderator()
    moderator.email, moderator.username = f"{WORDS['staff']}@example.org", "mo"
    moderator.save()
    return moderator


@pytest.fixture
def told(staff, visitor):
    """An initiative about which visitors wrote, and a report that staff settled."""
    shown = factories.welcoming(title="Soep")
    Contact.objects.update(email=f"{WORDS['receiver']}@example.org")
    Email.objects.all().delete()
    write(visitor, "contact", shown, email=f"{WORDS['sender']}@example.org")
    write(visitor, "report", shown, email=f"{WORDS['reporter']}@example.org")
    desk, report = at_desk(staff), Report.objects.get()
    url = f"/admin/initiatives/report/{report.pk}/change/"
    answer = {"outcome": "changed", "answer": "Dank je.", "zeker": "ja"}
    assert desk.post(url, answer).status_code == 302
    return shown


def test_each_mail_names_its_receiver_and_the_sender_only_to_the_people(told, settings):
    send_due_mail()
    letters = [path.read_text() for path in Path(settings.MAIL_DIR).iterdir()]
    assert len(letters) == 6  # text and HTML of each
    found = sorted(names_in(letter) for letter in letters)
    # The HTML of the copy and of the answer holds nobody's, nor does it say to whom it went.
    assert found == [
        [],
        [],
        ["receiver", "sender"],
        ["reporter"],
        ["sender"],
        ["sender"],
    ]


def test_no_page_tells_one(told, client):
    for url in everywhere():
        response = client.get(url, follow=True)
        content = b"".join(response) if response.streaming else response.content
        text = content.decode("latin-1") + str(response.headers) + str(response.redirect_chain)
        assert (url, names_in(text)) == (url, [])


def test_no_answer_to_a_visitor_tells_one(told, visitor, monkeypatch):
    """Neither when it is sent, refused, too often, unwanted, nor when all is gone."""
    somebody = {"email": "somebody@example.org"}
    pages = {}
    for name in ("contact", "report"):
        url = address(name, told)
        answers = opened(visitor, url) | {"kind": "other", "name": "Jan", "text": "Dag."} | somebody
        pages[f"{name}: sent"] = visitor.post(url, answers, follow=True)
        pages[f"{name}: refused"] = visitor.post(url, answers | {"email": "x"})
        with monkeypatch.context() as patch:
            patch.setattr("visitors.limits.MAILS_PER_ADDRESS", 0)
            pages[f"{name}: too often"] = visitor.post(url, answers | {"text": "Nog eens."})
        Contact.objects.update(welcomes_contact=False)
        pages[f"{name}: unwanted"] = visitor.post(url, answers | {"text": "Graag."})
        Contact.objects.update(welcomes_contact=True)
    moderation.withdraw(initiative=told)
    for name in ("contact", "report"):
        pages[f"{name}: gone"] = visitor.post(address(name, told), somebody | {"text": "Dag."})
    told_by = {
        where: names_in(page.content.decode() + str(page.headers)) for where, page in pages.items()
    }
    assert [who for who in told_by.items() if who[1]] == []
    assert [page.status_code for page in pages.values()] == [200, 200, 429, 409, 200, 200, 429,
                                                             302, 410, 410]  # fmt: skip


def test_no_page_of_staff_tells_who_wrote_a_message(told, staff):
    desk = at_desk(staff)
    mails = [f"/admin/post_office/email/{mail.pk}/change/" for mail in Email.objects.all()]
    pages = [
        *mails,
        *[url.replace("change", "voorbeeld") for url in mails],
        "/admin/",
        "/admin/initiatives/message/",
        "/admin/initiatives/report/?stand=alles",
        f"/admin/initiatives/report/{Report.objects.get().pk}/change/",
        "/admin/post_office/email/",
        f"/admin/initiatives/initiative/{told.pk}/change/",
        "/admin/initiatives/trailentry/",
    ]
    found = {url: names_in(desk.get(url).content.decode()) for url in pages}
    # Staff know whose initiative it is; the reporter is forgotten once told.
    assert {url: names for url, names in found.items() if names} == {
        f"/admin/initiatives/initiative/{told.pk}/change/": ["receiver"]
    }


def test_no_log_tells_one_whatever_goes_wrong(logs, told, visitor, settings, monkeypatch):
    backend = f"{FullMailbox.__module__}.{FullMailbox.__name__}"
    settings.POST_OFFICE = {**settings.POST_OFFICE, "BACKENDS": {"default": backend}}
    send_due_mail()

    def break_down(**message):
        raise RuntimeError(f"Key (email)=({message['email']}) already exists.")

    monkeypatch.setattr(contacting, "pass_on", break_down)
    visitor.raise_request_exception = False
    email = f"{WORDS['sender']}@example.org"
    assert write(visitor, "contact", told, email=email).status_code == 500
    assert (names_in(logs()), logs().count("mailbox is vol") >= 3) == ([], True)


def test_what_is_left_after_sending(told):
    """Of the sender and the reporter: nothing, in any table."""
    send_due_mail()
    assert set(Email.objects.values_list("status", flat=True)) == {STATUS.sent}
    assert {who: tables_with(word) for who, word in WORDS.items()} == {
        "receiver": ["initiatives_contact"],
        "sender": [],
        "reporter": [],
        "staff": ["auth_user"],
    }
