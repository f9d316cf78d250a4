"""Pages and partners, in Django admin."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from pages.forms import PageForm, PartnerForm, RichForm
from pages.models import Page, Partner, Telling, clean_html
from pages.writing import ChangedMeanwhile, save_page

MOST_NAMED = 5  # links that could not stay


class RichAdmin(admin.ModelAdmin):
    """Says which links of a text did not stay."""

    actions = None
    show_facets = admin.ShowFacets.NEVER

    def save_model(self, request: HttpRequest, obj, form: RichForm, change: bool) -> None:
        if form.lost:
            addresses = ", ".join(address[:80] for address in form.lost[:MOST_NAMED])
            messages.warning(
                request,
                f"Dit kan geen link zijn en is weg: {addresses}. Een link begint met https:// "
                "of mailto:, of met / als hij op deze site blijft.",
            )
        self.write(request, obj, form)

    def write(self, request: HttpRequest, obj, form: RichForm) -> None:
        """Put `obj` into the database."""
        obj.save()


@admin.register(Page)
class PageAdmin(RichAdmin):
    """What a page says is written here; each telling of it stays to be read and put back."""

    form = PageForm
    change_form_template = "admin/pages/page/change_form.html"
    fields = ["title", "slug", "lead", "body", "is_shown", "position"]
    list_display = ["title", "address", "is_shown", "position"]
    list_filter = ["is_shown"]
    search_fields = ["title", "lead", "body"]

    @admin.display(description="adres")
    def address(self, page: Page) -> str:
        return page.get_absolute_url()

    def view_on_site(self, page: Page) -> str | None:
        """Where everybody reads it; nowhere while it is a draft."""
        return page.get_absolute_url() if page.is_shown else None

    def get_readonly_fields(self, request: HttpRequest, obj: Page | None = None) -> list[str]:
        # The site itself leads to these: they keep their address and can't be hidden.
        return ["slug", "is_shown", "position"] if obj and obj.is_always_shown else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Page | None = None) -> dict:
        # A page that is there keeps its address when it gets another title.
        return {} if obj else {"slug": ["title"]}

    def has_delete_permission(self, request: HttpRequest, obj: Page | None = None) -> bool:
        if obj and obj.is_always_shown:
            return False
        return super().has_delete_permission(request, obj)

    def write(self, request: HttpRequest, obj: Page, form: PageForm) -> None:
        save_page(page=obj, revision=form.read_revision, staff=request.user)

    def get_urls(self) -> list[URLPattern]:
        ours = [
            ("voorbeeld/", preview, "preview"),
            ("<int:pk>/vroeger/<int:revision>/", telling, "telling"),
            ("<int:pk>/vroeger/<int:revision>/terug/", put_back, "put_back"),
        ]
        return [
            path(route, self.admin_site.admin_view(view), name=f"pages_page_{name}")
            for route, view, name in ours
        ] + super().get_urls()

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        """Every telling of a page, the newest first."""
        page = self.get_object(request, object_id)
        _require(request, "view_page")
        if page is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = {
            **admin.site.each_context(request),
            "title": f"Vroegere teksten van ‘{page.title}’",
            "page": page,
            "tellings": page.tellings.select_related("saved_by"),
        }
        return render(request, "admin/pages/page/history.html", context)


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """What was typed, as everybody would see it. Nothing is saved."""
    _require(request, "change_page")
    page = Page(
        title=request.POST.get("title", ""),
        lead=request.POST.get("lead", ""),
        body=clean_html(request.POST.get("body", "")),
    )
    return _shown(request, page, "Dit is een voorbeeld. Er is nog niets bewaard.")


@require_safe
def telling(request: HttpRequest, pk: int, revision: int) -> HttpResponse:
    """A page as it was told once."""
    _require(request, "view_page")
    told = get_object_or_404(Telling, page=pk, revision=revision)
    return _shown(request, told, "Dit is een vroegere tekst van deze bladzijde.")


@require_POST
def put_back(request: HttpRequest, pk: int, revision: int) -> HttpResponse:
    """Tell the page again as it was told once; whether it is shown stays as it is."""
    _require(request, "change_page")
    told = get_object_or_404(Telling.objects.select_related("page"), page=pk, revision=revision)
    page = told.page
    page.title, page.lead, page.body = told.title, told.lead, told.body
    read = request.POST.get("revision", "")
    try:
        save_page(page=page, revision=int(read) if read.isdecimal() else -1, staff=request.user)
    except ChangedMeanwhile:
        messages.error(request, "Iemand bewaarde deze bladzijde intussen. Kijk eerst wat er staat.")
        return redirect("admin:pages_page_history", pk)
    messages.success(request, "De vroegere tekst staat er weer.")
    return redirect("admin:pages_page_change", pk)


@admin.register(Partner)
class PartnerAdmin(RichAdmin):
    form = PartnerForm
    fields = [
        *("name", "description", "brings", "website"),
        *("shown_logo", "upload", "without_logo", "is_shown", "position"),
    ]
    readonly_fields = ["shown_logo"]
    list_display = ["name", "is_shown", "position"]

    @admin.display(description="logo nu")
    def shown_logo(self, partner: Partner) -> str:
        if not partner.logo_hash:
            return "Nog geen logo."
        address = reverse("pages:logo", args=[partner.logo_hash])
        return format_html('<img class="logo" src="{}" alt="{}">', address, partner.name)


def _require(request: HttpRequest, right: str) -> None:
    if not request.user.has_perm(f"pages.{right}"):
        raise PermissionDenied


def _shown(request: HttpRequest, page: Page | Telling, notice: str) -> HttpResponse:
    return render(request, "pages/page.html", {"page": page, "notice": notice})
