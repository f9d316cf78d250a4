"""The questions of the application form, one form a step. What is asked here is decided in
completeness.py; the forms say it in time, beside the field."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from initiatives.models import Meeting, Running, Version, VersionPhoto
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
