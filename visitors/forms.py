"""The fields and plain words that every form of the public site shares."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

# People never see this field (templates/components/honeypot.html); programs that fill in everything
# do.
HONEYPOT = "onderwerp"


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


def polish(form: forms.BaseForm) -> None:
    """Make every field say in plain words what is wrong, and let nothing be cut off unseen."""
    for field in form.fields.values():
        # A browser cuts off a pasted text at maxlength without a word. We rather say it.
        longest = field.widget.attrs.pop("maxlength", None)
        if longest:
            field.error_messages["max_length"] = (
                f"Maak dit korter. Er mogen {longest} tekens staan, jij hebt er %(show_value)d."
            )


class AddressForm(forms.Form):
    """Only an e-mail address: to get a link, or to mend a wrong one."""

    use_required_attribute = False
    email = AddressField()

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)
