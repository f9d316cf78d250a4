"""What everybody reads of the pages that staff write."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from pages.models import Page, Partner
from pages.reading import page_with_key

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Who BurgersAanZet is, and the way to all that it tells of itself."""
    context = {"page": page_with_key("over"), "others": Page.objects.about()}
    return render(request, "pages/about.html", context)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page; a draft is nowhere to be found."""
    shown = get_object_or_404(Page.objects.about(), slug=slug)
    others = Page.objects.about().exclude(pk=shown.pk)
    return render(request, "pages/page.html", {"page": shown, "others": others})


@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """The organisations in the basket."""
    shown = Partner.objects.filter(is_shown=True).defer("logo")
    return render(request, "pages/partners.html", {"partners": shown})


@require_safe
def logo(request: HttpRequest, logo_hash: str) -> HttpResponse:
    """A logo. Another one has another address, so this one may be kept."""
    partner = Partner.objects.filter(logo_hash=logo_hash).first()
    if partner is None:
        raise Http404
    return HttpResponse(
        bytes(partner.logo), content_type="image/webp", headers={"Cache-Control": FOR_EVER}
    )
