"""The five questions to a participant."""

from __future__ import annotations

from crispy_forms.helper import FormHelper
from django import forms

from agenda.models import SCORES, Evaluation
from visitors.forms import polish

NAMES = [("nee", "Nee, zonder mijn naam"), ("ja", "Ja, met mijn naam")]


class EvaluationForm(forms.ModelForm):
    """Three questions with a choice, two to write; the last two may stay empty."""

    use_required_attribute = False
    with_name = forms.ChoiceField(
        label="Mogen wij weten dat dit van jou komt?",
        choices=NAMES,
        initial="nee",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies ja of nee."},
    )

    class Meta:
        model = Evaluation
        fields = [*Evaluation.QUESTIONS, "best", "better"]
        widgets = {name: forms.Textarea(attrs={"rows": 4}) for name in ("best", "better")}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for name in Evaluation.QUESTIONS:
            label = self.fields[name].label
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                choices=SCORES,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": "Kies een antwoord."},
            )
        polish(self)
        self.helper = FormHelper()
        self.helper.form_tag = False

    def answers(self) -> dict:
        """What evaluating.answer() takes."""
        answers = dict(self.cleaned_data)
        return answers | {"with_name": answers["with_name"] == "ja"}
