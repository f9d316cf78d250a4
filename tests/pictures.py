"""Photos to test with, made on the spot."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pillow_heif
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

pillow_heif.register_heif_opener()

RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(size: tuple[int, int] = (800, 600), *, mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right: one sees which side is up, and the colours."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str = "JPEG", **options) -> bytes:
    """The bytes of `image` as a file of that kind."""
    with BytesIO() as file:
        image.save(file, kind, **options)
        return file.getvalue()


def upload(content: bytes | None = None, name: str = "vakantie in Nijlen.jpg"):
    """What a browser sends; without `content`, a good photo."""
    content = encoded(picture()) if content is None else content
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def stored_files() -> list[str]:
    """Every file and folder that is kept, from the media folder on."""
    root = Path(settings.MEDIA_ROOT)
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))
