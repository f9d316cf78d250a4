"""Who may open what. A civil servant without an account is a stranger."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from initiatives.groups import MANAGER_RIGHTS, MODERATOR_RIGHTS, make_groups
from initiatives.models import Contact, Initiative, Status, TrailEntry
from tests.admin.addresses import QUEUE, page
from tests.admin.conftest import at_desk
from tests.factories import crisis, initiative, published, report

LOGIN, YES, NO = 302, 200, 403
ADMIN = "/admin/initiatives/"
# address: what a stranger, a moderator and a 'beheerder' get
TABLE = {
    "/admin/": (LOGIN, YES, YES),
    QUEUE: (LOGIN, YES, YES),
    f"{QUEUE}add/": (LOGIN, YES, YES),
    "change": (LOGIN, YES, YES),
    "preview": (LOGIN, YES, YES),
    "intrekken": (LOGIN, YES, YES),
    "archiveren": (LOGIN, NO, YES),
    "wissen": (LOGIN, NO, YES),
    f"{ADMIN}trailentry/": (LOGIN, YES, YES),
    f"{ADMIN}trailentry/add/": (LOGIN, NO, NO),
    f"{ADMIN}message/": (LOGIN, YES, YES),
    f"{ADMIN}message/add/": (LOGIN, NO, NO),
    f"{ADMIN}report/": (LOGIN, YES, YES),
    "report": (LOGIN, YES, YES),
    f"{ADMIN}contact/": (LOGIN, YES, YES),
    f"{ADMIN}contact/add/": (LOGIN, NO, NO),
    f"{ADMIN}theme/": (LOGIN, NO, YES),
    f"{ADMIN}targetgroup/add/": (LOGIN, NO, YES),
    f"{ADMIN}crisis/": (LOGIN, YES, YES),
    f"{ADMIN}crisis/add/": (LOGIN, NO, YES),
    "figures": (LOGIN, YES, YES),
    "/admin/places/municipality/": (LOGIN, YES, YES),
    "/admin/places/municipality/add/": (LOGIN, NO, NO),
    "/admin/post_office/email/": (LOGIN, YES, YES),
    "/admin/auth/user/": (LOGIN, NO, YES),
}


@pytest.mark.parametrize("what", TABLE)
def test_table(desk, manager_desk, what):
    shown = published()
    name = {"change": "change", "preview": "preview"}.get(what)
    address = what if what.startswith("/") else page(shown, name) if name else ""
    if what == "report":
        address = f"{ADMIN}report/{report(shown).pk}/change/"
    if what == "figures":
        address = f"{ADMIN}crisis/{crisis().pk}/cijfers.csv"
    address = address or page(shown, "step", what)

    people = (Client(), desk, manager_desk)

    assert tuple(client.get(address).status_code for client in people) == TABLE[what]


def test_the_groups_have_all_the_rights_that_are_written_down(db):
    for group, tables in (
        ("moderator", [MODERATOR_RIGHTS]),
        ("beheerder", [MODERATOR_RIGHTS, MANAGER_RIGHTS]),
    ):
        written = {
            (app, right) for table in tables for app, rights in table.items() for right in rights
        }
        permissions = Group.objects.get(name=group).permissions.filter(
            content_type__app_label__in={*MODERATOR_RIGHTS, *MANAGER_RIGHTS}
        )
        assert set(permissions.values_list("content_type__app_label", "codename")) == written


def test_who_may_only_read_reports_settles_none(db):
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_report"))
    waiting = report()
    address = f"{ADMIN}report/{waiting.pk}/change/"
    desk = at_desk(reader)
    assert desk.get(address).context["form"] is None
    assert desk.post(address, {"outcome": "changed", "zeker": "ja"}).status_code == 403


@pytest.mark.parametrize("status", [Status.DRAFT, Status.UNCONFIRMED])
def test_what_is_not_confirmed_does_not_exist_for_staff(manager_desk, status):
    hidden = initiative(status)
    contact = Contact.objects.get(initiative=hidden)

    answers = [
        manager_desk.get(page(hidden)).status_code,
        manager_desk.get(page(hidden, "preview")).status_code,
        manager_desk.post(page(hidden, "step", "wissen")).status_code,
    ]

    assert answers == [404, 404, 404]
    assert list(manager_desk.get(f"{ADMIN}contact/").context["cl"].result_list) == []
    # Django leads back to the start page from what is not there.
    assert manager_desk.get(f"{ADMIN}contact/{contact.pk}/change/").url == "/admin/"


@pytest.mark.parametrize("step", ["archiveren", "wissen"])
def test_a_moderator_can_not_post_it_either(desk, step):
    shown = published()

    assert desk.post(page(shown, "step", step)).status_code == 403
    assert Initiative.objects.get().status == Status.PUBLISHED


def test_nobody_deletes_an_initiative(db):
    shown = published()
    root = at_desk(User.objects.create_superuser("root"))

    assert root.post(f"{QUEUE}{shown.pk}/delete/", {"post": "yes"}).status_code == 404
    assert root.get(QUEUE).context["cl"].model_admin.get_actions(root) == {}


def test_a_manager_mends_a_name_but_not_an_address(manager_desk):
    contact = published().contact
    address = f"{ADMIN}contact/{contact.pk}/change/"

    manager_desk.post(address, {"name": "Mia P.", "phone": "", "email": "thief@example.org"})

    contact.refresh_from_db()
    assert (contact.name, contact.email[:3]) == ("Mia P.", "mia")


def test_a_manager_makes_nobody_a_superuser(manager_desk):
    colleague = User.objects.create_user("colleague", is_staff=True)
    root = User.objects.create_superuser("root")
    fields = {"username": "colleague", "is_staff": "on", "is_active": "on", "is_superuser": "on"}

    manager_desk.post(f"/admin/auth/user/{colleague.pk}/change/", fields)

    assert not User.objects.get(pk=colleague.pk).is_superuser
    assert manager_desk.post(f"/admin/auth/user/{root.pk}/change/", fields).status_code == 403
    assert manager_desk.get(f"/admin/auth/user/{root.pk}/password/").status_code == 403


def test_even_a_superuser_only_reads_the_trail(db):
    published()
    root = at_desk(User.objects.create_superuser("root"))
    entry = TrailEntry.objects.first()
    address = f"{ADMIN}trailentry/{entry.pk}/"

    assert [
        root.get(f"{address}change/").status_code,
        root.post(f"{address}change/", {"why": "x"}).status_code,
        root.post(f"{address}delete/", {"post": "yes"}).status_code,
        root.get(f"{ADMIN}trailentry/add/").status_code,
    ] == [200, 403, 403, 403]


def test_setting_rights_anew_leaves_those_of_other_apps(db):
    group = Group.objects.get(name="moderator")
    before = set(group.permissions.all())
    group.permissions.add(Permission.objects.get(codename="delete_theme"))
    make_groups(Group, Permission)
    assert set(group.permissions.all()) == before
    assert group.permissions.filter(content_type__app_label="agenda").exists()
