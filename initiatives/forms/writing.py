"""What visitors write about an initiative: to its people, or to us."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from initiatives.models import Report
from visitors.forms import OpenForm, SenderField


class MessageForm(OpenForm):
    """A message to the people behind an initiative."""

    name = forms.CharField(
        label="Wat is je naam?",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Schrijf je naam."},
    )
    email = SenderField(help_text="Hierop krijg je antwoord. Het komt nooit op de site.")
    text = forms.CharField(
        label="Wat wil je vragen of vertellen?",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Schrijf je bericht."},
    )

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        # Beside an answer a mail program shows the name, not the address behind it.
        if "@" in name:
            raise ValidationError("Schrijf hier je naam, niet je e-mailadres.")
        return name


class ReportForm(OpenForm):
    """What is not right about an initiative."""

    kind = forms.ChoiceField(
        label="Wat is er aan de hand?",
        choices=Report.Kind,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies wat er aan de hand is."),
    )
    text = forms.CharField(
        label="Vertel er iets meer over",
        help_text="Over welke zin of welke foto gaat het? Wat zou er moeten staan?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Vertel wat er niet klopt."},
    )
    email = SenderField(
        help_text="Dan laten we je weten wat we ermee deden. Daarna wissen we je adres.",
        required=False,
    )
