"""How many messages and reports one may send in an hour, and how many one initiative gets."""

import pytest
from post_office.models import Email

from initiatives import contacting, reporting
from initiatives.models import Message, Report
from tests import clock, factories
from tests.submitting.browser import as_typed, typed
from tests.visiting.pages import ANSWERS, write
from visitors import limits

pytestmark = pytest.mark.django_db
SENTENCE = "Dit gebeurde het voorbije uur al heel vaak. Probeer het over een uur."
MODULES = {"contact": contacting, "report": reporting}
LIMITS = {
    "network": ("{}_PER_NETWORK", {"email": "other@example.org"}),
    "address": ("MAILS_PER_ADDRESS", {"network": "192.0.2.9", "email": "JAN@example.org"}),
    "initiative": ("{}_PER_INITIATIVE", {"email": "other@example.org", "network": "192.0.2.9"}),
}


def stored() -> tuple[int, int]:
    return Message.objects.count() + Report.objects.count(), Email.objects.count()


def set_limit(monkeypatch, name: str, which: str, most: int) -> None:
    kind = {"contact": "MESSAGES", "report": "REPORTS"}[name]
    module = limits if which == "address" else MODULES[name]
    monkeypatch.setattr(module, LIMITS[which][0].format(kind), most)


@pytest.mark.parametrize("which", LIMITS)
@pytest.mark.parametrize("name", ANSWERS)
def test_the_one_too_many_is_told_and_keeps_what_was_typed(visitor, soup, monkeypatch, name, which):
    set_limit(monkeypatch, name, which, 1)
    assert write(visitor, name, soup).status_code == 302
    before, changed = stored(), LIMITS[which][1]
    page = write(visitor, name, soup, **changed)
    assert page.status_code == 429
    assert page.context["form"].non_field_errors() == [SENTENCE]
    kept = typed(page)
    assert kept.pop("page")
    answers = {field: value for field, value in changed.items() if field != "network"}
    assert kept == as_typed(ANSWERS[name] | answers)
    assert stored() == before


@pytest.mark.parametrize("which", ["network", "address"])
@pytest.mark.parametrize("name", ANSWERS)
def test_another_asker_is_not_held_back(visitor, soup, monkeypatch, name, which):
    set_limit(monkeypatch, name, which, 1)
    write(visitor, name, soup)
    other = {"network": {"network": "192.0.2.9"}, "address": {"email": "other@example.org"}}
    assert write(visitor, name, soup, **other[which]).status_code == 302


@pytest.mark.parametrize("name", ANSWERS)
def test_another_initiative_is_not_held_back(visitor, soup, monkeypatch, name):
    set_limit(monkeypatch, name, "initiative", 1)
    write(visitor, name, soup)
    assert write(visitor, name, factories.welcoming()).status_code == 302


def test_who_is_refused_uses_up_nothing_of_others(visitor, soup, monkeypatch):
    set_limit(monkeypatch, "contact", "address", 1)
    set_limit(monkeypatch, "contact", "initiative", 2)
    for _ in range(4):
        write(visitor, "contact", soup)
    assert write(visitor, "contact", soup, email="other@example.org").status_code == 302


def test_a_second_click_at_the_limit_is_no_refusal(visitor, soup, monkeypatch):
    set_limit(monkeypatch, "contact", "network", 1)
    monkeypatch.setattr("visitors.forms.secrets.token_urlsafe", lambda size: "the same page")
    assert [write(visitor, "contact", soup).status_code for _ in range(2)] == [302, 302]


def test_the_next_hour_begins_anew(visitor, soup, monkeypatch):
    set_limit(monkeypatch, "contact", "network", 1)
    write(visitor, "contact", soup)
    with clock.later(hours=1):
        assert write(visitor, "contact", soup).status_code == 302


def test_reports_without_an_address_share_no_address(visitor, soup, monkeypatch):
    set_limit(monkeypatch, "report", "address", 1)
    for number in range(3):
        assert write(visitor, "report", soup, email="", text=f"{number}").status_code == 302
