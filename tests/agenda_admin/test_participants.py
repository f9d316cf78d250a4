"""Who takes part: by phone, present, cancelled, erased, on paper and in a spreadsheet."""

import io
from datetime import timedelta

import openpyxl
import pytest
from post_office.models import Email

from agenda.models import Registration, RegistrationStatus, Session
from tests.agenda.factories import register, session
from tests.agenda_admin.reading import SESSIONS, page, said
from tests.clock import at

PHONED = {
    "way": "on_site",
    "seats": "2",
    "name": "Rik",
    "email": "rik@example.org",
    "municipality": "Nijlen",
    "agreed": "on",
}


@pytest.fixture
def workshop(db) -> Session:
    return session(seats=3, days=3)


def person(one: Registration, name: str) -> str:
    return f"{SESSIONS}inschrijving/{one.pk}/{name}/"


def test_somebody_phones(desk, workshop):
    preview = desk.post(page(workshop, "inschrijven"), PHONED)
    assert preview.context["previews"][0].addresses == ["rik@example.org"]
    assert Registration.objects.count() == 0
    desk.post(page(workshop, "inschrijven"), PHONED | {"bevestigd": "ja"})
    rik = Registration.objects.get()
    assert (rik.name, rik.seats, rik.municipality.name) == ("Rik", 2, "Nijlen")
    assert rik.seat_changes.get().staff.username == "mo"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"agreed": ""}, "Vraag het, en vink dan aan. Anders kan het niet."),
        (
            {"seats": "1000000"},
            "Je kan hoogstens 6 plaatsen nemen. Kies een kleiner aantal.",
        ),
        ({"name": ""}, "Schrijf de naam."),
    ],
)
def test_what_is_wrong_by_phone(desk, workshop, changed, sentence):
    response = desk.post(page(workshop, "inschrijven"), PHONED | changed)
    assert said(response) == [sentence]
    assert Registration.objects.count() == 0


def test_cancel_for_somebody(desk, workshop):
    mia = register(workshop)
    desk.post(person(mia, "afmelden"), {})
    mia.refresh_from_db()
    assert mia.status == RegistrationStatus.CONFIRMED
    desk.post(person(mia, "afmelden"), {"bevestigd": "ja"})
    mia.refresh_from_db()
    assert mia.status == RegistrationStatus.CANCELLED


def test_only_a_beheerder_erases(desk, manager_desk, workshop):
    mia = register(workshop)
    assert desk.post(person(mia, "wissen"), {}).status_code == 403
    assert Registration.objects.get().name == "Mia"
    assert manager_desk.post(person(mia, "wissen"), {}).status_code == 302
    assert (Registration.objects.get().name, Email.objects.count()) == ("", 0)


def test_mark_present(desk, workshop):
    mia, an = register(workshop, "Mia", seats=2), register(workshop, "An")
    mark = {f"aanwezig_{mia.pk}": "2", f"aanwezig_{an.pk}": ""}
    response = desk.post(page(workshop, "aanwezig"), mark, follow=True)
    assert said(response) == ["Mia: Aanwezigen noteer je vanaf de dag van de sessie."]
    with at(workshop.begins_at):
        response = desk.post(page(workshop, "aanwezig"), mark, follow=True)
        assert said(response) == ["De aanwezigen zijn bewaard."]
        response = desk.post(page(workshop, "aanwezig"), {f"aanwezig_{an.pk}": "9"}, follow=True)
    assert said(response) == ["An: Je kan hoogstens 1 plaats nemen. Kies een kleiner aantal."]
    assert list(Registration.objects.order_by("pk").values_list("present", flat=True)) == [2, None]


def test_a_spreadsheet_in_which_nothing_runs(desk, workshop):
    register(workshop, "Mia", organisation="=1+1", note="@cmd\x07")
    register(workshop, "Weg", seats=3)
    response = desk.get(f"{SESSIONS}{workshop.pk}/deelnemers.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows] == ["Naam", "Mia", "Weg"]
    assert (rows[1][1], rows[1][10]) == ("=1+1", "@cmd")
    assert sheet["B2"].data_type == "s"
    assert [row[7] for row in rows[1:]] == ["ingeschreven", "op de wachtlijst"]


def test_the_paper_names_who_comes(desk, workshop):
    register(workshop, "Mia", access_needs="Een helling")
    register(workshop, "Weg", seats=3)
    content = desk.get(page(workshop, "deelnemers")).content.decode()
    assert (content.count("Mia"), content.count("Een helling"), content.count("Weg")) == (1, 1, 0)


@pytest.mark.parametrize("name", ["deelnemers.xlsx", "deelnemers/", "inschrijven/", "change/"])
def test_closed_to_who_has_no_rights(client, django_user_model, workshop, name):
    nobody = django_user_model.objects.create_user("kim", is_staff=True)
    client.force_login(nobody, backend="django.contrib.auth.backends.ModelBackend")
    register(workshop, "Mia")
    response = client.get(f"{SESSIONS}{workshop.pk}/{name}")
    assert (response.status_code, response.content.decode().count("mia@example.org")) == (403, 0)


def test_after_it_began_nobody_is_registered(desk, workshop):
    with at(workshop.begins_at + timedelta(minutes=1)):
        response = desk.post(page(workshop, "inschrijven"), PHONED)
    assert said(response) == ["Dit kan niet meer: de sessie is al begonnen of voorbij."]
