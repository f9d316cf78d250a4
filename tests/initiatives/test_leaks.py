"""A secret in every private field, and a walk along every public address to look for them."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import SlugConverter, UUIDConverter

from initiatives.models import FormerSlug, Initiative, Photo, Status
from tests.database import tables_with
from tests.initiatives.hidden import Secrets, published, unpublished

LIST = "/inspireer-elkaar/"
<<<<<<< HEAD
=======
TEXTS = (
    *("title", "summary", "story", "learned", "spot", "contact_name"),
    *("time_needed", "people_needed", "needs", "costs", "support_needed"),
)
ANSWERS = ("bottom_up_answer", "agency_answer", "beyond_self_answer")
REMARKS = ("bottom_up_remark", "agency_remark", "beyond_self_remark", "message", "local_link")


class Secrets:
    """Words that stand nowhere else, each with the place where it was hidden."""

    def __init__(self) -> None:
        self.hidden: dict[str, str] = {}
        self.numbers = count(100)

    def new(self, place: str) -> str:
        word = f"zwijg{next(self.numbers)}x"
        self.hidden[word] = place
        return word

    def found_in(self, text: str) -> list[str]:
        return [place for word, place in self.hidden.items() if word in text.lower()]


def tell(secrets: Secrets, version: Version, where: str, names: tuple[str, ...]) -> None:
    for name in names:
        setattr(version, name, secrets.new(f"{where}: {name}"))
    version.website = f"https://{secrets.new(f'{where}: website')}.example"
    version.save()
    photo = photos.add_photo(version=version, upload=jpeg())
    photo.alt, photo.people = secrets.new(f"{where}: alt"), "none"
    photo.save()


def name_person(secrets: Secrets, initiative: Initiative, where: str) -> None:
    contact = Initiative.objects.get(pk=initiative.pk).contact
    contact.name = secrets.new(f"{where}: name")
    contact.email = f"{secrets.new(f'{where}: email')}@example.org"
    contact.phone = secrets.new(f"{where}: phone")
    contact.save()


def unpublished(secrets: Secrets, status: Status) -> Initiative:
    """Everything it says is a secret, for it never was or no longer is online."""
    draft = factories.initiative()
    tell(secrets, draft.latest_version, status, TEXTS + ANSWERS)
    name_person(secrets, draft, status)
    if status == Status.DRAFT:
        writing.keep_unfinished(
            draft.latest_version, "kort", {"title": [secrets.new("unfinished title")]}
        )
        emails.send_draft_link(draft, f"{secrets.new('address of a link')}@example.org")
        return draft
    sent = moderation.send(initiative=draft)
    if status == Status.UNCONFIRMED:
        return sent
    waiting = moderation.confirm(initiative=sent)
    staff = factories.moderator()
    if status == Status.REJECTED:
        return assess(secrets, waiting, Decision.REJECT)
    if status == Status.CHANGES_REQUESTED:
        return assess(secrets, waiting, Decision.REQUEST_CHANGES)
    if status == Status.SUBMITTED:
        return waiting
    shown = factories.publish(waiting)
    if status == Status.ARCHIVED:
        return moderation.archive(initiative=shown, staff=staff)
    return moderation.withdraw(initiative=shown)


def assess(secrets: Secrets, waiting: Initiative, decision: Decision) -> Initiative:
    """A decision with a secret in all that staff write but that is not meant for the site."""
    values = {name: secrets.new(f"{decision}: {name}") for name in REMARKS}
    verdict = Verdict.MEETS if decision == Decision.PUBLISH else Verdict.FAILS
    for name in ("bottom_up", "agency", "beyond_self"):
        values[f"{name}_verdict"] = verdict
        public = decision == Decision.PUBLISH
        reason = "Zo is het." if public else secrets.new(f"{decision}: {name}_reason")
        values[f"{name}_reason"] = reason
    return factories.decide(waiting, decision, **values)


def published(secrets: Secrets, *, edit_is_sent: bool) -> Initiative:
    """Online under 'Soep op de stoep'; private around it is all the rest, an edit included."""
    draft = factories.initiative()
    version = draft.latest_version
    for name in ("contact_name", *ANSWERS):
        setattr(version, name, secrets.new(f"published: {name}"))
    version.save()
    photo = photos.add_photo(version=version, upload=jpeg())
    photo.alt, photo.people = "Een kom soep", "none"
    photo.save()
    name_person(secrets, draft, "published")
    waiting = moderation.confirm(initiative=moderation.send(initiative=draft))
    asked = assess(secrets, waiting, Decision.REQUEST_CHANGES)
    shown = assess(secrets, moderation.send(initiative=asked), Decision.PUBLISH)
    moderation.start_edit(initiative=shown)
    edit = shown.latest_version
    tell(secrets, edit, "edit", TEXTS + ANSWERS)
    if edit_is_sent:
        return moderation.send(initiative=shown)
    writing.keep_unfinished(edit, "verhaal", {"story": [secrets.new("unfinished edit")]})
    return shown
>>>>>>> 32f815b35cb2743b51037c6cf710201c815e2306


@pytest.fixture
def secrets(db):
    secrets = Secrets()
    published(secrets, edit_is_sent=False)
    published(secrets, edit_is_sent=True)
    for status in set(Status) - {Status.PUBLISHED}:
        unpublished(secrets, status)
    return secrets


def addresses(patterns: list, prefix: str = "/") -> Iterator[str]:
    """Every address that opens without a token, with each thing that could stand in it."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                yield from addresses(pattern.url_patterns, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern) and "token" not in pattern.pattern.converters:
            yield from filled_in(prefix + str(pattern.pattern), pattern.pattern.converters)


def filled_in(route: str, converters: dict) -> Iterator[str]:
    if not converters:
        yield route
        return
    kinds = {name: type(converter) for name, converter in converters.items()}
    if kinds == {"slug": SlugConverter}:
        slugs = Initiative.objects.exclude(slug=None).values_list("slug", flat=True)
        former = FormerSlug.objects.values_list("slug", flat=True)
        yield from (route.replace("<slug:slug>", slug) for slug in [*slugs, *former, "nergens"])
    elif kinds.get("photo_id") is UUIDConverter:
        for photo in Photo.objects.all():
            address = route.replace("<uuid:photo_id>", str(photo.pk))
            yield from (address.replace("<str:name>", name) for name in photo_names(photo))
    else:
        pytest.fail(f"What can stand in {route}? Tell it here, so that this test looks there too.")


def photo_names(photo: Photo) -> list[str]:
    return ["foto.jpg", *(f"{width}w.avif" for width in photo.widths), "800w.webp"]


def everywhere() -> list[str]:
    queries = [
        *("q=soep", "q=nijlen", "q=2560", "q=zwijg", "bladzijde=2", "bladzijde=99", "volgorde=a-z"),
        *("thema=samen-eten", "voor=ouderen", "provincie=antwerpen", "gemeente=nijlen", "x=y"),
    ]
    return [
        *addresses(get_resolver().url_patterns),
        *(f"{LIST}?{query}" for query in queries),
        *("/robots.txt", "/sitemap.xml", "/feed/", "/media/", "/admin/", "/admin/login/"),
        *(f"/media/{photo.picture.name}" for photo in Photo.objects.all()),
        *(f"{LIST}mijn/x/", f"{LIST}bevestigen/x/", f"{LIST}aanmelden/x/kort/"),
    ]


def test_every_secret_could_leak(secrets):
    assert [place for word, place in secrets.hidden.items() if not tables_with(word)] == []
    assert len(secrets.hidden) > 100


def test_no_address_tells_one(secrets, client):
    seen = everywhere()
    for url in seen:
        response = client.get(url, follow=True)
        content = b"".join(response) if response.streaming else response.content
        text = content.decode("latin-1") + str(response.headers) + str(response.redirect_chain)
        assert (url, secrets.found_in(text)) == (url, [])
    # What is public is there, so the walk came past it.
    assert sum(url.startswith("/foto/") for url in seen) >= Photo.objects.count() * 2
    assert client.get(LIST).content.decode().count("Soep op de stoep</a>") == 2


def test_no_search_finds_one(secrets, client):
    unknown = "woorddatnergensstaat"
    nothing = client.get(LIST, {"q": unknown}).content.decode().replace(unknown, "")
    for word, place in secrets.hidden.items():
        page = client.get(LIST, {"q": word}).content.decode()
        # But for the word itself, which the field shows, it is the page for a word unknown.
        assert (place, page.replace(word, "")) == (
            place,
            nothing.replace("woorddatnergensstaat", ""),
        )


def test_only_photos_of_what_is_online_open(secrets, client):
    online = set(
        Photo.objects.filter(versions__live_for__status=Status.PUBLISHED).values_list(
            "pk", flat=True
        )
    )
    opened = {
        photo.pk
        for photo in Photo.objects.all()
        if client.get(f"/foto/{photo.pk}/foto.jpg").status_code == 200
    }
    assert (opened, len(online)) == (online, 2)


def test_the_style_guide_shows_nothing_real(secrets, client, settings):
    settings.DEBUG = True
    page = client.get("/stijlgids/")
    assert (page.status_code, secrets.found_in(page.content.decode())) == (200, [])


def test_a_walk_that_meets_a_secret_says_where():
    secrets = Secrets()
    word = secrets.new("published: phone")
    assert secrets.found_in(f"<p>{word.upper()}</p>") == ["published: phone"]
