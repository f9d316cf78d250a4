"""Requests that no browser sends by itself, or only when something is wrong: never a 500."""

import re

import pytest
from django.test import Client
from django.urls import reverse


def title(page) -> str:
    return re.search(r"<h1>(.*?)</h1>", page.content.decode())[1]


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["q=%00", "q=%FF%FE", "%00=1", "q=%ED%A0%80", "q=a%00b&page=%00"])
@pytest.mark.parametrize("name", ["home", "initiatives:list", "admin:login"])
def test_a_broken_query_string_is_no_error_of_ours(client, name, query):
    assert client.get(f"{reverse(name)}?{query}").status_code == 200


@pytest.mark.django_db
def test_nul_is_left_out_of_a_form(client):
    page = client.post(reverse("admin:login"), {"username": "m\0o", "password": "x\0"})
    assert page.context["form"].data["username"] == "mo"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body", [b"username=%FF&password=%00", b"username=\xff\xfe\x00", b"%00=%00"]
)
def test_a_malformed_form_is_no_error_of_ours(client, body):
    page = client.post(
        reverse("admin:login"), body, content_type="application/x-www-form-urlencoded"
    )
    assert page.status_code == 200


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"x", "multipart/form-data"),
        (b"a=1", "application/x-www-form-urlencoded; charset=latin-1"),
        ("&".join(f"a{n}=1" for n in range(600)).encode(), "application/x-www-form-urlencoded"),
    ],
)
def test_a_form_that_can_not_be_read_gets_a_page(client, body, kind):
    page = client.post(reverse("admin:login"), body, content_type=kind)
    assert (page.status_code, title(page)) == (400, "Dit konden we niet lezen")


def test_too_much_text_gets_a_page(client, settings):
    text = "a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    page = client.post(reverse("admin:login"), {"username": text})
    assert (page.status_code, title(page)) == (413, "Dit is te veel tekst")


def test_nul_in_an_address_gets_a_page(client):
    page = client.get("/inspireer-elkaar/a%00b/")
    assert (page.status_code, title(page)) == (400, "Dit konden we niet lezen")


@pytest.mark.django_db
def test_nul_in_a_cookie_is_left_out(client):
    client.cookies.load(r'sessionid="a\000b"')
    assert client.get(reverse("admin:login")).status_code == 200


@pytest.mark.django_db
def test_an_expired_form_says_what_to_do():
    page = Client(enforce_csrf_checks=True).post(reverse("admin:login"), {"username": "mo"})
    assert (page.status_code, title(page)) == (403, "De pagina was verlopen")
    assert page.content.decode().count('value="mo"') == 0
