"""Ready pages: the same for everybody, and gone the moment something changes."""

import gzip
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse

from initiatives import moderation, writing
from pages.models import Page
from tests import factories

PAGES = ["home", "initiatives:list"]


@pytest.fixture
def ready_pages():
    with override_settings(PAGE_CACHE=True):
        yield
    cache.clear()


@pytest.fixture
def reader(ready_pages):
    return Client(headers={"Accept-Encoding": "gzip"})


def text_of(response) -> str:
    return gzip.decompress(response.content).decode()


@pytest.mark.django_db
def test_second_reader_gets_the_same_bytes_with_one_query(reader, django_assert_num_queries):
    factories.published(title="Koffie op de stoep")
    first = reader.get(reverse("initiatives:list"))
    with django_assert_num_queries(1):
        second = reader.get(reverse("initiatives:list"))
    assert second.content == first.content
    assert second["Content-Encoding"] == "gzip"
    assert "Set-Cookie" not in second.headers


@pytest.mark.django_db
@override_settings(SECURE_HSTS_SECONDS=60)
def test_a_ready_page_has_the_headers_of_a_new_one(ready_pages):
    made = Client().get(reverse("home"), secure=True)
    ready = Client().get(reverse("home"), secure=True)
    assert dict(ready.items()) == dict(made.items())
    assert (ready["X-Frame-Options"], ready["X-Content-Type-Options"]) == ("SAMEORIGIN", "nosniff")
    assert ready["Strict-Transport-Security"] == "max-age=60"
    with override_settings(PAGE_CACHE=False):
        plain = Client().get(reverse("home"), secure=True)
    assert set(ready.headers) - set(plain.headers) == {"ETag", "Cache-Control"}
    assert ready["Content-Security-Policy"] == plain["Content-Security-Policy"]


@pytest.mark.django_db
@override_settings(SECURE_SSL_REDIRECT=True)
def test_a_ready_page_is_no_answer_to_http(ready_pages):
    assert Client().get(reverse("home"), secure=True).status_code == 200
    assert Client().get(reverse("home")).status_code == 301


@pytest.mark.django_db
@override_settings(ALLOWED_HOSTS=["one.example"])
def test_a_host_that_is_not_ours_gets_no_ready_page(ready_pages):
    addresses = {"one.example": 200, "other.example": 400}
    for host, status in addresses.items():
        assert Client(headers={"Host": host}).get(reverse("home")).status_code == status


@pytest.mark.django_db
def test_a_ready_page_keeps_to_its_scheme(ready_pages):
    pages = [Client().get(reverse("sitemap-index"), secure=secure) for secure in (True, False)]
    starts = [re.findall("<loc>(https?:)", page.content.decode())[0] for page in pages]
    assert starts == ["https:", "http:"]


@pytest.mark.django_db
def test_another_process_finds_it_in_the_database(reader, django_assert_num_queries):
    first = reader.get(reverse("home"))
    with django_assert_num_queries(2):
        other = Client(headers={"Accept-Encoding": "gzip"}).get(reverse("home"))
    assert (other.content, other["ETag"]) == (first.content, first["ETag"])


@pytest.mark.django_db
def test_reader_who_has_it_gets_304(reader):
    first = reader.get(reverse("home"))
    again = reader.get(reverse("home"), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.django_db
def test_reader_without_gzip_gets_plain_text(reader):
    packed = reader.get(reverse("home"))
    plain = Client().get(reverse("home"))
    assert "Content-Encoding" not in plain.headers
    assert plain.content.decode() == text_of(packed)


@pytest.mark.django_db
def test_a_page_that_is_not_there_is_not_kept(reader):
    assert reader.get("/inspireer-elkaar/bestaat-niet/").status_code == 404
    shown = factories.published(title="Bestaat niet")
    assert reader.get(shown.get_absolute_url()).status_code == 200


@pytest.mark.django_db
def test_staff_get_no_ready_page(reader):
    reader.get(reverse("home"))
    reader.force_login(factories.moderator())
    assert "ETag" not in reader.get(reverse("home")).headers


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_publication_shows_at_once(reader, name):
    assert "Koffie op de stoep" not in text_of(reader.get(reverse(name)))
    factories.published(title="Koffie op de stoep")
    assert "Koffie op de stoep" in text_of(reader.get(reverse(name)))


@pytest.mark.django_db
def test_name_that_may_not_be_shown_any_more_goes_at_once(reader):
    shown = factories.published(title="Koffie op de stoep", contact_name="Mia van de hoek")
    shown.contact.show_name = True
    shown.contact.save()
    assert "Mia van de hoek" in text_of(reader.get(shown.get_absolute_url()))
    edit = moderation.start_edit(initiative=shown).latest_version
    answers = {"name": "Mia", "phone": "", "contact_name": "", "website": "", "terms": True}
    writing.save_person(edit, {**answers, "show_name": False, "welcomes_contact": False})
    assert "Mia van de hoek" not in text_of(reader.get(shown.get_absolute_url()))


@pytest.mark.django_db(transaction=True)
def test_nobody_reads_what_was_withdrawn_however_many_are_reading(ready_pages):
    kept = factories.published(title="Blijft staan")
    gone = factories.published(title="Gaat weg")
    withdrawn, stop = Event(), Event()
    addresses = [reverse("home"), reverse("initiatives:list"), gone.get_absolute_url()]

    def read(number: int) -> list[str]:
        """What was still shown by an answer to a request that came after the withdrawal."""
        client, stale, after = Client(), [], 0
        address = addresses[number % len(addresses)]
        while not stop.is_set() or after < 5:
            is_after = withdrawn.is_set()
            response = client.get(address)
            after += is_after
            if is_after and "Gaat weg" in response.content.decode():
                stale.append(address)
        connection.close()
        return stale

    with ThreadPoolExecutor(9) as pool:
        readers = [pool.submit(read, number) for number in range(9)]
        moderation.withdraw(initiative=gone)
        withdrawn.set()
        for _ in range(20):
            Client().get(reverse("initiatives:list"))
        stop.set()
        assert [reader.result() for reader in readers] == [[]] * 9
    assert Client().get(gone.get_absolute_url()).status_code == 404
    assert Client().get(kept.get_absolute_url()).status_code == 200


@pytest.mark.django_db
def test_a_page_that_staff_show_is_in_the_kept_sitemap_at_once(reader):
    kept = [text_of(reader.get("/sitemap-bladzijden.xml"))]
    page = Page.objects.create(title="Vrijwilligers", slug="vrijwilligers", is_shown=True)
    kept.append(text_of(reader.get("/sitemap-bladzijden.xml")))
    page.delete()
    kept.append(text_of(reader.get("/sitemap-bladzijden.xml")))
    assert [sitemap.count("/over/vrijwilligers/") for sitemap in kept] == [0, 1, 0]
