"""That messages went to the people behind initiatives: when, and whether they arrived."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from post_office.models import Email

from initiatives.models import Message
from mail.admin import StatusFilter, moment
from mail.sending import send_again


class StateFilter(StatusFilter):
    """The states of mails, for the messages that they carry."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Message]) -> QuerySet[Message]:
        if not self.value():
            return queryset
        return queryset.filter(mail__in=super().queryset(request, Email.objects.all()))


@admin.register(Message)
class MessageAdmin(admin.ModelAdmin):
    """To read only. What a message says stands in its mail, which staff don't read either."""

    list_display = ["when", "of", "state"]
    list_display_links = None
    list_filter = [StateFilter]
    list_select_related = ["mail"]
    sortable_by = []
    fields = readonly_fields = ["when", "of", "state"]
    show_facets = admin.ShowFacets.NEVER
    actions = ["send_again"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Message]:
        return Message.objects.annotate(title=F("initiative__live_version__title"))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict | None = None
    ) -> HttpResponse:
        return super().changelist_view(request, {"title": "Berichten van bezoekers"})

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup == StateFilter.parameter_name

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Message | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Message | None = None) -> bool:
        return False

    def has_send_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("post_office.change_email")

    @admin.action(description="Opnieuw versturen (wat mislukt is)", permissions=["send"])
    def send_again(self, request: HttpRequest, passed_on: QuerySet[Message]) -> None:
        count = send_again(Email.objects.filter(message_sent__in=passed_on))
        messages.info(
            request, f"In de wachtrij gezet: {count}. Een verstuurd bericht gaat niet nog eens."
        )

    @admin.display(description="wanneer")
    def when(self, message: Message) -> str:
        return moment(message.sent_at)

    @admin.display(description="initiatief")
    def of(self, message: Message) -> str:
        address = reverse("admin:initiatives_initiative_change", args=[message.initiative_id])
        return format_html('<a href="{}">{}</a>', address, message.title)

    @admin.display(description="toestand")
    def state(self, message: Message) -> str:
        return message.state
