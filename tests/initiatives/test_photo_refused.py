"""What can't be a photo: a sentence that says why, and never a decoded bomb or an error page."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageFile

from initiatives import pictures
from initiatives.pictures import PhotoRefused, clean_jpeg
from tests.pictures import encoded, picture, upload

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"


def refusal(content: bytes, name: str = "foto.jpg") -> str:
    with pytest.raises(PhotoRefused) as refused:
        clean_jpeg(upload(content, name))
    return str(refused.value)


def empty_png(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is `width` by `height`."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def huge_webp() -> bytes:
    """A WebP of a few bytes that says it is 16 384 by 16 384."""
    size = (16383).to_bytes(3, "little")
    body = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size + size
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen foto",
        SVG,
        PDF,
        encoded(picture(), "GIF"),
        encoded(picture(), "GIF") + b"/*<script>alert(1)</script>*/",
        encoded(picture(), "TIFF"),
        encoded(picture(), "BMP"),
        encoded(picture())[:2000],
        encoded(picture(), "PNG")[:300],
        encoded(picture(), "WEBP")[:60],
        encoded(picture(), "HEIF")[:400],
        b"GIF89a/*" + encoded(picture()),
    ],
    ids=range(13),
)
def test_not_a_photo(content):
    assert refusal(content, "foto.jpg") == pictures.UNREADABLE


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize(
    "content",
    [empty_png(8_000, 8_000), empty_png(12_000, 12_000), empty_png(60_000, 60_000), huge_webp()],
    ids=["64 megapixel", "144 megapixel", "3.6 gigapixel", "webp"],
)
def test_a_bomb_is_refused_before_it_is_decoded(content, monkeypatch):
    decoded = []
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda image: decoded.append(image))
    assert refusal(content) == pictures.TOO_LARGE
    assert decoded == []


def test_just_under_the_limit_is_decoded():
    assert refusal(empty_png(7_000, 7_000)) == pictures.UNREADABLE


def test_a_heavy_file_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(Image, "open", lambda *args, **options: pytest.fail("opened"))
    assert refusal(b"\0" * (12 * 1024 * 1024 + 1)) == pictures.TOO_HEAVY


def test_a_text_that_unpacks_to_gigabytes_is_refused():
    texts = zlib.compress(b"\0" * 70_000_000)
    data = b"Comment\0\0" + texts
    chunk = b"zTXt" + data
    bomb = struct.pack(">I", len(data)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    png = encoded(picture(), "PNG")
    assert refusal(png[:33] + bomb + png[33:]) == pictures.UNREADABLE


@pytest.mark.parametrize("size", [(1, 1), (99, 600), (20_000, 300)])
def test_too_small_or_too_narrow(size):
    assert refusal(encoded(Image.new("RGB", size))) == pictures.TOO_SMALL


def test_a_page_hidden_behind_a_photo_is_harmless():
    content = encoded(picture()) + b"<html><script>alert(1)</script>"
    assert b"script" not in clean_jpeg(upload(content, "foto.html"))
    assert Image.open(BytesIO(clean_jpeg(upload(content)))).format == "JPEG"
