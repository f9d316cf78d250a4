"""The mails: what people typed stays text, in both parts, and nobody reads of somebody else."""

import html

import pytest
from post_office.models import Email

from initiatives import emails, moderation
from initiatives.models import Decision, Initiative, Status
from mail.sending import NO_ANSWERING_MACHINES
from tests import factories

pytestmark = pytest.mark.django_db
TITLE = "{{ contact.email }} {% now 'Y' %} <script>1</script> & soep\r\nBcc: x@y.be"
ON_ONE_LINE = " ".join(TITLE.split())
NAME = "Mia {{ contact.phone }} {% include 'base.html' %} <b>Peeters</b>"
PHONE = "0499 11 22 33"
SOMEBODY_ELSE = ("Zwijgzaam", "zwijgzaam@example.org", "0477 00 00 00")
DECISIONS = {
    Decision.PUBLISH: factories.publish,
    Decision.REQUEST_CHANGES: factories.request_changes,
    Decision.REJECT: factories.reject,
}


def start() -> Initiative:
    other = factories.initiative(title=SOMEBODY_ELSE[0])
    other.contact.name, other.contact.email, other.contact.phone = SOMEBODY_ELSE
    other.contact.save()
    initiative = factories.initiative(title=TITLE)
    initiative.contact.name, initiative.contact.phone = NAME, PHONE
    initiative.contact.save()
    return initiative


def send(kind: str) -> Initiative:
    initiative = start()
    if kind == "draft_link":
        emails.send_draft_link(initiative, initiative.contact.email)
    if kind == "all_links":
        emails.send_all_links(initiative.contact.email)
    if kind in {"draft_link", "all_links"}:
        return initiative
    initiative = moderation.send(initiative=initiative)
    if kind == "confirm":
        return initiative
    initiative = moderation.confirm(initiative=initiative)
    if kind == "withdrawn":
        return moderation.withdraw(initiative=initiative)
    return initiative if kind == "received" else DECISIONS[kind](initiative)


KINDS = ["draft_link", "all_links", "confirm", "received", "withdrawn", *DECISIONS]
WITHOUT_TITLE = {"draft_link", "withdrawn"}
WITHOUT_NAME = {"all_links"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_typed_stays_what_it_is(kind):
    initiative = send(kind)
    mail = Email.objects.latest("pk")
    assert mail.to == [initiative.contact.email]
    assert mail.message.count(TITLE) == int(kind not in WITHOUT_TITLE)
    assert mail.html_message.count(html.escape(TITLE)) == int(kind not in WITHOUT_TITLE)
    assert mail.message.count(NAME) == int(kind not in WITHOUT_NAME)
    assert mail.html_message.count(html.escape(NAME)) == int(kind not in WITHOUT_NAME)
    assert mail.html_message.count("<script") == mail.html_message.count("<b>") == 0
    assert mail.subject.count("\n") == mail.subject.count("\r") == 0
    in_subject = kind not in WITHOUT_TITLE | {"all_links"}
    assert mail.subject.count(ON_ONE_LINE) == int(in_subject)
    assert mail.headers == NO_ANSWERING_MACHINES


@pytest.mark.parametrize("kind", KINDS)
def test_both_parts_say_it_and_name_nobody_else(kind):
    send(kind)
    mail = Email.objects.latest("pk")
    for part in (mail.message, mail.html_message):
        assert part.count("Burgers inspireren elkaar") == 1
        assert part.count("/inspireer-elkaar/") >= 1
        assert [part.count(text) for text in (*SOMEBODY_ELSE, PHONE)] == [0] * 4
    assert mail.html_message.count("<!DOCTYPE html>") == 1
    assert mail.html_message.count('lang="nl-BE"') == 1


@pytest.mark.parametrize("decision", DECISIONS)
def test_the_preview_is_the_mail(decision):
    waiting = moderation.confirm(initiative=moderation.send(initiative=start()))
    DECISIONS[decision](waiting)
    mail = Email.objects.latest("pk")
    assessment = waiting.versions.order_by("number")[0].assessment
    preview = emails.preview_decision(Initiative.objects.get(pk=waiting.pk), assessment, decision)
    assert preview.subject == mail.subject
    assert without_links(preview.text) == without_links(mail.message)


def without_links(text: str) -> list[str]:
    """The lines without the addresses: each link is signed with the second it was made in."""
    return [line for line in text.splitlines() if not line.startswith("http")]


def test_only_one_mail_a_step():
    initiative = factories.initiative(Status.PUBLISHED)
    moderation.withdraw(initiative=initiative)
    subjects = [mail.subject.partition(":")[0] for mail in Email.objects.order_by("pk")]
    assert subjects == [
        *("Bevestig je initiatief", "Wij kregen je initiatief"),
        *("Je initiatief staat online", "Je initiatief is ingetrokken"),
    ]


def test_remarks_of_staff_are_text_too():
    waiting = factories.initiative(Status.SUBMITTED)
    remark = "<b>Wie</b> beslist?\n{{ manage_url }}"
    factories.decide(
        waiting, Decision.REQUEST_CHANGES, agency_verdict="unclear", agency_remark=remark
    )
    mail = Email.objects.latest("pk")
    assert mail.message.count(remark) == 1
    assert mail.html_message.count("&lt;b&gt;Wie&lt;/b&gt; beslist?<br>{{ manage_url }}") == 1
