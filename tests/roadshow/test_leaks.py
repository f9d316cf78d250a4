"""A secret in every private field of the roadshow, and a walk along all that others can see."""

import pytest
from django.urls import get_resolver
from post_office.models import Email

from agenda.models import Registration, Session, SessionStatus
from roadshow import following, ideas, planning
from roadshow.models import FollowUpInvitation, Inspired, RoadshowEvent
from tests import factories
from tests.agenda.test_leaks import Hidden, register_secretly
from tests.database import tables_with
from tests.roadshow.factories import event, over, show

pytestmark = pytest.mark.django_db
ROADSHOW = "/baz-inspireert/roadshow/"
PRIVATE = ("host_name", "host_email", "notes")


def plan_secretly(hidden: Hidden, place: str, **fields) -> RoadshowEvent:
    told = {name: hidden.new(f"{place}: {name}") for name in PRIVATE}
    told["host_email"] += "@example.org"
    link = f"https://{hidden.new(f'{place}: online_link')}.example"
    return event(place, online=2, online_link=link, details=told, **fields)


@pytest.fixture
def hidden():
    hidden = Hidden()
    shown, born = factories.published(), factories.published()
    held = plan_secretly(hidden, "held")
    coming = plan_secretly(hidden, "coming")
    for one in (held, coming):
        show(one, shown)
        people = [register_secretly(hidden, one.session, one.session.title) for _ in range(2)]
        for somebody in people:
            ideas.save(registration=somebody, text=hidden.new("idea"))
    after = plan_secretly(hidden, "after", days=60, follows=over(held))
    following.invite(follow_up=after)
    for invitation in FollowUpInvitation.objects.all():
        following.accept(invitation=invitation)
        invitation.link_key = hidden.new("invitation: link_key")
        invitation.save(update_fields=["link_key"])
    Inspired.objects.create(initiative=born, event=coming, idea=coming.ideas.first())
    Inspired.objects.create(initiative=factories.initiative(), event=coming)
    draft = plan_secretly(hidden, hidden.new("draft: title"), status=SessionStatus.DRAFT)
    show(draft, shown)
    closed = plan_secretly(hidden, hidden.new("closed: title"))
    Session.objects.filter(pk=closed.pk).update(is_closed=True)
    planning.change(event=coming, changes={"people_reached": 87_654_321})
    return hidden


def everywhere() -> list[str]:
    """Every address of the roadshow, with each event there is, and what else tells of them."""
    (road,) = (one for one in get_resolver().url_patterns if str(one.pattern).endswith("roadshow/"))
    found = []
    for pattern in road.url_patterns:
        route, kinds = f"{ROADSHOW}{pattern.pattern}", set(pattern.pattern.converters)
        slugs = RoadshowEvent.objects.values_list("slug", flat=True)
        assert kinds in (set(), {"slug"}, {"token"}), f"What can stand in {route}? Tell it here."
        if kinds == {"token"}:
            found.append(route.replace("<str:token>", "x"))
        elif kinds:
            found += [route.replace("<slug:slug>", slug) for slug in slugs]
        else:
            found.append(route)
    initiatives = factories.Initiative.objects.published()
    return [
        *found,
        *(one.get_absolute_url() for one in initiatives),
        *("/gemeenten/nijlen/", "/gemeenten/nijlen/insluiten/", "/agenda/", "/baz-inspireert/"),
        *("/sitemap-bladzijden.xml", "/open-data/initiatieven.json", "/inspireer-elkaar/feed/"),
    ]


def test_every_secret_could_leak(hidden):
    assert [place for word, place in hidden.items() if not tables_with(word)] == []
    assert len(hidden) > 40


def test_no_address_tells_one(hidden, client):
    opened = 0
    for url in everywhere():
        page = client.get(url, follow=True)
        text = "".join(map(str, [page.getvalue().decode("latin-1"), page.headers]))
        assert (url, hidden.found_in(text), text.count("87654321")) == (url, [], 0)
        opened += page.status_code == 200
    # The overview, three events, two initiatives and what stands beside them.
    assert opened == 13


def test_no_mail_tells_of_somebody_else(hidden):
    for mail in Email.objects.filter(subject__startswith="Kom je naar"):
        mine = Registration.objects.filter(email=mail.to[0])
        may = " ".join(f"{one.name} {one.email}" for one in mine)
        others = [
            place
            for word, place in hidden.items()
            if word in (mail.message + mail.html_message).lower() and word not in may
        ]
        assert others == []
