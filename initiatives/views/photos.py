"""Serving photos, to whoever may see them and to nobody else."""

from __future__ import annotations

import posixpath
from uuid import UUID

from django.conf import settings
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from initiatives.links import Purpose, read_token
from initiatives.models import Photo, Status
from visitors.links import LinkError

CONTENT_TYPES = {".jpg": "image/jpeg", ".avif": "image/avif", ".webp": "image/webp"}
# May be kept, but is asked for each time: what is taken off the site is gone at once.
PUBLIC = {"Cache-Control": "public, no-cache"}
PRIVATE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


@require_safe
def photo(request: HttpRequest, photo_id: UUID, name: str) -> HttpResponse:
    """A photo of what is published, for everybody; any photo for staff. `name`: foto.jpg or a
    size, 800w.avif."""
    photos = Photo.objects.filter(pk=photo_id)
    shown = photos.filter(versions__live_for__status=Status.PUBLISHED).first()
    if shown:
        return picture_response(request, shown, name, PUBLIC)
    if not _is_staff(request):
        raise Http404
    return picture_response(request, get_object_or_404(photos), name, PRIVATE)


@require_safe
def my_photo(request: HttpRequest, token: str, photo_id: UUID, name: str) -> HttpResponse:
    """Any photo of the initiative that the link opens."""
    try:
        initiative = read_token(token, Purpose.MANAGE)
    except LinkError as error:
        raise Http404 from error
    return picture_response(
        request, get_object_or_404(initiative.photos, pk=photo_id), name, PRIVATE
    )


def _is_staff(request: HttpRequest) -> bool:
    # Without the cookie there is nobody to look up: the session stays untouched.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_staff and request.user.has_perm("initiatives.view_initiative")


def picture_response(
    request: HttpRequest, photo: Model, name: str, headers: dict[str, str]
) -> HttpResponse:
    """The file called `name` of `photo`, a row with a `picture`: looked up among its files, never
    made into a path. Raises Http404."""
    paths = [photo.picture.name, *(size.name for size in photo.picture.get_picture_files_list())]
    files = {posixpath.basename(path): path for path in paths}
    if name not in files:
        raise Http404
    try:
        with photo.picture.storage.open(files[name]) as file:
            content = file.read()
    except FileNotFoundError as error:
        raise Http404 from error
    etag = quote_etag(f"{photo.pk.hex}-{name}")
    response = HttpResponse(
        content,
        headers={
            "Content-Type": CONTENT_TYPES[posixpath.splitext(name)[1]],
            "Content-Disposition": f'inline; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
            "ETag": etag,
            **headers,
        },
    )
    return get_conditional_response(request, etag=etag, response=response)
