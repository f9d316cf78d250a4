"""The questions of the application form, one form a step. What is asked here is decided in
completeness.py; the forms say it in time, beside the field."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from initiatives.consents import TEXTS
from initiatives.models import Consent, Meeting, Running, Version, VersionPhoto
from places.fields import MunicipalityField

MOST_THEMES = 3
EARLIEST_YEAR = 1900


def polish(form: forms.BaseForm) -> None:
    """Make every field say in plain words what is wrong, and let nothing be cut off unseen."""
    for field in form.fields.values():
        # A browser cuts off a pasted text at maxlength without a word. We rather say it.
        longest = field.widget.attrs.pop("maxlength", None)
        field.error_messages["null_characters_not_allowed"] = (
            "Er stond een onzichtbaar teken in je tekst. Wij haalden het weg. Kijk je tekst na."
        )
        if longest:
            field.error_messages["max_length"] = (
                f"Maak dit korter. Er mogen {longest} tekens staan, jij hebt er %(show_value)d."
            )


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
