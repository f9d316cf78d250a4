"""What the start page of admin offers, to each by their rights."""

import re

import pytest
from django.contrib.auth.models import User

from tests.admin.addresses import QUEUE
from tests.admin.conftest import at_desk


def offers(client) -> list[str]:
    """The addresses in the box that says what is to be done today."""
    page = client.get("/admin/").content.decode()
    box = page.partition('class="today"')[2].partition("</section>")[0]
    return re.findall(r'<li><a href="([^"]+)"', box)


def test_a_moderator_can_begin_to_enter_for_who_phones(desk):
    assert offers(desk) == [
        f"{QUEUE}?wie=mij",
        f"{QUEUE}?stand=changes_requested",
        f"{QUEUE}add/",
    ]


@pytest.mark.django_db
def test_who_belongs_to_no_group_is_offered_nothing():
    assert offers(at_desk(User.objects.create_user("nora", is_staff=True))) == []
