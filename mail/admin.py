"""Staff see what was sent, what waits and what failed, and may send a failed mail again."""

from __future__ import annotations

from datetime import datetime

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from post_office import admin as post_office_admin
from post_office.models import Email, Log

from mail import private
from mail.addresses import hide_addresses
from mail.secret_links import hide_secret_links
from mail.sending import send_again
from mail.states import STATUS_NAMES

# Its own pages are in English and send again on a mere GET.
for model in (Email, Log, post_office_admin.EmailTemplate, post_office_admin.Attachment):
    admin.site.unregister(model)


class StatusFilter(admin.SimpleListFilter):
    title = "toestand"
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [(str(status), name) for status, name in STATUS_NAMES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Email]) -> QuerySet[Email]:
        chosen = [status for status in STATUS_NAMES if str(status) == self.value()]
        return queryset.filter(status__in=chosen) if chosen else queryset


class AttemptInline(admin.TabularInline):
    """What happened at each attempt to send."""

    model = Log
    fields = readonly_fields = ["tried_at", "result", "answer"]
    can_delete = False
    verbose_name = "poging"
    verbose_name_plural = "pogingen"

    def has_view_permission(self, request: HttpRequest, obj: Email | None = None) -> bool:
        # Whoever may read a mail may read what became of it.
        return request.user.has_perm("post_office.view_email")

    def has_add_permission(self, request: HttpRequest, obj: Email | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Email | None = None) -> bool:
        return False

    @admin.display(description="wanneer")
    def tried_at(self, log: Log) -> str:
        return moment(log.date)

    @admin.display(description="resultaat")
    def result(self, log: Log) -> str:
        return STATUS_NAMES.get(log.status, "")

    @admin.display(description="uitleg")
    def answer(self, log: Log) -> str:
        return hide_addresses(log.message)


class MailList(ChangeList):
    """Django's list, with what is private hidden: it also names a mail where it shows no column."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = [private.hide(email) for email in self.result_list]


@admin.register(Email)
class EmailAdmin(admin.ModelAdmin):
    change_form_template = "admin/change_form.html"  # post_office's own links to its resend page
    list_display = ["made_at", "recipients", "subject", "status_name", "tries"]
    list_filter = [StatusFilter]
    search_fields = ["to", "subject"]
    ordering = ["-created"]
    fields = ["made_at", "recipients", "subject", "status_name", "text", "html"]
    readonly_fields = fields
    inlines = [AttemptInline]
    actions = ["send_again"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Email | None = None) -> bool:
        # A mail is a record of what was said; the one change is the action below.
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Email | None = None) -> bool:
        # It goes by itself; admin's own log would keep whom it was to.
        return False

    def get_changelist(self, request: HttpRequest, **kwargs) -> type[ChangeList]:
        return MailList

    def get_object(self, request: HttpRequest, object_id: str, from_field=None) -> Email | None:
        email = super().get_object(request, object_id, from_field)
        return email and private.hide(email)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Email], search_term: str
    ) -> tuple[QuerySet[Email], bool]:
        found, may_be_double = super().get_search_results(request, queryset, search_term)
        if search_term:
            found = private.search(found, queryset, search_term)
        return found, may_be_double

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        # '?message__contains=' would answer what the page hides, letter by letter.
        return lookup == StatusFilter.parameter_name

    def has_send_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("post_office.change_email")

    @admin.action(description="Opnieuw versturen (wat mislukt of onzeker is)", permissions=["send"])
    def send_again(self, request: HttpRequest, emails: QuerySet[Email]) -> None:
        count = send_again(emails)
        messages.info(
            request, f"In de wachtrij gezet: {count}. Een verstuurde mail gaat niet nog eens."
        )

    def get_urls(self) -> list[URLPattern]:
        preview = self.admin_site.admin_view(self.preview)
        return [
            path("<int:pk>/voorbeeld/", preview, name="mail_preview"),
            *super().get_urls(),
        ]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The HTML as the receiver sees it, but for the secret links: no script, no form, nothing
        from elsewhere."""
        email = self.get_object(request, str(pk))
        if email is None or not self.has_view_permission(request, email):
            raise Http404
        policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
        return HttpResponse(
            hide_secret_links(email.html_message),
            headers={"Content-Security-Policy": policy, "Referrer-Policy": "no-referrer"},
        )

    @admin.display(description="gemaakt op", ordering="created")
    def made_at(self, email: Email) -> str:
        return moment(email.created)

    @admin.display(description="aan")
    def recipients(self, email: Email) -> str:
        return ", ".join(email.to)

    @admin.display(description="toestand", ordering="status")
    def status_name(self, email: Email) -> str:
        return STATUS_NAMES.get(email.status, "")

    @admin.display(description="nieuwe pogingen")
    def tries(self, email: Email) -> int:
        return email.number_of_retries or 0

    @admin.display(description="tekst")
    def text(self, email: Email) -> str:
        return format_html('<div class="text">{}</div>', hide_secret_links(email.message))

    @admin.display(description="opgemaakt")
    def html(self, email: Email) -> str:
        return format_html(
            '<a href="{}">Bekijk de mail zoals de ontvanger die ziet</a>',
            reverse("admin:mail_preview", args=[email.pk]),
        )


def moment(at: datetime) -> str:
    """A moment of ours, in words."""
    # Django's page of one object shows the bare value of a method.
    return date_format(timezone.localtime(at), "j F Y, H:i")
