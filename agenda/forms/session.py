"""The forms with which staff make a session and change it."""

from __future__ import annotations

from django import forms

from agenda.forms.moment import MomentField
from agenda.models import Audience, Session, SessionWay, Trainer, Way
from agenda.scheduling import DETAILS, MOST_SEATS
from places.fields import MunicipalityField
from visitors.forms import polish

MOMENTS = {
    "begins_at": "Begint",
    "ends_at": "Eindigt",
    "opens_at": "Inschrijven kan vanaf (leeg: meteen)",
    "closes_at": "Inschrijven kan tot (leeg: tot het begin)",
}
MAY_BE_EMPTY = {"opens_at", "closes_at"}
SEATS = f"Kies een aantal van 0 tot {MOST_SEATS}."
SEATS_ONLINE = f"Kies een aantal van 1 tot {MOST_SEATS}."
WRONG_NUMBER = ["invalid", "min_value", "max_value"]
FIELDS = [
    *("title", "kind", "summary", "audiences", "begins_at", "ends_at", "way"),
    *("venue", "street", "municipality", "route", "online_link"),
    *("seats_on_site", "seats_online", "most_seats", "opens_at", "closes_at", "is_closed"),
    *Session.QUESTIONS,
]


def _moment_field(name: str) -> MomentField:
    label, required = MOMENTS[name], name not in MAY_BE_EMPTY
    missing = f"Vul in wanneer de sessie {label.lower()}: de dag en het uur."
    return MomentField(label=label, required=required, error_messages={"required": missing})


def _link() -> forms.URLField:
    return forms.URLField(
        label="Link om online deel te nemen",
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text="Alleen deelnemers zien de link. Je mag ze later invullen.",
        error_messages={"invalid": "Deze link klopt niet. Begin met https://"},
    )


def _trainers() -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        label="Begeleiders",
        queryset=Trainer.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class SessionForm(forms.ModelForm):
    """Everything about a session that nobody saw yet, and who leads it."""

    use_required_attribute = False
    audiences = forms.MultipleChoiceField(
        label="Voor wie",
        choices=Audience,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies voor wie de sessie is."},
    )
    municipality = MunicipalityField(label="Gemeente of postcode", required=False)
    online_link = _link()
    trainers = _trainers()

    class Meta:
        model = Session
        fields = FIELDS
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("summary", "route")}
        help_texts = {
            "seats_on_site": "Alleen bij een sessie ter plaatse.",
            "seats_online": "Alleen bij een sessie online.",
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for name in self.fields.keys() & MOMENTS.keys():
            self.fields[name] = _moment_field(name)
        for name in ("seats_on_site", "seats_online"):
            if name in self.fields:
                self.fields[name].max_value = MOST_SEATS
                self.fields[name].error_messages |= dict.fromkeys(WRONG_NUMBER, SEATS)
        for name, field in self.fields.items():
            field.label = field.label[:1].upper() + field.label[1:]
            if name == "title":
                field.error_messages["required"] = "Schrijf een titel."
        if "trainers" in self.fields and self.instance.pk:
            self.initial["trainers"] = list(self.instance.trainers.all())
        self.order_fields(["workshop", *FIELDS, "trainers"])
        polish(self)

    def clean(self) -> dict:
        values = super().clean()
        begins, ends = self._moment("begins_at"), self._moment("ends_at")
        opens, closes = values.get("opens_at"), values.get("closes_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", "Het einde komt na het begin.")
        if begins and closes and closes > begins:
            self.add_error("closes_at", "Inschrijven stopt ten laatste bij het begin.")
        if opens and (last := closes or begins) and opens >= last:
            self.add_error("opens_at", "Inschrijven begint voor het stopt.")
        self._check_seats(values)
        if values.get("most_seats") == 0:
            self.add_error("most_seats", "Kies minstens 1 plaats.")
        return values

    def values(self) -> dict:
        """What scheduling.save_draft() takes, but for the trainers."""
        return {name: self.cleaned_data[name] for name in FIELDS if name in self.cleaned_data}

    def _moment(self, name: str):
        return self.cleaned_data.get(name) if name in self.fields else getattr(self.instance, name)

    def _check_seats(self, values: dict) -> None:
        unfit = {SessionWay.ONLINE: "seats_on_site", SessionWay.ON_SITE: "seats_online"}
        name = unfit.get(values.get("way"))
        if name and values.get(name):
            self.add_error(name, "Dit past niet bij ‘hoe’. Kies 0 plaatsen of een andere manier.")
        for name in ("seats_on_site", "seats_online"):
            if (values.get(name) or 0) > MOST_SEATS:
                self.add_error(name, SEATS)


class DetailsForm(SessionForm):
    """What nobody needs to be told, of a session that is published."""

    municipality = None
    online_link = None
    trainers = None

    class Meta(SessionForm.Meta):
        fields = [name for name in FIELDS if name in DETAILS]


class StepForm(forms.Form):
    """A form for one step with a session."""

    use_required_attribute = False

    def __init__(self, *args, session: Session, **kwargs) -> None:
        initial = {name: getattr(session, name, None) for name in self.base_fields}
        super().__init__(*args, label_suffix="", initial=initial, **kwargs)
        self.session = session
        polish(self)


class NothingForm(StepForm):
    """A step that asks nothing."""


class MoveForm(StepForm):
    """Another moment, or another place."""

    begins_at = _moment_field("begins_at")
    ends_at = _moment_field("ends_at")
    venue = forms.CharField(label="Plaats", max_length=120, required=False)
    street = forms.CharField(label="Straat en nummer", max_length=120, required=False)
    municipality = MunicipalityField(label="Gemeente of postcode", required=False)
    route = forms.CharField(
        label="Hoe je er komt",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    online_link = _link()

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if Way.ON_SITE not in self.session.ways:
            for name in ("venue", "street", "municipality", "route"):
                del self.fields[name]
        if Way.ONLINE not in self.session.ways:
            del self.fields["online_link"]


class OnlineForm(StepForm):
    """From on site to online."""

    online_link = _link()
    seats = forms.IntegerField(
        label="Hoeveel plaatsen online? (leeg: evenveel als nu)",
        required=False,
        min_value=1,
        max_value=MOST_SEATS,
        error_messages=dict.fromkeys(WRONG_NUMBER, SEATS_ONLINE),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seats"] = None


class CapacityForm(StepForm):
    """More or fewer seats."""

    way = forms.ChoiceField(label="Welke plaatsen?", choices=Way, widget=forms.RadioSelect)
    seats = forms.IntegerField(
        label="Hoeveel plaatsen?",
        min_value=0,
        max_value=MOST_SEATS,
        error_messages=dict.fromkeys(["required", *WRONG_NUMBER], SEATS),
    )
    put_back = forms.BooleanField(
        label="Zet wie te veel is terug op de wachtlijst, vooraan",
        required=False,
        help_text="Zonder dit vinkje gaat het niet door als er te veel mensen ingeschreven zijn.",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        ways = self.session.ways
        self.fields["way"].choices = [(way.value, way.label) for way in ways]
        self.initial |= {"way": ways[0].value, "seats": self.session.seats(ways[0])}


class CancelForm(StepForm):
    """Why it is called off."""

    reason = forms.CharField(
        label="Waarom gaat de sessie niet door?",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="De deelnemers lezen dit in hun mail.",
        error_messages={"required": "Schrijf waarom de sessie niet doorgaat."},
    )


class TrainersForm(StepForm):
    """Who leads it."""

    trainers = _trainers()

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial["trainers"] = list(self.session.trainers.all())
