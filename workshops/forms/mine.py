"""What people write on the pages behind their link: the goals of a track, a plan."""

from __future__ import annotations

from django import forms

from visitors.forms import polish
from workshops.models import ActionPlan, CoachingTrack, PlanRow
from workshops.models.plan import MOST_ROWS

# So many empty rows wait below what was written.
EMPTY_ROWS = 3


class GoalsForm(forms.ModelForm):
    """The goals, in the municipality's own words."""

    use_required_attribute = False

    class Meta:
        model = CoachingTrack
        fields = ["goals"]
        labels = {"goals": "Wat willen jullie bereiken?"}
        help_texts = {"goals": "Schrijf het in jullie eigen woorden. Je kan dit later veranderen."}
        widgets = {"goals": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        # It may be emptied; 'mag je overslaan' would say that goals don't matter.
        self.fields["goals"].is_asked = True
        polish(self)


class PlanForm(forms.Form):
    """The question, and rows of what, who, and by when. A row that is left empty is none."""

    use_required_attribute = False
    question = forms.CharField(
        label="Wat is jullie vraag?",
        help_text="Waaraan willen jullie werken?",
        max_length=ActionPlan._meta.get_field("question").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf waaraan jullie willen werken."},
    )

    COLUMNS = {
        "what": "Wat doen jullie?",
        "who": "Wie doet dat?",
        "by_when": "Tegen wanneer?",
    }

    def __init__(self, plan: ActionPlan, data=None) -> None:
        super().__init__(data, initial={"question": plan.question}, label_suffix="")
        kept = list(plan.rows.all())
        posted = sum(f"what_{number}" in self.data for number in range(1, MOST_ROWS + 1))
        self.row_count = min(max(len(kept) + EMPTY_ROWS, posted), MOST_ROWS)
        for number in range(1, self.row_count + 1):
            row = kept[number - 1] if number <= len(kept) else PlanRow()
            for name, label in self.COLUMNS.items():
                self.fields[f"{name}_{number}"] = forms.CharField(
                    label=label,
                    required=False,
                    max_length=PlanRow._meta.get_field(name).max_length,
                    initial=getattr(row, name),
                )
                # 'Mag je overslaan' at each of them would be a choir.
                self.fields[f"{name}_{number}"].is_asked = True
        polish(self)

    def clean(self) -> dict:
        answers = super().clean()
        for number in range(1, self.row_count + 1):
            what, *others = [answers.get(f"{name}_{number}") for name in self.COLUMNS]
            if any(others) and not what and f"what_{number}" not in self.errors:
                self.add_error(f"what_{number}", f"Schrijf bij stap {number} wat jullie doen.")
        return answers

    @property
    def row_fields(self) -> list[tuple[int, list[forms.BoundField]]]:
        """The number of each row, with its three fields."""
        return [
            (number, [self[f"{name}_{number}"] for name in self.COLUMNS])
            for number in range(1, self.row_count + 1)
        ]

    @property
    def written_rows(self) -> list[tuple[str, ...]]:
        """What, who and by when of each row that is not empty, of a valid form."""
        rows = [
            tuple(self.cleaned_data[f"{name}_{number}"] for name in self.COLUMNS)
            for number in range(1, self.row_count + 1)
        ]
        return [row for row in rows if row[0]]


class OutcomeForm(forms.Form):
    """What came of the plan."""

    use_required_attribute = False
    outcome = forms.CharField(
        label="Wat is ervan gekomen?",
        help_text="Wat lukte? Wat niet? Wat leerden jullie?",
        max_length=ActionPlan._meta.get_field("outcome").max_length,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Vertel kort wat ervan kwam. Ook als het nog niet lukte."},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)
