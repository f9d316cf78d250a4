"""The showcase: what citizens do for each other, for everybody to read."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from initiatives.criteria import CRITERIA
from initiatives.finding.index import current_index
from initiatives.finding.query import Query
from initiatives.finding.results import Results
from initiatives.models import Assessment, FormerSlug, Initiative, Status, Version
from initiatives.models.initiative import InitiativeQuerySet

OTHERS_SHOWN = 3


def initiative_list(request: HttpRequest) -> HttpResponse:
    """What is published, narrowed down as the address asks; any address gives a page."""
    index = current_index()
    results = Results(Query.read(request.GET, index), index)
    return render(request, "initiatives/list.html", {"results": results, "query": results.query})


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One published initiative; an address that it had before leads to the one of today."""
    initiative = _published(slug)
    if initiative is None:
        former = get_object_or_404(
            FormerSlug.objects.select_related("initiative"),
            slug=slug,
            initiative__status=Status.PUBLISHED,
        )
        return redirect(former.initiative, permanent=True)
    version = initiative.live_version
    context = {
        "initiative": initiative,
        "version": version,
        "reasons": reasons(version.assessment),
        "shown_name": initiative.shown_name(version),
        "others": _others_like(initiative),
        "site_url": settings.SITE_URL,
    }
    return render(request, "initiatives/detail.html", context)


def reasons(assessment: Assessment) -> list[dict[str, str]]:
    """Why it is a citizen initiative: what staff wrote of each criterion, under its plain name."""
    return [
        {"title": CRITERIA[judgement.criterion].public_name, "text": judgement.reason}
        for judgement in assessment.judgements
    ]


def _published(slug: str) -> Initiative | None:
    initiatives = Initiative.objects.published().for_cards()
    return (
        initiatives.select_related("contact", "live_version__assessment")
        .prefetch_related("live_version__target_groups")
        .filter(slug=slug)
        .first()
    )


def _others_like(initiative: Initiative) -> InitiativeQuerySet:
    """Others to read: first those that share a theme, and of those the newest."""
    themes = initiative.live_version.themes.all()
    alike = Version.objects.filter(pk=OuterRef("live_version"), themes__in=list(themes))
    others = Initiative.objects.published().exclude(pk=initiative.pk).for_cards()
    return others.annotate(is_alike=Exists(alike)).order_by("-is_alike", "-published_at", "-pk")[
        :OTHERS_SHOWN
    ]
