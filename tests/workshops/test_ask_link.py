"""A lost link to a request, a coaching track or a plan."""

import pytest

from tests.agenda.factories import register, session
from tests.submitting.mails import links
from tests.workshops import factories
from tests.workshops.mails import to_people
from workshops import planning, requesting
from workshops.models import WorkshopSession

pytestmark = pytest.mark.django_db
ASK = "/baz-inspireert/link-vragen/"
SUBJECT = "Jouw links bij BAZ inspireert"


def test_one_mail_with_all_of_an_address(client):
    factories.request("An")
    coached = factories.propose(factories.request(workshop=None))
    requesting.pick(request=coached, moment=factories.first_moment(coached).pk)
    date = session()
    WorkshopSession.objects.create(session=date, workshop=factories.workshop("w", has_plan=True))
    planning.invite(register(date))
    before = to_people().count()
    client.post(ASK, {"email": "MIA@example.org"})
    (mail,) = to_people()[before:]
    assert (mail.to, mail.subject) == (["mia@example.org"], SUBJECT)
    found = links(mail)
    assert [url.split("/baz-inspireert/")[1].partition("/")[0] for url in found] == [
        *("aanvraag", "traject", "plan")
    ]
    assert [client.get(url).status_code for url in found] == [200] * 3


def test_the_answer_is_the_same_whether_known_or_not(client):
    factories.request()
    before = to_people().count()
    known, unknown = (client.post(ASK, {"email": who}) for who in ("mia@example.org", "x@y.be"))
    assert known.content.replace(b"mia@example.org", b"x@y.be") == unknown.content
    assert (to_people().count() - before, dict(client.cookies)) == (1, {})


def test_what_is_erased_is_not_found(client):
    requesting.erase(request=factories.request())
    client.post(ASK, {"email": "mia@example.org"})
    assert to_people().count() == 0


@pytest.mark.parametrize("email", ["", "mia", "a" * 10_000])
def test_a_wrong_address(client, email):
    page = client.post(ASK, {"email": email})
    assert set(page.context["form"].errors) == {"email"}


def test_a_link_that_does_not_work_leads_here(client):
    page = client.get("/baz-inspireert/aanvraag/onzin/").content.decode()
    assert page.count(f'href="{ASK}"') == 1
