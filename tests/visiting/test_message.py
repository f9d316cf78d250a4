"""A message: passed on by mail, a copy to whoever wrote it, and nobody's address given away."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.test import Client
from post_office.models import Email

from initiatives import moderation
from initiatives.models import Contact, FormerSlug, Message
from tests.submitting.browser import heading, typed
from tests.submitting.mails import subjects
from tests.visiting.pages import MESSAGE, address, opened, write

pytestmark = pytest.mark.django_db


def received(mail: Email) -> EmailMessage:
    """The mail as a mail program reads its bytes."""
    return message_from_bytes(mail.email_message().message().as_bytes(), policy=policy.default)


def test_the_page_says_who_sees_what(visitor, soup):
    page = visitor.get(address("contact", soup))
    assert heading(page) == "Stuur een bericht"
    assert page.content.decode().count("Zij zien je naam en je e-mailadres.") == 1
    assert page["Cache-Control"] == "private, no-cache"


def test_one_message_is_two_mails_and_one_row(visitor, soup):
    response = write(visitor, "contact", soup)
    assert (response.status_code, response.url) == (302, address("contact-sent", soup))
    assert subjects() == [
        (soup.contact.email, "Een bericht over Soep op de stoep"),
        ("jan@example.org", "Je bericht over Soep op de stoep"),
    ]
    mail, copy = Email.objects.order_by("pk")
    assert list(Message.objects.values_list("initiative", "mail", "copy")) == [
        (soup.pk, mail.pk, copy.pk)
    ]


def test_the_receiver_answers_the_sender(visitor, soup, settings):
    write(visitor, "contact", soup)
    mail = received(Email.objects.earliest("pk"))
    assert mail["Reply-To"] == "Jan Janssens <jan@example.org>"
    assert mail["From"] == settings.DEFAULT_FROM_EMAIL
    assert (mail["Auto-Submitted"], mail["Sensitivity"]) == ("auto-generated", "Private")
    text = mail.get_body(["plain"]).get_content()
    assert text.count("> Dag!\n> Hoe beginnen jullie eraan?\n") == 1


def test_the_receiver_gets_no_key_that_an_answer_would_quote(visitor, soup):
    write(visitor, "contact", soup)
    for mail in Email.objects.all():
        assert [part.count("/mijn/") for part in (mail.message, mail.html_message)] == [0, 0]


def test_the_copy_says_who_answers_and_not_where(visitor, soup):
    write(visitor, "contact", soup)
    copy = Email.objects.latest("pk")
    for part in (copy.message, copy.html_message, str(copy.headers)):
        assert [part.count(word) for word in (soup.contact.email, soup.contact.name)] == [0, 0]
    assert received(copy)["Reply-To"] is None
    assert copy.message.count("> Hoe beginnen jullie eraan?") == 1
    for sentence in (
        "Wie antwoordt er? De mensen van het initiatief zelf",
        "Schreef jij dit niet?",
    ):
        assert (copy.message.count(sentence), copy.html_message.count(sentence)) == (1, 1)


def test_after_sending_a_reload_shows_the_same_page(visitor, soup):
    url = write(visitor, "contact", soup).url
    pages = [visitor.get(url) for _ in range(2)]
    assert [heading(page) for page in pages] == ["Je bericht is onderweg"] * 2
    assert Message.objects.count() == 1


def test_the_same_button_twice_is_one_message(visitor, soup):
    url = address("contact", soup)
    answers = opened(visitor, url) | MESSAGE
    assert [visitor.post(url, answers).url for _ in range(3)] == [address("contact-sent", soup)] * 3
    assert (Message.objects.count(), Email.objects.count()) == (1, 2)


def test_another_text_from_the_same_page_is_another_message(visitor, soup):
    url = address("contact", soup)
    answers = opened(visitor, url) | MESSAGE
    for text in ("Eerst dit.", "En nog iets."):
        visitor.post(url, answers | {"text": text})
    assert Message.objects.count() == 2


def test_the_same_text_from_a_new_page_is_another_message(visitor, soup):
    for _ in range(2):
        write(visitor, "contact", soup)
    assert Message.objects.count() == 2


def test_reading_sends_nothing(visitor, soup):
    for name in ("contact", "contact-sent"):
        assert visitor.get(address(name, soup), MESSAGE).status_code == 200
    assert Client().post(address("contact-sent", soup), MESSAGE).status_code == 405
    assert (Message.objects.count(), Email.objects.count()) == (0, 0)


def test_an_address_of_before_still_works(visitor, soup):
    FormerSlug.objects.create(initiative=soup, slug="oude-naam")
    url = address("contact", soup).replace(soup.slug, "oude-naam")
    assert visitor.post(url, opened(visitor, url) | MESSAGE).status_code == 302
    assert Message.objects.get().initiative == soup


def test_somebody_who_guesses_the_address_of_the_receiver_is_told_nothing(visitor, soup):
    pages = [
        visitor.get(write(visitor, "contact", soup, email=email).url)
        for email in (soup.contact.email, "somebody@example.org")
    ]
    assert pages[0].content == pages[1].content


def test_what_was_sent_to_who_wants_no_more_messages_was_sent(visitor, soup):
    url = write(visitor, "contact", soup).url
    Contact.objects.update(welcomes_contact=False)
    assert heading(visitor.get(url)) == "Je bericht is onderweg"
    moderation.withdraw(initiative=soup)
    page = visitor.get(url)
    assert (heading(page), page.content.decode().count("Soep op de stoep")) == (
        "Je bericht is onderweg",
        0,
    )


def test_no_field_is_filled_in_beforehand(visitor, soup):
    assert list(typed(visitor.get(address("contact", soup)))) == ["page"]
