"""The contact of an initiative, and the accounts of staff."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import mark_safe

from initiatives.for_staff import visible_to_staff
from initiatives.models import Contact


@admin.register(Contact)
class ContactAdmin(admin.ModelAdmin):
    """A name or a phone number can be mended. Not the e-mail address: links were sent to it."""

    fields = ["name", "phone", "email", "email_confirmed_at"]
    readonly_fields = ["email", "email_confirmed_at"]
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contact]:
        return Contact.objects.filter(initiative__in=visible_to_staff().values("pk"))

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        # Reached from the page of the initiative; a list of people serves nobody.
        return {}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Contact | None = None) -> bool:
        return False


admin.site.unregister(User)


class NewPasswordForm(AdminPasswordChangeForm):
    """Django's own, but for a warning that it has in English only. Its style sheet knows the id."""

    usable_password_help_text = mark_safe(
        "Laat dit ingeschakeld. Zonder wachtwoord kan je collega zich niet aanmelden."
        '<ul id="id_unusable_warning" class="messagelist"><li class="warning">'
        "Het wachtwoord van nu gaat verloren.</li></ul>"
    )


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Whoever may change accounts can't make themselves or others more than the groups allow."""

    change_password_form = NewPasswordForm
    list_display = ["username", "first_name", "last_name", "email", "is_active"]
    list_filter = ["is_active", "groups"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Wie", {"fields": ["first_name", "last_name", "email"]}),
        ("Toegang", {"fields": ["is_active", "is_staff", "groups"]}),
        ("Wanneer", {"fields": ["last_login", "date_joined"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]
    actions = None

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        # The trail names people of staff; one who leaves is made inactive.
        return False
