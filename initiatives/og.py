"""The Open Graph picture of an initiative: what other sites show beside a link to it.

Its photo, or else its title on the weave of its theme. It is made once and kept beside the photo,
or in a folder of the initiative, so that it is forgotten with them.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image, ImageOps

from initiatives.models import Initiative
from initiatives.og_drawing import SIZE, draw_title


def share_picture_url(initiative: Initiative) -> str:
    """The whole address of the picture of a published initiative. Other sites keep a picture for
    long: a new version has a new address."""
    path = reverse("initiatives:share-picture", args=[initiative.slug])
    return f"{settings.SITE_URL}{path}?{initiative.live_version.number}"


def share_picture(initiative: Initiative) -> bytes:
    """The picture of a published initiative: a JPEG of 1200 × 630 pixels."""
    path = _path(initiative)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        content = _made(initiative)
    _keep(path, content)
    # Whoever withdrew it meanwhile and had it erased wants nothing left of it.
    shown = Initiative.objects.published().filter(live_version=initiative.live_version_id)
    if not shown.exists():
        path.unlink(missing_ok=True)
    return content


def forget_drawings(initiative: Initiative) -> None:
    """Delete what was drawn of `initiative`. A picture made of a photo goes with the photo."""
    folder = _folder(initiative)
    for path in folder.glob("*"):
        path.unlink(missing_ok=True)
    if folder.exists():
        folder.rmdir()


def _path(initiative: Initiative) -> Path:
    version = initiative.live_version
    shown = version.cover_photo
    if shown:
        return Path(shown.photo.picture.path).with_name("deelbeeld.jpg")
    return _folder(initiative) / f"{version.number}.jpg"


def _folder(initiative: Initiative) -> Path:
    return Path(default_storage.path(f"deelbeelden/{initiative.uuid}"))


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Somebody else may be reading it: it is there whole, or not at all.
    half = path.with_name(f"{uuid4().hex}.half")
    half.write_bytes(content)
    half.replace(path)


def _made(initiative: Initiative) -> bytes:
    shown = initiative.live_version.cover_photo
    picture = _cropped(Path(shown.photo.picture.path)) if shown else draw_title(initiative)
    with BytesIO() as file:
        picture.save(file, "JPEG", quality=85, optimize=True, progressive=True)
        return file.getvalue()


def _cropped(path: Path) -> Image.Image:
    with Image.open(path) as photo:
        # People are more often in the upper half.
        return ImageOps.fit(photo.convert("RGB"), SIZE, centering=(0.5, 0.35))
