"""Postgres restarting or away: a page that says so, and a form that is not lost."""

import re
import socket
from html import unescape

import pytest
from django.core.signals import request_started
from django.db import OperationalError, close_old_connections, connection
from django.test import Client
from django.urls import reverse

AWAY = "Even geduld"


@pytest.fixture
def refusing_database(transactional_db):
    """The address of the database refuses connections, as while it restarts."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    usual = {key: connection.settings_dict[key] for key in ("HOST", "PORT")}
    connection.close()
    connection.settings_dict.update(HOST="127.0.0.1", PORT=port)
    yield
    connection.close()
    connection.settings_dict.update(usual)


def title(page) -> str:
    return re.search(r"<h1>(.*?)</h1>", page.content.decode())[1]


def hidden_fields(page) -> list[tuple[str, str]]:
    found = re.findall(r'<input type="hidden" name="(.*?)" value="(.*?)">', page.content.decode())
    return [(unescape(name), unescape(value)) for name, value in found]


@pytest.mark.parametrize(("debug", "page_cache"), [(True, False), (False, False), (False, True)])
def test_a_page_says_that_the_database_is_away(
    client, refusing_database, settings, debug, page_cache
):
    settings.DEBUG, settings.PAGE_CACHE = debug, page_cache
    page = client.get(reverse("home"))
    assert (page.status_code, title(page), page["Retry-After"]) == (503, AWAY, "30")
    assert page["Content-Security-Policy"] != ""


def test_a_form_can_be_sent_again(client, refusing_database):
    path = reverse("admin:login").replace("/admin/login/", "/inspireer-elkaar/aanmelden/")
    data = {"title": 'Soep & "brood" <b>', "thema": ["a", "b"], "password": "geheim"}
    page = client.post(path, data)
    assert page.status_code == 503
    assert hidden_fields(page) == [
        ("title", 'Soep & "brood" <b>'),
        ("thema", "a"),
        ("thema", "b"),
    ]
    assert page.content.decode().count("geheim") == 0
    assert re.findall(r'<form method="post" action="(.*?)">', page.content.decode()) == [path]


def test_nothing_of_the_admin_is_sent_again(client, refusing_database):
    page = client.post(reverse("admin:login"), {"username": "mo", "password": "geheim"})
    assert (page.status_code, hidden_fields(page)) == (503, [])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [(OperationalError, 503, AWAY), (ValueError, 500, "Er ging iets mis bij ons")],
)
def test_an_error_outside_a_view_gets_the_right_page(client, monkeypatch, error, status, heading):
    def fail(*_):
        raise error

    monkeypatch.setattr(
        "django.contrib.sessions.middleware.SessionMiddleware.process_response", fail
    )
    client.raise_request_exception = False
    page = client.get(reverse("admin:login").replace("login", "nergens"))
    assert (page.status_code, title(page)) == (status, heading)


@pytest.mark.parametrize("page_cache", [True, False])
def test_a_connection_that_postgres_ended_is_made_again(transactional_db, settings, page_cache):
    settings.PAGE_CACHE = page_cache
    client = Client()
    assert client.get(reverse("initiatives:list")).status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    killer = connection.copy()
    with killer.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    killer.close()
    # Where a real request begins; the test client leaves this out.
    close_old_connections(signal=request_started)
    assert client.get(reverse("initiatives:list")).status_code == 200
