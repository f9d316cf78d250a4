"""What staff see and do about crises."""

from initiatives.models import Crisis, Status
from tests.admin.addresses import QUEUE
from tests.factories import CRISIS_ANSWERS, crisis, initiative, published

ADMIN = "/admin/initiatives/crisis/"


def test_the_list_by_crisis(desk):
    began = initiative(Status.SUBMITTED, crisis=crisis())
    initiative(Status.SUBMITTED)
    rows = desk.get(f"{QUEUE}?crisis=corona").context["cl"].rows
    assert [row.initiative for row in rows] == [began]
    assert desk.get(f"{QUEUE}?crisis=nergens").context["cl"].rows == []


def test_the_figures_for_a_spreadsheet(desk):
    published(crisis=crisis(), **CRISIS_ANSWERS)
    response = desk.get(f"{ADMIN}{crisis().pk}/cijfers.csv")
    assert response["Content-Disposition"] == 'attachment; filename="cijfers-corona.csv"'
    lines = response.content.decode().splitlines()
    assert lines[:2] == [
        "\ufeffVraag;Antwoord;Aantal;Van hoeveel initiatieven",
        "Waarom begonnen mensen?;Mensen hadden hulp nodig;1;1",
    ]
    assert desk.get(f"{ADMIN}0/cijfers.csv").status_code == 404
    assert desk.get(ADMIN).content.decode().count("Download de cijfers over Corona") == 1


def test_a_new_one_has_a_page_at_once(manager_desk, client):
    told = {"name": "De storm", "slug": "de-storm", "position": 1, "text": "Daken waaiden weg."}
    assert client.get("/inspireer-elkaar/crisis/de-storm/").status_code == 404
    manager_desk.post(f"{ADMIN}add/", told | {"is_shown": "on"})
    assert client.get("/inspireer-elkaar/crisis/de-storm/").status_code == 200


def test_one_that_is_used_stays(manager_desk):
    initiative(crisis=crisis())
    response = manager_desk.post(f"{ADMIN}{crisis().pk}/delete/", {"post": "yes"}, follow=True)
    assert Crisis.objects.count() == 1
    assert response.content.decode().count("wordt gebruikt in 1 initiatief") == 1
