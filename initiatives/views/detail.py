"""The page of one published initiative, and the picture that other sites show of it."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from initiatives import og
from initiatives.criteria import CRITERIA
from initiatives.finding.index import current_index
from initiatives.models import Assessment, FormerSlug, Status
from initiatives.qr import qr_code
from initiatives.reading import published_at
from initiatives.related import related_to
from initiatives.structured_data import structured_data
from visitors.json_ld import as_script


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One published initiative; an address that it had before leads to the one of today."""
    index = current_index()
    initiative = published_at(slug, index)
    if initiative is None:
        former = get_object_or_404(
            FormerSlug.objects.select_related("initiative"),
            slug=slug,
            initiative__status=Status.PUBLISHED,
        )
        return redirect(former.initiative, permanent=True)
    version = initiative.live_version
    url = settings.SITE_URL + initiative.get_absolute_url()
    picture = og.share_picture_url(initiative)
    data = structured_data(initiative, url=url, picture=picture)
    context = {
        "initiative": initiative,
        "version": version,
        "reasons": reasons(version.assessment),
        "shown_name": initiative.shown_name(version),
        "related": related_to(initiative, index),
        "url": url,
        "qr": qr_code(url),
        "picture": picture,
        "structured_data": as_script(data),
    }
    return render(request, "initiatives/detail.html", context)


@require_safe
def share_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """What other sites show beside a link to a published initiative."""
    initiative = published_at(slug, current_index())
    if initiative is None:
        raise Http404
    etag = quote_etag(f"{initiative.uuid.hex}-{initiative.live_version.number}")
    headers = {
        "Content-Type": "image/jpeg",
        # May be kept, but is asked for each time: what is taken off the site is gone at once.
        "Cache-Control": "public, no-cache",
        "ETag": etag,
        "X-Content-Type-Options": "nosniff",
    }
    response = HttpResponse(og.share_picture(initiative), headers=headers)
    return get_conditional_response(request, etag=etag, response=response)


def reasons(assessment: Assessment) -> list[dict[str, str]]:
    """Why it is a citizen initiative: what staff wrote of each criterion, under its plain name."""
    return [
        {"title": CRITERIA[judgement.criterion].public_name, "text": judgement.reason}
        for judgement in assessment.judgements
    ]
