"""Erasing: everything that names or quotes people is gone, wherever it was kept."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from post_office.models import STATUS, Email, Log

from initiatives import contacting, emails, moderation, photos, reporting, writing
from initiatives.links import Purpose, make_token, mark_of
from initiatives.models import (
    Consent,
    Contact,
    FormerSlug,
    Initiative,
    Message,
    Photo,
    Report,
    Status,
    Version,
)
from initiatives.steps import StepNotAllowed
from tests import factories
from tests.database import tables_with
from tests.submitting.photos import jpeg

SECRET = "zwijgzaam"
MODELS = [Version, Contact, Consent, Photo, FormerSlug, Email, Log]


def bring_to(status: Status) -> Initiative:
    """An initiative that says the secret wherever something can be said."""
    fields = ("title", "summary", "story", "needs", "costs", "spot", "contact_name")
    answers = {name: f"{SECRET} {name}" for name in fields}
    answers |= {f"{name}_answer": SECRET for name in ("bottom_up", "agency", "beyond_self")}
    answers["website"] = f"https://{SECRET}.example"
    draft = factories.initiative(**answers)
    version = draft.latest_version
    for _ in range(2):
        shown = photos.add_photo(version=version, upload=jpeg())
        shown.alt, shown.people = SECRET, "none"
        shown.save()
    writing.keep_unfinished(version, "kort", {"title": [f"{SECRET} unfinished"]})
    draft.contact.name = draft.contact.phone = SECRET
    draft.contact.email = f"first.{SECRET}@example.org"
    draft.contact.save()
    emails.send_draft_link(draft, f"even.before.{SECRET}@example.org")
    if status == Status.DRAFT:
        return draft
    version.unfinished = {}
    version.save()
    sent = moderation.send(initiative=draft)
    sent = moderation.change_address(initiative=sent, email=f"{SECRET}@example.org")
    if status == Status.UNCONFIRMED:
        return sent
    waiting = moderation.confirm(initiative=sent)
    if status == Status.SUBMITTED:
        return waiting
    if status == Status.REJECTED:
        return factories.reject(waiting)
    asked = factories.request_changes(waiting)
    if status == Status.CHANGES_REQUESTED:
        return asked
    shown = factories.publish(moderation.send(initiative=asked))
    FormerSlug.objects.create(initiative=shown, slug=f"{SECRET}-vroeger")
    moderation.start_edit(initiative=shown)
    if status == Status.WITHDRAWN:
        return moderation.withdraw(initiative=shown)
    if status == Status.ARCHIVED:
        return moderation.archive(initiative=shown, staff=factories.moderator())
    return shown


@pytest.mark.parametrize("status", Status)
def test_nothing_is_left_but_the_bare_row_and_its_trail(
    db, settings, status, django_capture_on_commit_callbacks
):
    initiative = bring_to(status)
    trail = initiative.trail.count()
    assert {"initiatives_version", "initiatives_contact", "post_office_email"} <= set(
        tables_with(SECRET)
    )
    assert len(list((settings.MEDIA_ROOT / "fotos").iterdir())) == 2
    with django_capture_on_commit_callbacks(execute=True):
        page = Client(enforce_csrf_checks=True).post(
            f"/inspireer-elkaar/mijn/{make_token(initiative, Purpose.MANAGE)}/wissen/"
        )
    assert page.status_code == 200
    assert tables_with(SECRET) == []
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.name != "fotos"] == []
    assert [model.objects.count() for model in MODELS] == [0] * len(MODELS)
    assert initiative.trail.count() == trail + 1
    initiative.refresh_from_db()
    expected = status if status in {Status.REJECTED, Status.ARCHIVED} else Status.WITHDRAWN
    assert (initiative.status, initiative.slug, initiative.live_version) == (expected, None, None)


def test_what_visitors_wrote_goes_too(db):
    """With both mails of a message, and a settled report; what names our people in one that waits.
    Its maker still hears what became of it."""
    shown = factories.welcoming(title=f"{SECRET} soep")
    contacting.pass_on(
        initiative=shown,
        key="k",
        name=f"{SECRET} naam",
        email=f"{SECRET}.sender@example.org",
        text=f"{SECRET} tekst",
        network="192.0.2.1",
    )
    settled, waiting = (factories.report(shown, text=SECRET) for _ in range(2))
    answer = {"outcome": "changed", "answer": SECRET, "staff": factories.moderator()}
    reporting.settle(report=settled, **answer)
    moderation.erase(initiative=shown)
    assert tables_with(SECRET) == []
    assert (Email.objects.count(), Message.objects.count()) == (0, 0)
    (left,) = Report.objects.all()
    assert (left, left.text, left.email) == (waiting, "", "jan@x.be")
    reporting.settle(report=left, **answer | {"outcome": "taken_off"})
    mail = Email.objects.get()
    assert (mail.to, mail.message.count("een initiatief op onze site")) == (["jan@x.be"], 1)


def test_what_visitors_wrote_about_others_stays(db):
    shown, other = factories.welcoming(), factories.welcoming()
    for one in (shown, other):
        message = {"name": "Jan", "email": "jan@x.be", "text": "Dag.", "network": "192.0.2.1"}
        contacting.pass_on(initiative=one, key="k", **message)
        factories.report(one)
    moderation.erase(initiative=shown)
    kept = other.messages.get()
    assert (kept.mail.message.count("> Dag."), kept.copy.message.count("> Dag.")) == (1, 1)
    assert [report.text for report in other.reports.all()] == ["Het is op zaterdag."]


def test_logs_of_sending_and_of_admin_go_too(db):
    initiative = bring_to(Status.SUBMITTED)
    mail = Email.objects.latest("pk")
    Log.objects.create(email=mail, status=STATUS.failed, message=f"{SECRET}: no such user")
    LogEntry.objects.create(
        user=factories.moderator(),
        content_type=ContentType.objects.get_for_model(Contact),
        object_id=str(initiative.contact.pk),
        object_repr=str(initiative.contact),
        action_flag=CHANGE,
    )
    assert {"django_admin_log", "post_office_log"} <= set(tables_with(SECRET))
    moderation.erase(initiative=initiative)
    assert tables_with(SECRET) == []


def test_nothing_of_others_goes(db):
    """Neither of somebody with an address that ends the same, nor another initiative's mails."""
    mine, like_mine, also_mine = (factories.initiative() for _ in range(3))
    for initiative, email in ((mine, "an@x.be"), (like_mine, "jan@x.be"), (also_mine, "an@x.be")):
        initiative.contact.email = email
        initiative.contact.save()
        moderation.send(initiative=initiative)
    moderation.erase(initiative=mine)
    kept = [
        (mail.to, mark_of(other) in mail.message)
        for mail, other in zip(Email.objects.order_by("pk"), (like_mine, also_mine), strict=True)
    ]
    assert kept == [(["jan@x.be"], True), (["an@x.be"], True)]
    assert Contact.objects.count() == 2


def test_every_mail_holds_the_mark_by_which_it_is_found(db):
    initiative = factories.published()
    moderation.withdraw(initiative=initiative)
    emails.send_draft_link(initiative, "a@example.org")
    emails.send_all_links(initiative.contact.email)
    mark = mark_of(initiative)
    assert len(mark) == 48
    assert [mail.message.count(mark) > 0 for mail in Email.objects.all()] == [True] * 6
    assert mark not in make_token(factories.initiative(), Purpose.MANAGE)


def test_the_link_works_no_more(db):
    initiative = factories.initiative()
    url = f"/inspireer-elkaar/mijn/{make_token(initiative, Purpose.MANAGE)}/wissen/"
    visitor = Client()
    assert visitor.get(url).status_code == 200
    assert Version.objects.count() == 1
    assert [visitor.post(url).status_code for _ in range(2)] == [200, 404]


def test_what_was_erased_can_not_be_shown_again(db):
    archived = factories.initiative(Status.ARCHIVED)
    moderation.erase(initiative=archived)
    with pytest.raises(StepNotAllowed) as error:
        moderation.restore(initiative=archived, staff=factories.moderator())
    assert str(error.value) == "Dit kan niet meer: de indiener liet alles wissen."
