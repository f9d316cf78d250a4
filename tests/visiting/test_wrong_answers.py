"""What is not right yet: a clear sentence, everything typed is kept, nothing is sent."""

import pytest
from post_office.models import Email

from initiatives.models import Message, Report
from tests.submitting.browser import as_typed, errors, typed
from tests.visiting.pages import ANSWERS, MESSAGE, write
from visitors.forms import HONEYPOT

pytestmark = pytest.mark.django_db
OURS = "Dit is het adres van BurgersAanZet zelf. Schrijf je eigen e-mailadres."
WRONG = "Dit e-mailadres klopt niet. Bijvoorbeeld: an@voorbeeld.be."
CASES = [
    ("contact", {"name": ""}, "Schrijf je naam."),
    ("contact", {"name": " \n "}, "Schrijf je naam."),
    ("contact", {"name": "jan@x.be"}, "Schrijf hier je naam, niet je e-mailadres."),
    ("contact", {"email": ""}, "Schrijf je e-mailadres."),
    ("contact", {"email": "jan@"}, WRONG),
    ("contact", {"email": '"jan,mia"@example.org'}, WRONG),
    ("contact", {"email": "NoReply@localhost.example"}, OURS),
    ("contact", {"email": "Hulp@example.org"}, OURS),
    ("contact", {"text": "  "}, "Schrijf je bericht."),
    ("report", {"kind": ""}, "Kies wat er aan de hand is."),
    ("report", {"kind": "hacked"}, "Kies wat er aan de hand is."),
    ("report", {"text": ""}, "Vertel wat er niet klopt."),
    ("report", {"email": "jan"}, WRONG),
    ("report", {"email": "hulp@example.org"}, OURS),
]  # fmt: skip


@pytest.fixture(autouse=True)
def our_addresses(settings):
    settings.DEFAULT_FROM_EMAIL = "BurgersAanZet <noreply@localhost.example>"
    settings.CONTACT_EMAIL = "hulp@example.org"


@pytest.mark.parametrize(("name", "wrong", "sentence"), CASES)
def test_it_says_what_is_wrong_and_keeps_the_rest(visitor, soup, name, wrong, sentence):
    page = write(visitor, name, soup, **wrong)
    assert (page.status_code, errors(page)) == (200, [sentence])
    kept, expected = typed(page), as_typed(ANSWERS[name] | wrong)
    assert kept.pop("page")
    if "kind" in wrong:
        # There is no button for it.
        expected.pop("kind", None)
    assert kept == expected
    assert (Message.objects.count(), Report.objects.count(), Email.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(("field", "most"), [("name", 100), ("text", 3000)])
def test_too_long_is_said_and_nothing_is_cut_off(visitor, soup, field, most):
    long = "a" * (most + 1)
    page = write(visitor, "contact", soup, **{field: long})
    assert errors(page) == [
        f"Maak dit korter. Er mogen {most} tekens staan, jij hebt er {most + 1}."
    ]
    assert typed(page)[field] == [long]


@pytest.mark.parametrize("name", ANSWERS)
def test_the_unseen_field(visitor, soup, name):
    page = write(visitor, name, soup, **{HONEYPOT: "goedkope pillen"})
    assert page.context["form"].non_field_errors() == [
        "Er stond iets in een vak dat leeg moet blijven. Verstuur nog eens."
    ]
    # What a browser filled in by itself doesn't stay, so the second time works.
    again = typed(page)
    assert again.pop("page")
    assert again == as_typed(ANSWERS[name])
    assert visitor.post(page.request["PATH_INFO"], typed(page)).status_code == 302


def test_what_was_typed_is_text_on_the_page(visitor, soup):
    nasty = "</textarea><script>alert(1)</script>{{ settings.SECRET_KEY }}"
    page = write(visitor, "contact", soup, text=nasty, name="")
    assert page.content.decode().count("<script") == 0
    assert typed(page)["text"] == [nasty]


def test_an_empty_form_names_each_field(visitor, soup):
    page = write(visitor, "contact", soup, **dict.fromkeys(MESSAGE, ""))
    assert errors(page) == ["Schrijf je naam.", "Schrijf je e-mailadres.", "Schrijf je bericht."]
