"""The form in which staff settle a report."""

from __future__ import annotations

from django import forms

from initiatives.models import Report
from visitors.forms import polish


class SettleForm(forms.Form):
    """What was done, and what the reporter reads about it where there is an address."""

    use_required_attribute = False

    outcome = forms.ChoiceField(
        label="Wat deed je?",
        choices=Report.Outcome,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies wat je deed."),
    )
    answer = forms.CharField(
        label="Wat zeg je aan de melder?",
        help_text="Eén of twee gewone zinnen. Noem niemand bij naam. Dit komt in de mail.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf wat je aan de melder zegt."},
    )

    def __init__(self, data=None, *, report: Report) -> None:
        super().__init__(data, label_suffix="")
        polish(self)
        # Whoever comes second still sees what they wrote.
        if not (report.email or report.outcome):
            del self.fields["answer"]

    @property
    def settlement(self) -> dict[str, str]:
        """What was done and what the reporter reads, '' where there is nobody to tell. Only of a
        valid form."""
        return {"answer": "", **self.cleaned_data}

    @property
    def in_words_by_label(self) -> list[tuple[str, str]]:
        """All that was filled in, to read and copy."""
        outcomes = dict(Report.Outcome.choices)
        told = [(field.label, field.value()) for field in self]
        return [(label, outcomes.get(value, value)) for label, value in told if value]
