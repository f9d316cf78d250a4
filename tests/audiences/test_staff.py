"""A manager sets the order of the doors and writes wishes; a moderator only reads them."""

import pytest
from django.core.cache import cache
from django.core.management import call_command

from audiences.models import Door, Wish
from tests.admin.conftest import desk, manager_desk

__all__ = ["desk", "manager_desk"]

pytestmark = pytest.mark.django_db
DOORS, WISHES = "/admin/audiences/door/", "/admin/audiences/wish/"


@pytest.fixture(autouse=True)
def doors():
    call_command("load_doors", verbosity=0)
    yield
    cache.clear()


def names(page) -> list[str]:
    return [door.name for door in page.context["doors"]]


def as_typed(positions: list[int]) -> dict[str, str]:
    """What the list of doors sends with these numbers."""
    total = {"form-TOTAL_FORMS": 4, "form-INITIAL_FORMS": 4, "_save": "Opslaan"}
    for row, (door, position) in enumerate(zip(Door.objects.all(), positions, strict=True)):
        total |= {f"form-{row}-id": door.pk, f"form-{row}-position": position}
    return total


def test_another_order_is_on_the_front_page_at_once(client, manager_desk, settings):
    settings.PAGE_CACHE = True
    before = list(Door.objects.values_list("name", flat=True))
    shown = [client.get("/").content.decode()]
    assert manager_desk.post(DOORS, as_typed([3, 2, 1, 0])).status_code == 302
    shown.append(client.get("/").content.decode())
    assert [sorted(before, key=page.index) for page in shown] == [before, before[::-1]]


def test_a_wish_is_added_and_taken_off(client, manager_desk):
    wish = {"text": "koken met buren", "target": "agenda", "position": 0, "is_shown": "on"}
    assert manager_desk.post(f"{WISHES}add/", wish).status_code == 302
    made = Wish.objects.get(text="koken met buren")
    assert made in client.get("/baz-inspireert/").context["wishes"]
    del wish["is_shown"]
    manager_desk.post(f"{WISHES}{made.pk}/change/", wish)
    assert made not in client.get("/baz-inspireert/").context["wishes"]


def test_a_block_keeps_its_kind_and_stands_once_behind_a_door(manager_desk):
    door, *_ = Door.objects.all()
    address, kinds = f"{DOORS}{door.pk}/change/", door.blocks.values_list("kind", flat=True)
    before = list(kinds)
    sent = {name: getattr(door, name) for name in ("position", "name", "sentence", "title", "lead")}
    sent |= {"step": door.step, "target": door.target, "blocks-INITIAL_FORMS": len(before)}
    rows = [*door.blocks.values(), {"kind": "tips", "title": "T", "sentence": "S", "position": 9}]
    for number, row in enumerate(rows):
        fields = ("id", "kind", "title", "sentence", "position")
        sent |= {f"blocks-{number}-{name}": row[name] for name in fields if name in row}
    sent |= {
        "blocks-TOTAL_FORMS": len(rows),
        "blocks-0-kind": before[1],
        "blocks-1-kind": before[0],
    }
    assert manager_desk.post(address, sent | {"blocks-5-kind": "stories"}).status_code == 200
    assert list(kinds.all()) == before
    assert manager_desk.post(address, sent).status_code == 302
    assert list(kinds.all()) == [*before, "tips"]


@pytest.mark.parametrize("address", [DOORS, WISHES])
def test_a_moderator_reads(desk, address):
    page = desk.get(address)
    assert (page.status_code, page.content.decode().count('name="_save"')) == (200, 0)
    assert desk.get(f"{address}add/").status_code == 403
    first = page.context["cl"].result_list[0]
    assert desk.get(f"{address}{first.pk}/change/").status_code == 200


def test_nobody_adds_or_removes_an_audience(manager_desk):
    door = Door.objects.first()
    for end in ("add/", f"{door.pk}/delete/"):
        assert manager_desk.get(f"{DOORS}{end}").status_code == 403


def test_what_scripts_of_admin_say_is_dutch(manager_desk):
    catalogue = manager_desk.get("/admin/jsi18n/").content.decode()
    assert catalogue.count('"Choose all %s": "Kies alle %s"') == 1
