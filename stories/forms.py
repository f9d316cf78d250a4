"""What staff fill in about a story."""

from __future__ import annotations

from django import forms
from django.utils import timezone

from stories.consents import WORDS
from stories.models import Agreement, Helper, Use
from stories.models.agreement import VALID_FOR
from visitors.forms import polish

KEPT = ["teller_name", "helper_name", "helper_role", "email", "uses", "covers_portrait"]
DAY = "Schrijf de dag zo: 31-12-2027."


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(format="%d-%m-%Y", attrs={"size": 10}),
        input_formats=["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"],
        help_text="Bijvoorbeeld: 31-12-2027.",
        error_messages={"required": DAY, "invalid": DAY},
    )


class AgreementForm(forms.Form):
    """What was agreed; `agreement` is what holds now, to begin with."""

    use_required_attribute = False
    teller_name = forms.CharField(
        label="Naam van de verteller",
        max_length=100,
        help_text="Komt nooit op de site.",
        error_messages={"required": "Schrijf de naam van de verteller."},
    )
    helper_name = forms.CharField(
        label="Naam van wie mee akkoord ging", max_length=100, required=False
    )
    helper_role = forms.ChoiceField(
        label="In welke rol?", choices=[("", "Niemand anders"), *Helper.choices], required=False
    )
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        required=False,
        help_text="Van de verteller, of van wie helpt. Daar gaat de link naartoe.",
        error_messages={"invalid": "Dit e-mailadres klopt niet. Bijvoorbeeld: an@voorbeeld.be."},
    )
    uses = forms.MultipleChoiceField(
        label="Waarvoor mag het verhaal gebruikt worden?",
        choices=Use,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één ding waarvoor het mag."},
    )
    covers_portrait = forms.BooleanField(
        label="Het geldt ook voor de foto die er nu bij staat", required=False
    )
    words = forms.CharField(
        label="De woorden waarmee de verteller akkoord ging",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Spraken jullie het anders af? Schrijf het zoals jullie het zeiden.",
        error_messages={"required": "Schrijf waarmee de verteller akkoord ging."},
    )
    valid_from = _day("Geldt vanaf")
    valid_until = _day("Geldt tot en met")

    def __init__(self, *args, agreement: Agreement | None = None, **kwargs) -> None:
        today = timezone.localdate()
        initial = {"words": WORDS, "valid_from": today, "valid_until": today + VALID_FOR}
        if agreement:
            initial |= {name: getattr(agreement, name) for name in KEPT}
        super().__init__(*args, initial=initial, label_suffix="", **kwargs)
        polish(self)

    def clean(self) -> dict:
        answers = super().clean()
        if bool(answers.get("helper_name")) != bool(answers.get("helper_role")):
            self.add_error("helper_role", "Vul naam en rol allebei in, of laat ze allebei leeg.")
        begins, ends = answers.get("valid_from"), answers.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", "Kies een dag na het begin.")
        return answers


class PictureForm(forms.Form):
    """A picture, and what is to be seen on it."""

    use_required_attribute = False
    photo = forms.FileField(
        label="Kies een foto",
        help_text="JPEG, PNG, WebP of HEIC. We halen weg waar en wanneer ze gemaakt is.",
        error_messages={
            "required": "Kies een foto.",
            "empty": "Dit bestand is leeg. Kies een foto.",
        },
    )
    alt = forms.CharField(
        label="Wat is er te zien?",
        max_length=250,
        help_text="Voor wie de foto niet ziet.",
        error_messages={"required": "Schrijf in één zin wat er te zien is."},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)
