"""The feed, as a feed reader takes it."""

from datetime import datetime
from xml.etree import ElementTree

import pytest

from initiatives import moderation
from initiatives.models import Initiative
from tests import factories
from tests.open_data.conftest import SITE
from tests.open_data.reading import FEED, read_feed

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NASTY = "</title><script>alert('1')</script> & \"<b>\" ]]> \x01\x0b\ufffe!"


def republish(shown: Initiative, title: str) -> Initiative:
    """Change the title and have that approved."""
    version = moderation.start_edit(initiative=shown).latest_version
    version.title = title
    version.save()
    return factories.publish(moderation.send(initiative=Initiative.objects.get(pk=shown.pk)))


def test_what_an_entry_says():
    shown = factories.published(title="Soep & <zo>", summary="Samen < alleen.")
    (entry,) = read_feed().entries
    assert {name: entry[name] for name in ("id", "title", "link", "published", "updated")} == {
        "id": f"urn:uuid:{shown.uuid}",
        "title": "Soep & <zo>",
        "link": SITE + shown.get_absolute_url(),
        "published": shown.published_at.isoformat(),
        "updated": shown.published_at.isoformat(),
    }
    assert (entry.summary, entry.summary_detail.type) == ("Samen &lt; alleen.", "text/html")
    assert [tag.term for tag in entry.tags] == ["Samen eten"]


@pytest.mark.parametrize(
    ("query", "title", "asked"),
    [
        ("", "Inspireer elkaar", ""),
        ("?volgorde=a-z&bladzijde=3", "Inspireer elkaar", ""),
        ("?thema=samen-eten", "Inspireer elkaar: Samen eten", "?thema=samen-eten"),
        (
            "?gemeente=nijlen&q=soep",
            "Inspireer elkaar: ‘soep’, Nijlen",
            "?q=soep&gemeente=nijlen",
        ),
        ("?postcode=2560", "Inspireer elkaar: Dicht bij Nijlen", "?postcode=2560"),
    ],
)
def test_what_the_feed_says_of_itself(query, title, asked):
    factories.published()
    feed = read_feed(query).feed
    links = {link.rel: link.href for link in feed.links}
    assert (feed.title, feed.author, feed.language) == (title, "BurgersAanZet", "nl-BE")
    assert links == {
        "self": f"{SITE}{FEED}{asked}",
        "alternate": f"{SITE}/inspireer-elkaar/{asked}",
    }


def test_each_list_has_an_id_of_its_own_that_stays():
    factories.published()
    once = [read_feed(query).feed.id for query in ("", "?q=soep", "?thema=samen-eten")]
    again = [read_feed(query).feed.id for query in ("", "?q=soep", "?thema=samen-eten")]
    assert (once, len(set(once))) == (again, 3)
    assert all(feed_id.startswith("urn:uuid:") for feed_id in once)


def test_a_changed_title_is_the_same_entry_updated():
    shown = factories.published(title="Soep op de stoep")
    before = read_feed().entries[0]
    changed = republish(shown, "Soep voor iedereen")
    (after,) = read_feed().entries
    assert (after.id, after.published) == (before.id, before.published)
    assert datetime.fromisoformat(after.updated) == changed.live_version.assessment.decided_at
    assert after.link == f"{SITE}/inspireer-elkaar/soep-voor-iedereen/"


def test_it_holds_the_newest_thirty():
    for number in range(32):
        factories.published(title=f"Soep {number}")
    newest = [f"Soep {number}" for number in range(31, 1, -1)]
    assert [entry.title for entry in read_feed().entries] == newest
    assert [entry.title for entry in read_feed("?q=soep").entries] == newest


def test_near_a_place_it_holds_the_nearest_thirty():
    gent = factories.municipality("Gent", province="Oost-Vlaanderen", postcodes=("9000",))
    gent.latitude, gent.longitude = "51.0500", "3.7200"
    gent.save()
    for number in range(30):
        factories.published(title=f"Soep {number}")
    factories.published(title="Ver weg en nieuw", municipality=gent)
    near = [entry.title for entry in read_feed("?postcode=2560").entries]
    assert near == [f"Soep {number}" for number in range(29, -1, -1)]
    assert read_feed().entries[0].title == "Ver weg en nieuw"


def test_what_is_invented_says_so():
    shown = factories.published()
    Initiative.objects.filter(pk=shown.pk).update(is_example=True)
    assert read_feed().entries[0].summary.endswith("(Dit is een verzonnen voorbeeld.)")


def test_nothing_that_people_wrote_breaks_it():
    factories.published(title=NASTY[:80], summary=NASTY, themes=[factories.theme("a&b")])
    feed = read_feed(f"?q={NASTY.replace('&', '%26')}")
    assert feed.feed.title.startswith("Inspireer elkaar: ‘</title><script>")
    (entry,) = read_feed().entries
    assert entry.title == NASTY[:80].translate(dict.fromkeys((1, 11, 0xFFFE)))


def test_every_element_that_atom_asks_is_there_once(client):
    factories.published()
    root = ElementTree.fromstring(client.get(FEED).content)
    needed = [f"{ATOM}{name}" for name in ("id", "title", "updated")]
    assert [len(root.findall(name)) for name in [*needed, f"{ATOM}author"]] == [1] * 4
    for entry in root.findall(f"{ATOM}entry"):
        assert [len(entry.findall(name)) for name in needed] == [1] * 3


def test_an_empty_feed_stays_the_same(client):
    first = client.get(FEED)
    again = client.get(FEED, headers={"If-None-Match": first["ETag"]})
    assert (first.content.count(b"<entry>"), again.status_code) == (0, 304)


def test_who_has_it_gets_304_until_something_changes(client):
    factories.published()
    first = client.get(FEED)
    assert first["Content-Type"] == "application/atom+xml; charset=utf-8"
    held = {"If-None-Match": first["ETag"]}
    assert client.get(FEED, headers=held).status_code == 304
    factories.published(title="Samentuin")
    assert client.get(FEED, headers=held).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(client, rows, django_assert_num_queries):
    for number in range(rows):
        factories.published(title=f"Soep {number}", photos=1)
    client.get(FEED)  # what each process reads once
    with django_assert_num_queries(2):  # the generation; the entries
        assert client.get(FEED).content.count(b"<entry>") == rows
