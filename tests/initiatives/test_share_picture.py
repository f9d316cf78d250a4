"""The picture that other sites show beside a link."""

from io import BytesIO

import pytest
from PIL import Image

from initiatives import moderation, og
from initiatives.models import Status, Theme
from tests import factories
from tests.pictures import BLUE, RED, stored_files

pytestmark = pytest.mark.django_db
UNSEEN = [status for status in Status if status != Status.PUBLISHED]


def address(initiative) -> str:
    return f"{initiative.get_absolute_url()}deelbeeld.jpg"


def picture_of(client, initiative) -> Image.Image:
    response = client.get(address(initiative))
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert dict(response.cookies) == {}
    return Image.open(BytesIO(response.content))


def files() -> list[str]:
    """What is kept of photos and pictures, but for the folders that all share."""
    return [name for name in stored_files() if name not in {"deelbeelden", "fotos"}]


@pytest.mark.parametrize("weave", ["plat", "satijn", "keper", "mat", "visgraat", "ruit"])
def test_without_a_photo_the_weave_of_the_theme(client, weave):
    theme = Theme.objects.filter(weave=weave).first()
    image = picture_of(client, factories.published(themes=[theme]))
    assert (image.format, image.size) == ("JPEG", (1200, 630))
    # The sky above, the paper that the title is on, the ink of its letters.
    sky = {"plat": "#ece0f5", "satijn": "#fbe6d7", "keper": "#e2f1d6", "mat": "#fbf0d0"}
    sky |= {"visgraat": "#dceff3", "ruit": "#f9e3ec"}
    wanted = tuple(bytes.fromhex(sky[weave][1:]))
    assert max(abs(a - b) for a, b in zip(image.getpixel((5, 5)), wanted, strict=True)) < 6
    assert min(image.getpixel((20, 600))) > 245
    assert image.crop((60, 440, 500, 520)).convert("L").getextrema()[0] < 60


@pytest.mark.parametrize(
    "title", ["حساء في الشارع", "🍲", "A" * 80, "ij " * 26, "Één café’s ‘œuvre’"]
)
def test_any_title_gives_a_picture(client, title):
    assert picture_of(client, factories.published(title=title)).size == (1200, 630)


def test_of_the_photo_where_there_is_one(client):
    image = picture_of(client, factories.published(photos=2))
    assert image.size == (1200, 630)
    for at, wanted in (((100, 300), RED), ((1100, 300), BLUE)):
        assert max(abs(a - b) for a, b in zip(image.getpixel(at), wanted, strict=True)) < 12


@pytest.mark.parametrize("status", UNSEEN)
def test_only_of_what_is_published(client, status):
    initiative = factories.initiative(status)
    slug = initiative.slug or "soep-op-de-stoep"
    assert client.get(f"/inspireer-elkaar/{slug}/deelbeeld.jpg").status_code == 404


@pytest.mark.parametrize("photos", [0, 1])
def test_withdrawn_is_gone_at_once_and_erased_leaves_nothing(
    client, photos, django_capture_on_commit_callbacks
):
    initiative = factories.published(photos=photos)
    picture_of(client, initiative)
    (kept,) = (name for name in files() if name.endswith(("deelbeeld.jpg", "/1.jpg")))
    assert str(initiative.photos.get().pk if photos else initiative.uuid) in kept
    moderation.withdraw(initiative=initiative)
    assert client.get(address(initiative)).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        moderation.erase(initiative=initiative)
    assert files() == []


def test_made_once_and_asked_again_costs_nothing(client, monkeypatch):
    initiative = factories.published()
    first = client.get(address(initiative))
    monkeypatch.setattr(og, "_made", None)
    again = client.get(address(initiative))
    assert (again.content, again["Cache-Control"]) == (first.content, "public, no-cache")
    unchanged = client.get(address(initiative), headers={"If-None-Match": first["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")


def test_erased_while_it_was_made_leaves_nothing(client, monkeypatch):
    initiative = factories.published()
    made = og._made

    def slowly(shown) -> bytes:
        content = made(shown)
        moderation.withdraw(initiative=initiative)
        return content

    monkeypatch.setattr(og, "_made", slowly)
    client.get(address(initiative))
    assert files() == [f"deelbeelden/{initiative.uuid}"]


def test_an_edit_gets_a_picture_of_its_own(client):
    initiative = factories.published(title="Soep")
    before = client.get(address(initiative))
    edited = moderation.start_edit(initiative=initiative)
    factories.fill(edited.latest_version, title="Soep", summary="Anders.", photos=1)
    factories.publish(moderation.send(initiative=edited))
    after = client.get(address(initiative), headers={"If-None-Match": before["ETag"]})
    assert (after.status_code, after.content == before.content) == (200, False)
