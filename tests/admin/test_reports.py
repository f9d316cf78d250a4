"""Reports of visitors: the list, and settling one."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.models import Email

from initiatives import moderation, reporting
from initiatives.models import Report, Step, TrailEntry
from tests import factories
from tests.admin.addresses import page

pytestmark = pytest.mark.django_db
LIST = "/admin/initiatives/report/"
ANSWER = {"outcome": "nothing", "answer": "Het staat er goed."}


def own(report: Report) -> str:
    return f"{LIST}{report.pk}/change/"


def settled(**told) -> Report:
    report = factories.report(**told)
    return reporting.settle(report=report, staff=factories.moderator("bob"), **ANSWER)


def listed(desk, query: str = "") -> list[int]:
    return [row.report.pk for row in desk.get(LIST + query).context["cl"].rows]


def test_oldest_first_and_what_is_settled_elsewhere(desk):
    first, second, done = factories.report(), factories.report(), settled()
    Report.objects.filter(pk=second.pk).update(reported_at=timezone.now() - timedelta(days=9))
    assert listed(desk) == [second.pk, first.pk]
    assert listed(desk, "?stand=klaar") == [done.pk]
    assert listed(desk, "?stand=alles") == [second.pk, first.pk, done.pk]


@pytest.mark.parametrize(("days", "is_late"), [(14, False), (17, True)])
def test_late_after_ten_working_days(desk, days, is_late):
    factories.report()
    Report.objects.update(reported_at=timezone.now() - timedelta(days=days))
    (row,) = desk.get(LIST).context["cl"].rows
    assert row.is_late is is_late


def test_a_fixed_number_of_queries(desk):
    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            desk.get(address)
        return len(captured)

    factories.report()
    settled()
    addresses = [LIST, f"{LIST}?stand=klaar", "/admin/"]
    desk.get(LIST)
    at_one = [queries(address) for address in addresses]
    for number in range(2):
        factories.report(email=f"mia{number}@x.be")
        settled(email=f"an{number}@x.be")
    assert [queries(address) for address in addresses] == at_one


def test_the_start_page_has_the_oldest_first(desk):
    reports = [factories.report(email=f"jan{number}@x.be") for number in range(4)]
    for days, report in zip((1, 9, 5, 0), reports, strict=True):
        since = timezone.now() - timedelta(days=days)
        Report.objects.filter(pk=report.pk).update(reported_at=since)
    html = desk.get("/admin/").content.decode()
    links = re.findall(r'<li><a href="/admin/initiatives/report/(\d+)/change/">', html)
    assert [int(pk) for pk in links] == [reports[1].pk, reports[2].pk, reports[0].pk]
    assert html.count(f'<a href="{page(reports[1].initiative)}">Soep op de stoep</a>: wacht ') == 1


def test_the_start_page_says_how_many_wait(desk):
    for _ in range(2):
        factories.report()
    settled()
    Report.objects.filter(outcome="").update(reported_at=timezone.now() - timedelta(days=30))
    html = desk.get("/admin/").content.decode()
    assert html.count("<b>2 meldingen</b>") == 1
    assert html.count("2 meldingen wachten langer dan beloofd.") == 1
    assert html.count(f'href="{LIST}">Bekijk de meldingen') == 1


def test_the_mail_that_was_read_is_the_mail_that_goes(desk):
    report = factories.report()
    Email.objects.all().delete()
    shown = desk.post(own(report), ANSWER).context["mail"]
    assert Email.objects.count() == 0
    assert desk.post(own(report), ANSWER | {"zeker": "ja"}).url == LIST
    sent = Email.objects.get()
    assert (shown.subject, shown.text) == (sent.subject, sent.message)
    assert sent.to == ["jan@x.be"]
    report.refresh_from_db()
    assert (report.outcome, report.answer, report.email) == (*ANSWER.values(), "")
    assert (report.settled_by.username, report.mail) == ("mo", sent)


def test_going_back_from_the_mail_keeps_what_was_written(desk):
    report = factories.report()
    form = desk.post(own(report), ANSWER | {"terug": "ja"}).context["form"]
    assert {field.name: field.value() for field in form} == ANSWER
    assert Report.objects.waiting().count() == 1


def test_without_an_address_no_mail(desk):
    report = factories.report(email="")
    Email.objects.all().delete()
    assert list(desk.get(own(report)).context["form"].fields) == ["outcome"]
    assert desk.post(own(report), {"outcome": "changed"}).url == LIST
    assert (Email.objects.count(), Report.objects.waiting().count()) == (0, 0)


def test_the_trail_says_who_and_what_and_names_nobody(desk):
    report = factories.report()
    desk.post(own(report), ANSWER | {"zeker": "ja"})
    last = TrailEntry.objects.last()
    assert (last.step, last.staff.username, last.why) == (
        Step.SETTLE_REPORT,
        "mo",
        "niets veranderd",
    )
    assert (last.from_status, last.to_status) == ("published", "published")


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ({"answer": "Dag."}, {"outcome": ["Kies wat je deed."]}),
        ({"outcome": "x", "answer": "Dag."}, {"outcome": ["Kies wat je deed."]}),
        ({"outcome": "changed"}, {"answer": ["Schrijf wat je aan de melder zegt."]}),
        (
            {"outcome": "taken_off", "answer": "Dag."},
            {"outcome": ["Het staat nog op de site. Haal het er eerst af."]},
        ),
    ],
)
def test_what_is_missing_or_not_true_is_told(desk, answer, wrong):
    report = factories.report()
    for sure in ({}, {"zeker": "ja"}):
        form = desk.post(own(report), answer | sure).context["form"]
        assert form.errors == wrong
        assert form["answer"].value() == answer.get("answer")
    assert Report.objects.waiting().count() == 1


def test_a_report_of_what_was_withdrawn_meanwhile_can_be_settled(desk):
    report = factories.report()
    moderation.withdraw(initiative=report.initiative)
    assert listed(desk) == [report.pk]
    desk.post(own(report), {"outcome": "taken_off", "answer": "Dank je.", "zeker": "ja"})
    mail = Email.objects.latest("pk")
    assert mail.message.count("Het staat niet meer op de site.\n\nDank je.") == 1


def test_who_comes_second_is_told_who_was_first_and_keeps_the_text(desk):
    report = settled()
    mails = Email.objects.count()
    response = desk.post(own(report), ANSWER | {"answer": "Mijn tekst", "zeker": "ja"})
    assert (response.status_code, response.context["notice"]) == (
        409,
        "bob was je voor: niets veranderd. Er is niets overschreven.",
    )
    assert response.context["typed"].in_words_by_label == [
        ("Wat deed je?", "niets veranderd"),
        ("Wat zeg je aan de melder?", "Mijn tekst"),
    ]
    assert response.content.decode().count("Mijn tekst") == 1
    assert Email.objects.count() == mails


def test_what_is_settled_is_there_to_read(desk):
    report = settled()
    html = desk.get(own(report)).content.decode()
    assert [html.count(text) for text in (ANSWER["answer"], "door bob", "<form", "De mail: ")] == [
        *(1, 1),
        1,  # to log out
        1,
    ]


def test_the_page_of_the_initiative_leads_to_its_reports(desk):
    report = factories.report()
    html = desk.get(page(report.initiative)).content.decode()
    assert html.count(f'<a href="{own(report)}">Er staat iets dat niet klopt') == 1


def test_whoever_is_logged_out_meanwhile_loses_nothing(client):
    report = factories.report()
    response = client.post(own(report), ANSWER)
    assert response.status_code == 403
    assert response.content.decode().count('name="answer" value="Het staat er goed."') == 1


@pytest.mark.parametrize("lookup", ["text__contains", "email__contains", "key__startswith"])
def test_the_address_of_the_list_asks_nothing_that_it_does_not_show(desk, lookup):
    factories.report()
    assert desk.get(LIST, {lookup: "a"}).status_code == 400
