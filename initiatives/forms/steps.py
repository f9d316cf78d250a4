"""The questions of the application form, one form a step. What is asked here is decided in
completeness.py; the forms say it in time, beside the field."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, TextChoices
from django.utils import timezone

from initiatives.models import (
    Crisis,
    CrisisReason,
    CrisisSupport,
    Lasted,
    Meeting,
    Running,
    Version,
    VersionPhoto,
)
from places.fields import MunicipalityField
from visitors.forms import polish

MOST_THEMES = 3
EARLIEST_YEAR = 1900


class VersionForm(forms.ModelForm):
    """A step that writes fields of a version."""

    use_required_attribute = False
    required: dict[str, str] = {}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for name, sentence in self.required.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = sentence
        polish(self)


class ShortForm(VersionForm):
    """Step 1: the initiative in short."""

    required = {
        "title": "Schrijf de naam van het initiatief.",
        "summary": "Vertel in één zin wat jullie doen.",
    }

    class Meta:
        model = Version
        fields = ["title", "summary"]
        labels = {"title": "Hoe heet het initiatief?", "summary": "Wat doen jullie, in één zin?"}
        help_texts = {
            "title": "Heeft het nog geen naam? Bedenk er dan één. Hoogstens 80 tekens.",
            "summary": "Bijvoorbeeld: Een vaas met bloemen gaat van buur tot buur. "
            "Hoogstens 200 tekens.",
        }
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}


class StoryForm(VersionForm):
    """Step 2: the story, and what it takes to do the same."""

    required = {"story": "Schrijf het verhaal van het initiatief."}

    class Meta:
        model = Version
        fields = [
            "story",
            "learned",
            "time_needed",
            "people_needed",
            "needs",
            "costs",
            "support_needed",
        ]
        labels = {
            "story": "Wat gebeurt er precies?",
            "learned": "Wat leerden jullie?",
            "time_needed": "Hoeveel tijd vraagt het?",
            "people_needed": "Hoeveel mensen zijn er nodig?",
            "needs": "Wat heb je nodig om dit te doen?",
            "costs": "Wat kost het?",
            "support_needed": "Welke steun helpt?",
        }
        help_texts = {
            "story": "Vertel het zoals aan een buur. Hoe is het begonnen? Wat doen mensen? "
            "Wat vinden ze ervan? Noem geen mensen die dat niet willen.",
            "learned": "Wat ging goed? Wat zou je nu anders doen? Zo moet een ander het niet "
            "opnieuw uitzoeken.",
            "time_needed": "Bijvoorbeeld: twee uur in de week.",
            "people_needed": "Bijvoorbeeld: drie buren die willen trekken.",
            "needs": "Bijvoorbeeld: een vaas en bloemen.",
            "costs": "Bijvoorbeeld: bijna niets.",
            "support_needed": "Bijvoorbeeld: de gemeente leent een zaal.",
        }
        widgets = {
            "story": forms.Textarea(attrs={"rows": 12}),
            "learned": forms.Textarea(attrs={"rows": 5}),
        }


class CrisisField(forms.ModelChoiceField):
    """Whether it began in a crisis, and in which one: 'Nee' unless somebody says otherwise."""

    # It is answered from the start; 'mag je overslaan' would only raise a question.
    is_asked = True

    def __init__(self) -> None:
        super().__init__(
            Crisis.objects.none(),
            label="Begon dit door een crisis?",
            help_text="Dan stellen we je straks vier vragen meer. Die mag je overslaan.",
            required=False,
            blank=True,
            empty_label="Nee",
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": "Kies ‘Nee’ of een van de andere antwoorden."},
        )

    def label_from_instance(self, crisis: Crisis) -> str:
        return f"Ja: {crisis}"


class WhereForm(VersionForm):
    """Step 3: where, and for whom."""

    required = {
        "meeting": "Kies hoe mensen samenkomen.",
        "themes": "Kies minstens één thema.",
        "target_groups": "Kies minstens één groep.",
        "running": "Kies of het initiatief nog bezig is.",
    }
    municipality = MunicipalityField(
        label="In welke gemeente is het?",
        help_text="Typ de naam of de postcode. Is het alleen online? Dan mag je dit overslaan.",
        required=False,
    )
    # Its own hint says who may skip it; 'mag je overslaan' would tell everybody so.
    municipality.is_asked = True
    meeting = forms.ChoiceField(
        label="Hoe komen mensen samen?", choices=Meeting, widget=forms.RadioSelect
    )
    running = forms.ChoiceField(
        label="Is het initiatief nog bezig?",
        choices=[choice for choice in Running.choices if choice[0] != Running.UNKNOWN],
        widget=forms.RadioSelect,
    )
    start_year = forms.IntegerField(
        label="In welk jaar is het begonnen?",
        help_text="Weet je het niet zeker? Dan is ongeveer ook goed.",
        required=False,
        min_value=EARLIEST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={
            "invalid": "Schrijf het jaar met 4 cijfers. Bijvoorbeeld: 2020.",
            "min_value": "Schrijf het jaar met 4 cijfers. Bijvoorbeeld: 2020.",
        },
    )
    crisis = CrisisField()

    class Meta:
        model = Version
        fields = [
            "meeting",
            "municipality",
            "spot",
            "themes",
            "target_groups",
            "running",
            "start_year",
            "crisis",
        ]
        labels = {
            "spot": "Waar precies?",
            "themes": "Waarover gaat het?",
            "target_groups": "Voor wie is het?",
        }
        help_texts = {
            "spot": "Een wijk, een straat of een gebouw. Dit komt op de site. "
            "Schrijf hier geen huisadres.",
            "themes": f"Je mag er hoogstens {MOST_THEMES} kiezen.",
            "target_groups": "Je mag er meer dan één kiezen.",
        }
        widgets = {
            "themes": forms.CheckboxSelectMultiple,
            "target_groups": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.initiative.entered_by_id:
            # Staff who write down what they heard may leave open whom it is for.
            self.fields["target_groups"].required = False
        # One that went off the site stays a choice for whom it was chosen before.
        crises = Crisis.objects.filter(Q(is_shown=True) | Q(pk=self.instance.crisis_id))
        self.fields["crisis"].queryset = crises
        if not crises.exists():
            del self.fields["crisis"]

    def save(self, commit: bool = True) -> Version:
        if self.instance.crisis is None:
            self.instance.forget_crisis()
        return super().save(commit)

    def clean_themes(self):
        themes = self.cleaned_data["themes"]
        if len(themes) > MOST_THEMES:
            raise ValidationError(f"Kies hoogstens {MOST_THEMES} thema’s.")
        return themes

    def clean_start_year(self) -> int | None:
        year = self.cleaned_data["start_year"]
        if year and year > timezone.localdate().year:
            raise ValidationError("Dat jaar moet nog komen. Schrijf het jaar van het begin.")
        return year

    def clean(self) -> dict:
        answers = super().clean()
        if (
            answers.get("meeting") in {Meeting.ON_SITE, Meeting.BOTH}
            and "municipality" not in self.errors
            and not answers.get("municipality")
        ):
            self.add_error("municipality", "Schrijf in welke gemeente het is.")
        return answers


class SeveralField(forms.MultipleChoiceField):
    """More than one choice, each kept once and in the order of the choices."""

    def __init__(self, choices: type[TextChoices], label: str) -> None:
        super().__init__(
            choices=choices.choices,
            label=label,
            help_text="Je mag er meer dan één kiezen.",
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def clean(self, value: object) -> list[str]:
        chosen = super().clean(value)
        return [name for name, _ in self.choices if name in chosen]


class CrisisForm(VersionForm):
    """A step for what began in a crisis: why, what helped, what it meant, what lasted (report,
    chapter 5.4.1)."""

    crisis_reasons = SeveralField(CrisisReason, "Waarom begonnen jullie?")
    crisis_support = SeveralField(CrisisSupport, "Wat hielp jullie?")
    crisis_lasted = forms.ChoiceField(
        label="Wat bleef ervan?",
        choices=[*Lasted.choices, ("", "Dat weet ik niet")],
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Version
        fields = [
            "crisis_reasons",
            "crisis_reasons_words",
            "crisis_support",
            "crisis_support_words",
            "crisis_meaning",
            "crisis_lasted",
            "crisis_lasted_words",
        ]
        labels = {
            "crisis_reasons_words": "Vertel waarom, in je eigen woorden",
            "crisis_support_words": "Vertel wat hielp, in je eigen woorden",
            "crisis_lasted_words": "Vertel wat bleef, in je eigen woorden",
        }
        help_texts = {
            "crisis_reasons_words": "Bijvoorbeeld: De buurvrouw kon niet meer naar de winkel.",
            "crisis_support_words": "Bijvoorbeeld: De gemeente betaalde het papier.",
            "crisis_meaning": "Bijvoorbeeld: Wie alleen was, kreeg elke week een brief.",
            "crisis_lasted_words": "Bijvoorbeeld: We groeten elkaar nog altijd.",
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": 4})
            for name in (
                *("crisis_reasons_words", "crisis_support_words"),
                *("crisis_meaning", "crisis_lasted_words"),
            )
        }


class CriteriaForm(VersionForm):
    """Step 4: the three selection criteria (report, chapter 3.2) as open questions."""

    required = {
        "bottom_up_answer": "Vertel hoe het begonnen is.",
        "agency_answer": "Vertel wie er mee beslist.",
        "beyond_self_answer": "Vertel wat het met mensen doet.",
    }
    examples = {
        "bottom_up_answer": "Drie buren vonden dat er weinig te doen was voor wie alleen woont. "
        "Ze begonnen met soep op zaterdag. Niemand vroeg het hen.",
        "agency_answer": "Elke maand zitten we samen met wie wil. We kiezen dan samen wat we doen. "
        "De gemeente leent ons een zaal, maar beslist niet mee.",
        "beyond_self_answer": "Mensen die elkaar niet kenden, drinken nu samen koffie. "
        "Wie ziek is, krijgt bezoek van iemand uit de straat.",
    }

    class Meta:
        model = Version
        fields = ["bottom_up_answer", "agency_answer", "beyond_self_answer"]
        widgets = {name: forms.Textarea(attrs={"rows": 6}) for name in fields}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, example in self.examples.items():
            self.fields[name].help_text = f"Een goed antwoord is bijvoorbeeld: ‘{example}’"


class PhotoForm(VersionForm):
    """Step 5: what one photo shows, and whether the people on it agree."""

    required = {
        "alt": "Vertel wat er op deze foto te zien is.",
        "people": "Kies of er mensen te herkennen zijn op deze foto.",
    }
    people = forms.ChoiceField(
        label="Zijn er mensen te herkennen op deze foto?",
        choices=VersionPhoto.People,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = VersionPhoto
        fields = ["alt", "people"]
        labels = {"alt": "Wat is er te zien op deze foto?"}
        help_texts = {
            "alt": "Wie niet goed ziet, laat deze zin voorlezen. "
            "Bijvoorbeeld: Twee buren planten sla in een houten bak."
        }

    def __init__(self, *args, strict: bool, **kwargs) -> None:
        """`strict` asks for both answers; without it, what is there so far may be kept."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = strict
            # Needed before it is sent, if not yet to keep it: 'mag je overslaan' would mislead.
            field.is_asked = True
