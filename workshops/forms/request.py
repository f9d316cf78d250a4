"""The questions to whoever asks for a workshop, coaching or an inspiration event, on one page."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.utils import timezone

from agenda.models import Audience, SessionWay
from places.fields import MunicipalityField
from visitors.forms import AddressField, polish
from workshops import consents
from workshops.models import PreferredMoment, Request, Workshop
from workshops.models.request import LARGEST_GROUP
from workshops.requesting import FEWEST_PREFERRED

COACHING = "coaching"
MOST_PREFERRED = 3
AUDIENCES = [
    (Audience.LOCAL_GOVERNMENTS, "een gemeente, OCMW of ander lokaal bestuur"),
    (Audience.ASSOCIATIONS, "een vereniging"),
    (Audience.WELFARE, "een welzijnsorganisatie"),
]
EVENT_AUDIENCES = [*AUDIENCES[:2], (Audience.CITIZENS, "mezelf, als burger")]
NEEDED_OF_ORGANISATIONS = ["organisation", "role"]
WAYS = [
    (SessionWay.ON_SITE, "bij ons ter plaatse"),
    (SessionWay.ONLINE, "online"),
    (SessionWay.BOTH, "dat maakt niet uit"),
]
# The order in which it is asked; errors are named in the same order.
MOMENTS = [
    *("group_size", "way"),
    *(f"{part}_{n}" for n in range(1, MOST_PREFERRED + 1) for part in ("day", "part")),
]
LAST = ["name", "email", "phone", "consent"]
NUMBER = f"Schrijf een getal van 1 tot {LARGEST_GROUP}."


def _text(label: str, sentence: str, longest: int, **more) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=longest, error_messages={"required": sentence}, **more
    )


class AskForm(forms.Form):
    """What everybody who asks something is asked: what, for whom, when, and who asks it."""

    use_required_attribute = False
    # What is asked, and for whom, in order; each form says it.
    FIRST: list[str]

    question = _text(
        "Wat is jullie vraag?",
        "Vertel wat jullie willen weten of leren.",
        Request._meta.get_field("question").max_length,
        help_text="Schrijf het zoals je het aan een collega zegt. Bijvoorbeeld: Burgers willen "
        "een buurtmoestuin. Wat doen wij, en wat doen wij beter niet?",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    audience = forms.ChoiceField(
        label="Voor wie vraag je het?",
        choices=AUDIENCES,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies voor wie je het vraagt."},
    )
    municipality = MunicipalityField(
        label="In welke gemeente?", help_text="Typ de naam of de postcode."
    )
    organisation = _text(
        "Welke dienst of organisatie?",
        "Schrijf je dienst of je organisatie.",
        120,
        help_text="Bijvoorbeeld: dienst Welzijn.",
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    role = _text(
        "Wat doe je daar?",
        "Schrijf wat je daar doet.",
        100,
        help_text="Bijvoorbeeld: diensthoofd, vrijwilliger.",
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    group_size = forms.IntegerField(
        label="Hoeveel mensen doen mee?",
        help_text="Ongeveer is ook goed.",
        min_value=1,
        max_value=LARGEST_GROUP,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        error_messages=dict.fromkeys(["required", "invalid", "min_value", "max_value"], NUMBER),
    )
    way = forms.ChoiceField(
        label="Hoe komen we samen?",
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe we samenkomen."},
    )
    name = _text(
        "Wat is je naam?",
        "Schrijf je naam.",
        100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = AddressField(help_text="Hier sturen we ons antwoord naartoe.")
    phone = forms.CharField(
        label="Wat is je telefoonnummer?",
        help_text="Handig als wij iets willen vragen.",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    consent = forms.BooleanField(
        label=consents.REQUEST,
        error_messages={
            "required": "Kruis dit aan. Zonder jouw toestemming kunnen we niet antwoorden."
        },
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for number in range(1, MOST_PREFERRED + 1):
            self._add_moment(number, required=number <= FEWEST_PREFERRED)
        self.order_fields([*self.FIRST, *MOMENTS, *LAST])
        polish(self)

    def _add_moment(self, number: int, *, required: bool) -> None:
        tomorrow = timezone.localdate() + timedelta(days=1)
        self.fields[f"day_{number}"] = forms.DateField(
            label=f"Dag {number}",
            required=required,
            input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"],
            widget=forms.DateInput(
                format="%Y-%m-%d", attrs={"type": "date", "min": tomorrow.isoformat(), "size": 12}
            ),
            error_messages={
                "required": f"Kies dag {number}.",
                "invalid": f"Dag {number} klopt niet. Bijvoorbeeld: 17/03/2027.",
            },
        )
        self.fields[f"part_{number}"] = forms.ChoiceField(
            label=f"Wanneer op dag {number}?",
            required=required,
            choices=[("", "Kies"), *PreferredMoment.Part.choices],
            error_messages={"required": f"Kies een deel van dag {number}."},
        )

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """What is asked, and for whom."""
        return [self[name] for name in self.FIRST]

    @property
    def moment_fields(self) -> list[forms.BoundField]:
        """How many people, how, and when."""
        return [self[name] for name in MOMENTS]

    @property
    def last_fields(self) -> list[forms.BoundField]:
        """Who asks."""
        return [self[name] for name in LAST]

    def clean(self) -> dict:
        answers = super().clean()
        today, seen = timezone.localdate(), set()
        for number in range(1, MOST_PREFERRED + 1):
            day, part = answers.get(f"day_{number}"), answers.get(f"part_{number}")
            if day and day <= today:
                self.add_error(f"day_{number}", f"Dag {number} is voorbij. Kies een latere dag.")
            elif day and not _within_reach(day, today):
                self.add_error(f"day_{number}", f"Dag {number} is te ver weg. Kies binnen 2 jaar.")
            elif day and part:
                if (day, part) in seen:
                    self.add_error(f"day_{number}", "Dit koos je al. Kies een ander moment.")
                seen.add((day, part))
            elif day and f"part_{number}" not in self.errors:
                self.add_error(f"part_{number}", f"Kies een deel van dag {number}.")
            elif part and f"day_{number}" not in self.errors:
                self.add_error(f"day_{number}", f"Kies dag {number}.")
        return answers

    @property
    def asked(self) -> dict:
        """What requesting.ask takes, of a valid form; each form adds what is asked for."""
        answers = self.cleaned_data
        names = ["question", "audience", "municipality", "organisation", "role", "group_size"]
        days = [(answers[f"day_{n}"], answers[f"part_{n}"]) for n in range(1, MOST_PREFERRED + 1)]
        return {
            **{name: answers[name] for name in [*names, "way", "name", "email", "phone"]},
            "preferred": [(day, part) for day, part in days if day],
        }


class RequestForm(AskForm):
    """A workshop, or coaching."""

    FIRST = ["what", "question", "audience", "municipality", "organisation", "role"]
    what = forms.ChoiceField(
        label="Wat vraag je aan?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat je aanvraagt."},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.workshops = {
            workshop.slug: workshop
            for workshop in Workshop.objects.shown().filter(can_be_requested=True)
        }
        titles = [(slug, workshop.title) for slug, workshop in self.workshops.items()]
        self.fields["what"].choices = [*titles, (COACHING, "Coaching voor een lokaal bestuur")]

    @property
    def asked(self) -> dict:
        """What requesting.ask takes, of a valid form."""
        workshop = self.workshops.get(self.cleaned_data["what"])
        kind = Request.Kind.WORKSHOP if workshop else Request.Kind.COACHING
        return {**super().asked, "kind": kind, "workshop": workshop}


class EventForm(AskForm):
    """An inspiration event: a citizen with a place may ask for one too."""

    FIRST = [
        *("question", "occasion", "audience", "municipality"),
        *("place_offered", "organisation", "role"),
    ]
    occasion = forms.CharField(
        label="Is er een aanleiding?",
        help_text="Bijvoorbeeld: de opening van een buurthuis.",
        max_length=200,
        required=False,
    )
    place_offered = forms.CharField(
        label="Heb je een plaats?",
        help_text="Bijvoorbeeld: een zaal voor 40 mensen. Heb je er geen? Dan zoeken we samen.",
        max_length=200,
        required=False,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        fields = self.fields
        fields["question"].label = "Wat wil je met een inspiratiemoment?"
        fields["question"].error_messages["required"] = "Vertel wat je met het moment wil."
        fields["question"].help_text = (
            "Bijvoorbeeld: we willen tonen wat buren al voor elkaar doen. "
            "En we hopen dat anderen ook beginnen."
        )
        fields["audience"].choices = EVENT_AUDIENCES
        fields["group_size"].label = "Hoeveel mensen verwacht je?"
        for name in NEEDED_OF_ORGANISATIONS:
            fields[name].required = False
            fields[name].help_text += " Vraag je het als burger? Laat dit dan leeg."

    def clean(self) -> dict:
        answers = super().clean()
        if answers.get("audience") not in {None, Audience.CITIZENS}:
            for name in NEEDED_OF_ORGANISATIONS:
                if not answers.get(name) and name not in self.errors:
                    self.add_error(name, self.fields[name].error_messages["required"])
        return answers

    @property
    def asked(self) -> dict:
        """What requesting.ask takes, of a valid form."""
        more = {name: self.cleaned_data[name] for name in ("occasion", "place_offered")}
        return {**super().asked, **more, "kind": Request.Kind.EVENT}


def _within_reach(day: date, today: date) -> bool:
    return day.year <= today.year + 2


class RefuseForm(forms.Form):
    """Why none of the moments fits."""

    use_required_attribute = False
    word = _text(
        "Waarom past er niets?",
        "Vertel kort waarom niets past. Dan zoeken we beter.",
        600,
        help_text="Bijvoorbeeld: dinsdag is bij ons vergaderdag. Een avond past beter.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)


class CallOffForm(forms.Form):
    """Why what was settled can't go on."""

    use_required_attribute = False
    reason = _text(
        "Waarom kan het niet doorgaan?",
        "Schrijf in één zin waarom het niet kan doorgaan.",
        200,
        help_text="Eén zin is genoeg. Iedereen die zich inschreef, leest hem. Noem geen namen.",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)
