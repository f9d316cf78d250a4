"""The style guide, and the pages that must work when little else does."""

import gzip
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.urls import reverse

CSS = Path(__file__).parent.parent / "static" / "css"


@pytest.fixture
def address() -> str:
    return reverse("style-guide")


def test_anyone_sees_the_style_guide_while_developing(client, settings, address):
    settings.DEBUG = True
    assert client.get(address).status_code == 200


@pytest.mark.django_db
def test_elsewhere_it_is_for_staff_only(client, settings, address):
    settings.DEBUG = False
    assert client.get(address).status_code == 302
    client.force_login(get_user_model().objects.create_user("an", is_staff=True))
    assert client.get(address).status_code == 200


def test_every_component_stands_in_the_style_guide(client, settings, address):
    settings.DEBUG = True
    shown = {template.name for template in client.get(address).templates}
    folder = Path(__file__).parent.parent / "templates" / "components"
    # A photo has to be stored somewhere; the pages of initiatives show it.
    assert {f"components/{path.name}" for path in folder.iterdir()} - shown == {
        "components/photo.html"
    }


def test_the_style_guide_sets_no_cookie(client, settings, address):
    settings.DEBUG = True
    assert client.get(address).cookies == {}


@pytest.mark.parametrize(
    "own",
    [
        {"detail"},
        {"map", "woven"},
        {"showcase"},
        {"municipality", "woven"},
        {"municipalities"},
        {"open-data"},
        {"offer", "agenda"},
        {"agenda", "dates"},
        {"offer", "agenda", "roadshow"},
        {"offer", "asked"},
        {"pages"},
        {"crisis"},
        {"doors", "dates", "woven"},
        {"dates", "telling"},
        {"offer", "telling"},
        {"stories", "telling"},
        {"cards"},
        {"showcase", "search"},
    ],
)
def test_the_style_sheets_of_a_page_stay_below_eight_kilobytes(own):
    of_every_page = {"tokens", "base", "layout", "components"}
    assert {path.stem for path in CSS.glob("*.css")} == {
        *of_every_page, "detail", "map", "woven", "showcase", "municipality", "municipalities",
        "embed", "open-data", "agenda", "dates", "asked", "crisis", "offer", "admin", "search",
        "agenda-admin", "roadshow", "playbook-admin", "playbook-sheet", "doors", "editor",
        "pages", "stories", "telling", "cards",
    }  # fmt: skip
    sheets = [CSS / f"{name}.css" for name in of_every_page | own]
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in sheets) < 8 * 1024


@pytest.mark.django_db
def test_the_page_for_our_own_failures_needs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string("500.html")
    assert page.count("<h1>Er ging iets mis bij ons</h1>") == 1
