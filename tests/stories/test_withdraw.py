"""A story that is withdrawn is nowhere any more: not in the database, the media folder, the pages,
the sitemap, the search, or the pages that are kept ready."""

import gzip
import pickle
from base64 import b64decode

import pytest
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from post_office.models import Email

from audiences.models import SLUGS, Block, Door
from baz_site.page_cache import ReadyPage
from stories import emails, ledger, publishing
from stories.links import make_token
from stories.models import Portrait, State, Story, Tip, Use
from tests.admin.conftest import at_desk
from tests.clock import later
from tests.database import tables_with
from tests.factories import moderator
from tests.pictures import stored_files
from tests.stories.factories import agree, barrier, mine, story, tip

pytestmark = pytest.mark.django_db
SECRET = "zwijgzaam"
PAGES = [
    *("/", "/verhalen/", "/verhalen/tips/", "/verhalen/tips/kaarten/"),
    *(f"/baz-inspireert/{slug}/" for slug in SLUGS.values()),
]
# What names the address of the story: a page of the search says the words again by itself.
FINDERS = ["/sitemap-verhalen.xml", f"/zoeken/?zoek={SECRET}"]


@pytest.fixture
def told() -> Story:
    """A story that says the secret wherever something can be said, and the first one everywhere."""
    call_command("load_doors", verbosity=0)
    # Staff may put stories behind each door.
    for door in Door.objects.exclude(blocks__kind=Block.Kind.STORIES):
        door.blocks.create(kind=Block.Kind.STORIES, title="Zij vertellen", sentence="Lees het.")
    fields = ("title", "summary", "teller", "text")
    shown = story(State.DRAFT, portrait=True, **{name: f"{SECRET} {name}" for name in fields})
    tip(f"{SECRET} tip", explanation=SECRET, story=shown, barriers=[barrier()])
    names = {"teller_name": SECRET, "helper_name": SECRET, "helper_role": "supporter"}
    agree(shown, **names, words="Vroeger.", email=f"eerst.{SECRET}@example.org")
    names |= {"email": f"{SECRET}@example.org", "covers_portrait": True, "words": SECRET}
    names["uses"] = [Use.WEBSITE, Use.PRINT]
    agree(shown, **names)
    emails.send_renewal(shown, shown.agreement)
    desk = at_desk(moderator())
    desk.post(f"/admin/stories/story/{shown.pk}/stap/tonen/")
    for row in (shown, shown.portrait, shown.agreement, shown.tips.get()):
        LogEntry.objects.create(
            user=moderator(),
            content_type=ContentType.objects.get_for_model(row),
            object_id=str(row.pk),
            object_repr=SECRET,
            action_flag=ADDITION,
        )
    return Story.objects.get()


def kept_pages() -> list[str]:
    """The text of every page that is kept ready."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM cache")
        values = [pickle.loads(b64decode(value)) for (value,) in cursor.fetchall()]
    return [gzip.decompress(value.content).decode() for value in values]


def places_with_secret(client, address: str) -> list[str]:
    """Wherever the words, or the address of the story, can be found."""
    found = tables_with(SECRET)
    found += stored_files()
    found += [page for page in [*PAGES, address] if SECRET in client.get(page).content.decode()]
    found += [page for page in FINDERS if address in client.get(page).content.decode()]
    found += ["cache" for page in kept_pages() if SECRET in page]
    found += ["kept sitemap" for page in kept_pages() if f"{address}</loc>" in page]
    return found


@pytest.mark.parametrize("by_teller", [True, False])
def test_nothing_is_left(client, told, by_teller, settings, django_capture_on_commit_callbacks):
    settings.PAGE_CACHE = True
    address, link = told.get_absolute_url(), mine(told)
    page = ReadyPage(gzip.compress(SECRET.encode()), {})
    cache.set("ready:1:made-before", page)
    picture = f"/verhalen/foto/{told.portrait.pk}/foto.jpg"
    before = places_with_secret(client, address)
    assert {
        *("django_admin_log", "post_office_email", "stories_agreement", "stories_portrait"),
        *(
            "stories_story",
            "stories_tip",
            "verhalen",
            *PAGES,
            *FINDERS,
            address,
            "cache",
            "kept sitemap",
        ),
    } <= set(before)
    # The picture itself, and two sizes as AVIF and as WebP.
    assert len([name for name in before if name.startswith(f"verhalen/{told.portrait.pk}/")]) == 5
    assert client.get(picture).status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        if by_teller:
            assert client.post(f"{link}weghalen/").status_code == 200
        else:
            step = f"/admin/stories/story/{told.pk}/stap/intrekken/"
            assert at_desk(moderator()).post(step).status_code == 302

    assert kept_pages() == []
    # What is found is the empty folder of all pictures.
    assert places_with_secret(client, address) == ["verhalen"]
    gone = client.get(address)
    assert (gone.status_code, gone.content.decode().count("Dit verhaal staat hier niet meer")) == (
        410,
        2,
    )
    assert [client.get(link).status_code, client.get(picture).status_code] == [404, 404]
    assert [Portrait.objects.count(), Tip.objects.count(), Email.objects.count()] == [0, 0, 0]
    entry = told.trail.last()
    assert (entry.step, entry.actor) == ("withdraw", "teller" if by_teller else "staff")


def test_the_front_page_forgets_what_lapses_at_midnight(client, settings):
    settings.PAGE_CACHE = True
    story(State.SHOWN, title=SECRET, days=0)
    days = []
    for ahead in (0, 1):
        with later(days=ahead):
            # The second time it's the page that was kept.
            days.append([client.get("/").content.decode().count(SECRET) for _ in range(2)])
    assert days == [[1, 1], [0, 0]]


def test_nothing_of_others_goes(told):
    other = story(State.SHOWN, title="Een ander", portrait=True)
    tip("Een andere tip", story=other)
    publishing.withdraw(story=told)
    assert (Portrait.objects.get().story, Tip.objects.get().story) == (other, other)
    assert other.agreement.teller_name == "Vera Echt"
    assert [mail.to for mail in Email.objects.all()] == [["vera@example.org"]]
    assert Story.objects.shown().get() == other


def test_every_mail_is_found_by_its_link(told):
    ledger.mail_links(f"{SECRET}@example.org")
    uuid_part = make_token(told).split(".")[0][:40]
    messages = [mail.message for mail in Email.objects.all()]
    assert [message.count(uuid_part) for message in messages] == [1] * 4


def test_a_question_comes_first(client, told):
    page = client.get(f"{mine(told)}weghalen/")
    assert (page.status_code, Story.objects.get().state) == (200, State.SHOWN)


def test_a_tip_that_staff_delete_leaves_no_words_in_the_log(told):
    publishing.take_off(story=told, staff=moderator())
    desk = at_desk(moderator())
    desk.post(f"/admin/stories/tip/{told.tips.get().pk}/delete/", {"post": "yes"})
    assert Tip.objects.count() == 0
    publishing.withdraw(story=told)
    assert tables_with(SECRET) == []
