"""The pages of municipalities, and the one that stands in a frame on another site."""

from __future__ import annotations

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import get_text_list
from django.views.decorators.clickjacking import xframe_options_exempt

from baz_site.municipalities.embedding import frame_html, frame_title
from baz_site.municipalities.life import Life, life_in, newest_in
from baz_site.municipalities.overview import regions
from baz_site.municipalities.structured_data import structured_data
from initiatives.finding.index import current_index
from initiatives.map import initiatives
from initiatives.small_maps import draw_place, province_in_words, where_in_words
from places.models import Municipality
from roadshow.elsewhere import in_municipality
from visitors.json_ld import as_script

LONGEST = 100  # characters of what is looked for; the longest name has 28


def overview(request: HttpRequest) -> HttpResponse:
    """All municipalities. Whoever looks for one by postcode or name gets its page, or a choice
    where several share that, or a sentence where there is none."""
    asked = " ".join(request.GET.get("zoek", "").split())[:LONGEST]
    found = list(Municipality.objects.matching(asked)) if asked else []
    if len(found) == 1:
        return redirect("municipality", found[0].slug)
    is_name = asked and not found and not asked.isdecimal()
    context = {
        "asked": asked,
        "found": found,
        "suggestions": Municipality.objects.suggestions(asked) if is_name else [],
        "regions": regions(current_index()),
    }
    return render(request, "municipalities/overview.html", context)


def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """What lives in a municipality; one that merged leads to its successor."""
    index = current_index()
    place = index.places.get(slug)
    if place is None:
        raise Http404
    if place.slug != slug:
        return redirect("municipality", place.slug, permanent=True)
    merged = list(place.predecessors.exclude(name=place.name).values_list("name", flat=True))
    life = life_in(place, index)
    url = settings.SITE_URL + reverse("municipality", args=[slug])
    context = {
        "place": place,
        "merged": get_text_list(merged, "en"),
        "life": life,
        "description": _description(place, life),
        "province": province_in_words(place.province),
        "on_the_road": in_municipality(place),
        "map": draw_place(place),
        "where": where_in_words(place),
        "url": url,
        "frame": frame_html(place),
        "frame_title": frame_title(place),
        "structured_data": as_script(structured_data(place, life, url=url)),
    }
    return render(request, "municipalities/municipality.html", context)


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest initiatives of a municipality, for a frame on any site; no other page of ours may
    be framed elsewhere. An unknown one is no Http404: that is told in the frame too."""
    index = current_index()
    place = index.places.get(slug)
    if place and place.slug != slug:
        return redirect("municipality-embed", place.slug, permanent=True)
    if place is None:
        return render(request, "municipalities/embed.html", status=404)
    context = {
        "place": place,
        "cards": newest_in(place, index),
        "count": index.sizes["gemeente"][slug],
    }
    return render(request, "municipalities/embed.html", context)


def _description(place: Municipality, life: Life) -> str:
    """What a search engine shows below the title."""
    if not life.count:
        return f"Doe jij iets voor je buurt in {place.name}? Vertel erover, dan vinden anderen het."
    return f"Wat doen burgers in {place.name} voor elkaar? {initiatives(life.count)} om te lezen."
