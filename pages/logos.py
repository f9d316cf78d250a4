"""From whatever is sent as a logo to a small picture of our own."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import NamedTuple

from django.core.files.base import File
from PIL import Image

FORMATS = ["PNG", "JPEG", "WEBP"]
MAX_BYTES = 2 * 1024 * 1024
MAX_PIXELS = 16_000_000
ROOM = (480, 240)  # pixels: twice as large as it is shown

TOO_HEAVY = "Dit logo is groter dan 2 MB. Maak het kleiner, of kies een ander bestand."
TOO_LARGE = "Dit logo heeft meer dan 16 megapixel. Maak het kleiner, of kies een ander bestand."
UNREADABLE = "We kunnen dit bestand niet lezen als logo. Kies een PNG, een JPEG of een WebP."


class LogoRefused(Exception):
    """This can't be a logo on the site; the message says why and what to do, for people."""


class Logo(NamedTuple):
    """A WebP, and how large it is in pixels."""

    content: bytes
    width: int
    height: int

    @property
    def hash(self) -> str:
        """What tells it from every other logo."""
        return sha256(self.content).hexdigest()[:32]


def clean_logo(upload: File) -> Logo:
    """What `upload` shows, drawn anew. What it is, its content tells, not its name.

    Raises LogoRefused.
    """
    if upload.size > MAX_BYTES:
        raise LogoRefused(TOO_HEAVY)
    try:
        with Image.open(upload, formats=FORMATS) as image:
            # Only the header is read until now: what is too large is never decoded.
            if image.width * image.height > MAX_PIXELS:
                raise LogoRefused(TOO_LARGE)
            clean = image.convert("RGBA")
    except LogoRefused:
        raise
    except Exception as error:
        # Readers stumble over damaged files in countless ways, and none of them is our mistake.
        raise LogoRefused(UNREADABLE) from error
    clean.thumbnail(ROOM)
    with BytesIO() as file:
        clean.save(file, "WEBP", quality=85, exif=b"", icc_profile=b"", xmp=b"")
        return Logo(file.getvalue(), clean.width, clean.height)
