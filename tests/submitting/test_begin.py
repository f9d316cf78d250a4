"""Beginning: one click, no account, no cookie."""

from django.urls import reverse

from initiatives.models import Initiative, Status
from initiatives.views import submitting
from tests.submitting.browser import heading, page_name, typed

BEGIN = reverse("initiatives:submit")


def test_the_page_says_what_is_coming(db, visitor):
    page = visitor.get(BEGIN)
    assert heading(page) == "Deel je initiatief"
    assert page.content.decode().count("<h3>Het verhaal</h3>") == 1
    assert Initiative.objects.count() == 0


def test_begin_makes_a_draft_and_opens_the_first_step(db, visitor):
    response = visitor.post(BEGIN)
    assert page_name(response) == "kort"
    assert visitor.get(response.url).status_code == 200
    started = Initiative.objects.get()
    assert (started.status, started.latest_version.number) == (Status.DRAFT, 1)
    assert started.trail.count() == 0


def test_a_double_click_gives_two_drafts_that_both_work(db, visitor):
    first, second = visitor.post(BEGIN), visitor.post(BEGIN)
    assert first.url != second.url
    for response in (first, second):
        saved = visitor.post(response.url, {"title": "Soep", "summary": "Samen soep eten."})
        assert page_name(saved) == "verhaal"


def test_a_filled_honeypot_begins_nothing_and_says_what_to_do(db, visitor):
    page = visitor.post(BEGIN, {"onderwerp": "goedkope pillen"})
    assert page.context["problem"] == (
        "Er stond iets in een vak dat leeg moet blijven. Klik nog eens."
    )
    assert Initiative.objects.count() == 0
    # What a browser filled in by itself doesn't stay, so the second click works.
    assert typed(page) == {}


def test_the_limit_says_what_to_do_and_takes_nothing_away(db, visitor, monkeypatch):
    monkeypatch.setattr(submitting, "DRAFTS_PER_NETWORK", 1)
    begun = visitor.post(BEGIN).url
    refused = visitor.post(BEGIN)
    assert (refused.status_code, refused.context["problem"]) == (
        429,
        "Dit gebeurde het voorbije uur al heel vaak. Probeer het over een uur.",
    )
    assert Initiative.objects.count() == 1
    assert page_name(visitor.post(begun, {"title": "Soep", "summary": "Soep."})) == "verhaal"


def test_another_network_is_not_held_back(db, visitor, monkeypatch):
    monkeypatch.setattr(submitting, "DRAFTS_PER_NETWORK", 1)
    visitor.post(BEGIN, REMOTE_ADDR="192.0.2.1")
    assert visitor.post(BEGIN, REMOTE_ADDR="192.0.2.1").status_code == 429
    assert visitor.post(BEGIN, REMOTE_ADDR="192.0.2.2").status_code == 302
