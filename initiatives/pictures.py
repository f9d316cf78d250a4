"""From whatever people send as a photo to files that hold what is to be seen, and nothing else.

Nothing of what was sent is kept: it is decoded and drawn anew. That removes where a photo was
made, and whatever else a file may carry along.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath

import pillow_heif
from django.core.files.base import ContentFile, File
from pictures.models import PillowPicture
from PIL import Image, ImageCms, ImageOps

pillow_heif.register_heif_opener(thumbnails=False)

FORMATS = ["JPEG", "PNG", "WEBP", "HEIF"]
MAX_BYTES = 12 * 1024 * 1024
MAX_PIXELS = 50_000_000
LONG_SIDE = 1600  # pixels
SHORT_SIDE = 100  # pixels
# Fast enough to wait for on a small server, and small enough for a small data plan.
ENCODING = {"AVIF": {"quality": 60, "speed": 8}, "WEBP": {"quality": 75}}

TOO_HEAVY = "Deze foto is groter dan 12 MB. Maak ze kleiner, of kies een andere foto."
TOO_LARGE = (
    "Deze foto is te groot: ze heeft meer dan 50 megapixel. Maak ze kleiner, of kies een andere."
)
TOO_SMALL = "Deze foto is te klein of te smal. Kies een foto van minstens 100 pixels hoog en breed."
UNREADABLE = (
    "We kunnen dit bestand niet lezen als foto. "
    "Misschien is het stuk, of is het geen foto. Kies een andere: JPEG, PNG, WebP of HEIC."
)


class PhotoRefused(Exception):
    """This can't be a photo on the site; the message says why and what to do, for people."""


class SizedPicture(PillowPicture):
    """One size of a photo, in the same folder as the photo itself: 800w.avif."""

    @property
    def name(self) -> str:
        size = f"{self.width}w.{self.file_type.lower()}"
        return str(PurePosixPath(self.parent_name).with_name(size))

    def save(self, image: Image.Image) -> None:
        with BytesIO() as file:
            picture = self.resize(image).convert("RGB")
            picture.save(file, format=self.file_type, **ENCODING[self.file_type])
            self.storage.save(self.name, ContentFile(file.getvalue()))


def clean_jpeg(upload: File) -> bytes:
    """A JPEG of what `upload` shows: upright, in sRGB, at most 1600 pixels on its long side.

    What `upload` is, its content tells; its name and the browser may say anything. Raises
    PhotoRefused.
    """
    if upload.size > MAX_BYTES:
        raise PhotoRefused(TOO_HEAVY)
    try:
        with Image.open(upload, formats=FORMATS) as image:
            # Only the header is read until now: what is too large is never decoded.
            if image.width * image.height > MAX_PIXELS:
                raise PhotoRefused(TOO_LARGE)
            return _drawn_anew(image)
    except PhotoRefused:
        raise
    except Image.DecompressionBombError as error:
        raise PhotoRefused(TOO_LARGE) from error
    except Exception as error:
        # Readers stumble over damaged files in countless ways, and none of them is our mistake.
        raise PhotoRefused(UNREADABLE) from error


def _drawn_anew(image: Image.Image) -> bytes:
    image = _with_even_tones(image)
    # Before all other work, which goes faster on less; a JPEG even decodes smaller.
    image.thumbnail((LONG_SIDE, LONG_SIDE))
    image = _in_srgb(_on_white(ImageOps.exif_transpose(image)))
    if min(image.size) < SHORT_SIDE:
        raise PhotoRefused(TOO_SMALL)
    # A new image takes over the pixels alone: no place, no date, no comment, no thumbnail.
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    with BytesIO() as file:
        clean.save(file, "JPEG", quality=85, optimize=True, progressive=True)
        return file.getvalue()


def _with_even_tones(image: Image.Image) -> Image.Image:
    """`image` in a mode that can be made smaller smoothly: no palette, 8 bits a colour."""
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda grey: grey / 256).convert("L")
    if image.mode in {"RGB", "RGBA", "L", "LA", "CMYK"}:
        return image
    return image.convert("RGBA")


def _on_white(image: Image.Image) -> Image.Image:
    """`image` with white wherever one could look through it."""
    if not image.has_transparency_data:
        return image
    image = image.convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    paper.info = image.info
    return paper.convert("RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    """`image` in the colours of the web; a profile that makes no sense counts as none."""
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert("RGB")
