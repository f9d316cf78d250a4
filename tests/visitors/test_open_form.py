"""A form that everybody may send: programs are stopped, people may try again."""

import pytest
from django import forms
from django.http import QueryDict

from tests import clock
from visitors.forms import HONEYPOT, PAGE_LIFETIME, OpenForm, SenderField

FAST = "Dat ging heel snel. Kijk alles na en verstuur nog eens."
OLD = "Deze bladzijde stond lang open. Kijk alles na en verstuur nog eens."
FILLED = "Er stond iets in een vak dat leeg moet blijven. Verstuur nog eens."


class Greeting(OpenForm):
    text = forms.CharField(label="Groet", error_messages={"required": "Schrijf een groet."})


@pytest.fixture(autouse=True)
def some_seconds(settings):
    settings.FASTEST_MESSAGE = 3


def page() -> str:
    """The note of a page that is opened now."""
    return Greeting()["page"].value()


def sent(note: str | None, after: float = 4, **answers) -> Greeting:
    """The form as it comes in so many seconds after it was opened."""
    data = QueryDict(mutable=True)
    data.update({"page": note} if note is not None else {})
    data.update({"text": "Dag", **answers})
    with clock.later(seconds=after):
        form = Greeting(data)
        form.is_valid()
    return form


def test_a_person_gets_through():
    assert sent(page()).answers == {"text": "Dag"}


def test_faster_than_a_person_may_try_again_from_the_same_page():
    note = page()
    form = sent(note, after=1)
    assert (form.non_field_errors(), form["page"].value()) == ([FAST], note)
    assert sent(form["page"].value()).errors == {}


@pytest.mark.parametrize("note", [None, "", "onzin", "a" * 10_000, "WyIxIl0.x.y"])
def test_a_note_that_is_not_ours(note):
    form = sent(note)
    assert form.non_field_errors() == [OLD]
    assert form["text"].value() == "Dag"
    # The page that says so has a good one.
    assert sent(form["page"].value(), after=8).errors == {}


def test_a_page_that_stood_open_for_days():
    note, days = page(), PAGE_LIFETIME.total_seconds()
    assert sent(note, after=days - 60).errors == {}
    assert sent(note, after=days + 60).non_field_errors() == [OLD]


def test_the_unseen_field():
    assert sent(page(), **{HONEYPOT: "pillen"}).non_field_errors() == [FILLED]


def test_what_is_wrong_with_an_answer_is_said_first():
    form = sent(page(), after=0, text="")
    assert dict(form.errors) == {"text": ["Schrijf een groet."]}


def test_two_clicks_are_one_and_two_pages_are_two():
    note, other = page(), page()
    keys = [sent(note).key, sent(note).key, sent(other).key, sent(note, text="Hallo").key]
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


def test_no_answer_stands_in_the_key_or_in_the_note():
    form = sent(page(), text="zwijgzaam")
    assert [word.count("zwijg") for word in (form.key, form["page"].value())] == [0, 0]
    assert len(form.key) == 64


@pytest.mark.parametrize("address", ["info@x.be", "INFO@X.be", "hulp@x.be"])
def test_our_own_address_sends_nothing(settings, address):
    settings.DEFAULT_FROM_EMAIL, settings.CONTACT_EMAIL = "BAZ <info@x.be>", "Hulp@x.be"
    with pytest.raises(forms.ValidationError) as error:
        SenderField().clean(address)
    assert error.value.messages == [
        "Dit is het adres van BurgersAanZet zelf. Schrijf je eigen e-mailadres."
    ]
    assert SenderField().clean("jan@x.be") == "jan@x.be"
