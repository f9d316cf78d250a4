"""The plan of an association: the link comes after the workshop, and it is theirs alone."""

from datetime import timedelta

import pytest
from post_office.models import Email

from agenda import erasure
from agenda.models import Session
from tests.agenda.factories import register, session
from tests.clock import at, later
from tests.workshops import factories
from workshops import planning
from workshops.errors import AlreadyAnswered
from workshops.following_up import follow_up
from workshops.links import Purpose, make_token
from workshops.models import ActionPlan, WorkshopSession

pytestmark = pytest.mark.django_db
ROWS = [("Koffie zetten", "Jan", "mei"), ("Buren uitnodigen", "", "")]


def workshop_day(**fields) -> Session:
    date = session()
    offered = factories.workshop("iedereen-welkom", has_plan=True, **fields)
    WorkshopSession.objects.create(session=date, workshop=offered)
    return date


def after(date: Session):
    return at(date.ends_at + timedelta(hours=1))


@pytest.fixture
def plan() -> ActionPlan:
    """One that somebody got the link to."""
    date = workshop_day()
    register(date, organisation="De Vlieger")
    with after(date):
        follow_up()
    return ActionPlan.objects.get()


def address(plan: ActionPlan) -> str:
    return f"/baz-inspireert/plan/{make_token(plan, Purpose.PLAN)}/"


def typed(plan: ActionPlan, rows=ROWS, **changes) -> dict:
    data = {"question": "Hoe komen nieuwe buren mee?", "revision": plan.revision}
    for number, row in enumerate(rows, start=1):
        names = ("what", "who", "by_when")
        data |= {f"{name}_{number}": text for name, text in zip(names, row, strict=True)}
    return data | changes


def test_the_link_goes_once_to_who_took_part():
    date = workshop_day()
    here, away, gone = (register(date, name) for name in ("Mia", "Jan", "Bo"))
    other = session()
    register(other, "An")
    before = Email.objects.count()
    here.__class__.objects.filter(pk=away.pk).update(present=0)
    here.__class__.objects.filter(pk=gone.pk).update(status="cancelled")
    assert "0 invitations" in follow_up()
    with after(date):
        assert "1 invitations" in follow_up()
        assert "0 invitations" in follow_up()
    mails = [(mail.to, mail.subject) for mail in Email.objects.order_by("pk")[before:]]
    assert mails == [(["mia@example.org"], "Maak jullie plan van aanpak")]


def test_it_is_written_and_written_again(client, plan):
    assert client.post(address(plan), typed(plan)).status_code == 302
    plan.refresh_from_db()
    assert list(plan.rows.values_list("what", "who", "by_when")) == ROWS
    client.post(address(plan), typed(plan, ROWS[1:], what_3="Feest"))
    assert list(plan.rows.values_list("position", "what")) == [
        (1, "Buren uitnodigen"),
        (2, "Feest"),
    ]
    page = client.get(address(plan)).content.decode()
    assert page.count("<h3>Feest</h3>") == 1
    assert dict(client.cookies) == {}


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"question": ""}, {"question"}),
        ({"what_2": "", "who_2": "Jan"}, {"what_2"}),
        ({"what_1": "x" * 301}, {"what_1"}),
    ],
)
def test_what_is_wrong_is_said(client, plan, changes, wrong):
    form = client.post(address(plan), typed(plan, **changes)).context["form"]
    assert set(form.errors) == wrong
    assert ActionPlan.objects.get().revision == 0


def test_an_older_page_overwrites_nothing(client, plan):
    old = typed(plan, [("Iets anders", "", "")])
    client.post(address(plan), typed(plan))
    response = client.post(address(plan), old)
    assert "intussen ergens anders bewaard" in response.context["problem"]
    assert plan.rows.count() == 2
    with pytest.raises(AlreadyAnswered):
        planning.save(plan=plan, question="", rows=[], revision=0)


def test_what_came_of_it_is_asked_once(client, plan):
    client.post(address(plan), typed(plan))
    with later(days=150):
        assert "1 questions" in follow_up()
        assert "0 questions" in follow_up()
    client.post(f"{address(plan)}resultaat/", {"outcome": "Tien nieuwe buren."})
    assert ActionPlan.objects.get().outcome == "Tien nieuwe buren."


def test_an_empty_plan_and_one_with_an_answer_are_left_in_peace(client, plan):
    with later(days=150):
        assert "0 questions" in follow_up()
    client.post(address(plan), typed(plan))
    client.post(f"{address(plan)}resultaat/", {"outcome": "Gelukt."})
    with later(days=150):
        assert "0 questions" in follow_up()


def nothing_left(plan: ActionPlan) -> bool:
    plan.refresh_from_db()
    mails = Email.objects.filter(subject__contains="plan van aanpak").count()
    return (plan.question, plan.rows.count(), plan.outcome, mails) == ("", 0, "", 0)


def test_it_is_erased_and_not_sent_again(client, plan):
    client.post(address(plan), typed(plan))
    link = address(plan)
    assert client.post(f"{link}wissen/").status_code == 200
    assert nothing_left(plan)
    assert client.get(link).status_code == 404
    with after(plan.registration.session):
        assert "0 invitations" in follow_up()


def test_it_goes_with_the_registration(client, plan):
    client.post(address(plan), typed(plan))
    erasure.wipe(plan.registration)
    assert nothing_left(plan)


def test_staff_see_what_came_of_it_and_not_the_plan(desk, client, plan):
    client.post(address(plan), typed(plan))
    client.post(f"{address(plan)}resultaat/", {"outcome": "Tien nieuwe buren."})
    shown = desk.get(f"/admin/workshops/actionplan/{plan.pk}/change/").content.decode()
    assert shown.count("Tien nieuwe buren.") == 1
    assert shown.count("Koffie zetten") + shown.count("Hoe komen nieuwe buren mee?") == 0
