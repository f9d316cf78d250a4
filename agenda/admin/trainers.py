"""Trainers, and when they are taken by something else than a session."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import QuerySet
from django.http import HttpRequest

from agenda.forms.moment import MomentField
from agenda.models import Trainer, TrainerBooking
from agenda.wording import when


@admin.register(Trainer)
class TrainerAdmin(admin.ModelAdmin):
    list_display = ["name", "organisation", "email"]
    list_filter = ["organisation"]
    search_fields = ["name"]
    fields = ["name", "organisation", "email"]
    actions = None


class BookingForm(forms.ModelForm):
    """A time that a trainer is taken, and for what."""

    use_required_attribute = False
    begins_at = MomentField(label="Van")
    ends_at = MomentField(label="Tot")
    reason = forms.CharField(label="Waarvoor", max_length=100)

    class Meta:
        model = TrainerBooking
        fields = ["trainer", "reason"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            during = self.instance.during
            self.initial |= {"begins_at": during.lower, "ends_at": during.upper}

    def clean(self) -> dict:
        values = super().clean()
        begins, ends = values.get("begins_at"), values.get("ends_at")
        if not (begins and ends and values.get("trainer")):
            return values
        if ends <= begins:
            raise ValidationError("Het einde komt na het begin.")
        self.instance.during = DateTimeTZRange(begins, ends)
        # Two that keep a moment of the same trainer wait for each other here.
        Trainer.objects.select_for_update().get(pk=values["trainer"].pk)
        taken = TrainerBooking.objects.filter(
            trainer=values["trainer"], during__overlap=self.instance.during
        )
        if taken.exclude(pk=self.instance.pk).exists():
            raise ValidationError("Deze begeleider heeft op dat moment al iets anders.")
        return values


@admin.register(TrainerBooking)
class BookingAdmin(admin.ModelAdmin):
    form = BookingForm
    fields = ["trainer", "reason", "begins_at", "ends_at"]
    list_display = ["trainer", "reason", "moment"]
    list_select_related = ["trainer"]
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[TrainerBooking]:
        # Those of a session follow the session.
        return super().get_queryset(request).filter(session=None).order_by("-during")

    @admin.display(description="wanneer", ordering="during")
    def moment(self, booking: TrainerBooking) -> str:
        return f"{when(booking.during.lower)} tot {when(booking.during.upper)}"
