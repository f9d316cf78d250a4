"""The step with photos: what arrives is kept, whatever else is wrong."""

import html

from initiatives.completeness import MAX_PHOTOS
from tests.submitting.browser import address, errors, page_name, typed
from tests.submitting.photos import jpeg, no_photo

UNREADABLE = (
    "We kunnen dit bestand niet lezen als foto. "
    "Misschien is het stuk, of is het geen foto. Kies een andere: JPEG, PNG, WebP of HEIC."
)


def shown(draft) -> list:
    return list(draft.latest_version.version_photos.all())


def add(visitor, draft, count: int = 1) -> list:
    visitor.post(address("photos", draft), {"fotos": [jpeg() for _ in range(count)]})
    return shown(draft)


def test_two_at_once_without_a_cookie(draft, visitor):
    url = address("photos", draft)
    assert visitor.post(url, {"fotos": [jpeg(), jpeg()], "erbij": "1"}).url == url
    assert [photo.position for photo in shown(draft)] == [0, 1]
    page = visitor.get(url)
    for photo in shown(draft):
        picture = address("my-photo", draft, photo_id=photo.photo_id, name="foto.jpg")
        assert visitor.get(picture)["Content-Type"] == "image/jpeg"
        assert page.content.decode().count(f"/foto/{photo.photo_id}/foto.jpg") == 1


def test_a_bad_one_beside_a_good_one(draft, visitor):
    (first,) = add(visitor, draft)
    data = {f"{first.pk}-alt": "Een kom soep", "fotos": [no_photo("mijn <brief>.jpg"), jpeg()]}
    page = visitor.post(address("photos", draft), data)
    assert page.context["refused"] == [f"‘mijn <brief>.jpg’: {UNREADABLE}"]
    assert page.content.decode().count(html.escape(UNREADABLE)) == 1
    assert len(shown(draft)) == len(page.context["forms"]) == 2
    assert typed(page) == {f"{first.pk}-alt": ["Een kom soep"]}


def test_half_a_description_is_kept(draft, visitor):
    first, second = add(visitor, draft, 2)
    data = {f"{first.pk}-alt": "Een kom soep", f"{second.pk}-people": "none"}
    empty = {f"{second.pk}-alt": ""}
    url = address("photos", draft)
    for button in ("terug", "later"):
        assert visitor.post(url, {**data, **empty, "naar": button}).status_code == 302
    page = visitor.get(url)
    assert (typed(page), errors(page)) == ({name: [value] for name, value in data.items()}, [])


def test_going_on_asks_for_what_is_missing(draft, visitor):
    (photo,) = add(visitor, draft)
    url = address("photos", draft)
    data = {f"{photo.pk}-alt": "Een kom soep", "naar": "verder"}
    page = visitor.post(url, data)
    message = "Kies of er mensen te herkennen zijn op deze foto."
    for answer in (page, visitor.get(url)):
        assert (errors(answer), typed(answer)) == ([message], {f"{photo.pk}-alt": ["Een kom soep"]})
    done = visitor.post(url, {**data, f"{photo.pk}-people": "agreed"})
    assert page_name(done) == "jij"
    photo.refresh_from_db()
    assert (photo.alt, photo.people, draft.latest_version.unfinished) == (
        *("Een kom soep", "agreed"),
        {},
    )


def test_a_description_that_is_too_long_is_kept(draft, visitor):
    (photo,) = add(visitor, draft)
    url = address("photos", draft)
    data = {f"{photo.pk}-alt": "a" * 10_000, f"{photo.pk}-people": "none"}
    for button in ({"naar": "verder"}, {"naar": "later"}, {"erbij": "1"}):
        visitor.post(url, {**data, **button})
        page = visitor.get(url)
        assert typed(page) == {name: [value] for name, value in data.items()}
        assert errors(page) == [
            "Maak dit korter. Er mogen 250 tekens staan, jij hebt er 10000.",
        ]


def test_chosen_together_with_going_on(draft, visitor):
    """The new photo has no description yet, so the step shows it first."""
    url = address("photos", draft)
    assert visitor.post(url, {"fotos": [jpeg()], "naar": "verder"}).url == url
    assert len(shown(draft)) == 1


def test_chosen_together_with_going_on_beside_one_without_a_description(draft, visitor):
    add(visitor, draft)
    page = visitor.post(address("photos", draft), {"fotos": [jpeg()], "naar": "verder"})
    assert [form.instance for form in page.context["forms"]] == shown(draft)
    assert page.context["room"] == MAX_PHOTOS - 2


def test_at_most_six(draft, visitor):
    data = {"fotos": [jpeg(f"{number}.jpg") for number in range(1, 9)], "erbij": "1"}
    page = visitor.post(address("photos", draft), data)
    sentence = "Je hebt al 6 foto’s. Haal eerst een foto weg."
    assert page.context["refused"] == [f"‘7.jpg’: {sentence}", f"‘8.jpg’: {sentence}"]
    assert len(shown(draft)) == MAX_PHOTOS
    assert page.content.decode().count('type="file"') == 0


def test_the_step_without_photos_may_be_skipped(draft, visitor):
    assert page_name(visitor.post(address("photos", draft), {"naar": "verder"})) == "jij"
    assert draft.latest_version.unfinished == {}
