"""Who somebody is: the step with name and consent, and the field for an e-mail address."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from initiatives.consents import TEXTS
from initiatives.forms.plain import polish
from initiatives.models import Consent


class AddressField(forms.EmailField):
    """An e-mail address that a mail can go to. On paper more is allowed before the @, such as
    quotes with a comma between them; that would be read as two addresses."""

    default_error_messages = {
        "required": "Schrijf je e-mailadres.",
        "invalid": "Dit e-mailadres klopt niet. Bijvoorbeeld: an@voorbeeld.be.",
    }

    def __init__(self, **kwargs) -> None:
        super().__init__(
            label="Wat is je e-mailadres?",
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
            **kwargs,
        )

    def validate(self, value: str) -> None:
        super().validate(value)
        mailbox = value.rpartition("@")[0]
        if '"' in mailbox or not mailbox.isascii():
            raise ValidationError(self.error_messages["invalid"], code="invalid")


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


class AddressForm(forms.Form):
    """Only an e-mail address: to get a link, or to mend a wrong one."""

    use_required_attribute = False
    email = AddressField()

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)
