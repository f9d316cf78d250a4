"""The one sentence in which somebody tells an idea."""

from __future__ import annotations

from django import forms

from roadshow.ideas import CONSENT
from visitors.forms import polish


class IdeaForm(forms.Form):
    """What somebody would like to start, and the agreement to show it."""

    use_required_attribute = False
    text = forms.CharField(
        label="Wat zou jij willen beginnen?",
        help_text="Eén zin is genoeg. Hoogstens 200 tekens.",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf je idee in één zin."},
    )
    consent = forms.BooleanField(
        label=CONSENT,
        error_messages={"required": "Vink dit aan. Anders mag niemand je idee lezen."},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        polish(self)

    def clean_text(self) -> str:
        """On one line: it is one sentence."""
        return " ".join(self.cleaned_data["text"].split())
