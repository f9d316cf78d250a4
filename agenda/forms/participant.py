"""The form for somebody who phones."""

from __future__ import annotations

from django import forms

from agenda import consents
from agenda.forms.session import StepForm
from agenda.models import Way
from places.fields import MunicipalityField
from visitors.forms import AddressField


def _text(label: str, length: int, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=False, **more)


class PhoneForm(StepForm):
    """What staff ask somebody who phones; what registration.register() takes."""

    way = forms.ChoiceField(label="Hoe komt die persoon?", choices=Way, widget=forms.RadioSelect)
    seats = forms.IntegerField(label="Hoeveel plaatsen?", min_value=1, initial=1)
    name = forms.CharField(
        label="Naam", max_length=100, error_messages={"required": "Schrijf de naam."}
    )
    email = AddressField()
    phone = _text("Telefoon", 30)
    organisation = _text("Organisatie", 120)
    municipality = MunicipalityField(label="Gemeente of postcode", required=False)
    access_needs = _text("Wat is nodig om mee te doen?", 600)
    dietary_needs = _text("Wat eet die persoon (niet)?", 300)
    note = _text("Opmerking", 600)
    agreed = forms.BooleanField(
        label=f"Ik las dit voor, en die persoon vindt het goed: ‘{consents.REGISTER}’",
        error_messages={"required": "Vraag het, en vink dan aan. Anders kan het niet."},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        ways = self.session.ways
        self.fields["way"].choices = [(way.value, way.label) for way in ways]
        self.fields["email"].label = "E-mailadres"
        self.initial |= {"way": ways[0].value, "seats": 1}

    def values(self) -> dict:
        """What registration.register() takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "agreed"}
