"""The logo of a partner: a small picture of our own, or a clear no."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pages import logos
from pages.models import Partner
from tests.pages import factories
from tests.pictures import encoded, picture, upload

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def send(client):
    """Sends the form of a partner with `content` as its logo; returns what is said of it."""
    client.force_login(factories.manager())
    partner = Partner.objects.create(name="Mooi vzw", description="Wij.", is_shown=True)

    def post(content: bytes | None, **values) -> list[str]:
        told = {"name": "Mooi vzw", "description": "Wij.", "position": 0, "is_shown": "on"} | values
        if content is not None:
            told["upload"] = upload(content, "logo.png")
        response = client.post(f"/admin/pages/partner/{partner.pk}/change/", told)
        return [] if response.status_code == 302 else response.context["errors"][0]

    return post


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "CMYK"), ("WEBP", "RGB")]
)
def test_it_is_shown_small_and_clean(client, send, kind, mode):
    assert send(encoded(picture((1200, 300), mode=mode), kind)) == []
    partner = Partner.objects.get()
    assert (partner.logo_width, partner.logo_height) == (480, 120)
    address = f"/over/partners/{partner.logo_hash}.webp"
    assert client.get("/over/partners/").content.decode().count(address) == 1
    response = client.get(address)
    assert (response["Content-Type"], dict(response.cookies)) == ("image/webp", {})
    with Image.open(BytesIO(response.content)) as shown:
        assert (shown.format, shown.size, shown.getexif()) == ("WEBP", (480, 120), {})
    # A form without a file leaves it; the tick takes it away.
    assert send(None) == []
    assert Partner.objects.get().logo_hash == partner.logo_hash
    assert send(None, without_logo="on") == []
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("content", [SVG, b"GIF89a", b"<html>", b"\x89PNG\r\n\x1a\nstuk"])
def test_what_is_no_logo(send, content):
    assert send(content) == [logos.UNREADABLE]
    assert Partner.objects.get().logo is None


def test_too_many_bytes(send):
    assert send(b"x" * (logos.MAX_BYTES + 1)) == [logos.TOO_HEAVY]


def test_fifty_megabytes_are_never_read():
    file = SimpleUploadedFile("logo.png", b"")
    file.size = 50 * 1024 * 1024
    file.file = None
    with pytest.raises(logos.LogoRefused, match="groter dan 2 MB"):
        logos.clean_logo(file)


def test_too_many_pixels_are_never_decoded(send):
    assert send(encoded(Image.new("1", (5000, 4000)), "PNG")) == [logos.TOO_LARGE]


@pytest.mark.parametrize("website", ["javascript:alert(1)", "ftp://x.be", "x y"])
def test_a_website_that_is_none(send, website):
    assert len(send(None, website=website)) == 1
    assert send(None, website="mooi.be") == []
    assert Partner.objects.get().website == "https://mooi.be"


def test_what_it_brings_is_cleaned(client, send):
    assert send(None, brings="<h1>Wij</h1><script>x()</script><p> </p>") == []
    assert Partner.objects.get().brings == "<h2>Wij</h2>"
