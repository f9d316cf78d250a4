"""The forms of who takes part: to register, and to change what was told."""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid4, uuid5

from django import forms

from agenda import consents, wording
from agenda.errors import (
    AgendaError,
    AlreadyRegistered,
    NotEnoughSeats,
    TooFewSeats,
    TooManySeats,
    WayNotOffered,
)
from agenda.models import Registration, Session, Way
from places.fields import MunicipalityField
from visitors.forms import AddressField, page_note, polish, read_note

# Below which field an error of the rules belongs.
FIELDS = {
    TooFewSeats: "seats",
    TooManySeats: "seats",
    NotEnoughSeats: "seats",
    WayNotOffered: "way",
    AlreadyRegistered: "email",
}
NEEDS = ("access_needs", "dietary_needs", "phone", "note")


class AgendaForm(forms.Form):
    """A form that shows what the rules say beside the field that it is about."""

    use_required_attribute = False

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)

    def refuse(self, error: AgendaError) -> None:
        """Show why the step can't be taken; all that was typed stays."""
        name = FIELDS.get(type(error))
        self.add_error(name if name in self.fields else None, str(error))


class SeatsField(forms.IntegerField):
    """How many come. How many may, is for the rules to say."""

    default_error_messages = {
        "required": "Schrijf met hoeveel mensen je komt.",
        "invalid": "Schrijf een getal. Bijvoorbeeld: 2.",
    }

    def __init__(self, **kwargs) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 4})
        super().__init__(label="Met hoeveel mensen kom je?", widget=widget, **kwargs)


class DetailsForm(AgendaForm):
    """What somebody tells beside name, address and seats. Shows what was told to whom it is given
    as `initial`."""

    organisation = forms.CharField(
        label="Van welke vereniging of organisatie ben je?",
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    municipality = MunicipalityField(
        label="Uit welke gemeente kom je?",
        help_text="Typ de naam of de postcode.",
        required=False,
    )
    phone = forms.CharField(
        label="Op welk nummer kunnen we je bellen?",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    access_needs = forms.CharField(
        label="Wat heb je nodig om mee te doen?",
        help_text="Bijvoorbeeld: een plek voor een rolstoel, of een tolk.",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    dietary_needs = forms.CharField(
        label="Is er iets dat je niet eet?",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    note = forms.CharField(
        label="Wil je nog iets zeggen?",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    wants_follow_up = forms.BooleanField(
        label="Mail mij ook als er later nog iets over komt.", required=False
    )

    def __init__(self, session: Session, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if Way.ON_SITE not in session.ways:
            del self.fields["dietary_needs"]


class RegistrationForm(DetailsForm):
    """Who comes to a session, how, and with how many."""

    way = forms.ChoiceField(
        label="Hoe doe je mee?",
        choices=Way,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies hoe je meedoet.",
            "invalid_choice": "Kies hoe je meedoet.",
        },
    )
    seats = SeatsField()
    name = forms.CharField(
        label="Wat is je naam?",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Schrijf je naam."},
    )
    email = AddressField(help_text="Daar komt je bevestiging.")
    consent = forms.BooleanField(
        label=consents.REGISTER,
        error_messages={"required": "Kruis dit aan. Anders kunnen we je niet inschrijven."},
    )
    # What makes this form itself, so that it is known when it comes twice.
    page = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ["way", "seats", "name", "email"]

    def __init__(self, session: Session, *args, **kwargs) -> None:
        super().__init__(session, *args, **kwargs)
        self.session = session
        self.initial.setdefault("page", page_note())
        self.fields["seats"].help_text = (
            f"1 tot {session.most_seats}. Zijn er minder plaatsen vrij? "
            "Dan kom je op de wachtlijst."
        )
        if len(session.ways) == 1:
            self.fields["way"].widget = forms.HiddenInput()
            self.initial["way"] = session.ways[0].value
        else:
            self.fields["way"].choices = [(way.value, self._way_label(way)) for way in session.ways]

    @property
    def tells_needs(self) -> bool:
        """Whether something stands in the fields that one may leave shut, right or wrong."""
        names = self.fields.keys() & set(NEEDS)
        return any(self.data.get(name) or name in self.errors for name in names)

    def clean(self) -> dict:
        """With the uuid of the registration: for each form and address its own, since a browser
        goes back to the same form for the next person; and a new one after a hand-over."""
        answers = super().clean()
        if email := answers.get("email", "").lower():
            page = read_note(answers.get("page", ""))
            # Too old or not ours: then it is a form that we don't know yet.
            mark = page.number if page else uuid4()
            uuid = uuid5(NAMESPACE_OID, f"{mark} {self.session.pk} {email}")
            of_another = Registration.objects.filter(uuid=uuid).exclude(email__iexact=email)
            answers["uuid"] = uuid4() if of_another.exists() else uuid
        return answers

    def refuse(self, error: AgendaError) -> None:
        super().refuse(error)
        if isinstance(error, WayNotOffered) and len(self.session.ways) == 1:
            # It went online, or on site, since the page was opened: now they know, next time it is.
            self.data = self.data.copy()
            self.data["way"] = self.session.ways[0].value

    def sent_before(self) -> Registration | None:
        """The registration that this very form made a moment ago, or None."""
        return Registration.objects.filter(uuid=self.cleaned_data["uuid"]).first()

    def _way_label(self, way: Way) -> str:
        words = wording.room_for(self.session, way).words
        return f"{way.label.capitalize()} ({words[0].lower()}{words[1:]})"


class SeatsForm(AgendaForm):
    """Only how many come."""

    seats = SeatsField()


class ColleagueForm(AgendaForm):
    """To whom it is handed over."""

    name = forms.CharField(
        label="Hoe heet je collega?",
        max_length=100,
        error_messages={"required": "Schrijf de naam van je collega."},
    )
    email = AddressField()
    consent = forms.BooleanField(
        label=consents.HAND_OVER,
        error_messages={"required": "Kruis dit aan. Vraag het eerst aan je collega."},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.label = "Wat is het e-mailadres van je collega?"
        email.error_messages["required"] = "Schrijf het e-mailadres van je collega."
        email.widget.attrs["autocomplete"] = "off"
