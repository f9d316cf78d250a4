"""A secret in every private field of the agenda, and a walk along all that others can see."""

from collections.abc import Iterator
from itertools import count

import pytest
from django.urls import URLPattern, get_resolver
from post_office.models import Email

from agenda import registration, scheduling
from agenda.links import calendar_url, make_closed_token
from agenda.models import Partner, Registration, Session, SessionStatus, Trainer
from tests.agenda.factories import register, session
from tests.agenda.visiting import own, sign_up
from tests.database import tables_with
from tests.factories import moderator, published

pytestmark = pytest.mark.django_db
PRIVATE = (
    *("name", "organisation", "phone"),
    *("access_needs", "dietary_needs", "note"),
)


class Hidden(dict):
    """Words that stand nowhere else, each with the place where it was hidden."""

    numbers = count(100)

    def new(self, place: str) -> str:
        word = f"zwijg{next(self.numbers)}x"
        self[word] = place
        return word

    def found_in(self, text: str) -> list[str]:
        return [place for word, place in self.items() if word in text.lower()]


def register_secretly(hidden: Hidden, to: Session, where: str) -> Registration:
    told = {name: hidden.new(f"{where}: {name}") for name in PRIVATE}
    email = f"{hidden.new(f'{where}: email')}@example.org"
    return register(to, email=email, **told)


@pytest.fixture
def hidden():
    hidden = Hidden()
    staff = moderator()
    els = Trainer.objects.create(
        name=hidden.new("trainer: name"),
        organisation=Partner.DOMO,
        email=f"{hidden.new('trainer: email')}@example.org",
    )
    for place, fields in {
        "open": {"seats": 1, "online": 0},
        "both": {"seats": 2, "online": 2},
        "online": {"seats": 0, "online": 1},
        "past": {"days": 40, "online": 2},
        "called off": {"days": 50, "online": 2},
        "closed": {"is_closed": True, "title": hidden.new("closed: title"), "online": 2},
        "draft": {"title": hidden.new("draft: title"), "online": 2},
    }.items():
        made = session(**fields)
        scheduling.book_trainers(session=made, trainers=[els] if place == "open" else [])
        if fields.get("online"):
            made.online_link = f"https://{hidden.new(f'{place}: online_link')}.example"
        made.link_key = hidden.new(f"{place}: link_key")
        made.save()
        for _ in range(2):
            register_secretly(hidden, made, place)
        if place == "past":
            Session.objects.filter(pk=made.pk).update(
                begins_at="2026-03-03 08:00Z", ends_at="2026-03-03 10:00Z"
            )
        if place == "called off":
            scheduling.cancel_session(session=made, reason="Ziek", staff=staff)
        if place == "draft":
            Session.objects.filter(pk=made.pk).update(status=SessionStatus.DRAFT)
    return hidden


def addresses() -> Iterator[str]:
    """Every address of the agenda that opens without a token, with each session there is."""
    (agenda,) = (one for one in get_resolver().url_patterns if str(one.pattern) == "agenda/")
    for pattern in agenda.url_patterns:
        assert isinstance(pattern, URLPattern)
        route, kinds = f"/agenda/{pattern.pattern}", set(pattern.pattern.converters)
        if "token" in kinds:
            continue
        if kinds == {"uuid"}:
            rows = Session.objects.values_list("uuid", flat=True)
            yield from (route.replace("<uuid:uuid>", str(uuid)) for uuid in rows)
            yield from (
                route.replace("<uuid:uuid>", str(uuid))
                for uuid in Registration.objects.values_list("uuid", flat=True)
            )
        elif kinds == {"year", "month"}:
            for begins_at in Session.objects.values_list("begins_at", flat=True):
                yield f"/agenda/{begins_at.year}/{begins_at.month}/"
        else:
            assert kinds == set(), f"What can stand in {route}? Tell it here."
            yield route


def everywhere() -> list[str]:
    queries = ["voor=verenigingen", "provincie=antwerpen", "hoe=online", "x=y"]
    return [
        *addresses(),
        *(f"/agenda/?{query}" for query in queries),
        *("/", "/baz-inspireert/", "/inspireer-elkaar/", "/privacy/", "/robots.txt"),
        *("/agenda/inschrijving/x/", "/agenda/besloten/x/", "/agenda/kalender/x.ics"),
    ]


def test_every_secret_could_leak(hidden):
    assert [place for word, place in hidden.items() if not tables_with(word)] == []
    assert len(hidden) > 100


def test_no_address_tells_one(hidden, client):
    published()
    seen = everywhere()
    opened = 0
    for url in seen:
        page = client.get(url, follow=True)
        text = page.content.decode("latin-1") + str(page.headers) + str(page.redirect_chain)
        assert (url, hidden.found_in(text)) == (url, [])
        opened += page.status_code == 200
    # Pages of five sessions, their months, the agenda and its feed are there, so it came past.
    assert opened >= 20
    assert client.get("/agenda/agenda.ics").content.decode().count("BEGIN:VEVENT") == 4


def test_a_form_that_is_refused_tells_none(hidden, client):
    for one in Session.objects.shown():
        page = client.post(one.get_absolute_url(), {"name": "Ik"})
        assert (page.status_code, hidden.found_in(page.content.decode())) == (200, [])
    known = Registration.objects.filter(status="confirmed", session__online_link="").first()
    email = known.email
    page = sign_up(known.session, email=email)
    assert page.content.decode().lower().replace(email, "").count("zwijg") == 0


def test_a_participant_sees_only_what_is_their_own(hidden, client, settings):
    for one in Registration.objects.select_related("session"):
        theirs = {one.email, one.name, one.organisation, one.phone, one.access_needs}
        theirs |= {one.dietary_needs, one.note, one.session.title}
        if one.status == "confirmed":
            theirs.add(one.session.online_link)
        feed = calendar_url(one.email).removeprefix(settings.SITE_URL)
        pages = [own(one), own(one, "details"), own(one, "hand-over"), own(one, "cancel"), feed]
        for url in pages:
            text = client.get(url).content.decode().lower()
            others = [
                place
                for word, place in hidden.items()
                if word in text and not any(word in mine for mine in theirs)
            ]
            assert others == []


def test_no_mail_tells_of_somebody_else(hidden):
    colleague = Registration.objects.filter(status="confirmed", session__online_link="").first()
    registration.hand_over(registration=colleague, name="An", email="an@example.org")
    for mail in Email.objects.all():
        files = "".join(file.file.read().decode() for file in mail.attachments.all())
        text = (mail.subject + mail.message + mail.html_message + files).lower()
        mine = Registration.objects.filter(email=mail.to[0])
        may = " ".join(
            " ".join([one.name, one.email, one.session.title, one.session.online_link])
            for one in mine.select_related("session")
        )
        # To a colleague: who handed it over, and where the session is.
        handed = {"an@example.org", colleague.email}
        if mail.to[0] in handed:
            may += f" {colleague.name} {colleague.email} {colleague.session.online_link}"
        others = [place for word, place in hidden.items() if word in text and word not in may]
        assert (mail.to, mail.subject, others) == (mail.to, mail.subject, [])


def test_the_link_of_a_closed_session_opens_only_that(hidden, client):
    group = Session.objects.get(is_closed=True)
    page = client.get(f"/agenda/besloten/{make_closed_token(group)}/").content.decode()
    assert hidden.found_in(page) == ["closed: title"]


def test_a_walk_that_meets_a_secret_says_where():
    hidden = Hidden()
    word = hidden.new("open: phone")
    assert hidden.found_in(f"<p>{word.upper()}</p>") == ["open: phone"]
