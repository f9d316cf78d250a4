"""What people send as a photo: everything readable becomes the same clean JPEG."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from initiatives.pictures import clean_jpeg
from tests.pictures import BLUE, RED, encoded, picture, upload

EXIF_GPS = 0x8825
SECRETS = [b"SECRET", b"GPS", b"Exif", b"http://ns.adobe.com", b"Photoshop", b"ICC_PROFILE"]


def cleaned(content: bytes) -> Image.Image:
    return Image.open(BytesIO(clean_jpeg(upload(content))))


def is_close(colour: tuple, wanted: tuple, *, to: int = 12) -> bool:
    return all(abs(one - other) <= to for one, other in zip(colour, wanted, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_each_kind_becomes_a_jpeg_of_the_same_picture(kind):
    image = cleaned(encoded(picture(), kind))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (800, 600))
    assert is_close(image.getpixel((100, 300)), RED)
    assert is_close(image.getpixel((700, 300)), BLUE)


def test_the_name_tells_nothing():
    file = upload(encoded(picture(), "PNG"), name="../../boom.svg")
    assert Image.open(BytesIO(clean_jpeg(file))).size == (800, 600)


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK"])
def test_other_kinds_of_colour(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert cleaned(encoded(picture(mode=mode), kind)).mode == "RGB"


def test_sixteen_bits_of_grey_keep_their_tone():
    grey = Image.new("I;16", (200, 200), 128 * 256)
    assert is_close(cleaned(encoded(grey, "PNG")).getpixel((50, 50)), (128, 128, 128))


def test_what_is_transparent_becomes_white():
    image = picture(mode="RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 400, 600))
    assert is_close(cleaned(encoded(image, "PNG")).getpixel((100, 300)), (255, 255, 255))


def test_a_large_photo_is_made_smaller():
    assert cleaned(encoded(picture((4000, 3000)))).size == (1600, 1200)


def test_forty_megapixels_are_welcome():
    assert cleaned(encoded(picture((7300, 5480)))).size == (1600, 1201)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photo_taken_sideways_stands_up(kind):
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise to look right
    image = cleaned(encoded(picture(), kind, exif=exif.tobytes()))
    assert image.size == (600, 800)
    assert is_close(image.getpixel((300, 100)), RED)
    assert is_close(image.getpixel((300, 700)), BLUE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_where_it_was_made_and_who_by_are_gone(kind):
    exif = Image.Exif()
    exif[0x010F] = "SECRET camera"
    exif[0x013B] = "SECRET maker"
    exif.get_ifd(EXIF_GPS).update({1: "N", 2: (51.0, 9.0, 36.0), 3: "E", 4: (4.0, 40.0, 12.0)})
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>SECRET</a></x:xmpmeta>'
    extra = {"xmp": xmp} if kind != "PNG" else {"pnginfo": png_texts()}
    content = encoded(picture(), kind, exif=exif.tobytes(), **extra)
    assert b"SECRET" in content  # so that there is something to remove
    clean = clean_jpeg(upload(content))
    assert [secret for secret in SECRETS if secret in clean] == []
    assert dict(Image.open(BytesIO(clean)).getexif()) == {}


def test_iptc_comments_and_what_follows_the_picture_are_gone():
    jpeg = encoded(picture(), comment=b"SECRET comment")
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0b\x1c\x02\x50\x00\x06SECRET\x00"
    segment = b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc
    content = jpeg[:2] + segment + jpeg[2:] + b"PK\x03\x04<script>SECRET()</script>"
    clean = clean_jpeg(upload(content))
    assert [secret for secret in [*SECRETS, b"script", b"PK\x03"] if secret in clean] == []


def test_colours_of_another_profile_become_those_of_the_web():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Red and blue change places in this profile, so what it calls red is seen as blue.
    swapped = srgb.replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")
    image = cleaned(encoded(picture(), icc_profile=swapped))
    assert "icc_profile" not in image.info
    assert is_close(image.getpixel((100, 300)), BLUE)


def test_a_broken_profile_does_not_stop_a_photo():
    assert cleaned(encoded(picture(), icc_profile=b"nonsense" * 40)).size == (800, 600)


def png_texts() -> PngImagePlugin.PngInfo:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "SECRET")
    texts.add_itxt("XML:com.adobe.xmp", "<a>SECRET</a>", zip=True)
    return texts
