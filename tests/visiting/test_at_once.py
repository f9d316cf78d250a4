"""Many hands at once: real threads, each with its own connection to Postgres."""

from functools import partial

import pytest
from post_office.models import Email

from initiatives import contacting, moderation, reporting
from initiatives.models import Message, Report, Status, Step
from initiatives.on_site import NotOnSite
from initiatives.reporting import AlreadySettled
from tests import factories
from tests.initiatives.test_concurrency import together
from tests.submitting.browser import Visitor
from tests.visiting.pages import ANSWERS, address, opened

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 6


@pytest.mark.parametrize(("name", "mails"), [("contact", 2), ("report", 0)])
def test_a_double_click_sends_one(soup, name, mails):
    url = address(name, soup)
    answers = opened(Visitor(), url) | ANSWERS[name]
    responses = together(*[lambda: Visitor().post(url, answers)] * TIMES)
    assert [response.url for response in responses] == [address(f"{name}-sent", soup)] * TIMES
    assert Message.objects.count() + Report.objects.count() == 1
    assert Email.objects.count() == mails


@pytest.mark.parametrize("attempt", range(3))
def test_sending_while_withdrawing(soup, attempt):
    """Whichever comes first: it is sent whole, or not at all."""
    answers = ANSWERS["contact"]
    send = partial(contacting.pass_on, initiative=soup, key="k", network="192.0.2.1", **answers)
    withdraw = partial(moderation.withdraw, initiative=soup)
    results = together(*([send, withdraw] if attempt % 2 else [withdraw, send]))
    was_sent = not any(isinstance(result, NotOnSite) for result in results)
    soup.refresh_from_db()
    assert soup.status == Status.WITHDRAWN
    assert Message.objects.count() == int(was_sent)
    # One more says that it is withdrawn.
    assert Email.objects.count() == 1 + 2 * was_sent


def flood(url: str, pages: list[dict], networks: list[str], addresses: list[str]) -> list[int]:
    """What each of so many visitors gets, all at the same moment."""
    calls = [
        partial(
            Visitor().post,
            url,
            page | ANSWERS["contact"] | {"email": email},
            REMOTE_ADDR=network,
        )
        for page, network, email in zip(pages, networks, addresses, strict=True)
    ]
    return sorted(response.status_code for response in together(*calls))


@pytest.mark.parametrize(
    ("limit", "same"),
    [
        ("initiatives.contacting.MESSAGES_PER_NETWORK", "network"),
        ("visitors.limits.MAILS_PER_ADDRESS", "address"),
        ("initiatives.contacting.MESSAGES_PER_INITIATIVE", "neither"),
    ],
)
def test_the_limits_hold_in_a_flood(soup, monkeypatch, limit, same):
    monkeypatch.setattr(limit, 4)
    url, size = address("contact", soup), 12
    pages = [opened(Visitor(), url) for _ in range(size)]
    networks = [f"192.0.2.{0 if same == 'network' else number}" for number in range(size)]
    addresses = [f"jan{0 if same == 'address' else number}@x.be" for number in range(size)]
    assert flood(url, pages, networks, addresses) == [302] * 4 + [429] * 8
    assert (Message.objects.count(), Email.objects.count()) == (4, 8)


def test_a_flood_over_many_initiatives_waits_for_no_lock_for_ever(monkeypatch):
    """Two take the same counts in the same order, so neither can wait for the other."""
    monkeypatch.setattr("initiatives.contacting.MESSAGES_PER_NETWORK", 4)
    shown = [factories.welcoming() for _ in range(3)]
    Email.objects.all().delete()
    pages = [(address("contact", one), opened(Visitor(), address("contact", one))) for one in shown]
    calls = [
        partial(Visitor().post, url, page | ANSWERS["contact"] | {"text": f"{number}"})
        for number in range(4)
        for url, page in pages
    ]
    statuses = sorted(response.status_code for response in together(*calls))
    assert statuses == [302] * 4 + [429] * 8
    assert Message.objects.count() == 4


def test_two_staff_settle_at_once():
    report = factories.report()
    Email.objects.all().delete()
    people = [factories.moderator("ann"), factories.moderator("bob")]
    calls = [
        partial(reporting.settle, report=report, outcome="changed", answer="Dag.", staff=person)
        for person in people
    ]
    results = together(*calls)
    (refused,) = [result for result in results if isinstance(result, AlreadySettled)]
    winner = Report.objects.get().settled_by.username
    assert str(refused) == f"{winner} was je voor: aangepast. Er is niets overschreven."
    assert Email.objects.count() == 1
    assert report.initiative.trail.filter(step=Step.SETTLE_REPORT).count() == 1
