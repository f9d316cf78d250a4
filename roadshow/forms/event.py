"""The forms with which staff plan an event, and fill in what is of the roadshow."""

from __future__ import annotations

from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import URLValidator

from agenda.forms.session import FIELDS, SessionForm
from agenda.models import Audience
from initiatives.models import Initiative, Status
from initiatives.pictures import PhotoRefused, clean_jpeg
from places.fields import MunicipalityField
from roadshow.models import Inspired, RoadshowEvent, ShownPractice

# What the roadshow fills in itself; an event is for everybody.
OWN = {"kind", "is_closed"}
HOST = ("host", "occasion", "host_name", "host_email")


class HostField(MunicipalityField):
    """The municipality that an event takes place with."""

    def __init__(self, **kwargs) -> None:
        super().__init__(label="Gastgemeente", help_text="Typ de naam of de postcode.", **kwargs)


class WebAddressField(forms.URLField):
    """An address on the web, and nothing else that a link can do."""

    default_validators = [URLValidator(["http", "https"])]
    default_error_messages = {"invalid": "Dit is geen webadres. Begin met https://"}


class PlanForm(SessionForm):
    """A new event: its session, and with whom it is."""

    host = HostField()
    occasion = RoadshowEvent._meta.get_field("occasion").formfield(label="Naar aanleiding van")
    host_name = RoadshowEvent._meta.get_field("host_name").formfield(label="Contact daar")
    host_email = RoadshowEvent._meta.get_field("host_email").formfield(
        label="E-mailadres van dat contact",
        help_text="Komt niet op de site. We mailen als een praktijk wegvalt, en met de ideeën.",
    )

    class Meta(SessionForm.Meta):
        fields = [name for name in FIELDS if name not in OWN]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("audiences", [Audience.CITIZENS])
        self.order_fields(["title", *HOST, *FIELDS, "trainers"])

    def of_host(self) -> dict:
        """What planning.plan() takes besides the session."""
        return {name: self.cleaned_data[name] for name in HOST}


class DetailsForm(forms.ModelForm):
    """What is of the roadshow, of an event that was planned."""

    host = HostField()
    film_link = WebAddressField(
        label="Adres van de film", max_length=500, required=False, assume_scheme="https"
    )

    class Meta:
        model = RoadshowEvent
        fields = [
            *("host", "occasion", "host_name", "host_email", "lead", "report"),
            *("film_title", "film_link", "film_still", "film_still_alt"),
            *("people_reached", "is_example"),
        ]

    def clean_film_still(self) -> object:
        """The still drawn anew, without what a file may carry along; '' where it was taken off."""
        still = self.cleaned_data["film_still"]
        if "film_still" not in self.changed_data:
            return still
        if not still:
            return ""
        try:
            return ContentFile(clean_jpeg(still), name="film.jpg")
        except PhotoRefused as error:
            raise ValidationError(str(error)) from error

    def clean(self) -> dict:
        answers = super().clean()
        if answers.get("film_link") and not answers.get("film_title"):
            self.add_error("film_title", "Geef de film een titel.")
        if answers.get("film_still") and not answers.get("film_still_alt"):
            self.add_error("film_still_alt", "Schrijf wat op het beeld te zien is.")
        return answers

    def changes(self) -> dict:
        """What planning.change() takes."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class PracticeField(forms.CharField):
    """An initiative, by the address of its page on the site or the last part of that."""

    def prepare_value(self, value: object) -> object:
        """The address of an initiative of which the number is known."""
        if isinstance(value, int):
            return Initiative.objects.filter(pk=value).values_list("slug", flat=True).first()
        return value

    def clean(self, value: object) -> Initiative:
        """The initiative at that address. Raises ValidationError."""
        text = super().clean(value)
        slug = urlsplit(text).path.strip("/").rpartition("/")[2]
        found = Initiative.objects.filter(slug=slug).first() if slug else None
        if found is None:
            raise ValidationError("Dit adres is er niet. Plak het adres van de pagina.")
        return found

    def has_changed(self, initial: object, data: object) -> bool:
        """Whether another one was filled in."""
        return self.prepare_value(initial) != (data or None)


class _WithPractice(forms.ModelForm):
    initiative = PracticeField(
        label="Adres van de praktijk", max_length=300, help_text="Plak het adres van de pagina."
    )

    def clean_initiative(self) -> Initiative:
        """One that is on the site, or that stood here already."""
        found = self.cleaned_data["initiative"]
        is_new = found.pk != self.instance.initiative_id
        if is_new and found.status != Status.PUBLISHED:
            raise ValidationError("Deze praktijk staat niet op de site. Kies een andere.")
        return found


class PracticeForm(_WithPractice):
    """A practice that is shown, and who tells of it."""

    class Meta:
        model = ShownPractice
        fields = ["position", "initiative", "teller"]


class InspiredForm(_WithPractice):
    """An initiative that was born of an event."""

    class Meta:
        model = Inspired
        fields = ["initiative"]
