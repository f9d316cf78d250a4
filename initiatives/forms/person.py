"""Who somebody is: the step with name and consent."""

from __future__ import annotations

from django import forms

from initiatives.consents import TEXTS
from initiatives.models import Consent
from visitors.forms import AddressField, polish


class PersonForm(forms.Form):
    """Step 6: who you are, and what may be shown."""

    use_required_attribute = False

    name = forms.CharField(
        label="Wat is je naam?",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Schrijf je naam."},
    )
    email = AddressField(
        help_text="Dit komt nooit op de site. Wij sturen je een mail om te bevestigen."
    )
    phone = forms.CharField(
        label="Wat is je telefoonnummer?",
        help_text="Handig als wij iets willen vragen. Dit komt nooit op de site.",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    website = forms.URLField(
        label="Heeft het initiatief een website?",
        help_text="Dit adres komt op de site.",
        max_length=300,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "url"}),
        error_messages={
            "invalid": "Dit adres klopt niet. Bijvoorbeeld: www.onzebuurt.be.",
        },
    )
    show_name = forms.BooleanField(label=TEXTS[Consent.Kind.NAME], required=False)
    contact_name = forms.CharField(
        label="Welke naam mag er dan staan?",
        help_text="Bijvoorbeeld alleen je voornaam. Laat je dit leeg? Dan tonen we je hele naam.",
        max_length=100,
        required=False,
    )
    welcomes_contact = forms.BooleanField(label=TEXTS[Consent.Kind.CONTACT], required=False)
    terms = forms.BooleanField(
        label=TEXTS[Consent.Kind.TERMS],
        error_messages={"required": "Kruis dit aan. Zonder jouw toestemming mogen we niets tonen."},
    )

    def __init__(self, *args, email_is_confirmed: bool = False, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        if email_is_confirmed:
            del self.fields["email"]
        polish(self)
