"""Doors: staff change their words, and only managers do."""

from django.core.management import call_command

from audiences.admin import TWICE
from audiences.models import Block, Door

FIELDS = ["position", "name", "sentence", "title", "lead", "step", "target"]


def test_only_managers_change_a_door(desk, manager_desk):
    call_command("load_doors", verbosity=0)
    address = f"/admin/audiences/door/{Door.objects.first().pk}/change/"

    pages = [who.get(address).content.decode() for who in (desk, manager_desk)]

    assert [page.count('name="_save"') for page in pages] == [0, 1]
    assert [page.count('name="_addanother"') for page in pages] == [0, 0]


def test_a_block_that_a_colleague_just_added(manager_desk, monkeypatch):
    call_command("load_doors", verbosity=0)
    door = Door.objects.get(audience="citizens")
    blocks = list(door.blocks.all())
    form = {name: getattr(door, name) for name in FIELDS}
    form |= {"blocks-TOTAL_FORMS": 1, "blocks-INITIAL_FORMS": 0}
    form |= {"blocks-0-kind": blocks[0].kind, "blocks-0-title": "Nog eens"}
    form |= {"blocks-0-sentence": "Dat is er al.", "blocks-0-position": 9}
    # The check of the form came before the colleague saved.
    monkeypatch.setattr(Block, "validate_constraints", lambda *args, **kwargs: None)

    page = manager_desk.post(f"/admin/audiences/door/{door.pk}/change/", form, follow=True)

    assert [str(message) for message in page.context["messages"]] == [TWICE]
    assert list(door.blocks.all()) == blocks
