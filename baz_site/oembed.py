"""oEmbed (oembed.com): what another site shows where somebody pastes an address of ours.

Only looks up what is public and ours: no address is ever fetched.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from baz_site.municipalities.embedding import HEIGHT, frame_html, frame_title
from initiatives import og
from initiatives.finding.index import current_index
from initiatives.og_drawing import SIZE
from initiatives.reading import published_at

WIDTH = 600  # px, where there is room
NO_LIMIT = 10**9
# XML has no way to write these.
UNWRITABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Room(NamedTuple):
    """How much the other site has, in px."""

    width: int
    height: int


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """The answer for ?url=, in the format= and within the maxwidth= and maxheight= of the query.
    Any site may ask it from a script."""
    response = _answer(request)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    form = request.GET.get("format") or "json"
    if form not in {"json", "xml"}:
        return _refusal(501, "Dit formaat kennen we niet. Vraag format=json of format=xml.")
    try:
        room = Room(*(_limit(request.GET.get(name, "")) for name in ("maxwidth", "maxheight")))
    except ValueError:
        return _refusal(400, "maxwidth en maxheight zijn gehele getallen, 1 of meer.")
    data = _described(request.GET.get("url", ""), room)
    if data is None:
        return _refusal(
            404, "Zet in url= het hele adres van een gemeente of een initiatief op deze site."
        )
    data = {
        "version": "1.0",
        **data,
        "author_name": "BurgersAanZet",
        "author_url": settings.SITE_URL,
        "provider_name": "BurgersAanZet",
        "provider_url": settings.SITE_URL,
    }
    return JsonResponse(data) if form == "json" else _as_xml(data)


def _limit(text: str) -> int:
    """A number of px; where nothing is asked, more than there is. Raises ValueError for anything
    but a number from 1 on."""
    if not text:
        return NO_LIMIT
    # Nine digits are more than there is too.
    if not text.isdecimal() or not int(text[:9]):
        raise ValueError(text)
    return int(text[:9])


def _described(url: str, room: Room) -> dict | None:
    """What we have at an address, or None where that is nothing."""
    if not url.startswith(f"{settings.SITE_URL}/"):
        return None
    path = re.split("[?#]", url.removeprefix(settings.SITE_URL))[0]
    try:
        match = resolve(path)
    except Resolver404:
        return None
    describe = {"municipality": _municipality, "initiatives:detail": _initiative}
    view = describe.get(match.view_name)
    return view(match.kwargs["slug"], room) if view else None


def _municipality(slug: str, room: Room) -> dict | None:
    place = current_index().places.get(slug)
    if place is None:
        return None
    width, height = min(WIDTH, room.width), min(HEIGHT, room.height)
    return {
        "type": "rich",
        "title": frame_title(place),
        "html": frame_html(place, width=width, height=height),
        "width": width,
        "height": height,
    }


def _initiative(slug: str, room: Room) -> dict | None:
    initiative = published_at(slug, current_index())
    if initiative is None:
        return None
    data = {"type": "link", "title": initiative.live_version.title}
    width, height = SIZE
    if width <= room.width and height <= room.height:
        data |= {
            "thumbnail_url": og.share_picture_url(initiative),
            "thumbnail_width": width,
            "thumbnail_height": height,
        }
    return data


def _as_xml(data: dict) -> HttpResponse:
    root = Element("oembed")
    for name, value in data.items():
        SubElement(root, name).text = UNWRITABLE.sub("", str(value))
    text = tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(text, content_type="text/xml; charset=utf-8")


def _refusal(status: int, sentence: str) -> HttpResponse:
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
