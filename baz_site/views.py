"""Pages that combine apps, and pages about the site itself."""

from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from agenda.cleaning import DAYS_A_REGISTRATION_IS_KEPT
from audiences.models import Door
from baz_site.home import coming_dates, draw_regions, first_story, regions
from baz_site.style_guide import style_guide_context
from initiatives.cards import newest_cards
from initiatives.cleaning import DAYS_A_DRAFT_IS_KEPT, DAYS_A_REPORT_IS_KEPT
from initiatives.consents import LICENCE
from initiatives.finding.index import current_index
from mail.private import DAYS_KEPT
from pages.reading import page_with_key
from stories.rounds import DAYS_A_LAPSED_STORY_IS_KEPT


def home(request: HttpRequest) -> HttpResponse:
    """The front page: what this is, and the first of everything there is."""
    index = current_index()
    found = regions(index)
    context = {
        "newest": newest_cards(index, 3),
        "regions": found,
        "map": draw_regions(found),
        "dates": coming_dates(),
        "doors": Door.objects.all(),
        **first_story(),
    }
    return render(request, "home.html", context)


def contact(request: HttpRequest) -> HttpResponse:
    """How to reach BurgersAanZet."""
    context = {"page": page_with_key("contact"), "email": settings.CONTACT_EMAIL}
    return render(request, "pages/contact.html", context)


def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of people, for how long, and how to have it erased."""
    context = {
        "page": page_with_key("privacy"),
        "email": settings.CONTACT_EMAIL,
        "draft_days": DAYS_A_DRAFT_IS_KEPT,
        "report_days": DAYS_A_REPORT_IS_KEPT,
        "unsent_days": DAYS_KEPT,
        "licence": LICENCE,
        "registration_days": DAYS_A_REGISTRATION_IS_KEPT,
        "story_days": DAYS_A_LAPSED_STORY_IS_KEPT,
    }
    return render(request, "pages/privacy.html", context)


def accessibility(request: HttpRequest) -> HttpResponse:
    """For whom the site is readable, what was tested, and where to tell what is not."""
    context = {"page": page_with_key("toegankelijkheid"), "email": settings.CONTACT_EMAIL}
    return render(request, "pages/accessibility.html", context)


def robots(request: HttpRequest) -> HttpResponse:
    """What search engines need not visit (RFC 9309), and where all that they may visit is named."""
    context = {"sitemap": settings.SITE_URL + reverse("sitemap-index")}
    return render(request, "robots.txt", context, content_type="text/plain; charset=utf-8")


def style_guide(request: HttpRequest) -> HttpResponse:
    """Every component on one page; for staff only, except in development."""
    view = _style_guide if settings.DEBUG else staff_member_required(_style_guide)
    return view(request)


def _style_guide(request: HttpRequest) -> HttpResponse:
    return render(request, "style_guide.html", style_guide_context())
