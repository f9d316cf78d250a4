"""Doors: staff change their words, and only managers do."""

from django.core.management import call_command

from audiences.models import Door


def test_only_managers_change_a_door(desk, manager_desk):
    call_command("load_doors", verbosity=0)
    address = f"/admin/audiences/door/{Door.objects.first().pk}/change/"

    pages = [who.get(address).content.decode() for who in (desk, manager_desk)]

    assert [page.count('name="_save"') for page in pages] == [0, 1]
    assert [page.count('name="_addanother"') for page in pages] == [0, 0]
