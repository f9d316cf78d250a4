"""An idea in one sentence: written, changed, taken back, read by the host, grown, erased."""

import pytest
from post_office.models import Email

from agenda import registration as agenda_rules
from initiatives.links import Purpose
from initiatives.links import read_token as read_initiative
from initiatives.models import Initiative
from roadshow import following, ideas
from roadshow.errors import NoHost, NoIdeas
from roadshow.models import Idea, Inspired
from tests.agenda.factories import register, session
from tests.agenda.visiting import own, problems
from tests.database import tables_with
from tests.roadshow.factories import event, invited, over
from tests.submitting.browser import Visitor

pytestmark = pytest.mark.django_db
IDEA = "Een soepkar op de markt"


@pytest.fixture
def mia():
    planned = event(details={"host_name": "Griet", "host_email": "griet@nijlen.be"})
    somebody = register(planned.session)
    over(planned)
    return somebody


def page_of(somebody) -> str:
    token = own(somebody).split("/")[-2]
    return f"/baz-inspireert/roadshow/idee/{token}/"


def write(somebody, words: str = IDEA, **answers):
    return Visitor().post(page_of(somebody), {"text": words, "consent": "on"} | answers)


def test_written_changed_and_taken_back(mia):
    assert Visitor().get(own(mia)).content.decode().count("/idee/") == 1
    assert write(mia).status_code == 302
    assert write(mia, "Een soepkar\nop het plein").status_code == 302
    found = Idea.objects.get()
    assert (found.text, found.consent_text, found.event_id) == (
        "Een soepkar op het plein",
        ideas.CONSENT,
        mia.session_id,
    )
    Visitor().post(f"{page_of(mia)}weg/", {})
    assert Idea.objects.count() == 0


def test_without_agreement_or_words_nothing_is_kept(mia):
    assert problems(write(mia, consent="")) == ["Vink dit aan. Anders mag niemand je idee lezen."]
    refused = write(mia, "x" * 201)
    assert problems(refused) == ["Maak dit korter. Er mogen 200 tekens staan, jij hebt er 201."]
    assert refused.content.decode().count("x" * 201) == 1
    assert Idea.objects.count() == 0


def test_the_page_is_only_for_events(mia):
    other = register(session(), "An")
    assert Visitor().get(page_of(other)).status_code == 404
    assert Visitor().get(own(other)).content.decode().count("/idee/") == 0


def test_one_idea_whichever_page_it_is_written_on(mia):
    held = mia.session.of_roadshow
    after = event("Opvolgsessie", follows=held)
    following.invite(follow_up=after)
    again = following.accept(invitation=invited(mia))
    write(mia)
    write(again, "Een soepkar in de wijk")
    assert [idea.text for idea in ideas.of_event(after)] == ["Een soepkar in de wijk"]


def test_the_host_reads_them_without_names(mia):
    after = event("Opvolgsessie", follows=mia.session.of_roadshow)
    with pytest.raises(NoHost):
        ideas.send_to_host(event=after)
    after.host_email = "griet@nijlen.be"
    with pytest.raises(NoIdeas):
        ideas.send_to_host(event=after)
    write(mia)
    ideas.send_to_host(event=after)
    mail = Email.objects.get(to="griet@nijlen.be")
    assert (mail.message.count(IDEA), mail.message.count("Mia")) == (1, 0)


def test_an_idea_grows_into_one_submission(mia):
    write(mia)
    answers = [Visitor().post(f"{page_of(mia)}initiatief/", {}) for _ in range(2)]
    begun = Initiative.objects.get()
    for answer in answers:
        token = answer.url.split("/")[-3]
        assert answer.url == f"/inspireer-elkaar/aanmelden/{token}/kort/"
        assert read_initiative(token, Purpose.MANAGE) == begun
    assert (begun.latest_version.summary, begun.contact.email) == (IDEA, "mia@example.org")
    assert Inspired.objects.get().event_id == mia.session_id
    assert Visitor().get(answers[0].url).content.decode().count(IDEA) == 1


def test_a_colleague_does_not_get_the_idea_of_the_former_owner():
    somebody = register(event().session)
    write(somebody)
    handed = agenda_rules.hand_over(registration=somebody, name="An", email="an@example.org")
    assert Idea.objects.count() == 0
    write(handed, "Iets van An")
    handed.refresh_from_db()
    handed.save()
    assert Idea.objects.get().text == "Iets van An"


def test_everything_goes_with_the_registration(mia):
    write(mia, "zwijgidee")
    ideas.send_to_host(event=mia.session.of_roadshow)
    assert len(tables_with("zwijgidee")) == 2
    agenda_rules.erase(registration=mia)
    assert tables_with("zwijgidee") == []
