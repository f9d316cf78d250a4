"""The fields and plain words that every form of the public site shares."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import timedelta
from email.utils import parseaddr
from typing import NamedTuple

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.crypto import salted_hmac

from visitors.links import LinkError, sign, unsign

# People never see this field (templates/components/honeypot.html); programs that fill in everything
# do.
HONEYPOT = "onderwerp"
# A page that stood open for longer asks to press the button once more.
PAGE_LIFETIME = timedelta(days=2)
PAGE_SALT = "visitors.forms"


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


class SenderField(AddressField):
    """The address of somebody who writes to us or through us. Never one of our own: mailboxes that
    answer by themselves could go on writing to each other."""

    def validate(self, value: str) -> None:
        super().validate(value)
        ours = {parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower(), settings.CONTACT_EMAIL.lower()}
        if value.lower() in ours:
            raise ValidationError(
                "Dit is het adres van BurgersAanZet zelf. Schrijf je eigen e-mailadres."
            )


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


class OpenedPage(NamedTuple):
    """The page that a form stood on: one and no other, and when it was opened."""

    number: str
    opened_at: int  # seconds since 1970


def page_note() -> str:
    """A signed note for a page that is opened now. It comes back with the form that stands there,
    so that a second click is told from a second form."""
    now = str(int(timezone.now().timestamp()))
    return sign([secrets.token_urlsafe(12), now], salt=PAGE_SALT)


def read_note(note: str) -> OpenedPage | None:
    """The page of a signed note, or None for one that is too old or not ours."""
    try:
        number, opened_at = unsign(note, salt=PAGE_SALT, lifetime=PAGE_LIFETIME)
        return OpenedPage(number, int(opened_at))
    except LinkError:
        return None


class OpenForm(forms.Form):
    """A form that everybody may send, without an account or a cookie.

    It carries a signed note of the page that it stood on. So programs are told from people, who
    need some seconds, and a second click is told from a second message. Whoever is stopped reads
    why, keeps what was typed, and may try again.
    """

    use_required_attribute = False
    page = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping | None = None, **kwargs) -> None:
        self.opened_page = None if data is None else read_note(data.get("page", ""))
        fresh = page_note()
        if data is not None and self.opened_page is None:
            data = data.copy()
            data["page"] = fresh
        super().__init__(data, initial={"page": fresh}, label_suffix="", **kwargs)
        polish(self)

    def clean(self) -> dict:
        if self.errors:
            # It stays here anyway; by the time the rest is right, this may be too.
            return self.cleaned_data
        if self.data.get(HONEYPOT):
            raise ValidationError(
                "Er stond iets in een vak dat leeg moet blijven. Verstuur nog eens."
            )
        if self.opened_page is None:
            raise ValidationError(
                "Deze bladzijde stond lang open. Kijk alles na en verstuur nog eens."
            )
        if timezone.now().timestamp() - self.opened_page.opened_at < settings.FASTEST_MESSAGE:
            raise ValidationError("Dat ging heel snel. Kijk alles na en verstuur nog eens.")
        return self.cleaned_data

    @property
    def answers(self) -> dict[str, object]:
        """What was answered, by the name of the field. Only of a valid form."""
        return {name: self.cleaned_data[name] for name in self.fields if name != "page"}

    @property
    def key(self) -> str:
        """The same for the same answers sent from the same page, and for nothing else. No answer
        can be read back from it. Only of a valid form."""
        told = json.dumps([self.opened_page.number, self.answers], default=str)
        return salted_hmac(PAGE_SALT, told, algorithm="sha256").hexdigest()
