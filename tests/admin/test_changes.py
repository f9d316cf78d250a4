"""What differs between two versions, as staff see it."""

import pytest

from initiatives import moderation
from initiatives.changes import TEXT_FIELDS, compare, difference, split_words
from initiatives.models import Assessment, Status, Theme, Version
from tests.admin.addresses import page
from tests.factories import initiative, published, request_changes


def marked(pieces):
    return "".join(f"[{piece.text}]" if piece.changed else f" {piece.text} " for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "left", "right"),
    [
        ("Elke vrijdag soep", "Elke zaterdag soep", " Elke [vrijdag] soep ",
         " Elke [zaterdag] soep "),
        ("soep", "soep en brood", " soep ", " soep [en brood]"),
        ("", "soep", "", "[soep]"),
        ("een twee", "een\r\n\r\ntwee", " een  twee ", " een [\n] twee "),
        ("  een   twee ", "een twee", " een twee ", " een twee "),
    ],
)  # fmt: skip
def test_word_by_word(before, after, left, right):
    found = difference(split_words(before), split_words(after))

    assert (marked(found.before), marked(found.after)) == (left, right)


def test_a_text_of_two_words_is_no_trap():
    # A comparison that looks at every pair of words would still be busy tomorrow.
    before, after = ["a", "b"] * 1500, ["b", "a", "a"] * 1000

    found = difference(before, after)

    texts = [" ".join(piece.text for piece in side) for side in (found.before, found.after)]
    assert texts == [" ".join(before), " ".join(after)]


@pytest.fixture
def versions(db):
    """A sent version and an open copy of it."""
    asked = initiative(Status.CHANGES_REQUESTED)
    return asked.versions.get(number=1), asked.versions.get(number=2)


def test_a_copy_differs_in_nothing(versions):
    assert compare(*versions).nothing


def test_fields_in_the_order_of_the_form(versions):
    before, after = versions
    after.agency_answer, after.title, after.start_year = "Iedereen.", "Andere naam", 2020
    after.themes.add(Theme.objects.get(slug="ontmoeten"))

    labels = [change.label for change in compare(before, after).fields]

    assert labels == [
        "Naam van het initiatief",
        "Thema’s",
        "Begonnen in",
        "Wie doet er mee, en wie beslist?",
    ]


def test_every_field_that_people_write_is_compared():
    own = {"id", "initiative", "number", "created_at", "written_at", "sent_at"}
    own |= {"unfinished", "photos"}
    names = {field.name for field in (*Version._meta.fields, *Version._meta.many_to_many)}

    assert set(TEXT_FIELDS) == names - own


def test_photos_added_removed_and_described_anew(versions):
    before, after = versions
    entry = before.initiative
    kept, gone, new = (
        entry.photos.create(picture=f"fotos/{name}.jpg", width=8, height=6)
        for name in ("kept", "gone", "new")
    )
    before.version_photos.create(photo=gone, position=0, alt="Een vaas")
    before.version_photos.create(photo=kept, position=1, alt="Een tuin")
    after.version_photos.create(photo=kept, position=1, alt="Een grote tuin")
    after.version_photos.create(photo=new, position=2, alt="Een kom")

    found = compare(before, after)

    assert [(change.what, change.shown.photo_id) for change in found.photos] == [
        ("anders beschreven", kept.pk),
        ("toegevoegd", new.pk),
        ("weggehaald", gone.pk),
    ]
    assert marked(found.photos[0].difference.after) == " Een [grote] tuin "
    assert not found.cover_changed


def test_another_photo_in_front(versions):
    before, after = versions
    one, two = (
        before.initiative.photos.create(picture=f"fotos/{name}.jpg", width=8, height=6)
        for name in "ab"
    )
    for number, photo in enumerate([one, two]):
        before.version_photos.create(photo=photo, position=number, alt="x")
        after.version_photos.create(photo=photo, position=1 - number, alt="x")

    assert compare(before, after).cover_changed


def test_what_we_asked_stands_above_what_changed(desk):
    asked = initiative(Status.CHANGES_REQUESTED)
    Assessment.objects.update(message="Mooi initiatief!")
    moderation.send(initiative=asked)

    html = desk.get(page(asked)).content.decode()

    box, _, below = html.partition('id="gevraagd"')[2].partition("</section>")
    assert (box.count("Mooi initiatief!"), box.count("Wie beslist er mee?")) == (1, 1)
    assert below.count('id="veranderd"') == 1


def test_of_an_edit_too_the_question_is_told(desk):
    shown = published(title="Online")
    moderation.start_edit(initiative=shown)
    moderation.send(initiative=shown)
    unasked = desk.get(page(shown)).context["asked"]
    request_changes(shown)
    moderation.send(initiative=shown)

    asked = desk.get(page(shown)).context["asked"]

    assert (unasked, asked.version.number) == (None, 2)


def test_an_edit_is_compared_with_what_is_online(desk):
    shown = published(title="Online")
    moderation.start_edit(initiative=shown)
    moderation.send(initiative=shown)
    request_changes(shown)
    moderation.send(initiative=shown)

    changes = desk.get(page(shown)).context["changes"]

    assert changes.before == shown.live_version
