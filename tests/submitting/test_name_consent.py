"""A name on the site only as long as its owner agrees."""

from initiatives import moderation
from initiatives.consents import TEXT_VERSION
from initiatives.models import Consent
from tests import factories
from tests.submitting.browser import address, page_name, typed
from tests.submitting.test_right_answers import person


def shown_with_name(visitor):
    draft = factories.initiative()
    assert page_name(visitor.post(address("step", draft, step="jij"), person())) == "review"
    moderation.send(initiative=draft)
    return factories.publish(moderation.confirm(initiative=draft))


def names(visitor, initiative) -> int:
    page = visitor.get(initiative.get_absolute_url())
    return page.content.decode().count('<dd dir="auto">Mia</dd>')


def test_unticking_takes_the_name_off_at_once(db, visitor):
    shown = shown_with_name(visitor)
    assert names(visitor, shown) == 1
    visitor.post(address("edit", shown))
    assert names(visitor, shown) == 1
    url = address("step", shown, step="jij")
    answers = typed(visitor.get(url))
    del answers["show_name"]
    visitor.post(url, answers)
    assert names(visitor, shown) == 0
    consent = shown.consents.get(kind=Consent.Kind.NAME)
    assert consent.withdrawn_at > consent.given_at


def test_it_stays_off_when_the_edit_is_dropped(db, visitor):
    shown = shown_with_name(visitor)
    visitor.post(address("edit", shown))
    visitor.post(address("step", shown, step="jij"), person(show_name=""))
    visitor.post(address("drop-edit", shown))
    assert names(visitor, shown) == 0


def test_a_name_that_may_be_shown_from_now_on_waits_for_approval(db, visitor):
    shown = factories.published()
    visitor.post(address("edit", shown))
    visitor.post(address("step", shown, step="jij"), person())
    assert names(visitor, shown) == 0
    visitor.post(address("review", shown))
    assert names(visitor, shown) == 0
    factories.publish(shown)
    assert names(visitor, shown) == 1


def test_agreeing_is_kept_word_for_word_with_its_moment(db, visitor):
    draft = factories.initiative()
    url = address("step", draft, step="jij")
    for answers in (person(), person(), person(show_name=""), person()):
        visitor.post(url, answers)
    consents = draft.consents.filter(kind=Consent.Kind.NAME)
    text = "Mijn naam mag bij het initiatief op de site staan."
    assert list(consents.values_list("text", "text_version")) == [(text, TEXT_VERSION)] * 2
    assert [consent.withdrawn_at is None for consent in consents] == [False, True]
