"""What staff fill in to answer a request."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.utils.datastructures import MultiValueDict

from agenda.forms.moment import MomentField
from agenda.models import SessionWay, Trainer, Way
from places.fields import MunicipalityField
from visitors.forms import polish
from workshops.answering import Offer
from workshops.models import ProposedMoment, Request
from workshops.models.request import MOST_PROPOSED

USUAL_HOURS = 3


class MomentForm(forms.Form):
    """One moment. Left empty, it is no moment."""

    use_required_attribute = False

    begins_at = MomentField(label="Begint", required=False)
    hours = forms.DecimalField(
        label="Hoeveel uren?",
        min_value=0.5,
        max_value=12,
        max_digits=4,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages=dict.fromkeys(
            ["required", "invalid", "min_value", "max_value", "max_digits", "max_decimal_places"],
            "Schrijf een aantal uren van 0,5 tot 12.",
        ),
    )
    way = forms.ChoiceField(label="Hoe?", choices=Way, widget=forms.RadioSelect)
    venue = forms.CharField(
        label="Plaats", max_length=120, required=False, help_text="Alleen ter plaatse."
    )
    street = forms.CharField(label="Straat en nummer", max_length=120, required=False)
    municipality = MunicipalityField(label="Gemeente", required=False)
    online_link = forms.URLField(
        label="Link om online deel te nemen",
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text="Alleen wie zich inschrijft, krijgt ze te zien. Mag ook later.",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        error_messages={"invalid": "Deze link klopt niet. Bijvoorbeeld: https://samen.example/x."},
    )
    trainers = forms.ModelMultipleChoiceField(
        label="Begeleiders",
        queryset=Trainer.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, number: int, **kwargs) -> None:
        """The first may not stay empty."""
        self.title = f"Moment {number}"
        kwargs |= {"prefix": f"moment{number}", "empty_permitted": number > 1}
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)

    def clean(self) -> dict:
        answers = super().clean()
        needed = {"begins_at": "Vul de dag en het uur in.", "trainers": "Kies wie begeleidt."}
        if answers.get("way") == Way.ON_SITE:
            needed |= {"venue": "Vul de plaats in.", "municipality": "Vul de gemeente in."}
        for name, sentence in needed.items():
            if name not in self.errors and not answers.get(name):
                self.add_error(name, sentence)
        return answers

    @property
    def offer(self) -> Offer:
        """The moment of a valid form, not stored yet, and who leads it."""
        answers = self.cleaned_data
        on_site = answers["way"] == Way.ON_SITE
        moment = ProposedMoment(
            begins_at=answers["begins_at"],
            ends_at=answers["begins_at"] + timedelta(hours=float(answers["hours"])),
            way=answers["way"],
            venue=answers["venue"] if on_site else "",
            street=answers["street"] if on_site else "",
            municipality=answers["municipality"] if on_site else None,
            online_link="" if on_site else answers["online_link"],
        )
        return Offer(moment, list(answers["trainers"]))


class MessageForm(forms.Form):
    """What staff write beside the moments."""

    use_required_attribute = False
    message = forms.CharField(
        label="Bericht in de mail",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mag leeg blijven.",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)


class ReasonForm(forms.Form):
    """Why it can't be done."""

    use_required_attribute = False
    reason = forms.CharField(
        label="Waarom kan het niet?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="De aanvrager leest dit. Schrijf ook wat wel kan.",
        error_messages={"required": "Schrijf waarom het niet kan. De aanvrager leest het."},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)


class ProposalForm:
    """Up to three moments and a message, together."""

    def __init__(self, request: Request, data: MultiValueDict | None = None) -> None:
        way = Way.ONLINE if request.way == SessionWay.ONLINE else Way.ON_SITE
        initial = {"hours": USUAL_HOURS, "way": way, "municipality": request.municipality}
        self.moments = [
            MomentForm(data, number=number, initial=initial)
            for number in range(1, MOST_PROPOSED + 1)
        ]
        self.message = MessageForm(data)
        self.problem = ""

    def is_valid(self) -> bool:
        """Whether all that was typed is in order."""
        return all([form.is_valid() for form in [*self.moments, self.message]])

    @property
    def has_trainers(self) -> bool:
        """Whether there is anybody to choose who could lead."""
        return Trainer.objects.exists()

    @property
    def offers(self) -> list[Offer]:
        """The moments that were filled in, of a valid form."""
        return [form.offer for form in self.moments if form.cleaned_data]

    @property
    def wrong_fields(self) -> list[forms.BoundField]:
        """Every field with an error, in order."""
        return [field for form in [*self.moments, self.message] for field in form if field.errors]
